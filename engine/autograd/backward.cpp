// SPDX-License-Identifier: GPL-3.0-or-later
// Long because the sweep is one machine: what is ready, what arrives, what is called and what is freed.
// The reverse sweep. As PyTorch's engine has it: a node is ready when every user that takes part has sent its adjoint;
// of those ready the one recorded last goes first, a leaf at once; adjoints are summed in the order of arrival.
#include "engine/autograd/backward.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <queue>

#include "engine/autograd/flow.h"
#include "engine/autograd/number_rules.h"
#include "engine/autograd/number_sweep.h"
#include "engine/autograd/ops_shape.h"
#include "engine/autograd/rules.h"
#include "engine/base/watch.h"
#include "engine/python/errors.h"
#include "engine/python/limits.h"

namespace backstep {
namespace {

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
    BackwardSweep(Autograd& autograd, const BackwardRequest& request) : g_(autograd), r_(request), marks_(g_.lendMarks()) {}
    ~BackwardSweep() {
        for (const Waiting& w : waiting_) marks_[w.node.index()] = 0;
        g_.takeMarks(std::move(marks_));
    }
    BackwardSweep(const BackwardSweep&) = delete;

    std::vector<Var> run() {
        keep_ = r_.retainGraph.value_or(r_.createGraph);
        describe();
        findRoots();
        if (r_.createGraph && r_.accumulate && r_.warnCreateGraph) r_.warnCreateGraph();
        findInputs();
        if (g_.second != nullptr && g_.recording().log.sweeps.size() == g_.second->call) answerSecond();
        if (sweepNumbers()) return {};
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
    struct Waiting {
        NodeId node;                // a PyTorch node
        std::uint32_t missing = 0;  // users that have not sent their adjoint
        bool wanted = false;        // only when there are inputs: it leads to one
        bool driven = false;        // it runs though nobody asked: see explore()
        Flows adjoints;             // by output
    };
    Autograd& g_;
    const BackwardRequest& r_;
    bool keep_ = false;
    std::vector<Autograd::Edge> roots_;
    std::vector<Var> seeds_;
    std::vector<Autograd::Edge> inputs_;
    std::vector<Var> captured_;
    std::vector<std::uint32_t> marks_;  // by node: its place in waiting_ + 1
    std::vector<Waiting> waiting_;      // breadth first from the roots
    std::size_t explored_ = 0;          // of waiting_: whose users' edges are counted
    std::priority_queue<ReadyNode> ready_;
    SweepId sweep_;
    std::size_t call_ = 0;

    [[nodiscard]] bool isLeaf(NodeId node) const { return g_.tape().op(node) == Op::Input; }
    ValueList& values() { return g_.recording().log.contributions.values(); }
    BackwardCall& call() { return g_.recording().backwardCalls[call_]; }

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
                if (seed->dtype() != root->dtype() && !g_.gradFn(root).valid()) {  // a leaf takes it as its own; a node is given its type
                    const Tensor given = seed->value();
                    seed = g_.make(Tensor(given.shape(), {given.numbers().begin(), given.numbers().end()}, root->dtype()));
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
            seeds_[i] = fitting(node, seeds_[i], "", i);
        }
    }

