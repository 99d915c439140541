// SPDX-License-Identifier: GPL-3.0-or-later
// The gradient machinery of one run, as PyTorch's: what an operation on variables computes, and what it leaves on the
// tape when one of them requires grad. Faults of the program are raised as Python exceptions in PyTorch's words.
#pragma once

#include <functional>
#include <initializer_list>
#include <span>
#include <vector>

#include "engine/autograd/creations.h"
#include "engine/autograd/ops_elementwise.h"
#include "engine/autograd/variable.h"
#include "engine/python/type.h"
#include "engine/tape/recording.h"

namespace backstep {

[[noreturn]] void failRuntime(std::string message);
[[noreturn]] void failIndex(std::string message);
[[noreturn]] void failType(std::string message);
[[noreturn]] void failValue(std::string message);

// Nodes that PyTorch's C++ names with their namespace.
[[nodiscard]] inline bool isOfEngine(std::string_view node) {
    return node == "CopyBackwards" || node == "CopySlices" || node == "NotImplemented";
}

// What the run lends to the machinery.
struct Host {
    python::Type* tensorType = nullptr;  // of plain variables
    python::Type* storageType = nullptr;
    std::function<Span()> where;                                              // the operation of the program's text that runs now
    std::function<Var(const python::Value& hook, const Var& grad)> callHook;  // null: the hook returned None
    // A hook of a node: what it gives in place of the gradients that the node gave.
    std::function<std::vector<Var>(const python::Value& hook, const std::vector<Var>& given, const std::vector<Var>& received)>
        callNodeHook;
    std::function<void(const char* category, const std::string& message)> warn;
    std::function<void(const char* category, const std::string& message)> warnOnce;  // in a run
    std::function<std::string()> stack;                                              // the line that runs now, as a traceback has it
    std::function<std::vector<NodeId>()> heldGradFns;                                // nodes whose grad_fn the program has as an object
    std::function<void(const TensorShape&)> checkSize;                               // throws when a tensor of that shape is over a limit
    std::size_t mostNodes = ~std::size_t{0};                                         // of the tape
    std::size_t memory = ~std::size_t{0};                                            // bytes of all tensors that are alive
    std::size_t history = ~std::size_t{0};                                           // bytes of larger values that the recording keeps
    enum class Room : std::uint8_t { Nodes, Memory, History };
    std::function<void(Room)> full;  // throws: one of these is used up
};

class Autograd {
public:
    Autograd(Recording& recording, Host host, std::vector<LeafOverride> overrides = {});

    // --- variables ---
    Var make(Tensor value);                                            // a leaf that does not require grad
    Var make(const Tensor& value, std::vector<std::int64_t> strides);  // the same, with these strides in memory
    // The program gave the variable its numbers here: others are put in their place where somebody wants that.
    void created(const Var& variable);
    // What an elementwise operation on the operands gives: where one of them is not contiguous, it lies in memory as they do.
    Var laidOut(Tensor value, std::span<const Var> operands, NodeId node = {});
    Var number(double value, DType dtype);  // a Python number: see Variable::isNumber
    // A new variable's numbers, kept in memory with these strides instead.
    void relayout(const Var& fresh, std::vector<std::int64_t> strides);
    // The same storage through another window. Records `op` when `of` requires grad; `outputs`: one of several.
    Var view(Op op, const Var& of, Window window, Attributes attributes, ViewOrigin origin = ViewOrigin::Ordinary);
    // Several views by one operation: split, unbind … None of them may be changed in place.
    std::vector<Var> views(Op op, const Var& of, std::vector<Window> windows, Attributes attributes);
    Var detached(const Var& of);  // shares memory and version, no history
    void detachInPlace(const Var& self);
    Var dataOf(const Var& of);  // x.data: shares memory only; changes through it are not noticed by anybody
    // x.data = from: other memory, and the same history and counter, which whoever shared it still shares.
    static void setData(const Var& self, const Var& from);
    // Throws for what was made in inference mode and was given ordinary memory since: it has no counter.
    static void checkCounted(const Variable& variable);
    // `out` has the numbers of `of` without its history: where that is not nothing, it is remembered.
    void noteCut(Cut::By by, const Var& of, const Var& out);
    // self looks at its memory through another window from now on (unsqueeze_, t_ …).
    void rewindow(Op op, const Var& self, Window window, Attributes attributes);

