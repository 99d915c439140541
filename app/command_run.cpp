// SPDX-License-Identifier: GPL-3.0-or-later
// backstep run.
#include <atomic>
#include <csignal>
#include <map>

#include <QCoreApplication>

#include "app/arguments.h"
#include "app/commandline.h"
#include "app/diagnostictext.h"
#include "app/programinputs.h"
#include "engine/diagram/printable.h"
#include "engine/run/program_json.h"
#include "engine/run/repaired_run.h"
#include "widgets/programwords.h"
#include "widgets/repairwords.h"

namespace backstep {
namespace {

std::atomic<bool> interrupted = false;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// steps=1000,memory=64: within the hard caps.
void setLimits(const QString& text, ProgramOptions& options) {
    struct Row {
        const char* name;
        std::int64_t* value;
        std::int64_t scale, cap;
    };
    const std::vector<Row> rows{{"steps", &options.limits.steps, 1, 1'000'000'000},
                                {"depth", &options.limits.callDepth, 1, 10'000},
                                {"output", &options.limits.outputBytes, 1, 1 << 20},
                                {"lines", &options.limits.outputLines, 1, 10'000},
                                {"string", &options.limits.stringBytes, 1, 1 << 20},
                                {"elements", &options.limits.elements, 1, 1'000'000},
                                {"digits", &options.limits.digits, 1, 4300},
                                {"tensor", &options.tensors.elements, 1, 10'000'000},
                                {"memory", &options.tensors.bytes, 1 << 20, 1LL << 30},
                                {"nodes", &options.tensors.tapeNodes, 1, 2'000'000},
                                {"history", &options.tensors.history, 1 << 20, 4LL << 30},
                                {"work", &options.tensors.work, 1, 10'000'000'000'000}};
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString name = part.section(QLatin1Char('='), 0, 0).trimmed();
        bool ok = false;
        const qlonglong value = part.section(QLatin1Char('='), 1).trimmed().toLongLong(&ok);
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return name == QLatin1String(r.name); });
        if (row == rows.end()) {
            QStringList names;
            for (const Row& r : rows) names << QLatin1String(r.name);
            throw CommandError{Exit::Usage, Words::tr("There is no limit “%1”. Limits: %2.").arg(name, names.join(QStringLiteral(", ")))};
        }
        if (!ok || value < 1 || value > row->cap / row->scale) {
            throw CommandError{Exit::Usage, Words::tr("The limit “%1” takes a number from 1 to %2.").arg(name).arg(row->cap / row->scale)};
        }
        *row->value = value * row->scale;
    }
}

std::string errorText(const Source& source, const ProgramError& error, const std::optional<ErrorExplanation>& explained) {
    std::string out = "error: " + printable(headline(error).toStdString()) + "\n";
    if (error.line != 0) out += excerptText(source, error.span);
    const std::string pad(std::to_string(error.line).size(), ' ');
    if (!explained) return out;
    for (const QString& line : errorWords(*explained).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        out += pad + " = help: " + printable(line.toStdString()) + "\n";
    }
    for (const ErrorFix& fix : explained->fixes) out += pad + " = fix: " + printable(errorFixTitle(fix).toStdString()) + "\n";
    return out;
}

// What was repaired, or could be: a line each, with its place.
void sayRepairs(const Source& source, const Repaired& repaired, bool applied) {
    const auto place = [&](const Repair& r) {
        return " (" + source.name() + ":" + std::to_string(source.placeOf(r.span.begin).line) + ")\n";
    };
    if (applied) {
        for (const Repair& r : repaired.repairs) complain("repaired: " + printable(repairSentence(r).toStdString()) + place(r));
    } else if (const auto offer = repairOffer(source, repaired); offer && !offer->found.isEmpty()) {
        complain("note: " + printable(offer->title.toStdString()) + "\n");
        complain("note: " + Words::tr("“backstep run --repair” repairs this and runs the result.").toStdString() + "\n");
    }
    for (const Repair& r : repaired.doubtful) complain("note: " + printable(doubtSentence(r).toStdString()) + place(r));
}

// What is said of a run.
struct Said {
    ProgramRun run;
    std::optional<ErrorExplanation> explanation;
    std::string text;  // that its fixes are edits of
};

Said runAndExplain(const Source& source, const Repaired& repaired, bool repairing, ProgramOptions options,
                   const std::map<std::string, double>& values) {
    if (repairing && !repaired.repairs.empty()) {
        const Source mended(repaired.text, source.name());
        overrideLeaves(mended, parsePython(mended), values, options);
        RepairedRun run = runRepaired(source, repaired, options);
        return {std::move(run.run), std::move(run.explanation), repaired.text};
    }
    const ParsedProgram parsed = parsePython(source);
    overrideLeaves(source, parsed, values, options);
    ProgramRun run = runProgram(source, parsed, options);
    std::optional<ErrorExplanation> explanation = explainError({source, parsed, run.recording, run.report});
    return {std::move(run), std::move(explanation), source.text()};
}

ProgramWords wordsOf(const Said& said) {
    ProgramWords words;
    if (!said.explanation) return words;
    words.explanation = errorWords(*said.explanation).toStdString();
    if (said.explanation->fixes.empty()) return words;
    words.fixTitle = errorFixTitle(said.explanation->fixes.front()).toStdString();
    words.fixText = applied(said.explanation->fixes.front(), said.text);
    return words;
}

Exit exitOf(const ProgramError& error) { return error.type == "Limit" || error.type == "Interrupted" ? Exit::Limit : Exit::Wrong; }

}  // namespace

void commandRun(const QStringList& words) {
    const Arguments arguments(words, {QStringLiteral("--limits"), QStringLiteral("--at")},
                              {QStringLiteral("--json"), QStringLiteral("--repair")});
    const Request request = arguments.fileRequest();
    ProgramOptions options = request.program;
    for (const QString& text : arguments.values(QStringLiteral("--limits"))) setLimits(text, options);
    options.stop = &interrupted;
    std::signal(SIGINT, [](int) { interrupted = true; });
    const Source source(request.text, request.name);
    const Repaired repaired = repair(source);
    const bool repairing = arguments.has(QStringLiteral("--repair"));
    sayRepairs(source, repaired, repairing);
    const Said said = runAndExplain(source, repaired, repairing, options, request.inputs.values);
    const ProgramRun& run = said.run;
    if (arguments.has(QStringLiteral("--json"))) say(programJson(source, run, wordsOf(said)));
    else say(run.report.output);
    if (run.report.unseededRandom) complain(unseededNote().toStdString() + "\n");
    for (const ReportedWarning& warning : run.report.warnings) {
        complain("warning: " + warning.category + ": " + printable(warning.message) + " (" + source.name() + ":" +
                 std::to_string(warning.line) + ")\n");
    }
    if (!run.report.error) return;
    complain(errorText(source, *run.report.error, said.explanation));
    throw CommandError{exitOf(*run.report.error), {}};
}

}  // namespace backstep