    // What is asked of the run besides: the gradient's own derivative, in two sweeps ahead of this one. Then nothing is left to do.
    [[noreturn]] void answerSecond() {
        SecondOrder& asked = *std::exchange(g_.second, nullptr);
        for (const Autograd::Leaf& leaf : g_.leaves()) {
            if (leaf.key != asked.leaf || !leaf.variable->requiresGrad) continue;
            const Var x = leaf.variable;
            const Var first = gradient(r_.roots, r_.seeds, x);
            const auto at = static_cast<std::int64_t>(asked.element);
            if (!first || at >= first->size()) break;
            asked.value = 0;  // where the gradient does not depend on x
            if (!first->requiresGrad) break;
            const Tensor zeros = Tensor::filled(first->shape(), 0, first->dtype());
            const Tensor one = zeros.dims() == 0 ? Tensor(1, first->dtype()) : zeros.with(std::array{at}, std::array{1.0});
            asked.value.reset();
            const Var second = gradient({first}, {g_.make(one)}, x);
            asked.value = second ? second->value().at(at) : 0;
            break;
        }
        throw python::Interrupted{};
    }
    [[nodiscard]] Var gradient(std::vector<Var> of, std::vector<Var> seeds, const Var& by) {
        BackwardRequest request;
        request.kind = "autograd.grad";
        request.roots = std::move(of);
        request.seeds = std::move(seeds);
        request.inputs = {by};
        request.accumulate = false;
        request.retainGraph = true;
        request.createGraph = true;
        request.allowUnused = true;
        request.callFunction = r_.callFunction;
        return backward(g_, request).front();
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

    // --- who takes part, and how many users each has ---

    [[nodiscard]] bool has(NodeId node) const { return node.index() < marks_.size() && marks_[node.index()] != 0; }
    Waiting& waiting(NodeId node) { return waiting_[marks_[node.index()] - 1]; }
    void add(NodeId node) {
        if (node.index() >= marks_.size()) marks_.resize(g_.tape().size());
        if (marks_[node.index()] != 0) return;
        waiting_.push_back({});
        waiting_.back().node = node;
        marks_[node.index()] = static_cast<std::uint32_t>(waiting_.size());
    }
    void follow() {
        for (; explored_ < waiting_.size(); ++explored_) {
            g_.tape().forEachNext(waiting_[explored_].node, [&](const Autograd::Edge& edge) {
                if (!edge.node.valid()) return;
                add(edge.node);
                ++waiting(edge.node).missing;
            });
        }
    }

    // The graph as it was asked for, whether or not the sweep can begin.
    void describe() {
        BackwardCall call;
        call.span = g_.where();
        call.kind = r_.kind;
        call.retainGraph = r_.retainGraph;
        call.createGraph = r_.createGraph;
        for (const Var& root : r_.roots) {
            if (const NodeId node = g_.gradFn(root); node.valid()) call.roots.push_back(g_.autogradNode(node));
        }
        call_ = g_.recording().backwardCalls.size();
        g_.recording().backwardCalls.push_back(std::move(call));
    }

    void explore() {
        for (const auto& root : roots_) add(root.node);
        follow();
        for (const auto& root : roots_) ++waiting(root.node).missing;
        if (inputs_.empty()) return;
        std::vector<NodeId> byNumber;
        for (const Waiting& w : waiting_) byNumber.push_back(w.node);
        std::sort(byNumber.begin(), byNumber.end());
        for (const auto& input : inputs_) {
            if (has(input.node)) waiting(input.node).wanted = true;
        }
        for (const NodeId node : byNumber) {
            g_.tape().forEachNext(node, [&](const Autograd::Edge& edge) {
                if (edge.node.valid() && waiting(edge.node).wanted) waiting(node).wanted = true;
            });
        }
        // What was written into a slice is differentiated whenever the slice is, as PyTorch does: even into a leaf's .grad.
        for (const NodeId node : byNumber) {
            if (g_.tape().op(node) != Op::CopySlices || !waiting(node).wanted) continue;
            g_.tape().forEachNext(node, [&](const Autograd::Edge& edge) {
                if (edge.node.valid() && edge.operand > 0) waiting(edge.node).driven = waiting(edge.node).wanted = true;
            });
        }
    }

    [[nodiscard]] bool takesPart(NodeId node) { return inputs_.empty() || waiting(node).wanted; }

    // Whether the node's own rule runs: with inputs, only where the way to one goes on.
    [[nodiscard]] bool runs(NodeId node) {
        if (inputs_.empty() || waiting(node).driven) return true;
        if (isLeaf(node)) return r_.accumulate && takesPart(node);
        if (r_.accumulate && std::any_of(inputs_.begin(), inputs_.end(), [&](const auto& input) { return input.node == node; }))
            return true;
        bool goesOn = false;
        g_.tape().forEachNext(node, [&](const Autograd::Edge& e) { goesOn |= e.node.valid() && takesPart(e.node); });
        return goesOn;
    }

    void begin() {
        Recording& recording = g_.recording();
        sweep_ = recording.log.sweeps.add({SweepMode::Reverse, g_.nodeOf(r_.roots.front()), seeds_.front()->value()});
        recording.log.events.emplace_back(EventKind::SweepBegan, sweep_.index());
        call().sweep = sweep_;
    }

    // The quick way, where nothing needs another.
    bool sweepNumbers() {
        if (r_.createGraph || !r_.accumulate || !inputs_.empty() || roots_.size() != 1 || roots_[0].output != 0 || g_.hasHooks() ||
            g_.anomaly())
            return false;
        const Flow seed = seeds_[0] ? flowOf(seeds_[0]) : Flow();
        const NodeId root = roots_[0].node;
        if (!seed.isNumber() || !g_.tape().isNumber(root) || seed.dtype != g_.tape().dtype(root)) return false;
        NumberSweep numbers(g_, root);
        if (!numbers.fits()) return false;
        begin();
        const bool enabled = g_.gradEnabled();
        g_.setGradEnabled(false);
        const Counted inSweep(g_.sweeping, 1);
        const auto accumulated = [&](NodeId leaf, const Number& adjoint) {
            Flow flow(adjoint);
            accumulate(leaf, flow);
        };
        try {
            numbers.run({sweep_, call_, {seed.number, seed.dtype, false}, keep_, accumulated});
        } catch (...) {
            g_.setGradEnabled(enabled);
            throw;
        }
        g_.setGradEnabled(enabled);
        return true;
    }

    void sweep() {
        for (std::size_t i = 0; i < roots_.size(); ++i) {
            Flow& slot = waiting(roots_[i].node).adjoints.at(roots_[i].output);
            const bool given = i < r_.seeds.size() && r_.seeds[i];  // its memory may become a gradient's
            if (const Flow seed = given ? Flow(seeds_[i]) : flowOf(seeds_[i]); seed.any()) slot = slot.any() ? sum(slot, seed) : seed;
            arrived(roots_[i].node);
        }
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
            g_.host().warn(
                "UserWarning",
                "Error detected in " + name + ". " +
                    (stack.empty()
                         ? "No forward pass information available. Enable detect anomaly during forward pass for more information."
                         : "Traceback of forward call that caused the error:\n" + stack) +
                    " (Triggered internally at  ./torch/csrc/autograd/python_anomaly_mode.cpp:" + (stack.empty() ? "103" : "114") + ".)");
            throw;
        }
    }

