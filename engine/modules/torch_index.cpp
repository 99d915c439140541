// SPDX-License-Identifier: GPL-3.0-or-later
// x[…] and x[…] = value of tensors: from Python's keys to views, to reading and to writing by indices, as PyTorch goes about
// it: each int, slice and None of the key is an operation of its own on what the ones before it gave; tensors and lists
// are collected for one last Index or IndexPut.
#include <algorithm>
#include <limits>

#include "engine/autograd/ops_shape.h"
#include "engine/modules/torch.h"

namespace backstep::modules {
namespace {

using python::List;
using python::Range;
using python::Slice;
using python::Str;
using python::Tuple;

constexpr std::int64_t kFarthest = std::numeric_limits<std::int64_t>::max();

bool isArray(Interpreter& vm, const Value& v) {
    return Torch::of(vm).array != nullptr && v.isObject() && vm.isInstance(v, Torch::of(vm).array);
}
// A numpy array without dimensions is a number, not a sequence.
bool isNumberLike(Interpreter& vm, const Value& v) { return isArray(vm, v) && asVar(v)->dims() == 0; }
bool isSequence(Interpreter& vm, const Value& v) {
    return v.is<List>() || v.is<Tuple>() || v.is<Str>() || v.is<Range>() || (isArray(vm, v) && !isNumberLike(vm, v));
}

[[noreturn]] void invalidIndex(Interpreter& vm, const Value& v) {
    failIndex("only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got " +
              vm.typeOf(v)->name + ")");
}

struct Bounds {
    std::int64_t start = 0, stop = kFarthest, step = 1;
};

std::int64_t sliceIndex(Interpreter& vm, const Value& v, std::int64_t standard) {
    if (v.isNone()) return standard;
    if (v.isInt() || v.isBool()) return v.integer();
    if (v.is<python::BigInt>()) return sgn(v.as<python::BigInt>()->number) < 0 ? -kFarthest - 1 : kFarthest;
    if (vm.typeOf(v)->slots.index == nullptr || v.isFloat()) failType("slice indices must be integers or None or have an __index__ method");
    return vm.toIndex(v);
}

Bounds boundsOf(Interpreter& vm, const Value& key) {
    const Slice& slice = *key.as<Slice>();
    Bounds out;
    out.step = sliceIndex(vm, slice.step, 1);
    if (out.step == 0) failValue("slice step cannot be zero");
    out.start = sliceIndex(vm, slice.start, out.step < 0 ? kFarthest : 0);
    out.stop = sliceIndex(vm, slice.stop, out.step < 0 ? -kFarthest - 1 : kFarthest);
    return out;
}

// The state of applying a key, item by item.
class Indexing {
public:
    Indexing(Interpreter& vm, const Var& self) : vm_(vm), g_(gradOf(vm)), self_(self), result_(self) {}

    Var result() const { return result_; }
    [[nodiscard]] bool isSelf() const { return result_ == self_; }
    [[nodiscard]] const std::vector<Var>& indices() const { return indices_; }

    void select(std::int64_t index, std::int64_t place) {
        if (index == 0 && dim_ == 0 && result_->dims() == 0) {
            failIndex(
                "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to "
                "a "
                "number");
        }
        const bool none = result_->dims() == 0;
        const std::int64_t left = none && dim_ == 0 && result_->extra ? result_->extra->left : 0;
        const std::int64_t size = dim_ < result_->dims() ? result_->shape()[dim_] : left;
        if (index < -size || index >= size) {
            failIndex("index " + std::to_string(index) + " is out of bounds for dimension " + std::to_string(place) + " with size " +
                      std::to_string(size));
        }
        result_ = ops::select(g_, result_, static_cast<std::int64_t>(dim_), index);
    }

