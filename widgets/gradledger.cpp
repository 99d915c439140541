// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/gradledger.h"

#include <QCoreApplication>
#include <QStringList>

#include "engine/base/numbers.h"
#include "engine/timeline/tensorterms.h"

namespace backstep {
namespace {

constexpr qsizetype kLines = 8;
const QString kRule = QStringLiteral("────────  ");  // what was added up until here counts no more

class Ledger {
    Q_DECLARE_TR_FUNCTIONS(GradLedger)

public:
    Ledger(const Snapshot& snapshot, const State& state, NodeId leaf) : s_(snapshot), state_(state), leaf_(leaf) {}

    [[nodiscard]] QString text() const {
        QStringList lines;
        for (const Timeline::LedgerEntry& entry : s_.timeline->ledgerOf(leaf_)) {
            if (entry.stop <= state_.stop()) lines.append(line(entry));
        }
        if (lines.isEmpty()) return {};
        const qsizetype before = lines.size() - kLines;
        if (before > 0) lines = QStringList{tr("%n earlier line(s)", nullptr, static_cast<int>(before))} + lines.mid(before);
        return title() + QLatin1Char('\n') + lines.join(QLatin1Char('\n'));
    }

private:
    const Snapshot& s_;
    const State& state_;
    NodeId leaf_;

    static QString shown(const Tensor& value) { return QString::fromStdString(tensorText(value, kCardDigits)); }
    [[nodiscard]] QString title() const {
        return tr("%1.grad so far").arg(QString::fromStdString(toPlainText(nameTerm(s_.recording, s_.source, leaf_).notation)));
    }
    [[nodiscard]] QString line(const Timeline::LedgerEntry& entry) const {
        if (entry.zeroed) return kRule + (entry.none ? tr("set to None") : tr("zeroed: 0"));
        const Accumulation& a = s_.recording.log.accumulations[entry.accumulation];
        const QString sweep = tr("backward %1: + %2").arg(a.sweep.index() + 1).arg(shown(a.amount));
        return identical(a.amount, a.after) ? sweep : sweep + QStringLiteral("  =  ") + shown(a.after);
    }
};

}  // namespace

QString gradLedger(const Snapshot& snapshot, const State& state, NodeId leaf) { return Ledger(snapshot, state, leaf).text(); }

NodeId leafAt(const Snapshot& snapshot, std::size_t stop, NodeId focus) {
    const Tape& tape = snapshot.recording.tape;
    if (focus.valid() && focus.index() < tape.size() && tape.op(focus) == Op::Input) return focus;
    const Moment moment = momentAt(snapshot.recording, stop);
    return moment.node.valid() && tape.op(moment.node) == Op::Input ? moment.node : NodeId();
}

}  // namespace backstep
