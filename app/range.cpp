// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/range.h"

#include <cmath>

#include <QCoreApplication>

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

}  // namespace

AskedRange rangeOf(const Arguments& arguments) {
    if (!arguments.has(QStringLiteral("--range"))) return {};
    const QString text = arguments.value(QStringLiteral("--range"), {});
    const QStringList ends = text.split(QLatin1Char(':'));
    if (ends.size() != 2) throw CommandError{Exit::Usage, Words::tr("--range takes A:B, not “%1”.").arg(text)};
    const AskedRange range{numberOf(ends[0], QStringLiteral("--range")), numberOf(ends[1], QStringLiteral("--range"))};
    if (!(range.from < range.to) || !std::isfinite(range.to - range.from))
        throw CommandError{Exit::Usage, Words::tr("--range: the first end must be below the second, and both within reach.")};
    return range;
}

std::string variableOf(const Arguments& arguments, const Snapshot& snapshot) {
    const Recording& r = snapshot.recording;
    const std::string wanted = arguments.value(QStringLiteral("--over"), {}).toStdString();
    if (!wanted.empty()) {
        requireInput(snapshot, wanted);
        return wanted;
    }
    if (!r.inputs.empty()) return r.tape.nameOf(r.inputs.front());
    return "x";  // a constant is the same over any x
}

FormulaInputs inputsOf(const Snapshot& snapshot) {
    FormulaInputs inputs;
    for (const NodeId id : snapshot.recording.inputs)
        inputs.values[snapshot.recording.tape.nameOf(id)] = snapshot.recording.tape.scalar(id);
    return inputs;
}

}  // namespace backstep
