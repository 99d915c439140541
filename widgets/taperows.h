// SPDX-License-Identifier: GPL-3.0-or-later
// How a row of the tape is painted: a wash for the step at hand, a bar for the row that has the focus, a hairline
// beneath. Names and expressions are cut in the middle; numbers never are.
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace backstep {

class TapeRows : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    static constexpr int kPadding = 6;     // beside the text of a cell
    static constexpr int kRowPadding = 4;  // above and below

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

// Quiet titles that stand where the texts of their columns stand.
class TapeHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit TapeHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {}

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
};

}  // namespace backstep
