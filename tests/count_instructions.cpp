// SPDX-License-Identifier: GPL-3.0-or-later
// Does one thing n times, for an instruction counter to watch: count_instructions replay|hand|tape|program N
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "engine/autodiff/number_rules.h"
#include "engine/autodiff/sweep.h"
#include "engine/run/formula.h"
#include "engine/run/program.h"
#include "engine/sampling/plan.h"
#include "engine/syntax/math_parser.h"
#include "tests/bench/bench.h"

namespace {

using namespace backstep;
using bench::points;

double replay(std::size_t n) {
    const Source source("log(x^2) * sin(x) + 1/x");
    const Parsed parsed = parseMath(source);
    Recording r = runFormula(source, parsed.ast, {{{"x", 2.0}}, 1});
    const NodeId slope = recordGradient(r.tape, r.output, {r.inputs.at(0)}, 1).at(0);
    Plan plan(r.tape, r.inputs.at(0), {r.output, slope});
    const std::vector<double> x = points(n);
    double sum = 0;
    for (std::size_t begin = 0; begin < n; begin += Plan::kBlock) {
        plan.run(x.data() + begin, std::min(Plan::kBlock, n - begin));
        sum += plan.column(r.output)[0] + plan.column(slope)[0];
    }
    return sum;
}

double hand(std::size_t n) {
    const std::vector<double> x = points(n);
    std::vector<double> f(n), slope(n);
    bench::handScalar(x.data(), f.data(), slope.data(), n);
    return f[0] + slope[0];
}

double tape(std::size_t n) {
    Tape tape;
    const NodeId x = tape.input("x", Tensor(1.0000001), {});
    NodeId b = x;
    for (std::size_t i = 0; i < n; ++i) b = tape.record(Op::Mul, std::array{b, x}, {{0, 1}, {}, 0});
    return numberAdjoints(tape, b)[0];
}

double program(std::size_t n) {
    const Source source(
        "import torch\nx = torch.tensor(1.0000001, requires_grad=True)\nc = torch.tensor(0.9999999)\nb = x * 1.0\nfor i in range(" +
            std::to_string(n) + "):\n    b = b * c\nb.backward()\n",
        "main.py");
    const ProgramRun run = runProgram(source, parsePython(source));
    return static_cast<double>(run.recording.tape.size());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const std::string what = argv[1];
    const auto n = static_cast<std::size_t>(std::atol(argv[2]));
    const double result = what == "replay" ? replay(n) : what == "hand" ? hand(n) : what == "tape" ? tape(n) : program(n);
    std::printf("%g\n", result);
    return 0;
}
