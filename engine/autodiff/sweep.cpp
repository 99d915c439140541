// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/sweep.h"

#include <set>
#include <string>
#include <utility>

#include "engine/autodiff/machines.h"

namespace backstep {
namespace {

// What a sweep tells about each edge it crosses.
struct Crossing {
    NodeId node;
    std::uint8_t operand;
    NodeId from, to;
};

// One loop for both machines: Ref is a value or a node of the tape.
template <class Machine, class Listener>
auto reverse(Machine& machine, const Tape& tape, NodeId output, typename Machine::Ref seed, Listener listen) {
    using Ref = typename Machine::Ref;
    Table<NodeId, std::optional<Ref>> adjoint(output.index() + 1);
    adjoint[output] = seed;
    for (std::size_t i = output.index() + 1; i-- > 0;) {
        const NodeId node(i);
        // The derivative of sgn is PyTorch's zero that stays zero whatever it is multiplied by, ∞ and NaN included.
        if (!adjoint[node] || !tape.requiresGrad(node) || tape.op(node) == Op::Sgn) continue;
        const std::vector<NodeId> operands(tape.operands(node).begin(), tape.operands(node).end());
        for (std::size_t k = 0; k < operands.size(); ++k) {
            const NodeId target = operands[k];
            if (!tape.requiresGrad(target)) continue;
            const Ref amount = machine.reduceTo(target, machine.run(node, k, *adjoint[node]));
            const std::optional<Ref> before = adjoint[target];
            adjoint[target] = before ? machine.add(*before, amount) : amount;
            listen(Crossing{node, static_cast<std::uint8_t>(k), node, target}, amount, before, *adjoint[target]);
        }
    }
    return adjoint;
}

template <class Listener>
Known forward(const Tape& tape, NodeId input, const Tensor& seed, Listener listen) {
    ValueMachine machine(tape);
    Known tangent(tape.size());
    tangent[input] = seed;
    for (std::size_t i = input.index() + 1; i < tape.size(); ++i) {
        const NodeId node(i);
        if (!tape.requiresGrad(node)) continue;
        const auto operands = tape.operands(node);
        for (std::size_t k = 0; k < operands.size(); ++k) {
            if (!tangent[operands[k]]) continue;
            const Tensor amount = machine.run(node, k, *tangent[operands[k]]).expandedTo(tape.value(node).shape());
            const std::optional<Tensor> before = tangent[node];
            tangent[node] = before ? machine.add(*before, amount) : amount;
            listen(Crossing{node, static_cast<std::uint8_t>(k), operands[k], node}, amount, before, *tangent[node]);
        }
    }
    return tangent;
}

struct Silent {
    template <class... Ts>
    void operator()(const Ts&...) const {}
};

// Writes what crosses each edge. What a node has so far is known by its place among the values.
class Logger {
public:
    Logger(Log& log, SweepId sweep, std::size_t nodes) : log_(log), sweep_(sweep), has_(nodes, Contributions::kNone) {
        const Sweep& of = log.sweeps[sweep];
        has_[of.root] = log.contributions.values().add(of.seed);
    }
    void operator()(const Crossing& at, const Tensor& amount, const std::optional<Tensor>& before, const Tensor& after) {
        ValueList& values = log_.contributions.values();
        const std::uint32_t arrived = values.add(amount);
        std::uint32_t& has = has_[at.to];
        const std::uint32_t had = before ? has : Contributions::kNone;
        has = before ? values.add(after) : arrived;
        log_.events.emplace_back(EventKind::Contribution, log_.contributions.size());
        log_.contributions.add(sweep_, at.node, at.operand, at.from, at.to, arrived, had, has);
    }

private:
    Log& log_;
    SweepId sweep_;
    Table<NodeId, std::uint32_t> has_;
};

SweepId begin(Log& log, SweepMode mode, NodeId root, const Tensor& seed) {
    log.events.emplace_back(EventKind::SweepBegan, log.sweeps.size());
    return log.sweeps.add({mode, root, seed});
}

}  // namespace

Known reverseSweep(Recording& recording, NodeId output, const Tensor& seed) {
    const SweepId sweep = begin(recording.log, SweepMode::Reverse, output, seed);
    ValueMachine machine(recording.tape);
    return reverse(machine, recording.tape, output, seed, Logger(recording.log, sweep, recording.tape.size()));
}

namespace {

// What rules recorded gets a letter of its order and a number.
void nameRecorded(Tape& tape, std::size_t first, std::uint8_t order) {
    std::set<std::string> taken;
    for (std::size_t i = 0; i < tape.size(); ++i) taken.insert(tape.nameOf(NodeId(i)));
    int number = 0;
    for (std::size_t i = first; i < tape.size(); ++i) {
        if (tape.isConstant(NodeId(i)) || !tape.nameOf(NodeId(i)).empty()) continue;
        std::string name;
        do name = static_cast<char>('c' + order) + std::to_string(++number);
        while (taken.contains(name));
        tape.name(NodeId(i), name);
    }
}

}  // namespace

NodeId recordedSweep(Recording& recording, NodeId output, NodeId input, std::uint8_t order, const std::string& name) {
    Tape& tape = recording.tape;
    Log& log = recording.log;
    const SweepId sweep = begin(log, SweepMode::Reverse, output, Tensor(1.0));
    if (!tape.requiresGrad(output)) return {};
    TapeMachine machine(tape, order);
    const NodeId seed = tape.constant(Tensor(1.0), {tape.origin(output).span, output, order});
    std::size_t seen = tape.size();
    const std::size_t first = seen;
    Logger logged(log, sweep, seen);
    const auto listen = [&](const Crossing& at, NodeId amount, const std::optional<NodeId>& before, NodeId after) {
        for (; seen < tape.size(); ++seen) {
            if (!tape.isConstant(NodeId(seen))) log.events.emplace_back(EventKind::Recorded, seen);
        }
        const Tensor was = before ? tape.value(*before) : Tensor();
        logged(at, tape.value(amount), before ? std::optional(was) : std::nullopt, tape.value(after));
    };
    const auto adjoint = reverse(machine, tape, output, seed, listen);
    const NodeId gradient = input <= output ? adjoint[input].value_or(NodeId()) : NodeId();
    if (gradient.valid() && !tape.isConstant(gradient) && gradient.index() >= first) tape.name(gradient, name);
    nameRecorded(tape, first, order);
    return gradient;
}

Known forwardSweep(Recording& recording, NodeId input, const Tensor& seed) {
    const SweepId sweep = begin(recording.log, SweepMode::Forward, input, seed);
    return forward(recording.tape, input, seed, Logger(recording.log, sweep, recording.tape.size()));
}

Known adjoints(const Tape& tape, NodeId output, const Tensor& seed) {
    ValueMachine machine(tape);
    return reverse(machine, tape, output, seed, Silent());
}

Known tangents(const Tape& tape, NodeId input, const Tensor& seed) { return forward(tape, input, seed, Silent()); }

std::vector<NodeId> recordGradient(Tape& tape, NodeId output, const std::vector<NodeId>& inputs, std::uint8_t order) {
    std::vector<NodeId> gradient(inputs.size());
    if (!tape.requiresGrad(output)) return gradient;
    TapeMachine machine(tape, order);
    const NodeId seed = tape.constant(Tensor(1.0), {tape.origin(output).span, output, order});
    const auto adjoint = reverse(machine, tape, output, seed, Silent());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i] <= output && adjoint[inputs[i]]) gradient[i] = *adjoint[inputs[i]];
    }
    return gradient;
}

Tensor localPartial(const Tape& tape, NodeId node, std::size_t operand) {
    ValueMachine machine(tape);
    return machine.run(node, operand, Tensor(1.0, tape.value(node).dtype()));
}

}  // namespace backstep
