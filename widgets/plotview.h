// SPDX-License-Identifier: GPL-3.0-or-later
// The plot of f and its derivatives. The point can be dragged along the curve; the wheel zooms, dragging elsewhere pans.
// It draws the chart it is given and asks for others by its signals.
#pragma once

#include <optional>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "engine/sampling/chart.h"
#include "widgets/accessiblerange.h"
#include "widgets/plothover.h"
#include "widgets/plotranges.h"
#include "widgets/plotscene.h"
#include "widgets/plotsurface.h"

namespace backstep {

class PlotView : public QWidget, public SpokenRange {
    Q_OBJECT

public:
    explicit PlotView(QWidget* parent = nullptr);

    void setChart(const Chart& chart);
    void clear();                               // as before the first chart
    void setCurveShown(int order, bool shown);  // all are, to begin with
    [[nodiscard]] bool isCurveShown(int order) const;
    void setDimmed(bool dimmed);  // the last good picture, while the text has a fault
    void resetRange();

    [[nodiscard]] PlotRange xRange() const { return ranges_.x(); }
    [[nodiscard]] PlotRange yRange() const { return ranges_.y(); }
    [[nodiscard]] QString pointText() const;                            // f(2) = 1.7606, slope 0.0824
    [[nodiscard]] QString readout() const { return hover_.readout(); }  // under the pointer
    [[nodiscard]] const PlotScene& scene();                             // as it is painted

    [[nodiscard]] QSize sizeHint() const override { return {400, 430}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }

    [[nodiscard]] double spokenValue() const override { return chart_ ? chart_->at : 0; }
    [[nodiscard]] double spokenMinimum() const override { return ranges_.x().lo; }
    [[nodiscard]] double spokenMaximum() const override { return ranges_.x().hi; }
    [[nodiscard]] double spokenStep() const override;
    [[nodiscard]] QString spokenText() const override { return pointText(); }
    void speakValue(double value) override;

signals:
    void pointDragged(double x, bool finished);  // finished once, at the end of a gesture
    void rangeChanged(double lo, double hi);     // of x; at most every 30 ms
    void rangeReset();
    void sceneChanged();  // scene() is another: what stands beside the plot is drawn anew

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;

private:
    enum class Gesture : std::uint8_t { none, point, pan };
    struct Pan {
        QPointF from;
        PlotRange x, y;
    };

    void refresh();
    void describe();
    [[nodiscard]] PlotOrder order() const;
    [[nodiscard]] bool hasPoint() const { return chart_ && chart_->hasPoint && chart_->anyFinite; }
    void readPoint(double x);
    void movePoint(double x, bool finished);
    void nudge(int direction, double size);
    void zoomAt(QPointF at, double factor, bool vertical);
    void askForRange();
    [[nodiscard]] bool isOverPoint(QPointF at);
    void dragPoint(QPointF at);
    void dragPlane(QPointF at);
    void finishGesture(bool cancelled);
    void findHover();
    void hoverAt(QPointF at);

    std::optional<Chart> chart_;
    PlotRanges ranges_;
    std::vector<int> hidden_;
    PlotScene scene_;
    bool isStale_ = true;  // the scene
    PlotHover hover_;
    std::optional<QPointF> pointer_;  // while it is over the plot
    std::optional<QPointF> lastLabel_;
    bool isDimmed_ = false;
    bool isFocusByKey_ = false;

    Gesture gesture_ = Gesture::none;
    double grabbedBeside_ = 0;  // px from the pointer to the point when it was taken
    double pointBefore_ = 0;    // x before the gesture
    bool isNudging_ = false;
    Pan pan_;
    QTimer asking_;
    PlotSurface surface_;
};

}  // namespace backstep