    // A slice that is all there is is no operation, unless `always`.
    void slice(const Bounds& b, bool always) {
        if (b.step <= 0) failValue("step must be greater than zero");
        const std::int64_t size = dim_ < result_->dims() ? result_->shape()[dim_] : 0;
        if (always || b.start != 0 || b.stop != size || b.step != 1) {
            result_ = ops::slice(g_, result_, static_cast<std::int64_t>(dim_), b.start, b.stop, b.step);
        }
        ++dim_;
    }

    void none() { result_ = ops::unsqueeze(g_, result_, static_cast<std::int64_t>(dim_++)); }

    void truth(bool value) {
        result_ = ops::unsqueeze(g_, result_, static_cast<std::int64_t>(dim_));
        record(g_.make(Tensor::exact({value ? 1 : 0}, std::vector<double>(value ? 1U : 0U, 0.0), DType::Int64)));
    }

    void tensor(const Var& index, std::int64_t place) {
        if (index->dims() > 0 || isFloating(index->dtype())) record(index);
        else if (index->dtype() == DType::Bool) truth(index->item() != 0);
        else select(static_cast<std::int64_t>(index->item()), place);
    }

    // A whole key: a tuple, or what counts as one.
    void apply(const std::vector<Value>& key) {
        std::size_t specified = 0;
        for (const Value& v : key) specified += dimsOf(v);
        if (specified > self_->dims()) failIndex("too many indices for tensor of dimension " + std::to_string(self_->dims()));
        for (std::size_t i = 0; i < key.size(); ++i) item(key[i], static_cast<std::int64_t>(i), self_->dims() - specified);
    }

private:
    Interpreter& vm_;
    Autograd& g_;
    Var self_, result_;
    std::size_t dim_ = 0;
    std::vector<Var> indices_;

    void record(Var index) {
        indices_.resize(dim_ + 1);
        indices_[dim_++] = std::move(index);
    }

    std::size_t dimsOf(const Value& v) {
        if (isTensor(vm_, v)) return asVar(v)->dtype() == DType::Bool ? asVar(v)->dims() : 1;
        return v.isNone() || v.isEllipsis() || v.isBool() ? 0 : 1;
    }

    void item(const Value& v, std::int64_t place, std::size_t unspecified) {
        if (v.isInt()) return select(v.integer(), place);
        if (v.is<python::BigInt>()) failRuntime("Overflow when unpacking long");
        if (v.is<Slice>()) return slice(boundsOf(vm_, v), false);
        if (v.isEllipsis()) {
            dim_ += unspecified;
            return;
        }
        if (v.isNone()) return none();
        if (v.isBool()) return truth(v.boolean());
        if (isTensor(vm_, v)) return tensor(asVar(v), place);
        if (isSequence(vm_, v)) return tensor(fromSequence(v), place);
        if (vm_.typeOf(v)->slots.index == nullptr || v.isFloat()) invalidIndex(vm_, v);
        select(vm_.toIndex(v), place);
    }

