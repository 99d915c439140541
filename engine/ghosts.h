// SPDX-License-Identifier: GPL-3.0-or-later
// What is not real: the gradient that would have flowed where detach(), .data or no_grad() cut the graph. The program is
// run once more, with x[...], the same value with its history, in place of x.detach() and x.data, and enable_grad in place
// of no_grad.
#pragma once

#include "engine/engine.h"

namespace backstep {

struct Ghost {
    Cut cut;
    SweepId sweep;  // which it would have flowed in
    Tensor amount;  // from the value to what it was cut off from
};

struct Ghosts {
    std::vector<Ghost> all;
    std::size_t unknown = 0;  // cuts of which nothing can be said: made in another way, or the run ends before
    bool stopped = false;
};

[[nodiscard]] bool hasCuts(const Snapshot& snapshot);
// Takes as long as a run, or two.
[[nodiscard]] Ghosts ghostsOf(const Snapshot& snapshot, const std::stop_token& stop = {});

}  // namespace backstep
