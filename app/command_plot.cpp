// SPDX-License-Identifier: GPL-3.0-or-later
// backstep plot.
#include <QCoreApplication>

#include "app/arguments.h"
#include "app/commandline.h"
#include "app/programinputs.h"
#include "app/range.h"
#include "engine/base/numbers.h"
#include "widgets/pathwords.h"

namespace backstep {
namespace {

constexpr int kMostSamples = 100'000;

// One column a derivative; whole numbers without ".0", as a spreadsheet writes them.
std::string cell(double value) {
    std::string text = shortest(value);
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

using Columns = std::vector<std::vector<double>>;

Columns ofFormula(const Arguments& arguments, const Request& request, const std::vector<double>& x, int order) {
    if (arguments.has(QStringLiteral("--call")))
        throw CommandError{Exit::Usage, Words::tr("--call is for programs: a formula has one output.")};
    const Snapshot snapshot = evaluateOrSay(request);
    return valuesAt(snapshot.source, snapshot.parsed.ast, inputsOf(snapshot), variableOf(arguments, snapshot), x, order);
}

// The program is run again at every x.
Columns ofProgram(const Arguments& arguments, Request request, const std::vector<double>& x, int order) {
    overrideLeaves(request);
    const Snapshot snapshot = evaluateOrSay(request);
    ProgramSampleRequest sample = sampleRequestOf(arguments, snapshot.source, snapshot.program, request.program);
    sample.order = order;
    ProgramValues values = programValuesAt(snapshot.source, snapshot.program, request.program, sample, x);
    if (values.refusal != SampleRefusal::None) throw CommandError{Exit::Wrong, refusalSentence(values.refusal)};
    return std::move(values.values);
}

}  // namespace

void commandPlot(const QStringList& words) {
    const Arguments arguments(words,
                              {QStringLiteral("--range"), QStringLiteral("--samples"), QStringLiteral("--order"), QStringLiteral("--over"),
                               QStringLiteral("--at"), QStringLiteral("--call")},
                              {QStringLiteral("--csv")});
    Request request = arguments.request();
    const bool program =
        (arguments.session() ? request.kind.value_or(kindOfText(request.text)) : kindOfText(request.text)) == TextKind::Program;
    request.kind = program ? TextKind::Program : TextKind::Formula;
    request.check = false;
    const AskedRange range = rangeOf(arguments);
    const int samples = arguments.number(QStringLiteral("--samples"), 201, 2, kMostSamples);
    const int order = arguments.number(QStringLiteral("--order"), 1, 0, 2);
    std::vector<double> x(static_cast<std::size_t>(samples));
    for (int i = 0; i < samples; ++i)
        x[static_cast<std::size_t>(i)] = i + 1 == samples ? range.to : range.from + (range.to - range.from) * i / (samples - 1);
    const Columns values = program ? ofProgram(arguments, request, x, order) : ofFormula(arguments, request, x, order);
    std::string out = "x,f";
    if (order >= 1) out += ",df";
    if (order >= 2) out += ",d2f";
    out += "\n";
    for (std::size_t i = 0; i < x.size(); ++i) {
        out += cell(x[i]);
        for (const std::vector<double>& column : values) out += "," + cell(column[i]);
        out += "\n";
    }
    say(out);
}

}  // namespace backstep
