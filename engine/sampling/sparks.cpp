// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/sparks.h"

#include <algorithm>
#include <limits>

#include "engine/autodiff/sweep.h"

namespace backstep {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool sameOperation(const Tape& a, const Tape& b, NodeId id) {
    if (id.index() >= b.size() || a.op(id) != b.op(id)) return false;
    const auto x = a.operands(id), y = b.operands(id);
    return std::equal(x.begin(), x.end(), y.begin(), y.end());
}

}  // namespace

Sparks sparksOf(const Source& source, const Ast& ast, const Recording& run, const std::string& variable, double from, double to,
                int count) {
    Sparks out;
    const Tape& tape = run.tape;
    if (tape.size() > kMostSparkNodes || count < 2 || !run.output.valid()) return out;
    FormulaInputs inputs;
    for (const NodeId id : run.inputs) {
        inputs.values[tape.nameOf(id)] = tape.scalar(id);
        if (tape.nameOf(id) == variable) out.at = tape.scalar(id);
    }
    out.ofNode.resize(tape.size());
    for (int i = 0; i < count; ++i) {
        const double x = from + (to - from) * i / (count - 1);
        out.x.push_back(x);
        inputs.values[variable] = x;
        const Recording there = runFormula(source, ast, inputs);
        const bool whole = there.output == run.output;
        const Known slopes = whole ? adjoints(there.tape, there.output, Tensor(1.0)) : Known();
        for (std::size_t k = 0; k < tape.size(); ++k) {
            const NodeId id(k);
            const bool same = whole && sameOperation(tape, there.tape, id) && there.tape.value(id).isScalar();
            const bool sloped = same && k < slopes.size() && slopes[id] && slopes[id]->isScalar();
            out.ofNode[k].value.push_back(same ? there.tape.scalar(id) : kNaN);
            out.ofNode[k].slope.push_back(sloped ? slopes[id]->item() : kNaN);
        }
    }
    return out;
}

}  // namespace backstep
