// SPDX-License-Identifier: GPL-3.0-or-later
// The public face of the engine: a text in, a snapshot out. A snapshot never changes and is shared freely.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/graph/graph.h"
#include "engine/run/formula.h"
#include "engine/run/kind.h"
#include "engine/run/program.h"
#include "engine/sampling/check.h"
#include "engine/sampling/sampler.h"
#include "engine/timeline/explain.h"
#include "engine/timeline/timeline.h"

namespace backstep {

struct Request {
    std::string text;
    std::optional<TextKind> kind = TextKind::Formula;  // none: kindOfText says
    ProgramOptions program;                            // limits of a program
    bool runProgram = true;                            // false: a program is read, not run (it was opened, and waits for its reader)
    std::string name = "function";                     // of the source, in diagnostics
    FormulaInputs inputs;
    SweepMode mode = SweepMode::Reverse;
    std::string seedInput;  // forward mode: the input whose tangent is 1; the first one if empty
    bool showConstants = false;
    std::map<std::string, bool> fold;  // groups of the graph that the reader folded or opened, by key
    int order = 1;                     // of a formula in reverse mode: 2 continues the graph by that of f′, 3 by that of f″
    bool check = true;                 // gradients by a second and a third method
};

// A graph with more nodes than this is not continued by that of its derivative: nobody could read it.
inline constexpr std::size_t kMostContinued = 600;

struct Snapshot {
    Request request;
    Source source;
    Parsed parsed;
    Recording recording;
    std::vector<Phase> phases;
    Scopes scopes;  // of a program
    std::shared_ptr<const Timeline> timeline;
    Graph graph;
    std::vector<GradientCheck> checks;
    std::vector<Diagnostic> diagnostics;  // of reading, of meaning, of this point; errors first
    TextKind kind = TextKind::Formula;
    ParsedProgram program;                // of a program
    std::optional<ProgramReport> report;  // of a program that was run

    // There is something to show: a formula has a value, a program ran.
    [[nodiscard]] bool ok() const { return isProgram() ? report.has_value() : recording.output.valid(); }
    [[nodiscard]] bool isProgram() const { return kind == TextKind::Program; }
    [[nodiscard]] std::size_t stops() const { return recording.log.events.size(); }
    [[nodiscard]] std::size_t endOfForward() const { return phases.empty() ? 0 : phases.front().lastEvent; }
};

// Nothing only when it was superseded (asked to stop). A faulty text gives a snapshot that is not ok and says why.
[[nodiscard]] std::optional<Snapshot> evaluate(const Request& request, const std::stop_token& stop = {});

// The same run with other groups folded in its graph; nothing is evaluated.
[[nodiscard]] Snapshot refolded(const Snapshot& snapshot, std::map<std::string, bool> fold);

// ∂f/∂inputs and, for order 2, the Hessian (row by row), at the snapshot's inputs.
struct Derivatives {
    std::vector<double> gradient;
    std::vector<std::vector<double>> hessian;  // of order >= 2
    std::vector<double> diagonal;              // ∂ⁿf/∂xⁿ of each input, for n = 3 … order, one after another
};
[[nodiscard]] Derivatives derivatives(const Snapshot& snapshot, int order);

}  // namespace backstep
