// SPDX-License-Identifier: GPL-3.0-or-later
// The reverse sweep. As PyTorch's engine has it: a node is ready when every user that takes part has sent its adjoint;
// of those ready the one recorded last goes first, a leaf at once; adjoints are summed in the order of arrival.
#include "engine/autograd/backward.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <queue>
#include <unordered_map>
#include <unordered_set>

#include "engine/autograd/ops_shape.h"
#include "engine/autograd/rules.h"
#include "engine/base/watch.h"
#include "engine/python/errors.h"

namespace backstep {
namespace {

constexpr std::int64_t kWorkOfStep = 2'000;  // multiply-adds that take as long as one step of a sweep

std::string sizeText(const TensorShape& shape) {
    std::string out = "torch.Size([";
    for (std::size_t i = 0; i < shape.size(); ++i) out += (i ? ", " : "") + std::to_string(shape[i]);
    return out + "])";
}

// Adds to a count for as long as it lives.
class Counted {
public:
    Counted(int& count, int by) : count_(count), by_(by) { count_ += by_; }
    ~Counted() { count_ -= by_; }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;

private:
    int& count_;
    int by_;
};

class BackwardSweep {
public:
    BackwardSweep(Autograd& autograd, const BackwardRequest& request) : g_(autograd), r_(request) {}

    std::vector<Var> run() {
        keep_ = r_.retainGraph.value_or(r_.createGraph);
        describe();
        findRoots();
        findInputs();
        explore();
        begin();
        const bool enabled = g_.gradEnabled();
        const Autograd::Making making = g_.making;
        g_.setGradEnabled(r_.createGraph);
        const Counted inSweep(g_.sweeping, 1);
        try {
            sweep();
        } catch (...) {
            g_.setGradEnabled(enabled);
            g_.making = making;
            throw;
        }
        g_.setGradEnabled(enabled);
        g_.making = making;
        return answer();
    }

private:
    using Key = std::uint32_t;  // of a PyTorch node
    struct Waiting {
        std::vector<Var> adjoints;  // by output
        std::size_t missing = 0;    // users that have not sent theirs
    };
    struct Task {
        std::uint64_t priority = 0;
        NodeId node;
        bool operator<(const Task& other) const { return priority < other.priority; }
    };

    Autograd& g_;
    const BackwardRequest& r_;
    bool keep_ = false;
    std::vector<Autograd::Edge> roots_;
    std::vector<Var> seeds_;
    std::vector<Autograd::Edge> inputs_;
    std::vector<Var> captured_;
    std::unordered_map<Key, Waiting> waiting_;
    std::unordered_map<Key, bool> wanted_;  // only when there are inputs: whether the node leads to one
    std::vector<NodeId> order_;             // breadth first from the roots
    std::priority_queue<Task> ready_;
    SweepId sweep_;
    std::size_t call_ = 0;

    [[nodiscard]] bool isLeaf(NodeId node) const { return g_.tape().op(node) == Op::Input; }

    void findRoots() {
        for (std::size_t i = 0; i < r_.roots.size(); ++i) {
            const Var& root = r_.roots[i];
            Var seed = i < r_.seeds.size() ? r_.seeds[i] : Var();
            const bool requires_ = root->requiresGrad || g_.gradFn(root).valid();
            if (seed) {
                if (seed->shape() != root->shape()) {
                    failRuntime("Mismatch in shape: grad_output[" + std::to_string(i) + "] has a shape of " + sizeText(seed->shape()) +
                                " and output[" + std::to_string(i) + "] has a shape of " + sizeText(root->shape()) + ".");
                }
            } else if (requires_) {
                if (root->size() != 1) failRuntime("grad can be implicitly created only for scalar outputs");
                seed = g_.make(Tensor::filled(root->shape(), 1, root->dtype()));
            }
            seeds_.push_back(seed);
        }
        for (std::size_t i = 0; i < r_.roots.size(); ++i) {
            const Var& root = r_.roots[i];
            if (!g_.gradFn(root).valid() && (!root->requiresGrad || (root->extra && root->extra->follows))) {
                failRuntime("element " + std::to_string(i) + " of tensors does not require grad and does not have a grad_fn");
            }
            const NodeId node = g_.nodeOf(root);
            roots_.push_back({g_.autogradNode(node), g_.outputNumber(node)});
        }
    }

    void findInputs() {
        for (const Var& input : r_.inputs) {
            if (!input->requiresGrad) failRuntime("One of the differentiated Tensors does not require grad");
            const NodeId node = g_.nodeOf(input);
            inputs_.push_back({g_.autogradNode(node), g_.outputNumber(node)});
            if (r_.accumulate && !input->isLeaf) g_.retainGrad(input);
        }
        captured_.resize(inputs_.size());
    }

