// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/valuefield.h"

#include <algorithm>

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include "engine/base/numbers.h"
#include "widgets/appearance.h"
#include "widgets/flatpaint.h"
#include "widgets/valuetext.h"

namespace backstep {

ValueField::ValueField(QWidget* parent) : QLineEdit(parent) {
    setFont(codeFont());
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    show(value_);
    connect(this, &QLineEdit::textEdited, this, &ValueField::markValidity);
}

QSize ValueField::sizeHint() const {
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(QStringLiteral("-0.000000")) + 22, metrics.height() + 8};
}

// While it is not being written in, no more digits than fit: a number that is cut off reads as another one.
void ValueField::show(double value) {
    const QString whole = valueText(value);
    QString shown = whole;
    const int room = sizeHint().width() - 18;
    for (int digits = 9; digits > 0 && !hasFocus() && fontMetrics().horizontalAdvance(shown) > room; --digits) {
        shown = QString::fromStdString(significant(value, digits));
        shown.replace(QChar(0x2212), QLatin1Char('-'));
    }
    setText(shown);
    setCursorPosition(0);
    setToolTip(whole);
    markValidity();
}

void ValueField::setValue(double value) {
    if (value == value_ && hasFocus()) return;  // it stands there, or something is being written
    value_ = value;
    show(value);
}

bool ValueField::isInvalid() const { return !readValue(text()).has_value(); }

void ValueField::markValidity() {
    QPalette palette;
    if (isInvalid()) palette.setColor(QPalette::Text, ink(Ink::error));
    setPalette(palette);
    setAccessibleDescription(isInvalid() ? tr("This is not a number.") : QString());
    if (isInvalid()) setToolTip(tr("This is not a number."));
}

void ValueField::commit() {
    const auto value = readValue(text());
    const bool changed = isModified() && value && *value != value_;
    if (changed) value_ = *value;
    show(value_);
    if (changed) emit committed(value_);
}

void ValueField::nudge(double steps) {
    const double from = isModified() ? readValue(text()).value_or(value_) : value_;
    const double to = tidyValue(from + steps * nudge_, qMin(nudge_, nudge_ * qAbs(steps)));
    value_ = to;
    show(to);
    emit committed(to);
}

void ValueField::keyPressEvent(QKeyEvent* event) {
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const double size = shift ? 10 : control ? 0.1 : 1;
    switch (event->key()) {
        case Qt::Key_Up: return nudge(size);
        case Qt::Key_Down: return nudge(-size);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (isInvalid()) return selectAll();  // stays marked, ready to be typed over; leaving puts the old one back
            commit();
            return selectAll();
        case Qt::Key_Escape:
            if (!isModified()) break;
            show(value_);
            return selectAll();
        default: break;
    }
    QLineEdit::keyPressEvent(event);
}

void ValueField::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    if (isModified() || text() == valueText(value_)) return;
    const bool all = hasSelectedText();
    show(value_);
    if (all) selectAll();
}

void ValueField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason) return;
    if (isModified()) commit();
    else show(value_);
}

void ValueField::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) setFont(codeFont());
}

void ValueField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (!isInvalid()) return;
    QPainter painter(this);
    paintBox(painter, rect(), kFieldRadius, Qt::transparent, ink(Ink::error), 1.5);
}

}  // namespace backstep
