// SPDX-License-Identifier: GPL-3.0-or-later
// All steps of a run as one picture in layers: a group that looks the same at several stops is kept once, with the
// stops at which it shows. A web page, the overlays of slides and an animation are written from it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/diagram/diagram.h"
#include "engine/notation/notation.h"

namespace backstep {

struct Layer {
    Group group;
    std::size_t first = 0;  // the stops at which it shows, both ends included
    std::size_t last = 0;
};

struct Deck {
    Size size;
    std::string title;
    std::string description;
    std::size_t stops = 0;      // 0 … stops
    std::vector<Layer> layers;  // in painting order
};

// More steps than this are refused: a page, a document or an animation of them would help nobody.
inline constexpr std::size_t kMostFrames = 2000;

// `frame` gives the picture at a stop; it is asked for every stop once, in order.
[[nodiscard]] Deck deckOf(std::size_t stops, const std::function<Diagram(std::size_t)>& frame);

// What is said about a step, in the reader's language.
struct StepText {
    std::string phase;            // "Forward pass"
    std::string words;            // a sentence or two; may be empty
    std::vector<Notation> lines;  // the rule, the numbers, the sum
    std::string line;             // all of it on one line of plain text
    std::vector<NodeId> about;    // the nodes it is about
};

}  // namespace backstep
