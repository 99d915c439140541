// SPDX-License-Identifier: GPL-3.0-or-later
// The tape against the peers that students know: PyTorch on numbers, and a tape of Python objects with closures, as micrograd has
// it (with a loop in place of its recursion, which ends at a thousand operations). A chain of operations, and a small network.
#include <benchmark/benchmark.h>

#include <array>
#include <chrono>
#include <vector>

#include "engine/autodiff/number_rules.h"
#include "engine/autodiff/sweep.h"
#include "engine/sampling/plan.h"
#include "tests/bench/bench.h"

namespace {

using namespace backstep;

constexpr int kChain = 20'000;

// MLP(3, [4, 4, 1]) with tanh, four samples, squared loss: one step's graph, all of its numbers inputs.
struct Network {
    std::vector<double> weights;
    std::array<std::array<double, 3>, 4> samples{{{2, 3, -1}, {3, -1, 0.5}, {0.5, 1, 1}, {1, 1, -1}}};
    std::array<double, 4> wanted{1, -1, -1, 1};
    Network() {
        for (int i = 0; i < 41; ++i) weights.push_back(0.05 * (i % 19) - 0.4);
    }
};

struct RecordedNetwork {
    std::vector<NodeId> weights;
    NodeId loss;
};

RecordedNetwork recorded(Tape& tape, const Network& network) {
    const Origin origin{{0, 1}, {}, 0};
    RecordedNetwork out;
    for (const double w : network.weights) out.weights.push_back(tape.input("w", Tensor(w), {}));
    for (std::size_t s = 0; s < network.samples.size(); ++s) {
        std::vector<NodeId> values;
        for (const double x : network.samples[s]) values.push_back(tape.constant(Tensor(x), origin));
        std::size_t next = 0;
        for (const int width : {4, 4, 1}) {
            std::vector<NodeId> layer;
            for (int k = 0; k < width; ++k) {
                NodeId sum = out.weights[next++];
                for (const NodeId v : values)
                    sum = tape.record(Op::Add, std::array{sum, tape.record(Op::Mul, std::array{out.weights[next++], v}, origin)}, origin);
                layer.push_back(tape.record(Op::Tanh, std::array{sum}, origin));
            }
            values = layer;
        }
        const NodeId off = tape.record(Op::Sub, std::array{values[0], tape.constant(Tensor(network.wanted[s]), origin)}, origin);
        const NodeId square = tape.record(Op::Mul, std::array{off, off}, origin);
        out.loss = out.loss.valid() ? tape.record(Op::Add, std::array{out.loss, square}, origin) : square;
    }
    return out;
}

double networkStep(const Network& network) {
    Tape tape;
    return numberAdjoints(tape, recorded(tape, network).loss)[0];
}

// The loss and its gradient in all 41 weights, replayed over a block of values of one of them, as a plot of it does: a point's share.
void replayNetwork(benchmark::State& state) {
    Tape tape;
    const RecordedNetwork network = recorded(tape, Network());
    std::vector<NodeId> wanted = recordGradient(tape, network.loss, network.weights, 1);
    wanted.push_back(network.loss);
    Plan plan(tape, network.weights[5], wanted);
    std::vector<double> values = bench::points(Plan::kBlock);
    for (auto _ : state) {
        const auto begin = std::chrono::steady_clock::now();
        plan.run(values.data(), values.size());
        benchmark::DoNotOptimize(plan.column(wanted[0])[0]);
        state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() / Plan::kBlock);
    }
}

double chain() {
    Tape tape;
    const NodeId x = tape.input("x", Tensor(1.0000001), {});
    NodeId b = x;
    const Origin origin{{0, 1}, {}, 0};
    for (int i = 0; i < kChain; ++i) b = tape.record(i % 2 == 0 ? Op::Mul : Op::Add, std::array{b, x}, origin);
    return numberAdjoints(tape, b)[0];
}

const char* const kObjects = R"(
import math, time
class Value:
    def __init__(self, data, prev=()):
        self.data = data; self.grad = 0.0; self._prev = set(prev); self._backward = lambda: None
    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))
        def back():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = back
        return out
    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))
        def back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = back
        return out
    def tanh(self):
        t = math.tanh(self.data)
        out = Value(t, (self,))
        def back():
            self.grad += (1 - t * t) * out.grad
        out._backward = back
        return out
    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            v, done = stack.pop()
            if done: order.append(v); continue
            if v in seen: continue
            seen.add(v); stack.append((v, True))
            stack.extend((p, False) for p in v._prev)
        self.grad = 1.0
        for v in reversed(order): v._backward()
