// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts: by the helper against a spawned dot, by our own layers at a thousand nodes, and the crossings of both.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <random>

#include "engine/layout/helper.h"
#include "tests/bench/bench.h"

namespace {

using namespace backstep;

LayoutRequest empty(std::uint32_t nodes) {
    LayoutRequest request;
    request.nodes.assign(nodes, {86, 48});
    return request;
}

LayoutRequest figure() {  // log(x²)·sin x + 1/x
    LayoutRequest request = empty(7);
    request.edges = {{0, 1}, {0, 3}, {0, 5}, {1, 2}, {2, 4}, {3, 4}, {4, 6}, {5, 6}};
    return request;
}

// b = b · x, over and over: every turn uses the same x.
LayoutRequest loop(std::uint32_t n) {
    LayoutRequest request = empty(n);
    for (std::uint32_t v = 1; v < n; ++v) {
        request.edges.push_back({v - 1, v});
        if (v > 1) request.edges.push_back({0, v});
    }
    return request;
}

LayoutRequest reduction(std::uint32_t n) {
    LayoutRequest request = empty(n);
    for (std::uint32_t v = 1; v < n; ++v) request.edges.push_back({v, (v - 1) / 2});
    return request;
}

// Layers of ten, each fully connected to the next.
LayoutRequest network(std::uint32_t n) {
    LayoutRequest request = empty(n);
    for (std::uint32_t v = 10; v < n; ++v) {
        for (std::uint32_t k = 0; k < 10; ++k) request.edges.push_back({(v / 10 - 1) * 10 + k, v});
    }
    return request;
}

// Two operands each, from what came before.
LayoutRequest dag(std::uint32_t n) {
    LayoutRequest request = empty(n);
    std::mt19937 random(7);
    for (std::uint32_t v = 2; v < n; ++v) {
        for (int k = 0; k < 2; ++k) request.edges.push_back({static_cast<std::uint32_t>(random() % v), v});
    }
    return request;
}

std::string dotOf(const LayoutRequest& request) {
    std::string text = "digraph { node [shape=box fixedsize=true width=1.2 height=0.67 label=\"\"];";
    for (std::size_t v = 0; v < request.nodes.size(); ++v) text += std::to_string(v) + ";";
    for (const LayoutEdge& e : request.edges) text += std::to_string(e.from) + "->" + std::to_string(e.to) + ";";
    return text + "}";
}

double spawned(const LayoutRequest& request) { return bench::commandSeconds("dot -Tplain", dotOf(request)); }

// Dot's own layout, however long it takes.
LayoutHelper::Options dotAlways() {
    LayoutHelper::Options options;
    options.program = defaultLayoutProgram();
    options.timeLimit = std::chrono::minutes(1);
    options.maxLongEdges = 1'000'000;
    return options;
}

LayoutHelper& helper() {
    static LayoutHelper all(dotAlways());
    return all;
}

// The first layout of a fresh helper, in milliseconds; negative where there is none.
double firstLayout(const LayoutRequest& request) {
    LayoutHelper fresh(dotAlways());
    const auto begin = std::chrono::steady_clock::now();
    if (fresh.layout(request, {})->standIn) return -1;
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

// What a graph adds to the start of the helper with all that it loads, which a graph of one node shows: median of pairs.
void first(benchmark::State& state) {
    for (auto _ : state) {
        std::vector<double> more;
        for (int i = 0; i < 21; ++i) {
            const double least = firstLayout(empty(1)), took = firstLayout(figure());
            if (least < 0 || took < 0) return state.SkipWithError("no layout program");
            more.push_back(took - least);
        }
        std::sort(more.begin(), more.end());
        state.counters["figure"] = more[more.size() / 2];
    }
}

// Crossings of the edges drawn as straight lines between the centres.
double crossings(const LayoutRequest& request, const Layout& layout) {
    const auto side = [&](Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); };
    std::size_t count = 0;
    for (std::size_t i = 0; i < request.edges.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const LayoutEdge &e = request.edges[i], &f = request.edges[j];
            if (e.from == f.from || e.from == f.to || e.to == f.from || e.to == f.to) continue;
            const Point a = layout.centres[e.from], b = layout.centres[e.to], c = layout.centres[f.from], d = layout.centres[f.to];
            count += side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0 ? 1 : 0;
        }
    }
    return static_cast<double>(count);
}

