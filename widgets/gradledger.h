// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to the .grad of a leaf until a stop: a line for each backward() and each zeroing, and what it holds then.
#pragma once

#include <QString>

#include "engine/engine.h"

namespace backstep {

// Empty where nothing has happened to it yet. At most the last few lines, and how many came before them.
[[nodiscard]] QString gradLedger(const Snapshot& snapshot, const State& state, NodeId leaf);

// The leaf that a stop is about: none if it is about something else.
[[nodiscard]] NodeId leafAt(const Snapshot& snapshot, std::size_t stop, NodeId focus);

}  // namespace backstep
