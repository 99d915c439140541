// SPDX-License-Identifier: GPL-3.0-or-later
// A picture as a value: what the screen paints is what a file holds. Scene units; y grows downwards.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/base/geometry.h"
#include "engine/base/ids.h"
#include "engine/base/ink.h"

namespace backstep {

enum class Anchor : std::uint8_t { start, middle, end };

// The stroke of a shape; width 0 is no stroke. A colour of one's own (a program's figure) takes the place of the ink.
struct Stroke {
    Ink ink = Ink::outline;
    double width = 1.3;
    std::vector<double> dash = {};  // lengths on, off, … in scene units; empty is solid
    std::optional<Colour> own = std::nullopt;
    friend bool operator==(const Stroke&, const Stroke&) = default;
};

struct BoxShape {
    Rect rect;
    double radius = 0;
    bool filled = true;
    Ink fill = Ink::pane;
    Stroke stroke = {};
    std::optional<Colour> own = std::nullopt;  // of the fill
    friend bool operator==(const BoxShape&, const BoxShape&) = default;
};

struct CircleShape {
    Point centre;
    double radius = 4;
    bool filled = true;
    Ink fill = Ink::pane;
    Stroke stroke = {};
    std::optional<Colour> own = std::nullopt;  // of the fill
    friend bool operator==(const CircleShape&, const CircleShape&) = default;
};

// An open path. As `bezier` it has 3k+1 points of cubic segments, otherwise straight segments.
// With an arrow, the head's tip is at the last point, and the line ends where the head begins.
struct PathShape {
    std::vector<Point> points;
    bool bezier = false;
    Stroke stroke = {};
    double arrow = 0;                          // length of the head; 0 is none
    bool filled = false;                       // what it encloses: an area, without its stroke around
    std::optional<Colour> own = std::nullopt;  // of the fill
    friend bool operator==(const PathShape&, const PathShape&) = default;
};

// One line of text in the pinned font (engine/diagram/metrics.h), placed by its baseline.
struct TextRun {
    std::string text;  // UTF-8
    bool bold = false;
    bool italic = false;
    Ink ink = Ink::text;
    friend bool operator==(const TextRun&, const TextRun&) = default;
};
struct TextShape {
    Point at;  // of the baseline, at the anchor
    Anchor anchor = Anchor::middle;
    double size = 13;  // font size
    std::vector<TextRun> runs;
    friend bool operator==(const TextShape&, const TextShape&) = default;
};

using Shape = std::variant<BoxShape, CircleShape, PathShape, TextShape>;

// What a text says, where it is a number that a worksheet may ask for.
enum class Part : std::uint8_t { none, value, derivative };

struct Item {
    Shape shape;
    double opacity = 1;
    Part part = Part::none;
    friend bool operator==(const Item&, const Item&) = default;
};

// Items that belong together and are announced as one: a node, an edge, a curve.
struct Group {
    std::string id;        // unique in the diagram: [a-z0-9-]+
    std::string role;      // "node", "edge", "chip", "curve", "axis" …: [a-z-]+
    std::string title;     // what a reader says: "v3 = sin x, value 0.9093, adjoint 1.386"
    NodeId node;           // the tape node it shows, if any
    Rect bounds;           // of what may be pointed at
    bool clipped = false;  // items are clipped to `bounds` (the curves of a chart)
    std::vector<Item> items;
    int fold = -1;  // the graph's group that folds or opens here
    friend bool operator==(const Group&, const Group&) = default;
};

struct Diagram {
    Size size;
    std::string title;
    std::string description;
    std::vector<Group> groups;  // in painting order
    friend bool operator==(const Diagram&, const Diagram&) = default;
};

}  // namespace backstep
