// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include <algorithm>
#include <utility>

#include "engine/autodiff/sweep.h"
#include "engine/run/refusals.h"
#include "engine/syntax/math_parser.h"

namespace backstep {
namespace {

NodeId seedNode(const Recording& recording, const std::string& name) {
    for (const NodeId id : recording.inputs) {
        if (name.empty() || recording.tape.nameOf(id) == name) return id;
    }
    return {};
}

void sweep(Recording& recording, const Request& request) {
    if (request.mode == SweepMode::Reverse) {
        NodeId root = recording.output;
        const NodeId by = seedNode(recording, request.seedInput);
        std::string name = recording.function;
        for (int order = 1; order < request.order && by.valid() && recording.tape.size() <= kMostContinued; ++order) {
            name += "′";
            const NodeId next = recordedSweep(recording, root, by, static_cast<std::uint8_t>(order), name);
            if (!next.valid() || recording.tape.isConstant(next)) return;  // nothing is left to differentiate
            root = next;
        }
        reverseSweep(recording, root, Tensor(1.0));
    } else if (const NodeId seed = seedNode(recording, request.seedInput); seed.valid()) {
        forwardSweep(recording, seed, Tensor(1.0));
    }
}

double scalarOr0(const Tape& tape, NodeId id) { return id.valid() ? tape.scalar(id) : 0.0; }

}  // namespace

namespace {

void buildGraphOf(Snapshot& s) {
    GraphOptions options;
    options.constants = s.request.showConstants;
    options.fold = s.request.fold;
    s.graph = s.isProgram() ? buildGraph(s.recording, s.source, s.scopes, options) : buildGraph(s.recording, s.source, options);
}

// A program is run to its end, its fault, its limit or until it is stopped: what it did until then is there to be stepped.
void evaluateProgram(Snapshot& s, const Request& request, const std::stop_token& stop) {
    s.kind = TextKind::Program;
    s.program = parsePython(s.source);
    s.diagnostics = s.program.diagnostics;
    for (Diagnostic& refused : foreseenRefusals(s.program)) s.diagnostics.push_back(std::move(refused));
    if (!request.runProgram) return;
    std::atomic<bool> stopped = false;
    const std::stop_callback onStop(stop, [&] { stopped = true; });
    ProgramOptions options = request.program;
    if (options.stop == nullptr) options.stop = &stopped;
    ProgramRun run = runProgram(s.source, s.program, options);
    s.recording = std::move(run.recording);
    s.report = std::move(run.report);
    s.phases = phasesOf(s.recording.log);
    s.timeline = std::make_shared<const Timeline>(s.recording);
    s.scopes = scopesOf(s.recording, s.program.ast);
    s.scopes.untaken = untakenOf(s.recording, s.source, s.program.ast);
    buildGraphOf(s);
}

}  // namespace

std::optional<Snapshot> evaluate(const Request& request, const std::stop_token& stop) {
    Snapshot s;
    s.request = request;
    s.source = Source(request.text, request.name);
    if (request.kind.value_or(kindOfText(request.text)) == TextKind::Program) {
        evaluateProgram(s, request, stop);
        return stop.stop_requested() ? std::nullopt : std::optional(std::move(s));
    }
    s.parsed = parseMath(s.source);
    s.diagnostics = s.parsed.diagnostics;
    if (stop.stop_requested()) return std::nullopt;
    if (hasErrors(s.diagnostics)) return s;
    s.recording = runFormula(s.source, s.parsed.ast, request.inputs);
    s.diagnostics.insert(s.diagnostics.end(), s.recording.diagnostics.begin(), s.recording.diagnostics.end());
    std::stable_partition(s.diagnostics.begin(), s.diagnostics.end(), [](const Diagnostic& d) { return d.isError(); });
    if (!s.ok() || stop.stop_requested()) return stop.stop_requested() ? std::nullopt : std::optional(std::move(s));
    sweep(s.recording, request);
    s.phases = phasesOf(s.recording.log);
    s.timeline = std::make_shared<const Timeline>(s.recording);
    buildGraphOf(s);
    if (stop.stop_requested()) return std::nullopt;
    if (request.check) s.checks = checkGradients(s.source, s.parsed.ast, s.recording);
    return s;
}

Snapshot refolded(const Snapshot& snapshot, std::map<std::string, bool> fold) {
    Snapshot s = snapshot;
    s.request.fold = std::move(fold);
    buildGraphOf(s);
    return s;
}

Derivatives derivatives(const Snapshot& snapshot, int order) {
    Derivatives out;
    Tape tape = snapshot.recording.tape;  // a copy: what the sweeps record is not part of the run
    const std::vector<NodeId>& inputs = snapshot.recording.inputs;
    const std::vector<NodeId> gradient = recordGradient(tape, snapshot.recording.output, inputs, 1);
    for (const NodeId id : gradient) out.gradient.push_back(scalarOr0(tape, id));
    if (order < 2) return out;
    std::vector<NodeId> diagonal;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::vector<NodeId> row =
            gradient[i].valid() ? recordGradient(tape, gradient[i], inputs, 2) : std::vector<NodeId>(inputs.size());
        std::vector<double> values;
        values.reserve(row.size());
        for (const NodeId id : row) values.push_back(scalarOr0(tape, id));
        out.hessian.push_back(std::move(values));
        diagonal.push_back(row[i]);
    }
    for (int n = 3; n <= order; ++n) {
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            if (diagonal[i].valid()) diagonal[i] = recordGradient(tape, diagonal[i], {inputs[i]}, static_cast<std::uint8_t>(n)).front();
            out.diagonal.push_back(scalarOr0(tape, diagonal[i]));
        }
    }
    return out;
}

}  // namespace backstep
