// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stepplace.h"

namespace backstep {
namespace {

bool hasHappening(EventKind kind) { return kind >= EventKind::Line; }

NodeId nodeOf(const Log& log, const Event& event) {
    switch (event.kind) {
        case EventKind::Recorded: return NodeId(event.index);
        case EventKind::Branched: return log.branches[event.index].condition;
        case EventKind::SweepBegan: return log.sweeps[SweepId(event.index)].root;
        case EventKind::Contribution: return log.contributions.nodeOf(event.index);
        case EventKind::Accumulated: return log.accumulations[event.index].leaf;
        default: return log.nodeOf(event);
    }
}

}  // namespace

std::size_t stopOfLine(const Recording& recording, const Source& source, std::uint32_t line, std::size_t after) {
    const Log& log = recording.log;
    const auto isThere = [&](const Event& event) {
        if (recording.isProgram ? event.kind != EventKind::Line : event.kind != EventKind::Recorded) return false;
        const Span span = recording.isProgram ? log.spanOf(event) : recording.tape.origin(NodeId(event.index)).span;
        return !span.empty() && source.placeOf(span.begin).line == line;
    };
    for (std::size_t i = 0; i < log.events.size(); ++i) {
        const std::size_t stop = (after + i) % log.events.size() + 1;
        if (isThere(log.events[stop - 1])) return stop;
    }
    return 0;
}

StepPlace placeOfStep(const Recording& recording, const Timeline& timeline, std::size_t stop) {
    const Log& log = recording.log;
    StepPlace place;
    if (stop == 0 || stop > log.events.size()) return place;
    if (const Span line = timeline.lineAt(stop); !line.empty()) place.line = line;
    const Event& event = log.events[stop - 1];
    if (hasHappening(event.kind) && event.kind != EventKind::Line && !log.spanOf(event).empty()) {
        place.mark = log.spanOf(event);
    } else if (const NodeId node = nodeOf(log, event); node.valid()) {
        place.mark = recording.tape.origin(node).span;
    }
    if (place.mark && place.mark->empty()) place.mark.reset();
    return place;
}

}  // namespace backstep
