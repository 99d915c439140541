// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/timeline/timeline.h"

#include <algorithm>

namespace backstep {

std::vector<Phase> phasesOf(const Log& log) {
    std::vector<Phase> phases{{Phase::Kind::Forward, 1, {}, 0, log.events.size()}};
    int backward = 0;
    int tangent = 0;
    for (std::size_t i = 0; i < log.events.size(); ++i) {
        if (log.events[i].kind != EventKind::SweepBegan) continue;
        phases.back().lastEvent = i;
        const SweepId sweep(log.events[i].index);
        const bool reverse = log.sweeps[sweep].mode == SweepMode::Reverse;
        phases.push_back({reverse ? Phase::Kind::Backward : Phase::Kind::Tangent, reverse ? ++backward : ++tangent, sweep, i, log.events.size()});
    }
    return phases;
}

State::State(const Recording& recording)
    : recording_(&recording),
      computed_(recording.tape.size(), false),
      derivatives_(recording.log.sweeps.size(), std::vector<std::optional<Tensor>>(recording.tape.size())),
      arrived_(recording.tape.size(), 0) {
    for (std::size_t i = 0; i < recording.tape.size(); ++i) computed_[i] = recording.tape.isConstant(NodeId(i));
}

const std::optional<Tensor>& State::derivative(NodeId node) const {
    static const std::optional<Tensor> kNone;
    return sweep_.valid() ? derivatives_[sweep_.index()][node.index()] : kNone;
}

void State::moveTo(std::size_t stop) {
    const auto& events = recording_->log.events;
    stop = std::min(stop, events.size());
    while (stop_ < stop) apply(events[stop_++]);
    while (stop_ > stop) revert(events[--stop_]);
}

void State::apply(const Event& event) {
    const Log& log = recording_->log;
    switch (event.kind) {
        case EventKind::Recorded: computed_[event.index] = true; break;
        case EventKind::Branched: break;
        case EventKind::SweepBegan:
            sweep_ = SweepId(event.index);
            recount();
            derivatives_[event.index][log.sweeps[sweep_].root.index()] = log.sweeps[sweep_].seed;
            break;
        case EventKind::Contribution: {
            const Contribution& c = log.contributions[event.index];
            derivatives_[c.sweep.index()][c.to.index()] = c.after;
            ++arrived_[c.to.index()];
            break;
        }
        default: break;  // what a program does besides changes nothing that is known of a node
    }
}

void State::revert(const Event& event) {
    const Log& log = recording_->log;
    switch (event.kind) {
        case EventKind::Recorded: computed_[event.index] = false; break;
        case EventKind::Branched: break;
        case EventKind::SweepBegan:
            derivatives_[event.index].assign(recording_->tape.size(), std::nullopt);
            sweep_ = event.index == 0 ? SweepId() : SweepId(event.index - 1);
            recount();
            break;
        case EventKind::Contribution: {
            const Contribution& c = log.contributions[event.index];
            auto& slot = derivatives_[c.sweep.index()][c.to.index()];
            slot = c.hadBefore ? std::optional(c.before) : std::nullopt;
            --arrived_[c.to.index()];
            break;
        }
        default: break;
    }
}

// How many contributions of the current sweep have reached each node by now.
void State::recount() {
    std::fill(arrived_.begin(), arrived_.end(), std::size_t{0});
    for (std::size_t i = 0; i < stop_; ++i) {
        const Event& event = recording_->log.events[i];
        if (event.kind != EventKind::Contribution) continue;
        const Contribution& c = recording_->log.contributions[event.index];
        if (c.sweep == sweep_) ++arrived_[c.to.index()];
    }
}

Moment momentAt(const Recording& recording, std::size_t stop) {
    Moment moment;
    if (stop == 0 || stop > recording.log.events.size()) return moment;
    const Event event = recording.log.events[stop - 1];
    moment.event = event;
    switch (event.kind) {
        case EventKind::Recorded: moment.node = NodeId(event.index); break;
        case EventKind::Branched: moment.node = recording.log.branches[event.index].condition; break;
        case EventKind::SweepBegan:
            moment.sweep = &recording.log.sweeps[SweepId(event.index)];
            moment.node = moment.sweep->root;
            break;
        case EventKind::Contribution:
            moment.contribution = &recording.log.contributions[event.index];
            moment.sweep = &recording.log.sweeps[moment.contribution->sweep];
            moment.node = moment.contribution->to;
            moment.other = moment.contribution->from;
            break;
        case EventKind::Accumulated:
            moment.node = recording.log.accumulations[event.index].leaf;
            moment.sweep = &recording.log.sweeps[recording.log.accumulations[event.index].sweep];
            break;
        default: moment.node = recording.log.happenings[event.index].node; break;
    }
    return moment;
}

std::size_t stopOf(const Recording& recording, NodeId node) {
    const auto& events = recording.log.events;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].kind == EventKind::Recorded && events[i].index == node.value) return i + 1;
    }
    return 0;
}

}  // namespace backstep
