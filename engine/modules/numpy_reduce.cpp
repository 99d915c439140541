// SPDX-License-Identifier: GPL-3.0-or-later
// Sums, means, extremes and products along axes, in the order in which numpy adds them up.
#include <algorithm>
#include <cmath>

#include "engine/modules/numpy.h"

namespace backstep::modules {
namespace {

constexpr std::size_t kBlock = 128;

template <class T>
T pairwise(const double* a, std::size_t n, std::size_t stride) {
    const auto at = [&](std::size_t i) { return static_cast<T>(a[i * stride]); };
    if (n < 8) {
        T sum = 0;
        for (std::size_t i = 0; i < n; ++i) sum += at(i);
        return sum;
    }
    if (n <= kBlock) {
        std::array<T, 8> r;
        for (std::size_t k = 0; k < 8; ++k) r[k] = at(k);
        std::size_t i = 8;
        for (; i < n - n % 8; i += 8) {
            for (std::size_t k = 0; k < 8; ++k) r[k] += at(i + k);
        }
        T sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
        for (; i < n; ++i) sum += at(i);
        return sum;
    }
    const std::size_t half = n / 2 - n / 2 % 8;
    return pairwise<T>(a, half, stride) + pairwise<T>(a + half * stride, n - half, stride);
}

bool among(const std::vector<std::int64_t>& axes, std::size_t d) {
    return std::find(axes.begin(), axes.end(), static_cast<std::int64_t>(d)) != axes.end();
}

TensorShape reducedShape(const TensorShape& shape, const std::vector<std::int64_t>& axes, bool keepdims) {
    TensorShape out;
    for (std::size_t d = 0; d < shape.size(); ++d) {
        if (!among(axes, d)) out.push_back(shape[d]);
        else if (keepdims) out.push_back(1);
    }
    return out;
}

std::int64_t countAlong(const TensorShape& shape, const std::vector<std::int64_t>& axes) {
    std::int64_t n = 1;
    for (const std::int64_t d : axes) n *= shape[static_cast<std::size_t>(d)];
    return n;
}

// Calls f(place of the result, first element, count) for each run of elements that lies together in memory.
template <class F>
void forRuns(const TensorShape& shape, const std::vector<std::int64_t>& axes, F f) {
    std::size_t outer = shape.size();
    std::size_t run = 1;
    while (outer > 0 && among(axes, outer - 1)) run *= static_cast<std::size_t>(shape[--outer]);
    std::int64_t runs = 1;
    for (std::size_t d = 0; d < outer; ++d) runs *= shape[d];
    std::vector<std::int64_t> strides(outer, 0);
    std::int64_t stride = 1;
    for (std::size_t d = outer; d-- > 0;) {
        if (among(axes, d)) continue;
        strides[d] = stride;
        stride *= shape[d];
    }
    for (std::int64_t i = 0; i < runs; ++i) {
        std::int64_t rest = i;
        std::int64_t place = 0;
        for (std::size_t d = outer; d-- > 0; rest /= shape[d]) place += rest % shape[d] * strides[d];
        f(static_cast<std::size_t>(place), static_cast<std::size_t>(i) * run, run);
    }
}

// The numbers in the order of memory, for there numpy adds; and which dimension is where.
struct InMemory {
    Tensor value;
    std::vector<std::int64_t> order;  // the dimension at each place
};

InMemory inMemory(Interpreter& vm, const Value& given) {
    InMemory out;
    if (!isArray(vm, given) || asVar(given)->isContiguous()) {
        out.value = tensorOf(vm, given);
        for (std::size_t d = 0; d < out.value.dims(); ++d) out.order.push_back(static_cast<std::int64_t>(d));
        return out;
    }
    const Var v = asVar(given);
    Window window = windowOf(*v);
    for (std::size_t d = 0; d < window.shape.size(); ++d) out.order.push_back(static_cast<std::int64_t>(d));
    std::stable_sort(out.order.begin(), out.order.end(), [&](std::int64_t a, std::int64_t b) {
        return std::abs(window.strides[static_cast<std::size_t>(a)]) > std::abs(window.strides[static_cast<std::size_t>(b)]);
    });
    out.value = seenThrough(v->storage->value, permuted(window, out.order));
    return out;
}

Tensor inOrder(const Tensor& value, const std::vector<std::int64_t>& order) {
    std::vector<std::int64_t> back(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) back[static_cast<std::size_t>(order[i])] = static_cast<std::int64_t>(i);
    return seenThrough(value, permuted(contiguousWindow(value.shape()), back));
}

// Reduces in memory's order and puts the dimensions back.
template <class F>
Tensor along(Interpreter& vm, const Value& given, const Value& axis, bool keepdims, F reduce) {
    const InMemory m = inMemory(vm, given);
    const std::vector<std::int64_t> axes = axesOf(vm, axis, m.value.dims(), true);
    std::vector<std::int64_t> places;
    for (std::size_t i = 0; i < m.order.size(); ++i) {
        if (std::find(axes.begin(), axes.end(), m.order[i]) != axes.end()) places.push_back(static_cast<std::int64_t>(i));
    }
    const Tensor kept = inOrder(reduce(m.value, places), m.order);
    if (keepdims) return kept;
    return kept.reshaped(reducedShape(kept.shape(), axes, false));
}

DType sumType(DType dtype) { return isFloating(dtype) ? dtype : DType::Int64; }

template <class F>
Tensor foldAlong(const Tensor& value, const std::vector<std::int64_t>& axes, double start, DType dtype, F f) {
    std::vector<double> out(static_cast<std::size_t>(elementCount(reducedShape(value.shape(), axes, true))), start);
    const std::span<const double> numbers = value.numbers();
    forRuns(value.shape(), axes, [&](std::size_t place, std::size_t first, std::size_t n) {
        for (std::size_t i = 0; i < n; ++i) out[place] = f(out[place], numbers[first + i]);
    });
    return Tensor(reducedShape(value.shape(), axes, true), std::move(out), dtype);
}

double wrapped(double x) {
    return static_cast<double>(static_cast<std::int32_t>(static_cast<std::uint32_t>(static_cast<std::int64_t>(x))));
}

// Whole numbers that have no place are refused; those of 32 bits go round.
Tensor heldWhole(const Tensor& t) {
    if (isFloating(t.dtype()) || t.dtype() == DType::Bool) return t;
    std::vector<double> out;
    for (const double x : t.numbers()) {
        checkWhole(x);
        out.push_back(t.dtype() == DType::Int32 ? wrapped(x) : x);
    }
    return Tensor::exact(t.shape(), std::move(out), t.dtype());
}

void reportOverflow(Interpreter& vm, const Tensor& in, const Tensor& out, const char* name) {
    if (!isFloating(out.dtype())) return;
    const auto infinite = [](double x) { return std::isinf(x); };
    const auto bad = [](double x) { return std::isnan(x); };
    Faults faults;
    const bool wasInfinite = std::any_of(in.numbers().begin(), in.numbers().end(), infinite);
    const bool wasBad = std::any_of(in.numbers().begin(), in.numbers().end(), bad);
    faults.over = !wasInfinite && std::any_of(out.numbers().begin(), out.numbers().end(), infinite);
    faults.invalid = wasInfinite && !wasBad && std::any_of(out.numbers().begin(), out.numbers().end(), bad);
    report(vm, faults, name);
}

Tensor sumOf(Interpreter& vm, const Value& given, const Value& axis, std::optional<DType> dtype, bool keepdims) {
    return along(vm, given, axis, keepdims, [&](const Tensor& value, const std::vector<std::int64_t>& axes) {
        const Tensor in = castNumpy(vm, value, dtype.value_or(sumType(value.dtype())));
        const Tensor out = heldWhole(sumAlong(in, axes, true));
        reportOverflow(vm, in, out, "reduce");
        return out;
    });
}

Value sum(Interpreter& vm, Arguments& a) {
    refuseOut(a, 3, "sum");
    refuseWhere(a, 6, "sum");
    Tensor out = sumOf(vm, a[0], a[1], numpyDType(vm, a[2]), a.truth(4));
    if (a.given(5)) out = ufunc(vm, "add", {castNumpy(vm, tensorOf(vm, a[5]), out.dtype()), out});
    return resultValue(vm, out);
}

Value product(Interpreter& vm, Arguments& a) {
    refuseOut(a, 3, "prod");
    refuseWhere(a, 6, "prod");
    const std::optional<DType> dtype = numpyDType(vm, a[2]);
    const Tensor out = along(vm, a[0], a[1], a.truth(4), [&](const Tensor& value, const std::vector<std::int64_t>& axes) {
        const Tensor in = castNumpy(vm, value, dtype.value_or(sumType(value.dtype())));
        const DType type = in.dtype();
        const double start = a.given(5) ? castNumpy(vm, tensorOf(vm, a[5]), type).at(0) : 1;
        const Tensor folded = foldAlong(in, axes, start, type, [type](double x, double y) { return rounded(x * y, type); });
        const Tensor result = heldWhole(folded);
        reportOverflow(vm, in, result, "reduce");
        return result;
    });
    return resultValue(vm, out);
}

// What numpy's own Python code warns of has its place there: it is told once, wherever the program called it.
bool firstTime(Interpreter& vm, const std::string& place) {
    std::vector<std::string>& told = Numpy::of(vm).told;
    if (std::find(told.begin(), told.end(), place) != told.end()) return false;
    told.push_back(place);
    return true;
}

Tensor divided(Interpreter& vm, const Tensor& sum, double count, bool scalar, const std::string& place) {
    if (count == 0) {
        Faults faults;
        faults.invalid = true;
        const bool raises = Numpy::of(vm).handling.invalid == OnFault::Raise;
        if (sum.size() > 0 && (raises || firstTime(vm, place))) report(vm, faults, scalar ? "scalar divide" : "divide");
        return Tensor::filled(sum.shape(), std::nan(""), isFloating(sum.dtype()) ? sum.dtype() : DType::Float64);
    }
    const Tensor out = ufunc(vm, "divide", {sum, Tensor(count, DType::Float64)});
    return castNumpy(vm, out, sum.dtype());  // a type that was asked for is kept, whole numbers too
}

DType meanType(DType given) { return isFloating(given) ? given : DType::Float64; }

Value mean(Interpreter& vm, Arguments& a, bool asMethod) {
    refuseOut(a, 3, "mean");
    refuseWhere(a, 5, "mean");
    const Tensor value = tensorOf(vm, a[0]);
    const std::vector<std::int64_t> axes = axesOf(vm, a[1], value.dims());
    const auto count = static_cast<double>(countAlong(value.shape(), axes));
    if (count == 0 && (asMethod || firstTime(vm, "mean"))) warn(vm, "RuntimeWarning", "Mean of empty slice.");
    const Tensor total = sumOf(vm, a[0], a[1], numpyDType(vm, a[2]).value_or(meanType(value.dtype())), a.truth(4));
    return resultValue(vm, divided(vm, total, count, total.dims() == 0, "mean/"));
}

Tensor varianceOf(Interpreter& vm, Arguments& a, bool asMethod, const char* name) {
    refuseOut(a, 3, name);
    refuseWhere(a, 6, name);
    if (const auto asked = numpyDType(vm, a[2]); asked && !isFloating(*asked)) {
        python::unsupported("numpy." + std::string(name) + "(…, dtype=" + arrayDtypeName(*asked) + ")", "dtype=float");
    }
    const Tensor value = tensorOf(vm, a[0]);
    const std::vector<std::int64_t> axes = axesOf(vm, a[1], value.dims());
    const auto count = static_cast<double>(countAlong(value.shape(), axes));
    const double degrees = std::max(count - a.number(4), 0.0);
    if (degrees <= 0 && (asMethod || firstTime(vm, name))) warn(vm, "RuntimeWarning", "Degrees of freedom <= 0 for slice");
    const DType dtype = numpyDType(vm, a[2]).value_or(meanType(value.dtype()));
    const Tensor average = divided(vm, sumOf(vm, a[0], a[1], dtype, true), count, false, "centre/");
    const Tensor away = ufunc(vm, "subtract", {value, average});
    const Tensor total = sumOf(vm, arrayValue(vm, ufunc(vm, "multiply", {away, away})), a[1], dtype, a.truth(5));
    return divided(vm, total, degrees, total.dims() == 0, "var/");
}

// `initial`: what a row without elements gives, and what none of the others falls behind.
Tensor extremeOf(Interpreter& vm, const Value& given, const Value& axis, bool keepdims, bool largest, const Value& initial = {}) {
    return along(vm, given, axis, keepdims, [&](const Tensor& value, const std::vector<std::int64_t>& axes) {
        const bool started = !initial.isEmpty();
        if (!started && countAlong(value.shape(), axes) == 0 && elementCount(reducedShape(value.shape(), axes, false)) > 0) {
            failValue(std::string("zero-size array to reduction operation ") + (largest ? "maximum" : "minimum") +
                      " which has no identity");
        }
        const auto better = [largest](double x, double y) {
            if (std::isnan(x) || std::isnan(y)) return std::isnan(x) ? x : y;
            return largest ? (x >= y ? x : y) : (x <= y ? x : y);
        };
        const double least = largest ? -HUGE_VAL : HUGE_VAL;
        const double start = started ? castNumpy(vm, tensorOf(vm, initial), value.dtype()).at(0) : least;
        return foldAlong(value, axes, start, value.dtype(), better);
    });
}

python::NativeCode extreme(bool largest) {
    return [largest](Interpreter& vm, Arguments& a) {
        refuseOut(a, 2, largest ? "max" : "min");
        refuseWhere(a, 5, largest ? "max" : "min");
        return resultValue(vm, extremeOf(vm, a[0], a[1], a.truth(3), largest, a[4]));
    };
}

python::NativeCode whichExtreme(bool largest) {
    return [largest](Interpreter& vm, Arguments& a) {
        const char* name = largest ? "argmax" : "argmin";
        refuseOut(a, 2, name);
        Tensor value = tensorOf(vm, a[0]);
        const std::size_t dims = value.dims();
        if (!a.has(1) || dims == 0) value = value.reshaped({value.size()});
        const auto d = static_cast<std::size_t>(a.has(1) ? oneAxisOf(vm, a[1], value.dims()) : 0);
        if (value.shape()[d] == 0) failValue(std::string("attempt to get ") + name + " of an empty sequence");
        std::int64_t inner = 1;
        for (std::size_t k = d + 1; k < value.dims(); ++k) inner *= value.shape()[k];
        const std::int64_t n = value.shape()[d];
        std::vector<double> out;
        for (std::int64_t o = 0; o < value.size() / (n * inner); ++o) {
            for (std::int64_t i = 0; i < inner; ++i) {
                std::int64_t best = 0;
                for (std::int64_t k = 1; k < n; ++k) {
                    const double x = value.at((o * n + best) * inner + i);
                    const double y = value.at((o * n + k) * inner + i);
                    if (!std::isnan(x) && (std::isnan(y) || (largest ? y > x : y < x))) best = k;
                }
                out.push_back(static_cast<double>(best));
            }
        }
        TensorShape shape = value.shape();
        shape.erase(shape.begin() + static_cast<std::ptrdiff_t>(d));
        if (a.truth(3))
            shape = a.has(1) && dims > 0 ? reducedShape(value.shape(), {static_cast<std::int64_t>(d)}, true) : TensorShape(dims, 1);
        return wrapLike(vm, a[0], resultValue(vm, Tensor(shape, std::move(out), DType::Int64)));
    };
}

python::NativeCode logical(bool all) {
    return [all](Interpreter& vm, Arguments& a) {
        refuseOut(a, 2, all ? "all" : "any");
        refuseWhere(a, 4, all ? "all" : "any");
        return resultValue(vm, along(vm, a[0], a[1], a.truth(3), [all](const Tensor& value, const std::vector<std::int64_t>& axes) {
                               return foldAlong(value, axes, all, DType::Bool,
                                                [all](double x, double y) -> double { return all ? x != 0 && y != 0 : x != 0 || y != 0; });
                           }));
    };
}

python::NativeCode running(bool products) {
    return [products](Interpreter& vm, Arguments& a) {
        refuseOut(a, 3, products ? "cumprod" : "cumsum");
        Tensor value = tensorOf(vm, a[0]);
        value = castNumpy(vm, value, numpyDType(vm, a[2]).value_or(sumType(value.dtype())));
        if (!a.has(1) || value.dims() == 0) value = value.reshaped({value.size()});
        const auto d = static_cast<std::size_t>(a.has(1) ? oneAxisOf(vm, a[1], value.dims()) : 0);
        std::size_t inner = 1;
        for (std::size_t k = d + 1; k < value.dims(); ++k) inner *= static_cast<std::size_t>(value.shape()[k]);
        const auto n = static_cast<std::size_t>(value.shape()[d]);
        std::vector<double> out(value.numbers().begin(), value.numbers().end());
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (i / inner % n == 0) continue;
            out[i] = rounded(products ? out[i - inner] * out[i] : out[i - inner] + out[i], value.dtype());
            if (!isFloating(value.dtype())) checkWhole(out[i]);
            if (value.dtype() == DType::Int32) out[i] = wrapped(out[i]);
        }
        return wrapLike(vm, a[0], arrayValue(vm, Tensor::exact(value.shape(), std::move(out), value.dtype())));
    };
}

// np.sum(tensor) calls the tensor's method with numpy's keywords, which it does not know.
struct OfTensor {
    std::string_view name, keywords, forms;
};
constexpr std::string_view kWrong = "      didn't match because some of the keywords were incorrect: ";
constexpr std::array<OfTensor, 9> kOfTensor{{
    {"sum", "out=NoneType, axis=",
     " * (*, torch.dtype dtype)\n#out, axis\n * (tuple of ints dim, bool keepdim, *, torch.dtype dtype)\n * (tuple of names dim, bool "
     "keepdim, *, torch.dtype dtype)\n"},
    {"mean", "dtype=NoneType, out=NoneType, axis=",
     " * (*, torch.dtype dtype)\n * (tuple of ints dim, bool keepdim, *, torch.dtype dtype)\n * (tuple of names dim, bool keepdim, *, "
     "torch.dtype dtype)\n"},
    {"max",
     "out=NoneType, axis=", " * ()\n * (Tensor other)\n * (int dim, bool keepdim)\n#out, axis\n * (name dim, bool keepdim)\n#out, axis\n"},
    {"min",
     "out=NoneType, axis=", " * ()\n * (Tensor other)\n * (int dim, bool keepdim)\n#out, axis\n * (name dim, bool keepdim)\n#out, axis\n"},
    {"prod", "out=NoneType, axis=",
     " * (*, torch.dtype dtype)\n#out, axis\n * (int dim, bool keepdim, *, torch.dtype dtype)\n * (name dim, bool keepdim, *, torch.dtype "
     "dtype)\n"},
    {"std", "ddof=int, dtype=NoneType, out=NoneType, axis=",
     " * (tuple of ints dim, *, int correction, bool keepdim)\n#ddof, dtype, out, axis\n * (tuple of ints dim, bool unbiased, bool "
     "keepdim)\n * (bool unbiased)\n * (tuple of names dim, *, int correction, bool keepdim)\n#ddof, dtype, out, axis\n * (tuple of names "
     "dim, bool unbiased, bool keepdim)\n"},
    {"var", "ddof=int, dtype=NoneType, out=NoneType, axis=",
     " * (tuple of ints dim, *, int correction, bool keepdim)\n#ddof, dtype, out, axis\n * (tuple of ints dim, bool unbiased, bool "
     "keepdim)\n * (bool unbiased)\n * (tuple of names dim, *, int correction, bool keepdim)\n#ddof, dtype, out, axis\n * (tuple of names "
     "dim, bool unbiased, bool keepdim)\n"},
    {"any", "out=NoneType, axis=", " * ()\n * (int dim, bool keepdim)\n#out, axis\n * (name dim, bool keepdim)\n#out, axis\n"},
    {"all", "out=NoneType, axis=", " * ()\n * (int dim, bool keepdim)\n#out, axis\n * (name dim, bool keepdim)\n#out, axis\n"},
}};

[[noreturn]] void refuseTensor(Interpreter& vm, const std::string& name, const Value& axis) {
    const auto row = std::find_if(kOfTensor.begin(), kOfTensor.end(), [&](const OfTensor& each) { return each.name == name; });
    std::string forms;
    for (const char c : row->forms) forms += c == '#' ? std::string(kWrong) : std::string(1, c);
    const std::string type = axis.isEmpty() ? "NoneType" : vm.typeOf(axis)->name;
    failType(name + "() received an invalid combination of arguments - got (" + std::string(row->keywords) + type +
             ", ), but expected one of:\n" + forms);
}

}  // namespace

