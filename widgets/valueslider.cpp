// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/valueslider.h"

#include <cmath>

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QWheelEvent>

#include "widgets/valuetext.h"

namespace backstep {

ValueSlider::ValueSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSingleStep(10);
    setPageStep(100);
    setSpan(least_, most_);
    makeRangesAccessible();
    connect(this, &QSlider::valueChanged, this, &ValueSlider::follow);
}

void ValueSlider::setSpan(double minimum, double maximum) {
    if (!(minimum < maximum)) return;
    least_ = minimum;
    most_ = maximum;
    step_ = tidyStep(minimum, maximum);
    const QSignalBlocker quiet(this);
    setRange(0, int(std::ceil((maximum - minimum) / step_ - 1e-9)));
    setNumber(number_);
}

void ValueSlider::setNumber(double value) {
    const bool changed = value != number_;
    number_ = value;
    const QSignalBlocker quiet(this);
    setValue(int(std::lround(qBound(0.0, (value - least_) / step_, double(maximum())))));
    update();
    if (!changed) return;
    QAccessibleValueChangeEvent event(this, number_);
    QAccessible::updateAccessibility(&event);
}

double ValueSlider::numberAt(int position) const {
    if (position >= maximum()) return most_;
    if (position <= 0) return least_;
    return qBound(least_, tidyValue(least_ + position * step_, step_), most_);
}

void ValueSlider::follow(int position) {
    number_ = numberAt(position);
    emit moved(number_, !pressed_);
}

QString ValueSlider::spokenText() const { return valueText(number_); }

void ValueSlider::speakValue(double value) {
    number_ = qBound(least_, value, most_);
    setNumber(number_);
    emit moved(number_, true);
}

// The window steps through the run with the arrow keys; over a slider that has the focus they are the slider's.
bool ValueSlider::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool moves = (key->key() >= Qt::Key_Home && key->key() <= Qt::Key_PageDown);
        if (moves && key->modifiers() == Qt::NoModifier) event->accept();
    }
    return QSlider::event(event);
}

void ValueSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    beforePress_ = number_;
    pressed_ = true;
    QSlider::mousePressEvent(event);
}

void ValueSlider::mouseReleaseEvent(QMouseEvent* event) {
    QSlider::mouseReleaseEvent(event);
    const bool gesture = pressed_;
    pressed_ = false;
    if (gesture && number_ != beforePress_) emit moved(number_, true);
}

void ValueSlider::mouseDoubleClickEvent(QMouseEvent* event) {
    event->accept();
    pressed_ = false;
    if (number_ != beforePress_) {
        setNumber(beforePress_);
        emit moved(number_, true);
    }
    emit rangeAsked();
}

void ValueSlider::contextMenuEvent(QContextMenuEvent* event) {
    event->accept();
    emit rangeAsked();
}

// Only the slider that has the focus turns with the wheel: one that merely lies under the mouse lets the panel scroll.
void ValueSlider::wheelEvent(QWheelEvent* event) {
    if (!hasFocus()) return event->ignore();
    QSlider::wheelEvent(event);
}

}  // namespace backstep
