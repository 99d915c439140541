// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/figuremarks.h"

#include <cmath>
#include <numbers>

namespace backstep {
namespace {

PathShape polygon(std::vector<Point> points, Colour colour) {
    PathShape shape;
    shape.points = std::move(points);
    shape.filled = true;
    shape.own = colour;
    return shape;
}

PathShape stroke(Point a, Point b, Colour colour) {
    PathShape shape;
    shape.points = {a, b};
    shape.stroke = {Ink::text, 1.3, {}, colour};
    return shape;
}

// Corners on a circle, the first one at this angle (0 is up).
std::vector<Point> corners(Point at, double radius, int count, double first, double inner = 1) {
    std::vector<Point> points;
    for (int i = 0; i < count; ++i) {
        const double angle = (first + 360.0 * i / count) * std::numbers::pi / 180;
        const double r = i % 2 == 0 ? radius : radius * inner;
        points.push_back({at.x + r * std::sin(angle), at.y - r * std::cos(angle)});
    }
    return points;
}

}  // namespace

bool isDrawnStyle(std::string_view style) { return style != "None" && style != "none" && !style.empty() && style != " "; }

std::vector<double> figureDashes(std::string_view style, double width) {
    const double w = std::max(width, 0.5);
    if (style == "--" || style == "dashed") return {4.5 * w, 2.5 * w};
    if (style == "-." || style == "dashdot") return {5.5 * w, 2 * w, 1.2 * w, 2 * w};
    if (style == ":" || style == "dotted") return {1.2 * w, 1.9 * w};
    return {};
}

std::vector<Shape> figureMarker(std::string_view marker, Point at, double size, Colour colour) {
    const double r = size / 2;
    const auto disc = [&](double radius) {
        CircleShape circle{at, radius, true, Ink::text, {Ink::text, 0}};
        circle.own = colour;
        return std::vector<Shape>{circle};
    };
    if (!isDrawnStyle(marker)) return {};
    if (marker == ".") return disc(r / 2);
    if (marker == ",") return disc(0.7);
    if (marker == "s") return {polygon({{at.x - r, at.y - r}, {at.x + r, at.y - r}, {at.x + r, at.y + r}, {at.x - r, at.y + r}}, colour)};
    if (marker == "^") return {polygon(corners(at, r * 1.15, 3, 0), colour)};
    if (marker == "v") return {polygon(corners(at, r * 1.15, 3, 180), colour)};
    if (marker == "<") return {polygon(corners(at, r * 1.15, 3, 270), colour)};
    if (marker == ">") return {polygon(corners(at, r * 1.15, 3, 90), colour)};
    if (marker == "D" || marker == "d") return {polygon(corners(at, r * 1.2, 4, 0), colour)};
    if (marker == "p") return {polygon(corners(at, r * 1.1, 5, 0), colour)};
    if (marker == "h" || marker == "H") return {polygon(corners(at, r * 1.1, 6, 0), colour)};
    if (marker == "*") return {polygon(corners(at, r * 1.35, 10, 0, 0.42), colour)};
    if (marker == "x" || marker == "X")
        return {stroke({at.x - r, at.y - r}, {at.x + r, at.y + r}, colour), stroke({at.x - r, at.y + r}, {at.x + r, at.y - r}, colour)};
    if (marker == "+" || marker == "P")
        return {stroke({at.x - r, at.y}, {at.x + r, at.y}, colour), stroke({at.x, at.y - r}, {at.x, at.y + r}, colour)};
    if (marker == "|") return {stroke({at.x, at.y - r}, {at.x, at.y + r}, colour)};
    if (marker == "_") return {stroke({at.x - r, at.y}, {at.x + r, at.y}, colour)};
    return disc(r);
}

}  // namespace backstep