    void refuseNan(NodeId node, const std::vector<Flow>& amounts) const {
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            if (!amounts[i].variable) continue;
            const Tensor value = amounts[i].variable->value();
            if (std::none_of(value.numbers().begin(), value.numbers().end(), [](double x) { return std::isnan(x); })) continue;
            failRuntime("Function '" + g_.gradFnName(node) + "' returned nan values in its " + std::to_string(i) + "th output.");
        }
    }

    // --- what flows ---

    [[nodiscard]] Flow flowOf(const Var& v) const {
        const bool plain = v && !r_.createGraph && !g_.anomaly() && !v->window && v->storage->value.isScalar() && isFloating(v->dtype());
        return plain ? Flow(Number{v->item(), v->dtype(), false}) : Flow(v);
    }
    Var varOf(Flow& flow) {
        if (!flow.isNumber()) return flow.variable;
        flow.variable = g_.make(Tensor::number(flow.number, flow.dtype));
        flow.kind = Flow::Kind::Variable;
        return flow.variable;
    }
    std::uint32_t logged(Flow& flow) {
        if (flow.logged == Contributions::kNone && flow.any()) {
            flow.logged = flow.isNumber() ? values().add(flow.number, flow.dtype) : values().add(flow.variable->value());
        }
        return flow.logged;
    }
    Flow sum(Flow& a, Flow b) {
        if (a.isNumber() && b.isNumber()) {
            const auto both = computeNumbers(Op::Add, std::array{Number{a.number, a.dtype, false}, Number{b.number, b.dtype, false}});
            if (both) return Flow(*both);
        }
        return Flow(g_.apply(Op::Add, {varOf(a), varOf(b)}));
    }

