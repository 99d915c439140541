// SPDX-License-Identifier: GPL-3.0-or-later
// a[…]: views by whole numbers, slices, None and ..., copies by arrays and masks; the same places assigned to.
#include <algorithm>

#include "engine/modules/numpy.h"

namespace backstep::modules {

using python::Slice;
using python::Tuple;

namespace {

[[noreturn]] void wrongIndex() {
    failIndex("only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices");
}

struct Part {
    enum Kind : std::uint8_t { Number, Range, NewAxis, Rest, Places, Mask } kind = Number;
    std::int64_t number = 0;
    Value slice;
    Tensor array;
    [[nodiscard]] std::size_t takes() const { return kind == Mask ? array.dims() : kind == NewAxis || kind == Rest ? 0 : 1; }
};

Part partOf(Interpreter& vm, const Value& key) {
    Part out;
    if (key.isInt()) {
        out.number = key.integer();
    } else if (key.isNone()) {
        out.kind = Part::NewAxis;
    } else if (key.isEllipsis()) {
        out.kind = Part::Rest;
    } else if (key.is<Slice>()) {
        out.kind = Part::Range;
        out.slice = key;
    } else if (const ScalarObject* scalar = numpyScalar(vm, key); scalar && scalar->dtype != DType::Bool) {
        if (isFloating(scalar->dtype)) wrongIndex();
        out.number = static_cast<std::int64_t>(scalar->number);
    } else if (key.isFloat() || key.is<python::Str>()) {
        wrongIndex();
    } else {
        const std::optional<Operand> read = tryOperand(vm, key);
        if (!read) wrongIndex();
        out.array = read->value;
        const bool list = key.is<python::List>() || key.is<Tuple>();
        if (list && out.array.size() == 0) out.array = out.array.cast(DType::Int64);  // a[[]]
        if (isFloating(out.array.dtype())) {
            if (list) wrongIndex();
            failIndex("arrays used as indices must be of integer (or boolean) type");
        }
        out.kind = out.array.dtype() == DType::Bool ? Part::Mask : Part::Places;
        if (out.kind == Part::Places && out.array.dims() == 0 && !isArray(vm, key)) {
            out.kind = Part::Number;
            out.number = static_cast<std::int64_t>(out.array.at(0));
        }
        if (out.kind == Part::Mask && out.array.dims() == 0) python::unsupported("numpy indexing with one bool", "an array of bools");
    }
    return out;
}

std::int64_t checked(std::int64_t index, std::int64_t size, std::size_t axis) {
    if (index < -size || index >= size) {
        failIndex("index " + std::to_string(index) + " is out of bounds for axis " + std::to_string(axis) + " with size " +
                  std::to_string(size));
    }
    return index < 0 ? index + size : index;
}

struct Bounds {
    std::int64_t start, count, step;
};

Bounds boundsOf(Interpreter& vm, const Slice& slice, std::int64_t size) {
    const auto number = [&](const Value& v, std::int64_t standard) {
        if (v.isEmpty() || v.isNone()) return standard;
        if (v.isFloat() || v.is<python::Str>()) failType("slice indices must be integers or None or have an __index__ method");
        return vm.toIndex(v);
    };
    const std::int64_t step = number(slice.step, 1);
    if (step == 0) failValue("slice step cannot be zero");
    const std::int64_t low = step < 0 ? -1 : 0;
    const std::int64_t high = step < 0 ? size - 1 : size;
    const auto end = [&](const Value& v, std::int64_t standard) {
        if (v.isEmpty() || v.isNone()) return standard;
        const std::int64_t n = number(v, 0);
        return std::clamp(n < 0 ? n + size : n, low, high);
    };
    const std::int64_t start = end(slice.start, step < 0 ? size - 1 : 0);
    const std::int64_t stop = end(slice.stop, step < 0 ? -1 : size);
    const std::int64_t span = step < 0 ? start - stop : stop - start;
    return {start, span > 0 ? (span + std::abs(step) - 1) / std::abs(step) : 0, step};
}

// What a key selects: a window where it has no arrays, else places in the memory and the shape that they make.
struct Selection {
    Window window;
    bool isWindow = true;
    bool wholeNumbers = true;  // nothing but numbers: one element
    bool byMask = false;
    std::vector<std::int64_t> places;
    TensorShape shape;
};

class Selector {
public:
    Selector(Interpreter& vm, const Var& of) : vm_(vm), window_(windowOf(*of)) {}

