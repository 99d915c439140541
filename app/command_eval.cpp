// SPDX-License-Identifier: GPL-3.0-or-later
// backstep eval, backstep check.
#include "app/arguments.h"
#include "app/commandline.h"
#include "app/programinputs.h"
#include "engine/base/json.h"
#include "engine/base/numbers.h"
#include "widgets/checkwords.h"
#include "widgets/pathwords.h"

namespace backstep {
namespace {

std::string nameOf(const Snapshot& s, std::size_t i) { return s.recording.tape.nameOf(s.recording.inputs[i]); }

void orderTwo(JsonWriter& json, const Snapshot& s, const Derivatives& d) {
    json.key("order2").beginObject();
    for (std::size_t i = 0; i < d.hessian.size(); ++i) {
        for (std::size_t k = 0; k < d.hessian[i].size(); ++k) json.key(nameOf(s, i) + "," + nameOf(s, k)).value(d.hessian[i][k]);
    }
    json.endObject();
}

void higherOrders(JsonWriter& json, const Snapshot& s, const Derivatives& d) {
    const std::size_t inputs = s.recording.inputs.size();
    for (std::size_t at = 0; at < d.diagonal.size(); at += inputs) {
        const std::size_t n = 3 + at / inputs;
        json.key("order" + std::to_string(n)).beginObject();
        for (std::size_t i = 0; i < inputs; ++i) {
            std::string name = nameOf(s, i);
            for (std::size_t k = 1; k < n; ++k) name += "," + nameOf(s, i);
            json.key(name).value(d.diagonal[at + i]);
        }
        json.endObject();
    }
}

std::string asJson(const Snapshot& s, const Derivatives& d, int order) {
    JsonWriter json;
    json.beginObject().key("f").value(s.recording.tape.scalar(s.recording.output));
    json.key("inputs").beginObject();
    for (std::size_t i = 0; i < s.recording.inputs.size(); ++i)
        json.key(nameOf(s, i)).value(s.recording.tape.scalar(s.recording.inputs[i]));
    json.endObject();
    json.key("gradient").beginObject();
    for (std::size_t i = 0; i < d.gradient.size(); ++i) json.key(nameOf(s, i)).value(d.gradient[i]);
    json.endObject();
    if (order >= 2) orderTwo(json, s, d);
    higherOrders(json, s, d);
    return json.endObject().text() + "\n";
}

std::string asText(const Snapshot& s, const Derivatives& d) {
    const std::string f = s.recording.function;
    std::string out = f + " = " + shortest(s.recording.tape.scalar(s.recording.output)) + "\n";
    for (std::size_t i = 0; i < d.gradient.size(); ++i) out += "∂" + f + "/∂" + nameOf(s, i) + " = " + shortest(d.gradient[i]) + "\n";
    for (std::size_t i = 0; i < d.hessian.size(); ++i) {
        for (std::size_t k = 0; k < d.hessian[i].size(); ++k) {
            out += "∂²" + f + "/∂" + nameOf(s, i) + "∂" + nameOf(s, k) + " = " + shortest(d.hessian[i][k]) + "\n";
        }
    }
    const std::size_t inputs = s.recording.inputs.size();
    for (std::size_t i = 0; i < d.diagonal.size(); ++i) {
        const std::string n = std::to_string(3 + i / inputs);
        out += "∂^" + n + " " + f + "/∂" + nameOf(s, i % inputs) + "^" + n + " = " + shortest(d.diagonal[i]) + "\n";
    }
    return out;
}

}  // namespace

void commandEval(const QStringList& words) {
    const Arguments arguments(words, {QStringLiteral("--at"), QStringLiteral("--order")}, {QStringLiteral("--json")});
    const int order = arguments.number(QStringLiteral("--order"), 1, 0, 6);
    Request request = arguments.formulaRequest();
    request.check = false;
    const Snapshot snapshot = evaluateOrSay(request);
    Derivatives d = derivatives(snapshot, order);
    if (order == 0) d.gradient.clear();
    say(arguments.has(QStringLiteral("--json")) ? asJson(snapshot, d, order) : asText(snapshot, d));
}

namespace {

// Each number of each leaf that the output needs, by the program's own backward call and by differences.
void checkOfProgram(const Arguments& arguments, Request request) {
    overrideLeaves(request);
    const Snapshot snapshot = evaluateOrSay(request);
    const ProgramCheck check = checkProgram(snapshot.source, snapshot.program, request.program, callOf(arguments));
    if (check.refusal != SampleRefusal::None) throw CommandError{Exit::Wrong, refusalSentence(check.refusal)};
    bool differs = false;
    for (const LeafCheck& leaf : check.leaves) {
        say(leaf.name + ": backward " + shortest(leaf.gradient) + ", differences " + shortest(leaf.difference) + " ± " +
            significant(leaf.differenceError, 2) + "\n    " + sentence(leaf).toStdString() + "\n");
        differs = differs || leaf.verdict == Verdict::Differs;
    }
    if (check.left > 0) say(numbersLeft(check.left).toStdString() + "\n");
    if (differs) throw CommandError{Exit::Wrong, {}};
}

}  // namespace

void commandCheck(const QStringList& words) {
    const Arguments arguments(words, {QStringLiteral("--at"), QStringLiteral("--call")}, {});
    Request request = arguments.request();
    if (!arguments.session()) request.kind = std::nullopt;
    if (request.kind.value_or(kindOfText(request.text)) == TextKind::Program) return checkOfProgram(arguments, std::move(request));
    const Snapshot snapshot = evaluateOrSay(request);
    if (snapshot.checks.empty()) say("No inputs: there is nothing to differentiate by.\n");
    bool differs = false;
    for (const GradientCheck& check : snapshot.checks) {
        say(check.input + ": reverse " + shortest(check.reverse) + ", forward " + shortest(check.forward) + ", differences " +
            shortest(check.difference) + " ± " + significant(check.differenceError, 2) + "\n    " + sentence(check).toStdString() + "\n");
        differs = differs || check.forwardVerdict == Verdict::Differs || check.differenceVerdict == Verdict::Differs;
    }
    if (differs) throw CommandError{Exit::Wrong, {}};
}

}  // namespace backstep
