// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ways/twin.h"

#include <algorithm>

namespace backstep {
namespace {

// Events before the sweep begins; all of them where there is none.
std::size_t beginOf(const Snapshot& snapshot, SweepId sweep) {
    return sweep.valid() ? snapshot.timeline->beginOf(sweep) - 1 : snapshot.recording.log.events.size();
}

}  // namespace

std::optional<Snapshot> forwardTwin(const Snapshot& snapshot, Replay& replay, const Reach& reach, SweepId sweep, NodeId leaf,
                                    const Tensor& tangent) {
    if (!reach.contains(leaf)) return std::nullopt;
    const Swept swept = pushForward(replay, reach, leaf, tangent);
    if (replay.refused().valid()) return std::nullopt;
    Snapshot twin = snapshot;
    twin.request.mode = SweepMode::Forward;
    Log& log = twin.recording.log;
    const std::size_t begin = beginOf(snapshot, sweep);
    log.events.resize(begin);
    std::size_t contributions = 0, sweeps = 0, accumulations = 0;
    for (const Event& event : log.events) {
        if (event.kind == EventKind::Contribution) contributions = std::max<std::size_t>(contributions, event.index + 1);
        if (event.kind == EventKind::SweepBegan) sweeps = std::max<std::size_t>(sweeps, event.index + 1);
        if (event.kind == EventKind::Accumulated) accumulations = std::max<std::size_t>(accumulations, event.index + 1);
    }
    log.contributions.cut(contributions);
    log.sweeps.resize(sweeps);
    log.accumulations.resize(accumulations);
    const SweepId own = log.sweeps.add({SweepMode::Forward, leaf, tangent});
    log.events.emplace_back(EventKind::SweepBegan, own.index());
    for (const Crossing& crossing : swept.crossings) {
        const WayEdge& edge = reach.edges[crossing.edge];
        const NodeId from = snapshot.recording.tape.operands(edge.node)[edge.operand];
        ValueList& values = log.contributions.values();
        const std::uint32_t amount = values.add(crossing.amount);
        log.events.emplace_back(EventKind::Contribution, log.contributions.size());
        if (crossing.before)
            log.contributions.add(own, edge.node, edge.operand, from, edge.value, amount, values.add(*crossing.before),
                                  values.add(crossing.after));
        else log.contributions.add(own, edge.node, edge.operand, from, edge.value, amount);
    }
    twin.phases = phasesOf(log);
    twin.timeline = std::make_shared<const Timeline>(twin.recording);
    return twin;
}

std::size_t crossedBy(const Recording& recording, SweepId sweep, std::size_t stop) {
    std::size_t crossed = 0;
    for (std::size_t i = 0; i < stop && i < recording.log.events.size(); ++i) {
        const Event& event = recording.log.events[i];
        if (event.kind == EventKind::Contribution && recording.log.contributions.sweepOf(event.index) == sweep) ++crossed;
    }
    return crossed;
}

std::size_t twinStop(const Snapshot& snapshot, const Snapshot& twin, SweepId sweep, std::size_t stop) {
    const std::size_t begin = beginOf(snapshot, sweep);
    if (stop <= begin) return stop;
    const std::size_t end = sweep.valid() ? snapshot.timeline->endOf(sweep) : stop;
    if (stop >= end) return twin.stops();
    return std::min(begin + 1 + crossedBy(snapshot.recording, sweep, stop), twin.stops());
}

}  // namespace backstep
