// SPDX-License-Identifier: GPL-3.0-or-later
// The tape (Wengert list): every operation that ran, in order, as a flat table. Only ever appended to.
// A scalar operation takes 32 bytes with its place in the text; names, attributes and larger values lie in side tables.
#pragma once

#include <array>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/names.h"
#include "engine/base/rows.h"
#include "engine/tape/attributes.h"
#include "engine/tape/op.h"
#include "engine/tensor/tensor.h"
#include "engine/text/spans.h"

namespace backstep {

// Where a node comes from: the text, or the rule of another node during a recorded sweep.
struct Origin {
    Span span;
    NodeId maker;            // the node whose rule recorded this one; none for the forward pass
    std::uint8_t order = 0;  // 0 forward pass, 1 first derivative, …
};

class Tape {
public:
    NodeId input(std::string_view name, const Tensor& value, Span span);
    NodeId constant(const Tensor& value, const Origin& origin);
    // Computes and records. An operation on constants alone is a constant. The operands' shapes must broadcast.
    NodeId record(Op op, std::span<const NodeId> operands, const Origin& origin);

    // A program's operation, which was computed already: it needs a gradient, or it would not be recorded.
    NodeId append(Op op, std::span<const NodeId> operands, const Tensor& value, const Origin& origin,
                  std::shared_ptr<const Attributes> attributes = nullptr);

    // The same for a number without dimensions and at most three operands, as quick as it can be.
    NodeId appendNumber(Op op, std::span<const NodeId> operands, double value, DType dtype, const Origin& origin) {
        return addSmall(op, operands, value, dtype, true, origin);
    }

    [[nodiscard]] std::size_t size() const { return nodes_.size(); }
    [[nodiscard]] Op op(NodeId id) const { return static_cast<Op>(nodes_[id].op); }
    [[nodiscard]] std::span<const NodeId> operands(NodeId id) const {
        const Node& node = nodes_[id];
        if (node.wide) return std::span(wide_).subspan(node.operands[0].index(), node.operands[1].value);
        return {node.operands.data(), node.count};
    }
    [[nodiscard]] Tensor value(NodeId id) const {
        const Node& node = nodes_[id];
        return node.large ? tensors_[node.slot] : Tensor::number(node.scalar, static_cast<DType>(node.dtype));
    }
    [[nodiscard]] double scalar(NodeId id) const { return nodes_[id].large ? scalarOfLarge(id) : nodes_[id].scalar; }
    [[nodiscard]] DType dtype(NodeId id) const {
        return nodes_[id].large ? tensors_[nodes_[id].slot].dtype() : static_cast<DType>(nodes_[id].dtype);
    }
    [[nodiscard]] bool isNumber(NodeId id) const { return !nodes_[id].large; }  // its value has no dimensions
    [[nodiscard]] bool isConstant(NodeId id) const { return op(id) == Op::Constant; }
    [[nodiscard]] bool requiresGrad(NodeId id) const { return nodes_[id].requiresGrad; }
    [[nodiscard]] std::size_t bytesOfValues() const { return bytesOfValues_; }  // of those with dimensions; they may be shared
    [[nodiscard]] Origin origin(NodeId id) const;
    [[nodiscard]] Span spanOf(NodeId id) const { return spans_[places_[id]]; }
    [[nodiscard]] std::uint8_t orderOf(NodeId id) const { return id.index() < makings_.size() ? makings_[id].order : 0; }
    [[nodiscard]] const Attributes& attributes(NodeId id) const;

    // Comparisons give the float64 numbers 1 and 0 from now on: a formula knows no bool.
    void makeConditionsNumbers() { conditionsAreNumbers_ = true; }

    // Gives back what was reserved for more.
    void shrink();

    // The text has become another one, in which the same things stand elsewhere.
    template <class F>
    void mapSpans(F&& f) {
        spans_.map(f);
    }

    // A name of the text; the first name given stays. Empty where it has none.
    void name(NodeId id, std::string_view name) {
        if (!name.empty()) this->name(id, names_.add(name));
    }
    void name(NodeId id, NameId name) {  // of texts()
        if (!hasName(id)) called(id) = {name, 0};
    }
    void rename(NodeId id, std::string_view name) { called(id) = {names_.add(name), 0}; }
    // The same name for several: counted, as x⁽²⁾ or, of those that have none of their own, as v2.
    void count(NodeId id, std::size_t nth) { called(id).nth = static_cast<std::uint32_t>(nth); }
    void number(NodeId id, NameId stem, std::size_t nth) { called(id) = {stem, static_cast<std::uint32_t>(nth) | kPlain}; }
    [[nodiscard]] bool hasName(NodeId id) const { return id.index() < called_.size() && called_[id].name.valid(); }
    [[nodiscard]] std::string nameOf(NodeId id) const;
    [[nodiscard]] NameId textOf(NodeId id) const { return hasName(id) ? called_[id].name : NameId(); }  // without the count
    [[nodiscard]] Names& texts() { return names_; }
    [[nodiscard]] const Names& texts() const { return names_; }

