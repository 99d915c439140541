// SPDX-License-Identifier: GPL-3.0-or-later
// backstep plot.
#include <QCoreApplication>

#include "app/arguments.h"
#include "app/commandline.h"
#include "app/range.h"
#include "engine/base/numbers.h"

namespace backstep {
namespace {

constexpr int kMostSamples = 100'000;

// One column a derivative; whole numbers without ".0", as a spreadsheet writes them.
std::string cell(double value) {
    std::string text = shortest(value);
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

}  // namespace

void commandPlot(const QStringList& words) {
    const Arguments arguments(words, {QStringLiteral("--range"), QStringLiteral("--samples"), QStringLiteral("--order"), QStringLiteral("--over"), QStringLiteral("--at")},
                              {QStringLiteral("--csv")});
    Request request = arguments.formulaRequest();
    request.check = false;
    const PlotRange range = rangeOf(arguments);
    const int samples = arguments.number(QStringLiteral("--samples"), 201, 2, kMostSamples);
    const int order = arguments.number(QStringLiteral("--order"), 1, 0, 2);
    const Snapshot snapshot = evaluateOrSay(request);
    const std::string variable = variableOf(arguments, snapshot);
    std::vector<double> x(static_cast<std::size_t>(samples));
    for (int i = 0; i < samples; ++i) x[static_cast<std::size_t>(i)] = i + 1 == samples ? range.to : range.from + (range.to - range.from) * i / (samples - 1);
    const auto values = valuesAt(snapshot.source, snapshot.parsed.ast, inputsOf(snapshot), variable, x, order);
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
