// SPDX-License-Identifier: GPL-3.0-or-later
// Operations on variables, and what they leave on the tape.
#include "engine/autograd/autograd.h"

#include <algorithm>

#include "engine/autograd/saving.h"
#include "engine/python/errors.h"
#include "engine/tape/compute.h"
#include "engine/tape/shaped.h"

namespace backstep {

void failRuntime(std::string message) { python::raise<python::RuntimeError>(std::move(message)); }
void failIndex(std::string message) { python::raise<python::IndexError>(std::move(message)); }
void failType(std::string message) { python::raise<python::TypeError>(std::move(message)); }
void failValue(std::string message) { python::raise<python::ValueError>(std::move(message)); }

Autograd::Autograd(Recording& recording, Host host) : recording_(recording), host_(std::move(host)) {}

Var Autograd::make(Tensor value) {
    Var out = python::make<Variable>(host_.tensorType);
    out->storage = python::make<Storage>(host_.storageType);
    if (!value.isScalar()) {
        out->storage->counted = static_cast<std::size_t>(value.size()) * sizeof(double);
        Storage::bytesInUse() += out->storage->counted;
    }
    out->storage->value = std::move(value);
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

bool Autograd::needsGrad(std::span<const Var> operands) const {
    return gradEnabled_ && std::any_of(operands.begin(), operands.end(), [](const Var& v) { return v && v->requiresGrad; });
}

Origin Autograd::originNow() const { return {where(), making.maker, making.order}; }

// --- dtypes ---

DType resultType(std::span<const Var> operands) {
    // The highest category decides; a lower one counts only where it is of a higher kind (bool < whole < floating).
    const auto kind = [](DType d) { return d == DType::Bool ? 0 : isFloating(d) ? 2 : 1; };
    std::optional<DType> dimensioned, zeroDim, numbers;
    for (const Var& v : operands) {
        if (!v) continue;
        std::optional<DType>& slot = v->isNumber ? numbers : v->dims() == 0 ? zeroDim : dimensioned;
        DType dtype = v->dtype();
        if (v->isNumber && isFloating(dtype)) dtype = DType::Float32;  // the default dtype
        slot = slot ? promote(*slot, dtype) : dtype;
    }
    const auto combine = [&](std::optional<DType> higher, std::optional<DType> lower) {
        if (!higher) return lower;
        if (!lower || kind(*lower) <= kind(*higher)) return higher;
        return std::optional(promote(*higher, *lower));
    };
    return combine(combine(dimensioned, zeroDim), numbers).value_or(DType::Float32);
}

namespace {

const char* scalarTypeName(DType dtype) {
    switch (dtype) {
        case DType::Bool: return "Bool";
        case DType::Int32: return "Int";
        case DType::Int64: return "Long";
        case DType::Float32: return "Float";
        case DType::Float64: return "Double";
    }
    return "";
}

[[noreturn]] void sizesDiffer(const TensorShape& a, const TensorShape& b) {
    const std::size_t n = std::max(a.size(), b.size());
    for (std::size_t back = 1; back <= std::min(a.size(), b.size()); ++back) {
        const std::int64_t x = a[a.size() - back];
        const std::int64_t y = b[b.size() - back];
        if (x == y || x == 1 || y == 1) continue;
        failRuntime("The size of tensor a (" + std::to_string(x) + ") must match the size of tensor b (" + std::to_string(y) +
                    ") at non-singleton dimension " + std::to_string(n - back));
    }
    failRuntime("The sizes of the tensors do not match");
}

TensorShape broadcastOf(std::span<const Var> operands) {
    TensorShape shape;
    for (const Var& v : operands) {
        if (!v) continue;
        const auto both = broadcastShapes(shape, v->shape());
        if (!both) sizesDiffer(shape, v->shape());
        shape = *both;
    }
    return shape;
}

// What an elementwise op gives, and the dtypes on the way. Where does not let its condition promote.
Tensor computeElementwise(Op op, std::span<const Var> operands) {
    const DType dtype = resultType(op == Op::Where ? operands.subspan(1) : operands);
    std::array<Tensor, 3> values;
    for (std::size_t i = 0; i < operands.size(); ++i) {
        values[i] = operands[i]->value();
        if (op != Op::Where || i > 0) values[i] = values[i].cast(dtype);
    }
    return compute(op, std::span(values.data(), operands.size())).value();
}

}  // namespace

// --- operations ---

Var Autograd::apply(Op op, std::span<const Var> operands) {
    const TensorShape shape = broadcastOf(operands);
    if (host_.checkSize && !shape.empty()) host_.checkSize(shape);
    Tensor value = computeElementwise(op, operands);
    if (!needsGrad(operands) || !isFloating(value.dtype()) || infoOf(op).autogradName.empty()) return make(std::move(value));
    const NodeId node = record(op, operands, std::span(&value, 1), {});
    Var out = result(std::move(value), node);
    save(node, op, operands, out);
    return out;
}

Var Autograd::call(Op op, std::span<const Var> operands, Attributes attributes) {
    return callMany(op, operands, std::move(attributes)).front();
}

std::vector<Var> Autograd::callMany(Op op, std::span<const Var> operands, Attributes attributes) {
    std::vector<Tensor> values;
    values.reserve(operands.size());
    for (const Var& v : operands) values.push_back(v ? v->value() : Tensor());
    std::vector<Tensor> outputs = computeShaped(op, values, attributes);
    std::vector<Var> out;
    out.reserve(outputs.size());
    if (outputs.empty() || !needsGrad(operands) || !isFloating(outputs[0].dtype()) || infoOf(op).autogradName.empty()) {
        for (Tensor& value : outputs) out.push_back(make(std::move(value)));
        return out;
    }
    const NodeId node = record(op, operands, outputs, std::move(attributes));
    for (std::size_t k = 0; k < outputs.size(); ++k) {
        const bool differentiable = isFloating(outputs[k].dtype());
        NodeId own = node;
        if (k > 0 && differentiable) {
            auto which = std::make_shared<Attributes>();
            which->n = static_cast<std::int64_t>(k);
            own = tape().append(Op::Output, std::span(&node, 1), outputs[k], originNow(), std::move(which));
        }
        out.push_back(result(std::move(outputs[k]), differentiable ? own : NodeId()));
    }
    save(node, op, operands, out.front());
    return out;
}

std::vector<Var> Autograd::function(const std::string& name, std::span<const Var> operands, const std::vector<Var>& outputs,
                                    const std::vector<bool>& differentiable) {
    Attributes attributes;
    attributes.text = name;
    const Tensor first = outputs.empty() || !outputs[0] ? Tensor() : outputs[0]->value();
    const NodeId node = record(Op::Function, operands, std::span(&first, 1), std::move(attributes));
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

NodeId Autograd::record(Op op, std::span<const Var> operands, std::span<const Tensor> outputs, Attributes&& attributes) {
    std::array<NodeId, 3> few;
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
    return tape().append(op, nodes, outputs.front(), originNow(), std::move(kept));
}

// --- variables on the tape ---

Var Autograd::onTape(NodeId node, bool tracked) {
    Var out = make(tape().value(node));
    if (!tracked || !tape().requiresGrad(node)) return out;
    if (tape().op(node) == Op::Input) return leafVariable(node);
    out->node = node;
    out->requiresGrad = true;
    out->isLeaf = false;
    return out;
}

NodeId Autograd::nodeOf(const Var& variable) {
    Variable& v = *variable;
    const bool stale = v.nodeVersion != v.version();
    if (v.requiresGrad && !v.isLeaf) {
        const NodeId node = gradFn(variable);
        if (v.nodeVersion == v.version()) return node;
        // Changed in place without history: the same grad_fn, another value.
        auto which = std::make_shared<Attributes>();
        which->n = outputNumber(node);
        const NodeId own = autogradNode(node);
        v.node = tape().append(Op::Output, std::span(&own, 1), v.value(), originNow(), std::move(which));
        v.nodeVersion = v.version();
        return v.node;
    }
    if (v.node.valid() && !stale && (tape().op(v.node) == Op::Input) == v.requiresGrad) return v.node;
    if (v.requiresGrad) {
        v.node = tape().input({}, v.value(), where());
        if (v.leaf == Variable::kNoLeaf) {
            v.leaf = static_cast<std::uint32_t>(leaves_.size());
            leaves_.push_back({variable, v.node});
        }
        leafOfNode_[v.node.value] = v.leaf;
    } else {
        v.node = tape().constant(v.value(), originNow());
    }
    v.nodeVersion = v.version();
    return v.node;
}

NodeId Autograd::autogradNode(NodeId node) const {
    while (tape().op(node) == Op::Output) node = tape().operands(node)[0];
    if (tape().op(node) == Op::Input) {
        const auto leaf = leafOfNode_.find(node.value);
        if (leaf != leafOfNode_.end()) return leaves_[leaf->second].first;
    }
    return node;
}

std::uint32_t Autograd::outputNumber(NodeId node) const {
    return tape().op(node) == Op::Output ? static_cast<std::uint32_t>(tape().attributes(node).n) : 0;
}

std::string Autograd::gradFnName(NodeId node) const {
    node = autogradNode(node);
    const Attributes& attributes = tape().attributes(node);
    if (!attributes.text.empty() && infoOf(tape().op(node)).autogradName == "*") return attributes.text;  // the program's own Function
    return std::string(infoOf(tape().op(node)).autogradName);
}

std::vector<Autograd::Edge> Autograd::nextFunctions(NodeId node) const {
    node = autogradNode(node);
    std::vector<Edge> edges;
    const std::span<const NodeId> operands = tape().operands(node);
    const std::size_t slots = slotCount(tape().op(node), operands.size());
    for (std::size_t i = 0; i < slots; ++i) {
        edges.push_back(tape().requiresGrad(operands[i]) ? Edge{autogradNode(operands[i]), outputNumber(operands[i])} : Edge{});
    }
    return edges;
}

Var Autograd::leafVariable(NodeId input) const {
    const auto leaf = leafOfNode_.find(input.value);
    return leaf == leafOfNode_.end() ? Var() : leaves_[leaf->second].variable;
}

bool Autograd::hasGradFn(const Var& variable) { return variable->requiresGrad && !variable->isLeaf; }

void Autograd::setRequiresGrad(const Var& variable, bool on) {
    if (hasGradFn(variable)) {
        if (on) return;
        failRuntime("you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph "
                    "that doesn't require differentiation use var_no_grad = var.detach().");
    }
    if (on && !isFloating(variable->dtype())) {
        failRuntime("only Tensors of floating point dtype can require gradients");
    }
    variable->requiresGrad = on;
}

// --- hooks ---

std::vector<Autograd::Hooked> Autograd::hooksOf(NodeId node) const {
    const auto found = hooks_.find(node.value);
    return found == hooks_.end() ? std::vector<Hooked>() : found->second;
}

std::size_t Autograd::addHook(const Var& variable, python::Value hook) {
    if (!variable->requiresGrad) failRuntime("cannot register a hook on a tensor that doesn't require gradient");
    const NodeId node = nodeOf(variable);
    hooks_[autogradNode(node).value].push_back({outputNumber(node), std::move(hook), {}, ++hookCount_});
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

void Autograd::save(NodeId node, Op op, std::span<const Var> operands, const Var& result) {
    const unsigned wanted = savesOf(op, operands);
    if (savedRanges_.size() <= node.index()) savedRanges_.resize(node.index() + 1);
    SavedRange& range = savedRanges_[node];
    range.first = static_cast<std::uint32_t>(saved_.size());
    for (std::size_t i = 0; i < operands.size() && i < kSavedResultBit; ++i) {
        if ((wanted >> i & 1) == 0 || !operands[i]) continue;
        // What is changed in place is saved as it was: its storage is about to move on, its value on the tape is not.
        const bool own = operands[i]->storage == result->storage;
        saved_.push_back({own ? Ref<Storage>() : operands[i]->storage, operands[i]->version(), static_cast<std::uint8_t>(i)});
    }
    if (wanted >> kSavedResultBit & 1) saved_.push_back({result->storage, result->version(), Saved::kResult});
    range.count = static_cast<std::uint8_t>(saved_.size() - range.first);
}

std::span<const Autograd::Saved> Autograd::savedBy(NodeId node) const {
    if (node.index() >= savedRanges_.size()) return {};
    const SavedRange& range = savedRanges_[node];
    return std::span(saved_).subspan(range.first, range.count);
}

bool Autograd::isFreed(NodeId node) const { return node.index() < savedRanges_.size() && savedRanges_[node].freed; }

void Autograd::free(NodeId node) {
    if (node.index() >= savedRanges_.size()) savedRanges_.resize(node.index() + 1);
    SavedRange& range = savedRanges_[node];
    range.freed = true;
    for (std::size_t i = 0; i < range.count; ++i) saved_[range.first + i].storage = {};
}

void Autograd::checkSaved(NodeId node) const {
    if (isFreed(node) && savedRanges_[node].count > 0) {
        failRuntime("Trying to backward through the graph a second time (or directly access saved tensors after they have already been "
                    "freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify "
                    "retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors "
                    "after calling backward.");
    }
    for (const Saved& saved : savedBy(node)) {
        if (!saved.storage || saved.storage->version == saved.version) continue;
        const bool result = saved.what == Saved::kResult;
        const NodeId what = result ? node : tape().operands(node)[saved.what];
        const Tensor value = tape().value(what);
        std::string shape;
        for (const std::int64_t d : value.shape()) shape += (shape.empty() ? "" : ", ") + std::to_string(d);
        std::string message = "one of the variables needed for gradient computation has been modified by an inplace operation: [torch." +
                              std::string(scalarTypeName(value.dtype())) + "Tensor [" + shape + "]]";
        const NodeId maker = autogradNode(what);
        if (tape().requiresGrad(what) && tape().op(maker) != Op::Input) {
            message += ", which is output " + std::to_string(outputNumber(what)) + " of " + gradFnName(maker) + ",";
        }
        failRuntime(message + " is at version " + std::to_string(saved.storage->version) + "; expected version " +
                    std::to_string(saved.version) + " instead. Hint: enable anomaly detection to find the operation that failed to compute " +
                    "its gradient, with torch.autograd.set_detect_anomaly(True).");
    }
}

// --- in place ---

namespace {

// floating -> whole and whole -> bool lose what they hold: not in place.
bool canCast(DType from, DType to) {
    if (isFloating(from) && !isFloating(to)) return false;
    return from == DType::Bool || to != DType::Bool;
}

std::string sizesText(const TensorShape& shape) {
    std::string out = "[";
    for (std::size_t i = 0; i < shape.size(); ++i) out += (i ? ", " : "") + std::to_string(shape[i]);
    return out + "]";
}

}  // namespace

void Autograd::checkInplace(const Var& self, bool anyRequiresGrad) const {
    if (!gradEnabled_ || !anyRequiresGrad) return;
    if (self->extra && self->extra->base) {
        const VariableExtra& view = *self->extra;
        if (view.base->requiresGrad && view.base->isLeaf) {
            failRuntime("a view of a leaf Variable that requires grad is being used in an in-place operation.");
        }
        if (view.origin == ViewOrigin::OneOfMany) {
            failRuntime("Output 0 of " + view.maker + " is a view and is being modified inplace. This view is the output of a function that "
                        "returns multiple views. Such functions do not allow the output views to be modified inplace. You should replace "
                        "the inplace operation by an out-of-place one.");
        }
        if (view.origin == ViewOrigin::NoGrad) {
            failRuntime("A view was created in no_grad mode and is being modified inplace with grad mode enabled. Given that this use case "
                        "is ambiguous and error-prone, it is forbidden. You can clarify your code by moving both the view and the inplace "
                        "either both inside the no_grad block (if you don't want the inplace to be tracked) or both outside (if you want "
                        "the inplace to be tracked).");
        }
    }
    if (self->requiresGrad && self->isLeaf) failRuntime("a leaf Variable that requires grad is being used in an in-place operation.");
}

void Autograd::inplace(Op op, std::span<const Var> operands, Attributes attributes) {
    const Var& self = operands[0];
    const bool track = needsGrad(operands) && !infoOf(op).autogradName.empty();
    checkInplace(self, track);
    Tensor value;
    if (isElementwise(op)) {
        const TensorShape shape = broadcastOf(operands);
        if (shape != self->shape()) {
            failRuntime("output with shape " + sizesText(self->shape()) + " doesn't match the broadcast shape " + sizesText(shape));
        }
        value = computeElementwise(op, operands);
        if (!canCast(value.dtype(), self->dtype())) {
            failRuntime(std::string("result type ") + scalarTypeName(value.dtype()) + " can't be cast to the desired output type " +
                        scalarTypeName(self->dtype()));
        }
    } else {
        std::vector<Tensor> values;
        for (const Var& v : operands) values.push_back(v ? v->value() : Tensor());
        value = computeShaped(op, values, attributes).front();
    }
    value = value.cast(self->dtype());
    if (!track || !isFloating(self->dtype())) {
        write(self, value);
        return;
    }
    const NodeId node = record(op, operands, std::span(&value, 1), Attributes(attributes));
    write(self, value);
    save(node, op, operands, self);
    rebase(self, node, operands.subspan(1), attributes);
}

void Autograd::overwrite(Op op, const Var& self, const Tensor& value) {
    const bool track = gradEnabled_ && self->requiresGrad;
    checkInplace(self, track);
    if (!track) {
        write(self, value.cast(self->dtype()));
        return;
    }
    const NodeId node = record(op, std::span(&self, 1), std::span(&value, 1), {});
    write(self, value.cast(self->dtype()));
    rebase(self, node, {}, {});
}

void Autograd::assign(const Var& self, const Tensor& value) { write(self, value.cast(self->dtype())); }

void Autograd::write(const Var& self, const Tensor& value) {
    Storage& storage = *self->storage;
    if (!self->window || (self->window->offset == 0 && self->size() == storage.value.size() && self->isContiguous())) {
        storage.value = value.expandedTo(self->shape()).reshaped(storage.value.shape());
    } else {
        const Tensor full = value.expandedTo(self->shape());
        storage.value = storage.value.with(placesOf(*self->window), full.numbers());
    }
    ++storage.version;
}

}  // namespace backstep
