// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panetitle.h"

#include <utility>

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include "widgets/appearance.h"
#include "widgets/quietbutton.h"

namespace backstep {

PaneTitle::PaneTitle(QString title, QWidget* parent)
    : QWidget(parent), title_(std::move(title)), label_(new QLabel(this)), slot_(new QHBoxLayout), tabs_(new QHBoxLayout) {
    setObjectName(QStringLiteral("paneTitle"));
    label_->setObjectName(QStringLiteral("paneTitleText"));
    label_->setTextFormat(Qt::PlainText);
    label_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    slot_->setSpacing(2);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 8, 2);
    row->setSpacing(8);
    tabs_->setSpacing(4);
    row->addLayout(tabs_);
    row->addWidget(label_, 1);
    row->addLayout(slot_);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    applyFont();
}

void PaneTitle::setTitle(const QString& title) {
    title_ = title;
    setAccessibleName(title_);
    label_->setAccessibleName(title_);
    elide();
}

void PaneTitle::addWidget(QWidget* widget) { slot_->addWidget(widget); }

void PaneTitle::addTab(QAction* action) {
    auto* button = new QuietButton(this);
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + QStringLiteral("Tab"));
    button->setAccessibleName(action->text());
    if (tabs_->count() == 0) layout()->setContentsMargins(8, 6, 8, 2);  // a button has a margin of its own
    tabs_->addWidget(button);
    label_->setMaximumHeight(0);  // it keeps the room between the tabs and the slot
}

QToolButton* PaneTitle::addAction(QAction* action) {
    auto* button = new QuietButton(this);
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    slot_->addWidget(button);
    return button;
}

void PaneTitle::applyFont() {
    // Upper case by the font, not by the text: scripts without case, and screen readers, get the words as they are.
    QFont font = interfaceFont(kSmallText);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::PercentageSpacing, 104);
    label_->setFont(font);
    QPalette palette;
    palette.setColor(QPalette::WindowText, ink(Ink::quiet));
    label_->setPalette(palette);
    // As high as with buttons in it: the titles of panes side by side stand on one line.
    setMinimumHeight(QFontMetrics(interfaceFont(kSmallText + 0.04)).height() + 6 + 8);
    setTitle(title_);
}

void PaneTitle::elide() {
    // A short title is never cut: the pane is as wide as it needs.
    constexpr int kShort = 96;
    const int whole = QFontMetrics(label_->font()).horizontalAdvance(title_.toUpper()) + 1;
    label_->setMinimumWidth(tabs_->count() == 0 && whole <= kShort ? whole : 0);
    label_->setText(QFontMetrics(label_->font()).elidedText(title_, Qt::ElideRight, qMax(24, label_->width())));
}

void PaneTitle::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    const bool ours =
        event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange;
    if (ours || event->type() == QEvent::PaletteChange) applyFont();
}

void PaneTitle::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layout()->activate();
    elide();
}

}  // namespace backstep
