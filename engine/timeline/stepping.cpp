// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/timeline/stepping.h"

#include "engine/timeline/timeline.h"

namespace backstep {
namespace {

bool isVisible(EventKind kind) {
    switch (kind) {
        case EventKind::Line:
        case EventKind::Bound:
        case EventKind::Iteration:
        case EventKind::Entered:
        case EventKind::Left:
        case EventKind::Freed: return false;
        default: return true;
    }
}

// Whether a reader who goes at that pace halts after event k (counted from 1).
bool halts(const Recording& recording, std::size_t stop, Pace pace) {
    const Log& log = recording.log;
    const Event& event = log.events[stop - 1];
    const Event* next = stop < log.events.size() ? &log.events[stop] : nullptr;
    switch (pace) {
        case Pace::Event: return true;
        case Pace::Edge: return isVisible(event.kind);
        case Pace::Node:
            if (event.kind != EventKind::Contribution || next == nullptr || next->kind != EventKind::Contribution)
                return isVisible(event.kind);
            return log.contributions.nodeOf(next->index) != log.contributions.nodeOf(event.index);
        case Pace::Line: return event.kind == EventKind::Line;
        case Pace::Phase: return next != nullptr && next->kind == EventKind::SweepBegan;
    }
    return true;
}

}  // namespace

std::size_t nextStop(const Recording& recording, std::size_t stop, Pace pace) {
    const std::size_t last = recording.log.events.size();
    if (pace == Pace::Phase) {
        for (const Phase& phase : phasesOf(recording.log)) {
            if (phase.lastEvent > stop) return phase.lastEvent;
        }
        return last;
    }
    for (++stop; stop < last; ++stop) {
        if (halts(recording, stop, pace)) return stop;
    }
    return last;
}

std::size_t previousStop(const Recording& recording, std::size_t stop, Pace pace) {
    while (stop > 1) {
        if (halts(recording, --stop, pace)) return stop;
    }
    return 0;
}

}  // namespace backstep
