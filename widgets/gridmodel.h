// SPDX-License-Identifier: GPL-3.0-or-later
// A small table of texts with inks, made anew whenever what it shows changes; and a quiet view for it. Cells that may be written
// to, and cells that may be pressed, say so.
#pragma once

#include <QAbstractTableModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVector>

#include "engine/base/ink.h"

namespace backstep {

struct GridCell {
    QString text;
    Ink ink = Ink::text;
    bool strong = false;
    bool number = true;   // stands at the right
    bool washed = false;  // what the step at hand, or the seed, is about
    bool editable = false;
    QString tip = {};  // in full; also what a screen reader hears, if `spoken` is empty
    QString spoken = {};
    friend bool operator==(const GridCell&, const GridCell&) = default;
};

class GridModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void setHeaders(const QStringList& headers);
    void setRows(QVector<QVector<GridCell>> rows);  // of as many cells as there are headers

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(rows_.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(headers_.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] const GridCell& cell(int row, int column) const { return rows_[row][column]; }

signals:
    void written(int row, int column, const QString& text);

private:
    QStringList headers_;
    QVector<QVector<GridCell>> rows_;
};

class GridDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

class GridView : public QTableView {
    Q_OBJECT

public:
    GridView(const QString& name, const QString& accessibleName, QWidget* parent);
    [[nodiscard]] GridModel* grid() const { return model_; }
    // The column that gives way where the room is short, and takes what is left.
    void setElastic(int column) { elastic_ = column; }
    void setMostRows(int rows) { mostRows_ = rows; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void pressed(int row, int column);  // by the mouse, or by Enter

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    GridModel* model_;
    int elastic_ = -1;
    int mostRows_ = 12;

    void applyFonts();
    void fit();
};

}  // namespace backstep
