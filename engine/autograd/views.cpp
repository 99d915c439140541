// SPDX-License-Identifier: GPL-3.0-or-later
// Views, and what a change in place means for the history of whoever shares the memory.
//
// A view's history is the operation that made it, until its memory is changed through another variable: from then on it
// is the base's history seen through the view's window (AsStrided). A view that is itself changed in place rewrites the
// base's history: the base is now CopySlices(what it was, what was done to the slice), and the view an AsStrided of that.
#include <algorithm>

#include "engine/autograd/autograd.h"
#include "engine/python/errors.h"
#include "engine/tape/shaped.h"

namespace backstep {
namespace {

// A view of a view is what is worse of the two.
ViewOrigin originOf(const Variable& of, ViewOrigin own) {
    return own == ViewOrigin::Ordinary && of.extra && of.extra->base ? of.extra->origin : own;
}

// The gradient that a variable keeps is that of its value: retain_grad goes with it to another node.
void takeAlong(std::unordered_map<std::uint32_t, std::vector<Autograd::Hooked>>& hooks, const Var& variable) {
    if (!variable->extra || !variable->extra->retainsGrad) return;
    for (auto& [node, of] : hooks) {
        const auto kept =
            std::find_if(of.begin(), of.end(), [&](const Autograd::Hooked& h) { return h.retains == variable && h.hook.isEmpty(); });
        if (kept == of.end()) continue;
        Autograd::Hooked moved = std::move(*kept);
        of.erase(kept);
        moved.output = 0;
        hooks[variable->node.value].push_back(std::move(moved));
        return;
    }
}

// A view takes no memory, however many elements it shows; only its dimensions have a limit, which is never below this.
constexpr std::size_t kOrdinaryDims = 8;

}  // namespace

void Autograd::follow(Variable& view) {
    if (view.requiresGrad || !view.extra || !view.extra->base || !view.extra->base->requiresGrad) return;
    view.requiresGrad = true;
    view.extra->follows = true;
}

Var Autograd::view(Op op, const Var& of, Window window, Attributes attributes, ViewOrigin origin) {
    if (window.shape.size() > kOrdinaryDims && host_.checkSize) host_.checkSize(window.shape);
    checkCounted(*of);
    Var out = python::make<Variable>(host_.tensorType);
    out->nodeRevision = of->storage->revision;
    out->nodeVersion = of->version();
    out->storage = of->storage;
    out->window = std::make_unique<Window>(std::move(window));
    if (!of->isInference) out->ownVersion = of->ownVersion;
    out->isInference = of->isInference;
    VariableExtra& extra = out->more();
    if (!of->isInference) extra.base = of->extra && of->extra->base ? of->extra->base : of;
    extra.origin = originOf(*of, inference_ ? ViewOrigin::InferenceMode : !gradEnabled_ ? ViewOrigin::NoGrad : origin);
    follow(*out);
    if (!gradEnabled_ || !needsGrad(std::span(&of, 1))) return out;
    const Tensor value = out->value();
    const Var operand = of;
    out->node = record(op, std::span(&operand, 1), std::span(&value, 1), std::move(attributes));
    out->requiresGrad = true;
    out->isLeaf = false;
    return out;
}

Var Autograd::make(const Tensor& value, std::vector<std::int64_t> strides) {
    Window window{value.shape(), std::move(strides), 0};
    const std::vector<std::int64_t> places = placesOf(window);
    std::vector<double> memory(places.empty() ? 0 : static_cast<std::size_t>(*std::max_element(places.begin(), places.end())) + 1);
    for (std::size_t i = 0; i < places.size(); ++i) memory[static_cast<std::size_t>(places[i])] = value.at(static_cast<std::int64_t>(i));
    const auto n = static_cast<std::int64_t>(memory.size());
    Var out = make(Tensor::exact({n}, std::move(memory), value.dtype()));
    out->window = std::make_unique<Window>(std::move(window));
    return out;
}

void Autograd::relayout(const Var& fresh, std::vector<std::int64_t> strides) {
    if (fresh->dims() != strides.size() || fresh->size() == 0) return;
    const Var other = make(fresh->value(), std::move(strides));
    fresh->storage->value = other->storage->value;  // the same storage: whoever saved it sees its changes
    fresh->window = std::move(other->window);
}

std::vector<Var> Autograd::views(Op op, const Var& of, std::vector<Window> windows, Attributes attributes) {
    std::vector<Var> out;
    if (windows.empty()) return out;
    out.push_back(view(op, of, std::move(windows[0]), std::move(attributes), ViewOrigin::OneOfMany));
    if (!out[0]->isLeaf) outputCounts_[out[0]->node.value] = windows.size();
    for (std::size_t k = 1; k < windows.size(); ++k) {
        const bool enabled = gradEnabled_;
        gradEnabled_ = false;  // the operation is on the tape already
        out.push_back(view(op, of, std::move(windows[k]), {}));
        gradEnabled_ = enabled;
        out[k]->extra->origin = out[0]->extra->origin;
        if (out[0]->isLeaf) continue;
        auto which = std::make_shared<Attributes>();
        which->n = static_cast<std::int64_t>(k);
        out[k]->node = tape().append(Op::Output, std::span(&out[0]->node, 1), out[k]->value(), originNow(), std::move(which));
        out[k]->requiresGrad = true;
        out[k]->isLeaf = false;
    }
    return out;
}

Var Autograd::detached(const Var& of) {
    Var out = python::make<Variable>(host_.tensorType);
    out->isInference = of->isInference;
    out->nodeRevision = of->storage->revision;
    out->nodeVersion = of->storage->version;
    out->storage = of->storage;
    if (of->window) out->window = std::make_unique<Window>(*of->window);
    out->ownVersion = of->ownVersion;
    // What was made in inference mode has no counter; what is detached from it afterwards has one, and may be changed.
    if (of->isInference && !inference_ && !out->ownVersion) out->ownVersion = std::make_shared<std::uint32_t>(0);
    if (out->ownVersion) out->nodeVersion = *out->ownVersion;
    if (of->extra && of->extra->left > 0) out->more().left = of->extra->left;
    return out;
}

void Autograd::detachInPlace(const Var& self) {
    if (inference_) return;  // there is nothing to detach from, PyTorch finds
    if (self->extra && self->extra->base) {
        failRuntime(
            "Can't detach views in-place. Use detach() instead. If you are using DistributedDataParallel (DDP) for training, and "
            "gradient_as_bucket_view is set as True, gradients are views of DDP buckets, and hence detach_() cannot be called on these "
            "gradients. To fix this error, please refer to the Optimizer.zero_grad() function in torch/optim/optimizer.py as the "
            "solution.");
    }
    self->node = {};
    self->requiresGrad = false;
    self->isLeaf = true;
}

Var Autograd::dataOf(const Var& of) {
    Var out = detached(of);
    if (of->isInference && inference_) return out;
    out->ownVersion = std::make_shared<std::uint32_t>(0);
    out->nodeVersion = 0;
    return out;
}

void Autograd::setData(const Var& self, const Var& from) {
    Variable& v = *self;
    if (v.isInference && !v.ownVersion) v.lacksVersion = !from->isInference;
    else if (v.storage != from->storage && !v.ownVersion) v.ownVersion = {&v.storage->version, [kept = v.storage](std::uint32_t*) {}};
    v.isInference = from->isInference;
    v.storage = from->storage;
    v.window = from->window ? std::make_unique<Window>(*from->window) : nullptr;
    if (v.extra || (from->extra && !from->extra->behind.empty()))
        v.more().behind = from->extra ? from->extra->behind : std::vector<std::int64_t>();
    // The history stays; the value on the tape does not.
    v.nodeRevision = ~0U;
}

void Autograd::checkCounted(const Variable& variable) {
    if (variable.lacksVersion) failRuntime("Inference tensors do not track version counter.");
}

// PyTorch's words for a view that has no history of its own to go on from.
void Autograd::refuseView(const Variable& view, bool indirect) const {
    const ViewOrigin origin = view.extra->origin;
    if (origin == ViewOrigin::Ordinary) return;
    const std::string what = indirect ? "its base or another view of its base has been" : "is being";
    const bool hasNode = view.node.valid() && !view.isLeaf;
    const std::string output = hasNode ? "Output " + std::to_string(outputNumber(view.node)) + " of " + gradFnName(view.node) : "";
    std::string message;
    if (origin == ViewOrigin::OneOfMany && hasNode) {
        message = output + " is a view and " + what + " modified inplace.";
    } else {
        message = (hasNode ? output + " is a view of a view which was created in" : "A view was created in") +
                  (origin == ViewOrigin::InferenceMode ? " inference mode and " + what + " modified inplace in normal mode."
                                                       : " no_grad mode and " + what + " modified inplace with grad mode enabled.");
    }
    if (origin == ViewOrigin::OneOfMany) {
        failRuntime(message +
                    " This view is the output of a function that returns multiple views. Such functions do not allow the output "
                    "views to be modified inplace. You should replace the inplace operation by an out-of-place one.");
    }
    const std::string mode = origin == ViewOrigin::InferenceMode ? "inference_mode" : "no_grad";
    failRuntime(message +
                " Given that this use case is ambiguous and error-prone, it is forbidden. You can clarify your code by moving both "
                "the view and the inplace either both inside the " +
                mode +
                " block (if you don't want the inplace to be tracked) "
                "or both outside (if you want the inplace to be tracked).");
}

NodeId Autograd::gradFn(const Var& variable) {
    Variable& v = *variable;
    follow(v);
    if (!v.requiresGrad) return {};
    const Var base = v.extra ? v.extra->base : Var();
    if (!base || v.nodeVersion == v.version() || (v.isLeaf && !base->requiresGrad)) return v.isLeaf ? NodeId() : v.node;
    refuseView(v, true);
    // sizes, more, n: the window; dims: the base's strides, where it is not contiguous.
    Attributes window;
    window.sizes = v.shape();
    window.more = v.strides();
    window.n = v.offset() - base->offset();
    if (!base->isContiguous()) window.dims = base->strides();
    const Tensor value = v.value();
    v.node = record(Op::AsStrided, std::span(&base, 1), std::span(&value, 1), std::move(window));
    v.nodeVersion = v.version();
    v.nodeRevision = v.storage->revision;
    v.requiresGrad = true;
    v.isLeaf = false;
    takeAlong(hooks_, variable);
    return v.node;
}

// The node of what a view is a view of, as it was before a change in place; none if it is no view.
NodeId Autograd::baseNode(const Var& self) {
    if (!self->extra || !self->extra->base) return {};
    const Var& base = self->extra->base;
    return base->requiresGrad ? nodeOf(base) : tape().constant(base->value(), originNow());
}

void Autograd::rebase(const Var& self, NodeId node, NodeId base) {
    const Var target = base.valid() ? self->extra->base : self;
    if (base.valid()) {
        // operands: the base as it was, then what the inner operation took besides the slice. sizes, more, number: the
        // slice's window; dims: the base's strides, where it is not contiguous; n: the inner operation's node.
        Attributes slice;
        slice.sizes = self->shape();
        slice.more = self->strides();
        slice.number = static_cast<double>(self->offset() - target->offset());
        slice.n = static_cast<std::int64_t>(node.value);
        if (!target->isContiguous()) slice.dims = target->strides();
        std::vector<NodeId> operands{base};
        const std::span<const NodeId> inner = tape().operands(node);
        operands.insert(operands.end(), inner.begin() + 1, inner.end());
        node = tape().append(Op::CopySlices, operands, target->value(), originNow(), std::make_shared<const Attributes>(std::move(slice)));
        // Its backward can be done once only.
        if (savedRanges_.size() <= node.index()) savedRanges_.resize(node.index() + 1);
        savedRanges_[node] = {static_cast<std::uint32_t>(saved_.size()), 1, false};
        saved_.push_back({{}, 0, 0, Saved::kInside, nullptr});
    }
    target->node = node;
    target->nodeVersion = target->version();
    target->nodeRevision = target->storage->revision;
    target->requiresGrad = true;
    target->isLeaf = false;
    if (target == self) return takeAlong(hooks_, self);
    follow(*self);
    static_cast<void>(gradFn(self));  // through the base's window from now on
}

void Autograd::rewindow(Op op, const Var& self, Window window, Attributes attributes) {
    if (window.shape.size() > kOrdinaryDims && host_.checkSize) host_.checkSize(window.shape);
    const bool track = needsGrad(std::span(&self, 1));
    checkInplace(self, track);
    NodeId node;
    if (track) {
        const Tensor before = self->value();
        const Tensor value = computeShaped(op, std::span(&before, 1), attributes).front();
        node = record(op, std::span(&self, 1), std::span(&value, 1), std::move(attributes));
    }
    // PyTorch keeps what was behind the last stride: see liesAs() of the sweep.
    std::vector<std::int64_t>& behind = self->more().behind;
    const std::vector<std::int64_t> before = self->strides();
    if (behind.size() < before.size()) behind.resize(before.size());
    std::copy(before.begin(), before.end(), behind.begin());
    if (!before.empty() && window.shape.empty()) self->extra->left = 1;
    self->window = std::make_unique<Window>(std::move(window));
    changed(*self);
    if (!track) return;
    // A gradient that is retained stays that of what was before.
    self->node = node;
    self->nodeVersion = self->version();
    self->nodeRevision = self->storage->revision;
}

}  // namespace backstep