    // Who takes part, and how many users each has.
    void explore() {
        std::unordered_set<Key> seen;
        const auto add = [&](NodeId node) {
            if (seen.insert(node.value).second) order_.push_back(node);
        };
        for (const auto& root : roots_) add(root.node);
        for (std::size_t i = 0; i < order_.size(); ++i) {
            for (const auto& edge : g_.nextFunctions(order_[i])) {
                if (!edge.node.valid()) continue;
                ++waiting_[edge.node.value].missing;
                add(edge.node);
            }
        }
        for (const auto& root : roots_) ++waiting_[root.node.value].missing;
        if (inputs_.empty()) return;
        for (const auto& input : inputs_) wanted_[input.node.value] = true;
        std::vector<NodeId> byNumber = order_;
        std::sort(byNumber.begin(), byNumber.end());
        for (const NodeId node : byNumber) {
            for (const auto& edge : g_.nextFunctions(node)) {
                if (edge.node.valid() && wanted_.contains(edge.node.value) && wanted_[edge.node.value]) wanted_[node.value] = true;
            }
        }
    }

    [[nodiscard]] bool takesPart(NodeId node) const { return inputs_.empty() || wanted_.contains(node.value); }

    // Whether the node's own rule runs: with inputs, only where the way to one goes on.
    [[nodiscard]] bool runs(NodeId node) const {
        if (inputs_.empty()) return true;
        if (isLeaf(node)) return r_.accumulate && takesPart(node);
        if (r_.accumulate && std::any_of(inputs_.begin(), inputs_.end(), [&](const auto& input) { return input.node == node; })) return true;
        const std::vector<Autograd::Edge> edges = g_.nextFunctions(node);
        return std::any_of(edges.begin(), edges.end(), [&](const auto& e) { return e.node.valid() && takesPart(e.node); });
    }

    // The graph as it was asked for, whether or not the sweep can begin.
    void describe() {
        BackwardCall call;
        call.span = g_.where();
        call.kind = r_.kind;
        call.retainGraph = r_.retainGraph;
        call.createGraph = r_.createGraph;
        std::unordered_set<Key> seen;
        std::vector<NodeId> nodes;
        const auto add = [&](NodeId node) {
            if (seen.insert(node.value).second) nodes.push_back(node);
        };
        for (const Var& root : r_.roots) {
            const NodeId node = g_.gradFn(root);
            if (!node.valid()) continue;
            call.roots.push_back(g_.autogradNode(node));
            add(call.roots.back());
        }
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            BackwardCall::Node row{nodes[i], g_.gradFnName(nodes[i]), {}};
            for (const auto& edge : g_.nextFunctions(nodes[i])) {
                row.next.push_back(edge.node);
                if (edge.node.valid()) add(edge.node);
            }
            call.nodes.push_back(std::move(row));
        }
        call_ = g_.recording().backwardCalls.size();
        g_.recording().backwardCalls.push_back(std::move(call));
    }

    void begin() {
        Recording& recording = g_.recording();
        sweep_ = recording.log.sweeps.add({SweepMode::Reverse, g_.nodeOf(r_.roots.front()), seeds_.front()->value()});
        recording.log.events.push_back({EventKind::SweepBegan, sweep_.value});
    }

    void sweep() {
        for (std::size_t i = 0; i < roots_.size(); ++i) arrive(roots_[i], seeds_[i]);
        while (!ready_.empty()) {
            const NodeId node = ready_.top().node;
            ready_.pop();
            if (g_.anomaly()) watched(node);
            else evaluate(node);
        }
    }

    // With anomaly detection: says where the node was made that failed.
    void watched(NodeId node) {
        try {
            evaluate(node);
        } catch (const python::PythonError&) {
            const std::string name = g_.gradFnName(node);
            const std::string stack = g_.madeAt(node);
            g_.host().warn("UserWarning", "Error detected in " + name + ". " +
                           (stack.empty() ? "No forward pass information available. Enable detect anomaly during forward pass for more information."
                                          : "Traceback of forward call that caused the error:\n" + stack) +
                           " (Triggered internally at  ./torch/csrc/autograd/python_anomaly_mode.cpp:" + (stack.empty() ? "103" : "114") + ".)");
            throw;
        }
    }

    void refuseNan(NodeId node, const std::vector<Var>& amounts) const {
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            if (!amounts[i]) continue;
            const Tensor value = amounts[i]->value();
            if (std::none_of(value.numbers().begin(), value.numbers().end(), [](double x) { return std::isnan(x); })) continue;
            failRuntime("Function '" + g_.gradFnName(node) + "' returned nan values in its " + std::to_string(i) + "th output.");
        }
    }

