// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/happeningwords.h"

#include <QCoreApplication>

#include "engine/diagram/printable.h"
#include "engine/timeline/saved.h"
#include "engine/timeline/terms.h"
#include "widgets/punctuation.h"

namespace backstep {
namespace {

class HappeningWords {
    Q_DECLARE_TR_FUNCTIONS(HappeningWords)

public:
    HappeningWords(const Explanation& step, const Recording& recording, const Source& source)
        : step_(step), h_(*step.happening), r_(recording), source_(source) {}

    [[nodiscard]] QString text() const {
        switch (step_.event) {
            case EventKind::Line: return tr("Line %1 runs: %2").arg(line()).arg(code());
            case EventKind::Bound:
                return h_.node.valid() && name() != said() && !name().startsWith(said() + QChar(0x207D))
                           ? tr("%1 gets the name %2.").arg(name(), said())
                           : tr("%1 gets its value.").arg(said());
            case EventKind::Iteration: return tr("Turn %1 of the loop begins: %2").arg(h_.number + 1).arg(code());
            case EventKind::Entered: return tr("%1 is called: %2").arg(said(), code());
            case EventKind::Left: return tr("%1 returns.").arg(said());
            case EventKind::Printed: return tr("The program prints: %1").arg(said());
            case EventKind::Zeroed:
                return h_.text == "None" ? tr("%1.grad is set to None.").arg(name())
                                         : tr("%1.grad is set to 0: the next backward() starts from nothing.").arg(name());
            case EventKind::Freed:
                return tr("What %1 had saved for the backward pass is freed: backward() cannot go through it again.").arg(name());
            case EventKind::Detached:
                return tr("detach() gives the value of %1 without its history: no gradient flows back through it.").arg(name());
            case EventKind::Changed: return changed();
            case EventKind::Raised: return h_.node.valid() ? failed() : tr("The program fails here: %1").arg(code());
            default: return {};
        }
    }

private:
    const Explanation& step_;
    const Happening& h_;
    const Recording& r_;
    const Source& source_;

    static QString shown(std::string text) {
        if (const auto end = text.find('\n'); end != std::string::npos && end + 1 < text.size()) text = text.substr(0, end) + " …";
        else if (end != std::string::npos) text.resize(end);
        return QString::fromStdString(printable(text));
    }
    [[nodiscard]] QString code() const { return shown(std::string(source_.slice(h_.span))); }
    [[nodiscard]] QString said() const { return shown(h_.text); }
    [[nodiscard]] std::uint32_t line() const { return source_.placeOf(h_.span.begin).line; }
    [[nodiscard]] QString name() const {
        if (!h_.node.valid()) return tr("the tensor");
        return QString::fromStdString(toPlainText(nameTerm(r_, source_, h_.node).notation));
    }
    // The operation at which a sweep ended, and why there.
    [[nodiscard]] QString failed() const { return tr("The program fails here: %1").arg(code()) + QLatin1Char('\n') + gone(); }
    [[nodiscard]] QString gone() const {
        const bool freed = r_.savedFault && r_.savedFault->node == h_.node && r_.savedFault->freed;
        return freed ? tr("The sweep came to %1, whose rule needs what it had saved; that has been freed.").arg(name())
                     : tr("The sweep came to %1, whose rule needs what it had saved; that has been changed in place since.").arg(name());
    }
    [[nodiscard]] QString changed() const {
        const QString what = h_.text.empty() ? name() : said();
        const QString said = tr("%1 is changed in place by “%3”: it is version %2 now.").arg(what).arg(h_.number).arg(code());
        const QStringList keepers = keepersOfOld();
        if (keepers.isEmpty()) return sentencesOf({said, tr("No operation had kept version %1 for the backward pass.").arg(h_.number - 1)});
        return sentencesOf(
            {said,
             tr("Version %1 had been kept by %2: backward() can no longer go through there.").arg(h_.number - 1).arg(listOf(keepers))});
    }
    // A change moves the version of what it changes: no two are the same.
    [[nodiscard]] bool isThis(const Happening& h) const { return h.node == h_.node && h.number == h_.number && h.span == h_.span; }
    // The operations recorded before this change that keep the value for their rules.
    [[nodiscard]] QStringList keepersOfOld() const {
        QStringList names;
        if (!h_.node.valid()) return names;
        NodeId last;
        for (const Event& event : r_.log.events) {
            if (event.kind == EventKind::Changed && isThis(r_.log.happening(event))) break;
            if (event.kind == EventKind::Recorded) last = NodeId(event.index);
        }
        if (!last.valid()) return names;
        for (const NodeId keeper : keepersOf(r_, h_.node, last)) {
            names.append(QString::fromStdString(printable(toPlainText(nameTerm(r_, source_, keeper).notation))));
        }
        return names;
    }
};

}  // namespace

QString happeningWords(const Explanation& step, const Recording& recording, const Source& source) {
    return !step.happening ? QString() : HappeningWords(step, recording, source).text();
}

}  // namespace backstep
