// SPDX-License-Identifier: GPL-3.0-or-later
// f and f′ of log(x²)·sin x + 1/x over many points: the plan against loops written by hand and against PyTorch.
#include <benchmark/benchmark.h>

#include <cmath>
#include <memory>
#include <vector>

#include "engine/autodiff/sweep.h"
#include "engine/run/formula.h"
#include "engine/sampling/plan.h"
#include "engine/syntax/math_parser.h"
#include "tests/bench/bench.h"

namespace {

using namespace backstep;
using bench::points;

struct Curve {
    Recording recording;
    NodeId f, slope;
    std::unique_ptr<Plan> plan;
};

Curve curveOf(VectorLevel level, bool withSlope) {
    const Source source("log(x^2) * sin(x) + 1/x");
    const Parsed parsed = parseMath(source);
    Curve curve{runFormula(source, parsed.ast, {{{"x", 2.0}}, 1}), {}, {}, nullptr};
    curve.f = curve.recording.output;
    const NodeId x = curve.recording.inputs.at(0);
    std::vector<NodeId> wanted{curve.f};
    if (withSlope) {
        curve.slope = recordGradient(curve.recording.tape, curve.f, {x}, 1).at(0);
        wanted.push_back(curve.slope);
    }
    curve.plan = std::make_unique<Plan>(curve.recording.tape, x, wanted, level);
    return curve;
}

void replay(Curve& curve, const std::vector<double>& x, std::vector<double>& f, std::vector<double>& slope) {
    for (std::size_t begin = 0; begin < x.size(); begin += Plan::kBlock) {
        const std::size_t n = std::min(Plan::kBlock, x.size() - begin);
        curve.plan->run(x.data() + begin, n);
        std::copy_n(curve.plan->column(curve.f), n, f.begin() + static_cast<std::ptrdiff_t>(begin));
        if (curve.slope.valid()) std::copy_n(curve.plan->column(curve.slope), n, slope.begin() + static_cast<std::ptrdiff_t>(begin));
    }
}

void ours(benchmark::State& state, VectorLevel level, bool withSlope, std::size_t n) {
    if (!hasVectorLevel(level)) {
        state.SkipWithError("not on this processor");
        return;
    }
    Curve curve = curveOf(level, withSlope);
    const std::vector<double> x = points(n);
    std::vector<double> f(n), slope(n);
    for (auto _ : state) {
        replay(curve, x, f, slope);
        benchmark::DoNotOptimize(f.data());
        benchmark::DoNotOptimize(slope.data());
    }
}

void hand(benchmark::State& state, bool withSlope, std::size_t n) {
    const std::vector<double> x = points(n);
    std::vector<double> f(n), slope(n);
    for (auto _ : state) {
        if (withSlope) bench::handScalar(x.data(), f.data(), slope.data(), n);
        else bench::handScalar(x.data(), f.data(), n);
        benchmark::DoNotOptimize(f.data());
        benchmark::DoNotOptimize(slope.data());
    }
}

void limit(benchmark::State& state, std::size_t n) {
    if (!hasVectorLevel(VectorLevel::Avx2)) {
        state.SkipWithError("not on this processor");
        return;
    }
    const std::vector<double> x = points(n);
    std::vector<double> f(n), slope(n);
    for (auto _ : state) {
        bench::handVector(x.data(), f.data(), slope.data(), n);
        benchmark::DoNotOptimize(f.data());
    }
}

void torch(benchmark::State& state, std::size_t n) {
    // The better of one thread, by the processor, and all of them, by the clock: more threads than one pay only for some sizes.
    const std::string program =
        "import time, torch\nx = (-10 + 20 * (torch.arange(" + std::to_string(n) + ", dtype=torch.float64) + .5) / " + std::to_string(n) +
        ").requires_grad_()\ndef median(clock):\n    times = []\n    for k in range(30):\n        t = clock()\n"
        "        y = torch.log(x ** 2) * torch.sin(x) + 1 / x\n        g, = torch.autograd.grad(y.sum(), x)\n"
        "        times.append(clock() - t)\n    return sorted(times)[len(times) // 2]\nall = median(time.perf_counter)\n"
        "torch.set_num_threads(1)\nprint(min(all, median(time.process_time)))\n";
    for (auto _ : state) {
        const double seconds = bench::pythonSeconds(program);
        if (seconds < 0) {
            state.SkipWithError("no PyTorch here");
            return;
        }
        state.SetIterationTime(seconds);
    }
}

const int kRegistered = [] {
    for (const std::size_t n : {100U, 1'000U, 10'000U, 100'000U, 1'000'000U}) {
        const std::string size = std::to_string(n);
        benchmark::RegisterBenchmark(("curve/best/" + size).c_str(), [n](benchmark::State& s) { ours(s, bestVectorLevel(), true, n); });
        benchmark::RegisterBenchmark(("curve/torch/" + size).c_str(), [n](benchmark::State& s) { torch(s, n); })
            ->UseManualTime()
            ->Iterations(1);
        bench::addRow({"curve f, f′ at " + size + " points, times faster than PyTorch", "curve/best/" + size, "curve/torch/" + size,
                       n == 100    ? 40.0
                       : n == 1000 ? 10.0
                                   : 3.5,
                       false});
    }
    benchmark::RegisterBenchmark("curve/hand/1000", [](benchmark::State& s) { hand(s, true, 1000); });
    benchmark::RegisterBenchmark("curve/avx2/1000", [](benchmark::State& s) { ours(s, VectorLevel::Avx2, true, 1000); });
    benchmark::RegisterBenchmark("curve/sse2/1000", [](benchmark::State& s) { ours(s, VectorLevel::Sse2, true, 1000); });
    benchmark::RegisterBenchmark("curve/scalar/1000", [](benchmark::State& s) { ours(s, VectorLevel::Scalar, true, 1000); });
    benchmark::RegisterBenchmark("curve/limit/1000", [](benchmark::State& s) { limit(s, 1000); });
    benchmark::RegisterBenchmark("curve/f/1000", [](benchmark::State& s) { ours(s, VectorLevel::Avx2, false, 1000); });
    bench::addRow({"curve f, f′ with AVX2, to a scalar loop by hand", "curve/avx2/1000", "curve/hand/1000", 0.6, true});
    bench::addRow({"curve f, f′ with SSE2, to a scalar loop by hand", "curve/sse2/1000", "curve/hand/1000", 1.0, true});
    bench::addRow({"curve f, f′ with AVX2, to the loop vectorised by hand", "curve/avx2/1000", "curve/limit/1000", 2, true});
    bench::addRow({"curve f and f′, to f alone", "curve/avx2/1000", "curve/f/1000", 2, true});
    return 0;
}();

}  // namespace
