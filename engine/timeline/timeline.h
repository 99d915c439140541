// SPDX-License-Identifier: GPL-3.0-or-later
// The log as a reader steps through it: phases, and what is known at a stop. Stepping never evaluates.
#pragma once

#include <optional>
#include <vector>

#include "engine/tape/recording.h"

namespace backstep {

struct Phase {
    enum class Kind : std::uint8_t { Forward, Backward, Tangent };  // the run, a reverse sweep, a forward-mode sweep
    Kind kind{};
    int number = 1;  // of its kind
    SweepId sweep;   // none for the run itself
    std::size_t firstEvent = 0;
    std::size_t lastEvent = 0;  // one past
};

[[nodiscard]] std::vector<Phase> phasesOf(const Log& log);

// What is known after the first `stop` events. "Not yet", "no gradient" and 0 are three different things.
class State {
public:
    explicit State(const Recording& recording);

    // Applies or reverts events one by one; the cost is the distance.
    void moveTo(std::size_t stop);

    [[nodiscard]] std::size_t stop() const { return stop_; }
    [[nodiscard]] bool computed(NodeId node) const { return computed_[node.index()]; }
    // Of the sweep that is running or last ran; nothing where none arrived.
    [[nodiscard]] const std::optional<Tensor>& derivative(NodeId node) const;
    [[nodiscard]] SweepId sweep() const { return sweep_; }
    [[nodiscard]] std::size_t arrived(NodeId node) const { return sweep_.valid() ? arrived_[node.index()] : 0; }

private:
    const Recording* recording_;
    std::size_t stop_ = 0;
    std::vector<bool> computed_;
    std::vector<std::vector<std::optional<Tensor>>> derivatives_;  // one table a sweep
    std::vector<std::size_t> arrived_;  // contributions of this sweep to each node
    SweepId sweep_;

    void apply(const Event& event);
    void revert(const Event& event);
    void recount();
};

// The event that leads to `stop`, and the edge or node it is about.
struct Moment {
    std::optional<Event> event;  // none at stop 0
    NodeId node;                 // what is computed, or receives
    NodeId other;                // where a contribution comes from
    const Contribution* contribution = nullptr;
    const Sweep* sweep = nullptr;
};
[[nodiscard]] Moment momentAt(const Recording& recording, std::size_t stop);

// The stop at which `node` was computed; 0 where it is no step of its own (a constant).
[[nodiscard]] std::size_t stopOf(const Recording& recording, NodeId node);

}  // namespace backstep
