// SPDX-License-Identifier: GPL-3.0-or-later
// The log as a reader steps through it: phases, and what is known at a stop. Stepping never evaluates.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/tape/recording.h"

namespace backstep {

struct Phase {
    enum class Kind : std::uint8_t { Forward, Backward, Tangent };  // running, a reverse sweep, a forward-mode sweep
    Kind kind{};
    int number = 1;  // of its kind
    SweepId sweep;   // none while running
    std::size_t firstEvent = 0;
    std::size_t lastEvent = 0;  // one past
};

// In the order of the log, without gaps. A program goes on running after a sweep: that is a phase of its own.
[[nodiscard]] std::vector<Phase> phasesOf(const Log& log);

// Where in the log everything is. Made once for a recording, in the time of one pass over the log; what is known at a
// stop is then a look-up, however far the stop is from the last one. It keeps nothing of the recording.
class Timeline {
public:
    explicit Timeline(const Recording& recording);

    // The stop at which the node was computed; 0: before the first (a constant).
    [[nodiscard]] std::uint32_t computedAt(NodeId node) const { return computedAt_[node.index()]; }
    [[nodiscard]] std::uint32_t stopOfContribution(std::size_t contribution) const { return contributionStops_[contribution]; }
    // Of one node, in the order in which they arrived; indices of log.contributions.
    [[nodiscard]] std::span<const std::uint32_t> contributionsTo(NodeId node) const;
    [[nodiscard]] SweepId sweepAt(std::size_t stop) const;
    [[nodiscard]] std::size_t beginOf(SweepId sweep) const { return sweepStops_[sweep.index()]; }
    [[nodiscard]] std::size_t endOf(SweepId sweep) const { return sweepEnds_[sweep.index()]; }
    [[nodiscard]] bool failed(SweepId sweep) const { return sweepFailed_[sweep.index()]; }  // on its way

    // What happened to the .grad of a leaf: what a backward call added, or zero_grad() took away.
    struct LedgerEntry {
        std::uint32_t stop = 0;
        bool zeroed = false;
        bool none = false;               // by setting it to None
        std::uint32_t accumulation = 0;  // of log.accumulations, unless zeroed
    };
    [[nodiscard]] std::span<const LedgerEntry> ledgerOf(NodeId leaf) const;
    // The stop at which its saved values were freed; none: they are kept.
    [[nodiscard]] std::optional<std::uint32_t> freedAt(NodeId node) const;
    // The statement that runs at a stop.
    [[nodiscard]] Span lineAt(std::size_t stop) const;

private:
    std::vector<std::uint32_t> computedAt_;
    std::vector<std::uint32_t> contributionStops_;
    std::vector<std::uint32_t> arrivals_, arrivalsBegin_;  // contributions by receiver
    std::vector<std::size_t> sweepStops_, sweepEnds_;
    std::vector<bool> sweepFailed_;
    std::unordered_map<std::uint32_t, std::vector<LedgerEntry>> ledgers_;
    std::unordered_map<std::uint32_t, std::uint32_t> freed_;
    std::vector<std::pair<std::uint32_t, Span>> lines_;  // by stop

    void sortArrivals(const Recording& recording);
};

// What is known after the first `stop` events. "Not yet", "no gradient" and 0 are three different things.
class State {
public:
    explicit State(const Recording& recording);
    State(const Recording& recording, std::shared_ptr<const Timeline> timeline);  // null: one is made

    void moveTo(std::size_t stop);

    [[nodiscard]] std::size_t stop() const { return stop_; }
    [[nodiscard]] bool computed(NodeId node) const { return timeline_->computedAt(node) <= stop_; }
    // Of the sweep that is running or last ran; nothing where none arrived.
    [[nodiscard]] std::optional<Tensor> derivative(NodeId node) const;
    [[nodiscard]] SweepId sweep() const { return sweep_; }
    [[nodiscard]] std::size_t arrived(NodeId node) const;  // contributions of this sweep
    // The last contribution of this sweep to the node; null where none arrived.
    [[nodiscard]] std::optional<Contribution> lastTo(NodeId node) const;
    // Whether a contribution of this sweep has gone over the edge from `user` to its operand.
    [[nodiscard]] bool crossed(NodeId user, std::size_t operand) const;
    // The stop at which this sweep has done all it does: never, if it failed. The last stop of all where there is none.
    [[nodiscard]] std::size_t endOfSweep() const;
    // What a leaf has accumulated; nothing: its .grad is None.
    [[nodiscard]] std::optional<Tensor> grad(NodeId leaf) const;
    // Whether the values that the node saved for its rule are gone.
    [[nodiscard]] bool freed(NodeId node) const;
    [[nodiscard]] const Timeline& timeline() const { return *timeline_; }

private:
    const Recording* recording_;
    std::shared_ptr<const Timeline> timeline_;
    std::size_t stop_ = 0;
    SweepId sweep_;

    [[nodiscard]] std::span<const std::uint32_t> arrivals(NodeId node) const;
};

// The node that a contribution is for: the operand itself, which may be one output of several, or one version of a leaf.
[[nodiscard]] NodeId receiverOf(const Recording& recording, std::size_t contribution);

// The event that leads to `stop`, and the edge or node it is about.
struct Moment {
    std::optional<Event> event;  // none at stop 0
    NodeId node;                 // what is computed, or receives
    NodeId other;                // where a contribution comes from
    std::optional<Contribution> contribution;
    const Sweep* sweep = nullptr;
    std::optional<Happening> happening;  // what a program did besides computing
};
[[nodiscard]] Moment momentAt(const Recording& recording, std::size_t stop);

// The stop at which `node` was computed; 0 where it is no step of its own (a constant).
[[nodiscard]] std::size_t stopOf(const Recording& recording, NodeId node);

}  // namespace backstep