    void arrived(NodeId node) {
        if (--waiting(node).missing > 0 || !takesPart(node)) return;
        ready_.push({isLeaf(node) ? ReadyNode::kFirst : node.value, node});
    }

    void send(NodeId from, const Autograd::Edge& edge, Flow& amount) {
        if (amount.any()) {
            Watch::work(kWorkOfStep);
            const std::uint32_t sent = logged(amount);
            Flow& slot = waiting(edge.node).adjoints.at(edge.output);
            const std::uint32_t before = logged(slot);
            // What the sum records with create_graph comes behind the contribution.
            std::uint32_t after =
                before != Contributions::kNone && r_.createGraph ? values().add(sumOf(slot, amount)) : Contributions::kNone;
            if (!r_.createGraph) {
                slot = slot.any() ? sum(slot, amount) : amount;
                after = logged(slot);
            }
            g_.checkRoom();
            Log& log = g_.recording().log;
            log.events.emplace_back(EventKind::Contribution, log.contributions.size());
            log.contributions.add(sweep_, from, edge.operand, from, edge.node, sent, before, after);
            if (r_.createGraph) {
                slot = slot.any() ? sum(slot, amount) : amount;
                if (before != Contributions::kNone) slot.logged = after;
            }
        }
        arrived(edge.node);
    }
    // Its value alone, whatever is recorded otherwise.
    Tensor sumOf(Flow& a, Flow& b) {
        g_.setGradEnabled(false);
        Tensor value = g_.apply(Op::Add, {varOf(a), varOf(b)})->value();
        g_.setGradEnabled(r_.createGraph);
        return value;
    }

    // --- a node's turn ---

    void evaluate(NodeId node) {
        Flows adjoints = std::move(waiting(node).adjoints);
        if (const std::size_t outputs = g_.outputCount(node); outputs > 0) (void)adjoints.at(outputs - 1);
        // A leaf's hooks run inside its node: it received what came before them.
        if (isLeaf(node) && runs(node)) logStep(node, adjoints);
        for (std::size_t i = 0; i < inputs_.size(); ++i) {  // what grad() gives is what came before the hooks
            if (inputs_[i].node == node && inputs_[i].output < adjoints.size() && !r_.accumulate)
                captured_[i] = varOf(adjoints[inputs_[i].output]);
        }
        if (!runs(node)) return;
        const bool hooked = g_.hasHooks() && isHooked(node);
        if (isLeaf(node)) {
            const std::vector<Var> received = hooked ? std::vector<Var>{varOf(adjoints.at(0))} : std::vector<Var>();
            if (g_.hasHooks()) runHooks(node, adjoints);
            try {
                accumulate(node, adjoints.at(0));
            } catch (...) {
                call().dropStep();
                throw;
            }
            if (hooked) runNodeHooks(node, {}, received);
            return;
        }
        if (g_.hasHooks()) runHooks(node, adjoints);
        if (infoOf(g_.tape().op(node)).autogradName != "*") g_.checkSaved(node);
        if (!hooked && adjoints.size() == 1 && adjoints[0].isNumber() && passOnNumber(node, adjoints)) return;
        passOn(node, adjoints, hooked);
    }

