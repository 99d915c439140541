// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plotscene.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

#include "engine/diagram/ticks.h"
#include "widgets/appearance.h"
#include "widgets/curvereader.h"
#include "widgets/plotlabels.h"

namespace backstep {
namespace {

constexpr int kTop = 10, kLeast = 26, kTickGap = 6;
constexpr double kVariableRoom = 50;
constexpr double kBeyond = 3;  // px by which curves run past the area, where they are cut off

std::vector<PlotTick> ticksFor(double lo, double hi, int about) {
    const std::vector<double> at = niceTicks(lo, hi, about);
    const std::vector<std::string> labels = tickLabels(at);
    std::vector<PlotTick> ticks;
    for (std::size_t i = 0; i < at.size(); ++i) ticks.push_back({at[i], QString::fromStdString(labels[i])});
    return ticks;
}

double widest(const std::vector<PlotTick>& ticks, const QFontMetricsF& metrics) {
    double most = 0;
    for (const PlotTick& tick : ticks) most = std::max(most, metrics.horizontalAdvance(tick.label));
    return most;
}

// As many labels as stand side by side with room between them.
std::vector<PlotTick> horizontalTicks(const PlotFrame& frame, const QFontMetricsF& metrics) {
    for (int about = std::clamp(static_cast<int>(frame.area.width / 66), 2, 60); about > 1; --about) {
        std::vector<PlotTick> ticks = ticksFor(frame.xMin, frame.xMax, about);
        const double apart =
            ticks.size() < 2 ? frame.area.width : frame.at(ticks[1].at, frame.yMin).x - frame.at(ticks[0].at, frame.yMin).x;
        if (widest(ticks, metrics) + 14 <= apart) return ticks;
    }
    return ticksFor(frame.xMin, frame.xMax, 1);
}

Rect rectOf(const QRect& rect) { return {double(rect.x()), double(rect.y()), double(rect.width()), double(rect.height())}; }

class Layout {
public:
    Layout(const PlotOrder& order, QSize size) : order_(order), chart_(*order.chart) {
        scene_.hasChart = true;
        scene_.size = size;
        scene_.isDimmed = order.isDimmed;
        scene_.hasFocus = order.hasFocus;
        scene_.isOutlined = order.isOutlined;
    }

    PlotScene run() {
        addFrame();
        if (chart_.anyFinite) {
            for (const Curve& curve : chart_.curves) {
                if (isShown(curve.order))
                    scene_.lines.push_back(
                        {curve.order, piecesOf(curve, scene_.frame, kBeyond), curveName(chart_.function, curve.order), 0});
            }
            for (std::size_t k = 0; k < chart_.companions.size(); ++k) {
                const Companion& other = chart_.companions[k];
                for (const Curve& curve : other.curves) {
                    if (isShown(curve.order))
                        scene_.companions.push_back(
                            {curve.order, piecesOf(curve, scene_.frame, kBeyond), curveName(other.function, curve.order), k});
                }
            }
            if (chart_.hasPoint) addPoint();
        }
        scene_.gaps = gapMarks(chart_, scene_.frame);
        placePlotTexts(order_, scene_);
        return std::move(scene_);
    }

private:
    [[nodiscard]] bool isShown(int order) const {
        return std::find(order_.hidden.begin(), order_.hidden.end(), order) == order_.hidden.end();
    }

    // The width of the labels of y decides where the area begins, its height how many there are.
    void addFrame() {
        const QFontMetricsF metrics(plotTickFont());
        Chart shown;
        shown.xMin = order_.x.lo;
        shown.xMax = order_.x.hi;
        shown.yMin = order_.y.lo;
        shown.yMax = order_.y.hi;
        const double named = QFontMetricsF(mathFont()).horizontalAdvance(QString::fromStdString(chart_.variable));
        scene_.variableBelow = named > kVariableRoom;
        const int bottom = qCeil(metrics.height()) + kTickGap + 6 + (scene_.variableBelow ? qCeil(QFontMetricsF(mathFont()).height()) : 0);
        const int height = std::max(scene_.size.height() - kTop - bottom, 1);
        PlotFrame& frame = scene_.frame;
        frame = frameOf(shown, {0, 0, 1, double(height)});
        if (chart_.anyFinite) scene_.yTicks = ticksFor(frame.yMin, frame.yMax, std::clamp(height / 44, 2, 40));
        const int left = std::max(kLeast, qCeil(widest(scene_.yTicks, metrics)) + kTickGap + 8);
        const int right = scene_.variableBelow ? 16 : std::max(16, qCeil(named) + 10);
        scene_.area = {left, kTop, std::max(scene_.size.width() - left - right, 1), height};
        frame.area = rectOf(scene_.area);
        scene_.xTicks = horizontalTicks(frame, metrics);
        if (frame.hasX(0)) scene_.zeroX = pixel(frame.at(0, frame.yMin).x);
        if (frame.hasY(0) && chart_.anyFinite) scene_.zeroY = pixel(frame.at(frame.xMin, 0).y);
        toPixels();
    }

