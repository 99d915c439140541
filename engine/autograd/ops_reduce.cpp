// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autograd/ops_reduce.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "engine/autograd/ops_shape.h"
#include "engine/python/errors.h"
#include "engine/tape/lanes.h"

namespace backstep::ops {
namespace {

std::string word(DType dtype) { return scalarTypeName(dtype); }

Attributes attributesOf(const Along& along, DType dtype) {
    Attributes a;
    if (along.dims) a.dims = *along.dims;
    a.keepdim = along.keepdim;
    a.dtype = dtype;
    return a;
}

// Of a sum, which is added in the order of memory.
Attributes attributesOfSum(const Var& a, const Along& along, DType dtype) {
    Attributes attributes = attributesOf(along, dtype);
    if (isFloating(dtype)) attributes.more = memoryOrder(*a);
    return attributes;
}

// Sums and products of bools and whole numbers are int64.
DType summedType(const Var& a, std::optional<DType> dtype) { return dtype.value_or(isFloating(a->dtype()) ? a->dtype() : DType::Int64); }

// torch casts first where another dtype is asked for; the node's own input is then the cast.
Var casted(Autograd& g, const Var& a, DType dtype) {
    if (a->dtype() == dtype) return a;
    Attributes to;
    to.dtype = dtype;
    return g.call(Op::ToCopy, {a}, to);
}

std::string quoted(std::string_view function) { return std::string(function) + "(): "; }

void needDim(const Var& a, std::string_view function, bool index) {
    if (a->size() > 0) return;
    const std::string message = quoted(function) + "Expected reduction dim to be specified for input.numel() == 0.";
    if (index) failIndex(message);
    failRuntime(message + " Specify the reduction dim with the 'dim' argument.");
}

void needElements(const Var& a, const Dims& dims, std::string_view function) {
    if (a->dims() == 0 || a->size() > 0) return;
    for (const std::int64_t dim : dims) {
        if (a->shape()[static_cast<std::size_t>(dim)] == 0) {
            failIndex(quoted(function) + "Expected reduction dim " + std::to_string(dim) + " to have non-zero size.");
        }
    }
}

bool everyDim(const Var& a, const Along& along) { return !along.dims || along.dims->size() >= a->dims(); }

Picked pick(Autograd& g, Op op, const Var& a, const Tensor& places, std::int64_t dim, bool keepdim, std::int64_t asked = 0) {
    Attributes attributes;
    attributes.n = asked;
    attributes.dims = {dim};
    attributes.keepdim = keepdim;
    attributes.tensors = {places};
    const Var indices = g.make(places);
    return {g.call(op, {a}, std::move(attributes), std::span(&indices, 1)), indices};
}

}  // namespace

Var checkedWhole(Var result) {
    if (isFloating(result->dtype())) return result;
    constexpr double kLimit = 9007199254740992.0;
    const Tensor value = result->value();
    const auto large = [](double x) { return std::fabs(x) > kLimit; };
    if (std::any_of(value.numbers().begin(), value.numbers().end(), large)) python::unsupported("whole numbers beyond 2**53 in a tensor");
    return result;
}

// --- sums, products, extremes ---

Var sum(Autograd& g, const Var& a, const Along& along, std::optional<DType> dtype) {
    return checkedWhole(g.call(along.dims ? Op::SumDim : Op::Sum, {a}, attributesOfSum(a, along, summedType(a, dtype))));
}

Var nansum(Autograd& g, const Var& a, const Along& along, std::optional<DType> dtype) {
    if (!isFloating(a->dtype())) return sum(g, a, Along{along.dims.value_or(Dims{}), along.keepdim}, dtype);
    return g.call(Op::Nansum, {a}, attributesOfSum(a, along, dtype.value_or(a->dtype())));
}

Var mean(Autograd& g, const Var& a, const Along& along, std::optional<DType> dtype) {
    const DType out = dtype.value_or(a->dtype());
    if (!isFloating(out)) {
        failRuntime(dtype ? "mean(): could not infer output dtype. Optional dtype must be either a floating point or complex dtype. Got: " +
                                word(*dtype)
                          : "mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: " +
                                word(a->dtype()));
    }
    return g.call(along.dims ? Op::MeanDim : Op::Mean, {a}, attributesOfSum(a, along, out));
}

Var nanmean(Autograd& g, const Var& a, const Along& along, std::optional<DType> dtype) {
    if (!isFloating(a->dtype())) failRuntime("nanmean(): expected input to have floating point dtype but got " + word(a->dtype()));
    const Var numbers =
        g.make(mapElementwise(std::array{a}, a->dtype(), DType::Bool, [](const double* x) { return std::isnan(*x) ? 0.0 : 1.0; }));
    return g.apply(Op::Div, {nansum(g, a, along, dtype), sum(g, numbers, along)});
}

Var prod(Autograd& g, const Var& a, const Along& along, std::optional<DType> dtype) {
    return checkedWhole(g.call(along.dims ? Op::ProdDim : Op::Prod, {a}, attributesOf(along, summedType(a, dtype))));
}

Var extreme(Autograd& g, const Var& a, bool largest) {
    needDim(a, largest ? "max" : "min", false);
    return g.call(largest ? Op::Max : Op::Min, {a}, attributesOf({}, a->dtype()));
}

Var extremeAlong(Autograd& g, const Var& a, const Along& along, bool largest) {
    const char* name = largest ? "amax" : "amin";
    if (!along.dims || along.dims->empty()) needDim(a, name, false);
    else needElements(a, *along.dims, name);
    return g.call(largest ? Op::Amax : Op::Amin, {a}, attributesOf(along, a->dtype()));
}

std::vector<Var> aminmax(Autograd& g, const Var& a, const Along& along) {
    if (!along.dims && a->size() == 0)
        failRuntime("aminmax(): cannot compute aminmax over an empty dimension as the operation has no identity.");
    if (along.dims) needElements(a, *along.dims, "aminmax");
    return g.callMany(Op::Aminmax, std::array{a}, attributesOf(along, a->dtype()));
}

Var placeOfExtreme(Autograd& g, const Var& a, std::optional<std::int64_t> dim, bool keepdim, bool largest) {
    const char* name = largest ? "argmax" : "argmin";
    const bool single = dim && a->dims() > 0 && a->shape()[static_cast<std::size_t>(*dim)] == 1;  // then PyTorch looks at no element
    if (dim) needElements(a, {*dim}, name);
    else needDim(a, name, true);
    if (a->dtype() == DType::Bool && !single) failRuntime("\"" + std::string(name) + "_cpu\" not implemented for 'Bool'");
    if (dim) return g.make(placesOfExtreme(a->value(), *dim, keepdim, largest));
    const Tensor place(static_cast<double>(backstep::placeOfExtreme(a->value(), largest)), DType::Int64);
    return g.make(keepdim ? place.reshaped(TensorShape(a->dims(), 1)) : place);
}

Var logsumexp(Autograd& g, const Var& a, const Dims& dims, bool keepdim) {
    const Var floating = isFloating(a->dtype()) ? a : casted(g, a, DType::Float32);
    return g.call(Op::Logsumexp, {floating}, attributesOf({dims, keepdim}, floating->dtype()));
}

Var anyOrAll(Autograd& g, const Var& a, std::optional<std::int64_t> dim, bool keepdim, bool all) {
    const auto holds = [](double x) { return x != 0; };
    return g.make(reduceLanes(a->value(), dim ? Dims{*dim} : Dims{}, keepdim, DType::Bool, [&](std::span<const double> lane) {
        const bool is = all ? std::all_of(lane.begin(), lane.end(), holds) : std::any_of(lane.begin(), lane.end(), holds);
        return is ? 1.0 : 0.0;
    }));
}

Var countNonzero(Autograd& g, const Var& a, const std::optional<Dims>& dims) {
    return g.make(reduceLanes(a->value(), dims.value_or(Dims{}), false, DType::Int64, [](std::span<const double> lane) {
        return static_cast<double>(std::count_if(lane.begin(), lane.end(), [](double x) { return x != 0; }));
    }));
}

// --- spread and size ---

std::vector<Var> spread(Autograd& g, const Var& a, const Along& along, double correction, Spread what) {
    if (!isFloating(a->dtype())) {
        failRuntime(what == Spread::Var || what == Spread::Std ? "std and var only support floating point and complex dtypes"
                    : what == Spread::VarMean                  ? "var_mean only support floating point and complex dtypes"
                                                               : "std_mean only support floating point and complex dtypes");
    }
    Attributes attributes = attributesOfSum(a, along, a->dtype());
    attributes.number = correction;
    attributes.n = along.dims ? 1 : 0;  // whether dims were named
    attributes.flag = everyDim(a, along) && (what == Spread::Var || what == Spread::Std);
    constexpr std::array kOps{Op::Variance, Op::Deviation, Op::VarianceMean, Op::DeviationMean};
    return g.callMany(kOps[static_cast<std::size_t>(what)], std::array{a}, std::move(attributes));
}

Var norm(Autograd& g, const Var& a, double p, const Along& along, std::optional<DType> dtype) {
    const DType out = dtype.value_or(a->dtype());
    if (!isFloating(out)) failRuntime("norm(): input dtype should be either floating point or complex. Got " + word(out) + " instead.");
    Attributes attributes = attributesOfSum(a, along, out);
    attributes.number = p;
    return g.call(dtype ? Op::NormDType : Op::Norm, {a}, std::move(attributes));
}

Var vectorNorm(Autograd& g, const Var& a, double p, const Along& along, std::optional<DType> dtype) {
    if (!isFloating(a->dtype())) {
        failRuntime("linalg.vector_norm: Expected a floating point or complex tensor as input. Got " + word(a->dtype()));
    }
    const Dims dims = along.dims.value_or(Dims{});
    const bool none = p < 0 || std::isinf(p);
    if (none && a->size() == 0) {
        if (dims.empty()) {
            failRuntime("linalg.vector_norm cannot compute the " +
                        std::string(std::isinf(p) ? (p < 0 ? "-inf" : "inf") : std::to_string(p)) +
                        " norm on an empty tensor because the operation does not have an identity");
        }
    }
    Attributes attributes = attributesOfSum(a, along, dtype.value_or(a->dtype()));
    attributes.number = p;
    attributes.n = along.dims ? 1 : 0;
    return g.call(Op::VectorNorm, {a}, std::move(attributes));
}

Var dist(Autograd& g, const Var& a, const Var& b, double p) {
    const std::array operands{a, b};
    g.checkSaving(Op::Dist, operands);
    (void)broadcastOf(operands);
    Attributes attributes;
    attributes.number = p;
    attributes.dtype = resultType(operands);
    checkSubtraction(a->dtype(), b->dtype());
    if (!isFloating(attributes.dtype)) {
        failRuntime("norm(): input dtype should be either floating point or complex. Got " + word(attributes.dtype) + " instead.");
    }
    return g.call(Op::Dist, operands, std::move(attributes));
}

Var renorm(Autograd& g, const Var& a, double p, std::int64_t dim, double largest) {
    if (p <= 0) failRuntime("renorm: non-positive-norm not supported");
    if (a->dims() < 2) failRuntime("renorm: input needs at least 2 dimensions, got " + std::to_string(a->dims()) + " dimensions");
    if (!isFloating(a->dtype())) {
        failRuntime("linalg.vector_norm: Expected a floating point or complex tensor as input. Got " + word(a->dtype()));
    }
    Attributes attributes;
    attributes.dims = {static_cast<std::int64_t>(wrapped(dim, a->dims()))};
    attributes.number = p;
    attributes.other = largest;
    return g.call(Op::Renorm, {a}, std::move(attributes));
}

// --- what picks elements ---

// PyTorch computes these with the dimension, and then takes it away in place.
static Picked squeezed(Picked out, const Var& of) {
    if (of->dims() == 1 && out.values->dims() == 0) out.values->more().left = out.places->more().left = 1;
    return out;
}

Picked extremeDim(Autograd& g, const Var& a, std::int64_t dim, bool keepdim, bool largest) {
    needElements(a, {dim}, largest ? "max" : "min");
    return squeezed(pick(g, largest ? Op::MaxDim : Op::MinDim, a, placesOfExtreme(a->value(), dim, keepdim, largest), dim, keepdim), a);
}

Picked sort(Autograd& g, const Var& a, std::int64_t dim, bool descending, bool stable) {
    Picked out = pick(g, Op::Sort, a, placesInOrder(a->value(), dim, descending, stable), dim, true);
    if (!a->isContiguous()) {  // both lie in memory as a does
        const std::vector<std::int64_t> strides = commonStrides({windowOf(*a)}, a->shape());
        g.relayout(out.values, strides);
        g.relayout(out.places, strides);
    }
    return out;
}

Picked topk(Autograd& g, const Var& a, std::int64_t k, std::int64_t dim, bool largest, bool sorted) {
    if (k < 0 || k > (a->dims() == 0 ? 1 : a->shape()[static_cast<std::size_t>(dim)])) failRuntime("selected index k out of range");
    if (a->dtype() == DType::Bool && a->dims() > 0) failRuntime("\"topk_cpu\" not implemented for 'Bool'");
    return pick(g, Op::Topk, a, placesOfTop(a->value(), k, dim, largest, sorted), dim, true);
}

Picked median(Autograd& g, const Var& a, std::int64_t dim, bool keepdim, bool ignoreNan) {
    needElements(a, {dim}, "median");
    if (a->dtype() == DType::Bool) failRuntime("\"median_out\" not implemented for 'Bool'");
    return pick(g, ignoreNan ? Op::NanmedianDim : Op::MedianDim, a, placesOfMedian(a->value(), dim, keepdim, ignoreNan), dim, keepdim);
}

Var medianOfAll(Autograd& g, const Var& a, bool ignoreNan) {
    if (a->dtype() == DType::Bool && a->size() == 0) return g.make(Tensor::filled({}, 1, DType::Bool));  // what a NaN becomes
    if (a->dtype() == DType::Bool) failRuntime("\"median_cpu\" not implemented for 'Bool'");
    return g.call(ignoreNan ? Op::Nanmedian : Op::Median, {a}, attributesOf({}, a->dtype()));
}

Picked mode(Autograd& g, const Var& a, std::int64_t dim, bool keepdim) {
    needElements(a, {dim}, "mode");
    return squeezed(pick(g, Op::Mode, a, placesOfMode(a->value(), dim, keepdim), dim, keepdim), a);
}

Picked kthvalue(Autograd& g, const Var& a, std::int64_t k, std::int64_t dim, bool keepdim) {
    needElements(a, {dim}, "kthvalue");
    const std::int64_t size = a->dims() == 0 ? 1 : a->shape()[static_cast<std::size_t>(dim)];
    if (k < 1 || k > size) failRuntime("kthvalue(): selected number k out of range for dimension " + std::to_string(dim));
    if (a->dtype() == DType::Bool && a->dims() > 0) failRuntime("\"kthvalue_cpu\" not implemented for 'Bool'");
    return squeezed(pick(g, Op::Kthvalue, a, placesOfKth(a->value(), k, dim, keepdim), dim, keepdim), a);
}

Picked running(Autograd& g, const Var& a, std::int64_t dim, bool largest, std::int64_t asked) {
    return pick(g, largest ? Op::Cummax : Op::Cummin, a, runningPlaces(a->value(), dim, largest), dim, true, asked);
}

// --- scans, softmax ---

Var scan(Autograd& g, Op op, const Var& a, std::int64_t dim, std::optional<DType> dtype) {
    if (op == Op::Logcumsumexp && !isFloating(a->dtype())) {
        failRuntime("\"logcumsumexp_out_cpu\" not implemented for '" + word(a->dtype()) + "'");
    }
    Attributes attributes;
    attributes.dims = {dim};
    attributes.dtype = summedType(a, dtype);
    return checkedWhole(g.call(op, {a}, std::move(attributes)));
}

Var softmax(Autograd& g, Op op, const Var& a, std::int64_t dim, std::optional<DType> dtype) {
    const Var from = dtype ? casted(g, a, *dtype) : a;
    if (!isFloating(from->dtype()) && from->size() > 0) {
        const bool last = static_cast<std::size_t>(dim) + 1 >= from->dims();
        const std::string kernel = op == Op::Softmax ? (last ? "softmax_lastdim_kernel_impl" : "softmax_kernel_impl")
                                                     : (last ? "log_softmax_lastdim_kernel_impl" : "softmax_kernel_impl");
        failRuntime("\"" + kernel + "\" not implemented for '" + word(from->dtype()) + "'");
    }
    Attributes attributes;
    attributes.dims = {dim};
    attributes.dtype = from->dtype();
    return g.call(op, {from}, std::move(attributes));
}

Var diff(Autograd& g, const Var& a, std::int64_t n, std::int64_t dim) {
    if (n <= 0) return clone(g, a);
    Var out = a;
    std::int64_t length = a->shape()[static_cast<std::size_t>(dim)];
    for (n = std::min(n, length); n > 0; --n) {
        --length;
        const Var before = narrow(g, out, dim, 0, length);
        const Var after = narrow(g, out, dim, 1, length);
        out = g.apply(a->dtype() == DType::Bool ? Op::Ne : Op::Sub, {after, before});
        if (length == 0) break;
    }
    return out;
}

namespace {

// As a C++ stream writes a number.
std::string asStreamed(double x) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), x, std::chars_format::general, 6).ptr;
    return {text.data(), end};
}

}  // namespace

