// SPDX-License-Identifier: GPL-3.0-or-later
// A reverse sweep through numbers without dimensions only, as most sweeps of a small program are: adjoints in one flat
// array, rules as straight-line code. It writes what the general sweep of backward.cpp writes, in the same order.
#pragma once

#include <functional>
#include <queue>
#include <vector>

#include "engine/autodiff/number_rules.h"
#include "engine/autograd/autograd.h"
#include "engine/autograd/flow.h"

namespace backstep {

class NumberSweep {
public:
    NumberSweep(Autograd& autograd, NodeId root);
    ~NumberSweep();
    NumberSweep(const NumberSweep&) = delete;
    NumberSweep& operator=(const NumberSweep&) = delete;

    // Whether every node that takes part can go this way: nothing has happened yet.
    [[nodiscard]] bool fits() const { return fits_; }

    struct Request {
        SweepId sweep;
        std::size_t call = 0;  // of the recording's calls of backward()
        Number seed;
        bool keep = false;  // the saved values
        std::function<void(NodeId leaf, const Number& adjoint)> accumulate;
    };
    void run(const Request& request);

private:
    enum class Kind : std::uint8_t {
        Other,    // not to be done here
        Uniform,  // all of one dtype, no Python number among it: straight-line code
        Mixed,
    };
    struct Waiting {
        double adjoint = 0;
        std::uint32_t value = Contributions::kNone;  // the adjoint's index in the log; none: nothing has arrived
        std::uint32_t missing = 0;                   // edges over which something is still to come
        Kind kind = Kind::Other;
    };

    void collect(NodeId root);
    bool add(NodeId node);
    [[nodiscard]] Kind kindOf(NodeId node) const;
    Waiting& at(NodeId node) { return waiting_[marks_[node.index()] - 1]; }
    void arrived(NodeId node);
    void turn(NodeId node, const Request& request);
    void send(NodeId from, std::size_t operand, NodeId to, double amount, const Request& request);

    Autograd& g_;
    const Tape& tape_;
    const NumberRules &single_ = NumberRules::of(DType::Float32), &double_ = NumberRules::of(DType::Float64);
    std::vector<std::uint32_t> marks_;  // by node: its place in waiting_ + 1
    Rows<NodeId> nodes_;                // in the order of their discovery
    Rows<Waiting> waiting_;
    std::priority_queue<ReadyNode> ready_;
    bool fits_ = false;
};

}  // namespace backstep
