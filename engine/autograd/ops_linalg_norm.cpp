// SPDX-License-Identifier: GPL-3.0-or-later
// Norms of matrices.
#include <algorithm>
#include <cmath>
#include <sstream>

#include "engine/autograd/ops_linalg.h"
#include "engine/autograd/ops_reduce.h"
#include "engine/autograd/ops_shape.h"
#include "engine/python/errors.h"

namespace backstep::ops {
namespace {

std::string text(double number) {
    std::ostringstream out;
    out << number;
    return out.str();
}

void needMatrix(const Var& a, const std::string& function) {
    if (a->dims() < 2) failRuntime(function + ": The input tensor A must have at least 2 dimensions.");
}

void needFloating(const Var& a, const std::string& function) {
    if (!isFloating(a->dtype()))
        failRuntime(function + ": Expected a floating point or complex tensor as input. Got " + scalarTypeName(a->dtype()));
}

Var casted(Autograd& g, const Var& a, std::optional<DType> dtype) {
    if (!dtype || *dtype == a->dtype()) return a;
    Attributes to;
    to.dtype = *dtype;
    return g.call(Op::ToCopy, {a}, to);
}

// The matrices' two dimensions last.
Sizes backshifted(std::size_t n, std::int64_t d0, std::int64_t d1) {
    Sizes out;
    for (std::size_t d = 0; d < n; ++d) {
        const auto dim = static_cast<std::int64_t>(d);
        if (dim != d0 && dim != d1) out.push_back(dim);
    }
    out.push_back(d0);
    out.push_back(d1);
    return out;
}

Sizes inverted(const Sizes& order) {
    Sizes out(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) out[static_cast<std::size_t>(order[i])] = static_cast<std::int64_t>(i);
    return out;
}

// LAPACK refuses a matrix with NaN in it.
void needNumbers(const Var& a) {
    const Tensor value = a->value();
    const std::int64_t size = a->shape()[a->dims() - 2] * a->shape()[a->dims() - 1];
    for (std::int64_t i = 0; i < value.size(); ++i) {
        if (!std::isnan(value.at(i))) continue;
        const std::string where = a->dims() > 2 ? "(Batch element " + std::to_string(i / size) + "): " : "";
        python::raise(linalgErrorType(),
                      "linalg.svd: " + where + "The algorithm failed to converge because the input matrix contained non-finite values.");
    }
}

Var bySingularValues(Autograd& g, const Var& a, const MatrixNorm& norm, std::int64_t d0, std::int64_t d1, bool keepdim) {
    const Sizes order = backshifted(a->dims(), d0, d1);
    const Var values = svdvals(g, permute(g, a, order));
    const auto last = static_cast<std::int64_t>(values->dims()) - 1;
    const Along along{Dims{last}, keepdim};
    Var out = !norm.order ? sum(g, values, along) : extremeAlong(g, values, along, *norm.order > 0);
    if (keepdim) out = permute(g, unsqueeze(g, out, -1), inverted(order));
    return out;
}

}  // namespace

Var svdvals(Autograd& g, const Var& a) {
    needMatrix(a, "linalg.svd");
    needFloating(a, "linalg.svd");
    needNumbers(a);
    return g.call(Op::Svdvals, {a});
}

Var matrixNorm(Autograd& g, const Var& a, const MatrixNorm& norm, std::vector<std::int64_t> dims, bool keepdim,
               std::optional<DType> dtype) {
    const std::string function = "linalg.matrix_norm";
    const double size = norm.order ? std::fabs(*norm.order) : 0;
    if (norm.order && size != 1 && size != 2 && !std::isinf(size))
        failRuntime(function + ": Order " + text(*norm.order) + " not supported.");
    if (!norm.order && norm.name != "fro" && norm.name != "nuc") failRuntime(function + ": Order " + norm.name + " not supported.");
    needMatrix(a, function);
    needFloating(a, function);
    if (dims.size() != 2) {
        std::string list;
        for (const std::int64_t d : dims) list += (list.empty() ? "" : ", ") + std::to_string(d);
        failRuntime(function + ": dim must be a 2-tuple. Got " + list);
    }
    auto d0 = static_cast<std::int64_t>(wrapped(dims[0], a->dims()));
    auto d1 = static_cast<std::int64_t>(wrapped(dims[1], a->dims()));
    if (d0 == d1)
        failRuntime(function + ": dims must be different. Got (" + std::to_string(dims[0]) + ", " + std::to_string(dims[1]) + ")");
    if (!norm.order && norm.name == "fro") return vectorNorm(g, a, 2, {Dims{std::min(d0, d1), std::max(d0, d1)}, keepdim}, dtype);
    if (!norm.order || size == 2) return bySingularValues(g, casted(g, a, dtype), norm, d0, d1, keepdim);
    // The norm of infinity is the norm 1 of the transpose.
    if (std::isinf(size)) std::swap(d0, d1);
    if (!keepdim && d0 < d1) --d1;
    const Var sums = vectorNorm(g, a, 1, {Dims{d0}, keepdim}, dtype);
    return extremeAlong(g, sums, {Dims{d1}, keepdim}, *norm.order > 0);
}

Var linalgNorm(Autograd& g, const Var& a, const std::optional<MatrixNorm>& norm, const std::optional<std::vector<std::int64_t>>& dims,
               bool keepdim, std::optional<DType> dtype) {
    if (dims && dims->size() != 1 && dims->size() != 2) {
        failRuntime("linalg.norm: If dim is specified, it must be of length 1 or 2. Got " + textOf(*dims));
    }
    if (!dims && norm && a->dims() != 1 && a->dims() != 2) {
        failRuntime("linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got " + std::to_string(a->dims()) + "D.");
    }
    if (norm && !norm->order) return matrixNorm(g, a, *norm, dims.value_or(std::vector<std::int64_t>{-2, -1}), keepdim, dtype);
    if (norm && ((dims && dims->size() == 2) || (!dims && a->dims() == 2))) {
        return matrixNorm(g, a, *norm, dims.value_or(std::vector<std::int64_t>{0, 1}), keepdim, dtype);
    }
    Along along{std::nullopt, keepdim};
    if (dims) {
        along.dims.emplace();
        for (const std::int64_t d : *dims) along.dims->push_back(static_cast<std::int64_t>(wrapped(d, a->dims())));
        std::sort(along.dims->begin(), along.dims->end());
        const auto twice = std::adjacent_find(along.dims->begin(), along.dims->end());
        if (twice != along.dims->end()) failRuntime("dim " + std::to_string(*twice) + " appears multiple times in the list of dims");
    }
    return vectorNorm(g, a, norm ? *norm->order : 2, along, dtype);
}

Var cond(Autograd& g, const Var& a, const std::optional<MatrixNorm>& norm) {
    needMatrix(a, "linalg.cond");
    if (!norm || (norm->order && std::fabs(*norm->order) == 2)) {
        const Var values = svdvals(g, a);
        const Var high = narrow(g, values, -1, 0, 1);
        const Var low = narrow(g, values, -1, -1, 1);
        const bool inverse = norm && *norm->order == -2;
        return squeeze(g, g.apply(Op::Div, inverse ? std::array{low, high} : std::array{high, low}), -1);
    }
    const Var own = matrixNorm(g, a, *norm, {-2, -1}, false, std::nullopt);
    return g.apply(Op::Mul, {own, matrixNorm(g, inverse(g, a), *norm, {-2, -1}, false, std::nullopt)});
}

}  // namespace backstep::ops
