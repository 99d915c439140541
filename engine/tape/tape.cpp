// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tape/tape.h"

#include <algorithm>
#include <utility>

#include "engine/tape/compute.h"

namespace backstep {

NodeId Tape::add(Node node, const Tensor& value, Origin origin) {
    if (value.isScalar() && value.dtype() == DType::Float64) {
        node.scalar = value.item();
    } else {
        node.large = true;
        node.slot = tensors_.size();
        tensors_.push_back(value);
        bytesOfValues_ += static_cast<std::size_t>(value.size()) * sizeof(double);
    }
    origins_.add(origin);
    return nodes_.add(node);
}

NodeId Tape::input(std::string name, Tensor value, Span span) {
    Node node;
    node.op = Op::Input;
    node.requiresGrad = isFloating(value.dtype());
    const NodeId id = add(node, value, {span, {}, 0});
    this->name(id, std::move(name));
    return id;
}

NodeId Tape::constant(Tensor value, Origin origin) { return add(Node{}, value, origin); }

void Tape::setOperands(Node& node, std::span<const NodeId> operands) {
    node.count = static_cast<std::uint16_t>(operands.size()) & 0x1fff;
    if (operands.size() <= node.operands.size()) {
        std::copy(operands.begin(), operands.end(), node.operands.begin());
    } else {
        node.wide = true;
        node.operands[0] = NodeId(wide_.size());
        wide_.insert(wide_.end(), operands.begin(), operands.end());
    }
}

NodeId Tape::record(Op op, std::span<const NodeId> operands, Origin origin) {
    std::array<Tensor, kMaxElementwise> values;
    std::transform(operands.begin(), operands.end(), values.begin(), [&](NodeId id) { return value(id); });
    Tensor result = compute(op, std::span(values.data(), operands.size())).value();
    if (conditionsAreNumbers_ && result.dtype() == DType::Bool) result = result.cast(DType::Float64);
    if (std::all_of(operands.begin(), operands.end(), [&](NodeId id) { return isConstant(id); })) return constant(result, origin);
    Node node;
    node.op = op;
    setOperands(node, operands);
    node.requiresGrad = isFloating(result.dtype()) && !infoOf(op).autogradName.empty() &&
                        std::any_of(operands.begin(), operands.end(), [&](NodeId id) { return requiresGrad(id); });
    return add(node, result, origin);
}

NodeId Tape::append(Op op, std::span<const NodeId> operands, const Tensor& value, Origin origin,
                    std::shared_ptr<const Attributes> attributes) {
    Node node;
    node.op = op;
    setOperands(node, operands);
    node.requiresGrad = true;
    const NodeId id = add(node, value, origin);
    if (attributes) attributes_.emplace(id.value, std::move(attributes));
    return id;
}

const Attributes& Tape::attributes(NodeId id) const {
    static const Attributes kNone;
    const auto found = attributes_.find(id.value);
    return found == attributes_.end() ? kNone : *found->second;
}

Tensor Tape::value(NodeId id) const {
    const Node& node = nodes_[id];
    return node.large ? tensors_[node.slot] : Tensor(node.scalar);
}

void Tape::name(NodeId id, std::string name) { names_.emplace(id.value, std::move(name)); }

void Tape::rename(NodeId id, std::string name) { names_[id.value] = std::move(name); }

const std::string& Tape::nameOf(NodeId id) const {
    static const std::string kNone;
    const auto found = names_.find(id.value);
    return found == names_.end() ? kNone : found->second;
}

}  // namespace backstep
