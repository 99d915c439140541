// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autograd/number_rules.h"

#include <algorithm>

#include "engine/autodiff/rules.h"
#include "engine/tape/kernels.h"

namespace backstep {
namespace {

// As VariableMachine of rules.cpp does it, step by step, on numbers.
class NumberMachine {
public:
    using Ref = Number;
    NumberMachine(const Autograd& autograd, NodeId node, const Number& adjoint)
        : g_(autograd), tape_(autograd.tape()), node_(node), adjoint_(adjoint) {}

    bool failed = false;

    [[nodiscard]] Number operand(std::size_t i) const { return at(tape_.operands(node_)[i]); }
    [[nodiscard]] Number y() const { return at(node_); }
    [[nodiscard]] Number v() const { return adjoint_; }
    static Number number(double value) { return {value, DType::Float64, true}; }
    static Number asTensor(Number n) {
        n.isPython = false;
        return n;
    }
    Number apply(Op op, const Number* operands, std::size_t count) {
        const std::span<const Number> all(operands, count);
        if (std::all_of(all.begin(), all.end(), [](const Number& n) { return n.isPython; })) return folded(op, all);
        const std::optional<Number> result = computeNumbers(op, all);
        failed |= !result;
        return result.value_or(Number());
    }
    Number applySign(Op op, const Number* operands, std::size_t count) {
        if (count < 2 || operands[0].isPython == operands[1].isPython) return apply(op, operands, count);
        const bool second = operands[1].isPython;
        const Number& tensor = operands[second ? 0 : 1];
        const Number& number = operands[second ? 1 : 0];
        const Number filled{rounded(number.value, tensor.dtype), tensor.dtype, false};
        switch (op) {
            case Op::Add: return two(Op::AddNumber, tensor, number);
            case Op::Mul: return two(Op::MulNumber, tensor, number);
            case Op::Sub: return second ? two(Op::SubNumber, tensor, number) : two(Op::Sub, filled, tensor);
            case Op::Div: return second ? two(Op::DivNumber, tensor, number) : two(Op::Div, filled, tensor);
            case Op::Pow: return two(second ? Op::PowNumber : Op::PowBase, tensor, number);
            default: return apply(op, operands, count);
        }
    }
    static std::optional<bool> known(const Number& condition) {
        return condition.isPython ? std::optional(condition.value != 0) : std::nullopt;
    }

private:
    const Autograd& g_;
    const Tape& tape_;
    NodeId node_;
    Number adjoint_;

    [[nodiscard]] Number at(NodeId id) const { return {tape_.scalar(id), tape_.dtype(id), g_.isPythonNumber(id)}; }
    Number two(Op op, const Number& a, const Number& b) { return apply(op, std::array{a, b}.data(), 2); }
    static Number folded(Op op, std::span<const Number> operands) {
        std::array<double, kMaxElementwise> values{};
        for (std::size_t i = 0; i < operands.size(); ++i) values[i] = operands[i].value;
        return number(scalarKernel64(op)(values.data()));
    }
};

}  // namespace

bool runNumberRule(const Autograd& autograd, NodeId node, const Number& adjoint, GivenNumbers& given) {
    const Tape& tape = autograd.tape();
    const Op op = tape.op(node);
    const std::span<const NodeId> operands = tape.operands(node);
    // Atan2 computes what its two slots share once: rules.cpp.
    if (!isElementwise(op) || operands.size() > given.size() || op == Op::Atan2 || hasNoDerivative(op)) return false;
    if (!tape.isNumber(node) || !std::all_of(operands.begin(), operands.end(), [&](NodeId id) { return tape.isNumber(id); })) return false;
    for (const Autograd::Saved& saved : autograd.savedBy(node)) {
        if (!saved.variable) continue;
        const Storage* now = saved.variable->storage.get();
        if (now != saved.storage || now->revision != saved.revision) return false;
    }
    NumberMachine machine(autograd, node, adjoint);
    for (std::size_t i = 0; i < operands.size(); ++i) {
        if (!isSlot(op, i) || !tape.requiresGrad(operands[i])) continue;
        Number result = runRule(ruleOf(op, i), machine);
        if (machine.failed) return false;
        // A rule that is a number (0, for steps): in the adjoint's dtype. What arrives has the operand's.
        if (result.isPython) result.value = rounded(result.value, adjoint.dtype);
        // Of what was changed behind the graph's back it is what the graph knows that counts.
        const Op by = tape.op(operands[i]);
        const NodeId known = by == Op::Input || by == Op::Output ? tape.autogradNode(operands[i]) : operands[i];
        if (!known.valid() || !tape.isNumber(known)) return false;
        given[i] = Number{rounded(result.value, tape.dtype(known)), tape.dtype(known), false};
    }
    return true;
}

}  // namespace backstep
