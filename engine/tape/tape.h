// SPDX-License-Identifier: GPL-3.0-or-later
// The tape (Wengert list): every operation that ran, in order, as a flat table. Only ever appended to.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/ids.h"
#include "engine/tape/attributes.h"
#include "engine/tape/op.h"
#include "engine/tensor/tensor.h"
#include "engine/text/source.h"

namespace backstep {

// Where a node comes from: the text, or the rule of another node during a recorded sweep.
struct Origin {
    Span span;
    NodeId maker;            // the node whose rule recorded this one; none for the forward pass
    std::uint8_t order = 0;  // 0 forward pass, 1 first derivative, …
};

class Tape {
public:
    NodeId input(std::string name, Tensor value, Span span);
    NodeId constant(Tensor value, Origin origin);
    // Computes and records. An operation on constants alone is a constant. The operands' shapes must broadcast.
    NodeId record(Op op, std::span<const NodeId> operands, Origin origin);

    // A program's operation, which was computed already: it needs a gradient, or it would not be recorded.
    NodeId append(Op op, std::span<const NodeId> operands, const Tensor& value, Origin origin,
                  std::shared_ptr<const Attributes> attributes = nullptr);

    [[nodiscard]] std::size_t size() const { return nodes_.size(); }
    static constexpr std::size_t kMaxOperands = 8191;
    [[nodiscard]] Op op(NodeId id) const { return nodes_[id].op; }
    [[nodiscard]] std::span<const NodeId> operands(NodeId id) const {
        const Node& node = nodes_[id];
        return node.wide ? std::span(wide_).subspan(node.operands[0].index(), node.count) : std::span(node.operands.data(), node.count);
    }
    [[nodiscard]] Tensor value(NodeId id) const;
    [[nodiscard]] double scalar(NodeId id) const { return value(id).item(); }
    [[nodiscard]] bool isConstant(NodeId id) const { return nodes_[id].op == Op::Constant; }
    [[nodiscard]] bool requiresGrad(NodeId id) const { return nodes_[id].requiresGrad; }
    [[nodiscard]] std::size_t bytesOfValues() const { return bytesOfValues_; }  // of the larger ones
    [[nodiscard]] const Origin& origin(NodeId id) const { return origins_[id]; }
    [[nodiscard]] const Attributes& attributes(NodeId id) const;

    // Comparisons give the float64 numbers 1 and 0 from now on: a formula knows no bool.
    void makeConditionsNumbers() { conditionsAreNumbers_ = true; }

    // The text has become another one, in which the same things stand elsewhere.
    template <class F>
    void mapSpans(F&& map) {
        for (std::size_t i = 0; i < origins_.size(); ++i) origins_[NodeId(i)].span = map(origins_[NodeId(i)].span);
    }

    // A name of the text; the first name given stays. Empty where it has none.
    void name(NodeId id, std::string name);
    void rename(NodeId id, std::string name);
    [[nodiscard]] const std::unordered_map<std::uint32_t, std::string>& names() const { return names_; }
    [[nodiscard]] const std::string& nameOf(NodeId id) const;

private:
    struct Node {
        Op op = Op::Constant;
        std::uint16_t count : 13 = 0;
        bool requiresGrad : 1 = false;
        bool large : 1 = false;  // the value is tensors_[slot], not the inline scalar
        bool wide : 1 = false;   // more than three operands: they are in wide_ from operands[0] on
        std::array<NodeId, 3> operands;
        union {
            double scalar = 0;
            std::uint64_t slot;
        };
    };
    static_assert(sizeof(Node) <= 24);

    NodeId add(Node node, const Tensor& value, Origin origin);
    void setOperands(Node& node, std::span<const NodeId> operands);

    Table<NodeId, Node> nodes_;
    Table<NodeId, Origin> origins_;
    std::unordered_map<std::uint32_t, std::string> names_;  // few nodes of a long tape have one
    std::unordered_map<std::uint32_t, std::shared_ptr<const Attributes>> attributes_;
    std::vector<Tensor> tensors_;  // values that are no float64 scalars
    std::vector<NodeId> wide_;
    std::size_t bytesOfValues_ = 0;
    bool conditionsAreNumbers_ = false;
};

}  // namespace backstep
