// SPDX-License-Identifier: GPL-3.0-or-later
// Going to a moment of a long run: no evaluation, no layout, a few binary searches; and opening a run of 10,000 operations.
#include <benchmark/benchmark.h>

#include <chrono>
#include <random>

#include "engine/engine.h"
#include "tests/bench/bench.h"

namespace {

using namespace backstep;

std::shared_ptr<const Snapshot> snapshotOf(int turns) {
    Request request;
    request.kind = TextKind::Program;
    request.text = "import torch\nx = torch.tensor(1.0000001, requires_grad=True)\nb = x * 1.0\nfor i in range(" + std::to_string(turns) +
                   "):\n    b = b * x\nb.backward()\n";
    request.program.limits.steps = 1'000'000'000;
    request.program.tensors.tapeNodes = 10'000'000;
    return std::make_shared<const Snapshot>(*evaluate(request));
}

double milliseconds(const std::chrono::steady_clock::time_point& since) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - since).count();
}

// The slowest of a hundred jumps, with everything that a card of the step asks for.
void seek(benchmark::State& state) {
    const auto snapshot = snapshotOf(200'000);
    std::mt19937 random(3);
    for (auto _ : state) {
        double slowest = 0;
        for (int i = 0; i < 100; ++i) {
            const auto begin = std::chrono::steady_clock::now();
            const std::size_t stop = random() % (snapshot->stops() + 1);
            State at(snapshot->recording, snapshot->timeline);
            at.moveTo(stop);
            benchmark::DoNotOptimize(explain(snapshot->recording, snapshot->source, stop, *snapshot->timeline));
            slowest = std::max(slowest, milliseconds(begin));
        }
        state.counters["figure"] = slowest;
        state.counters["stops"] = static_cast<double>(snapshot->stops());
    }
}

void open(benchmark::State& state) {
    for (auto _ : state) {
        const auto begin = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(snapshotOf(10'000));
        state.counters["figure"] = milliseconds(begin);
    }
}

const int kRegistered = [] {
    benchmark::RegisterBenchmark("steps/seek", seek)->Iterations(1);
    benchmark::RegisterBenchmark("steps/open", open)->Iterations(1);
    bench::addRow({"steps: the slowest of 100 jumps in a run of a million events, ms", "steps/seek", "", 16, true});
    bench::addRow({"steps: 10,000 operations opened, timeline and folded graph, ms", "steps/open", "", 1000, true});
    return 0;
}();

}  // namespace