    void arrive(const Autograd::Edge& edge, Var adjoint) {
        Waiting& w = waiting_[edge.node.value];
        if (w.adjoints.size() <= edge.output) w.adjoints.resize(edge.output + 1);
        Var& slot = w.adjoints[edge.output];
        if (adjoint) slot = slot ? g_.apply(Op::Add, {slot, adjoint}) : std::move(adjoint);
        if (--w.missing > 0) return;
        if (!takesPart(edge.node)) return;
        const std::uint64_t priority = isLeaf(edge.node) ? std::numeric_limits<std::uint64_t>::max() : edge.node.value;
        ready_.push({priority, edge.node});
    }

    void evaluate(NodeId node) {
        std::vector<Var> adjoints = std::move(waiting_[node.value].adjoints);
        adjoints.resize(std::max(adjoints.size(), g_.outputCount(node)));
        // A leaf's hooks run inside its node: it received what came before them.
        if (isLeaf(node) && runs(node)) logStep(node, adjoints, {});
        for (std::size_t i = 0; i < inputs_.size(); ++i) {  // what grad() gives is what came before the hooks
            if (inputs_[i].node == node && inputs_[i].output < adjoints.size() && !r_.accumulate) captured_[i] = adjoints[inputs_[i].output];
        }
        if (!runs(node)) return;
        runHooks(node, adjoints);
        if (isLeaf(node)) {
            accumulate(node, adjoints.front());
            return;
        }
        if (infoOf(g_.tape().op(node)).autogradName != "*") g_.checkSaved(node);
        g_.making = {node, static_cast<std::uint8_t>(g_.tape().origin(node).order + 1)};
        std::vector<Var> given = ruleOf(node, adjoints);
        if (!keep_) g_.free(node);
        const std::vector<Autograd::Edge> edges = g_.nextFunctions(node);
        std::vector<Var> amounts(edges.size());  // by slot
        for (std::size_t i = 0; i < edges.size(); ++i) {
            const std::size_t operand = edges[i].operand;
            // These compute for everybody, wanted or not.
            const bool everybody = g_.tape().op(node) == Op::Cat || g_.tape().op(node) == Op::Stack;
            if (!edges[i].node.valid() && everybody && operand < given.size()) amounts[i] = given[operand];
            if (edges[i].node.valid() && takesPart(edges[i].node) && operand < given.size() && given[operand]) amounts[i] = validated(node, operand, given[operand]);
        }
        logStep(node, adjoints, amounts);
        if (g_.anomaly() && g_.checksNan()) refuseNan(node, amounts);
        for (std::size_t i = 0; i < edges.size(); ++i) {
            if (!edges[i].node.valid()) continue;
            logContribution(node, edges[i].operand, edges[i], amounts[i]);
            arrive(edges[i], amounts[i]);
        }
    }

    std::vector<Var> ruleOf(NodeId node, const std::vector<Var>& adjoints) {
        if (infoOf(g_.tape().op(node)).autogradName == "*") return r_.callFunction(node, adjoints);
        if (std::none_of(adjoints.begin(), adjoints.end(), [](const Var& v) { return bool(v); })) return {};
        return runRuleOf(g_, node, adjoints, r_.createGraph);
    }

    Var validated(NodeId node, std::size_t i, const Var& adjoint) {
        NodeId operand = g_.tape().operands(node)[i];
        // Of what was changed behind the graph's back it is what the graph knows that counts.
        const Op op = g_.tape().op(operand);
        if (op == Op::Input || (op == Op::Output && g_.outputNumber(operand) == 0)) operand = g_.autogradNode(operand);
        const Tensor value = g_.tape().value(operand);
        const auto wide = broadcastShapes(value.shape(), adjoint->shape());
        if (!wide || *wide != adjoint->shape()) {
            const auto text = [](const TensorShape& s) { return sizeText(s).substr(11, sizeText(s).size() - 12); };
            failRuntime("Function " + g_.gradFnName(node) + " returned an invalid gradient at index " + std::to_string(i) + " - got " +
                        text(adjoint->shape()) + " but expected shape compatible with " + text(value.shape()));
        }
        return reducedTo(g_, adjoint, value.shape(), value.dtype());
    }

    // --- hooks and leaves ---

