// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/nodetexts.h"

#include <QCoreApplication>
#include <QStringList>

#include "engine/base/numbers.h"
#include "engine/diagram/printable.h"
#include "engine/timeline/saved.h"
#include "engine/timeline/tensorterms.h"
#include "widgets/punctuation.h"
#include "widgets/stepcursor.h"

namespace backstep {
namespace {

class NodeTexts {
    Q_DECLARE_TR_FUNCTIONS(backstep::NodeTexts)

public:
    using Number = QString (*)(const Tensor&);
    // Every digit; of a larger tensor its shape and as much as fits a tip.
    static QString exact(const Tensor& value) {
        constexpr qsizetype kMost = 400;
        QString text = QString::fromStdString(exactTensorText(value));
        if (text.size() > kMost) text = text.left(kMost) + QChar(0x2026);
        return value.isScalar() ? text : QString::fromStdString(shapeText(value)) + QLatin1Char(' ') + text;
    }
    static QString rounded(const Tensor& value) { return QString::fromStdString(tensorText(value, kCardDigits)); }

    NodeTexts(const StepCursor& cursor, std::size_t index)
        : cursor_(cursor), node_(cursor.snapshot()->graph.nodes[index]), recording_(cursor.snapshot()->recording) {}

    QString head() const {
        const std::string text = node_.expression.empty() ? node_.name : node_.name + " = " + node_.expression;
        return QString::fromStdString(printable(text));
    }
    QString value(Number number) const {
        if (!cursor_.state()->computed(node_.node)) return tr("value not yet computed");
        return tr("value %1").arg(number(recording_.tape.value(node_.node)));
    }
    // Empty before a sweep has begun: then there is nothing to wait for.
    QString derivative(Number number) const {
        const State& state = *cursor_.state();
        if (!state.sweep().valid() || node_.kind == GraphNode::Kind::Constant || node_.kind == GraphNode::Kind::Data) return {};
        const auto known = state.derivative(node_.node);
        const bool over = state.computed(node_.node) && cursor_.stop() >= state.endOfSweep();
        if (recording_.log.sweeps[state.sweep()].mode == SweepMode::Reverse) {
            if (!known) return over ? tr("no adjoint") : tr("adjoint not yet computed");
            return tr("adjoint %1").arg(number(*known));
        }
        if (!known) return over ? tr("no tangent") : tr("tangent not yet computed");
        return tr("tangent %1").arg(number(*known));
    }
    QString saved() const {
        const QStringList names = savedNames();
        return names.isEmpty() ? QString() : tr("saved for the backward pass: %1").arg(listOf(names));
    }

private:
    const StepCursor& cursor_;
    const GraphNode& node_;
    const Recording& recording_;

    // What the rules of this node look at, of those that a sweep would run.
    QStringList savedNames() const {
        QStringList names;
        if (node_.kind == GraphNode::Kind::Folded) return names;
        for (const NodeId saved : savedBy(recording_.tape, node_.node)) {
            const int index = cursor_.snapshot()->graph.indexOf(saved);
            if (recording_.tape.isConstant(saved) || index < 0) continue;
            const QString name = QString::fromStdString(printable(cursor_.snapshot()->graph.nodes[static_cast<std::size_t>(index)].name));
            if (!names.contains(name)) names.append(name);
        }
        return names;
    }
};

// Screen readers leave out small digits and stumble over thin spaces.
QString plain(QString text) {
    for (QChar& c : text) {
        if (c >= QChar(0x2080) && c <= QChar(0x2089)) c = QChar('0' + (c.unicode() - 0x2080));
        else if (c == QChar(0x2009)) c = QLatin1Char(' ');
    }
    return text;
}

}  // namespace

QString spokenNode(const StepCursor& cursor, std::size_t index) {
    const NodeTexts texts(cursor, index);
    QStringList parts{plain(texts.head()), texts.value(NodeTexts::rounded)};
    if (cursor.snapshot()->graph.nodes[index].kind == GraphNode::Kind::Constant) parts.removeLast();
    if (const QString derivative = texts.derivative(NodeTexts::rounded); !derivative.isEmpty()) parts.append(derivative);
    return listOf(parts);
}

QString nodeTip(const StepCursor& cursor, std::size_t index) {
    const NodeTexts texts(cursor, index);
    QStringList lines{texts.head(), texts.value(NodeTexts::exact), texts.derivative(NodeTexts::exact), texts.saved()};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

}  // namespace backstep
