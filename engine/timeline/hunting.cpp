// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/timeline/hunting.h"

#include <cmath>

namespace backstep {

NotFinite notFiniteIn(const Tensor& value) {
    NotFinite out;
    for (const double number : value.numbers()) {
        if (std::isnan(number)) ++out.nan;
        else if (std::isinf(number)) ++out.infinite;
    }
    return out;
}

std::size_t firstNotFinite(const Recording& recording) {
    const Log& log = recording.log;
    for (std::size_t i = 0; i < log.events.size(); ++i) {
        const Event& event = log.events[i];
        bool found = false;
        if (event.kind == EventKind::Recorded) found = notFiniteIn(recording.tape.value(NodeId(event.index))).any();
        else if (event.kind == EventKind::SweepBegan) found = notFiniteIn(log.sweeps[SweepId(event.index)].seed).any();
        else if (event.kind == EventKind::Contribution) found = notFiniteIn(log.contributions[event.index].after).any();
        if (found) return i + 1;
    }
    return 0;
}

}  // namespace backstep
