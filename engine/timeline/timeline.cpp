// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/timeline/timeline.h"

#include <algorithm>

namespace backstep {
namespace {

// One past the last event of each sweep: what the program does afterwards is not part of it.
std::vector<std::size_t> endsOfSweeps(const Log& log) {
    std::vector<std::size_t> ends(log.sweeps.size(), 0);
    const auto reached = [&](SweepId sweep, std::size_t event) { ends[sweep.index()] = std::max(ends[sweep.index()], event + 1); };
    for (std::size_t i = 0; i < log.events.size(); ++i) {
        const Event& event = log.events[i];
        if (event.kind == EventKind::SweepBegan) reached(SweepId(event.index), i);
        if (event.kind == EventKind::Contribution) reached(log.contributions.sweepOf(event.index), i);
        if (event.kind == EventKind::Accumulated) reached(log.accumulations[event.index].sweep, i);
    }
    for (std::size_t& end : ends) {
        while (end < log.events.size() && log.events[end].kind == EventKind::Freed) ++end;
    }
    return ends;
}

}  // namespace

std::vector<Phase> phasesOf(const Log& log) {
    const std::vector<std::size_t> ends = endsOfSweeps(log);
    std::vector<Phase> phases{{Phase::Kind::Forward, 1, {}, 0, log.events.size()}};
    int forward = 1, backward = 0, tangent = 0;
    for (std::size_t i = 0; i < log.events.size(); ++i) {
        const Phase& running = phases.back();
        if (log.events[i].kind == EventKind::SweepBegan) {
            phases.back().lastEvent = i;
            const SweepId sweep(log.events[i].index);
            const bool reverse = log.sweeps[sweep].mode == SweepMode::Reverse;
            phases.push_back(
                {reverse ? Phase::Kind::Backward : Phase::Kind::Tangent, reverse ? ++backward : ++tangent, sweep, i, log.events.size()});
        } else if (running.sweep.valid() && i >= ends[running.sweep.index()]) {
            phases.back().lastEvent = i;
            phases.push_back({Phase::Kind::Forward, ++forward, {}, i, log.events.size()});
        }
    }
    return phases;
}

NodeId receiverOf(const Recording& recording, std::size_t contribution) {
    const Tape& tape = recording.tape;
    const Contributions& all = recording.log.contributions;
    const NodeId to = all.toOf(contribution);
    if (to == all.fromOf(contribution)) return to;
    const NodeId node = all.nodeOf(contribution);
    const auto operands = tape.operands(node);
    const std::uint32_t operand = all.operandOf(contribution);
    // In forward mode the user of the operand receives, or one of its outputs.
    return to == node || tape.op(to) == Op::Output || operand >= operands.size() ? to : operands[operand];
}

// --- where everything is ---

Timeline::Timeline(const Recording& recording) : computedAt_(recording.tape.size(), 0) {
    const Log& log = recording.log;
    contributionStops_.resize(log.contributions.size());
    for (std::size_t i = 0; i < log.events.size(); ++i) {
        const Event& event = log.events[i];
        const auto stop = static_cast<std::uint32_t>(i + 1);
        switch (event.kind) {
            case EventKind::Recorded: computedAt_[event.index] = stop; break;
            case EventKind::SweepBegan: sweepStops_.push_back(stop); break;
            case EventKind::Contribution: contributionStops_[event.index] = stop; break;
            case EventKind::Accumulated:
                ledgers_[log.accumulations[event.index].leaf.value].push_back({stop, false, false, event.index});
                break;
            case EventKind::Zeroed: {
                const Happening h = log.happening(event);
                if (h.node.valid()) ledgers_[h.node.value].push_back({stop, true, h.text == "None", 0});
                break;
            }
            case EventKind::Freed: freed_.emplace(log.nodeOf(event).value, stop); break;
            case EventKind::Line: lines_.emplace_back(stop, log.spanOf(event)); break;
            default: break;
        }
    }
    sweepEnds_ = endsOfSweeps(log);
    for (const std::size_t end : sweepEnds_) sweepFailed_.push_back(end < log.events.size() && log.events[end].kind == EventKind::Raised);
    // One output of several, and a leaf in a later version, are known with what they belong to.
    for (std::size_t i = 0; i < computedAt_.size(); ++i) {
        const NodeId node(i);
        if (recording.tape.op(node) == Op::Output && computedAt_[i] == 0)
            computedAt_[i] = computedAt_[recording.tape.operands(node)[0].index()];
    }
    sortArrivals(recording);
}

// By receiver, as rows of one array.
void Timeline::sortArrivals(const Recording& recording) {
    const Log& log = recording.log;
    arrivalsBegin_.assign(recording.tape.size() + 1, 0);
    for (std::size_t i = 0; i < log.contributions.size(); ++i) ++arrivalsBegin_[receiverOf(recording, i).index() + 1];
    for (std::size_t i = 1; i < arrivalsBegin_.size(); ++i) arrivalsBegin_[i] += arrivalsBegin_[i - 1];
    arrivals_.resize(log.contributions.size());
    std::vector<std::uint32_t> next(arrivalsBegin_.begin(), arrivalsBegin_.end() - 1);
    for (std::size_t i = 0; i < log.contributions.size(); ++i) {
        arrivals_[next[receiverOf(recording, i).index()]++] = static_cast<std::uint32_t>(i);
    }
}

std::span<const std::uint32_t> Timeline::contributionsTo(NodeId node) const {
    const std::size_t begin = arrivalsBegin_[node.index()];
    return std::span(arrivals_).subspan(begin, arrivalsBegin_[node.index() + 1] - begin);
}

SweepId Timeline::sweepAt(std::size_t stop) const {
    const auto after = std::upper_bound(sweepStops_.begin(), sweepStops_.end(), stop);
    return after == sweepStops_.begin() ? SweepId() : SweepId(static_cast<std::size_t>(after - sweepStops_.begin()) - 1);
}

std::span<const Timeline::LedgerEntry> Timeline::ledgerOf(NodeId leaf) const {
    const auto found = ledgers_.find(leaf.value);
    return found == ledgers_.end() ? std::span<const LedgerEntry>() : found->second;
}

std::optional<std::uint32_t> Timeline::freedAt(NodeId node) const {
    const auto found = freed_.find(node.value);
    return found == freed_.end() ? std::nullopt : std::optional(found->second);
}

Span Timeline::lineAt(std::size_t stop) const {
    const auto after =
        std::upper_bound(lines_.begin(), lines_.end(), stop, [](std::size_t at, const auto& line) { return at < line.first; });
    return after == lines_.begin() ? Span{} : std::prev(after)->second;
}

// --- what is known ---

State::State(const Recording& recording) : State(recording, std::make_shared<const Timeline>(recording)) {}

State::State(const Recording& recording, std::shared_ptr<const Timeline> timeline)
    : recording_(&recording), timeline_(timeline ? std::move(timeline) : std::make_shared<const Timeline>(recording)) {}

void State::moveTo(std::size_t stop) {
    stop_ = std::min(stop, recording_->log.events.size());
    sweep_ = timeline_->sweepAt(stop_);
}

std::span<const std::uint32_t> State::arrivals(NodeId node) const {
    if (!sweep_.valid()) return {};
    const auto all = timeline_->contributionsTo(node);
    const auto since = [&](std::size_t stop) {
        return std::partition_point(all.begin(), all.end(), [&](std::uint32_t i) { return timeline_->stopOfContribution(i) <= stop; });
    };
    return {since(timeline_->beginOf(sweep_)), since(stop_)};
}

std::size_t State::arrived(NodeId node) const { return arrivals(node).size(); }

std::optional<Contribution> State::lastTo(NodeId node) const {
    const auto all = arrivals(node);
    return all.empty() ? std::nullopt : std::optional(recording_->log.contributions[all.back()]);
}

std::optional<Tensor> State::derivative(NodeId node) const {
    if (!sweep_.valid()) return std::nullopt;
    if (const auto all = arrivals(node); !all.empty()) return recording_->log.contributions.afterOf(all.back());
    const Sweep& sweep = recording_->log.sweeps[sweep_];
    return sweep.root == node ? std::optional(sweep.seed) : std::nullopt;
}

bool State::crossed(NodeId user, std::size_t operand) const {
    if (!sweep_.valid() || operand >= recording_->tape.operands(user).size()) return false;
    const bool reverse = recording_->log.sweeps[sweep_].mode == SweepMode::Reverse;
    const auto over = arrivals(reverse ? recording_->tape.operands(user)[operand] : user);
    return std::any_of(over.begin(), over.end(), [&](std::uint32_t i) {
        const Contributions& all = recording_->log.contributions;
        return all.nodeOf(i) == user && all.operandOf(i) == operand;
    });
}

std::size_t State::endOfSweep() const {
    if (!sweep_.valid()) return recording_->log.events.size();
    return timeline_->failed(sweep_) ? recording_->log.events.size() + 1 : timeline_->endOf(sweep_);
}

std::optional<Tensor> State::grad(NodeId leaf) const {
    const auto entries = timeline_->ledgerOf(leaf);
    const auto after =
        std::partition_point(entries.begin(), entries.end(), [&](const Timeline::LedgerEntry& e) { return e.stop <= stop_; });
    if (after == entries.begin()) return std::nullopt;
    const Timeline::LedgerEntry& last = *std::prev(after);
    if (!last.zeroed) return recording_->log.accumulations[last.accumulation].after;
    if (last.none) return std::nullopt;
    const Tensor value = recording_->tape.value(leaf);
    return Tensor::filled(value.shape(), 0, value.dtype());
}

bool State::freed(NodeId node) const {
    const auto at = timeline_->freedAt(node);
    return at && *at <= stop_;
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
            moment.contribution = recording.log.contributions[event.index];
            moment.sweep = &recording.log.sweeps[moment.contribution->sweep];
            moment.node = receiverOf(recording, event.index);
            moment.other = moment.contribution->from;
            break;
        case EventKind::Accumulated:
            moment.node = recording.log.accumulations[event.index].leaf;
            moment.sweep = &recording.log.sweeps[recording.log.accumulations[event.index].sweep];
            break;
        default:
            moment.happening = recording.log.happening(event);
            moment.node = moment.happening->node;
            break;
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
