// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ways/replay.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/autodiff/machines.h"
#include "engine/autograd/backward.h"
#include "engine/autograd/rules.h"
#include "engine/autograd/saving.h"
#include "engine/python/errors.h"
#include "engine/python/interpreter.h"

namespace backstep {
namespace {

// Of U, S and V only S is computed: PyTorch's node calls it its output number 1 of 3.
bool isMiddleOfThree(Op op) { return op == Op::Svdvals; }

}  // namespace

// The machinery of programs over a copy of the tape, in an interpreter that runs nothing.
class Replay::Rules {
public:
    Rules(const Recording& recording, const Table<NodeId, NodeId>& values) : values_(values) {
        scratch_.tape = recording.tape;
        scratch_.numbers = recording.numbers;
        scratch_.isProgram = true;
        Host host;
        host.tensorType = python::defineType<Variable>("Tensor", "torch");
        host.storageType = python::defineType<Storage>("Storage", "torch");
        host.warn = [](const char*, const std::string&) {};
        autograd_ = std::make_unique<Autograd>(scratch_, std::move(host));
    }

    std::vector<MaybeTensor> pull(NodeId node, const std::vector<MaybeTensor>& adjoints) {
        Autograd& g = *autograd_;
        g.setGradEnabled(false);
        std::vector<Var> out = runRuleOf(g, node, asPyTorchCounts(node, variables(adjoints)), false);
        std::vector<MaybeTensor> given(out.size());
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (out[i]) given[i] = fitted(node, i, out[i])->value();
        }
        return given;
    }

    // An elementwise map is its own transpose. Of any other operation the rule v ↦ Jᵀv is linear: its own gradient with the
    // tangent as seed is J · tangent.
    Tensor push(NodeId node, std::size_t operand, std::size_t output, std::size_t outputs, const Tensor& value, const Tensor& tangent) {
        Autograd& g = *autograd_;
        if (isElementwise(g.tape().op(node))) {
            g.setGradEnabled(false);
            // A version of a leaf may have another shape than the first.
            const TensorShape shape = g.tape().value(g.tape().operands(node)[operand]).shape();
            const Tensor at = tangent.shape() != shape && elementCount(shape) == tangent.size() ? tangent.reshaped(shape) : tangent;
            const Var v = g.make(at.cast(value.dtype()).expandedTo(value.shape()));
            const std::vector<Var> out = runRuleOf(g, node, {v}, false);
            return out[operand] ? out[operand]->value().cast(value.dtype()).expandedTo(value.shape()) : zero(value);
        }
        g.setGradEnabled(true);
        // Linear, so it does not matter where; but that of logcumsumexp takes the logarithm of v, and then its exponential.
        const bool throughLogarithm = g.tape().op(node) == Op::Logcumsumexp;
        const Var v = g.make(Tensor::filled(value.shape(), throughLogarithm ? 1 : 0, value.dtype()));
        v->requiresGrad = true;
        std::vector<Var> adjoints(outputs);
        adjoints[output] = v;
        const Var sent = runRuleOf(g, node, asPyTorchCounts(node, std::move(adjoints)), false)[operand];
        if (!sent) return zero(value);
        if (!sent->requiresGrad) {
            refuseUntracked(node, operand, output, outputs, value);
            return zero(value);
        }
        BackwardRequest request;
        request.roots = {fitted(node, operand, sent)};
        request.seeds = {g.make(tangent)};
        request.inputs = {v};
        request.accumulate = false;
        request.allowUnused = true;
        const Var back = backward(g, request).front();
        return back ? back->value() : zero(value);
    }

    Tensor sum(const Tensor& a, const Tensor& b) {
        autograd_->setGradEnabled(false);
        return autograd_->apply(Op::Add, {autograd_->make(a), autograd_->make(b)})->value();
    }

private:
    python::Interpreter vm_;  // whose heap the variables live on
    const Table<NodeId, NodeId>& values_;
    Recording scratch_;
    std::unique_ptr<Autograd> autograd_;

    static Tensor zero(const Tensor& like) { return Tensor::filled(like.shape(), 0, like.dtype()); }
    // A rule whose result does not depend on v gives 0 whatever v is. One that counts on bare numbers only looks as if it were
    // such a one: it has no transpose to be had.
    void refuseUntracked(NodeId node, std::size_t operand, std::size_t output, std::size_t outputs, const Tensor& value) {
        Autograd& g = *autograd_;
        std::vector<double> numbers(static_cast<std::size_t>(value.size()));
        for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = std::sin(1.0 + 2.0 * static_cast<double>(i));
        std::vector<Var> adjoints(outputs);
        adjoints[output] = g.make(value.isScalar() ? Tensor(1, value.dtype()) : Tensor(value.shape(), std::move(numbers), value.dtype()));
        g.setGradEnabled(false);
        const Var sent = runRuleOf(g, node, asPyTorchCounts(node, std::move(adjoints)), false)[operand];
        if (!sent) return;
        const Tensor back = sent->value();
        if (std::any_of(back.numbers().begin(), back.numbers().end(), [](double x) { return x != 0; }))
            python::unsupported("forward mode of this operation");
    }
    std::vector<Var> asPyTorchCounts(NodeId node, std::vector<Var> adjoints) const {
        if (!isMiddleOfThree(scratch_.tape.op(node))) return adjoints;
        return {Var(), std::move(adjoints.front()), Var()};
    }
    std::vector<Var> variables(const std::vector<MaybeTensor>& values) {
        std::vector<Var> out;
        out.reserve(values.size());
        for (const MaybeTensor& value : values) out.push_back(value ? autograd_->make(*value) : Var());
        return out;
    }
    Var fitted(NodeId node, std::size_t operand, const Var& adjoint) {
        // Of what was changed behind the graph's back it is what the graph knows that counts.
        const Tensor value = scratch_.tape.value(values_[scratch_.tape.operands(node)[operand]]);
        return reducedTo(*autograd_, adjoint, value.shape(), value.dtype());
    }
};

