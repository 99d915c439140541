// SPDX-License-Identifier: GPL-3.0-or-later
// The tape: recording and sweeping back, against the least that a tape can be; bytes an operation.
#include <benchmark/benchmark.h>

#include <array>
#include <cmath>
#include <vector>

#include "engine/autodiff/number_rules.h"
#include "tests/bench/bench.h"

namespace {

using namespace backstep;

Tape chainOf(bench::Chain chain, std::size_t n, NodeId& last) {
    Tape tape;
    const NodeId x = tape.input("x", Tensor(1.0000001), {});
    NodeId b = x;
    for (std::size_t i = 0; i < n; ++i) {
        const Origin origin{{0, 1}, {}, 0};
        if (chain == bench::Chain::Mul || i % 3 == 1) b = tape.record(Op::Mul, std::array{b, x}, origin);
        else if (i % 3 == 0) b = tape.record(Op::Sin, std::array{b}, origin);
        else b = tape.record(Op::Add, std::array{b, x}, origin);
    }
    last = b;
    return tape;
}

double gradient(bench::Chain chain, std::size_t n) {
    NodeId last;
    const Tape tape = chainOf(chain, n, last);
    return numberAdjoints(tape, last)[0];
}

constexpr std::size_t kOps = 100'000;

template <bench::Chain chain>
void ours(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(gradient(chain, kOps));
}
template <bench::Chain chain>
void soa(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(bench::soaChain(chain, kOps));
}

void bytes(benchmark::State& state, bool isSwept) {
    constexpr std::size_t kMany = (1 << 20) - 2;  // a power of two: what a vector keeps in reserve is not counted against it
    double perOp = 0;
    for (auto _ : state) {
        const std::size_t before = bench::heapBytes();
        NodeId last;
        const Tape tape = chainOf(bench::Chain::Mixed, kMany, last);
        const std::size_t recorded = bench::heapBytes();
        const std::vector<double> adjoints = numberAdjoints(tape, last);
        perOp = static_cast<double>(isSwept ? bench::heapBytes() - recorded : recorded - before) / kMany;
        benchmark::DoNotOptimize(adjoints.data());
    }
    state.counters["figure"] = perOp;
}

// Deeper than any stack would reach.
void million(benchmark::State& state) {
    constexpr std::size_t kDeep = 1'000'000;
    for (auto _ : state) {
        if (!std::isfinite(gradient(bench::Chain::Mixed, kDeep))) return state.SkipWithError("no gradient");
    }
    state.counters["figure"] = static_cast<double>(kDeep);
}

const int kRegistered = [] {
    benchmark::RegisterBenchmark("tape/mul", ours<bench::Chain::Mul>);
    benchmark::RegisterBenchmark("tape/mul/soa", soa<bench::Chain::Mul>);
    benchmark::RegisterBenchmark("tape/mixed", ours<bench::Chain::Mixed>);
    benchmark::RegisterBenchmark("tape/mixed/soa", soa<bench::Chain::Mixed>);
    benchmark::RegisterBenchmark("tape/bytes", [](benchmark::State& s) { bytes(s, false); })->Iterations(1);
    benchmark::RegisterBenchmark("tape/bytes/swept", [](benchmark::State& s) { bytes(s, true); })->Iterations(1);
    benchmark::RegisterBenchmark("tape/million", million)->Iterations(1);
    bench::addRow({"tape: record and sweep a chain of products, to a flat tape", "tape/mul", "tape/mul/soa", 2, true});
    bench::addRow({"tape: record and sweep sin, product, sum, to a flat tape", "tape/mixed", "tape/mixed/soa", 2, true});
    bench::addRow({"tape: bytes an operation, its place in the text included", "tape/bytes", "", 32, true});
    bench::addRow({"tape: bytes an operation more, while its derivatives are there", "tape/bytes/swept", "", 8.01, true});
    bench::addRow({"tape: operations of a chain recorded, swept and freed", "tape/million", "", 1e6, false});
    return 0;
}();

}  // namespace
