// SPDX-License-Identifier: GPL-3.0-or-later
// Views, and what a change in place means for the history of whoever shares the memory.
//
// A view's history is the operation that made it, until its memory is changed through another variable: from then on it
// is the base's history seen through the view's window (AsStrided). A view that is itself changed in place rewrites the
// base's history: the base is now CopySlices(what it was, what was done to the slice), and the view an AsStrided of that.
#include "engine/autograd/autograd.h"
#include "engine/python/errors.h"
#include "engine/tape/shaped.h"

namespace backstep {

Var Autograd::view(Op op, const Var& of, Window window, Attributes attributes, ViewOrigin origin) {
    Var out = python::make<Variable>(host_.tensorType);
    out->storage = of->storage;
    out->window = std::make_unique<Window>(std::move(window));
    out->nodeVersion = of->version();
    out->isInference = of->isInference;
    VariableExtra& extra = out->more();
    extra.base = of->extra && of->extra->base ? of->extra->base : of;
    extra.origin = !gradEnabled_ && origin == ViewOrigin::Ordinary ? ViewOrigin::NoGrad : origin;
    extra.maker = std::string(infoOf(op).autogradName);
    // What is recorded here first sees the base through its own window.
    if (!gradEnabled_ || !of->requiresGrad) return out;
    const Tensor value = out->value();
    const Var operand = of;
    out->node = record(op, std::span(&operand, 1), std::span(&value, 1), std::move(attributes));
    out->nodeVersion = out->version();
    out->requiresGrad = true;
    out->isLeaf = false;
    return out;
}

Var Autograd::detached(const Var& of) {
    Var out = python::make<Variable>(host_.tensorType);
    out->storage = of->storage;
    if (of->window) out->window = std::make_unique<Window>(*of->window);
    out->nodeVersion = of->version();
    return out;
}

NodeId Autograd::gradFn(const Var& variable) {
    Variable& v = *variable;
    if (!v.requiresGrad || v.isLeaf) {
        // A view of something that got a history by a change in place has one now.
        const bool follows = v.extra && v.extra->base && v.extra->base->requiresGrad && !v.extra->base->isLeaf && v.nodeVersion != v.version() &&
                             v.extra->origin != ViewOrigin::NoGrad;
        if (!follows) return {};
    }
    if (v.nodeVersion == v.version() || !v.extra || !v.extra->base || !v.extra->base->requiresGrad) return v.node;
    const Var base = v.extra->base;
    Attributes window;
    window.sizes = v.shape();
    window.more = v.strides();
    window.n = v.offset() - base->offset();
    const Tensor value = v.value();
    const bool enabled = gradEnabled_;
    v.node = record(Op::AsStrided, std::span(&base, 1), std::span(&value, 1), std::move(window));
    gradEnabled_ = enabled;
    v.nodeVersion = v.version();
    v.requiresGrad = true;
    v.isLeaf = false;
    return v.node;
}

void Autograd::rebase(const Var& self, NodeId node, std::span<const Var> others, const Attributes&) {
    if (!self->extra || !self->extra->base) {
        self->node = node;
        self->nodeVersion = self->version();
        self->requiresGrad = true;
        self->isLeaf = false;
        return;
    }
    // operands: the base as it was, then what the inner operation took besides the slice. `n`: the inner operation's node.
    const Var base = self->extra->base;
    Attributes slice;
    slice.sizes = self->shape();
    slice.more = self->strides();
    slice.number = static_cast<double>(self->offset() - base->offset());
    slice.n = static_cast<std::int64_t>(node.value);
    std::vector<NodeId> operands{base->node.valid() ? base->node : tape().constant(base->value(), originNow())};
    for (std::size_t i = 0; i < others.size(); ++i) operands.push_back(tape().operands(node)[i + 1]);
    base->node = tape().append(Op::CopySlices, operands, base->value(), originNow(), std::make_shared<const Attributes>(std::move(slice)));
    base->nodeVersion = base->version();
    base->requiresGrad = true;
    base->isLeaf = false;
    self->requiresGrad = true;
    self->isLeaf = false;
    self->nodeVersion = base->version() - 1;  // stale: gradFn() sees it through the base from now on
    static_cast<void>(gradFn(self));
}

}  // namespace backstep
