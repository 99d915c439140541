// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/gridmodel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include "widgets/appearance.h"

namespace backstep {
namespace {

constexpr int kPadding = 6;
constexpr int kRowPadding = 4;
constexpr double kText = 0.96;

class GridHeader : public QHeaderView {
public:
    explicit GridHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {}

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        painter->save();
        painter->fillRect(rect, ink(Ink::pane));
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), ink(Ink::line));
        painter->setFont(font());
        painter->setPen(ink(Ink::quiet));
        const QRect room = rect.adjusted(kPadding, 0, -kPadding, -1);
        const int alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        const QString text = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
        painter->drawText(room, alignment | Qt::TextSingleLine, painter->fontMetrics().elidedText(text, Qt::ElideMiddle, room.width()));
        painter->restore();
    }
};

}  // namespace

void GridModel::setHeaders(const QStringList& headers) {
    if (headers == headers_) return;
    beginResetModel();
    headers_ = headers;
    rows_.clear();
    endResetModel();
}

void GridModel::setRows(QVector<QVector<GridCell>> rows) {
    if (rows.size() == rows_.size()) {  // a selection survives
        const bool same = rows == rows_;
        rows_ = std::move(rows);
        if (!same && !rows_.isEmpty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

QVariant GridModel::data(const QModelIndex& index, int role) const {
    const GridCell& cell = rows_[index.row()][index.column()];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole: return cell.text;
        case Qt::ForegroundRole: return QBrush(ink(cell.ink));
        case Qt::BackgroundRole: return cell.washed ? QVariant(QBrush(ink(Ink::backwardWash))) : QVariant();
        case Qt::FontRole: {
            QFont font = cell.number ? numberFont() : interfaceFont(kText);
            font.setBold(cell.strong);
            return font;
        }
        case Qt::TextAlignmentRole: return static_cast<int>(Qt::AlignVCenter | (cell.number ? Qt::AlignRight : Qt::AlignLeft));
        case Qt::ToolTipRole: return cell.tip.isEmpty() ? QVariant() : QVariant(cell.tip);
        case Qt::AccessibleTextRole:
            return !cell.spoken.isEmpty()               ? cell.spoken
                   : headers_[index.column()].isEmpty() ? cell.text
                                                        : headers_[index.column()] + QLatin1Char(' ') + cell.text;
        default: return {};
    }
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= headers_.size()) return {};
    if (role == Qt::DisplayRole) return headers_[section];
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | (rows_.isEmpty() || rows_.front()[section].number ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

Qt::ItemFlags GridModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.isValid() && rows_[index.row()][index.column()].editable ? flags | Qt::ItemIsEditable : flags;
}

bool GridModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)) return false;
    emit written(index.row(), index.column(), value.toString());
    return true;
}

void GridDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const bool marked = cell.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (cell.backgroundBrush.style() != Qt::NoBrush) painter->fillRect(cell.rect, cell.backgroundBrush);
    else if (marked) painter->fillRect(cell.rect, ink(Ink::paper));
    painter->fillRect(QRect(cell.rect.left(), cell.rect.bottom(), cell.rect.width(), 1), mix(ink(Ink::line), ink(Ink::pane), 0.6));
    if (cell.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(ink(Ink::forward));
        painter->drawRect(cell.rect.adjusted(0, 0, -1, -2));
    }
    const QRect room = cell.rect.adjusted(kPadding, 0, -kPadding, -1);
    if (index.flags().testFlag(Qt::ItemIsEditable)) {  // a field: a line to write on
        painter->setPen(QPen(ink(Ink::faint), 1, Qt::DotLine));
        painter->drawLine(room.left(), cell.rect.bottom() - 3, room.right(), cell.rect.bottom() - 3);
    }
    painter->setFont(cell.font);
    painter->setPen(index.data(Qt::ForegroundRole).value<QBrush>().color());
    painter->drawText(room, static_cast<int>(cell.displayAlignment) | Qt::TextSingleLine,
                      cell.fontMetrics.elidedText(cell.text, Qt::ElideMiddle, room.width()));
    painter->restore();
}

QSize GridDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    return {cell.fontMetrics.horizontalAdvance(cell.text) + 2 * kPadding + 1, cell.fontMetrics.height() + 2 * kRowPadding + 1};
}

GridView::GridView(const QString& name, const QString& accessibleName, QWidget* parent) : QTableView(parent), model_(new GridModel(this)) {
    setObjectName(name);
    setAccessibleName(accessibleName);
    setHorizontalHeader(new GridHeader(this));
    setModel(model_);
    setItemDelegate(new GridDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(16);
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex& at) { emit pressed(at.row(), at.column()); });
    connect(model_, &QAbstractItemModel::modelReset, this, &GridView::fit);
    connect(model_, &QAbstractItemModel::dataChanged, this, &GridView::fit);
    applyFonts();
}

void GridView::applyFonts() {
    setFont(interfaceFont(kText));
    horizontalHeader()->setFont(interfaceFont(kSmallText));
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 2 * kRowPadding + 1);
    fit();
}

QSize GridView::sizeHint() const {
    const int rows = std::min(model_->rowCount(), mostRows_);
    const int bar = horizontalHeader()->length() > viewport()->width() ? style()->pixelMetric(QStyle::PM_ScrollBarExtent) : 0;
    return {QTableView::sizeHint().width(),
            horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2 + bar};
}

// What the texts need; the elastic column takes what is left, or gives way down to a few letters.
void GridView::fit() {
    const QFontMetrics header(horizontalHeader()->font());
    int left = viewport()->width(), wanted = 0;
    for (int column = 0; column < model_->columnCount(); ++column) {
        int width = header.horizontalAdvance(model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()) + 2 * kPadding + 2;
        for (int row = 0; row < model_->rowCount(); ++row) width = std::max(width, sizeHintForIndex(model_->index(row, column)).width());
        if (column == elastic_) {
            wanted = width;
            continue;
        }
        setColumnWidth(column, width);
        left -= columnWidth(column);  // no narrower than the header allows
    }
    if (elastic_ >= 0 && elastic_ < model_->columnCount()) setColumnWidth(elastic_, std::max(left, std::min(wanted, 72)));
    setMinimumHeight(std::min(sizeHint().height(), 96));
    setMaximumHeight(sizeHint().height());
    updateGeometry();
}

void GridView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fit();
}

void GridView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::PaletteChange) applyFonts();
}

// Enter presses a cell that cannot be written to; keys that step stay the window's where they would do nothing here.
void GridView::keyPressEvent(QKeyEvent* event) {
    const QModelIndex at = currentIndex();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && at.isValid() && !at.flags().testFlag(Qt::ItemIsEditable)) {
        emit pressed(at.row(), at.column());
        return;
    }
    if (enter && at.isValid() && state() != EditingState) {
        edit(at);
        return;
    }
    if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End || event->key() == Qt::Key_Space) return event->ignore();
    QTableView::keyPressEvent(event);
}

}  // namespace backstep
