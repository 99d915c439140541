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

// The same place of memory twice.
bool overlapsItself(const Variable& self) {
    if (!self.window || self.size() == 0) return false;
    const Window& w = *self.window;
    for (std::size_t d = 0; d < w.shape.size(); ++d) {
        if (w.shape[d] > 1 && w.strides[d] == 0) return true;
    }
    return false;
}

// What would it hold afterwards?
void checkOverlap(const Variable& self) {
    if (overlapsItself(self)) {
        failRuntime(
            "unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the "
            "tensor before performing the operation.");
    }
}

// Elements in the same place though no stride is zero (as_strided): what comes out shows the order in which a loop goes.
bool overlapsInParts(const Variable& self) {
    if (!self.window || self.size() < 2 || isDense(*self.window)) return false;
    std::vector<std::int64_t> places = placesOf(*self.window);
    std::sort(places.begin(), places.end());
    return std::adjacent_find(places.begin(), places.end()) != places.end();
}

// What sets all of it, or a part, to one number may do so twice; PyTorch warns of some.
bool mayOverlapItself(Op op) { return op == Op::Fill || op == Op::FillWith || op == Op::Zero || op == Op::Triu || op == Op::Tril; }

std::string warningOf(Op op) {
    const bool masked = op == Op::MaskedFill || op == Op::MaskedFillTensor;
    const bool put = op == Op::IndexPut || op == Op::IndexPutImpl;
    if (!masked && !put && op != Op::IndexFill && op != Op::IndexFillTensor) return {};
    return std::string("Use of ") +
           (masked ? "masked_fill_"
            : put  ? "index_put_"
                   : "index_fill_") +
           " on expanded tensors is deprecated. Please clone() the tensor before performing this operation. This also applies to advanced "
           "indexing e.g. " +
           (put ? "tensor[indices] = tensor" : "tensor[mask] = scalar") +
           " (Triggered internally at  ./aten/src/ATen/native/TensorAdvancedIndexing.cpp:" +
           (masked ? "1651"
            : put  ? "631"
                   : "1278") +
           ".)";
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
    if (!mayOverlapItself(op)) {
        const std::string warning = warningOf(op);
        if (isElementwise(op) || op == Op::CopyInto) {
            checkOverlaps(operands, op == Op::CopyInto);
            if (isElementwise(op) && overlapsInParts(*self))
                python::unsupported("changing a view in place whose elements share memory", "clone() it first");
        } else if (warning.empty()) checkOverlap(*self);
        else if (overlapsItself(*self) && host_.warn) host_.warn("UserWarning", warning);
    }
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
    const unsigned wanted = saveOperands(node, op, operands, kept, true);
    const NodeId base = baseNode(self);
    write(self, value);
    saveRest(node, wanted, self, kept);
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
    if (self.isInference && !inference_ && !self.ownVersion) {
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
