// SPDX-License-Identifier: GPL-3.0-or-later
// The tape at the cursor's stop as a table: a row for every node that is recorded, in the order of the tape. Stepping
// changes cells; rows change only when the text does, so that selection and scrolling survive a dragged input.
#pragma once

#include <QAbstractTableModel>
#include <QVector>

#include "widgets/stepcursor.h"

namespace backstep {

class TapeModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Node, Expression, Value, Derivative, ColumnCount };  // the adjoint, or the tangent in forward mode
    enum Role {
        ExactRole = Qt::UserRole,  // every digit, as a program writes it; empty where nothing is known
        LatexRole,                 // for text mode
        StepRole,                  // whether the step at hand is about this row
    };

    explicit TapeModel(StepCursor* cursor, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] NodeId nodeAt(int row) const { return rows_[row].node; }
    [[nodiscard]] int rowOf(NodeId node) const;  // −1: it has none
    [[nodiscard]] bool isForwardMode() const;
    // The widest texts that the column of numbers shows at any stop of this run.
    [[nodiscard]] QStringList numbersOf(Column column) const;

    void retranslate();

private:
    struct Row {
        NodeId node;
        bool input = false;
        friend bool operator==(const Row&, const Row&) = default;
    };
    // What a cell of numbers holds; "not yet", "none" and 0 are three different things.
    struct Cell {
        enum class Kind : std::uint8_t { Number, NotYet, None } kind = Kind::NotYet;
        Tensor number;
    };

    StepCursor* cursor_;
    QVector<Row> rows_;

    [[nodiscard]] QVector<Row> rowsOfRun() const;
    [[nodiscard]] Cell cell(NodeId node, Column column) const;
    [[nodiscard]] bool isOfStep(NodeId node) const;
    [[nodiscard]] QString nameOf(const Row& row) const;
    [[nodiscard]] QString expressionOf(const Row& row) const;
    [[nodiscard]] QString text(const Row& row, Column column) const;
    [[nodiscard]] QString exact(const Row& row, Column column) const;
    [[nodiscard]] QString latex(const Row& row, Column column) const;
    [[nodiscard]] QString spoken(const Row& row, Column column) const;
    [[nodiscard]] QString tip(const Row& row, Column column) const;
    [[nodiscard]] QVariant colour(const Row& row, Column column) const;
    void showRun();
    void showStop();
};

}  // namespace backstep
