// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tapemodel.h"

#include <algorithm>

#include <QBrush>
#include <QTextDocument>

#include "engine/base/numbers.h"
#include "engine/diagram/printable.h"
#include "engine/timeline/tensorterms.h"
#include "widgets/appearance.h"

namespace backstep {
namespace {

QString toQt(const std::string& text) { return QString::fromStdString(printable(text)); }
QString mathMode(const Notation& notation) { return QLatin1Char('$') + QString::fromStdString(toLatex(notation)) + QLatin1Char('$'); }
QString rounded(const Tensor& value) { return QString::fromStdString(tensorText(value, kCardDigits)); }
constexpr std::size_t kMeasured = 2000;  // numbers looked at for the width of a column
const QString kDash(QChar(0x2014));

}  // namespace

TapeModel::TapeModel(StepCursor* cursor, QObject* parent) : QAbstractTableModel(parent), cursor_(cursor) {
    connect(cursor_, &StepCursor::runChanged, this, &TapeModel::showRun);
    connect(cursor_, &StepCursor::stopChanged, this, &TapeModel::showStop);
    connect(cursor_, &StepCursor::staleChanged, this, &TapeModel::showStop);
    rows_ = rowsOfRun();
}

// Constants stand in the expressions that use them.
QVector<TapeModel::Row> TapeModel::rowsOfRun() const {
    QVector<Row> rows;
    if (!cursor_->snapshot()) return rows;
    const Snapshot& s = *cursor_->snapshot();
    for (std::size_t i = 0; i < s.graph.places.size(); ++i) {
        const NodeId node(i);
        if (s.graph.places[i] >= 0 && !s.recording.tape.isConstant(node)) rows.append({node, s.recording.tape.op(node) == Op::Input});
    }
    return rows;
}

QString TapeModel::nameOf(const Row& row) const {
    const Snapshot& s = *cursor_->snapshot();
    return toQt(toPlainText(nameTerm(s.recording, s.source, row.node).notation));
}

QString TapeModel::expressionOf(const Row& row) const {
    const Snapshot& s = *cursor_->snapshot();
    return row.input ? tr("input") : toQt(toPlainText(expressionTerm(s.recording, s.source, row.node).notation));
}

void TapeModel::showRun() {
    QVector<Row> rows = rowsOfRun();
    if (rows == rows_) return showStop();
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
    emit headerDataChanged(Qt::Horizontal, Derivative, Derivative);
}

void TapeModel::showStop() {
    if (rows_.isEmpty()) return;
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, Derivative, Derivative);
}

void TapeModel::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    showStop();
}

int TapeModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }
int TapeModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

bool TapeModel::isForwardMode() const { return cursor_->snapshot() && cursor_->snapshot()->request.mode == SweepMode::Forward; }

int TapeModel::rowOf(NodeId node) const {
    const auto found = std::lower_bound(rows_.begin(), rows_.end(), node, [](const Row& row, NodeId id) { return row.node < id; });
    return found != rows_.end() && found->node == node ? static_cast<int>(found - rows_.begin()) : -1;
}

TapeModel::Cell TapeModel::cell(NodeId node, Column column) const {
    const State& state = *cursor_->state();
    if (column == Value) {
        if (!state.computed(node)) return {};
        return {Cell::Kind::Number, cursor_->snapshot()->recording.tape.value(node)};
    }
    if (const auto known = state.derivative(node)) return {Cell::Kind::Number, *known};
    const bool over = state.computed(node) && state.sweep().valid() && cursor_->stop() >= state.endOfSweep();
    return {over ? Cell::Kind::None : Cell::Kind::NotYet, Tensor()};
}

QStringList TapeModel::numbersOf(Column column) const {
    QStringList all{QStringLiteral("None")};
    if (!cursor_->snapshot()) return all;
    const Recording& recording = cursor_->snapshot()->recording;
    if (column == Value) {
        for (qsizetype i = 0; i < rows_.size() && all.size() < qsizetype(kMeasured); ++i)
            all.append(rounded(recording.tape.value(rows_[i].node)));
        return all;
    }
    for (const Sweep& sweep : recording.log.sweeps) all.append(rounded(sweep.seed));
    const auto& contributions = recording.log.contributions;
    for (std::size_t i = 0; i < std::min(contributions.size(), kMeasured); ++i) all.append(rounded(contributions.afterOf(i)));
    return all;
}

