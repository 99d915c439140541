// SPDX-License-Identifier: GPL-3.0-or-later
// A picture as a value: what the screen paints is what a file holds. Scene units; y grows downwards.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/geometry.h"
#include "engine/base/ids.h"
#include "engine/base/ink.h"

namespace backstep {

enum class Anchor : std::uint8_t { start, middle, end };

// The stroke of a shape; width 0 is no stroke.
struct Stroke {
    Ink ink = Ink::outline;
    double width = 1.3;
    std::vector<double> dash;  // lengths on, off, … in scene units; empty is solid
};

struct BoxShape {
    Rect rect;
    double radius = 0;
    bool filled = true;
    Ink fill = Ink::pane;
    Stroke stroke;
};

struct CircleShape {
    Point centre;
    double radius = 4;
    bool filled = true;
    Ink fill = Ink::pane;
    Stroke stroke;
};

// An open path. As `bezier` it has 3k+1 points of cubic segments, otherwise straight segments.
// With an arrow, the head's tip is at the last point, and the line ends where the head begins.
struct PathShape {
    std::vector<Point> points;
    bool bezier = false;
    Stroke stroke;
    double arrow = 0;  // length of the head; 0 is none
};

// One line of text in the pinned font (engine/diagram/metrics.h), placed by its baseline.
struct TextRun {
    std::string text;  // UTF-8
    bool bold = false;
    bool italic = false;
    Ink ink = Ink::text;
};
struct TextShape {
    Point at;  // of the baseline, at the anchor
    Anchor anchor = Anchor::middle;
    double size = 13;  // font size
    std::vector<TextRun> runs;
};

using Shape = std::variant<BoxShape, CircleShape, PathShape, TextShape>;

struct Item {
    Shape shape;
    double opacity = 1;
};

// Items that belong together and are announced as one: a node, an edge, a curve.
struct Group {
    std::string id;      // unique in the diagram: [a-z0-9-]+
    std::string role;    // "node", "edge", "chip", "curve", "axis" …: [a-z-]+
    std::string title;   // what a reader says: "v3 = sin x, value 0.9093, adjoint 1.386"
    NodeId node;         // the tape node it shows, if any
    Rect bounds;         // of what may be pointed at
    bool clipped = false;  // items are clipped to `bounds` (the curves of a chart)
    std::vector<Item> items;
};

struct Diagram {
    Size size;
    std::string title;
    std::string description;
    std::vector<Group> groups;  // in painting order
};

}  // namespace backstep
