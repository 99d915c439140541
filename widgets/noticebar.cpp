// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/noticebar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include "widgets/appearance.h"
#include "widgets/flatpaint.h"
#include "widgets/quietbutton.h"

namespace backstep {

NoticeBar::NoticeBar(QWidget* parent) : QFrame(parent), sentence_(new QLabel(this)), row_(new QHBoxLayout(this)) {
    setObjectName(QStringLiteral("noticeBar"));
    sentence_->setObjectName(QStringLiteral("noticeSentence"));
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setWordWrap(true);
    row_->setContentsMargins(14, 5, 8, 5);
    row_->setSpacing(8);
    row_->addWidget(sentence_, 1);
}

void NoticeBar::setSentence(const QString& sentence) { sentence_->setText(sentence); }

void NoticeBar::addAction(QAction* action) {
    auto* button = new QuietButton(this);
    button->setDefaultAction(action);
    connect(action, &QAction::changed, button, [button, action] { button->setVisible(action->isVisible()); });
    button->setObjectName(action->objectName() + QStringLiteral("InNotice"));
    button->setProminent(true);
    connect(action, &QAction::changed, button, [button, action] { button->setVisible(action->isVisible()); });
    button->setVisible(action->isVisible());
    row_->addWidget(button);
}

void NoticeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), ink(Ink::forwardWash));
    paintHairline(painter, rect(), Qt::BottomEdge);
}

}  // namespace backstep
