// SPDX-License-Identifier: GPL-3.0-or-later
// A little box under a slider with the two ends of its range.
#pragma once

#include <QFrame>

namespace backstep {

class ValueField;

class RangePopup : public QFrame {
    Q_OBJECT

public:
    RangePopup(const QString& name, double minimum, double maximum, QWidget* parent);
    void openUnder(const QWidget& widget);

signals:
    void chosen(double minimum, double maximum);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void tell();

    ValueField* minimum_ = nullptr;
    ValueField* maximum_ = nullptr;
};

}  // namespace backstep
