// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ways/retake.h"

#include <array>
#include <cmath>
#include <utility>

#include "engine/python/errors.h"
#include "engine/python/interpreter.h"
#include "engine/tape/compute.h"
#include "engine/tape/shaped.h"
#include "engine/tensor/window.h"

namespace backstep {
namespace {

Tensor widened(const Tensor& value) { return isFloating(value.dtype()) ? value.cast(DType::Float64) : value; }

Attributes widened(const Attributes& attributes) {
    Attributes out = attributes;
    if (isFloating(out.dtype)) out.dtype = DType::Float64;
    for (Tensor& tensor : out.tensors) tensor = widened(tensor);
    return out;
}

// The same to what the dtype holds, for every number.
bool agrees(const Tensor& now, const Tensor& then) {
    if (now.shape() != then.shape()) return false;
    double size = 1e-3;
    for (const double x : then.numbers()) size = std::isfinite(x) ? std::max(size, std::fabs(x)) : size;
    const double tolerance = (then.dtype() == DType::Float64 ? 1e-9 : 1e-3) * size;
    for (std::int64_t i = 0; i < now.size(); ++i) {
        const double a = now.at(i), b = then.at(i);
        if (a != b && !(std::isnan(a) && std::isnan(b)) && !(std::fabs(a - b) <= tolerance)) return false;
    }
    return true;
}

}  // namespace

Retake::Retake(const Recording& recording, NodeId upTo, std::vector<bool> matters)
    : r_(recording), upTo_(upTo), matters_(std::move(matters)) {
    auto values = run({}, nullptr);
    if (!values) return;
    values_ = std::move(*values);
    faithful_ = true;
    for (std::size_t i = 0; i < values_.size(); ++i) faithful_ &= !matters_[i] || agrees(values_[i], r_.tape.value(NodeId(i)));
}

// What cannot be computed keeps its value, where it does not matter.
std::optional<std::vector<Tensor>> Retake::run(NodeId leaf, const Tensor* by) const {
    const Tape& tape = r_.tape;
    std::vector<Tensor> values(upTo_.index() + 1);
    Outputs outputs;
    // A kernel that fails raises an exception of Python's, which lives in some interpreter: that of rules at work is good enough.
    std::optional<python::Interpreter> vm;
    if (python::Heap::entered() == nullptr) vm.emplace();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const NodeId node(i);
        const Op op = tape.op(node);
        if (op == Op::Input || op == Op::Constant) {
            values[i] = widened(tape.value(node));
            const auto first = r_.leaves.find(node.value);
            if (by == nullptr || first == r_.leaves.end() || first->second != leaf) continue;
            const Tensor more = by->shape() == values[i].shape() ? *by : by->reshaped(values[i].shape());
            values[i] = compute(Op::Add, std::array{values[i], more}).value();
            continue;
        }
        std::optional<Tensor> value;
        try {
            value = computed(node, values, outputs);
        } catch (const python::PythonError&) {
        } catch (const python::LimitReached&) {
        } catch (const python::Unsupported&) {
        }
        if (value && value->shape() != tape.value(node).shape()) value.reset();
        if (!value && matters_[i]) return std::nullopt;
        values[i] = value ? std::move(*value) : widened(tape.value(node));
    }
    return values;
}

std::optional<Tensor> Retake::computed(NodeId node, const std::vector<Tensor>& values, Outputs& outputs) const {
    const Tape& tape = r_.tape;
    const Op op = tape.op(node);
    std::vector<Tensor> operands;
    for (const NodeId id : tape.operands(node)) operands.push_back(values[id.index()]);
    if (op == Op::Function) return std::nullopt;
    if (op == Op::Output) {
        NodeId own = tape.operands(node)[0];
        while (tape.op(own) == Op::Output) own = tape.operands(own)[0];
        const auto n = tape.op(own) == Op::Svdvals ? 0 : static_cast<std::size_t>(tape.attributes(node).n);  // its one output is number 1
        if (n == 0) return values[own.index()];
        const auto all = outputs.find(own.value);
        return all == outputs.end() || n >= all->second.size() ? std::nullopt : std::optional(widened(all->second[n]));
    }
    if (op == Op::CopySlices) {
        const Attributes& a = tape.attributes(node);
        if (!a.dims.empty()) return std::nullopt;
        const Window slice{a.sizes, a.more, static_cast<std::int64_t>(a.number)};
        return operands[0].with(placesOf(slice), values[static_cast<std::size_t>(a.n)].numbers());
    }
    if (isElementwise(op)) {
        const auto value = compute(op, operands);
        return value ? std::optional(widened(*value)) : std::nullopt;
    }
    std::vector<Tensor> all = computeShaped(op, operands, widened(tape.attributes(node)));
    if (all.empty()) return std::nullopt;
    Tensor first = widened(all[0]);
    if (all.size() > 1) outputs.emplace(node.value, std::move(all));
    return first;
}

Recording Retake::inDouble() const {
    Recording out;
    out.isProgram = true;
    out.numbers = r_.numbers;
    out.leaves = r_.leaves;
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const NodeId node(i);
        const Origin& origin = r_.tape.origin(node);
        switch (r_.tape.op(node)) {
            case Op::Input: out.tape.input({}, values_[i], origin.span); break;
            case Op::Constant: out.tape.constant(values_[i], origin); break;
            default:
                out.tape.append(r_.tape.op(node), r_.tape.operands(node), values_[i], origin,
                                std::make_shared<const Attributes>(widened(r_.tape.attributes(node))));
        }
    }
    return out;
}

std::optional<Tensor> Retake::moved(NodeId leaf, const Tensor& by) const {
    auto values = run(leaf, &by);
    return values ? std::optional(values->back()) : std::nullopt;
}

}  // namespace backstep
