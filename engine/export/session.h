// SPDX-License-Identifier: GPL-3.0-or-later
// A document as a file holds it: what was typed, where it is looked at, and how far. Nothing computed is in it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/layout/layout.h"
#include "engine/run/kind.h"
#include "engine/tape/log.h"

namespace backstep {

struct SavedInput {
    double value = 1;
    double minimum = -5;
    double maximum = 5;
    friend bool operator==(const SavedInput&, const SavedInput&) = default;
};

// Other numbers for a leaf of a program: the bytes of the text that made it, and which time they were reached.
struct SavedLeaf {
    std::uint32_t begin = 0, end = 0, occurrence = 0;
    std::vector<double> values;
    friend bool operator==(const SavedLeaf&, const SavedLeaf&) = default;
};

struct SavedSession {
    TextKind kind = TextKind::Formula;
    bool kindChosen = false;  // by the person; otherwise it is found out as the text changes
    std::string text;
    std::map<std::string, SavedInput> inputs;
    std::vector<SavedLeaf> leaves;
    std::string plotOver;  // empty: the first input
    double plotFrom = -5;
    double plotTo = 5;
    int plotOrder = 1;
    SweepMode mode = SweepMode::Reverse;
    std::string seedInput;
    Direction direction = Direction::topToBottom;
    bool showConstants = false;
    int graphOrder = 1;                 // of a formula: 2 continues the graph by that of f′
    std::map<std::string, bool> folds;  // groups of the graph that the reader folded or opened
    std::uint64_t step = 0;
    std::string more;  // fields of a later version, as JSON: "\"zoom\": 2, …"; kept when it is written again
    friend bool operator==(const SavedSession&, const SavedSession&) = default;
};

inline constexpr const char* kSessionFormat = "backstep-session";
inline constexpr int kSessionVersion = 1;

// The same bytes for the same session. A number that is not finite is a word, as everywhere in JSON of ours.
[[nodiscard]] std::string sessionJson(const SavedSession& session);

}  // namespace backstep