    // --- operations ---
    // An elementwise op of op.def: broadcasting, promotion, kernel, record.
    Var apply(Op op, std::span<const Var> operands);
    Var apply(Op op, std::initializer_list<Var> operands) { return apply(op, std::span(operands.begin(), operands.size())); }
    // The same with a Python number of that dtype as the second operand.
    Var apply(Op op, const Var& a, double number, DType dtype);
    // An op of shaped.def; the operands and attributes must fit (the functions of ops_*.h check them). `kept`: variables
    // whose values are in the attributes (indices, masks); the node saves them too.
    Var call(Op op, std::span<const Var> operands, Attributes attributes = {}, std::span<const Var> kept = {});
    Var call(Op op, std::initializer_list<Var> operands, Attributes attributes = {}, std::span<const Var> kept = {}) {
        return call(op, std::span(operands.begin(), operands.size()), std::move(attributes), kept);
    }
    std::vector<Var> callMany(Op op, std::span<const Var> operands, Attributes attributes = {}, std::span<const Var> kept = {});
    // What a torch.autograd.Function made of the operands: one node of that name. Outputs that are an operand are views of it.
    std::vector<Var> function(const std::string& name, std::span<const Var> operands, const std::vector<Var>& outputs,
                              const std::vector<bool>& differentiable);
    // self becomes op(self, others…) in place. The first operand is `self`.
    void inplace(Op op, std::span<const Var> operands, Attributes attributes = {}, std::span<const Var> kept = {});
    // Throws where what is changed in place lies partly where another operand lies.
    static void checkOverlaps(std::span<const Var> operands, bool copy = false);
    // What is saved for `op` must not be made in inference mode: PyTorch says so before it looks at shapes.
    void checkSaving(Op op, std::span<const Var> operands) const;
    // Throws where the first operand could not be changed in place, before anything else is found wrong.
    void checkChange(std::span<const Var> operands) const { checkInplace(operands[0], needsGrad(operands)); }
    // self takes the numbers of `value`, which was computed from nothing that is differentiated (fill_, normal_ …): the
    // gradient to what was there before is zero. `op` says which row records that.
    void overwrite(Op op, const Var& self, const Tensor& value);
    // Numbers changed where no history is kept (.data, under no_grad, optimizers): only the version moves.
    void assign(const Var& self, const Tensor& value);

    // --- modes ---
    [[nodiscard]] bool gradEnabled() const { return gradEnabled_; }
    void setGradEnabled(bool on) { gradEnabled_ = on; }
    // Nothing is recorded whatever the other mode says, and what is made can never be part of a graph.
    [[nodiscard]] bool inference() const { return inference_; }
    void setInference(bool on) { inference_ = on; }
    // What whole numbers become where an operation has none but floating-point results.
    void setDefaultDType(DType dtype) { defaultDType_ = dtype; }
    [[nodiscard]] DType defaultDType() const { return defaultDType_; }

    // --- anomaly detection: nodes remember where they were made, a sweep fails at the first NaN that a node gives ---
    void setAnomaly(bool on, bool checksNan) { anomaly_ = on, checksNan_ = checksNan; }
    [[nodiscard]] bool anomaly() const { return anomaly_; }
    [[nodiscard]] bool checksNan() const { return checksNan_; }
    [[nodiscard]] std::string madeAt(NodeId node) const;  // empty: made while nobody looked

    // --- history ---
    void setRequiresGrad(const Var& variable, bool on);
    // A view requires grad when what it is a view of does, also where that began after the view was made: brings it up to date.
    static void follow(Variable& view);
    [[nodiscard]] bool hasGradFn(const Var& variable);
    // The tape node behind grad_fn; none for a leaf. Of a view that was changed in place it is made anew.
    [[nodiscard]] NodeId gradFn(const Var& variable);
    // The node by which others refer to the variable's value: its grad_fn, a leaf's input, or a constant.
    NodeId nodeOf(const Var& variable);
    // PyTorch's node for a tape node: of an output the operation, of a leaf its one AccumulateGrad.
    [[nodiscard]] NodeId autogradNode(NodeId node) const { return tape().autogradNode(node); }
    [[nodiscard]] std::uint32_t outputNumber(NodeId node) const { return tape().outputNumber(node); }
    [[nodiscard]] std::size_t outputCount(NodeId node) const;  // of PyTorch's node: those that are differentiable
    [[nodiscard]] std::string gradFnName(NodeId node) const { return tape().autogradName(node); }
    using Edge = Tape::Edge;
    [[nodiscard]] std::vector<Edge> nextFunctions(NodeId node) const;
    [[nodiscard]] Var leafVariable(NodeId input) const;

