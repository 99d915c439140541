// SPDX-License-Identifier: GPL-3.0-or-later
// Reductions on values. What is accumulated in float32 and what in float64 is as in PyTorch's CPU kernels.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "engine/tape/lanes.h"
#include "engine/tape/shaped.h"
#include "engine/tape/sleef.h"

namespace backstep::kernels {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
using Lane = std::span<const double>;

double productInARow(Lane lane, double product, DType dtype) {
    for (const double x : lane) product = rounded(product * x, dtype);
    return product;
}

// Contiguous lanes are multiplied in four vectors, then these, then across; what is left comes last.
double productByVectors(Lane lane, DType dtype) {
    const std::size_t width = dtype == DType::Float32 ? 8 : 4;
    const std::size_t whole = lane.size() / (4 * width) * 4 * width;
    if (whole == 0) return productInARow(lane, 1, dtype);
    std::vector<double> parts(lane.begin(), lane.begin() + static_cast<std::ptrdiff_t>(4 * width));
    for (std::size_t i = 4 * width; i < whole; ++i) parts[i % (4 * width)] = rounded(parts[i % (4 * width)] * lane[i], dtype);
    double product = 1;
    for (std::size_t k = 0; k < width; ++k) {
        const double low = rounded(parts[k] * parts[k + width], dtype);
        const double high = rounded(parts[k + 2 * width] * parts[k + 3 * width], dtype);
        product = rounded(product * rounded(low * high, dtype), dtype);
    }
    return productInARow(lane.subspan(whole), product, dtype);
}

Tensor prodOf(const Tensor& a, const Attributes& attributes) {
    const bool last = attributes.dims.empty() || static_cast<std::size_t>(attributes.dims.back()) + 1 >= a.dims();
    return reduceLanes(a, attributes.dims, attributes.keepdim, a.dtype(), [&](Lane lane) {
        return last && isFloating(a.dtype()) ? productByVectors(lane, a.dtype()) : productInARow(lane, 1, a.dtype());
    });
}

// The first that beats all others; NaN beats everything.
template <class Beats>
double extreme(Lane lane, double start, Beats beats) {
    double best = start;
    for (const double x : lane) {
        if (std::isnan(x)) return x;
        if (beats(x, best)) best = x;
    }
    return best;
}

double sumOfSquares(Lane lane, double mean, std::size_t block) {
    double sum = 0;
    for (std::size_t first = 0; first < lane.size(); first += block) {
        double part = 0;
        for (const double x : lane.subspan(first, std::min(block, lane.size() - first))) part += (x - mean) * (x - mean);
        sum += part;
    }
    return sum;
}

struct Spread {
    double mean = 0;
    double variance = 0;
};

// Welford's recurrence.
Spread spreadOf(Lane lane, double correction) {
    double mean = 0;
    double squares = 0;
    double n = 0;
    for (const double x : lane) {
        const double delta = x - mean;
        n += 1;
        mean += delta / n;
        squares = std::fma(delta, x - mean, squares);
    }
    const double divisor = n > correction ? n - correction : 0;
    return lane.empty() ? Spread{std::nan(""), std::nan("")} : Spread{mean, squares / divisor};
}

Tensor spread(const Tensor& a, const Attributes& attributes, bool root, bool mean) {
    const bool whole = attributes.flag && a.size() > 0;
    const double everyMean = whole ? rounded(sumOf(a, {}, false, attributes.more).item() / static_cast<double>(a.size()), a.dtype()) : 0;
    const std::size_t block = whole && !attributes.more.empty() ? walkOf(a.shape(), Lanes(a.shape(), {}), attributes.more).block
                                                                : std::max<std::size_t>(a.size(), 1);
    const auto ofLane = [&](Lane lane) {
        if (attributes.flag && !lane.empty() && !mean) {
            const auto n = static_cast<double>(lane.size());
            const double variance = sumOfSquares(lane, everyMean, block) / std::max(n - attributes.number, 0.0);
            return root ? std::sqrt(variance) : variance;
        }
        const Spread s = spreadOf(lane, attributes.number);
        return mean ? s.mean : root ? std::sqrt(s.variance) : s.variance;
    };
    return reduceLanes(a, attributes.dims, attributes.keepdim, a.dtype(), ofLane, attributes.more);
}

// Running sums of f(x) in the tensor's own precision.
template <class F>
double accumulated(Lane lane, DType dtype, F f) {
    double sum = 0;
    for (const double x : lane) sum = rounded(sum + f(x), dtype);
    return sum;
}

// A float32 lane that is contiguous in memory is squared and summed by eight, then across; four of what is left are squared together
// and added one by one, the last three at once.
double squaresByEight(Lane lane) {
    std::array<float, 8> sums{};
    std::size_t i = 0;
    for (; i + 8 <= lane.size(); i += 8) {
        for (std::size_t k = 0; k < 8; ++k) {
            const auto x = static_cast<float>(lane[i + k]);
            sums[k] = std::fmaf(x, x, sums[k]);
        }
    }
    for (std::size_t k = 1; k < 8; ++k) sums[0] += sums[k];
    if (i + 4 <= lane.size()) {
        for (const std::size_t end = i + 4; i < end; ++i) {
            const auto x = static_cast<float>(lane[i]);
            sums[0] += x * x;
        }
    }
    for (; i < lane.size(); ++i) sums[0] = std::fmaf(static_cast<float>(lane[i]), static_cast<float>(lane[i]), sums[0]);
    return static_cast<double>(sums[0]);
}

double squaresInARow(Lane lane, DType dtype) {
    double sum = 0;
    for (const double x : lane) sum = dtype == DType::Float32 ? rounded(sum + x * x, dtype) : std::fma(x, x, sum);
    return sum;
}

double normOf(Lane lane, double p, DType dtype, bool contiguous) {
    if (lane.empty()) return p < 0 ? kInfinity : 0;
    if (p == kInfinity || p == -kInfinity) {
        const bool largest = p > 0;
        std::vector<double> sizes(lane.size());
        std::transform(lane.begin(), lane.end(), sizes.begin(), [](double x) { return std::fabs(x); });
        return largest ? extreme(sizes, 0, [](double x, double best) { return x > best; })
                       : extreme(sizes, kInfinity, [](double x, double best) { return x < best; });
    }
    if (p == 0) return static_cast<double>(std::count_if(lane.begin(), lane.end(), [](double x) { return x != 0; }));
    if (p == 1) return accumulated(lane, dtype, [](double x) { return std::fabs(x); });
    if (p == 2) {
        const double squares = dtype == DType::Float32 && contiguous ? squaresByEight(lane) : squaresInARow(lane, dtype);
        return std::sqrt(squares);
    }
    return std::pow(accumulated(lane, dtype, [&](double x) { return rounded(std::pow(std::fabs(x), p), dtype); }), rounded(1 / p, dtype));
}

// Whether the numbers of a lane lie in one run of memory.
bool liesInOneRun(const Tensor& a, const std::vector<std::int64_t>& dims, std::span<const std::int64_t> strides) {
    return a.size() == 0 || walkOf(a.shape(), Lanes(a.shape(), dims), strides).inOneRun;
}

Tensor normAlong(const Tensor& a, double p, const std::vector<std::int64_t>& dims, bool keepdim,
                 std::span<const std::int64_t> strides = {}) {
    const bool inOneRun = p == 2 && liesInOneRun(a, dims, strides);
    return reduceLanes(
        a, dims, keepdim, a.dtype(), [&](Lane lane) { return normOf(lane, p, a.dtype(), inOneRun); }, strides);
}

}  // namespace

