// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/csv.h"

#include <algorithm>

#include "engine/autodiff/sweep.h"
#include "engine/base/numbers.h"
#include "engine/diagram/printable.h"
#include "engine/export/valuetext.h"
#include "engine/timeline/terms.h"

namespace backstep {
namespace {

std::string quotedWhereNeeded(const std::string& text) {
    const bool plain = text.find_first_of("\",\n\r") == std::string::npos && (text.empty() || (text.front() != ' ' && text.back() != ' '));
    if (plain) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

bool isScalar(const Tape& tape, NodeId id) { return tape.value(id).isScalar(); }

// ∂node/∂operand of each operand as numbers, where they are numbers: "0.5; -1.0".
std::string partials(const Tape& tape, NodeId id) {
    const auto operands = tape.operands(id);
    if (!isElementwise(tape.op(id)) || !isScalar(tape, id) ||
        !std::all_of(operands.begin(), operands.end(), [&](NodeId o) { return isScalar(tape, o); }))
        return {};
    std::string out;
    for (std::size_t k = 0; k < operands.size(); ++k) {
        if (!tape.requiresGrad(operands[k])) continue;
        out += (out.empty() ? "" : "; ") + shortest(localPartial(tape, id, static_cast<std::uint8_t>(k)).item());
    }
    return out;
}

}  // namespace

std::string csvText(std::string_view text) {
    std::string out = printable(text);
    if (!out.empty() && std::string_view("=+-@").find(out.front()) != std::string_view::npos && !parseNumber(out)) out.insert(0, 1, '\'');
    return quotedWhereNeeded(out);
}

std::string tapeAsTable(const Graph& graph, const Recording& recording, const Source& source, const State& state) {
    const Tape& tape = recording.tape;
    const bool forward = state.sweep().valid() && recording.log.sweeps[state.sweep()].mode == SweepMode::Forward;
    std::string out = std::string("node,op,expression,operands,value,partials,") + (forward ? "tangent" : "adjoint") + "\r\n";
    for (const GraphNode& node : graph.nodes) {
        const bool known = state.computed(node.node);
        std::string operands;
        for (const NodeId operand : tape.operands(node.node))
            operands += (operands.empty() ? "" : "; ") + toPlainText(nameTerm(recording, source, operand).notation);
        const auto derivative = state.derivative(node.node);
        out += csvText(node.name) + "," +
               csvText(tape.op(node.node) == Op::Input ? "input" : std::string(infoOf(tape.op(node.node)).name)) + "," +
               csvText(node.expression) + "," + csvText(operands) + "," +
               quotedWhereNeeded(known ? exactly(tape.value(node.node)) : std::string()) + "," +
               quotedWhereNeeded(known ? partials(tape, node.node) : std::string()) + "," +
               quotedWhereNeeded(derivative ? exactly(*derivative) : std::string()) + "\r\n";
    }
    return out;
}

}  // namespace backstep
