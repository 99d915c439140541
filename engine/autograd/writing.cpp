// SPDX-License-Identifier: GPL-3.0-or-later
// What is changed in place: what forbids it, what the variable and those that share its memory hold afterwards, and
// what is left on the tape.
#include <algorithm>
#include <bit>

#include "engine/autograd/autograd.h"
#include "engine/autograd/ops_shape.h"
#include "engine/autograd/saving.h"
#include "engine/python/errors.h"
#include "engine/tape/shaped.h"

namespace backstep {

namespace {

// floating -> whole and whole -> bool lose what they hold: not in place.
bool canCast(DType from, DType to) {
    if (isFloating(from) && !isFloating(to)) return false;
    return from == DType::Bool || to != DType::Bool;
}

// The same place of memory twice: what would it hold afterwards?
void checkOverlap(const Variable& self) {
    if (!self.window || self.size() == 0) return;
    for (std::size_t d = 0; d < self.window->shape.size(); ++d) {
        if (self.window->shape[d] > 1 && self.window->strides[d] == 0) {
            failRuntime(
                "unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please "
                "clone() the tensor before performing the operation.");
        }
    }
}

// Another part of the same memory that lies partly there: refused where both are whole stretches. PyTorch looks no
// further, and what comes out then shows the order in which its loops went.
void checkOverlap(const Variable& self, const Variable& other, bool copy) {
    if (&self == &other || self.storage != other.storage || self.size() == 0 || other.size() == 0) return;
    const Window a = windowOf(self);
    const Window b = windowOf(other);
    if (isDense(a) && isDense(b)) {
        const bool same = a.offset == b.offset && self.size() == other.size();
        if (same ? a.strides == b.strides : a.offset >= b.offset + other.size() || b.offset >= a.offset + self.size()) return;
        failRuntime(
            "unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. "
            "Please clone() the tensor before performing the operation.");
    }
    std::vector<std::int64_t> mine = placesOf(a);
    std::vector<std::int64_t> theirs = placesOf(b);
    if (mine == theirs) return;
    std::sort(mine.begin(), mine.end());
    if (std::none_of(theirs.begin(), theirs.end(), [&](std::int64_t p) { return std::binary_search(mine.begin(), mine.end(), p); })) return;
    // A copy of short rows goes number by number, in an order that is known: copiedInOrder().
    if (copy && (a.shape.empty() || a.shape.back() < 16) && self.shape() == other.shape() && self.dtype() == other.dtype()) return;
    python::unsupported("changing a part of a tensor in place by another that overlaps it", "clone() the other part first");
}

// What self holds after taking the numbers of other one by one, which may lie where self does.
Tensor copiedInOrder(const Variable& self, const Variable& other) {
    if (self.storage != other.storage || !self.window || self.shape() != other.shape()) {
        return other.value().cast(self.dtype()).expandedTo(self.shape());
    }
    const std::vector<std::int64_t> to = placesOf(*self.window);
    const std::vector<std::int64_t> from = placesOf(windowOf(other));
    const std::span<const double> before = self.storage->value.numbers();
    std::vector<double> memory(before.begin(), before.end());
    // The innermost loop runs along the dimension with the smallest strides.
    const std::vector<std::int64_t> walk = commonStrides({*self.window, windowOf(other)}, self.shape());
    std::vector<std::size_t> order(to.size());
    const std::vector<std::int64_t> places = placesOf({self.shape(), walk, 0});
    for (std::size_t i = 0; i < order.size(); ++i) order[static_cast<std::size_t>(places[i])] = i;
    for (const std::size_t i : order) memory[static_cast<std::size_t>(to[i])] = memory[static_cast<std::size_t>(from[i])];
    std::vector<double> out(to.size());
    for (std::size_t i = 0; i < to.size(); ++i) out[i] = memory[static_cast<std::size_t>(to[i])];
    return Tensor::exact(self.shape(), std::move(out), self.dtype());
}

}  // namespace

void Autograd::checkInplace(const Var& self, bool anyRequiresGrad) const {
    if (!gradEnabled_ || inference_ || !anyRequiresGrad || self->isInference) return;
    follow(*self);
    if (self->extra && self->extra->base) {
        refuseView(*self, false);
        if (self->requiresGrad && self->extra->base->isLeaf) {
            failRuntime("a view of a leaf Variable that requires grad is being used in an in-place operation.");
        }
    }
    if (self->requiresGrad && self->isLeaf) failRuntime("a leaf Variable that requires grad is being used in an in-place operation.");
}

void Autograd::checkOverlaps(std::span<const Var> operands, bool copy) {
    checkOverlap(*operands[0]);
    for (const Var& other : operands.subspan(1)) checkOverlap(*operands[0], *other, copy);
}

void Autograd::inplace(Op op, std::span<const Var> operands, Attributes attributes, std::span<const Var> kept) {
    const Var& self = operands[0];
    const bool track = needsGrad(operands) && !infoOf(op).autogradName.empty();
    checkInplace(self, track);
    // What fills may lie anywhere: it is looked at once, before.
    if (isElementwise(op) || op == Op::CopyInto)
        checkOverlaps(operands.first(op == Op::FillWith ? 1 : operands.size()), op == Op::CopyInto);
    Tensor value;
    if (isElementwise(op)) {
        const TensorShape shape = broadcastOf(operands);
        if (shape != self->shape()) {
            failRuntime("output with shape " + ops::textOf(self->shape()) + " doesn't match the broadcast shape " + ops::textOf(shape));
        }
        value = computeElementwise(op, operands);
        if (!canCast(value.dtype(), self->dtype())) {
            failRuntime(std::string("result type ") + scalarTypeName(value.dtype()) + " can't be cast to the desired output type " +
                        scalarTypeName(self->dtype()));
        }
    } else {
        std::vector<Tensor> values;
        for (const Var& v : operands) values.push_back(v ? v->value() : Tensor());
        value = op == Op::CopyInto ? copiedInOrder(*self, *operands[1]) : computeShaped(op, values, attributes).front();
    }
    value = value.cast(self->dtype());
    if (!track || !isFloating(self->dtype())) {
        write(self, value);
        return;
    }
    const NodeId node = record(op, operands, std::span(&value, 1), std::move(attributes));
    const NodeId base = baseNode(self);
    write(self, value);
    save(node, op, operands, self, kept);
    rebase(self, node, base);
}

void Autograd::overwrite(Op op, const Var& self, const Tensor& value) {
    const bool track = needsGrad(std::span(&self, 1));
    checkInplace(self, track);
    if (!track) {
        write(self, value.cast(self->dtype()));
        return;
    }
    const NodeId node = record(op, std::span(&self, 1), std::span(&value, 1), {});
    const NodeId base = baseNode(self);
    write(self, value.cast(self->dtype()));
    rebase(self, node, base);
}

// Counts the change, which has happened by now also where it was not allowed.
void Autograd::changed(Variable& self) {
    ++self.storage->revision;
    if (self.isInference && !inference_) {
        failRuntime(
            "Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to get a normal tensor before "
            "doing inplace update.See https://github.com/pytorch/rfcs/pull/17 for more details.");
    }
    ++(self.ownVersion ? *self.ownVersion : self.storage->version);
    self.storage->changed = where();
}

void Autograd::assign(const Var& self, const Tensor& value) { write(self, value.cast(self->dtype())); }

void Autograd::write(const Var& self, const Tensor& value) {
    Storage& storage = *self->storage;
    if (showsWhole(*self)) {
        storage.value = value.expandedTo(self->shape()).reshaped(storage.value.shape());
    } else {
        // Only what changes: in a window that shows a place twice (unfold), what stays as it is at one must not undo the other.
        const Tensor full = value.expandedTo(self->shape());
        const std::vector<std::int64_t> all = placesOf(*self->window);
        std::vector<std::int64_t> places;
        std::vector<double> numbers;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const double number = full.at(static_cast<std::int64_t>(i));
            if (std::bit_cast<std::uint64_t>(number) == std::bit_cast<std::uint64_t>(storage.value.at(all[i]))) continue;
            places.push_back(all[i]);
            numbers.push_back(number);
        }
        if (!places.empty()) storage.value = storage.value.with(places, numbers);
    }
    changed(*self);
    // Numbers that were filled in later were not given where the memory was made. One call may write several times.
    if (storage.creation.valid()) {
        if (!(storage.changed == storage.creation.span)) storage.creation = creations_.next(storage.changed);
        replaceNumbers(storage);
    }
    if (sweeping == 0) logChange(*self);
}

// Zeroing what a leaf has accumulated is an event of its own.
void Autograd::logChange(const Variable& changed) {
    Log& log = recording_.log;
    const auto holds = [&](const Leaf& leaf) { return leaf.variable->grad() && leaf.variable->grad()->storage == changed.storage; };
    const auto leaf = std::find_if(leaves_.begin(), leaves_.end(), holds);
    if (leaf != leaves_.end()) {
        const Tensor value = changed.storage->value;
        const auto& numbers = value.numbers();
        const bool zero = std::all_of(numbers.begin(), numbers.end(), [](double x) { return x == 0; });
        if (zero) return log.happened(EventKind::Zeroed, {where(), leaf->first, 0, "0"});
    }
    log.happened(EventKind::Changed, {where(), changed.node, changed.version(), changed.extra ? changed.extra->label : std::string()});
}

}  // namespace backstep
