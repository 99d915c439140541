// SPDX-License-Identifier: GPL-3.0-or-later
// A slider over real numbers that stands on tidy values only: 1.23, never 1.2299999.
#pragma once

#include <QSlider>

#include "widgets/accessiblerange.h"

namespace backstep {

class ValueSlider : public QSlider, public SpokenRange {
    Q_OBJECT

public:
    explicit ValueSlider(QWidget* parent = nullptr);
    void setSpan(double minimum, double maximum);
    void setNumber(double value);  // emits nothing
    [[nodiscard]] double number() const { return number_; }
    [[nodiscard]] double least() const { return least_; }
    [[nodiscard]] double most() const { return most_; }
    [[nodiscard]] double step() const { return step_; }

    [[nodiscard]] double spokenValue() const override { return number_; }
    [[nodiscard]] double spokenMinimum() const override { return least_; }
    [[nodiscard]] double spokenMaximum() const override { return most_; }
    [[nodiscard]] double spokenStep() const override { return step_; }
    [[nodiscard]] QString spokenText() const override;
    void speakValue(double value) override;

signals:
    void moved(double value, bool finished);
    void rangeAsked();  // by a double click, the menu key or a right click

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void follow(int position);
    [[nodiscard]] double numberAt(int position) const;

    double least_ = -5;
    double most_ = 5;
    double step_ = 0.01;
    double number_ = 0;
    bool pressed_ = false;    // Qt says "slider down" only after the jump that the press itself makes
    double beforePress_ = 0;  // a double click asks for the range; its first click must not move the value
};

}  // namespace backstep
