// SPDX-License-Identifier: GPL-3.0-or-later
// Long because what an operation records, saves and refuses is decided in one place.
// Operations on variables, and what they leave on the tape. What is changed in place: writing.cpp.
#include "engine/autograd/autograd.h"

#include <algorithm>

#include "engine/autograd/numbers.h"
#include "engine/autograd/saving.h"
#include "engine/python/errors.h"
#include "engine/tape/compute.h"
#include "engine/tape/shaped.h"

namespace backstep {

void failRuntime(std::string message) { python::raise<python::RuntimeError>(std::move(message)); }
void failIndex(std::string message) { python::raise<python::IndexError>(std::move(message)); }
void failType(std::string message) { python::raise<python::TypeError>(std::move(message)); }
void failValue(std::string message) { python::raise<python::ValueError>(std::move(message)); }

Autograd::Autograd(Recording& recording, Host host, std::vector<LeafOverride> overrides)
    : recording_(recording), host_(std::move(host)), creations_(std::move(overrides)) {}

Var Autograd::make(Tensor value) {
    Var out = python::make<Variable>(host_.tensorType);
    out->storage = python::make<Storage>(host_.storageType);
    if (!value.isScalar()) {
        out->storage->counted = static_cast<std::size_t>(value.size()) * sizeof(double);
        Storage::bytesInUse() += out->storage->counted;
        if (Storage::bytesInUse() > host_.memory) host_.full(Host::Room::Memory);
    }
    out->storage->value = std::move(value);
    out->isInference = inference_;
    return out;
}

Var Autograd::number(double value, DType dtype) {
    Var out = make(Tensor(value, dtype));
    out->isNumber = true;
    return out;
}

Var Autograd::result(Tensor value, NodeId node) {
    Var out = make(std::move(value));
    if (node.valid()) {
        out->node = node;
        out->requiresGrad = true;
        out->isLeaf = false;
    }
    return out;
}

// --- what goes on without its history ---

void Autograd::noteCut(Cut cut, const Var& out) {
    cut.at = where();
    cut.turn = cutTurns_[std::uint64_t{cut.at.begin} << 32 | cut.at.end]++;
    out->more().cut = std::make_unique<Cut>(cut);
}

void Autograd::noteCut(Cut::By by, const Var& of, const Var& out) {
    if (sweeping > 0) return;
    // Nobody asks here for the history of a view that was changed in place: it is not made anew, nor refused.
    const bool changedView = of->extra && of->extra->base && of->nodeVersion != of->version();
    if (of->requiresGrad && of->node.valid()) noteCut(Cut{{}, changedView ? of->node : nodeOf(of), by, true, 0, 0, {}}, out);
    else if (of->extra && of->extra->cut) out->more().cut = std::make_unique<Cut>(*of->extra->cut);
}

static bool ofInferenceAlone(std::span<const Var> operands) {
    bool any = false;
    for (const Var& v : operands) {
        if (v && !v->isInference && !v->isNumber) return false;
        any |= v && v->isInference;
    }
    return any;
}

// Of what was not recorded, because of no_grad() or because an operand had been cut off before.
Var Autograd::cutOff(Op op, std::span<const Var> operands, Var out) {
    out->madeBy = op;
    if (sweeping > 0) return out;
    out->ofInference = !inference_ && ofInferenceAlone(operands);
    // PyTorch copies into new memory, and counts it.
    if (out->ofInference && (op == Op::Clone || op == Op::CloneRows || op == Op::ToCopy)) {
        out->storage->version = 1;
        out->ofInference = false;
    }
    for (std::size_t i = 0; i < operands.size(); ++i) {
        const Variable* v = operands[i].get();
        if (v == nullptr) continue;
        if (v->extra && v->extra->cut) {
            out->more().cut = std::make_unique<Cut>(*v->extra->cut);
            out->extra->cut->direct = false;
            return out;
        }
        if (gradEnabled_ || !v->requiresGrad || !v->node.valid() || v->nodeRevision != v->storage->revision) continue;
        noteCut(Cut{{}, v->node, Cut::By::NoGrad, true, static_cast<std::uint32_t>(i), 0, {}}, out);
        return out;
    }
    return out;
}

Var Autograd::laidOut(Tensor value, std::span<const Var> operands, NodeId node) {
    const bool plain = std::all_of(operands.begin(), operands.end(), [](const Var& v) { return !v || v->isContiguous(); });
    if (plain || value.dims() < 2) return result(std::move(value), node);
    std::vector<Window> windows;
    for (const Var& v : operands) windows.push_back(windowOf(*v));
    std::vector<std::int64_t> strides = commonStrides(windows, value.shape());
    if (isContiguous(Window{value.shape(), strides, 0})) return result(std::move(value), node);
    Var out = make(value, std::move(strides));
    out->node = node;
    out->requiresGrad = node.valid();
    out->isLeaf = !node.valid();
    return out;
}

bool Autograd::needsGrad(std::span<const Var> operands, Op op) const {
    if (!gradEnabled_ || inference_) return false;
    bool any = false;
    bool normal = false;  // of tensors made in inference mode alone nothing is recorded
    for (std::size_t i = 0; i < operands.size(); ++i) {
        const Var& v = operands[i];
        if (!v) continue;
        follow(*v);
        any |= v->requiresGrad;
        // A Python number is an ordinary tensor on its way, unless it is an argument of another kind (an exponent, a bound).
        normal |= !v->isInference && !(v->isNumber && !isSlot(op, i) && !hasNoDerivative(op));
    }
    return any && normal;
}

Origin Autograd::originNow() const { return {where(), making.maker, making.order}; }

// --- operations ---

namespace {

// Operations other than elementwise ones whose result lies in memory as these operands do: none, the first, or all.
std::size_t laidOutLike(Op op, std::size_t operands) {
    switch (op) {
        // clang-format off
        case Op::Clone: case Op::ToCopy: case Op::Flip: case Op::IndexFill: case Op::IndexFillTensor: case Op::IndexPut: case Op::IndexPutImpl:
        // clang-format on
        case Op::SoftMarginLoss: return 1;
        case Op::MseLoss:
        case Op::SmoothL1Loss:
        case Op::HuberLoss:
        case Op::BinaryCrossEntropy:
        case Op::BinaryCrossEntropyWithLogits: return operands;
        default: return 0;
    }
}

// Elementwise, but always in row-major order.
bool ownLayout(Op op) { return op == Op::Prelu || op == Op::LogSigmoid; }

// Where the operands lie in different orders the first decides; of these it is the second, which PyTorch gives its iterator first.
bool secondDecides(Op op) { return op == Op::ThresholdBackward || op == Op::LeakyReluBackward; }

// A number without dimensions that lies in its storage as it is.
bool isPlain(const Variable& v) { return !v.window && v.storage->value.isScalar(); }

Number numberOf(const Variable& v) { return {v.storage->value.item(), v.storage->value.dtype(), v.isNumber}; }

std::optional<Number> numbersAlone(Op op, std::span<const Var> operands) {
    std::array<Number, kMaxElementwise> values;
    for (std::size_t i = 0; i < operands.size(); ++i) {
        if (!isPlain(*operands[i])) return std::nullopt;
        values[i] = numberOf(*operands[i]);
    }
    return computeNumbers(op, std::span(values.data(), operands.size()));
}

}  // namespace

Var Autograd::numberResult(Op op, std::span<const Var> operands, const Tensor& value) {
    if (!isFloating(value.dtype()) || !needsGrad(operands, op) || infoOf(op).autogradName.empty())
        return cutOff(op, operands, result(value, {}));
    const NodeId node = record(op, operands, std::span(&value, 1), {});
    Var out = result(value, node);
    save(node, op, operands, out, {});
    return out;
}

Var Autograd::apply(Op op, const Var& a, double number, DType dtype) {
    const bool tracked = gradEnabled_ && a->requiresGrad;
    // What has no history and comes of nothing that has one.
    const bool alone = !a->requiresGrad && (!a->extra || (!a->extra->base && !a->extra->cut));
    const bool plain = !tracked && alone && isPlain(*a) && isFloating(a->dtype());
    const auto quick = plain ? computeNumbers(op, std::array{numberOf(*a), Number{number, dtype, true}}) : std::nullopt;
    return quick ? result(Tensor::number(quick->value, quick->dtype), {}) : apply(op, {a, this->number(number, dtype)});
}

// With another default dtype than float32: whole numbers that the operation makes floating-point ones are of that dtype first. None
// where nothing is to be changed. (Whole numbers have no gradient: the graph is the same.)
std::vector<Var> Autograd::inDefault(Op op, std::span<const Var> operands) {
    if (isCondition(op)) return {};
    bool fraction = false;
    for (const Var& v : operands) {
        if (v && isFloating(v->dtype()) && !v->isNumber) return {};
        fraction |= v && v->isNumber && isFloating(v->dtype());
    }
    if (!fraction && keepsWhole(op)) return {};
    std::vector<Var> out(operands.begin(), operands.end());
    bool cast = false;
    for (std::size_t i = op == Op::Where ? 1 : 0; i < out.size(); ++i) {
        if (!out[i] || (out[i]->isNumber && op != Op::Where)) continue;
        out[i] = make(out[i]->value().cast(defaultDType_));
        cast = true;
    }
    return cast ? out : std::vector<Var>();
}

Var Autograd::apply(Op op, std::span<const Var> operands) {
    if (defaultDType_ != DType::Float32) [[unlikely]] {
        if (const std::vector<Var> wide = inDefault(op, operands); !wide.empty()) return apply(op, wide);
    }
    if (Var out = quick(op, operands)) return out;
    if (const std::optional<Number> number = numbersAlone(op, operands)) {
        return numberResult(op, operands, Tensor::number(number->value, number->dtype));
    }
    checkSaving(op, operands);
    const TensorShape shape = broadcastOf(operands);
    if (host_.checkSize && !shape.empty()) host_.checkSize(shape);
    Tensor value = computeElementwise(op, operands);
    const std::array<Var, 2> turned = secondDecides(op) ? std::array{operands[1], operands[0]} : std::array<Var, 2>();
    const std::span<const Var> like = ownLayout(op) ? std::span<const Var>() : secondDecides(op) ? turned : operands;
    if (!needsGrad(operands, op) || !isFloating(value.dtype()) || infoOf(op).autogradName.empty())
        return cutOff(op, operands, laidOut(std::move(value), like));
    const NodeId node = record(op, operands, std::span(&value, 1), {});
    Var out = laidOut(std::move(value), like, node);
    save(node, op, operands, out, {});
    return out;
}

Var Autograd::call(Op op, std::span<const Var> operands, Attributes attributes, std::span<const Var> kept) {
    return callMany(op, operands, std::move(attributes), kept).front();
}

std::vector<Var> Autograd::callMany(Op op, std::span<const Var> operands, Attributes attributes, std::span<const Var> kept) {
    std::vector<Tensor> values;
    values.reserve(operands.size());
    for (const Var& v : operands) values.push_back(v ? v->value() : Tensor());
    std::vector<Tensor> outputs = computeShaped(op, values, attributes);
    const std::span<const Var> like = operands.first(laidOutLike(op, operands.size()));
    std::vector<Var> out;
    out.reserve(outputs.size());
    if (outputs.empty() || !needsGrad(operands) || !isFloating(outputs[0].dtype()) || infoOf(op).autogradName.empty()) {
        for (Tensor& value : outputs) out.push_back(cutOff(op, operands, laidOut(std::move(value), like)));
        return out;
    }
    const NodeId node = record(op, operands, outputs, std::move(attributes));
    const auto count = std::count_if(outputs.begin(), outputs.end(), [](const Tensor& t) { return isFloating(t.dtype()); });
    if (count > 1) outputCounts_[node.value] = static_cast<std::size_t>(count);
    for (std::size_t k = 0; k < outputs.size(); ++k) {
        const bool differentiable = isFloating(outputs[k].dtype());
        NodeId own = node;
        if (k > 0 && differentiable) {
            auto which = std::make_shared<Attributes>();
            which->n = static_cast<std::int64_t>(k);
            own = tape().append(Op::Output, std::span(&node, 1), outputs[k], originNow(), std::move(which));
        }
        out.push_back(laidOut(std::move(outputs[k]), like, differentiable ? own : NodeId()));
    }
    save(node, op, operands, out.front(), kept);
    return out;
}

std::vector<Var> Autograd::function(const std::string& name, std::span<const Var> operands, const std::vector<Var>& outputs,
                                    const std::vector<bool>& differentiable) {
    Attributes attributes;
    attributes.text = name;
    const Tensor first = outputs.empty() || !outputs[0] ? Tensor() : outputs[0]->value();
    const NodeId node = record(Op::Function, operands, std::span(&first, 1), std::move(attributes));
    if (outputs.size() > 1) outputCounts_[node.value] = outputs.size();
    std::vector<Var> out;
    for (std::size_t k = 0; k < outputs.size(); ++k) {
        if (!outputs[k] || !differentiable[k]) {
            out.push_back(outputs[k]);
            continue;
        }
        NodeId own = node;
        if (k > 0) {
            auto which = std::make_shared<Attributes>();
            which->n = static_cast<std::int64_t>(k);
            own = tape().append(Op::Output, std::span(&node, 1), outputs[k]->value(), originNow(), std::move(which));
        }
        out.push_back(result(outputs[k]->value(), own));
    }
    return out;
}

void Autograd::checkRoom() const {
    if (tape().size() >= host_.mostNodes) host_.full(Host::Room::Nodes);
    if (tape().bytesOfValues() + recording_.log.contributions.values().bytesOfValues() > host_.history) host_.full(Host::Room::History);
}

NodeId Autograd::record(Op op, std::span<const Var> operands, std::span<const Tensor> outputs, Attributes&& attributes) {
    checkRoom();
    std::array<NodeId, kMaxElementwise> few;
    std::vector<NodeId> many;
    std::span<NodeId> nodes(few.data(), operands.size());
    if (operands.size() > few.size()) {
        many.resize(operands.size());
        nodes = many;
    }
    for (std::size_t i = 0; i < operands.size(); ++i) {
        nodes[i] = operands[i] ? nodeOf(operands[i]) : tape().constant(Tensor(), originNow());
    }
    std::shared_ptr<const Attributes> kept;
    if (!isElementwise(op)) kept = std::make_shared<const Attributes>(std::move(attributes));
    const NodeId node = tape().append(op, nodes, outputs.front(), originNow(), std::move(kept));
    recording_.log.events.emplace_back(EventKind::Recorded, node.index());
    if (anomaly_ && host_.stack) madeAt_[node.value] = host_.stack();
    return node;
}

std::string Autograd::madeAt(NodeId node) const {
    const auto found = madeAt_.find(node.value);
    return found == madeAt_.end() ? std::string() : found->second;
}

// --- variables on the tape ---

Var Autograd::onTape(NodeId node, bool tracked) {
    Var out = make(tape().value(node));
    out->isNumber = isPythonNumber(node);
    if (!tracked || !tape().requiresGrad(node)) return out;
    const bool isInput = tape().op(node) == Op::Input;
    if (const Var leaf = isInput ? leafVariable(node) : Var()) return leaf;
    out->node = node;
    out->requiresGrad = true;
    out->isLeaf = isInput;
    out->nodeRevision = out->storage->revision;
    if (isInput) out->more().follows = true;  // requires grad for its base's sake: no leaf
    return out;
}

NodeId Autograd::nodeOf(const Var& variable) {
    Variable& v = *variable;
    const std::uint32_t revision = v.storage->revision;
    if (isOnTape(v)) return v.node;
    if (const NodeId node = gradFn(variable); node.valid()) {
        if (v.nodeRevision == revision) return node;
        // Changed in place without history: the same grad_fn, another value.
        auto which = std::make_shared<Attributes>();
        which->n = outputNumber(node);
        const NodeId own = autogradNode(node);
        v.node = tape().append(Op::Output, std::span(&own, 1), v.value(), originNow(), std::move(which));
        v.nodeRevision = revision;
        return v.node;
    }
    if (v.node.valid() && v.nodeRevision == revision && (tape().op(v.node) == Op::Input) == v.requiresGrad) return v.node;
    if (v.requiresGrad) {
        v.node = tape().input(v.extra ? v.extra->label : std::string(), v.value(), where());
        recording_.log.events.emplace_back(EventKind::Recorded, v.node.index());
        v.nodeRevision = revision;
        if (v.extra && v.extra->follows) {  // no AccumulateGrad
            tape().addVersion(v.node, {});
            return v.node;
        }
        if (v.leaf == Variable::kNoLeaf) {
            v.leaf = static_cast<std::uint32_t>(leaves_.size());
            leaves_.push_back({variable, v.node, showsWhole(v) ? v.storage->creation : LeafKey()});
        }
        leafOfNode_[v.node.value] = v.leaf;
        if (tape().value(leaves_[v.leaf].first).shape() != v.shape()) begunAnew(leaves_[v.leaf], v.node);
        if (leaves_[v.leaf].first != v.node) tape().addVersion(v.node, leaves_[v.leaf].first);
        recording_.leaves.emplace(v.node.value, leaves_[v.leaf].first);
    } else {
        v.node = constantOf(v.value(), v.isNumber);
        if (v.extra && !v.extra->label.empty()) tape().name(v.node, v.extra->label);
        if (v.extra && v.extra->cut) {
            recording_.cuts.push_back(*v.extra->cut);
            recording_.cuts.back().value = v.node;
        }
    }
    v.nodeRevision = revision;
    return v.node;
}

NodeId Autograd::constantOf(const Tensor& value, bool isPythonNumber) {
    const NodeId node = tape().constant(value, originNow());
    if (isPythonNumber) {
        recording_.numbers.resize(node.index() + 1);
        recording_.numbers[node.index()] = true;
    }
    return node;
}

std::size_t Autograd::outputCount(NodeId node) const {
    switch (tape().op(node)) {
        case Op::Svdvals:
        case Op::GroupNorm: return 3;  // two of which nobody sees
        default: break;
    }
    if (outputCounts_.empty()) return 1;
    const auto found = outputCounts_.find(node.value);
    return found == outputCounts_.end() ? 1 : found->second;
}

std::vector<Autograd::Edge> Autograd::nextFunctions(NodeId node) const {
    std::vector<Edge> edges;
    tape().forEachNext(node, [&](const Edge& edge) { edges.push_back(edge); });
    return edges;
}

std::vector<std::uint32_t> Autograd::lendMarks() {
    std::vector<std::uint32_t> marks;
    if (!marks_.empty()) {
        marks = std::move(marks_.back());
        marks_.pop_back();
    }
    if (marks.size() < tape().size()) marks.resize(tape().size());
    return marks;
}

Var Autograd::leafVariable(NodeId input) const {
    const auto leaf = leafOfNode_.find(input.value);
    return leaf == leafOfNode_.end() ? Var() : leaves_[leaf->second].variable;
}

bool Autograd::hasGradFn(const Var& variable) { return variable->requiresGrad && !variable->isLeaf; }

void Autograd::setRequiresGrad(const Var& variable, bool on) {
    if (on && variable->isInference && !inference_)
        failRuntime("Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.");
    if (hasGradFn(variable)) {
        if (on) return;
        failRuntime(
            "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph "
            "that doesn't require differentiation use var_no_grad = var.detach().");
    }
    if (on && !isFloating(variable->dtype())) {
        failRuntime("only Tensors of floating point dtype can require gradients");
    }
    const bool follows = variable->extra && variable->extra->follows;
    if (!on && follows) return;  // its base requires grad all the same
    variable->requiresGrad = on;
    if (on && !variable->storage->creation.valid() && showsWhole(*variable)) created(variable);
    if (!follows) return;
    variable->extra->follows = false;
    variable->node = {};  // a leaf of its own from now on
}

// --- what the program gave its leaves ---

void Autograd::created(const Var& variable) {
    variable->storage->creation = creations_.next(where());
    replaceNumbers(*variable->storage);
}

void Autograd::replaceNumbers(Storage& storage) {
    const Tensor* value = creations_.overrideOf(storage.creation, storage.value.size());
    if (value != nullptr) storage.value = value->cast(storage.value.dtype()).reshaped(storage.value.shape());
}

// --- hooks ---

std::vector<Autograd::Hooked> Autograd::hooksOf(NodeId node) const {
    const auto found = hooks_.find(node.value);
    return found == hooks_.end() ? std::vector<Hooked>() : found->second;
}

std::size_t Autograd::addHook(const Var& variable, python::Value hook) {
    if (!variable->requiresGrad) failRuntime("cannot register a hook on a tensor that doesn't require gradient");
    // A variable's hooks stay together, at the node that it had at the first of them.
    for (auto& [node, hooks] : hooks_) {
        const auto last =
            std::find_if(hooks.rbegin(), hooks.rend(), [&](const Hooked& h) { return h.retains == variable && !h.hook.isEmpty(); });
        if (last == hooks.rend()) continue;
        // What retains the gradient stays behind all of them, also those that come later.
        hooks.insert(last.base(), {last->output, std::move(hook), variable, ++hookCount_});
        return hookCount_;
    }
    const NodeId node = nodeOf(variable);
    hooks_[autogradNode(node).value].push_back({outputNumber(node), std::move(hook), variable, ++hookCount_});
    return hookCount_;
}

std::size_t Autograd::addNodeHook(NodeId node, python::Value hook) {
    hooks_[autogradNode(node).value].push_back({Hooked::kOfNode, std::move(hook), {}, ++hookCount_});
    return hookCount_;
}

void Autograd::removeHook(std::size_t number) {
    for (auto& [node, hooks] : hooks_) std::erase_if(hooks, [&](const Hooked& h) { return h.number == number; });
}

void Autograd::retainGrad(const Var& variable) {
    if (!variable->requiresGrad) failRuntime("can't retain_grad on Tensor that has requires_grad=False");
    if (variable->isLeaf || variable->more().retainsGrad) return;
    variable->more().retainsGrad = true;
    const NodeId node = nodeOf(variable);
    hooks_[autogradNode(node).value].push_back({outputNumber(node), {}, variable, ++hookCount_});
}

// --- saved values ---

namespace {

void refuseInference(unsigned wanted, Op op, std::span<const Var> operands, std::span<const Var> kept) {
    const auto refuse = [](const Var& v) {
        if (v && v->isInference) {
            failRuntime(
                "Inference tensors cannot be saved for backward. To work around you can make a clone to get a normal tensor and use it in "
                "autograd.");
        }
    };
    for (std::size_t i = 0; i < operands.size() && i < kSavedKeptBit; ++i) {
        if ((wanted >> i & 1) != 0 && !(operands[i] && operands[i]->isNumber && !isSlot(op, i))) refuse(operands[i]);
    }
    if ((wanted >> kSavedKeptBit & 1) != 0) std::for_each(kept.begin(), kept.end(), refuse);
}

}  // namespace

void Autograd::checkSaving(Op op, std::span<const Var> operands) const {
    const bool any = std::any_of(operands.begin(), operands.end(), [](const Var& v) { return v && v->isInference && !v->isNumber; });
    if (any && needsGrad(operands, op) && !infoOf(op).autogradName.empty()) refuseInference(savesOf(op, operands), op, operands, {});
}

Autograd::SavedRange& Autograd::beginSaving(NodeId node) {
    if (savedRanges_.size() == node.index()) savedRanges_.add({});
    else if (savedRanges_.size() < node.index()) savedRanges_.resize(node.index() + 1);
    SavedRange& range = savedRanges_[node];
    range.first = static_cast<std::uint32_t>(saved_.size());
    return range;
}

unsigned Autograd::saveOperands(NodeId node, Op op, std::span<const Var> operands, std::span<const Var> kept, bool inplace) {
    const unsigned wanted = savesOf(op, operands);
    refuseInference(wanted, op, operands, kept);
    beginSaving(node);
    for (std::size_t i = 0; i < operands.size() && i < kSavedKeptBit; ++i) {
        if ((wanted >> i & 1) == 0 || !operands[i]) continue;
        if (operands[i]->isNumber && !isSlot(op, i)) continue;  // alpha, a weight: kept as a number, not as a tensor
        // Of what is changed in place PyTorch saves a copy: its storage is about to move on, its value on the tape is not.
        keep(operands[i], static_cast<std::uint8_t>(i), inplace && i == 0);
    }
    return wanted;
}

void Autograd::saveRest(NodeId node, unsigned wanted, const Var& result, std::span<const Var> kept) {
    SavedRange& range = savedRanges_[node];
    if (wanted >> kSavedResultBit & 1) keep(result, Saved::kResult);
    if (wanted >> kSavedKeptBit & 1) {
        for (const Var& v : kept) keep(v, Saved::kKept);
    }
    range.count = static_cast<std::uint8_t>(saved_.size() - range.first);
}

std::span<const Autograd::Saved> Autograd::savedBy(NodeId node) const {
    if (node.index() >= savedRanges_.size()) return {};
    const SavedRange& range = savedRanges_[node];
    return std::span(saved_).subspan(range.first, range.count);
}

bool Autograd::isFreed(NodeId node) const { return node.index() < savedRanges_.size() && savedRanges_[node].freed; }

void Autograd::free(NodeId node, Span by) {
    if (node.index() >= savedRanges_.size()) savedRanges_.resize(node.index() + 1);
    SavedRange& range = savedRanges_[node];
    if (!range.freed && range.count > 0) recording_.log.freed(by, node);
    range.freed = true;
    for (std::size_t i = 0; i < range.count; ++i) saved_[range.first + i].variable = {};
}

// What was saved, in its own memory: how that lies decides how what is computed with it lies, and in which order it is summed.
void Autograd::lieAs(Var& out, const Saved& saved, bool tracked) {
    const Variable& v = *saved.variable;
    if (v.isContiguous() || v.version() != saved.version || v.shape() != out->shape() || v.dtype() != out->dtype()) return;
    if (!tracked) out = detached(saved.variable);
    else if (!out->isLeaf || !out->requiresGrad) relayout(out, v.strides());
}

Var Autograd::savedValue(NodeId node, std::uint8_t what, bool tracked) {
    const NodeId of = what == Saved::kResult ? node : tape().operands(node)[what];
    Var out = onTape(of, tracked);
    const SavedRange range = node.index() < savedRanges_.size() ? savedRanges_[node] : SavedRange();
    for (std::size_t index = range.first; index < range.first + range.count; ++index) {
        Saved& saved = saved_[index];
        if (saved.what != what) continue;
        if (!saved.variable) {
            // What is changed in place is saved as a copy, which is a node of its own.
            if (!tracked || range.freed || what == Saved::kResult || !out->requiresGrad) continue;
            out = call(Op::Clone, {out});
            saved_[index] = {out, out->version(), out->storage->revision, what, out->storage.get()};
            break;
        }
        const NodeId copy = saved.variable->node;
        if (tracked && copy != of && copy.valid() && tape().op(copy) == Op::Clone && tape().operands(copy)[0] == of) return saved.variable;
        const Storage* now = saved.variable->storage.get();
        // What was changed in place through a view is that view's: its history leads through the base's.
        if (tracked && what == Saved::kResult && saved.variable->extra && saved.variable->extra->base && saved.variable->requiresGrad)
            out->node = saved.variable->node;
        if (now == saved.storage && now->revision == saved.revision) {
            lieAs(out, saved, tracked);
            continue;
        }
        // A result is saved with the memory it had: `y.data = …` does not reach it. (An operand is saved as the tensor.)
        if (what == Saved::kResult && now != saved.storage) continue;
        if (out->isLeaf && out->requiresGrad) break;  // the leaf itself
        out->storage->value = saved.variable->value();
    }
    return out;
}

// What PyTorch calls the maker of a result: its node; of a view that was changed in place the view's own history, while that is there.
NodeId Autograd::makerOf(NodeId node, const Saved& result) const {
    const Variable& v = *result.variable;
    if (!v.extra || !v.extra->base || v.nodeVersion != result.version) return node;
    const auto ours = std::count_if(saved_.begin(), saved_.end(), [&](const Saved& s) { return s.variable.get() == &v; });
    return v.refs > static_cast<std::uint32_t>(ours) ? v.node : node;
}

void Autograd::checkSaved(NodeId node) {
    if (isFreed(node) && savedRanges_[node].count > 0) {
        recording_.savedFault = SavedFault{node, {}, true, {}};
        failRuntime(
            "Trying to backward through the graph a second time (or directly access saved tensors after they have already been "
            "freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify "
            "retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors "
            "after calling backward.");
    }
    if (node.index() >= savedRanges_.size()) return;
    const SavedRange range = savedRanges_[node];
    for (std::size_t index = range.first; index < range.first + range.count; ++index) {
        const Saved& saved = saved_[index];
        if (!saved.variable || saved.variable->version() == saved.version) continue;
        const NodeId what = saved.what == Saved::kResult ? makerOf(node, saved) : gradFn(saved.variable);  // as it is by now
        std::string shape;
        // A result is kept as it was made, an operand as the tensor that it is.
        for (const std::int64_t d : saved.what == Saved::kResult ? tape().value(node).shape() : saved.variable->shape())
            shape += (shape.empty() ? "" : ", ") + std::to_string(d);
        const bool isOperand = saved.what < tape().operands(node).size();
        recording_.savedFault =
            SavedFault{node, isOperand ? tape().operands(node)[saved.what] : node, false, saved.variable->storage->changed};
        const bool isMask = saved.variable->dtype() == DType::Bool;
        const std::string type = isMask ? "CPUBoolType" : std::string("torch.") + scalarTypeName(saved.variable->dtype()) + "Tensor";
        std::string message = "one of the variables needed for gradient computation has been modified by an inplace operation: [" + type +
                              " [" + shape + "]]";
        if (what.valid()) {
            const std::string maker = gradFnName(what);
            message += ", which is output " + std::to_string(outputNumber(what)) + " of " + (isOfEngine(maker) ? "torch::autograd::" : "") +
                       maker + ",";
        }
        failRuntime(message + " is at version " + std::to_string(saved.variable->version()) + "; expected version " +
                    std::to_string(saved.version) +
                    " instead. Hint: enable anomaly detection to find the operation that failed to compute " +
                    "its gradient, with torch.autograd.set_detect_anomaly(True).");
    }
}

}  // namespace backstep
