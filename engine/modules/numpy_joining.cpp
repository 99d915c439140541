// SPDX-License-Identifier: GPL-3.0-or-later
// Joining, splitting and repeating arrays; choosing elements: where, clip, take, nonzero, round.
#include <algorithm>
#include <cmath>

#include "engine/modules/numpy.h"

namespace backstep::modules {
namespace {

std::vector<Tensor> listOfArrays(Interpreter& vm, const Value& given) {
    const bool number = given.isInt() || given.isFloat() || given.isBool() || given.isNone() || isScalarObject(vm, given);
    if (number) failType("dispatcher for __array_function__ did not return an iterable");
    std::vector<Tensor> out;
    for (const Value& each : vm.toVector(given)) out.push_back(tensorOf(vm, each));
    return out;
}

DType commonType(const std::vector<Tensor>& all) {
    DType out = all.front().dtype();
    for (const Tensor& t : all) out = numpyPromote(out, t.dtype());
    return out;
}

// The tensors agree in every dimension but `axis`.
Tensor joined(Interpreter& vm, const std::vector<Tensor>& all, std::int64_t axis) {
    const auto d = static_cast<std::size_t>(axis);
    TensorShape shape = all.front().shape();
    shape[d] = 0;
    for (const Tensor& t : all) shape[d] += t.shape()[d];
    checkSize(vm, shape);
    std::int64_t inner = 1;
    std::int64_t outer = 1;
    for (std::size_t k = 0; k < shape.size(); ++k) (k < d ? outer : inner) *= k == d ? 1 : shape[k];
    const DType dtype = commonType(all);
    std::vector<double> out;
    out.reserve(static_cast<std::size_t>(elementCount(shape)));
    for (std::int64_t o = 0; o < outer; ++o) {
        for (const Tensor& t : all) {
            const std::int64_t run = t.shape()[d] * inner;
            const std::span<const double> numbers = t.numbers();
            out.insert(out.end(), numbers.begin() + o * run, numbers.begin() + (o + 1) * run);
        }
    }
    return Tensor(shape, std::move(out), dtype);
}

Tensor concatenated(Interpreter& vm, std::vector<Tensor> all, const Value& axis) {
    if (all.empty()) failValue("need at least one array to concatenate");
    const std::int64_t along = axis.isNone() ? 0 : wholeOf(vm, axis, "an integer is required for the axis");
    if (axis.isNone()) {
        for (Tensor& t : all) t = t.reshaped({t.size()});
        return joined(vm, all, 0);
    }
    const std::size_t dims = all.front().dims();
    if (dims == 0) failValue("zero-dimensional arrays cannot be concatenated");
    const std::int64_t d = axisOf(vm, along, dims);
    for (std::size_t i = 1; i < all.size(); ++i) {
        if (all[i].dims() != dims) {
            failValue("all the input arrays must have same number of dimensions, but the array at index 0 has " + std::to_string(dims) +
                      " dimension(s) and the array at index " + std::to_string(i) + " has " + std::to_string(all[i].dims()) +
                      " dimension(s)");
        }
        for (std::size_t k = 0; k < dims; ++k) {
            if (static_cast<std::int64_t>(k) == d || all[i].shape()[k] == all[0].shape()[k]) continue;
            failValue("all the input array dimensions except for the concatenation axis must match exactly, but along dimension " +
                      std::to_string(k) + ", the array at index 0 has size " + std::to_string(all[0].shape()[k]) +
                      " and the array at index " + std::to_string(i) + " has size " + std::to_string(all[i].shape()[k]));
        }
    }
    return joined(vm, all, d);
}

// The arrays as the type that is asked for, which each of them must be allowed to become.
std::vector<Tensor> asAsked(Interpreter& vm, std::vector<Tensor> all, const Value& dtype, const Value& casting) {
    const std::string rule = castingOf(vm, casting);
    const std::optional<DType> asked = numpyDType(vm, dtype);
    for (Tensor& t : all) {
        if (asked) checkCast(t.dtype(), *asked, rule);
        if (asked) t = castNumpy(vm, t, *asked);
    }
    return all;
}

Value stacked(Interpreter& vm, Arguments& a) {
    refuseOut(a, 2, "stack");
    std::vector<Tensor> all = asAsked(vm, listOfArrays(vm, a[0]), a[3], a[4]);
    if (all.empty()) failValue("need at least one array to stack");
    for (const Tensor& t : all) {
        if (t.shape() != all[0].shape()) failValue("all input arrays must have the same shape");
    }
    const std::int64_t d = axisOf(vm, a.integer(1), all[0].dims() + 1);
    TensorShape shape = all[0].shape();
    shape.insert(shape.begin() + d, 1);
    for (Tensor& t : all) t = t.reshaped(shape);
    return arrayValue(vm, joined(vm, all, d));
}

std::vector<Tensor> atLeast(std::vector<Tensor> all, std::size_t dims, bool behind) {
    for (Tensor& t : all) {
        TensorShape shape = t.shape();
        if (shape.empty()) shape.push_back(1);
        if (dims >= 2 && shape.size() == 1) shape.insert(behind ? shape.end() : shape.begin(), 1);
        if (dims == 3 && shape.size() == 2) {
            if (t.dims() < 2) shape = {1, t.size(), 1};
            else shape.push_back(1);
        }
        t = t.reshaped(shape);
    }
    return all;
}

void defineJoining(Interpreter& vm) {
    defineNumpy(vm, "concatenate(arrays, axis=0, out=None, *, dtype=None, casting='same_kind')", [](Interpreter& vm, Arguments& a) {
        refuseOut(a, 2, "concatenate");
        return arrayValue(vm, concatenated(vm, asAsked(vm, listOfArrays(vm, a[0]), a[3], a[4]), a[1]));
    });
    defineNumpy(vm, "stack(arrays, axis=0, out=None, *, dtype=None, casting='same_kind')", stacked);
    const auto stack = [](std::size_t dims, bool behind, std::int64_t axis) {
        return [dims, behind, axis](Interpreter& vm, Arguments& a) {
            std::vector<Tensor> all = atLeast(listOfArrays(vm, a[0]), dims, behind);
            if (a.given(1)) all = asAsked(vm, std::move(all), a[1], a[2]);
            const std::int64_t along = axis == 1 && dims == 1 && !all.empty() && all[0].dims() == 1 ? 0 : axis;
            return arrayValue(vm, concatenated(vm, all, Value(along)));
        };
    };
    defineNumpy(vm, "vstack(tup, *, dtype=None, casting='same_kind')", stack(2, false, 0));
    defineNumpy(vm, "def vstack:row_stack(tup, *, dtype=None, casting='same_kind')", stack(2, false, 0));
    defineNumpy(vm, "hstack(tup, *, dtype=None, casting='same_kind')", stack(1, false, 1));
    defineNumpy(vm, "column_stack(tup)", stack(2, true, 1));
    defineNumpy(vm, "dstack(tup)", stack(3, false, 2));
    defineNumpy(vm, "append(arr, values, axis=None)", [](Interpreter& vm, Arguments& a) {
        return arrayValue(vm, concatenated(vm, {tensorOf(vm, a[0]), tensorOf(vm, a[1])}, a[2]));
    });
}

// --- splitting ---

Value split(Interpreter& vm, const Value& given, const Value& parts, std::int64_t axis, bool mayBeUneven) {
    const Var v = arrayOf(vm, given);
    const std::int64_t d = axisOf(vm, axis, v->dims());
    const std::int64_t n = v->shape()[static_cast<std::size_t>(d)];
    std::vector<std::int64_t> cuts{0};
    if (parts.isInt() || isScalarObject(vm, parts)) {
        const std::int64_t count = vm.toIndex(parts);
        if (count <= 0) failValue("number sections must be larger than 0.");
        if (!mayBeUneven && n % count != 0) failValue("array split does not result in an equal division");
        for (std::int64_t i = 0; i < count; ++i) cuts.push_back(cuts.back() + n / count + (i < n % count ? 1 : 0));
    } else {
        for (const std::int64_t cut : shapeOf(vm, parts)) cuts.push_back(std::clamp<std::int64_t>(cut < 0 ? cut + n : cut, 0, n));
        cuts.push_back(n);
    }
    std::vector<Value> out;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        out.push_back(viewValue(vm, v, sliced(windowOf(*v), d, cuts[i], std::max(cuts[i], cuts[i + 1]), 1)));
    }
    return vm.list(std::move(out));
}

void defineSplitting(Interpreter& vm) {
    defineNumpy(vm, "split(ary, indices_or_sections, axis=0)",
                [](Interpreter& vm, Arguments& a) { return split(vm, a[0], a[1], a.integer(2), false); });
    defineNumpy(vm, "array_split(ary, indices_or_sections, axis=0)",
                [](Interpreter& vm, Arguments& a) { return split(vm, a[0], a[1], a.integer(2), true); });
    defineNumpy(vm, "vsplit(ary, indices_or_sections)", [](Interpreter& vm, Arguments& a) {
        if (arrayOf(vm, a[0])->dims() < 2) failValue("vsplit only works on arrays of 2 or more dimensions");
        return split(vm, a[0], a[1], 0, false);
    });
    defineNumpy(vm, "hsplit(ary, indices_or_sections)", [](Interpreter& vm, Arguments& a) {
        const std::size_t dims = arrayOf(vm, a[0])->dims();
        if (dims == 0) failValue("hsplit only works on arrays of 1 or more dimensions");
        return split(vm, a[0], a[1], dims > 1 ? 1 : 0, false);
    });
}

// --- repeating ---

Tensor taken(const Tensor& from, const std::vector<std::int64_t>& places, std::int64_t axis, const TensorShape& placesShape) {
    const auto d = static_cast<std::size_t>(axis);
    std::int64_t inner = 1;
    std::int64_t outer = 1;
    for (std::size_t k = 0; k < from.dims(); ++k) (k < d ? outer : inner) *= k == d ? 1 : from.shape()[k];
    const std::int64_t n = from.shape()[d];
    std::vector<double> out;
    out.reserve(static_cast<std::size_t>(outer * inner) * places.size());
    for (std::int64_t o = 0; o < outer; ++o) {
        for (const std::int64_t p : places) {
            const auto first = from.numbers().begin() + (o * n + p) * inner;
            out.insert(out.end(), first, first + inner);
        }
    }
    TensorShape shape(from.shape().begin(), from.shape().begin() + axis);
    shape.insert(shape.end(), placesShape.begin(), placesShape.end());
    shape.insert(shape.end(), from.shape().begin() + axis + 1, from.shape().end());
    return Tensor::exact(shape, std::move(out), from.dtype());
}

// Places and counts: an array must be of whole numbers, of what numpy makes an array itself it takes the whole parts.
Tensor wholesOf(Interpreter& vm, const Value& given) {
    const Tensor t = tensorOf(vm, given);
    if (isArray(vm, given)) checkCast(t.dtype(), DType::Int64, "safe");
    return castNumpy(vm, t, DType::Int64);
}

Value repeated(Interpreter& vm, Arguments& a) {
    Tensor v = tensorOf(vm, a[0]);
    if (!a.has(2) || v.dims() == 0) v = v.reshaped({v.size()});
    const std::int64_t d = a.has(2) ? oneAxisOf(vm, a[2], v.dims()) : 0;
    const std::int64_t n = v.shape()[static_cast<std::size_t>(d)];
    const Tensor times = wholesOf(vm, a[1]);
    if (times.dims() > 1) failValue("object too deep for desired array");
    TensorShape counts;
    for (const double count : times.numbers()) counts.push_back(static_cast<std::int64_t>(count));
    if (counts.size() == 1) counts.assign(static_cast<std::size_t>(n), counts[0]);
    if (static_cast<std::int64_t>(counts.size()) != n) {
        failValue("operands could not be broadcast together with shape (" + std::to_string(n) + ",) (" + std::to_string(counts.size()) +
                  ",)");
    }
    std::vector<std::int64_t> places;
    std::int64_t total = 0;
    for (const std::int64_t c : counts) total += std::max<std::int64_t>(c, 0);
    checkSize(vm, {total, n == 0 ? 0 : v.size() / n});
    for (std::int64_t i = 0; i < n; ++i) {
        if (counts[static_cast<std::size_t>(i)] < 0) failValue("repeats may not contain negative values.");
        places.insert(places.end(), static_cast<std::size_t>(counts[static_cast<std::size_t>(i)]), i);
    }
    return wrapLike(vm, a[0], arrayValue(vm, taken(v, places, d, {static_cast<std::int64_t>(places.size())})));
}

Value tiled(Interpreter& vm, Arguments& a) {
    Tensor v = tensorOf(vm, a[0]);
    TensorShape times = shapeOf(vm, a[1]);
    TensorShape shape = v.shape();
    while (times.size() < shape.size()) times.insert(times.begin(), 1);
    while (shape.size() < times.size()) shape.insert(shape.begin(), 1);
    TensorShape whole = shape;
    for (std::size_t d = 0; d < shape.size(); ++d) whole[d] *= times[d];
    checkSize(vm, whole);
    v = v.reshaped(shape);
    for (std::size_t d = 0; d < shape.size(); ++d) {
        std::vector<std::int64_t> places;
        for (std::int64_t t = 0; t < times[d]; ++t) {
            for (std::int64_t i = 0; i < shape[d]; ++i) places.push_back(i);
        }
        v = taken(v, places, static_cast<std::int64_t>(d), {static_cast<std::int64_t>(places.size())});
    }
    return arrayValue(vm, v);
}

Value rolled(Interpreter& vm, Arguments& a) {
    Tensor v = tensorOf(vm, a[0]);
    const TensorShape own = v.shape();
    if (!a.has(2)) v = v.reshaped({v.size()});
    const TensorShape axes = a.has(2) ? shapeOf(vm, a[2]) : TensorShape{0};
    TensorShape shifts = shapeOf(vm, a[1]);
    if (shifts.size() == 1) shifts.assign(axes.size(), shifts[0]);
    for (std::size_t k = 0; k < axes.size(); ++k) {
        const std::int64_t d = axisOf(vm, axes[k], v.dims());
        const std::int64_t n = v.shape()[static_cast<std::size_t>(d)];
        std::vector<std::int64_t> places;
        for (std::int64_t i = 0; i < n; ++i) places.push_back(((i - shifts[k]) % n + n) % n);
        v = taken(v, places, d, {n});
    }
    return arrayValue(vm, v.reshaped(own));
}

// What take does with a place that is outside: 'r' refuses it, 'w' goes round, 'c' stays at the end.
char modeOf(Interpreter& vm, const Value& given) {
    const python::Str* mode = given.as<python::Str>();
    if (mode == nullptr) python::unsupported("numpy.take(…, mode=" + vm.repr(given) + ")", "mode='clip'");
    if (mode->text == "raise" || mode->text == "wrap" || mode->text == "clip") return mode->text[0];
    failValue("clipmode must be one of 'clip', 'raise', or 'wrap' (got '" + mode->text + "')");
}

std::int64_t placeOf(std::int64_t i, std::int64_t n, std::int64_t axis, char mode) {
    if (mode == 'c') return std::clamp<std::int64_t>(i, 0, n - 1);
    if (mode == 'w') return (i % n + n) % n;
    if (i < -n || i >= n)
        failIndex("index " + std::to_string(i) + " is out of bounds for axis " + std::to_string(axis) + " with size " + std::to_string(n));
    return i < 0 ? i + n : i;
}

Value takenBy(Interpreter& vm, Arguments& a) {
    refuseOut(a, 3, "take");
    const char mode = modeOf(vm, a[4]);
    Tensor v = tensorOf(vm, a[0]);
    if (!a.has(2) || v.dims() == 0) v = v.reshaped({v.size()});
    const std::int64_t d = a.has(2) ? oneAxisOf(vm, a[2], v.dims()) : 0;
    const std::int64_t n = v.shape()[static_cast<std::size_t>(d)];
    const Tensor index = wholesOf(vm, a[1]);
    if (n == 0 && index.size() > 0) failIndex("cannot do a non-empty take from an empty axes.");
    std::vector<std::int64_t> places;
    for (const double x : index.numbers()) places.push_back(placeOf(static_cast<std::int64_t>(x), n, d, mode));
    return wrapLike(vm, a[0], resultValue(vm, taken(v, places, d, index.shape())));
}

// --- choosing ---

Value nonzero(Interpreter& vm, const Tensor& v) {
    std::vector<std::vector<double>> found(std::max<std::size_t>(v.dims(), 1));
    for (std::int64_t i = 0; i < v.size(); ++i) {
        if (v.at(i) == 0) continue;
        std::int64_t rest = i;
        if (v.dims() == 0) found[0].push_back(0);
        for (std::size_t d = v.dims(); d-- > 0; rest /= v.shape()[d]) found[d].push_back(static_cast<double>(rest % v.shape()[d]));
    }
    std::vector<Value> out;
    for (auto& column : found) {
        const auto n = static_cast<std::int64_t>(column.size());
        out.push_back(arrayValue(vm, Tensor({n}, std::move(column), DType::Int64)));
    }
    return vm.tuple(std::move(out));
}

Value where(Interpreter& vm, Arguments& a) {
    const Tensor condition = tensorOf(vm, a[0]);
    if (a.given(1) != a.given(2)) failValue("either both or neither of x and y should be given");
    if (!a.given(1)) return nonzero(vm, condition);
    const std::array<Tensor, 2> sides{tensorOf(vm, a[1]), tensorOf(vm, a[2])};
    const DType dtype = resultType(sides);
    TensorShape shape = condition.shape();
    for (const Tensor& t : sides) {
        const auto both = broadcastShapes(shape, t.shape());
        if (!both) {
            failValue("operands could not be broadcast together with shapes " + tupleText(condition.shape()) + " " +
                      tupleText(sides[0].shape()) + " " + tupleText(sides[1].shape()) + " ");
        }
        shape = *both;
    }
    checkSize(vm, shape);
    const Tensor c = condition.expandedTo(shape);
    const Tensor x = castNumpy(vm, sides[0], dtype).expandedTo(shape);
    const Tensor y = castNumpy(vm, sides[1], dtype).expandedTo(shape);
    std::vector<double> out(static_cast<std::size_t>(c.size()));
    for (std::int64_t i = 0; i < c.size(); ++i) out[static_cast<std::size_t>(i)] = c.at(i) != 0 ? x.at(i) : y.at(i);
    return arrayValue(vm, Tensor::exact(shape, std::move(out), dtype));
}

Value clipped(Interpreter& vm, Arguments& a) {
    if (!a.has(1) && !a.has(2)) failValue("One of max or min must be given");
    std::vector<Tensor> all{tensorOf(vm, a[0])};
    for (const std::size_t i : {1U, 2U}) {
        if (a.has(i)) all.push_back(tensorOf(vm, a[i]));
    }
    const DType dtype = resultType(all);
    Tensor out = all[0].cast(dtype);
    if (a.has(1)) out = ufunc(vm, "maximum", {out, tensorOf(vm, a[1]).cast(dtype)});
    if (a.has(2)) out = ufunc(vm, "minimum", {out, tensorOf(vm, a[2]).cast(dtype)});
    if (a.has(3)) {
        assignArray(vm, asVar(a[3]), out);
        return a[3];
    }
    return wrapLike(vm, a[0], resultValue(vm, out));
}

// numpy scales, rounds to even, and scales back.
Value roundedTo(Interpreter& vm, Arguments& a) {
    refuseOut(a, 2, "round");
    const Tensor v = tensorOf(vm, a[0]);
    const std::int64_t digits = a.integer(1);
    if (v.dtype() == DType::Bool) python::unsupported("numpy.round of bool arrays (float16)", "an array of numbers");
    if (!isFloating(v.dtype()) && digits >= 0) return wrapLike(vm, a[0], resultValue(vm, v));
    const Tensor scale(std::pow(10.0, static_cast<double>(std::abs(digits))), DType::Float64);
    const auto step = [&](const char* name, const Tensor& x) {
        return isFloating(v.dtype()) ? ufunc(vm, name, {x, scale}).cast(v.dtype()) : ufunc(vm, name, {x, scale});
    };
    Tensor out = digits == 0 ? v : step(digits > 0 ? "multiply" : "divide", v);
    out = ufunc(vm, "rint", {out});
    if (digits != 0) out = step(digits > 0 ? "divide" : "multiply", out);
    return wrapLike(vm, a[0], resultValue(vm, out.cast(v.dtype())));
}

}  // namespace