    // Bools stay bools; all else becomes whole numbers, also what is none (as PyTorch has it).
    Var fromSequence(const Value& v) {
        if (v.is<Str>()) failType("new(): invalid data type 'str'");
        const Tensor data = tensorFrom(vm_, v.is<Range>() ? vm_.list(vm_.toVector(v)) : v, std::nullopt);
        return g_.make(data.dtype() == DType::Bool ? data : data.cast(DType::Int64));
    }
};

// A short list that holds sequences, slices, None … means what a tuple of them means (numpy's old rule).
std::vector<Value> keyItems(Interpreter& vm, const Value& key) {
    if (key.is<Tuple>()) return key.as<Tuple>()->items;
    if (isTensor(vm, key) || !isSequence(vm, key)) return {key};
    if (key.is<Str>()) return {key};
    if (vm.length(key) >= 32) return {key};
    std::vector<Value> items = vm.toVector(key);
    for (const Value& v : items) {
        if (isTensor(vm, v) || isSequence(vm, v) || v.is<Slice>() || v.isEllipsis() || v.isNone()) return items;
    }
    return {key};
}

// Keys that are one int, slice, None … take the short way; the long one is the same but for slices of everything.
bool applySimple(Interpreter& vm, Indexing& x, const Value& key, bool always) {
    if (key.isNone()) x.none();
    else if (key.isEllipsis()) return true;
    else if (key.isInt()) x.select(key.integer(), 0);
    else if (key.is<Slice>()) x.slice(boundsOf(vm, key), always);
    else if (key.isBool()) x.truth(key.boolean());
    else if (key.is<python::BigInt>()) failRuntime("Overflow when unpacking long");
    else return false;
    return true;
}

Var valueOf(Interpreter& vm, const Var& self, const Value& value) {
    if (isTensor(vm, value)) return asVar(value);
    Autograd& g = gradOf(vm);
    double number = 0;
    const bool isNumber = Interpreter::asNumber(value, number);
    if (isNumber) return g.make(Tensor(number, self->dtype()));
    if (isNumberLike(vm, value)) return g.make(Tensor(asVar(value)->item(), self->dtype()));
    failType("can't assign a " + std::string(isArray(vm, value) ? "numpy." : "") + vm.typeOf(value)->name + " to a torch." +
             dtypeWord(self->dtype()) + "Tensor");
}

}  // namespace

Value tensorGetItem(Interpreter& vm, const Value& self, const Value& key) {
    const Var x = asVar(self);
    Autograd& g = gradOf(vm);
    Indexing indexing(vm, x);
    if (!applySimple(vm, indexing, key, true)) indexing.apply(keyItems(vm, key));
    if (!indexing.indices().empty()) {
        const Var out = ops::chosen(g, indexing.result(), indexing.indices());
        if (key.isBool() && key.boolean() && !x->isContiguous()) {  // lies in memory as x does
            std::vector<std::int64_t> strides = commonStrides({windowOf(*x)}, x->shape());
            strides.insert(strides.begin(), x->size());
            g.relayout(out, std::move(strides));
        }
        return toValue(out);
    }
    if (indexing.isSelf()) return toValue(g.view(Op::Alias, x, windowOf(*x), {}));
    return toValue(indexing.result());
}

void tensorSetItem(Interpreter& vm, const Value& self, const Value& key, const Value& value) {
    const Var x = asVar(self);
    Autograd& g = gradOf(vm);
    const Var from = valueOf(vm, x, value);
    if (key.isBool() && !key.boolean()) return;
    Indexing indexing(vm, x);
    if (key.isBool()) indexing.none();
    else if (!applySimple(vm, indexing, key, false)) indexing.apply(keyItems(vm, key));
    const Var to = indexing.result();
    if (indexing.indices().empty()) return ops::copyInto(g, to, from);
    ops::Sizes shape = from->shape();
    while (!shape.empty() && shape.front() == 1) shape.erase(shape.begin());
    const Var values = shape == from->shape() ? from : ops::view(g, from, shape);
    g.checkChange(std::array{to, values});
    ops::indexPut(to, indexing.indices(), values, false).inplace(g);
}

Value tensorIterate(Interpreter& vm, const Value& self) {
    const Var x = asVar(self);
    if (x->dims() == 0) failType("iteration over a 0-d tensor");
    auto rows = std::make_shared<std::vector<Var>>(ops::unbind(gradOf(vm), x, 0));
    return vm.iterator([rows, next = std::size_t(0)](Interpreter&, Value& out) mutable {
        if (next == rows->size()) return false;
        out = toValue((*rows)[next++]);
        return true;
    });
}

bool tensorContains(Interpreter& vm, const Value& self, const Value& item) {
    const std::optional<Var> other = tensorOrNumber(vm, item);
    if (!other) {
        failRuntime("Tensor.__contains__ only supports Tensor or scalar, but you passed in a " + vm.repr(Value(vm.typeOf(item))) + ".");
    }
    const Tensor equal = gradOf(vm).apply(Op::Eq, {asVar(self), *other})->value();
    return std::any_of(equal.numbers().begin(), equal.numbers().end(), [](double e) { return e != 0; });
}

}  // namespace backstep::modules