    Selection select(const Value& key) {
        read(key);
        // Dimensions that no array indexes, as a window; those of arrays are taken out one by one.
        std::size_t axis = 0;
        for (const Part& part : parts_) {
            switch (part.kind) {
                case Part::Number:
                    if (arrays_) byArray(Tensor(static_cast<double>(part.number), DType::Int64), axis++);
                    else {
                        step(checked(part.number, window_.shape[axis], axis), axis);
                        ++axis;
                    }
                    break;
                case Part::Range: {
                    const Bounds b = boundsOf(vm_, *part.slice.as<Slice>(), window_.shape[axis]);
                    out_.wholeNumbers = false;
                    keep(b.count, window_.strides[axis] * b.step);
                    offset_ += b.count > 0 ? b.start * window_.strides[axis] : 0;
                    ++axis;
                    break;
                }
                case Part::NewAxis:
                    out_.wholeNumbers = false;
                    keep(1, 0);
                    break;
                case Part::Rest:
                    out_.wholeNumbers = false;
                    for (std::size_t i = 0; i < restSize_; ++i, ++axis) keep(window_.shape[axis], window_.strides[axis]);
                    break;
                case Part::Places: byArray(part.array, axis++); break;
                case Part::Mask: byMask(part.array, axis); break;
            }
        }
        Window seen{shape_, strides_, window_.offset + offset_};
        if (!arrays_) {
            out_.window = std::move(seen);
            return std::move(out_);
        }
        out_.wholeNumbers = false;
        combine(seen);
        return std::move(out_);
    }

private:
    Interpreter& vm_;
    Window window_;
    std::vector<Part> parts_;
    std::size_t restSize_ = 0;
    bool arrays_ = false;
    TensorShape shape_;
    std::vector<std::int64_t> strides_;
    std::int64_t offset_ = 0;
    struct Indexed {
        Tensor index;
        std::int64_t stride, size;
        std::size_t axis;
    };
    std::vector<Indexed> indexed_;
    std::optional<std::size_t> front_;  // where the arrays' dimensions go among the kept ones
    std::size_t lastKept_ = 0;
    bool apart_ = false;  // arrays with something else between them
    Selection out_;

    void read(const Value& key) {
        std::vector<Value> keys{key};
        if (const Tuple* tuple = key.as<Tuple>()) keys = tuple->items;
        std::size_t taken = 0;
        std::size_t rests = 0;
        for (const Value& k : keys) {
            parts_.push_back(partOf(vm_, k));
            taken += parts_.back().takes();
            rests += parts_.back().kind == Part::Rest;
            arrays_ = arrays_ || parts_.back().kind == Part::Places || parts_.back().kind == Part::Mask;
        }
        if (rests > 1) failIndex("an index can only have a single ellipsis ('...')");
        const std::size_t dims = window_.shape.size();
        if (taken > dims) {
            failIndex("too many indices for array: array is " + std::to_string(dims) + "-dimensional, but " + std::to_string(taken) +
                      " were indexed");
        }
        restSize_ = dims - taken;
        if (rests == 0 && restSize_ > 0) {
            Part rest;
            rest.kind = Part::Rest;
            parts_.push_back(rest);
        }
    }
    void keep(std::int64_t size, std::int64_t stride) {
        shape_.push_back(size);
        strides_.push_back(stride);
    }
    void step(std::int64_t index, std::size_t axis) { offset_ += index * window_.strides[axis]; }

    void byArray(const Tensor& index, std::size_t axis) {
        if (!front_) front_ = shape_.size();
        else if (lastKept_ != shape_.size()) apart_ = true;
        lastKept_ = shape_.size();
        indexed_.push_back({index, window_.strides[axis], window_.shape[axis], axis});
    }
    void byMask(const Tensor& mask, std::size_t& axis) {
        out_.byMask = true;
        for (std::size_t d = 0; d < mask.dims(); ++d) {
            if (mask.shape()[d] == window_.shape[axis + d]) continue;
            failIndex("boolean index did not match indexed array along dimension " + std::to_string(axis + d) + "; dimension is " +
                      std::to_string(window_.shape[axis + d]) + " but corresponding boolean dimension is " +
                      std::to_string(mask.shape()[d]));
        }
        std::vector<std::vector<double>> found(mask.dims());
        for (std::int64_t i = 0; i < mask.size(); ++i) {
            if (mask.at(i) == 0) continue;
            std::int64_t rest = i;
            for (std::size_t d = mask.dims(); d-- > 0; rest /= mask.shape()[d])
                found[d].push_back(static_cast<double>(rest % mask.shape()[d]));
        }
        for (auto& column : found) {
            const auto n = static_cast<std::int64_t>(column.size());
            byArray(Tensor({n}, std::move(column), DType::Int64), axis++);
        }
    }

