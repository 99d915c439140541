// SPDX-License-Identifier: GPL-3.0-or-later
// How far one press of "next" goes.
#pragma once

#include <cstddef>
#include <cstdint>

#include "engine/tape/recording.h"

namespace backstep {

enum class Pace : std::uint8_t {
    Event,  // everything the log has: lines, names, calls
    Edge,   // a value computed, a contribution over one edge, a change the reader can see
    Node,   // a value computed, all contributions of one node
    Line,   // a line of the program
    Phase,  // to the end of the forward pass, of a backward call
};

// The nearest stop after `stop` at that pace; the last stop of all where there is none.
[[nodiscard]] std::size_t nextStop(const Recording& recording, std::size_t stop, Pace pace);
// The nearest stop before it; 0 where there is none.
[[nodiscard]] std::size_t previousStop(const Recording& recording, std::size_t stop, Pace pace);

}  // namespace backstep