    // The node's rule on plain numbers, where that can be.
    bool passOnNumber(NodeId node, Flows& adjoints) {
        GivenNumbers given;
        if (!runNumberRule(g_, node, {adjoints[0].number, adjoints[0].dtype, false}, given)) return false;
        if (!keep_) g_.free(node, call().span);
        logStep(node, adjoints);
        std::array<Flow, 3> amounts;
        g_.tape().forEachNext(node, [&](const Autograd::Edge& edge) {
            Flow& amount = amounts[edge.operand];
            if (edge.node.valid() && takesPart(edge.node) && given[edge.operand]) amount = Flow(*given[edge.operand]);
            call().addValue(logged(amount));
        });
        g_.tape().forEachNext(node, [&](const Autograd::Edge& edge) {
            if (edge.node.valid()) send(node, edge, amounts[edge.operand]);
        });
        return true;
    }

    void passOn(NodeId node, Flows& adjoints, bool hooked) {
        g_.making = {node, static_cast<std::uint8_t>(g_.tape().orderOf(node) + 1)};
        std::vector<Var> given = ruleOf(node, adjoints);
        if (!keep_) g_.free(node, call().span);
        const std::vector<Autograd::Edge> edges = g_.nextFunctions(node);
        std::vector<Flow> amounts(edges.size());  // by slot
        const Op op = g_.tape().op(node);
        const bool everybody =
            op == Op::Cat || op == Op::Stack || op == Op::BlockDiag || op == Op::Function;  // these compute for everybody, wanted or not
        for (std::size_t i = 0; i < edges.size(); ++i) {
            const std::size_t operand = edges[i].operand;
            if (operand >= given.size() || !given[operand]) continue;
            if (!everybody && !(edges[i].node.valid() && takesPart(edges[i].node))) continue;
            amounts[i] = flowOf(edges[i].node.valid() ? validated(node, operand, given[operand]) : given[operand]);
        }
        if (hooked) askNode(node, adjoints, amounts);
        logStep(node, adjoints);
        for (Flow& amount : amounts) call().addValue(logged(amount));
        for (std::size_t i = 0; i < edges.size(); ++i) {
            if (edges[i].node.valid() && !takesPart(edges[i].node)) amounts[i] = {};
        }
        if (g_.anomaly() && g_.checksNan()) refuseNan(node, amounts);
        for (std::size_t i = 0; i < edges.size(); ++i) {
            if (edges[i].node.valid()) send(node, edges[i], amounts[i]);
        }
    }

    std::vector<Var> ruleOf(NodeId node, Flows& adjoints) {
        std::vector<Var> variables;
        for (std::size_t i = 0; i < adjoints.size(); ++i) variables.push_back(varOf(adjoints[i]));
        if (infoOf(g_.tape().op(node)).autogradName == "*") return r_.callFunction(node, variables);
        if (std::none_of(variables.begin(), variables.end(), [](const Var& v) { return bool(v); })) return {};
        return runRuleOf(g_, node, std::move(variables), r_.createGraph);
    }

    Var validated(NodeId node, std::size_t i, const Var& adjoint) {
        return fitting(g_.tape().operands(node)[i], adjoint, "Function " + g_.gradFnName(node) + " returned an ", i);
    }

    // What flows into a node in the shape and type of its value.
    Var fitting(NodeId to, const Var& adjoint, const std::string& who, std::size_t i) {
        // Of what was changed behind the graph's back it is what the graph knows that counts.
        const Op op = g_.tape().op(to);
        if (op == Op::Input || (op == Op::Output && g_.outputNumber(to) == 0)) to = g_.autogradNode(to);
        const Tensor value = g_.tape().value(to);
        if (value.shape() == adjoint->shape() && value.dtype() == adjoint->dtype()) return adjoint;
        const auto wide = broadcastShapes(value.shape(), adjoint->shape());
        if (!wide || *wide != adjoint->shape()) {
            failRuntime(who + "invalid gradient at index " + std::to_string(i) + " - got " + ops::textOf(adjoint->shape()) +
                        " but expected shape compatible with " + ops::textOf(value.shape()));
        }
        return reducedTo(g_, adjoint, value.shape(), value.dtype());
    }

    // --- hooks and leaves ---

