// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as a whole process: a picture of a formula, against PyTorch with dot doing the same, and dot alone.
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "tests/bench/bench.h"

namespace {

const char* kTorch = R"(
import torch, subprocess
x = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
y = torch.log(x ** 2) * torch.sin(x) + 1 / x
y.backward()
text, seen, todo = "digraph {", set(), [y.grad_fn]
while todo:
    node = todo.pop()
    if id(node) in seen: continue
    seen.add(id(node))
    text += '"%d" [label="%s"];' % (id(node), node.name())
    for to, _ in node.next_functions:
        if to is not None:
            text += '"%d" -> "%d";' % (id(node), id(to))
            todo.append(to)
subprocess.run(["dot", "-Tsvg"], input=(text + "}").encode(), stdout=subprocess.DEVNULL)
)";
const char* kDot = "digraph{x->p;x->s;x->r;p->l;l->m;s->m;m->a;r->a;}";

const int kRegistered = [] {
    const auto command = [](const char* name, const std::string& line, const std::string& input) {
        benchmark::RegisterBenchmark(name,
                                     [line, input](benchmark::State& state) {
                                         for (auto _ : state) {
                                             const double took = bench::commandSeconds(line, input);
                                             if (took < 0) return state.SkipWithError("not here");
                                             state.SetIterationTime(took);
                                         }
                                     })
            ->UseManualTime()
            ->Iterations(3);
    };
    const char* program = std::getenv("BACKSTEP_PROGRAM");
    const std::string exported = (program != nullptr ? std::string(program) : "backstep") + " export 'log(x^2)*sin(x)+1/x' --at x=2 -o ";
    command("command/export", exported + "/tmp/backstep-bench.svg", "");
    command("command/export/memory", exported + "/dev/shm/backstep-bench.svg", "");  // no disk to wait for, as for the peer
    command("command/torch", "/usr/bin/python3 -I -", kTorch);
    command("command/dot", "dot -Tsvg -o /tmp/backstep-bench-dot.svg", kDot);
    bench::addRow({"command: export of a formula, times faster than PyTorch with dot", "command/export", "command/torch", 40, false});
    bench::addRow({"command: the same into a file in memory", "command/export/memory", "command/torch", 200, false});
    bench::addRow({"command: export of a formula, to dot -Tsvg alone", "command/export", "command/dot", 1, true});
    return 0;
}();

}  // namespace
