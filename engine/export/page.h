// SPDX-License-Identifier: GPL-3.0-or-later
// A web page of one file: the reader steps through the graph by keys and mouse, offline, without Backstep. Nothing outside
// is referred to and the page's own policy forbids it; without scripts the picture and all steps are there to read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/diagram/theme.h"
#include "engine/export/deck.h"

namespace backstep {

// The page's own words, in the reader's language; %1 and %2 are numbers.
struct PageWords {
    std::string language = "en";
    std::string first = "First step";
    std::string previous = "Previous step";
    std::string next = "Next step";
    std::string last = "Last step";
    std::string play = "Play";
    std::string pause = "Pause";
    std::string step = "Step %1 of %2";
    std::string steps = "Steps";
    std::string graph = "Graph";
    std::string theme = "Colours: light, dark or as the system has them";
    std::string keys = "Keys: arrows step, Home and End go to the ends, Space plays. A click on a node goes to its next step.";
    std::string start = "Nothing is computed yet.";
};

struct PageOptions {
    std::string heading;                // the function, in plain text
    std::vector<Notation> mathematics;  // the same, typeset, line by line; takes its place
    std::string subtitle;               // where it is evaluated: "x = 2"
    std::optional<Theme> theme;         // none: as the reader's system has it
    std::size_t stop = 0;               // at which the page opens
    std::string session;                // base64; empty: none
    std::vector<Diagram> pictures;      // that do not step: the plot
    PageWords words;
};

// `texts` has one row a stop: deck.stops + 1.
[[nodiscard]] std::string toPage(const Deck& deck, const std::vector<StepText>& texts, const PageOptions& options);

}  // namespace backstep