Var histc(Autograd& g, const Var& a, std::int64_t bins, double low, double high) {
    if (a->dtype() == DType::Bool) failRuntime("\"linspace_cpu\" not implemented for 'Bool'");
    if (!isFloating(a->dtype())) failRuntime("\"histogram_cpu\" not implemented for '" + word(a->dtype()) + "'");
    if (bins <= 0) failRuntime("torch.histc(): bins must be > 0");
    const Tensor value = a->value();
    const std::span<const double> numbers = value.numbers();
    const bool hasNan = std::any_of(numbers.begin(), numbers.end(), [](double x) { return std::isnan(x); });
    if (low == high && hasNan) failRuntime("torch.histc: range of [-nan, -nan] is not finite");
    if (low == high && value.size() > 0) {
        low = *std::min_element(numbers.begin(), numbers.end());
        high = *std::max_element(numbers.begin(), numbers.end());
    }
    if (low == high) {
        low -= 1;
        high += 1;
    }
    if (!std::isfinite(low) || !std::isfinite(high))
        failRuntime("torch.histc: range of [" + asStreamed(low) + ", " + asStreamed(high) + "] is not finite");
    if (low > high) failRuntime("torch.histc: max must be larger than min");
    // Rounded at every step, as it shows where a number lies on an edge.
    const auto round = [&](double x) { return rounded(x, a->dtype()); };
    low = round(low);
    high = round(high);
    const double range = round(high - low);
    std::vector<double> counts(static_cast<std::size_t>(bins), 0);
    for (const double x : numbers) {
        if (!(x >= low && x <= high)) continue;
        const auto bin = static_cast<std::int64_t>(round(round(round(x - low) * static_cast<double>(bins)) / range));
        counts[static_cast<std::size_t>(std::min(bin, bins - 1))] += 1;
    }
    return g.make(Tensor({bins}, std::move(counts), a->dtype()));
}

}  // namespace backstep::ops