std::vector<Tensor> sum(std::span<const Tensor> operands, const Attributes& attributes) {
    return {sumOf(operands[0].cast(attributes.dtype), attributes.dims, attributes.keepdim, attributes.more)};
}

std::vector<Tensor> mean(std::span<const Tensor> operands, const Attributes& attributes) {
    const Tensor a = operands[0].cast(attributes.dtype);
    const Tensor sums = sumOf(a, attributes.dims, attributes.keepdim, attributes.more);
    const auto n = static_cast<double>(Lanes(a.shape(), attributes.dims).length());
    std::vector<double> values(sums.numbers().begin(), sums.numbers().end());
    for (double& v : values) v /= n;
    return {Tensor(sums.shape(), std::move(values), a.dtype())};
}

std::vector<Tensor> nansum(std::span<const Tensor> operands, const Attributes& attributes) {
    const Tensor a = operands[0].cast(attributes.dtype);
    std::vector<double> values(a.numbers().begin(), a.numbers().end());
    std::replace_if(
        values.begin(), values.end(), [](double x) { return std::isnan(x); }, 0.0);
    return {sumOf(Tensor::exact(a.shape(), std::move(values), a.dtype()), attributes.dims, attributes.keepdim, attributes.more)};
}

std::vector<Tensor> prod(std::span<const Tensor> operands, const Attributes& attributes) {
    return {prodOf(operands[0].cast(attributes.dtype), attributes)};
}

std::vector<Tensor> amax(std::span<const Tensor> operands, const Attributes& attributes) {
    return {reduceLanes(operands[0], attributes.dims, attributes.keepdim, operands[0].dtype(),
                        [](Lane lane) { return extreme(lane, lane.front(), [](double x, double best) { return x > best; }); })};
}

