// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, in the order it happened: one packed row an event, the details in a table of its kind.
// Stop k of a run is the state after its first k events.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/ids.h"
#include "engine/tensor/tensor.h"
#include "engine/text/source.h"

namespace backstep {

enum class EventKind : std::uint8_t {
    Recorded,      // index: the node
    Branched,      // index: of branches
    SweepBegan,    // index: of sweeps; the root gets its seed
    Contribution,  // index: of contributions
    Accumulated,   // index: of accumulations
    // Of programs only. `index` is of `happenings` for all of them.
    Line,       // a statement begins
    Bound,      // a value got a name
    Iteration,  // a loop's turn begins
    Entered,    // a call of the program's own function
    Left,       // … and its end
    Printed,
    Zeroed,     // a .grad was set to zero or to None
    Freed,      // the saved values of a sweep's nodes were freed
    Detached,
    Changed,    // a tensor was changed in place: its version is `number`
    Raised,
};

struct Event {
    EventKind kind{};
    std::uint32_t index = 0;
};

enum class SweepMode : std::uint8_t { Reverse, Forward };

// One pass over the tape. In reverse mode the root is an output and the seed its adjoint; in forward mode the root is
// an input and the seed its tangent.
struct Sweep {
    SweepMode mode{};
    NodeId root;
    Tensor seed;
};

// What flows over one edge. Reverse mode: from `node` to its operand, adjoint × local partial.
// Forward mode: from the operand to `node`, tangent × local partial.
struct Contribution {
    SweepId sweep;
    NodeId node;
    std::uint8_t operand = 0;
    NodeId from;
    NodeId to;
    Tensor amount;
    Tensor before;           // the adjoint or tangent of `to` until now; meaningless if it had none
    bool hadBefore = false;  // false: this is the first contribution, nothing was there (which is not 0)
    Tensor after;
};

// A piecewise formula, an `if` or a `while` chose a side.
struct Branch {
    NodeId condition;  // of a formula
    bool taken = false;
    Span span;         // of a program: the condition
};

// What a program did besides computing. What a kind does not need stays empty.
struct Happening {
    Span span;
    NodeId node;              // of the value it is about
    std::int64_t number = 0;  // turn of a loop, version, depth of a call …
    std::string text;         // name bound, what was printed, the function called, the error
};

// A leaf's .grad took what arrived.
struct Accumulation {
    SweepId sweep;
    NodeId leaf;
    Tensor amount;
    Tensor after;
};

struct Log {
    std::vector<Event> events;
    std::vector<Contribution> contributions;
    std::vector<Branch> branches;
    std::vector<Accumulation> accumulations;
    std::vector<Happening> happenings;
    Table<SweepId, Sweep> sweeps;
    std::size_t bytesOfValues = 0;  // of larger adjoints, as far as a program's run counted them

    void happened(EventKind kind, Happening happening) {
        happenings.push_back(std::move(happening));
        events.push_back({kind, static_cast<std::uint32_t>(happenings.size() - 1)});
    }
};

}  // namespace backstep
