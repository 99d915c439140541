// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programinputs.h"

#include <QCoreApplication>

#include "app/leaves.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

LeafPlace requiredLeaf(const ProgramReport& report, const QString& name) {
    if (const auto place = leafNamed(report, name)) return *place;
    const QStringList names = leafNames(report);
    throw CommandError{
        Exit::Wrong,
        Words::tr("There is no leaf “%1”. Leaves: %2.").arg(name, names.isEmpty() ? Words::tr("none") : names.join(QStringLiteral(", ")))};
}

}  // namespace

void overrideLeaves(const Source& source, const ParsedProgram& parsed, const std::map<std::string, double>& values,
                    ProgramOptions& options) {
    if (values.empty()) return;
    const ProgramRun run = runProgram(source, parsed, options);
    QVector<LeafSetting> settings;
    for (const auto& [name, value] : values) {
        settings = withLeafValue(settings, run.report, requiredLeaf(run.report, QString::fromStdString(name)), value);
    }
    for (LeafOverride& override : overridesOf(settings)) {
        std::erase_if(options.overrides, [&](const LeafOverride& o) { return o.key == override.key; });
        options.overrides.push_back(std::move(override));
    }
}

void overrideLeaves(Request& request) {
    if (request.inputs.values.empty() || request.kind.value_or(kindOfText(request.text)) != TextKind::Program) return;
    const Source source(request.text, request.name);
    overrideLeaves(source, parsePython(source), request.inputs.values, request.program);
}

std::optional<std::size_t> callOf(const Arguments& arguments) {
    const QString flag = QStringLiteral("--call");
    if (!arguments.has(flag)) return std::nullopt;
    return static_cast<std::size_t>(arguments.number(flag, 1, 1, 1'000'000)) - 1;
}

ProgramSampleRequest sampleRequestOf(const Arguments& arguments, const Source& source, const ParsedProgram& parsed,
                                     const ProgramOptions& options) {
    ProgramSampleRequest request;
    request.call = callOf(arguments);
    const QString over = arguments.value(QStringLiteral("--over"), {});
    if (over.isEmpty()) return request;
    const ProgramRun run = runProgram(source, parsed, options);
    const LeafPlace place = requiredLeaf(run.report, over);
    request.leaf = place.key;
    request.element = place.element;
    return request;
}

}  // namespace backstep
