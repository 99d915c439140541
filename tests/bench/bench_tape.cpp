// SPDX-License-Identifier: GPL-3.0-or-later
// The tape: recording and sweeping back, against the least that a tape can be; bytes an operation.
#include <benchmark/benchmark.h>

#include <array>

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

void bytes(benchmark::State& state) {
    constexpr std::size_t kMany = (1 << 20) - 2;  // a power of two: what a vector keeps in reserve is not counted against it
    double perOp = 0;
    for (auto _ : state) {
        const std::size_t before = bench::heapBytes();
        NodeId last;
        const Tape tape = chainOf(bench::Chain::Mixed, kMany, last);
        perOp = static_cast<double>(bench::heapBytes() - before) / kMany;
        benchmark::DoNotOptimize(last);
    }
    state.counters["figure"] = perOp;
}

void million(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(gradient(bench::Chain::Mixed, 1'000'000));
}

const int kRegistered = [] {
    benchmark::RegisterBenchmark("tape/mul", ours<bench::Chain::Mul>);
    benchmark::RegisterBenchmark("tape/mul/soa", soa<bench::Chain::Mul>);
    benchmark::RegisterBenchmark("tape/mixed", ours<bench::Chain::Mixed>);
    benchmark::RegisterBenchmark("tape/mixed/soa", soa<bench::Chain::Mixed>);
    benchmark::RegisterBenchmark("tape/bytes", bytes)->Iterations(1);
    benchmark::RegisterBenchmark("tape/million", million)->Iterations(1);
    bench::addRow({"tape: record and sweep a chain of products, to a flat tape", "tape/mul", "tape/mul/soa", 2, true});
    bench::addRow({"tape: record and sweep sin, product, sum, to a flat tape", "tape/mixed", "tape/mixed/soa", 2, true});
    bench::addRow({"tape: bytes an operation, its place in the text included", "tape/bytes", "", 32.5, true});
    return 0;
}();

}  // namespace