number = Value
)";
const char* const kNumbers = R"(
import time, torch
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
def number(v): return torch.tensor(v, requires_grad=True)
)";

// By the processor's time, as ours are.
std::string timed(const std::string& setUp, const std::string& body) {
    std::string inside;
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t end = body.find('\n', at) + 1;
        inside += "    " + body.substr(at, end - at);
        at = end;
    }
    return setUp + "best = []\nfor k in range(3):\n    t = time.process_time()\n" + inside +
           "    best.append(time.process_time() - t)\nprint(min(best))\n";
}

std::string chainIn(const std::string& setUp) {
    return timed(setUp, "x = number(1.0000001)\nb = x\nfor i in range(" + std::to_string(kChain) +
                            "):\n    b = b * x if i % 2 == 0 else b + x\nb.backward()\n");
}

std::string networkIn(const std::string& setUp) {
    return timed(setUp +
                     "w = [number(0.05 * (i % 19) - 0.4) for i in range(41)]\n"
                     "X = [[2.0, 3.0, -1.0], [3.0, -1.0, 0.5], [0.5, 1.0, 1.0], [1.0, 1.0, -1.0]]\nY = [1.0, -1.0, -1.0, 1.0]\n",
                 "loss = None\n"
                 "for xs, y in zip(X, Y):\n"
                 "    v, n = [number(x) for x in xs], 0\n"
                 "    for width in (4, 4, 1):\n"
                 "        out = []\n"
                 "        for _ in range(width):\n"
                 "            s = w[n]; n += 1\n"
                 "            for x in v:\n"
                 "                s = s + w[n] * x; n += 1\n"
                 "            out.append(s.tanh())\n"
                 "        v = out\n"
                 "    off = v[0] + number(-y)\n"
                 "    loss = off * off if loss is None else loss + off * off\n"
                 "loss.backward()\n");
}

std::string tensorsIn() {
    return timed(
        std::string(kNumbers) +
            "a, b, c = [torch.linspace(-0.4, 0.5, n).reshape(s).requires_grad_() for n, s in ((12, (3, 4)), (16, (4, 4)), (4, (4, 1)))]\n"
            "p, q, r = [torch.zeros(n, requires_grad=True) for n in (4, 4, 1)]\n"
            "X = torch.tensor([[2.0, 3.0, -1.0], [3.0, -1.0, 0.5], [0.5, 1.0, 1.0], [1.0, 1.0, -1.0]])\n"
            "Y = torch.tensor([[1.0], [-1.0], [-1.0], [1.0]])\n",
        "for _ in range(50):\n"
        "    ((torch.tanh(torch.tanh(torch.tanh(X @ a + p) @ b + q) @ c + r) - Y) ** 2).sum().backward()\n");
}

void python(benchmark::State& state, const std::string& program, double times) {
    for (auto _ : state) {
        const double took = bench::pythonSeconds(program);
        if (took < 0) return state.SkipWithError("not here");
        state.SetIterationTime(took / times);
    }
}

const int kRegistered = [] {
    const auto peer = [](const char* name, const std::string& program, double times = 1) {
        benchmark::RegisterBenchmark(name, [=](benchmark::State& s) { python(s, program, times); })->UseManualTime()->Iterations(1);
    };
    benchmark::RegisterBenchmark("peers/chain", [](benchmark::State& s) {
        for (auto _ : s) benchmark::DoNotOptimize(chain());
    });
    benchmark::RegisterBenchmark("peers/network", [](benchmark::State& s) {
        const Network network;
        for (auto _ : s) benchmark::DoNotOptimize(networkStep(network));
    });
    benchmark::RegisterBenchmark("peers/replay", replayNetwork)->UseManualTime()->Iterations(2000);
    peer("peers/chain/torch", chainIn(kNumbers));
    peer("peers/chain/objects", chainIn(kObjects));
    peer("peers/network/torch", tensorsIn(), 50);
    peer("peers/network/objects", networkIn(kObjects));
    bench::addRow({"tape: record and sweep, times faster than PyTorch on numbers", "peers/chain", "peers/chain/torch", 300, false});
    bench::addRow({"tape: record and sweep, times faster than Python objects", "peers/chain", "peers/chain/objects", 150, false});
    bench::addRow({"tape: a network's step, times faster than Python objects", "peers/network", "peers/network/objects", 100, false});
    bench::addRow(
        {"tape: a network's step replayed, times faster than PyTorch on tensors", "peers/replay", "peers/network/torch", 30, false});
    return 0;
}();

}  // namespace