    void runHooks(NodeId node, Flows& adjoints) {
        for (const auto& hooked : g_.hooksOf(node)) {
            if (hooked.output >= adjoints.size() || !adjoints[hooked.output].any()) continue;
            const Var adjoint = varOf(adjoints[hooked.output]);
            if (hooked.hook.isEmpty()) {  // retain_grad
                if (const Var kept = hooked.retains) retain(kept->more().grad, adjoint);
                continue;
            }
            const Counted program(g_.sweeping, -1);  // the hook is the program's own
            const Var changed = g_.host().callHook(hooked.hook, adjoint);
            adjoints[hooked.output] = Flow(changed ? changed : adjoint);  // which the hook may have changed in place
        }
    }

    // Whether the program hooked the node itself, rather than what flows into it.
    [[nodiscard]] bool isHooked(NodeId node) const {
        const std::vector<Autograd::Hooked> hooks = g_.hooksOf(node);
        return std::any_of(hooks.begin(), hooks.end(), [](const auto& h) { return h.output == Autograd::Hooked::kOfNode; });
    }

    std::vector<Var> runNodeHooks(NodeId node, std::vector<Var> given, const std::vector<Var>& received) {
        for (const auto& hooked : g_.hooksOf(node)) {
            if (hooked.output != Autograd::Hooked::kOfNode) continue;
            const Counted program(g_.sweeping, -1);  // the hook is the program's own
            given = g_.host().callNodeHook(hooked.hook, given, received);
        }
        return given;
    }

    // What the node gave, as its hooks would have it.
    void askNode(NodeId node, Flows& adjoints, std::vector<Flow>& amounts) {
        std::vector<Var> given, received;
        for (Flow& amount : amounts) given.push_back(varOf(amount));
        for (std::size_t i = 0; i < adjoints.size(); ++i) received.push_back(varOf(adjoints[i]));
        given = runNodeHooks(node, std::move(given), received);
        for (std::size_t i = 0; i < amounts.size(); ++i) amounts[i] = given[i] ? Flow(given[i]) : Flow();
    }

    // Later sweeps add to it. What the node gave goes on: it is a copy that is kept.
    void retain(Var& grad, const Var& adjoint) {
        if (grad) grad = g_.apply(Op::Add, {grad, adjoint});
        else grad = r_.createGraph ? g_.call(Op::Clone, {adjoint}) : g_.make(adjoint->value());
    }

    // The leaf's strides for so many dimensions: where it has fewer PyTorch reads on behind them; a tensor begins with one, of 1.
    static std::vector<std::int64_t> stridesOf(const Variable& variable, const Window& leaf, std::size_t dims) {
        std::vector<std::int64_t> strides = leaf.strides;
        const std::vector<std::int64_t> none;
        const std::vector<std::int64_t>& behind = variable.extra ? variable.extra->behind : none;
        for (std::size_t d = strides.size(); d < dims; ++d) strides.push_back(d < behind.size() ? behind[d] : d == 0 ? 1 : 0);
        return strides;
    }

    // Whether the adjoint may be the leaf's gradient as it lies in memory. (The leaf's shape may have changed since.)
    static bool liesAs(const Variable& variable, const Window& adjoint) {
        const Window leaf = windowOf(variable);
        if (!isDense(leaf)) return isContiguous(adjoint);
        const std::vector<std::int64_t> strides = stridesOf(variable, leaf, adjoint.shape.size());
        for (std::size_t d = 0; d < adjoint.shape.size(); ++d) {
            const std::int64_t stride = adjoint.strides[d];
            if (adjoint.shape[d] == 1 ? stride == 0 : stride != strides[d]) return false;
        }
        return true;
    }

