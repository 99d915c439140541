// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/programwords.h"

#include <QCoreApplication>

#include "widgets/enginewords.h"
#include "widgets/programwords_parts.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProgramWords)
};

QString argument(const ErrorFix& fix, std::size_t number) {
    if (number >= fix.arguments.size()) return {};
    QString text = QString::fromStdString(fix.arguments[number]).simplified();
    if (text.size() > 48) text = text.left(45) + QStringLiteral("…");
    return text;
}

}  // namespace

bool Sentences::is(const char* fact, const char* value) const {
    const auto found = facts_.find(fact);
    return found != facts_.end() && found->second == value;
}

Sentences& Sentences::say(std::initializer_list<QString> ways) {
    for (const QString& way : ways) {
        QString out;
        bool known = true;
        for (qsizetype at = 0; at < way.size() && known;) {
            const qsizetype open = way.indexOf(QLatin1Char('{'), at);
            const qsizetype close = open < 0 ? -1 : way.indexOf(QLatin1Char('}'), open);
            if (close < 0) {
                out += way.mid(at);
                break;
            }
            const auto found = facts_.find(way.mid(open + 1, close - open - 1).toStdString());
            known = found != facts_.end();
            if (!known) break;
            out += way.mid(at, open - at) + QString::fromStdString(found->second);
            at = close + 1;
        }
        if (!known) continue;
        if (!text_.isEmpty() && !out.isEmpty()) text_ += QLatin1Char('\n');
        text_ += out;
        break;
    }
    return *this;
}

QString headline(const ProgramError& error) {
    const bool own = error.type == "Unsupported" || error.type == "Limit";
    const QString message = own ? engineWords(error.message) : QString::fromStdString(error.message);
    if (error.type == "Unsupported") return Words::tr("Backstep does not support %1.").arg(message);
    if (error.type == "Limit")
        return message.isEmpty() ? Words::tr("A limit was reached.") : Words::tr("A limit was reached: %1.").arg(message);
    if (error.type == "Interrupted") return Words::tr("The run was stopped.");
    return QString::fromStdString(error.type) + (message.isEmpty() ? QString() : QStringLiteral(": ") + message);
}

QString errorWords(const ErrorExplanation& explanation) {
    for (const auto words : {gradientWords, shapeWords, numberWords, nameWords, callWords, operationWords, syntaxWords, endWords}) {
        const QString text = words(explanation);
        if (!text.isEmpty()) return text;
    }
    return {};
}

QString errorFixTitle(const ErrorFix& fix) {
    const QString a = argument(fix, 0);
    const QString b = argument(fix, 1);
    switch (fix.kind) {
        case FixKind::RetainGraph: return Words::tr("Keep the graph: write retain_graph=True in line %1").arg(a);
        case FixKind::SumFirst: return Words::tr("Sum first: %1.sum()").arg(a);
        case FixKind::SeedWithOnes: return Words::tr("Give a seed of ones: torch.ones_like(%1)").arg(a);
        case FixKind::SeedLike: return Words::tr("Give a seed in the shape of %1").arg(a);
        case FixKind::DetachFirst: return Words::tr("Detach first: %1.detach()").arg(a);
        case FixKind::RequireGrad: return Words::tr("Let %1 require grad").arg(a);
        case FixKind::WriteDecimal: return Words::tr("Make it a decimal number");
        case FixKind::ToFloat: return Words::tr("Turn it into decimal numbers: %1.float()").arg(a);
        case FixKind::NewValue: return Words::tr("Make a new value: write %2 in place of %1").arg(a, b);
        case FixKind::CloneFirst: return Words::tr("Change a copy: %1 = %1.clone() before it").arg(a);
        case FixKind::UnderNoGrad: return Words::tr("Change it under torch.no_grad()");
        case FixKind::RecordHere: return Words::tr("Record here: torch.enable_grad() in place of %1").arg(a);
        case FixKind::AllowUnused: return Words::tr("Allow it: allow_unused=True gives None for that gradient");
        case FixKind::GuardNone: return Words::tr("Do it only if %1 is not None").arg(a);
        case FixKind::RetainGrad: return Words::tr("Keep its gradient: %1.retain_grad() before backward()").arg(a);
        case FixKind::Replace: return Words::tr("Write %2 in place of %1").arg(a, b);
        case FixKind::Insert: return Words::tr("Insert %1").arg(a);
        case FixKind::Remove: return Words::tr("Remove %1").arg(a);
        case FixKind::Import: return Words::tr("Insert the line “%1”").arg(a);
        case FixKind::Indent: return Words::tr("Indent by four spaces: %1").arg(a);
        case FixKind::WithoutModule: return Words::tr("Leave out the module %1: nothing here takes what it gives").arg(a);
        case FixKind::Unindent: return Words::tr("Move it to where its block begins: %1").arg(a);
        case FixKind::Transpose: return Words::tr("Transpose: %1.T").arg(a);
        case FixKind::AnyOf: return Words::tr("Ask whether any is true: (%1).any()").arg(a);
        case FixKind::AllOf: return Words::tr("Ask whether all are true: (%1).all()").arg(a);
        case FixKind::ToText: return Words::tr("Turn it into text: str(%1)").arg(a);
        case FixKind::Global: return Words::tr("Say that %1 is the one outside").arg(a);
        case FixKind::Self: return Words::tr("Write self as the first parameter of %1").arg(a);
        case FixKind::Repair: return Words::tr("Repair the pasted text");
    }
    return {};
}

QString unseededNote() {
    return Words::tr(
        "note: Random numbers were drawn without a seed; a fixed one was used, so that every run is alike. "
        "torch.manual_seed(0) chooses one.");
}

}  // namespace backstep
