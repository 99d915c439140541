// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pathwords.h"

#include <QCoreApplication>

#include "widgets/programwords.h"

namespace backstep {
namespace {

struct PathWords {
    Q_DECLARE_TR_FUNCTIONS(PathWords)

public:
    static QString loop(const PathStep& step) {
        const int turns = static_cast<int>(step.times);
        return step.kind == PathStep::Kind::While ? tr("line %1: while %n time(s)", nullptr, turns).arg(step.line)
                                                  : tr("line %1: for %n time(s)", nullptr, turns).arg(step.line);
    }
    // Once, or each time the same way; else how often.
    static QString condition(const PathStep& step) {
        const bool always = step.taken == step.times, never = step.taken == 0;
        switch (step.kind) {
            case PathStep::Kind::Elif:
                if (step.times == 0) return tr("line %1: elif not reached").arg(step.line);
                return always  ? tr("line %1: elif taken").arg(step.line)
                       : never ? tr("line %1: elif not taken").arg(step.line)
                               : tr("line %1: elif taken %2 of %3 times").arg(step.line).arg(step.taken).arg(step.times);
            case PathStep::Kind::Choice:
                if (step.times == 0) return tr("line %1: condition not reached").arg(step.line);
                return always  ? tr("line %1: condition true").arg(step.line)
                       : never ? tr("line %1: condition false").arg(step.line)
                               : tr("line %1: condition true %2 of %3 times").arg(step.line).arg(step.taken).arg(step.times);
            default:
                if (step.times == 0) return tr("line %1: if not reached").arg(step.line);
                return always  ? tr("line %1: if taken").arg(step.line)
                       : never ? tr("line %1: if not taken").arg(step.line)
                               : tr("line %1: if taken %2 of %3 times").arg(step.line).arg(step.taken).arg(step.times);
        }
    }
    static QString sentence(const ProgramPath& path, bool alone) {
        QStringList parts;
        const bool endless = path.error && path.error->type == "Limit";
        if (endless) parts << tr("line %1: too long to follow").arg(path.error->line);
        for (const PathStep& step : path.steps) {
            if (endless && step.line == path.error->line) continue;  // how often says nothing
            const bool isLoop = step.kind == PathStep::Kind::While || step.kind == PathStep::Kind::For;
            parts << (isLoop ? loop(step) : condition(step));
        }
        if (path.error && !endless)
            parts << tr("line %1: ends with %2").arg(path.error->line).arg(QString::fromStdString(path.error->type));
        if (parts.isEmpty()) return alone ? tr("the same way everywhere") : tr("other lines");
        return parts.join(tr("; ", "between what tells one path from another"));
    }
    static QString refusal(SampleRefusal why) {
        switch (why) {
            case SampleRefusal::None: return {};
            case SampleRefusal::NoBackward: return tr("The program never calls backward(): there is no output to plot.");
            case SampleRefusal::NoCall: return tr("The program does not call backward() so often.");
            case SampleRefusal::NoLeaf:
                return tr("The program has no leaf that can be changed: a tensor that it makes with requires_grad=True.");
            case SampleRefusal::NotScalar: return tr("backward() begins at a tensor of several elements: a curve needs one number.");
            case SampleRefusal::NotNeeded: return tr("No gradient comes to this leaf: the output does not depend on it.");
            case SampleRefusal::Changed:
                return tr(
                    "The program changes this leaf before it calls backward(): the gradient belongs to another value. An earlier call may "
                    "be plotted.");
            case SampleRefusal::NoElement: return tr("The leaf has no such element.");
            case SampleRefusal::Order: return tr("Of a program there are the first and the second derivative, and no higher one.");
            case SampleRefusal::TooLong:
                return tr("The program takes too long to be run again for a curve. The command line does it: backstep plot.");
            case SampleRefusal::Failed: return tr("The program ends with an error before it calls backward().");
        }
        return {};
    }
};

}  // namespace

QStringList pathSentences(const std::vector<ProgramPath>& paths) {
    QStringList out;
    if (paths.empty()) return out;
    for (const ProgramPath& path : differencesOf(paths)) out << PathWords::sentence(path, paths.size() == 1);
    return out;
}

QString refusalSentence(SampleRefusal refusal) { return PathWords::refusal(refusal); }

}  // namespace backstep