    void runHooks(NodeId node, std::vector<Var>& adjoints) {
        for (const auto& hooked : g_.hooksOf(node)) {
            if (hooked.output >= adjoints.size() || !adjoints[hooked.output]) continue;
            Var& adjoint = adjoints[hooked.output];
            if (hooked.hook.isEmpty()) {  // retain_grad
                if (const Var kept = hooked.retains) retain(kept->more().grad, adjoint);
                continue;
            }
            const Counted program(g_.sweeping, -1);  // the hook is the program's own
            if (const Var changed = g_.host().callHook(hooked.hook, adjoint)) adjoint = changed;
        }
    }

    // Later sweeps add to it.
    void retain(Var& grad, const Var& adjoint) {
        if (grad) grad = g_.apply(Op::Add, {grad, adjoint});
        else grad = r_.createGraph ? g_.call(Op::Clone, {adjoint}) : g_.detached(adjoint);
    }

    void accumulate(NodeId node, const Var& adjoint) {
        const Var leaf = g_.leafVariable(node);
        if (!leaf || !adjoint || !leaf->requiresGrad) return;
        Var& grad = leaf->more().grad;
        if (!grad) {
            if (r_.createGraph) {
                const Var empty = g_.make(Tensor::filled(adjoint->shape(), 0, adjoint->dtype()));
                g_.inplace(Op::CopyInto, std::array{empty, adjoint});
                grad = empty;
            } else {
                const Tensor value = adjoint->value();  // in the leaf's shape, which may have changed since
                grad = g_.make(value.size() == leaf->size() ? value.reshaped(leaf->shape()) : value);
            }
        } else if (r_.createGraph) {
            grad = g_.apply(Op::Add, {grad, adjoint});
        } else {
            const Var sum = g_.apply(Op::Add, {grad, adjoint});
            g_.assign(grad, sum->value());
        }
        const NodeId where = g_.tape().op(node) == Op::Input ? node : NodeId();
        Log& log = g_.recording().log;
        log.accumulations.push_back({sweep_, where, adjoint->value(), grad->value()});
        log.events.push_back({EventKind::Accumulated, static_cast<std::uint32_t>(log.accumulations.size() - 1)});
    }

    std::vector<Var> answer() {
        if (r_.accumulate || inputs_.empty()) return {};
        for (const Var& v : captured_) {
            if (!v && !r_.allowUnused) {
                failRuntime("One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the "
                            "desired behavior.");
            }
        }
        return captured_;
    }

    // --- the record ---

    static std::vector<std::optional<Tensor>> values(const std::vector<Var>& variables) {
        std::vector<std::optional<Tensor>> out;
        for (const Var& v : variables) out.push_back(v ? std::optional(v->value()) : std::nullopt);
        return out;
    }

    void logStep(NodeId node, const std::vector<Var>& out, const std::vector<Var>& in) {
        g_.recording().backwardCalls[call_].steps.push_back({node, values(out), values(in)});
    }

    void logContribution(NodeId node, std::size_t operand, const Autograd::Edge& to, const Var& amount) {
        if (!amount) return;
        Watch::work(kWorkOfStep);
        Contribution row;
        row.sweep = sweep_;
        row.node = node;
        row.operand = static_cast<std::uint8_t>(operand);
        row.from = node;
        row.to = to.node;
        row.amount = amount->value();
        const Waiting& w = waiting_[to.node.value];
        row.hadBefore = w.adjoints.size() > to.output && w.adjoints[to.output];
        if (row.hadBefore) row.before = w.adjoints[to.output]->value();
        row.after = row.hadBefore ? Tensor() : row.amount;
        if (row.hadBefore) {
            const bool enabled = g_.gradEnabled();
            g_.setGradEnabled(false);
            row.after = g_.apply(Op::Add, {g_.make(row.before), g_.make(row.amount)})->value();
            g_.setGradEnabled(enabled);
        }
        Log& log = g_.recording().log;
        if (!row.amount.isScalar()) log.bytesOfValues += static_cast<std::size_t>(row.amount.size()) * sizeof(double) * (row.hadBefore ? 2 : 1);
        log.contributions.push_back(std::move(row));
        g_.checkRoom();
        log.events.push_back({EventKind::Contribution, static_cast<std::uint32_t>(log.contributions.size() - 1)});
    }
};

}  // namespace

std::vector<Var> backward(Autograd& autograd, const BackwardRequest& request) { return BackwardSweep(autograd, request).run(); }

Var reducedTo(Autograd& autograd, const Var& adjoint, const TensorShape& shape, DType dtype) {
    Var out = adjoint;
    if (out->shape() != shape) out = ops::sumTo(autograd, out, shape);
    if (out->dtype() != dtype) {
        Attributes to;
        to.dtype = dtype;
        out = autograd.call(Op::ToCopy, {out}, to);
    }
    return out;
}

}  // namespace backstep
