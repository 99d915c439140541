// SPDX-License-Identifier: GPL-3.0-or-later
// backstep export.
#include <QCoreApplication>

#include "app/arguments.h"
#include "app/commandline.h"
#include "app/picture.h"
#include "app/range.h"
#include "engine/diagram/chartdiagram.h"
#include "engine/diagram/graphdiagram.h"
#include "engine/layout/helper.h"
#include "widgets/phrases.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr Size kPlotSize{640, 480};

Diagram graphOf(const Arguments& arguments, const Snapshot& s) {
    const int step = arguments.number(QStringLiteral("--step"), static_cast<int>(s.stops()), 0, static_cast<int>(s.stops()));
    // Nobody waits at a window: a busy machine must not put the stand-in's picture in place of the helper's.
    LayoutHelper helper({.program = defaultLayoutProgram(), .timeLimit = std::chrono::seconds(10)});
    const Layout layout = *helper.layout(layoutRequest(s.graph, Direction::topToBottom), {});
    State state(s.recording);
    state.moveTo(static_cast<std::size_t>(step));
    return graphDiagram(s.graph, layout, s.recording, s.source, state, graphWords());
}

Diagram plotOf(const Arguments& arguments, const Snapshot& s) {
    const PlotRange range = rangeOf(arguments);
    SampleRequest request;
    request.variable = variableOf(arguments, s);
    request.from = range.from;
    request.to = range.to;
    request.order = arguments.number(QStringLiteral("--order"), 1, 0, 2);
    std::optional<Chart> chart = sampleFormula(s.source, s.parsed.ast, inputsOf(s), request, {});
    if (!chart) throw CommandError{Exit::Wrong, Words::tr("There is nothing to plot.")};
    for (const NodeId id : s.recording.inputs) {
        if (s.recording.tape.nameOf(id) != request.variable) continue;
        const auto at = valuesAt(s.source, s.parsed.ast, inputsOf(s), request.variable, {s.recording.tape.scalar(id)}, 1);
        chart->hasPoint = true;
        chart->at = s.recording.tape.scalar(id);
        chart->value = at[0][0];
        chart->slope = at[1][0];
    }
    return chartDiagram(*chart, kPlotSize, chartWords());
}

Theme themeOf(const QString& name) {
    if (name == QLatin1String("light")) return Theme::light;
    if (name == QLatin1String("dark")) return Theme::dark;
    if (name == QLatin1String("print")) return Theme::print;
    throw CommandError{Exit::Usage, Words::tr("--theme is light, dark or print, not “%1”.").arg(name)};
}

}  // namespace

void commandExport(const QStringList& words) {
    const Arguments arguments(words,
                              {QStringLiteral("-o"), QStringLiteral("--at"), QStringLiteral("--step"), QStringLiteral("--what"), QStringLiteral("--theme"),
                               QStringLiteral("--scale"), QStringLiteral("--range"), QStringLiteral("--over"), QStringLiteral("--order")},
                              {});
    const QStringList paths = arguments.values(QStringLiteral("-o"));
    if (paths.isEmpty()) throw CommandError{Exit::Usage, Words::tr("-o OUT.svg or -o OUT.png is missing.")};
    for (const QString& path : paths) {
        if (!isPicturePath(path)) throw CommandError{Exit::Usage, Words::tr("%1: pictures are written as .svg or .png.").arg(path)};
    }
    const QString what = arguments.value(QStringLiteral("--what"), QStringLiteral("graph"));
    if (what != QLatin1String("graph") && what != QLatin1String("plot") && what != QLatin1String("both")) {
        throw CommandError{Exit::Usage, Words::tr("--what is graph, plot or both, not “%1”.").arg(what)};
    }
    const PictureOptions options{themeOf(arguments.value(QStringLiteral("--theme"), QStringLiteral("light"))), arguments.real(QStringLiteral("--scale"), 1)};
    if (!(options.scale >= 0.1 && options.scale <= 20)) throw CommandError{Exit::Usage, Words::tr("--scale takes a number from 0.1 to 20.")};
    Request request = arguments.request();
    request.check = false;
    const Snapshot snapshot = evaluateOrSay(request);
    const Diagram diagram = what == QLatin1String("graph")  ? graphOf(arguments, snapshot)
                            : what == QLatin1String("plot") ? plotOf(arguments, snapshot)
                                                            : beside(graphOf(arguments, snapshot), plotOf(arguments, snapshot));
    for (const QString& path : paths) {
        if (const QString problem = writePicture(diagram, path, options); !problem.isEmpty()) throw CommandError{Exit::File, problem};
    }
}

}  // namespace backstep
