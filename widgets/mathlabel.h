// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of typeset mathematics. A line too long for the width is broken at a relation or an operator, never clipped.
#pragma once

#include <vector>

#include <QWidget>

#include "engine/notation/notation.h"
#include "widgets/mathbox.h"
#include "widgets/mathlines.h"

namespace backstep {

class MathLabel : public QWidget {
    Q_OBJECT

public:
    explicit MathLabel(QWidget* parent = nullptr);

    void setLines(std::vector<Notation> lines);
    void setFramed(bool framed);     // a washed box around it: the sum of an accumulation
    void setFlowing(bool flowing);   // a line stands beside the one before it where there is room
    void setPixelSize(double size);  // of the text
    [[nodiscard]] QString plainText() const;
    [[nodiscard]] QString latex() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

public slots:
    void copyAsLatex() const;
    void copyAsText() const;

signals:
    void linkHovered(backstep::NodeId node);  // an invalid one when left
    void linkActivated(backstep::NodeId node);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Placed {
        MathBox box;
        QPointF baseline;
    };
    std::vector<Notation> lines_;
    double size_ = 19;
    bool framed_ = false;
    bool flowing_ = false;
    NodeId hovered_;
    mutable std::vector<Placed> placed_;
    mutable int placedWidth_ = -1;
    mutable int placedHeight_ = 0;

    void place(int width) const;
    // Beside the line before, on its baseline: false where there is no room, or they are of different heights.
    [[nodiscard]] bool placeBeside(MathLine& line, double right, double& bottom) const;
    void setHovered(NodeId node);
    void paintFrame(QPainter& painter) const;
    void paintHovered(QPainter& painter) const;
    [[nodiscard]] NodeId linkAt(QPointF point) const;
};

}  // namespace backstep
