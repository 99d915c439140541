// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tape/tape.h"

#include <algorithm>
#include <utility>

#include "engine/tape/compute.h"
#include "engine/tape/kernels.h"

namespace backstep {
namespace {

// ⁽²⁾: a name that several nodes have counts them.
std::string raised(std::uint32_t number) {
    static constexpr const char* kDigits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = "⁽";
    for (const char digit : std::to_string(number)) text += kDigits[digit - '0'];
    return text + "⁾";
}

}  // namespace

NodeId Tape::add(Node node, const Tensor& value, const Origin& origin) {
    if (value.isScalar()) return addNumber(node, value.item(), value.dtype(), origin);
    node.large = true;
    node.slot = tensors_.size();
    tensors_.push_back(value);
    bytesOfValues_ += static_cast<std::size_t>(value.size()) * sizeof(double);
    return finish(node, origin);
}

NodeId Tape::addNumber(Node node, double value, DType dtype, const Origin& origin) {
    node.scalar = value;
    node.dtype = static_cast<std::uint32_t>(dtype) & 7U;
    return finish(node, origin);
}

NodeId Tape::input(std::string_view name, const Tensor& value, Span span) {
    Node node(Op::Input);
    node.requiresGrad = isFloating(value.dtype());
    const NodeId id = add(node, value, {span, {}, 0});
    this->name(id, name);
    return id;
}

NodeId Tape::constant(const Tensor& value, const Origin& origin) { return add(Node(Op::Constant), value, origin); }

void Tape::setOperands(Node& node, std::span<const NodeId> operands) {
    if (operands.size() <= node.operands.size()) {
        node.count = static_cast<std::uint32_t>(operands.size()) & 3U;
        std::copy(operands.begin(), operands.end(), node.operands.begin());
    } else {
        node.wide = true;
        node.operands[0] = NodeId(wide_.size());
        node.operands[1] = NodeId(operands.size());
        wide_.insert(wide_.end(), operands.begin(), operands.end());
    }
}

template <std::size_t extent>
NodeId Tape::recordNumbers(Op op, std::span<const NodeId, extent> operands, const Origin& origin) {
    constexpr std::uint32_t kDouble = static_cast<std::uint32_t>(DType::Float64) << Node::kDType;
    constexpr std::uint32_t kUsual = 7U << Node::kDType | 1U << Node::kLarge;  // the bits that a float64 number has as kDouble has them
    std::array<double, extent == std::dynamic_extent ? kMaxElementwise : extent> scalars;
    std::uint32_t unlike = 0, any = 0;
    bool constant = true;
    for (std::size_t k = 0; k < operands.size(); ++k) {
        const Node& node = nodes_[operands.data()[k]];
        const std::uint32_t word = node.word();
        unlike |= word ^ kDouble;
        any |= word;
        constant &= (word & Node::kOp) == static_cast<std::uint32_t>(Op::Constant);
        scalars.data()[k] = node.scalar;
    }
    const bool differentiated = (any >> Node::kGrad & 1U) != 0;
    if ((unlike & kUsual) != 0) [[unlikely]]
        return recordTensors(op, operands, constant, differentiated, origin);
    const ScalarRow& row = kScalarRows.data()[static_cast<std::size_t>(op)];
    const double value = row.in64(scalars.data());
    const bool truth = row.isCondition && !conditionsAreNumbers_;
    const DType dtype = truth ? DType::Bool : DType::Float64;
    if (constant) return addSmall(Op::Constant, {}, value, dtype, false, origin);
    const bool needsGrad = differentiated && !truth && row.isDifferentiable;
    if (operands.size() <= 3) return addSmall(op, operands, value, dtype, needsGrad, origin);
    Node wide(op);
    setOperands(wide, operands);
    wide.requiresGrad = needsGrad;
    return addNumber(wide, value, dtype, origin);
}

NodeId Tape::record(Op op, std::span<const NodeId> operands, const Origin& origin) {
    if (operands.size() == 2) return recordNumbers<2>(op, operands.first<2>(), origin);
    if (operands.size() == 1) return recordNumbers<1>(op, operands.first<1>(), origin);
    return recordNumbers<std::dynamic_extent>(op, operands, origin);
}

NodeId Tape::recordTensors(Op op, std::span<const NodeId> operands, bool constant, bool differentiated, const Origin& origin) {
    std::array<Tensor, kMaxElementwise> values;
    std::transform(operands.begin(), operands.end(), values.begin(), [&](NodeId id) { return value(id); });
    Tensor result = compute(op, std::span(values.data(), operands.size())).value();
    if (conditionsAreNumbers_ && result.dtype() == DType::Bool) result = result.cast(DType::Float64);
    if (constant) return this->constant(result, origin);
    Node node(op);
    setOperands(node, operands);
    node.requiresGrad = differentiated && isFloating(result.dtype()) && !infoOf(op).autogradName.empty();
    return add(node, result, origin);
}

NodeId Tape::append(Op op, std::span<const NodeId> operands, const Tensor& value, const Origin& origin,
                    std::shared_ptr<const Attributes> attributes) {
    Node node(op);
    setOperands(node, operands);
    node.requiresGrad = true;
    const NodeId id = add(node, value, origin);
    if (attributes) attributes_.emplace(id.value, std::move(attributes));
    return id;
}

double Tape::scalarOfLarge(NodeId id) const { return value(id).item(); }

Origin Tape::origin(NodeId id) const {
    const Making making = id.index() < makings_.size() ? makings_[id] : Making();
    return {spans_[places_[id]], making.maker, making.order};
}

const Attributes& Tape::attributes(NodeId id) const {
    static const Attributes kNone;
    const auto found = attributes_.find(id.value);
    return found == attributes_.end() ? kNone : *found->second;
}

void Tape::shrink() {
    nodes_.shrink();
    places_.shrink();
    makings_.shrink();
    called_.shrink();
}

std::string Tape::nameOf(NodeId id) const {
    if (!hasName(id)) return {};
    const Called& called = called_[id];
    if (called.nth == 0) return names_[called.name];
    if ((called.nth & kPlain) != 0) return names_[called.name] + std::to_string(called.nth & ~kPlain);
    return names_[called.name] + raised(called.nth);
}

NodeId Tape::autogradNode(NodeId node) const {
    while (op(node) == Op::Output) node = operands(node)[0];
    if (versions_.empty() || op(node) != Op::Input) return node;
    const auto version = versions_.find(node.value);
    return version == versions_.end() ? node : version->second;
}

std::string Tape::autogradName(NodeId node) const {
    node = autogradNode(node);
    const std::string_view name = infoOf(op(node)).autogradName;
    return name == "*" && !attributes(node).text.empty() ? attributes(node).text : std::string(name);  // "*": the program's own Function
}

}  // namespace backstep
