// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/quietbutton.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionToolButton>

#include "widgets/appearance.h"
#include "widgets/flatpaint.h"

namespace backstep {
namespace {

constexpr int kArrow = 14;

}  // namespace

QuietButton::QuietButton(QWidget* parent) : QToolButton(parent) {
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

QuietButton::QuietButton(const QString& text, QWidget* parent) : QuietButton(parent) {
    setText(text);
    setAccessibleName(text);
}

void QuietButton::setInk(Ink ink) {
    ink_ = ink;
    update();
}

void QuietButton::setProminent(bool prominent) {
    prominent_ = prominent;
    updateGeometry();
    update();
}

QSize QuietButton::sizeHint() const {
    const QFontMetrics metrics(interfaceFont(kSmallText + 0.04));
    const QSize text = metrics.size(Qt::TextShowMnemonic, this->text());
    return {text.width() + (prominent_ ? 20 : 12) + (menu() != nullptr ? kArrow : 0), metrics.height() + (prominent_ ? 8 : 6)};
}

void QuietButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const bool hovered = isEnabled() && underMouse();
    if (prominent_)
        paintBox(painter, rect(), 5, hovered ? ink(Ink::forwardWash) : ink(Ink::pane), isDown() ? ink(Ink::forward) : ink(Ink::line));
    const bool focused = hasFocus() && option.state.testFlag(QStyle::State_KeyboardFocusChange);
    if (focused) paintBox(painter, rect(), 4, Qt::transparent, ink(Ink::forward), 1.5);
    QFont font = interfaceFont(kSmallText + 0.04);
    painter.setFont(font);
    const Ink colour = !isEnabled() ? Ink::faint : prominent_ ? Ink::forward : (hovered || isChecked() || focused) ? ink_ : Ink::quiet;
    painter.setPen(ink(colour));
    const QRect text = rect().adjusted(6, 0, menu() != nullptr ? -6 - kArrow : -6, 0);
    painter.drawText(text, Qt::AlignCenter | Qt::TextShowMnemonic, this->text());
    // Colour is never the only sign: what is switched on is underlined.
    if (isChecked()) painter.fillRect(QRect(text.left(), height() - 3, text.width(), 2), ink(ink_ == Ink::text ? Ink::forward : ink_));
    if (menu() != nullptr) {
        paintChevron(painter, QRectF(width() - kArrow - 2, 0, kArrow, height()), Qt::DownArrow, ink(colour));
    }
}

}  // namespace backstep
