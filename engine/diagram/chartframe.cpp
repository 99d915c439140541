// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/chartframe.h"

#include <algorithm>
#include <cmath>

#include "engine/diagram/metrics.h"
#include "engine/diagram/ticks.h"

namespace backstep {
namespace {

constexpr double kVariableRoom = 50;
constexpr double kTickSize = 10.5;
constexpr double kVariableSize = 12;
constexpr double kTop = 10, kBottom = 30, kLeast = 30;
constexpr double kGridOpacity = 0.6;

// In the middle of a pixel, so that a hairline is one row of pixels and not two pale ones.
double crisp(double v) { return std::floor(v) + 0.5; }

AxisTicks ticksFor(double lo, double hi, int about) {
    AxisTicks ticks;
    ticks.at = niceTicks(lo, hi, about);
    ticks.labels = tickLabels(ticks.at);
    return ticks;
}

double widest(const AxisTicks& ticks) {
    double most = 0;
    for (const std::string& label : ticks.labels) most = std::max(most, textWidth(label, kTickSize));
    return most;
}

// As many labels as stand side by side with room between them.
AxisTicks horizontalTicks(const PlotFrame& plot) {
    for (int about = std::max(2, static_cast<int>(std::min(plot.area.width, 1e4) / 70)); about > 1; --about) {
        AxisTicks ticks = ticksFor(plot.xMin, plot.xMax, about);
        const double apart = ticks.at.size() < 2 ? plot.area.width : plot.at(ticks.at[1], 0).x - plot.at(ticks.at[0], 0).x;
        if (widest(ticks) + 14 <= apart) return ticks;
    }
    return ticksFor(plot.xMin, plot.xMax, 1);
}

void addText(ChartFrame& frame, Point at, Anchor anchor, double size, const std::string& text) {
    const double width = textWidth(text, size);
    const double left = anchor == Anchor::start ? at.x : anchor == Anchor::middle ? at.x - width / 2 : at.x - width;
    const Rect box{left, at.y - ascent(size) * 0.86, width, ascent(size) * 0.86 + descent(size)};
    const bool isFree = std::none_of(frame.labels.begin(), frame.labels.end(), [&](const Rect& other) { return other.intersects(box); });
    if (!isFree) return;
    frame.labels.push_back(box);
    frame.texts.push_back({at, anchor, size, {{text, false, false, Ink::quiet}}});
}

void addTexts(ChartFrame& frame, Size size) {
    const PlotFrame& plot = frame.plot;
    const double axisY = plot.hasY(0) ? plot.at(plot.xMin, 0).y : plot.area.bottom();
    if (textWidth(frame.variable, kVariableSize) > kVariableRoom)
        addText(frame, {plot.area.right(), size.height - 5}, Anchor::end, kVariableSize, frame.variable);
    else addText(frame, {plot.area.right() + 5, axisY + capHeight(kVariableSize) / 3}, Anchor::start, kVariableSize, frame.variable);
    for (std::size_t i = 0; i < frame.y.at.size(); ++i) {
        const double y = plot.at(plot.xMin, frame.y.at[i]).y;
        addText(frame, {plot.area.x - 6, y + capHeight(kTickSize) / 2}, Anchor::end, kTickSize, frame.y.labels[i]);
    }
    for (std::size_t i = 0; i < frame.x.at.size(); ++i) {
        const double x = plot.at(frame.x.at[i], plot.yMin).x, half = textWidth(frame.x.labels[i], kTickSize) / 2;
        if (x - half < 0 || x + half > size.width) continue;
        addText(frame, {x, plot.area.bottom() + 16}, Anchor::middle, kTickSize, frame.x.labels[i]);
    }
}

// The lines at the labels and half way between them.
std::vector<double> halved(const std::vector<double>& ticks, double lo, double hi) {
    std::vector<double> lines;
    if (ticks.size() < 2) return ticks;
    const double half = ticks[1] / 2 - ticks[0] / 2;
    const int last = 2 * static_cast<int>(ticks.size()) - 1;
    for (int i = -1; i <= last; ++i) {  // counted: at the ends of what a double holds, adding may not move
        const double at = ticks.front() + half * i;
        if (at >= lo && at <= hi) lines.push_back(at);
    }
    return lines;
}

Polyline verticalAt(const PlotFrame& plot, double x) {
    const double at = crisp(plot.at(x, plot.yMin).x);
    return {{at, plot.area.y}, {at, plot.area.bottom()}};
}

Polyline horizontalAt(const PlotFrame& plot, double y) {
    const double at = crisp(plot.at(plot.xMin, y).y);
    return {{plot.area.x, at}, {plot.area.right(), at}};
}

Item hairline(const Polyline& points, Ink ink, double opacity) { return {PathShape{points, false, {ink, 1, {}}, 0}, opacity}; }

}  // namespace

ChartFrame chartFrame(const Chart& chart, Size size) {
    ChartFrame frame;
    const double named = textWidth(chart.variable, kVariableSize);
    const bool below = named > kVariableRoom;  // beneath the numbers of the axis, rather than beside it
    frame.variable = below ? elideMiddle(chart.variable, std::max(size.width - 2 * kLeast, kVariableRoom), kVariableSize) : chart.variable;
    const double right = below ? 22.0 : std::max(22.0, named + 10);
    const double height = std::max(size.height - kTop - kBottom - (below ? kVariableSize * 1.4 : 0), 1.0);
    frame.plot = frameOf(chart, {kLeast, kTop, 1, height});
    frame.y = ticksFor(frame.plot.yMin, frame.plot.yMax, std::clamp(static_cast<int>(std::min(height, 1e4) / 44), 2, 40));
    const double left = std::max(kLeast, widest(frame.y) + 14);
    frame.plot.area = {left, kTop, std::max(size.width - left - right, 1.0), height};
    frame.x = horizontalTicks(frame.plot);
    if (frame.plot.hasY(0)) frame.axes.push_back(horizontalAt(frame.plot, 0));
    if (frame.plot.hasX(0)) frame.axes.push_back(verticalAt(frame.plot, 0));
    addTexts(frame, size);
    return frame;
}

void addFrame(Diagram& diagram, const Chart& chart, const ChartFrame& frame) {
    const PlotFrame& plot = frame.plot;
    Group grid{"grid", "grid", {}, NodeId(), plot.area, false, {}};
    for (const double x : halved(frame.x.at, plot.xMin, plot.xMax))
        grid.items.push_back(hairline(verticalAt(plot, x), Ink::line, kGridOpacity));
    for (const double y : frame.y.at) grid.items.push_back(hairline(horizontalAt(plot, y), Ink::line, kGridOpacity));
    Group axes{"axes", "axis", chart.variable, NodeId(), plot.area, false, {}};
    if (!plot.hasX(0)) axes.items.push_back(hairline(verticalAt(plot, plot.xMin), Ink::line, 1));
    if (!plot.hasY(0)) axes.items.push_back(hairline(horizontalAt(plot, plot.yMin), Ink::line, 1));
    for (const Polyline& axis : frame.axes) axes.items.push_back(hairline(axis, Ink::faint, 1));
    for (const TextShape& text : frame.texts) axes.items.push_back({text, 1});
    diagram.groups.push_back(std::move(grid));
    diagram.groups.push_back(std::move(axes));
}

}  // namespace backstep