bool TapeModel::isOfStep(NodeId node) const {
    const Moment moment = momentAt(cursor_->snapshot()->recording, cursor_->stop());
    return moment.event && (moment.node == node || moment.other == node);
}

QString TapeModel::text(const Row& row, Column column) const {
    if (column == Node) return nameOf(row);
    if (column == Expression) return expressionOf(row);
    const Cell known = cell(row.node, column);
    switch (known.kind) {
        case Cell::Kind::Number: return rounded(known.number);
        case Cell::Kind::NotYet: return kDash;
        case Cell::Kind::None: return QStringLiteral("None");  // as the library calls it, in every language
    }
    return {};
}

QString TapeModel::exact(const Row& row, Column column) const {
    if (column == Node || column == Expression) return text(row, column);
    const Cell known = cell(row.node, column);
    if (known.kind == Cell::Kind::NotYet) return {};
    return known.kind == Cell::Kind::None ? text(row, column) : QString::fromStdString(exactTensorText(known.number));
}

QString TapeModel::latex(const Row& row, Column column) const {
    const Snapshot& s = *cursor_->snapshot();
    if (column == Node) return mathMode(nameTerm(s.recording, s.source, row.node).notation);
    if (column == Expression) return row.input ? text(row, column) : mathMode(expressionTerm(s.recording, s.source, row.node).notation);
    const Cell known = cell(row.node, column);
    if (known.kind == Cell::Kind::NotYet) return QStringLiteral("---");
    return known.kind == Cell::Kind::None ? text(row, column) : mathMode(tensorNotation(known.number, kCardDigits));
}

QString TapeModel::spoken(const Row& row, Column column) const {
    if (column == Node || column == Expression) return text(row, column);
    switch (cell(row.node, column).kind) {
        case Cell::Kind::Number: return text(row, column);
        case Cell::Kind::NotYet: return tr("not yet computed");
        case Cell::Kind::None: return isForwardMode() ? tr("no tangent") : tr("no adjoint");
    }
    return {};
}

// Not markup: an expression may hold a "<".
QString TapeModel::tip(const Row& row, Column column) const {
    if (column == Node || column == Expression) return Qt::convertFromPlainText(text(row, column), Qt::WhiteSpaceNormal);
    return cell(row.node, column).kind == Cell::Kind::Number ? exact(row, column) : spoken(row, column);
}

QVariant TapeModel::colour(const Row& row, Column column) const {
    const bool reached = cursor_->state()->computed(row.node);
    const auto of = [&] {
        if (column == Node || column == Expression) return ink(reached ? Ink::text : Ink::faint);
        if (cell(row.node, column).kind != Cell::Kind::Number) return ink(Ink::faint);
        return ink(column == Value ? Ink::text : isForwardMode() ? Ink::tangent : Ink::backwardText);
    };
    return QBrush(cursor_->stale() ? mix(of(), ink(Ink::pane), kStaleOpacity) : of());
}

QVariant TapeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || cursor_->state() == nullptr) return {};
    const Row& row = rows_[index.row()];
    const auto column = static_cast<Column>(index.column());
    const bool number = column == Value || column == Derivative;
    switch (role) {
        case Qt::DisplayRole: return text(row, column);
        case Qt::ToolTipRole: return tip(row, column);
        case Qt::AccessibleTextRole: return spoken(row, column);
        case Qt::TextAlignmentRole: return QVariant((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case Qt::FontRole: return number ? QVariant(numberFont()) : QVariant();
        case Qt::ForegroundRole: return colour(row, column);
        case Qt::BackgroundRole: {
            if (!isOfStep(row.node) || cursor_->stale()) return {};
            const bool backward = cursor_->state()->sweep().valid() && !isForwardMode();
            return QBrush(ink(backward ? Ink::backwardWash : Ink::forwardWash));
        }
        case ExactRole: return exact(row, column);
        case LatexRole: return latex(row, column);
        case StepRole: return isOfStep(row.node);
        default: return {};
    }
}

QVariant TapeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole) return QVariant((section >= Value ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (static_cast<Column>(section)) {
        case Node: return tr("node");
        case Expression: return tr("expression");
        case Value: return tr("value");
        case Derivative: return isForwardMode() ? tr("tangent") : tr("adjoint");
        case ColumnCount: break;
    }
    return {};
}

}  // namespace backstep