Replay::Replay(const Recording& recording)
    : r_(recording), values_(recording.tape.size()), operations_(recording.tape.size()), outputs_(recording.tape.size(), 1) {
    nameValues();
}

Replay::~Replay() = default;

// Made when the first of them is to be run: it copies the tape.
Replay::Rules& Replay::rules() {
    if (!rules_) rules_ = std::make_unique<Rules>(r_, values_);
    return *rules_;
}

void Replay::nameValues() {
    std::unordered_map<std::uint64_t, NodeId> known;  // outputs beyond the first
    const Tape& tape = r_.tape;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        const NodeId node(i);
        values_[node] = operations_[node] = node;
        if (const auto leaf = r_.leaves.find(node.value); leaf != r_.leaves.end()) values_[node] = leaf->second;
        if (tape.op(node) != Op::Output) continue;
        NodeId own = tape.operands(node)[0];
        while (tape.op(own) == Op::Output) own = tape.operands(own)[0];
        own = values_[own];
        const auto n = isMiddleOfThree(tape.op(own)) ? 0 : static_cast<std::uint32_t>(tape.attributes(node).n);
        operations_[node] = own;
        outputs_[own] = std::max(outputs_[own], n + 1);
        values_[node] = n == 0 ? own : known.emplace(std::uint64_t{own.value} << 32 | n, node).first->second;
    }
}

std::size_t Replay::outputOf(NodeId value) const {
    return r_.tape.op(value) == Op::Output ? static_cast<std::size_t>(r_.tape.attributes(value).n) : 0;
}

std::size_t Replay::outputsOf(NodeId node) const { return outputs_[node]; }

std::vector<WayEdge> Replay::edgesOf(NodeId value) const {
    std::vector<WayEdge> edges;
    const NodeId node = operations_[value];
    const std::span<const NodeId> operands = r_.tape.operands(node);
    Op op = r_.tape.op(node);
    if (op == Op::CopySlices) op = r_.tape.op(NodeId(static_cast<std::size_t>(r_.tape.attributes(node).n)));  // whose slots these are
    for (std::size_t i = 0; i < operands.size(); ++i) {
        if (!r_.tape.requiresGrad(operands[i])) continue;
        if (r_.isProgram && !isSlot(op, i) && (i > 0 || r_.tape.op(node) != Op::CopySlices)) continue;
        // A view that requires grad only because what it is a view of does: nothing flows to it.
        if (r_.isProgram && r_.tape.op(operands[i]) == Op::Input && !r_.leaves.contains(operands[i].value)) continue;
        edges.push_back({value, node, static_cast<std::uint16_t>(i), values_[operands[i]]});
    }
    return edges;
}

// A rule that cannot be run says so by an exception of the program's.
template <class F>
auto Replay::guarded(NodeId node, F&& body) -> decltype(body()) {
    if (refused_.valid()) return {};
    if (infoOf(r_.tape.op(node)).autogradName == "*") {
        refused_ = node;
        return {};
    }
    try {
        return body();
    } catch (const python::PythonError&) {
        refused_ = node;
    } catch (const python::Unsupported&) {
        refused_ = node;
    } catch (const python::LimitReached&) {
        refused_ = node;
    }
    return {};
}

std::vector<MaybeTensor> Replay::pull(NodeId node, const std::vector<MaybeTensor>& adjoints) {
    if (r_.isProgram) return guarded(node, [&] { return rules().pull(node, adjoints); });
    ValueMachine machine(r_.tape);
    const std::span<const NodeId> operands = r_.tape.operands(node);
    std::vector<MaybeTensor> given(operands.size());
    for (std::size_t i = 0; i < operands.size(); ++i) {
        if (r_.tape.requiresGrad(operands[i])) given[i] = machine.reduceTo(operands[i], machine.run(node, i, *adjoints[0]));
    }
    return given;
}

MaybeTensor Replay::push(const WayEdge& edge, const Tensor& tangent) {
    if (r_.isProgram) {
        return guarded(edge.node, [&]() -> MaybeTensor {
            return rules().push(edge.node, edge.operand, outputOf(edge.value), outputs_[edge.node], r_.tape.value(edge.value), tangent);
        });
    }
    ValueMachine machine(r_.tape);
    return machine.run(edge.node, edge.operand, tangent);
}

Tensor Replay::sum(const Tensor& a, const Tensor& b) {
    if (r_.isProgram) return rules().sum(a, b);
    ValueMachine machine(r_.tape);
    return machine.add(a, b);
}

}  // namespace backstep
