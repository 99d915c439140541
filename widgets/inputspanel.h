// SPDX-License-Identifier: GPL-3.0-or-later
// The inputs of the document, one row each. It shows what it is given and tells what the student does.
#pragma once

#include <QScrollArea>
#include <QVector>

#include "widgets/inputrow.h"

class QLabel;
class QVBoxLayout;

namespace backstep {

class InputsPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit InputsPanel(QWidget* parent = nullptr);
    // Rows of unchanged names keep their widgets, and with them focus and what is being typed. Emits nothing.
    void setInputs(const QVector<InputRow>& rows);
    [[nodiscard]] QVector<InputRow> inputs() const;
    void setRoom(int rows);  // more of them scroll
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void valueChanged(const QString& name, double value, bool finished);
    void rangeChanged(const QString& name, double minimum, double maximum);
    void plotOverChanged(const QString& name);
    void elementAsked(const QString& whole, const QString& index, bool* taken);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] bool hasNamesOf(const QVector<InputRow>& rows) const;
    void rebuild(const QVector<InputRow>& rows);
    void choose(const QString& name);
    void alignNames();
    void retranslate();

    QVBoxLayout* column_ = nullptr;
    QLabel* nothing_ = nullptr;
    QVector<InputRowView*> views_;
    int room_ = 8;
};

}  // namespace backstep