void ours(benchmark::State& state, const LayoutRequest& request) {
    for (auto _ : state) benchmark::DoNotOptimize(layeredLayout(request));
}
void milliseconds(benchmark::State& state, const LayoutRequest& request) {
    for (auto _ : state) {
        const auto begin = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(layeredLayout(request));
        state.counters["figure"] = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    }
}

const int kRegistered = [] {
    benchmark::RegisterBenchmark("layout/figure", [](benchmark::State& state) {
        const LayoutRequest request = figure();
        if (helper().layout(request, {})->standIn) state.SkipWithError("no layout program");
        for (auto _ : state) benchmark::DoNotOptimize(helper().layout(request, {}));
    })->UseRealTime();  // the work is another process's
    const auto dot = [](const char* name, const LayoutRequest& request) {
        benchmark::RegisterBenchmark(name,
                                     [request](benchmark::State& state) {
                                         for (auto _ : state) {
                                             const double took = spawned(request);
                                             if (took < 0) return state.SkipWithError("no dot here");
                                             state.SetIterationTime(took);
                                         }
                                     })
            ->UseManualTime()
            ->Iterations(1);
    };
    dot("layout/figure/dot", figure());
    dot("layout/network300/dot", network(300));
    dot("layout/dag300/dot", dag(300));
    benchmark::RegisterBenchmark("layout/network300", [](benchmark::State& s) { ours(s, network(300)); });
    benchmark::RegisterBenchmark("layout/dag300", [](benchmark::State& s) { ours(s, dag(300)); });
    benchmark::RegisterBenchmark("layout/loop1000", [](benchmark::State& s) { milliseconds(s, loop(1000)); })->Iterations(1);
    benchmark::RegisterBenchmark("layout/network1000", [](benchmark::State& s) { milliseconds(s, network(1000)); })->Iterations(1);
    benchmark::RegisterBenchmark("layout/reduction1000", [](benchmark::State& s) { milliseconds(s, reduction(1000)); })->Iterations(1);
    benchmark::RegisterBenchmark("layout/dag1000", [](benchmark::State& s) { milliseconds(s, dag(1000)); })->Iterations(1);
    const auto compared = [](const char* name, const LayoutRequest& request) {
        benchmark::RegisterBenchmark(name, [request](benchmark::State& state) {
            for (auto _ : state) {
                const std::optional<Layout> theirs = helper().layout(request, {});
                if (theirs->standIn) return state.SkipWithError("no layout program");
                state.counters["figure"] = crossings(request, layeredLayout(request)) / crossings(request, *theirs);
            }
        })->Iterations(1);
    };
    compared("layout/crossings/dag100", dag(100));
    compared("layout/crossings/dag300", dag(300));
    compared("layout/crossings/network300", network(300));
    benchmark::RegisterBenchmark("layout/first", first)->Iterations(1);
    bench::addRow(
        {"layout: a textbook formula by the helper, times faster than spawning dot", "layout/figure", "layout/figure/dot", 8, false});
    bench::addRow({"layout: the first of a fresh helper, more than that of one node, ms", "layout/first", "", 1, true});
    bench::addRow(
        {"layout: a network of 300 nodes by our layers, times faster than dot", "layout/network300", "layout/network300/dot", 20, false});
    bench::addRow(
        {"layout: a random graph of 300 nodes by our layers, times faster than dot", "layout/dag300", "layout/dag300/dot", 20, false});
    bench::addRow({"layout: a loop of 1,000 nodes, ms", "layout/loop1000", "", 16, true});
    bench::addRow({"layout: a network of 1,000 nodes, ms", "layout/network1000", "", 16, true});
    bench::addRow({"layout: a reduction of 1,000 nodes, ms", "layout/reduction1000", "", 16, true});
    bench::addRow({"layout: a random graph of 1,000 nodes, ms", "layout/dag1000", "", 50, true});
    bench::addRow({"layout: crossings of a random graph of 100 nodes, to dot's", "layout/crossings/dag100", "", 1.3, true});
    bench::addRow({"layout: crossings of a random graph of 300 nodes, to dot's", "layout/crossings/dag300", "", 1.3, true});
    bench::addRow({"layout: crossings of a network of 300 nodes, to dot's", "layout/crossings/network300", "", 1.3, true});
    return 0;
}();

}  // namespace
