// SPDX-License-Identifier: GPL-3.0-or-later
// A figure of a program's pyplot, as values: what is drawn, where, in which colours. Read from what pyplot reported.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/ink.h"
#include "engine/run/reported.h"

namespace backstep {

struct FigureLine {
    std::string label;        // empty: none
    std::string style = "-";  // "-", "--", "-.", ":", "None"
    std::string marker = "None";
    std::string steps;             // "steps-pre" …; empty: straight
    std::optional<Colour> colour;  // none: not drawn
    double width = 1.5, markerSize = 6, alpha = 1;
    std::vector<double> x, y;
    std::string along;                           // "x", "y": only this axis counts in data, the other in shares of the axes
    std::optional<std::array<double, 3>> slope;  // a line without end: through x, y, with this slope
};

struct FigurePoints {
    std::string label, marker = "o";
    std::vector<double> x, y;
    std::vector<std::optional<Colour>> colours;  // one for all, or one each
};

struct FigureBar {
    double x = 0, foot = 0, width = 0, height = 0;
    std::optional<Colour> colour;
};

struct FigureBand {  // between two curves
    std::vector<double> x, low, high;
    std::vector<bool> drawn;
    std::optional<Colour> colour;
    double alpha = 1;
};

struct FigureSpan {  // across the axes
    bool vertical = true;
    double from = 0, to = 0;
    std::optional<Colour> colour;
    double alpha = 1;
};

struct FigureSegments {  // vlines, hlines
    bool vertical = true;
    std::vector<double> at, from, to;
    std::string style = "-";
    std::optional<Colour> colour;
    double alpha = 1;
};

struct FigureNote {
    std::string text;
    double x = 0, y = 0;
};

struct FigureAxes {
    std::string title, xLabel, yLabel;
    bool xLog = false, yLog = false, grid = false, equal = false;
    std::optional<std::pair<double, double>> xLimits, yLimits;
    std::optional<std::vector<std::string>> legend;
    std::vector<FigureLine> lines;
    std::vector<FigurePoints> points;
    std::vector<FigureBar> bars;
    std::vector<FigureBand> bands;
    std::vector<FigureSpan> spans;
    std::vector<FigureSegments> segments;
    std::vector<FigureNote> notes;
    std::vector<std::string> xWords, yWords;  // of categories, at 0, 1, 2 …
    std::array<int, 3> place{1, 1, 1};        // rows, columns, number from 1
};

struct Figure {
    std::string title;
    std::vector<FigureAxes> axes;
};

[[nodiscard]] Figure figureOf(const ReportedFigure& reported);

// "$x^2$" without its signs of typesetting: x². What is no mathematics stays as it is.
[[nodiscard]] std::string plainLabel(std::string_view text);

}  // namespace backstep