    // --- hooks on gradients ---
    struct Hooked {
        static constexpr std::uint32_t kOfNode = ~std::uint32_t{0};  // asked once the node's rule ran
        std::uint32_t output = 0;                                    // whose gradient it is asked about
        python::Value hook;                                          // Empty: retain_grad of `retains`
        Var retains;
        std::size_t number = 0;
    };
    [[nodiscard]] bool hasHooks() const { return !hooks_.empty(); }
    [[nodiscard]] std::vector<Hooked> hooksOf(NodeId node) const;
    std::size_t addHook(const Var& variable, python::Value hook);  // its number, for removeHook
    std::size_t addNodeHook(NodeId node, python::Value hook);      // grad_fn.register_hook
    void removeHook(std::size_t number);
    void retainGrad(const Var& variable);

    // --- saved values ---
    struct Saved {
        static constexpr std::uint8_t kResult = 255;
        static constexpr std::uint8_t kKept = 254;    // an index or a mask of the attributes
        static constexpr std::uint8_t kInside = 253;  // of CopySlices: the operation that was done to the slice
        Var variable;                                 // null: only the value on the tape
        std::uint32_t version = 0;                    // at the time of saving
        std::uint32_t revision = 0;
        std::uint8_t what = 0;             // the operand, or one of the above
        const Storage* storage = nullptr;  // that it had then (only to see whether it is the same)
    };
    // What the node saved of an operand (or kResult): as it is now, for .data may have changed it unnoticed.
    Var savedValue(NodeId node, std::uint8_t what, bool tracked);
    [[nodiscard]] std::span<const Saved> savedBy(NodeId node) const;
    [[nodiscard]] bool isFreed(NodeId node) const;
    void free(NodeId node, Span by);  // `by`: the call of backward() that needs them no more
    // Throws PyTorch's errors when the node's saved values are freed or were changed in place.
    void checkSaved(NodeId node);
    [[nodiscard]] NodeId makerOf(NodeId node, const Saved& result) const;

    [[nodiscard]] Recording& recording() { return recording_; }
    [[nodiscard]] Tape& tape() { return recording_.tape; }
    [[nodiscard]] const Tape& tape() const { return recording_.tape; }
    [[nodiscard]] const Host& host() const { return host_; }
    [[nodiscard]] Span where() const { return host_.where ? host_.where() : Span{}; }
    // Of a constant: that it was a Python number.
    [[nodiscard]] bool isPythonNumber(NodeId node) const {
        return node.index() < recording_.numbers.size() && recording_.numbers[node.index()];
    }
    // A number for each node of the tape, all 0: a sweep marks nodes in it, and hands it back as it got it.
    [[nodiscard]] std::vector<std::uint32_t> lendMarks();
    void takeMarks(std::vector<std::uint32_t> marks) { marks_.push_back(std::move(marks)); }
    // A value of the tape as a variable: with its history, or without.
    Var onTape(NodeId node, bool tracked);

    // While a node's rule runs with create_graph, what it records names that node and its order.
    struct Making {
        NodeId maker;
        std::uint8_t order = 0;
    };
    Making making;
    int sweeping = 0;               // backward sweeps under way: what they change is not the program's doing
    SecondOrder* second = nullptr;  // asked for

    // --- leaves ---
    struct Leaf {
        Var variable;
        NodeId first;  // the input node that stands for AccumulateGrad
        LeafKey key;   // none where its numbers were computed
    };
    [[nodiscard]] std::span<const Leaf> leaves() const { return leaves_; }
    [[nodiscard]] const Creations& creations() const { return creations_; }
    // Before more is recorded, by an operation or a sweep: throws when the recording is full.
    void checkRoom() const;

private:
    friend class Views;