double pairwiseSum(const double* numbers, std::size_t n, std::size_t stride, bool single) {
    return single ? static_cast<double>(pairwise<float>(numbers, n, stride)) : pairwise<double>(numbers, n, stride);
}

Tensor sumAlong(const Tensor& value, const std::vector<std::int64_t>& axes, bool keepdims) {
    const TensorShape kept = reducedShape(value.shape(), axes, true);
    std::vector<double> out(static_cast<std::size_t>(elementCount(kept)), 0.0);
    const bool single = value.dtype() == DType::Float32;
    forRuns(value.shape(), axes, [&](std::size_t place, std::size_t first, std::size_t n) {
        out[place] = rounded(out[place] + pairwiseSum(value.numbers().data() + first, n, 1, single), value.dtype());
    });
    const Tensor result = Tensor::exact(kept, std::move(out), value.dtype());
    return keepdims ? result : result.reshaped(reducedShape(value.shape(), axes, false));
}

void addNumpyReduction(Interpreter& vm) {
    // The function refuses tensors as torch does; arrays and scalars have it as a method.
    const auto define = [&](const std::string& name, const std::string& parameters, const python::NativeCode& code) {
        defineNumpyBoth(vm, name + "(a, " + parameters + ")", [name, code](Interpreter& vm, Arguments& a) -> Value {
            if (isTensor(vm, a[0])) refuseTensor(vm, name, a[1]);
            return code(vm, a);
        });
    };
    define("sum", "axis=None, dtype=None, out=None, keepdims=False, initial=..., where=...", sum);
    define("prod", "axis=None, dtype=None, out=None, keepdims=False, initial=..., where=...", product);
    // What numpy warns of in its methods is of the program's line, in its functions of numpy's.
    const auto defineMean = [&](const std::string& name, const std::string& parameters, auto code) {
        const std::string rest = ", " + parameters + ")";
        defineNumpy(vm, name + "(a" + rest, [name, code](Interpreter& vm, Arguments& a) -> Value {
            if (isTensor(vm, a[0])) refuseTensor(vm, name, a[1]);
            return code(vm, a, false);
        });
        for (Type* type : {Torch::of(vm).array, Torch::of(vm).scalar}) {
            python::defineMethod(*type, name + "(self" + rest, [code](Interpreter& vm, Arguments& a) { return code(vm, a, true); });
        }
    };
    defineMean("mean", "axis=None, dtype=None, out=None, keepdims=False, *, where=...", mean);
    defineMean("var", "axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=...",
               [](Interpreter& vm, Arguments& a, bool asMethod) { return resultValue(vm, varianceOf(vm, a, asMethod, "var")); });
    defineMean("std", "axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=...",
               [](Interpreter& vm, Arguments& a, bool) { return resultValue(vm, ufunc(vm, "sqrt", {varianceOf(vm, a, false, "std")})); });
    define("max", "axis=None, out=None, keepdims=False, initial=..., where=...", extreme(true));
    define("min", "axis=None, out=None, keepdims=False, initial=..., where=...", extreme(false));
    define("any", "axis=None, out=None, keepdims=False, *, where=...", logical(false));
    define("all", "axis=None, out=None, keepdims=False, *, where=...", logical(true));
    defineNumpyBoth(vm, "argmax(a, axis=None, out=None, *, keepdims=False)", whichExtreme(true));
    defineNumpyBoth(vm, "argmin(a, axis=None, out=None, *, keepdims=False)", whichExtreme(false));
    defineNumpyBoth(vm, "cumsum(a, axis=None, dtype=None, out=None)", running(false));
    defineNumpyBoth(vm, "cumprod(a, axis=None, dtype=None, out=None)", running(true));
    defineNumpyBoth(vm, "ptp(a, axis=None, out=None, keepdims=False)", [](Interpreter& vm, Arguments& a) {
        refuseOut(a, 2, "ptp");
        const Tensor high = extremeOf(vm, a[0], a[1], a.truth(3), true);
        return wrapLike(vm, a[0], resultValue(vm, ufunc(vm, "subtract", {high, extremeOf(vm, a[0], a[1], a.truth(3), false)})));
    });
    Module& numpy = vm.defineModule("numpy");
    for (const auto& [alias, name] : std::initializer_list<std::pair<const char*, const char*>>{
             {"amax", "max"}, {"amin", "min"}, {"product", "prod"}, {"alltrue", "all"}, {"sometrue", "any"}, {"cumproduct", "cumprod"}}) {
        numpy.fields->set(vm.intern(alias), *numpy.fields->find(vm.intern(name)));
    }
}

}  // namespace backstep::modules
