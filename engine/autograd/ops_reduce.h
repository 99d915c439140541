// SPDX-License-Identifier: GPL-3.0-or-later
// Reductions, scans and orders on variables: PyTorch's checks of dtypes and empty tensors, its promotion, the record.
// Dimensions come wrapped (0 … dims − 1) and sorted.
#pragma once

#include <optional>

#include "engine/autograd/autograd.h"

namespace backstep::ops {

using Dims = std::vector<std::int64_t>;

// Along which dimensions; none: over all elements at once, PyTorch's other overload.
struct Along {
    std::optional<Dims> dims;
    bool keepdim = false;
};

// --- sums, products, extremes ---
[[nodiscard]] Var sum(Autograd& g, const Var& a, const Along& along = {}, std::optional<DType> dtype = {});
[[nodiscard]] Var nansum(Autograd& g, const Var& a, const Along& along = {}, std::optional<DType> dtype = {});
[[nodiscard]] Var mean(Autograd& g, const Var& a, const Along& along = {}, std::optional<DType> dtype = {});
[[nodiscard]] Var nanmean(Autograd& g, const Var& a, const Along& along = {}, std::optional<DType> dtype = {});
[[nodiscard]] Var prod(Autograd& g, const Var& a, const Along& along = {}, std::optional<DType> dtype = {});
[[nodiscard]] Var extreme(Autograd& g, const Var& a, bool largest);                           // max(), min()
[[nodiscard]] Var extremeAlong(Autograd& g, const Var& a, const Along& along, bool largest);  // amax, amin
[[nodiscard]] std::vector<Var> aminmax(Autograd& g, const Var& a, const Along& along);
[[nodiscard]] Var placeOfExtreme(Autograd& g, const Var& a, std::optional<std::int64_t> dim, bool keepdim, bool largest);  // argmax, argmin
[[nodiscard]] Var logsumexp(Autograd& g, const Var& a, const Dims& dims, bool keepdim);
[[nodiscard]] Var anyOrAll(Autograd& g, const Var& a, std::optional<std::int64_t> dim, bool keepdim, bool all);
[[nodiscard]] Var countNonzero(Autograd& g, const Var& a, const std::optional<Dims>& dims);

// --- spread and size ---
enum class Spread : std::uint8_t { Var, Std, VarMean, StdMean };
[[nodiscard]] std::vector<Var> spread(Autograd& g, const Var& a, const Along& along, double correction, Spread what);
// torch.norm with given dims (empty: the Frobenius norm over all).
[[nodiscard]] Var norm(Autograd& g, const Var& a, double p, const Along& along, std::optional<DType> dtype = {});
[[nodiscard]] Var vectorNorm(Autograd& g, const Var& a, double p, const Along& along, std::optional<DType> dtype = {});
[[nodiscard]] Var dist(Autograd& g, const Var& a, const Var& b, double p);
[[nodiscard]] Var renorm(Autograd& g, const Var& a, double p, std::int64_t dim, double largest);

// --- what picks elements: values and their places ---
struct Picked {
    Var values, places;
};
[[nodiscard]] Picked extremeDim(Autograd& g, const Var& a, std::int64_t dim, bool keepdim, bool largest);
[[nodiscard]] Picked sort(Autograd& g, const Var& a, std::int64_t dim, bool descending, bool stable = false);
[[nodiscard]] Picked topk(Autograd& g, const Var& a, std::int64_t k, std::int64_t dim, bool largest, bool sorted);
[[nodiscard]] Picked median(Autograd& g, const Var& a, std::int64_t dim, bool keepdim, bool ignoreNan);
[[nodiscard]] Var medianOfAll(Autograd& g, const Var& a, bool ignoreNan);
[[nodiscard]] Picked mode(Autograd& g, const Var& a, std::int64_t dim, bool keepdim);
[[nodiscard]] Picked kthvalue(Autograd& g, const Var& a, std::int64_t k, std::int64_t dim, bool keepdim);
[[nodiscard]] Picked running(Autograd& g, const Var& a, std::int64_t dim, bool largest,
                             std::int64_t asked = 0);  // cummax, cummin; `asked`: the dimension as the program gave it

// --- scans, softmax ---
[[nodiscard]] Var scan(Autograd& g, Op op, const Var& a, std::int64_t dim,
                       std::optional<DType> dtype = {});  // Cumsum, Cumprod, Logcumsumexp
[[nodiscard]] Var softmax(Autograd& g, Op op, const Var& a, std::int64_t dim, std::optional<DType> dtype = {});  // Softmax, LogSoftmax

[[nodiscard]] Var diff(Autograd& g, const Var& a, std::int64_t n, std::int64_t dim);
[[nodiscard]] Var histc(Autograd& g, const Var& a, std::int64_t bins, double low, double high);

// Refuses whole numbers that a double does not hold.
[[nodiscard]] Var checkedWhole(Var result);

}  // namespace backstep::ops