    // As PyTorch has it, an adjoint that nobody else holds becomes the gradient itself. Where it is a view (of a seed that the
    // program gave, of what goes on to another leaf) the two share memory from then on.
    // The leaf's shape, which may have changed behind the graph's back.
    static TensorShape spreadTo(const Var& leaf, const Var& adjoint) {
        TensorShape shape = broadcastOf(std::array{leaf, adjoint});
        if (shape != leaf->shape()) {
            failRuntime("output with shape " + ops::textOf(leaf->shape()) + " doesn't match the broadcast shape " + ops::textOf(shape));
        }
        return shape;
    }

    // Whether nobody else holds it, and it lies as the leaf does.
    static bool becomesGrad(const Var& leaf, const Var& adjoint) {
        constexpr std::uint32_t kOurs = 2;  // in what flowed here, and as `adjoint`
        return adjoint->refs == kOurs && liesAs(*leaf, windowOf(*adjoint));
    }

    Var firstGrad(const Var& leaf, const Var& adjoint) {
        const Window own = windowOf(*leaf);
        if (becomesGrad(leaf, adjoint)) return g_.detached(adjoint);
        const Var grad = g_.make(adjoint->value().expandedTo(spreadTo(leaf, adjoint)));
        if (isDense(own) && !isContiguous(own)) g_.relayout(grad, own.strides);
        return grad;
    }

    // A gradient that has been added to lies as its parameter does, unless that was turned round behind its back.
    void checkLayout(const Variable& grad, const Variable& leaf) {
        const Window own = windowOf(leaf);
        const Window held = windowOf(grad);
        bool fits = isDense(own) || isContiguous(held);
        const std::vector<std::int64_t> strides = stridesOf(leaf, own, held.shape.size());
        for (std::size_t d = 0; fits && isDense(own) && d < held.shape.size(); ++d) {
            fits = held.shape[d] == 1 ? held.strides[d] != 0 : held.strides[d] == strides[d];
        }
        if (fits || !g_.host().warnOnce) return;
        const auto says = [](const char* of, const Window& w) {
            return std::string(of) + ".sizes() = " + ops::textOf(w.shape) + ", strides() = " + ops::textOf(w.strides);
        };
        g_.host().warnOnce("UserWarning",
                           "grad and param do not obey the gradient layout contract. This is not an error, but may impair performance.\n" +
                               says("grad", held) + "\n" + says("param", own) +
                               " (Triggered internally at  ./torch/csrc/autograd/functions/accumulate_grad.h:202.)");
    }

    void accumulate(NodeId node, Flow& flow) {
        const Var leaf = g_.leafVariable(node);
        if (!leaf || !flow.any() || !leaf->requiresGrad) return;
        const Var adjoint = varOf(flow);
        Var& grad = leaf->more().grad;
        if (!grad) {
            if (r_.createGraph) {
                const Var empty = g_.make(Tensor::filled(spreadTo(leaf, adjoint), 0, adjoint->dtype()));
                g_.inplace(Op::CopyInto, std::array{empty, adjoint});
                grad = empty;
            } else {
                grad = firstGrad(leaf, adjoint);
            }
        } else if (r_.createGraph) {
            grad = g_.apply(Op::Add, {grad, adjoint});
        } else {
            const Var sum = g_.apply(Op::Add, {grad, adjoint});
            g_.assign(grad, sum->value());
            checkLayout(*grad, *leaf);
        }
        const NodeId where = g_.tape().op(node) == Op::Input ? node : NodeId();
        Log& log = g_.recording().log;
        log.accumulations.push_back({sweep_, where, adjoint->value(), grad->value()});
        log.events.emplace_back(EventKind::Accumulated, log.accumulations.size() - 1);
    }

    std::vector<Var> answer() {
        if (r_.accumulate || inputs_.empty()) return {};
        for (const Var& v : captured_) {
            if (!v && !r_.allowUnused) {
                failRuntime(
                    "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the "
                    "desired behavior.");
            }
        }
        return captured_;
    }

    // --- the record ---

    void logStep(NodeId node, Flows& adjoints) {
        call().beginStep(node, adjoints.size());
        for (std::size_t i = 0; i < adjoints.size(); ++i) call().addValue(logged(adjoints[i]));
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
