// SPDX-License-Identifier: GPL-3.0-or-later
// Programs: a loop over scalar tensors, traced and swept by us, against CPython on plain floats and CPython with PyTorch.
#include <benchmark/benchmark.h>

#include <chrono>

#include "engine/run/program.h"
#include "tests/bench/bench.h"

namespace {

using namespace backstep;

constexpr int kTurns = 20'000;

std::string program(const std::string& body, int turns, bool backward) {
    std::string text =
        "import torch\nx = torch.tensor(1.0000001, requires_grad=True)\nc = torch.tensor(0.9999999)\nb = x * 1.0\nfor i in range(" +
        std::to_string(turns) + "):\n" + body;
    if (backward) text += "b.backward()\n";
    return text;
}

double seconds(const std::string& text, ProgramRun* keep = nullptr) {
    const Source source(text, "main.py");
    const ParsedProgram parsed = parsePython(source);
    ProgramOptions options;
    options.limits.steps = 1'000'000'000;
    options.tensors.tapeNodes = 10'000'000;
    const auto begin = std::chrono::steady_clock::now();
    ProgramRun run = runProgram(source, parsed, options);
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (keep != nullptr) *keep = std::move(run);
    return took;
}

const std::string kMul = "    b = b * c\n";
const std::string kMixed = "    b = b * c\n    b = b + x\n    b = b.sin()\n";

// The best of a few: the first touches memory that nobody had before.
double best(const std::string& text) {
    double least = seconds(text);
    for (int i = 0; i < 4; ++i) least = std::min(least, seconds(text));
    return least;
}

// What the loop costs, without the start of the interpreter.
void ours(benchmark::State& state, const std::string& body, bool backward) {
    for (auto _ : state) {
        const double start = best(program(body, 1, backward));
        state.SetIterationTime(std::max(1e-9, best(program(body, kTurns, backward)) - start));
    }
}

void python(benchmark::State& state, const std::string& text) {
    for (auto _ : state) {
        const double took = bench::pythonSeconds(text);
        if (took < 0) {
            state.SkipWithError("no PyTorch here");
            return;
        }
        state.SetIterationTime(took);
    }
}

// The body's lines, one level deeper.
std::string deeper(const std::string& body) {
    std::string out;
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t end = body.find('\n', at) + 1;
        out += "    " + body.substr(at, end - at);
        at = end;
    }
    return out;
}

// In a module's body, as a program is written: names are globals.
std::string script(const std::string& before, const std::string& body, const std::string& after) {
    return "import time\n" + before + "best = []\nfor k in range(5):\n    b = x * 1.0\n    t = time.perf_counter()\n    for i in range(" +
           std::to_string(kTurns) + "):\n" + deeper(body) + after + "    best.append(time.perf_counter() - t)\nprint(min(best))\n";
}

void bytes(benchmark::State& state) {
    constexpr int kMany = 150'000;
    double perOp = 0;
    for (auto _ : state) {
        ProgramRun small, large;
        seconds(program(kMul, 1, true), &small);
        const std::size_t before = bench::heapBytes();
        seconds(program(kMul, kMany, true), &large);
        perOp = static_cast<double>(bench::heapBytes() - before) / kMany;
    }
    state.counters["figure"] = perOp;
}

void million(benchmark::State& state) {
    constexpr int kDeep = 1'000'000;
    for (auto _ : state) {
        ProgramRun run;
        state.SetIterationTime(seconds(program(kMul, kDeep, true), &run));
        if (run.report.error) return state.SkipWithError(run.report.error->message.c_str());
    }
    state.counters["figure"] = kDeep;
}

const int kRegistered = [] {
    const std::string torch = "import torch\nx = torch.tensor(1.0000001, requires_grad=True)\nc = torch.tensor(0.9999999)\n";
    const std::string floats = "import math\nx = 1.0000001\nc = 0.9999999\n";
    const std::string mixedFloats = "    b = b * c\n    b = b + x\n    b = math.sin(b)\n";
    const auto manual = [](const char* name, auto f) { benchmark::RegisterBenchmark(name, f)->UseManualTime()->Iterations(1); };
    manual("program/mul/trace", [](benchmark::State& s) { ours(s, kMul, false); });
    manual("program/mul/backward", [](benchmark::State& s) { ours(s, kMul, true); });
    manual("program/mixed/trace", [](benchmark::State& s) { ours(s, kMixed, false); });
    manual("program/mixed/backward", [](benchmark::State& s) { ours(s, kMixed, true); });
    manual("program/mul/cpython", [=](benchmark::State& s) { python(s, script(floats, kMul, "")); });
    manual("program/mixed/cpython", [=](benchmark::State& s) { python(s, script(floats, mixedFloats, "")); });
    manual("program/mul/torch", [=](benchmark::State& s) { python(s, script(torch, kMul, "    b.backward()\n")); });
    manual("program/mixed/torch", [=](benchmark::State& s) { python(s, script(torch, kMixed, "    b.backward()\n")); });
    manual("program/million", million);
    benchmark::RegisterBenchmark("program/bytes", bytes)->Iterations(1);
    bench::addRow({"program: trace b = b * c on tensors, to CPython on floats", "program/mul/trace", "program/mul/cpython", 5, true});
    bench::addRow({"program: trace product, sum, sin, to CPython on floats", "program/mixed/trace", "program/mixed/cpython", 5, true});
    bench::addRow({"program: b = b * c and backward, times faster than PyTorch", "program/mul/backward", "program/mul/torch", 50, false});
    bench::addRow(
        {"program: product, sum, sin and backward, times faster than PyTorch", "program/mixed/backward", "program/mixed/torch", 50, false});
    bench::addRow({"program: bytes an operation, recorded and swept, everything kept", "program/bytes", "", 100, true});
    bench::addRow({"program: turns of a loop run, swept and freed", "program/million", "", 1e6, false});
    return 0;
}();

}  // namespace
