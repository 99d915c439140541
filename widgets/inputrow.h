// SPDX-License-Identifier: GPL-3.0-or-later
// One input: its name as mathematics, its value, a slider over its range, and whether the plot runs over it.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace backstep {

class ValueField;
class ValueSlider;

struct InputRow {
    QString name;
    double value = 0;
    double minimum = -5;
    double maximum = 5;
    bool plotOver = false;
    bool differs = false;  // from what the text says
    QString whole{};       // the tensor, where only one of its many numbers has a row: another one can be chosen
    friend bool operator==(const InputRow&, const InputRow&) = default;
};

class InputRowView : public QWidget {
    Q_OBJECT

public:
    static constexpr int kPickRoom = 34;  // of the button that chooses an element
    explicit InputRowView(const InputRow& row, QWidget* parent = nullptr);
    void setRow(const InputRow& row);  // of the same name; emits nothing
    void setChoiceShown(bool shown);
    void setNameWidth(int width);
    [[nodiscard]] int nameWidth(int room) const;  // that it would take; of that room at most three tenths
    [[nodiscard]] const InputRow& row() const { return row_; }

signals:
    void valueChanged(const QString& name, double value, bool finished);
    void rangeChanged(const QString& name, double minimum, double maximum);
    void plotOverChosen(const QString& name);
    void elementAsked(const QString& whole, const QString& index, bool* taken);  // answered at once

protected:
    void changeEvent(QEvent* event) override;

private:
    void connectAll();
    void retranslate();
    void elideName();
    bool widen();  // the range, to hold the value
    void applyRange(double minimum, double maximum);
    void take(double value, bool finished);
    void askRange();
    void askElement();

    InputRow row_;
    QLabel* name_ = nullptr;
    QToolButton* pick_ = nullptr;
    ValueField* field_ = nullptr;
    ValueSlider* slider_ = nullptr;
    QToolButton* plotOver_ = nullptr;
};

}  // namespace backstep
