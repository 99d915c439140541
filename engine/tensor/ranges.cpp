// SPDX-License-Identifier: GPL-3.0-or-later
// torch's factories as its AVX2 build computes them: two vectors of numbers a round, what is left over one by one, and the
// two ways differ in the last bits. Multiply-and-add is one rounding where that build fuses it.
#include "engine/tensor/ranges.h"

#include <cmath>
#include <cstdio>
#include <limits>
#include <vector>

namespace backstep {
namespace {

constexpr double kMostElements = 9.2e18;

// As a C++ stream writes a double.
std::string streamed(double x) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", x);
    return std::isnan(x) ? "nan" : text;
}

RangeCount failed(const char* type, std::string error) { return {.count = 0, .error = std::move(error), .type = type}; }
RangeCount counted(double n) {
    if (!(n >= 0 && n <= kMostElements)) return failed("RuntimeError", "invalid size, possible overflow?");
    return {.count = static_cast<std::int64_t>(n), .error = {}};
}

// How many numbers fill one vector.
std::int64_t lanes(DType dtype) { return dtype == DType::Float32 || dtype == DType::Int32 ? 8 : 4; }
std::int64_t vectorPart(std::int64_t n, DType dtype) { return n - n % (2 * lanes(dtype)); }

double toFloat(double x) { return static_cast<double>(static_cast<float>(x)); }

Tensor vectorOf(std::vector<double> values, DType dtype) {
    const auto n = static_cast<std::int64_t>(values.size());
    return Tensor({n}, std::move(values), dtype);
}

RangeCount checkedRange(double start, double end, double step, const char* direction) {
    if (!(step > 0 || step < 0)) return failed("RuntimeError", "step must be nonzero");
    if (!std::isfinite(start) || !std::isfinite(end))
        return failed("RuntimeError", "unsupported range: " + streamed(start) + " -> " + streamed(end));
    if ((step > 0 && end < start) || (step < 0 && end > start)) return failed("RuntimeError", direction);
    return {};
}

double asIntegers(double x, DType dtype) { return isFloating(dtype) ? x : std::trunc(x); }

RangeCount unsupportedBool(const std::string& kernel) { return failed("RuntimeError", '"' + kernel + "\" not implemented for 'Bool'"); }

}  // namespace

RangeCount torchArangeCount(double start, double end, double step, DType dtype) {
    if (dtype == DType::Bool) return unsupportedBool("arange_cpu");
    const double from = asIntegers(start, dtype);
    const double to = asIntegers(end, dtype);
    const double by = asIntegers(step, dtype);
    RangeCount check = checkedRange(from, to, by, "upper bound and larger bound inconsistent with step sign");
    if (!check.error.empty()) return check;
    // Only int64 counts with the whole numbers; int32 takes what was written.
    if (dtype == DType::Int64) return counted(std::ceil((to - from) / by));
    return counted(std::ceil((end - start) / step));
}

Tensor torchArange(double start, double end, double step, DType dtype) {
    const std::int64_t n = torchArangeCount(start, end, step, dtype).count;
    std::vector<double> out(static_cast<std::size_t>(n));
    const double from = asIntegers(start, dtype);
    const double by = asIntegers(step, dtype);
    const std::int64_t vectors = isFloating(dtype) ? vectorPart(n, dtype) : 0;
    for (std::int64_t i = 0; i < n; ++i) {
        const std::int64_t lane = i < vectors ? i % lanes(dtype) : 0;
        double base = std::fma(by, static_cast<double>(i - lane), from);
        if (dtype == DType::Float32) base = toFloat(base);
        out[static_cast<std::size_t>(i)] = std::fma(by, static_cast<double>(lane), base);
    }
    return vectorOf(std::move(out), dtype);
}

RangeCount torchRangeCount(double start, double end, double step, DType dtype) {
    if (dtype == DType::Bool) return unsupportedBool("range_cpu");
    RangeCount check = checkedRange(asIntegers(start, dtype), asIntegers(end, dtype), asIntegers(step, dtype),
                                    "upper bound and lower bound inconsistent with step sign");
    if (!check.error.empty()) return check;
    return counted(std::floor((end - start) / step + 1));
}

Tensor torchRange(double start, double end, double step, DType dtype) {
    std::vector<double> out(static_cast<std::size_t>(torchRangeCount(start, end, step, dtype).count));
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = asIntegers(start, dtype) + static_cast<double>(i) * asIntegers(step, dtype);
    return vectorOf(std::move(out), dtype);
}

RangeCount torchLinspaceCount(std::int64_t steps, DType dtype) {
    if (steps < 0) return failed("RuntimeError", "number of steps must be non-negative");
    if (steps > 1 && dtype == DType::Bool) return unsupportedBool("linspace_cpu");
    return {.count = steps, .error = {}};
}

Tensor torchLinspace(double start, double end, std::int64_t steps, DType dtype) {
    const auto rounded = [dtype](double x) { return Tensor(x, dtype).item(); };
    const auto fused = [dtype](double a, double b, double c) {
        if (dtype != DType::Float32) return std::fma(a, b, c);
        return static_cast<double>(std::fmaf(static_cast<float>(a), static_cast<float>(b), static_cast<float>(c)));
    };
    const double first = rounded(start);
    const double last = rounded(end);
    std::vector<double> out(static_cast<std::size_t>(steps), first);
    if (steps < 2) return vectorOf(std::move(out), dtype);
    const auto gaps = static_cast<double>(steps - 1);
    const double step = dtype == DType::Float32 ? toFloat(toFloat(last - first) / gaps) : (last - first) / gaps;
    const auto at = [&](std::int64_t i) {
        if (i < steps / 2) return rounded(fused(step, static_cast<double>(i), first));
        return rounded(fused(-step, static_cast<double>(steps - 1 - i), last));
    };
    const std::int64_t vectors = vectorPart(steps, dtype);
    for (std::int64_t i = 0; i < steps; ++i) {
        const std::int64_t lane = i < vectors ? i % lanes(dtype) : 0;
        const double offset = static_cast<double>(lane) * step;
        out[static_cast<std::size_t>(i)] = lane == 0 ? at(i) : rounded(at(i - lane) + (dtype == DType::Float32 ? toFloat(offset) : offset));
    }
    return vectorOf(std::move(out), dtype);
}

RangeCount torchLogspaceCount(std::int64_t steps, DType dtype) {
    if (steps < 0) return failed("RuntimeError", "number of steps must be non-negative");
    if (steps > 1 && dtype == DType::Bool) return unsupportedBool("logspace_cpu");
    return {.count = steps, .error = {}};
}

// The ends, what lies between them and the results have the tensor's dtype; the rest is in double.
Tensor torchLogspace(double start, double end, std::int64_t steps, double base, DType dtype) {
    if (steps == 1) return vectorOf({std::pow(base, start)}, dtype);
    std::vector<double> out(static_cast<std::size_t>(steps));
    const double first = Tensor(start, dtype).item();
    const double last = Tensor(end, dtype).item();
    const double step = Tensor(last - first, dtype).item() / static_cast<double>(steps - 1);
    for (std::int64_t i = 0; i < steps; ++i) {
        const bool fromStart = i < steps / 2;
        const double exponent = fromStart ? first + step * static_cast<double>(i) : last - step * static_cast<double>(steps - 1 - i);
        out[static_cast<std::size_t>(i)] = std::pow(base, exponent);
    }
    return vectorOf(std::move(out), dtype);
}

}  // namespace backstep