    void combine(const Window& seen) {
        TensorShape common;
        for (const Indexed& each : indexed_) {
            const auto both = broadcastShapes(common, each.index.shape());
            if (!both) {
                std::string shapes;
                for (const Indexed& one : indexed_) shapes += tupleText(one.index.shape()) + " ";
                failIndex("shape mismatch: indexing arrays could not be broadcast together with shapes " + shapes);
            }
            common = *both;
        }
        std::vector<std::int64_t> offsets(static_cast<std::size_t>(elementCount(common)), 0);
        for (const Indexed& each : indexed_) {
            const Tensor index = each.index.expandedTo(common);
            for (std::size_t i = 0; i < offsets.size(); ++i) {
                offsets[i] +=
                    checked(static_cast<std::int64_t>(index.at(static_cast<std::int64_t>(i))), each.size, each.axis) * each.stride;
            }
        }
        const std::size_t at = apart_ ? 0 : *front_;
        out_.isWindow = false;
        out_.shape.assign(shape_.begin(), shape_.begin() + static_cast<std::ptrdiff_t>(at));
        out_.shape.insert(out_.shape.end(), common.begin(), common.end());
        out_.shape.insert(out_.shape.end(), shape_.begin() + static_cast<std::ptrdiff_t>(at), shape_.end());
        checkSize(vm_, out_.shape);
        const auto half = [&](bool first) {
            const auto from = static_cast<std::ptrdiff_t>(at);
            Window w;
            w.shape.assign(first ? seen.shape.begin() : seen.shape.begin() + from, first ? seen.shape.begin() + from : seen.shape.end());
            w.strides.assign(first ? seen.strides.begin() : seen.strides.begin() + from,
                             first ? seen.strides.begin() + from : seen.strides.end());
            w.offset = first ? seen.offset : 0;
            return placesOf(w);
        };
        const std::vector<std::int64_t> before = half(true);
        const std::vector<std::int64_t> after = half(false);
        out_.places.reserve(before.size() * offsets.size() * after.size());
        for (const std::int64_t b : before) {
            for (const std::int64_t o : offsets) {
                for (const std::int64_t a : after) out_.places.push_back(b + o + a);
            }
        }
    }
};

// a[i] of a row of numbers, the usual case, without any of that.
bool quick(const Var& v, const Value& key, std::int64_t& place) {
    if (!key.isInt() || v->dims() != 1) return false;
    const std::int64_t i = checked(key.integer(), v->shape()[0], 0);
    place = v->window ? v->window->offset + i * v->window->strides[0] : i;
    return true;
}

}  // namespace

Value arrayGetItem(Interpreter& vm, const Value& self, const Value& key) {
    const Var v = asVar(self);
    std::int64_t place = 0;
    if (quick(v, key, place)) return scalarValue(vm, v->storage->value.at(place), v->dtype());
    Selection selection = Selector(vm, v).select(key);
    if (selection.isWindow) {
        if (selection.wholeNumbers && selection.window.shape.empty()) {
            return scalarValue(vm, v->storage->value.at(selection.window.offset), v->dtype());
        }
        return viewValue(vm, v, std::move(selection.window));
    }
    std::vector<double> values(selection.places.size());
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = v->storage->value.at(selection.places[i]);
    return resultValue(vm, Tensor::exact(selection.shape, std::move(values), v->dtype()));
}

void arraySetItem(Interpreter& vm, const Value& self, const Value& key, const Value& value) {
    const Var v = asVar(self);
    const Tensor given = operandOf(vm, value, v->dtype()).value;
    std::int64_t place = 0;
    if (quick(v, key, place) && given.size() == 1) {
        if (given.dims() > 0 && !isArray(vm, value) && !isTensor(vm, value)) failValue("setting an array element with a sequence.");
        const double number = given.at(0);
        Storage& storage = *v->storage;
        storage.value = storage.value.with(std::span(&place, 1), std::span(&number, 1));
        ++storage.version;
        ++storage.revision;
        return;
    }
    Selection selection = Selector(vm, v).select(key);
    if (selection.isWindow) {
        const bool one = selection.wholeNumbers && selection.window.shape.empty();
        if (one && given.dims() > 0 && (given.size() != 1 || !isArray(vm, value))) failValue("setting an array element with a sequence.");
        const Value view = viewValue(vm, v, std::move(selection.window));
        assignArray(vm, asVar(view), given);
        return;
    }
    TensorShape from = given.shape();
    while (from.size() > selection.shape.size() && from.front() == 1) from.erase(from.begin());
    const auto both = broadcastShapes(from, selection.shape);
    if (!both || *both != selection.shape) {
        const bool alongMask = selection.byMask && given.dims() == 1 && selection.shape.size() == 1;
        if (alongMask) {
            failValue("NumPy boolean array indexing assignment cannot assign " + std::to_string(given.size()) + " input values to the " +
                      std::to_string(selection.shape[0]) + " output values where the mask is true");
        }
        failValue("shape mismatch: value array of shape " + tupleText(given.shape()) +
                  " could not be broadcast to indexing result of shape " + tupleText(selection.shape));
    }
    const Tensor full = given.reshaped(from).expandedTo(selection.shape);
    Storage& storage = *v->storage;
    storage.value = storage.value.with(selection.places, full.numbers());
    ++storage.version;
    ++storage.revision;
}

}  // namespace backstep::modules