std::vector<Tensor> amin(std::span<const Tensor> operands, const Attributes& attributes) {
    return {reduceLanes(operands[0], attributes.dims, attributes.keepdim, operands[0].dtype(),
                        [](Lane lane) { return extreme(lane, lane.front(), [](double x, double best) { return x < best; }); })};
}

std::vector<Tensor> aminmax(std::span<const Tensor> operands, const Attributes& attributes) {
    return {amin(operands, attributes)[0], amax(operands, attributes)[0]};
}

std::vector<Tensor> logsumexp(std::span<const Tensor> operands, const Attributes& attributes) {
    const DType dtype = operands[0].dtype();
    if (operands[0].size() == 0) {
        return {reduceLanes(operands[0], attributes.dims, attributes.keepdim, dtype, [](Lane) { return -kInfinity; })};
    }
    const Tensor largest = amax(operands, {attributes.dims, {}, {}, 0, 0, 0, true, false, dtype, {}, {}})[0];
    std::vector<double> shifts(largest.numbers().begin(), largest.numbers().end());
    for (double& m : shifts) m = std::isinf(m) ? 0 : m;
    const Tensor shift = Tensor::exact(largest.shape(), shifts, dtype);
    const Tensor wide = shift.expandedTo(operands[0].shape());
    std::vector<double> values(static_cast<std::size_t>(operands[0].size()));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto at = static_cast<std::int64_t>(i);
        values[i] = exponential(rounded(operands[0].at(at) - wide.at(at), dtype), dtype);
    }
    const Tensor sums = sumOf(Tensor(operands[0].shape(), std::move(values), dtype), attributes.dims, attributes.keepdim);
    std::vector<double> out(sums.numbers().begin(), sums.numbers().end());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = logarithm(out[i], dtype) + shifts[i];
    return {Tensor(sums.shape(), std::move(out), dtype)};
}

std::vector<Tensor> variance(std::span<const Tensor> operands, const Attributes& attributes) {
    return {spread(operands[0], attributes, false, false)};
}

std::vector<Tensor> deviation(std::span<const Tensor> operands, const Attributes& attributes) {
    return {spread(operands[0], attributes, true, false)};
}

std::vector<Tensor> varianceAndMean(std::span<const Tensor> operands, const Attributes& attributes) {
    return {spread(operands[0], attributes, false, false), spread(operands[0], attributes, false, true)};
}

std::vector<Tensor> deviationAndMean(std::span<const Tensor> operands, const Attributes& attributes) {
    return {spread(operands[0], attributes, true, false), spread(operands[0], attributes, true, true)};
}

std::vector<Tensor> norm(std::span<const Tensor> operands, const Attributes& attributes) {
    return {normAlong(operands[0].cast(attributes.dtype), attributes.number, attributes.dims, attributes.keepdim, attributes.more)};
}

std::vector<Tensor> dist(std::span<const Tensor> operands, const Attributes& attributes) {
    const TensorShape shape = *broadcastShapes(operands[0].shape(), operands[1].shape());
    const Tensor a = operands[0].cast(attributes.dtype).expandedTo(shape);
    const Tensor b = operands[1].cast(attributes.dtype).expandedTo(shape);
    std::vector<double> values(static_cast<std::size_t>(elementCount(shape)));
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = a.at(static_cast<std::int64_t>(i)) - b.at(static_cast<std::int64_t>(i));
    return {normAlong(Tensor(shape, std::move(values), attributes.dtype), attributes.number, {}, false)};
}

// Every slice along the one dimension that is longer than the limit is brought to it.
std::vector<Tensor> renorm(std::span<const Tensor> operands, const Attributes& attributes) {
    const Tensor& a = operands[0];
    std::vector<std::int64_t> others;
    for (std::size_t d = 0; d < a.dims(); ++d) {
        if (static_cast<std::int64_t>(d) != attributes.dims[0]) others.push_back(static_cast<std::int64_t>(d));
    }
    const Tensor norms = normAlong(a, attributes.number, others, true).expandedTo(a.shape());
    std::vector<double> values(a.numbers().begin(), a.numbers().end());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double n = norms.at(static_cast<std::int64_t>(i));
        // Each step in the tensor's own dtype: 1e-7 is lost beside a large norm.
        if (n > attributes.other) values[i] *= rounded(attributes.other / rounded(n + rounded(1e-7, a.dtype()), a.dtype()), a.dtype());
    }
    return {Tensor(a.shape(), std::move(values), a.dtype())};
}

}  // namespace backstep::kernels