    // --- PyTorch's graph ---
    // `version` is the same leaf as `first`, with other numbers; none: no gradient is ever accumulated for it.
    void addVersion(NodeId version, NodeId first) { versions_.emplace(version.value, first); }
    // PyTorch's node for a tape node: of an output the operation, of a leaf its one AccumulateGrad.
    [[nodiscard]] NodeId autogradNode(NodeId node) const;
    [[nodiscard]] std::uint32_t outputNumber(NodeId node) const {
        if (op(node) == Op::Svdvals) return 1;  // of U, S and V
        return op(node) == Op::Output ? static_cast<std::uint32_t>(attributes(node).n) : 0;
    }
    [[nodiscard]] std::string autogradName(NodeId node) const;  // "MulBackward0"
    // next_functions: the node of each slot and which of its outputs; none where no gradient goes.
    struct Edge {
        NodeId node;
        std::uint32_t output = 0;
        std::uint32_t operand = 0;  // of the operation, whose slot this is
    };
    template <class F>
    void forEachNext(NodeId node, F&& f) const {
        node = autogradNode(node);
        const Op own = op(node);
        const bool inNameOnly = hasNoDerivative(own);
        // Of a changed slice: whose slots these are.
        const Op whose = own == Op::CopySlices ? op(NodeId(static_cast<std::size_t>(attributes(node).n))) : own;
        const std::size_t count = operands(node).size();
        for (std::size_t i = 0; i < count; ++i) {
            if (!isSlot(whose, i) && !(i == 0 && own == Op::CopySlices)) continue;
            const NodeId operand = operands(node)[i];
            Edge edge{{}, 0, static_cast<std::uint32_t>(i)};
            if (requiresGrad(operand)) edge.node = autogradNode(operand);
            if (edge.node.valid()) edge.output = outputNumber(operand);
            else if (inNameOnly) continue;  // has an edge only for what requires grad
            f(edge);
        }
    }

private:
    struct Node {
        std::uint32_t op : 16 = 0;
        std::uint32_t count : 2 = 0;
        std::uint32_t dtype : 3 = static_cast<std::uint32_t>(DType::Float64);
        std::uint32_t requiresGrad : 1 = 0;
        std::uint32_t large : 1 = 0;  // the value is tensors_[slot], not the inline number
        std::uint32_t wide : 1 = 0;   // more than three operands: in wide_ from operands[0] on, operands[1] of them
        std::array<NodeId, 3> operands;
        union {
            double scalar = 0;
            std::uint64_t slot;
        };
        Node() = default;
        explicit Node(Op of) : op(static_cast<std::uint32_t>(of)) {}

        // All of the first word, from op to wide: several questions to several nodes are one test of it.
        static constexpr std::uint32_t kOp = 0xFFFF, kCount = 16, kDType = 18, kGrad = 21, kLarge = 22;  // where each begins
        [[nodiscard]] std::uint32_t word() const {
            std::uint32_t bits;
            std::memcpy(&bits, this, sizeof bits);
            return bits;
        }
        void setWord(std::uint32_t bits) { std::memcpy(static_cast<void*>(this), &bits, sizeof bits); }
    };
    static_assert(sizeof(Node) == 24);
    struct Making {
        NodeId maker;
        std::uint8_t order = 0;
    };
    struct Called {
        NameId name;
        std::uint32_t nth = 0;  // 0: alone
    };
    static constexpr std::uint32_t kPlain = 1U << 31;  // of nth: v2, not x⁽²⁾

    [[nodiscard]] double scalarOfLarge(NodeId id) const;
    NodeId add(Node node, const Tensor& value, const Origin& origin);
    NodeId recordTensors(Op op, std::span<const NodeId> operands, bool constant, bool differentiated, const Origin& origin);
    NodeId addNumber(Node node, double value, DType dtype, const Origin& origin);
    // Where all are float64 numbers no tensor is made. Of one and of two operands, the usual case, the loop over them is unrolled.
    template <std::size_t extent>
    NodeId recordNumbers(Op op, std::span<const NodeId, extent> operands, const Origin& origin);
    // A number of at most three operands. The row is written where it stays, and its bits as one word: what is written in parts and
    // read as a whole right after (to be copied) makes the processor wait for longer than all the rest takes.
    [[gnu::always_inline]] NodeId addSmall(Op op, std::span<const NodeId> operands, double value, DType dtype, bool needsGrad,
                                           const Origin& origin) {
        const std::uint32_t bits = static_cast<std::uint32_t>(op) | static_cast<std::uint32_t>(operands.size()) << Node::kCount |
                                   static_cast<std::uint32_t>(dtype) << Node::kDType | static_cast<std::uint32_t>(needsGrad) << Node::kGrad;
        const NodeId id = nodes_.addRaw([&](Node& row) {
            row.setWord(bits);  // neither large nor wide
            for (std::size_t i = 0; i < 3; ++i) row.operands.data()[i] = i < operands.size() ? operands.data()[i] : NodeId();
            row.scalar = value;
        });
        return placed(id, origin);
    }
    NodeId finish(const Node& node, const Origin& origin) { return placed(nodes_.add(node), origin); }
    [[gnu::always_inline]] NodeId placed(NodeId id, const Origin& origin) {
        places_.add(spans_.add(origin.span));
        if (origin.maker.valid() || origin.order > 0) {
            makings_.resize(id.index() + 1);
            makings_[id] = {origin.maker, origin.order};
        }
        return id;
    }
    void setOperands(Node& node, std::span<const NodeId> operands);
    Called& called(NodeId id) {
        if (called_.size() == id.index()) called_.add({});
        else if (called_.size() < id.index()) called_.resize(id.index() + 1);
        return called_[id];
    }

    Table<NodeId, Node, Rows<Node>> nodes_;
    Table<NodeId, SpanId, Rows<SpanId>> places_;
    Spans spans_;
    Table<NodeId, Making> makings_;               // as far as the last node that a rule made
    Table<NodeId, Called, Rows<Called>> called_;  // as far as the last node with a name
    Names names_;
    std::unordered_map<std::uint32_t, std::shared_ptr<const Attributes>> attributes_;
    std::unordered_map<std::uint32_t, NodeId> versions_;
    std::vector<Tensor> tensors_;  // values with dimensions
    std::vector<NodeId> wide_;
    std::size_t bytesOfValues_ = 0;
    bool conditionsAreNumbers_ = false;
};

}  // namespace backstep
