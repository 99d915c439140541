// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/errorcard.h"

#include <utility>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "widgets/appearance.h"
#include "widgets/flatpaint.h"
#include "widgets/outputtext.h"
#include "widgets/programwords.h"
#include "widgets/quietbutton.h"

namespace backstep {
namespace {

constexpr int kLongest = 1500;  // characters of a message

QLabel* wrapped(const QString& name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::WindowText);  // whatever lies behind it
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

ErrorCard::ErrorCard(QWidget* parent)
    : QFrame(parent),
      headline_(wrapped(QStringLiteral("errorHeadline"), this)),
      explanation_(wrapped(QStringLiteral("errorExplanation"), this)),
      line_(new QuietButton(this)),
      fixes_(new QVBoxLayout) {
    setObjectName(QStringLiteral("errorCard"));
    line_->setObjectName(QStringLiteral("errorLine"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 8, 12, 8);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(headline_, 1);
    row->addWidget(line_, 0, Qt::AlignTop);
    column->addLayout(row);
    column->addWidget(explanation_);
    fixes_->setSpacing(4);
    fixes_->setContentsMargins(0, 2, 0, 0);
    column->addLayout(fixes_);
    connect(line_, &QToolButton::clicked, this, [this] { emit lineActivated(static_cast<int>(error_.line)); });
}

void ErrorCard::setError(const ProgramError& error, std::shared_ptr<const ErrorExplanation> explanation) {
    error_ = error;
    explained_ = std::move(explanation);
    present();
}

void ErrorCard::present() {
    headline_->setText(escaped(headline(error_).toStdString()).left(kLongest));
    QPalette palette = headline_->palette();
    palette.setColor(QPalette::WindowText, ink(Ink::error));
    headline_->setPalette(palette);
    const QString more = explained_ ? errorWords(*explained_) : QString();
    explanation_->setText(more);
    explanation_->setVisible(!more.isEmpty());
    line_->setVisible(error_.line > 0);
    line_->setText(tr("line %1").arg(error_.line));
    line_->setAccessibleName(tr("Go to line %1").arg(error_.line));
    presentFixes();
}

void ErrorCard::presentFixes() {
    while (QLayoutItem* item = fixes_->takeAt(0)) {
        if (item->widget() != nullptr) item->widget()->deleteLater();
        delete item;
    }
    if (!explained_) return;
    for (const ErrorFix& fix : explained_->fixes) {
        auto* button = new QuietButton(errorFixTitle(fix), this);
        button->setObjectName(QStringLiteral("errorFix"));
        button->setProminent(true);
        connect(button, &QToolButton::clicked, this, [this, fix] { emit fixAsked(fix); });
        fixes_->addWidget(button, 0, Qt::AlignLeft);
    }
}

void ErrorCard::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    const auto type = event->type();
    if (!error_.type.empty() && (type == QEvent::PaletteChange || type == QEvent::LanguageChange)) present();
}

void ErrorCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), ink(Ink::pane));
    paintHairline(painter, rect(), Qt::TopEdge);
}

}  // namespace backstep