    // Grid lines lie on whole pixels.
    static double pixel(double v) { return std::round(v); }

    void toPixels() {
        const PlotFrame& frame = scene_.frame;
        std::vector<double> at;
        for (PlotTick& tick : scene_.xTicks) at.push_back(tick.at = frame.at(tick.at, frame.yMin).x);
        for (PlotTick& tick : scene_.yTicks) tick.at = pixel(frame.at(frame.xMin, tick.at).y);
        if (at.size() > 1) {
            const double half = (at[1] - at[0]) / 2;
            for (std::size_t i = 0; i <= at.size(); ++i) {
                const double between = i == 0 ? at[0] - half : at[i - 1] + half;
                if (between >= frame.area.x && between <= frame.area.right()) scene_.xBetween.push_back(pixel(between));
            }
        }
        for (PlotTick& tick : scene_.xTicks) tick.at = pixel(tick.at);
    }

    [[nodiscard]] bool isSeen(double y) const { return std::isfinite(y) && scene_.frame.hasX(chart_.at) && scene_.frame.hasY(y); }

    void addPoint() {
        if (isShown(0) && isSeen(chart_.value)) {
            scene_.ring = scene_.at(chart_.at, chart_.value);
            if (std::isfinite(chart_.slope)) addTangent(*scene_.ring);
        }
        if (isShown(1) && curveOf(chart_, 1) != nullptr && isSeen(chart_.slope)) scene_.dot = scene_.at(chart_.at, chart_.slope);
    }

    // Of one length on screen, however steep.
    void addTangent(QPointF p) {
        const PlotFrame& frame = scene_.frame;
        const double perX = frame.area.width / (frame.xMax - frame.xMin);
        const double perY = frame.area.height / (frame.yMax - frame.yMin);
        const double rise = chart_.slope * (perY / perX);
        const double half = std::clamp(frame.area.width * 0.16, 30.0, 90.0);
        const double dx = std::isfinite(rise) ? half / std::hypot(1, rise) : 0;
        const double dy = std::isfinite(rise) ? dx * rise : half;
        scene_.tangent = QLineF(p.x() - dx, p.y() + dy, p.x() + dx, p.y() - dy);
    }

    const PlotOrder& order_;
    const Chart& chart_;
    PlotScene scene_;
};

}  // namespace

QPointF PlotScene::at(double x, double y) const {
    const Point p = frame.at(x, y);
    return {p.x, p.y};
}

PlotScene layOutPlot(const PlotOrder& order, QSize size) {
    if (order.chart != nullptr) return Layout(order, size).run();
    PlotScene scene;
    scene.size = size;
    scene.area = QRect(QPoint(0, 0), size.expandedTo({1, 1}));
    scene.isDimmed = order.isDimmed;
    scene.isOutlined = order.hasFocus;
    return scene;
}

QString curveName(const std::string& function, int order) {
    const QString f = QString::fromStdString(function);
    switch (order) {
        case 0: return f;
        case 1: return f + QChar(0x2032);
        case 2: return f + QChar(0x2033);
        case 3: return f + QChar(0x2034);
        default: return f + QStringLiteral("(%1)").arg(order);
    }
}

Ink inkOfCurve(int order) { return order == 0 ? Ink::forward : order == 1 ? Ink::backward : Ink::second; }

QFont plotTickFont() { return interfaceFont(kSmallText); }

QFont plotLabelFont() { return interfaceFont(0.95); }

}  // namespace backstep