    bool needsGrad(std::span<const Var> operands, Op op = Op::Input) const;
    Var cutOff(Op op, std::span<const Var> operands, Var out);
    void noteCut(Cut cut, const Var& out);
    void refuseView(const Variable& view, bool indirect) const;
    NodeId baseNode(const Var& self);
    NodeId record(Op op, std::span<const Var> operands, std::span<const Tensor> outputs, Attributes&& attributes);
    Var result(Tensor value, NodeId node);
    NodeId constantOf(const Tensor& value, bool isPythonNumber);
    void begunAnew(Leaf& leaf, NodeId node);
    [[nodiscard]] std::vector<NodeId> reachable(NodeId first) const;
    // What apply() does first: floating numbers without dimensions about which nothing is odd (no views, no Python numbers, one
    // dtype), in one straight piece, as most operations of a small program are. Null: they go the other way.
    Var quick(Op op, std::span<const Var> operands);
    Var quickNumber(double value, DType dtype, NodeId node);
    // The operands with whole numbers cast to the default dtype, where the operation has none but floating-point results and no
    // operand is floating already; nothing where they stay as they are.
    [[nodiscard]] std::vector<Var> inDefault(Op op, std::span<const Var> operands);
    // Its value is on the tape as it is, and it is no view: the usual case.
    [[nodiscard]] bool isOnTape(const Variable& v) const {
        if (!v.node.valid() || v.nodeRevision != v.storage->revision || (v.extra && v.extra->base)) return false;
        return v.isLeaf ? (tape().op(v.node) == Op::Input) == v.requiresGrad : v.requiresGrad;
    }
    // The next of what the node at hand saves: the variable as it is now. `own`: its value on the tape alone.
    void keep(const Var& v, std::uint8_t what, bool own = false) {
        saved_.push_back({own ? Var() : v, v->version(), v->storage->revision, what, v->storage.get()});
    }
    Var numberResult(Op op, std::span<const Var> operands, const Tensor& value);
    void save(NodeId node, Op op, std::span<const Var> operands, const Var& result, std::span<const Var> kept) {
        saveRest(node, saveOperands(node, op, operands, kept, false), result, kept);
    }
    // The same in two parts, with a change in place between them: x.mul_(x) saves `other` as it was before, and misses it later.
    unsigned saveOperands(NodeId node, Op op, std::span<const Var> operands, std::span<const Var> kept, bool inplace);
    void saveRest(NodeId node, unsigned wanted, const Var& result, std::span<const Var> kept);
    void checkInplace(const Var& self, bool anyRequiresGrad) const;
    void write(const Var& self, const Tensor& value);
    void logChange(const Variable& changed);
    void replaceNumbers(Storage& storage);
    void changed(Variable& self);
    void rebase(const Var& self, NodeId node, NodeId base);
    [[nodiscard]] Origin originNow() const;

    Recording& recording_;
    Host host_;
    bool gradEnabled_ = true;
    bool inference_ = false;
    DType defaultDType_ = DType::Float32;
    bool anomaly_ = false, checksNan_ = true;
    std::unordered_map<std::uint64_t, std::uint32_t> cutTurns_;  // by the place in the text
    std::unordered_map<std::uint32_t, std::string> madeAt_;
    std::unordered_map<std::uint32_t, std::vector<Hooked>> hooks_;  // by PyTorch's node
    std::size_t hookCount_ = 0;
    std::vector<Leaf> leaves_;
    Creations creations_;
    std::unordered_map<std::uint32_t, std::uint32_t> leafOfNode_;  // input nodes only
    struct SavedRange {
        std::uint32_t first = 0;
        std::uint8_t count = 0;
        bool freed = false;
    };
    SavedRange& beginSaving(NodeId node);
    void lieAs(Var& out, const Saved& saved, bool tracked);
    Table<NodeId, SavedRange> savedRanges_;
    std::vector<std::vector<std::uint32_t>> marks_;                // lent to sweeps, of which one may run within another
    std::unordered_map<std::uint32_t, std::size_t> outputCounts_;  // where it is not 1
    std::vector<Saved> saved_;
};

}  // namespace backstep
