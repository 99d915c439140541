// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/waywords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "engine/base/numbers.h"
#include "engine/timeline/tensorterms.h"

namespace backstep {
namespace {

struct WayWords {
    Q_DECLARE_TR_FUNCTIONS(WayWords)

public:
    static QString operation(const Ways& ways) {
        const Tape& tape = ways.snapshot->recording.tape;
        const std::string& own = tape.attributes(ways.refused).text;
        return QString::fromStdString(tape.op(ways.refused) == Op::Function ? own : std::string(infoOf(tape.op(ways.refused)).name));
    }
    static QString sentence(const Ways& ways) {
        switch (ways.state) {
            case Ways::State::Ready:
                return ways.leaf.valid() ? QString() : tr("%1 depends on no input that requires a gradient.").arg(wayName(ways, ways.root));
            case Ways::State::NothingToDifferentiate: return tr("Nothing here requires a gradient. An input does with requires_grad=True.");
            case Ways::State::TooLarge:
                return tr("%1 depends on %2 edges: too many to look at one by one. Choose an output that is nearer to its inputs.")
                    .arg(wayName(ways, ways.root), wayCount(static_cast<double>(ways.edges)));
            case Ways::State::OwnBackward:
                return tr("%1 has a backward of its own in the program. Only the program can run it, so it cannot be run again here.")
                    .arg(operation(ways));
            case Ways::State::NoRule: return tr("The rule of %1 cannot be run again here.").arg(operation(ways));
        }
        return {};
    }
    static QString check(const Ways& ways, const WayCheck& c) {
        const QString name = wayName(ways, c.leaf) + QString::fromStdString(c.place);
        const QString what = c.along == WayCheck::Along::Direction ? tr("%1 (along one direction)").arg(name) : name;
        QStringList parts;
        if (c.check.forwardVerdict == Verdict::Differs) parts << tr("forward mode gives %1").arg(wayNumber(c.check.forward));
        if (c.check.differenceVerdict == Verdict::Differs) parts << tr("differences give %1").arg(wayNumber(c.check.difference));
        if (!parts.isEmpty()) {
            //: %1 an input, %2 its gradient, %3 "forward mode gives 4; differences give 4"
            return tr("%1: backward() gave %2, but %3.")
                .arg(what, wayNumber(c.check.reverse), parts.join(tr("; ", "between two numbers that differ")));
        }
        if (c.check.forwardVerdict == Verdict::Agrees && c.check.differenceVerdict == Verdict::Agrees)
            return tr("%1: forward mode and differences agree.").arg(what);
        if (c.check.forwardVerdict == Verdict::Agrees)
            return tr("%1: forward mode agrees; differences do not settle here (a kink, a pole or an edge is near).").arg(what);
        if (c.check.differenceVerdict == Verdict::Agrees) return tr("%1: differences agree; forward mode cannot be run.").arg(what);
        return tr("%1: neither forward mode nor differences can tell.").arg(what);
    }
    static QString allAgree() { return tr("Forward mode and differences agree."); }
    static QString about(const QString& number) { return tr("about %1").arg(number); }
};

}  // namespace

QString wayName(const Ways& ways, NodeId node) {
    return QString::fromStdString(toPlainText(nameTerm(ways.snapshot->recording, ways.snapshot->source, node).notation));
}
QString wayNumber(double value) { return QString::fromStdString(significant(value, 4)); }
QString wayValue(const Tensor& value) { return QString::fromStdString(tensorText(value, 4)); }

QString wayCount(double count) {
    constexpr double kExact = 1e15;
    return count < kExact ? QLocale::c().toString(count, 'f', 0).replace(QLatin1Char(','), QChar(0x2009))
                          : WayWords::about(QString::fromStdString(significant(count, 3)));
}

QString waySentence(const Ways& ways) { return WayWords::sentence(ways); }

QString pathNames(const Ways& ways, const Path& path) {
    QString text = wayName(ways, ways.paths.leaf);
    for (std::size_t i = path.edges.size(); i-- > 0;) text += QStringLiteral(" → ") + wayName(ways, ways.reach.edges[path.edges[i]].value);
    return text;
}

bool differs(const WayCheck& check) {
    return check.check.forwardVerdict == Verdict::Differs || check.check.differenceVerdict == Verdict::Differs;
}
bool agrees(const WayCheck& check) {
    return !differs(check) && (check.check.forwardVerdict == Verdict::Agrees || check.check.differenceVerdict == Verdict::Agrees);
}

QString checkSentence(const Ways& ways, const WayCheck& check) { return WayWords::check(ways, check); }

QString leafSentence(const Ways& ways, SweepId sweep, NodeId leaf, bool& wrong) {
    QStringList lines;
    bool all = true, any = false;
    wrong = false;
    for (const WayCheck& check : ways.checks) {
        if (check.leaf != leaf || check.sweep != sweep) continue;
        any = true;
        all = all && check.check.forwardVerdict == Verdict::Agrees && check.check.differenceVerdict == Verdict::Agrees;
        if (!differs(check) && (wrong || !lines.isEmpty())) continue;
        if (differs(check) && !wrong) lines.clear();
        wrong = wrong || differs(check);
        lines << WayWords::check(ways, check);
    }
    if (!any) return {};
    return all ? WayWords::allAgree() : lines.join(QLatin1Char('\n'));
}

}  // namespace backstep
