// SPDX-License-Identifier: GPL-3.0-or-later
// A field for one number. It commits on Enter and when it loses the focus, nudges with the arrows, marks what is not a
// number and goes back to the last one that was.
#pragma once

#include <QLineEdit>

namespace backstep {

class ValueField : public QLineEdit {
    Q_OBJECT

public:
    explicit ValueField(QWidget* parent = nullptr);
    void setValue(double value);  // emits nothing; what is being typed stays unless the value has changed
    [[nodiscard]] double value() const { return value_; }
    void setNudge(double step) { nudge_ = step; }
    [[nodiscard]] bool isInvalid() const;
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void committed(double value);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void commit();
    void show(double value);
    void nudge(double steps);
    void markValidity();

    double value_ = 0;
    double nudge_ = 0.1;
};

}  // namespace backstep
