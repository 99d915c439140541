// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/taperows.h"

#include <QPainter>

#include "widgets/appearance.h"
#include "widgets/tapemodel.h"

namespace backstep {

void TapeRows::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const bool marked = cell.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (cell.backgroundBrush.style() != Qt::NoBrush) painter->fillRect(cell.rect, cell.backgroundBrush);
    else if (marked) painter->fillRect(cell.rect, ink(Ink::paper));
    painter->fillRect(QRect(cell.rect.left(), cell.rect.bottom(), cell.rect.width(), 1), mix(ink(Ink::line), ink(Ink::pane), 0.6));
    if (marked && index.column() == 0)
        painter->fillRect(QRect(cell.rect.left(), cell.rect.top(), 3, cell.rect.height() - 1), ink(Ink::forward));
    painter->setFont(cell.font);
    painter->setPen(index.data(Qt::ForegroundRole).value<QBrush>().color());
    const QRect room = cell.rect.adjusted(kPadding, 0, -kPadding, -1);
    const bool number = index.column() >= TapeModel::Value;
    const QString text = number ? cell.text : cell.fontMetrics.elidedText(cell.text, Qt::ElideMiddle, room.width());
    painter->drawText(room, static_cast<int>(cell.displayAlignment) | Qt::TextSingleLine, text);
    painter->restore();
}

QSize TapeRows::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    return {cell.fontMetrics.horizontalAdvance(cell.text) + 2 * kPadding, cell.fontMetrics.height() + 2 * kRowPadding + 1};
}

void TapeHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    painter->save();
    painter->fillRect(rect, ink(Ink::pane));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), ink(Ink::line));
    painter->setFont(font());
    painter->setPen(ink(Ink::quiet));
    const int alignment = model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt();
    const QRect room = rect.adjusted(TapeRows::kPadding, 0, -TapeRows::kPadding, -1);
    painter->drawText(room, alignment | Qt::TextSingleLine, model()->headerData(section, orientation(), Qt::DisplayRole).toString());
    painter->restore();
}

}  // namespace backstep
