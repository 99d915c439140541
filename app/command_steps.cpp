// SPDX-License-Identifier: GPL-3.0-or-later
// backstep steps.
#include <QCoreApplication>

#include "app/arguments.h"
#include "app/commandline.h"
#include "app/programinputs.h"
#include "engine/base/json.h"
#include "engine/base/numbers.h"
#include "engine/run/program_json.h"
#include "widgets/phrases.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// Machines read the same words in every language.
std::string phaseName(const Phase& phase) {
    switch (phase.kind) {
        case Phase::Kind::Forward: return phase.number == 1 ? "forward" : "forward " + std::to_string(phase.number);
        case Phase::Kind::Backward: return "backward " + std::to_string(phase.number);
        case Phase::Kind::Tangent: return "tangent " + std::to_string(phase.number);
    }
    return {};
}

std::string nodeName(const Snapshot& s, NodeId id) {
    const std::string& name = s.recording.tape.nameOf(id);
    return name.empty() ? std::string(s.source.slice(s.recording.tape.origin(id).span)) : name;
}

// What a program did besides computing.
void happened(JsonWriter& json, const Snapshot& s, EventKind kind, const Happening& h) {
    static constexpr const char* kNames[] = {"line",   "bound", "iteration", "entered", "left",  "printed",
                                             "zeroed", "freed", "detached",  "changed", "raised"};
    json.key("kind").value(kNames[static_cast<std::size_t>(kind) - static_cast<std::size_t>(EventKind::Line)]);
    if (!h.span.empty()) json.key("line").value(std::int64_t{s.source.placeOf(h.span.begin).line});
    if (h.node.valid()) json.key("node").value(nodeName(s, h.node));
    if (!h.text.empty()) json.key("what").value(h.text);
    if (kind == EventKind::Iteration || kind == EventKind::Changed) json.key("number").value(h.number);
}

void recorded(JsonWriter& json, const Snapshot& s, NodeId id) {
    const Tape& tape = s.recording.tape;
    json.key("kind").value("recorded").key("node").value(nodeName(s, id)).key("op").value(infoOf(tape.op(id)).name);
    json.key("operands").beginArray();
    for (const NodeId operand : tape.operands(id)) json.value(nodeName(s, operand));
    json.endArray().key("value");
    writeValues(json, tape.value(id));
    json.key("span").beginArray().value(std::int64_t{tape.origin(id).span.begin}).value(std::int64_t{tape.origin(id).span.end}).endArray();
}

void contribution(JsonWriter& json, const Snapshot& s, const Contribution& c, const Explanation& explanation) {
    json.key("kind").value("contribution").key("from").value(nodeName(s, c.from)).key("to").value(nodeName(s, c.to));
    const std::optional<double> partial = explanation.partial;
    json.key("localPartial");
    if (partial) json.value(*partial);
    else json.null();
    json.key("amount");
    writeValues(json, c.amount);
    json.key("before");
    if (c.hadBefore) writeValues(json, c.before);
    else json.null();
    json.key("after");
    writeValues(json, c.after);
}

// Mathematics where there is some, words where there is none.
std::string lineOf(const Snapshot& s, const Explanation& explanation) {
    return explanation.rule.empty() ? words(explanation, s.recording, s.source).toStdString() : plainLine(explanation);
}

void step(JsonWriter& json, const Snapshot& s, std::size_t stop, const Phase& phase) {
    json.beginObject().key("step").value(static_cast<std::int64_t>(stop - 1)).key("phase").value(phaseName(phase));
    const Moment moment = momentAt(s.recording, stop);
    const Explanation explanation = explain(s.recording, s.source, stop, *s.timeline);
    switch (moment.event->kind) {
        case EventKind::Recorded: recorded(json, s, moment.node); break;
        case EventKind::Branched:
            json.key("kind").value("branched").key("condition");
            json.value(s.source.slice(moment.node.valid() ? s.recording.tape.origin(moment.node).span
                                                          : s.recording.log.branches[moment.event->index].span));
            json.key("taken").value(std::int64_t{s.recording.log.branches[moment.event->index].taken});
            break;
        case EventKind::SweepBegan:
            json.key("kind").value("seed").key("node").value(nodeName(s, moment.node)).key("value"), writeValues(json, moment.sweep->seed);
            break;
        case EventKind::Contribution: contribution(json, s, *moment.contribution, explanation); break;
        case EventKind::Accumulated:
            json.key("kind").value("accumulated");
            if (moment.node.valid()) json.key("node").value(nodeName(s, moment.node));
            json.key("after"), writeValues(json, s.recording.log.accumulations[moment.event->index].after);
            break;
        default: happened(json, s, moment.event->kind, *moment.happening); break;
    }
    json.key("text").value(lineOf(s, explanation)).endObject();
}

std::string asJson(const Snapshot& s) {
    JsonWriter json;
    json.beginObject().key("inputs").beginObject();
    for (const NodeId id : s.recording.inputs) json.key(nodeName(s, id)), writeValues(json, s.recording.tape.value(id));
    json.endObject().key("steps").beginArray();
    for (const Phase& phase : s.phases) {
        for (std::size_t event = phase.firstEvent; event < phase.lastEvent; ++event) step(json, s, event + 1, phase);
    }
    return json.endArray().endObject().text() + "\n";
}

std::string asText(const Snapshot& s) {
    std::string out;
    for (const Phase& phase : s.phases) {
        if (phase.firstEvent == phase.lastEvent) continue;
        out += phaseTitle(phase).toStdString() + "\n";
        for (std::size_t event = phase.firstEvent; event < phase.lastEvent; ++event) {
            const std::string number = std::to_string(event + 1);
            out += std::string(number.size() < 5 ? 5 - number.size() : 0, ' ') + number + "  " +
                   lineOf(s, explain(s.recording, s.source, event + 1, *s.timeline)) + "\n";
        }
    }
    return out;
}

}  // namespace

void commandSteps(const QStringList& words) {
    const Arguments arguments(words, {QStringLiteral("--at"), QStringLiteral("--mode"), QStringLiteral("--seed")},
                              {QStringLiteral("--json")});
    Request request = arguments.request();
    request.check = false;
    request.kind = std::nullopt;
    const QString mode = arguments.value(QStringLiteral("--mode"), QStringLiteral("reverse"));
    if (mode != QLatin1String("reverse") && mode != QLatin1String("forward"))
        throw CommandError{Exit::Usage, Words::tr("--mode is reverse or forward, not “%1”.").arg(mode)};
    request.mode = mode == QLatin1String("forward") ? SweepMode::Forward : SweepMode::Reverse;
    request.seedInput = arguments.value(QStringLiteral("--seed"), {}).toStdString();
    overrideLeaves(request);
    const Snapshot snapshot = evaluateOrSay(request);
    say(arguments.has(QStringLiteral("--json")) ? asJson(snapshot) : asText(snapshot));
}

}  // namespace backstep
