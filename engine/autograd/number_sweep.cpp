// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autograd/number_sweep.h"

#include <algorithm>
#include <array>

#include "engine/autograd/number_rules.h"
#include "engine/base/watch.h"

namespace backstep {
namespace {

constexpr std::int64_t kTurnsAtOnce = 64;  // between two looks at whether somebody wants us to stop

double sumOf(double a, double b, DType dtype) {
    return dtype == DType::Float32 ? static_cast<double>(static_cast<float>(a) + static_cast<float>(b)) : a + b;
}

}  // namespace

NumberSweep::NumberSweep(Autograd& autograd, NodeId root) : g_(autograd), tape_(autograd.tape()), marks_(autograd.lendMarks()) {
    collect(root);
}

NumberSweep::~NumberSweep() {
    for (const NodeId node : nodes_) marks_[node.index()] = 0;
    g_.takeMarks(std::move(marks_));
}

bool NumberSweep::add(NodeId node) {
    std::uint32_t& mark = marks_[node.index()];
    if (mark != 0) {
        ++waiting_[mark - 1].missing;
        return true;
    }
    const Kind kind = kindOf(node);
    if (kind == Kind::Other) return false;
    nodes_.push_back(node);
    waiting_.push_back({0, Contributions::kNone, 1, kind});
    mark = static_cast<std::uint32_t>(nodes_.size());
    return true;
}

void NumberSweep::collect(NodeId root) {
    if (!add(root)) return;
    for (std::size_t done = 0; done < nodes_.size();) {  // it grows meanwhile
        const NodeId node = nodes_[done++];
        const Op op = tape_.op(node);
        if (op == Op::Input) continue;
        const auto operands = tape_.operands(node);
        for (std::size_t k = 0; k < operands.size(); ++k) {
            if (!isSlot(op, k) || !tape_.requiresGrad(operands[k])) continue;
            const NodeId to = tape_.autogradNode(operands[k]);
            if (to.valid() && !add(to)) return;
        }
    }
    fits_ = true;
}

// A leaf, or an operation whose rule is on numbers and whose saved values are as they were.
NumberSweep::Kind NumberSweep::kindOf(NodeId node) const {
    if (!tape_.isNumber(node) || !isFloating(tape_.dtype(node))) return Kind::Other;
    const Op op = tape_.op(node);
    if (op == Op::Input) return Kind::Uniform;
    const auto operands = tape_.operands(node);
    if (!isElementwise(op) || operands.size() > 3 || op == Op::Atan2 || hasNoDerivative(op)) return Kind::Other;
    const DType dtype = tape_.dtype(node);
    bool uniform = true;
    for (const NodeId id : operands) {
        const Op by = tape_.op(id);
        if (!tape_.isNumber(id) || by == Op::Output) return Kind::Other;
        uniform &=
            tape_.dtype(id) == dtype && (by != Op::Input || tape_.autogradNode(id) == id) && (by != Op::Constant || !g_.isPythonNumber(id));
    }
    const auto saved = g_.savedBy(node);
    if (!saved.empty() && g_.isFreed(node)) return Kind::Other;
    for (const Autograd::Saved& s : saved) {
        if (s.variable &&
            (s.variable->storage.get() != s.storage || s.storage->revision != s.revision || s.variable->version() != s.version))
            return Kind::Other;
    }
    if (uniform) return Kind::Uniform;
    GivenNumbers given;  // whether it can does not depend on what arrives
    return runNumberRule(g_, node, {1, dtype, false}, given) ? Kind::Mixed : Kind::Other;
}

void NumberSweep::run(const Request& request) {
    Log& log = g_.recording().log;
    g_.recording().backwardCalls[request.call].beginPlain(log.contributions.size());
    Waiting& root = waiting_.front();
    root.adjoint = request.seed.value;
    root.value = log.contributions.values().add(request.seed.value, request.seed.dtype);
    arrived(nodes_.front());
    std::int64_t turns = 0;
    while (!ready_.empty()) {
        const NodeId node = ready_.top().node;
        ready_.pop();
        if (++turns % kTurnsAtOnce == 0) {
            Watch::work(kTurnsAtOnce * kWorkOfStep);
            g_.checkRoom();
        }
        turn(node, request);
    }
}

void NumberSweep::arrived(NodeId node) {
    if (--at(node).missing > 0) return;
    ready_.push({tape_.op(node) == Op::Input ? ReadyNode::kFirst : node.value, node});
}

void NumberSweep::turn(NodeId node, const Request& request) {
    const Waiting own = at(node);
    const DType dtype = tape_.dtype(node);
    BackwardCall& call = g_.recording().backwardCalls[request.call];
    call.addStep(node, own.value);
    const Op op = tape_.op(node);
    if (op == Op::Input) return request.accumulate(node, {own.adjoint, dtype, false});
    const auto operands = tape_.operands(node);
    std::array<double, 3> amounts{};
    if (own.kind == Kind::Uniform) {
        const NumberRules& rules = dtype == DType::Float64 ? double_ : single_;
        NumberRule::Inputs in{};
        for (std::size_t k = 0; k < operands.size(); ++k) in.operand(k) = tape_.scalar(operands[k]);
        in.y() = tape_.scalar(node);
        in.v() = own.adjoint;
        for (std::size_t k = 0; k < operands.size(); ++k) {
            if (isSlot(op, k) && tape_.requiresGrad(operands[k])) amounts[k] = rules(op, k).run(in);
        }
    } else {
        GivenNumbers given;
        if (!runNumberRule(g_, node, {own.adjoint, dtype, false}, given)) return;
        for (std::size_t k = 0; k < operands.size(); ++k) amounts[k] = given[k] ? given[k]->value : 0;
    }
    if (!request.keep) g_.free(node, call.span);
    for (std::size_t k = 0; k < operands.size(); ++k) {
        if (!isSlot(op, k) || !tape_.requiresGrad(operands[k])) continue;
        const NodeId to = tape_.autogradNode(operands[k]);
        if (to.valid()) send(node, k, to, amounts[k], request);
    }
}

void NumberSweep::send(NodeId from, std::size_t operand, NodeId to, double amount, const Request& request) {
    Log& log = g_.recording().log;
    ValueList& values = log.contributions.values();
    const DType dtype = tape_.dtype(to);
    const std::uint32_t sent = values.add(amount, dtype);
    Waiting& receiver = at(to);
    log.events.emplace_back(EventKind::Contribution, log.contributions.size());
    if (receiver.value == Contributions::kNone) {
        receiver.adjoint = amount;
        receiver.value = sent;
        log.contributions.add(request.sweep, from, operand, from, to, sent);
    } else {
        const std::uint32_t before = receiver.value;
        receiver.adjoint = sumOf(receiver.adjoint, amount, dtype);
        receiver.value = values.add(receiver.adjoint, dtype);
        log.contributions.add(request.sweep, from, operand, from, to, sent, before, receiver.value);
    }
    arrived(to);
}

}  // namespace backstep
