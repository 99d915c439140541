// SPDX-License-Identifier: GPL-3.0-or-later
// A figure that a program drew with pyplot; or, where there is none, one sentence.
#pragma once

#include <optional>

#include <QWidget>

#include "engine/diagram/diagram.h"
#include "engine/diagram/figure.h"

namespace backstep {

class FigureView : public QWidget {
    Q_OBJECT

public:
    explicit FigureView(QWidget* parent = nullptr);

    void setFigure(Figure figure);
    void clear(const QString& sentence);
    void setDimmed(bool dimmed);
    [[nodiscard]] const Diagram& diagram();  // as it is painted
    [[nodiscard]] bool hasFigure() const { return figure_.has_value(); }
    [[nodiscard]] QString sentence() const { return sentence_; }
    [[nodiscard]] QSize sizeHint() const override { return {400, 430}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    std::optional<Figure> figure_;
    QString sentence_;
    Diagram diagram_;
    QSize drawnAt_;
    bool dimmed_ = false;

    void describe();
};

}  // namespace backstep
