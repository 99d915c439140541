// SPDX-License-Identifier: GPL-3.0-or-later
// What a plot draws, laid out: lines and texts in pixels of the widget. What paints them is elsewhere.
#pragma once

#include <optional>
#include <vector>

#include <QFont>
#include <QLineF>
#include <QRectF>
#include <QStringList>

#include "engine/base/ink.h"
#include "engine/diagram/gapmark.h"
#include "engine/diagram/plotframe.h"
#include "widgets/plotranges.h"

namespace backstep {

// What is asked for. The words are the view's: this knows no language.
struct PlotOrder {
    const Chart* chart = nullptr;  // null before the first
    PlotRange x, y;
    std::vector<int> hidden;          // orders of the curves that are not shown
    QString sentence;                 // in place of curves, where there are none
    QString pointText;                // of the point, on one line
    QStringList pointLines;           // the same on two
    std::optional<QPointF> labelWas;  // from the point to its text, so that it stays there if it can
    bool isDimmed = false;
    bool hasFocus = false;
    bool isOutlined = false;  // the focus came by the keyboard
};

struct PlotTick {
    double at = 0;
    QString label;
};

struct PlotText {
    QRectF rect;
    QString text;
    Ink ink = Ink::text;
    QFont font;
    bool isBacked = false;   // it covers something, which is paled beneath it
    bool isWrapped = false;  // to the width of its rectangle
};

// One curve: its pieces one after another, with a NaN between them. Never a stroke from one piece to the next.
struct PlotLine {
    int order = 0;
    std::vector<Polyline> pieces;
    QString name;               // f′
    std::size_t companion = 0;  // of another function: its place among them
};

struct PlotScene {
    bool hasChart = false;
    bool variableBelow = false;  // its name is too long for the margin beside the axis
    QSize size;
    QRect area;
    PlotFrame frame;
    std::vector<PlotTick> xTicks, yTicks;
    std::vector<double> xBetween;        // grid lines without a label
    std::optional<double> zeroX, zeroY;  // where the axes are
    std::vector<PlotLine> lines;
    std::vector<PlotLine> companions;  // of other functions of the text
    std::vector<GapMark> gaps;
    std::optional<QLineF> tangent;
    std::optional<QPointF> ring, dot;  // on f and on f′
    std::optional<QPointF> labelAt;    // from the point to its text
    QVector<PlotText> texts;
    bool isDimmed = false;
    bool hasFocus = false;
    bool isOutlined = false;

    [[nodiscard]] PlotRange x() const { return {frame.xMin, frame.xMax}; }
    [[nodiscard]] double shareOfX(double px) const { return (px - area.x()) / area.width(); }
    [[nodiscard]] double shareOfY(double py) const { return (area.y() + area.height() - py) / area.height(); }
    [[nodiscard]] QPointF at(double x, double y) const;
};

[[nodiscard]] PlotScene layOutPlot(const PlotOrder& order, QSize size);

// f, f′, f″ …
[[nodiscard]] QString curveName(const std::string& function, int order);
[[nodiscard]] Ink inkOfCurve(int order);
[[nodiscard]] QFont plotTickFont();
[[nodiscard]] QFont plotLabelFont();

}  // namespace backstep