void addNumpyJoining(Interpreter& vm) {
    defineJoining(vm);
    defineSplitting(vm);
    defineNumpyBoth(vm, "repeat(a, repeats, axis=None)", repeated);
    defineNumpy(vm, "tile(A, reps)", tiled);
    defineNumpy(vm, "roll(a, shift, axis=None)", rolled);
    defineNumpyBoth(vm, "take(a, indices, axis=None, out=None, mode='raise')", takenBy);
    defineNumpy(vm, "where(condition, x=..., y=..., /)", where);
    defineNumpyBoth(vm, "nonzero(a)", [](Interpreter& vm, Arguments& a) {
        return isTensor(vm, a[0]) ? vm.callMethod(a[0], "nonzero") : nonzero(vm, tensorOf(vm, a[0]));
    });
    defineNumpy(vm, "clip(a, a_min, a_max, out=None)", clipped);
    for (Type* type : {Torch::of(vm).array, Torch::of(vm).scalar})
        python::defineMethod(*type, "clip(self, min=None, max=None, out=None)", clipped);
    defineNumpy(vm, "round(a, decimals=0, out=None)", roundedTo);
    defineNumpy(vm, "round_(a, decimals=0, out=None)", roundedTo);
    defineNumpy(vm, "around(a, decimals=0, out=None)", roundedTo);
    for (Type* type : {Torch::of(vm).array, Torch::of(vm).scalar})
        python::defineMethod(*type, "round(self, decimals=0, out=None)", roundedTo);
}

}  // namespace backstep::modules
