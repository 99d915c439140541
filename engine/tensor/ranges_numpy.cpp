// SPDX-License-Identifier: GPL-3.0-or-later
// numpy's factories: one rounding an operation, in the order numpy does them.
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "engine/tensor/ranges.h"

namespace backstep {
namespace {

RangeCount failed(const char* type, std::string error) { return {.count = 0, .error = std::move(error), .type = type}; }

Tensor vectorOf(std::vector<double> values, DType dtype) {
    const auto n = static_cast<std::int64_t>(values.size());
    return Tensor({n}, std::move(values), dtype);
}

}  // namespace

RangeCount numpyArangeCount(double start, double stop, double step, bool whole, DType dtype) {
    if (step == 0) return failed("ZeroDivisionError", whole ? "division by zero" : "float division by zero");
    const double n = std::ceil((stop - start) / step);
    if (std::isnan(n)) return failed("ValueError", "arange: cannot compute length");
    if (n > 9.2e18) return failed("ValueError", "Maximum allowed size exceeded");
    if (dtype == DType::Bool && n > 2)
        return failed("TypeError", "arange() is only supported for booleans when the result has at most length 2.");
    return {.count = n > 0 ? static_cast<std::int64_t>(n) : 0, .error = {}};
}

// The first two numbers are made as Python makes them; what lies between them is the step of all the others.
Tensor numpyArange(double start, double stop, double step, DType dtype) {
    const auto rounded = [dtype](double x) { return Tensor(x, dtype).item(); };
    std::vector<double> out(static_cast<std::size_t>(numpyArangeCount(start, stop, step, false, dtype).count));
    const double first = rounded(start);
    const double second = rounded(start + step);
    const double delta = rounded(second - first);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = i == 1 ? second : first + rounded(rounded(static_cast<double>(i)) * delta);
    return vectorOf(std::move(out), dtype);
}

RangeCount numpyLinspaceCount(std::int64_t num) {
    if (num < 0) return failed("ValueError", "Number of samples, " + std::to_string(num) + ", must be non-negative.");
    return {.count = num, .error = {}};
}

LinspaceResult numpyLinspace(double start, double stop, std::int64_t num, bool endpoint, DType dtype) {
    const auto parts = static_cast<double>(endpoint ? num - 1 : num);
    const double delta = stop - start;
    const double step = parts > 0 ? delta / parts : std::numeric_limits<double>::quiet_NaN();
    std::vector<double> out(static_cast<std::size_t>(num));
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto x = static_cast<double>(i);
        // A step too small for its own dtype: divide first.
        double y = parts <= 0 ? x * delta : step == 0 ? x / parts * delta : x * step;
        y += start;
        if (endpoint && num > 1 && i + 1 == out.size()) y = stop;
        out[i] = isFloating(dtype) ? y : std::floor(y);
    }
    return {.values = vectorOf(std::move(out), dtype), .step = step};
}

Tensor numpyLogspace(double start, double stop, std::int64_t num, bool endpoint, double base, DType dtype) {
    const Tensor exponents = numpyLinspace(start, stop, num, endpoint).values;
    std::vector<double> out(static_cast<std::size_t>(num));
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = std::pow(base, exponents.at(static_cast<std::int64_t>(i)));
    return vectorOf(std::move(out), dtype);
}

RangeCount numpyGeomspaceCount(double start, double stop, std::int64_t num) {
    if (num < 0) return numpyLinspaceCount(num);
    if (start == 0 || stop == 0) return failed("ValueError", "Geometric sequence cannot include zero");
    return {.count = num, .error = {}};
}

Tensor numpyGeomspace(double start, double stop, std::int64_t num, bool endpoint, DType dtype) {
    const double sign = start < 0 && stop < 0 ? -1 : 1;
    const Tensor powers = numpyLogspace(std::log10(sign * start), std::log10(sign * stop), num, endpoint, 10);
    std::vector<double> out(static_cast<std::size_t>(num));
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = sign * powers.at(static_cast<std::int64_t>(i));
    if (num > 0) out.front() = start;
    if (num > 1 && endpoint) out.back() = stop;
    return vectorOf(std::move(out), dtype);
}

}  // namespace backstep
