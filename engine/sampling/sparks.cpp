// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/sparks.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <unordered_map>

#include "engine/autodiff/sweep.h"
#include "engine/sampling/program_runs.h"

namespace backstep {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool sameOperation(const Tape& a, const Tape& b, NodeId id) {
    if (id.index() >= b.size() || a.op(id) != b.op(id)) return false;
    const auto x = a.operands(id), y = b.operands(id);
    return std::equal(x.begin(), x.end(), y.begin(), y.end());
}

// A point more of every node: of those that another run computes in the same way.
void addPoint(Sparks& out, const Tape& tape, const Recording& there, const std::function<std::optional<Tensor>(NodeId)>& slopeOf) {
    for (std::size_t k = 0; k < tape.size(); ++k) {
        const NodeId id(k);
        const bool same = sameOperation(tape, there.tape, id) && there.tape.value(id).isScalar();
        const auto slope = same ? slopeOf(id) : std::nullopt;
        out.ofNode[k].value.push_back(same ? there.tape.scalar(id) : kNaN);
        out.ofNode[k].slope.push_back(slope && slope->isScalar() ? slope->item() : kNaN);
    }
}

// What a backward call brought to each node.
std::unordered_map<std::uint32_t, Tensor> arrivedIn(const Recording& r, SweepId sweep) {
    std::unordered_map<std::uint32_t, Tensor> out{{r.log.sweeps[sweep].root.value, r.log.sweeps[sweep].seed}};
    const Contributions& all = r.log.contributions;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all.sweepOf(i) == sweep) out.insert_or_assign(all.toOf(i).value, all.afterOf(i));
    return out;
}

double placeOf(double from, double to, int i, int count) { return from + (to - from) * i / (count - 1); }

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
        const double x = placeOf(from, to, i, count);
        out.x.push_back(x);
        inputs.values[variable] = x;
        const Recording there = runFormula(source, ast, inputs);
        const bool whole = there.output == run.output;
        const Known slopes = whole ? adjoints(there.tape, there.output, Tensor(1.0)) : Known();
        addPoint(out, tape, whole ? there : Recording(), [&](NodeId id) { return id.index() < slopes.size() ? slopes[id] : std::nullopt; });
    }
    return out;
}

std::optional<Sparks> sparksOf(const Source& source, const ParsedProgram& parsed, const ProgramOptions& options, const Recording& run,
                               const ProgramCurve& curve, const std::stop_token& stop, int count) {
    Sparks out;
    if (run.tape.size() > kMostSparkNodes) return out;
    ProgramRuns runs(source, parsed, options, {.leaf = curve.leaf, .element = curve.element, .call = curve.call}, stop);
    if (runs.begin() != SampleRefusal::None) return out;
    count = std::min(count, static_cast<int>(runs.affordable()));
    if (count < 2) return out;
    runs.losePatience();
    out.at = curve.chart.at;
    out.ofNode.resize(run.tape.size());
    for (int i = 0; i < count; ++i) {
        out.x.push_back(placeOf(curve.chart.xMin, curve.chart.xMax, i, count));
        const ProgramRun there = runs.runAt(out.x.back());
        if (stop.stop_requested()) return std::nullopt;
        const Recording& r = there.recording;
        const bool swept = curve.call < r.log.sweeps.size() && runs.isDone(there, curve.call);
        const auto slopes = swept ? arrivedIn(r, SweepId(curve.call)) : std::unordered_map<std::uint32_t, Tensor>();
        addPoint(out, run.tape, r, [&](NodeId id) {
            const auto found = slopes.find(id.value);
            return found == slopes.end() ? std::nullopt : std::optional(found->second);
        });
    }
    return out;
}

}  // namespace backstep
