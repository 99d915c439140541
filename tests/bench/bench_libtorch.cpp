// SPDX-License-Identifier: GPL-3.0-or-later
// What other benchmarks measure, by PyTorch without Python: the program backstep-bench-libtorch, built where libtorch is installed.
#include <benchmark/benchmark.h>

#include "tests/bench/bench.h"

namespace {

// What it takes for one job, which is what another benchmark does.
void add(const std::string& name, const std::string& job) {
    benchmark::RegisterBenchmark(name.c_str(),
                                 [job](benchmark::State& state) {
                                     for (auto _ : state) {
                                         const double took = bench::printedSeconds(bench::beside("backstep-bench-libtorch") + " " + job);
                                         if (took < 0) return state.SkipWithError("no libtorch here");
                                         state.SetIterationTime(took);
                                     }
                                 })
        ->UseManualTime()
        ->Iterations(1);
}

const int kRegistered = [] {
    for (const char* n : {"100", "1000", "10000", "100000", "1000000"}) {
        const std::string size = n;
        add("curve/libtorch/" + size, "curve " + size);
        bench::addRow(
            {"curve f, f′ at " + size + " points, times faster than libtorch", "curve/best/" + size, "curve/libtorch/" + size, 0, false});
    }
    add("tape/mul/libtorch", "products 100000");
    add("tape/mixed/libtorch", "mixed 100000");
    add("peers/network/libtorch", "network 100");
    add("peers/tensors/libtorch", "tensors 200");
    bench::addRow({"tape: record and sweep products, times faster than libtorch", "tape/mul", "tape/mul/libtorch", 0, false});
    bench::addRow({"tape: record and sweep sin, product, sum, times faster than libtorch", "tape/mixed", "tape/mixed/libtorch", 0, false});
    bench::addRow({"tape: a network's step, times faster than libtorch on numbers", "peers/network", "peers/network/libtorch", 0, false});
    bench::addRow(
        {"tape: a network's step replayed, times faster than libtorch on tensors", "peers/replay", "peers/tensors/libtorch", 0, false});
    return 0;
}();

}  // namespace
