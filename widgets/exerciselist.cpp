// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/exerciselist.h"

#include <algorithm>

#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace backstep {
namespace {

// A title that is longer than the list is wide takes a second line.
class Rows : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const auto* tree = qobject_cast<const QTreeView*>(parent());
        const int room = tree->columnWidth(index.column()) - 2 * (tree->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1);
        const int lines = item.fontMetrics.boundingRect(QRect(0, 0, room, 10'000), Qt::TextWordWrap, item.text).height();
        const QSize one = QStyledItemDelegate::sizeHint(option, index);
        return {one.width(), std::max(one.height(), lines) + 8};
    }
};

}  // namespace

ExerciseList::ExerciseList(QWidget* parent) : QWidget(parent), summary_(new QLabel(this)), tree_(new QTreeWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 6, 14, 14);
    column->addWidget(summary_);
    column->addWidget(tree_);
    summary_->setTextFormat(Qt::PlainText);
    summary_->setWordWrap(true);
    summary_->setObjectName(QStringLiteral("exerciseSummary"));
    tree_->setObjectName(QStringLiteral("exerciseList"));
    setFocusProxy(tree_);
    tree_->setAccessibleName(tr("Exercises"));
    tree_->setRootIsDecorated(false);
    tree_->setColumnCount(2);
    tree_->setHeaderHidden(true);
    tree_->setIndentation(0);
    tree_->setWordWrap(true);
    tree_->setItemDelegate(new Rows(tree_));
    tree_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(tree_->header(), &QHeaderView::sectionResized, tree_, &QTreeWidget::doItemsLayout);
    connect(tree_, &QTreeWidget::itemActivated, this,
            [this](QTreeWidgetItem* item) { emit opened(item->data(0, Qt::UserRole).toString()); });
    connect(tree_, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) { emit opened(item->data(0, Qt::UserRole).toString()); });
}

int ExerciseList::next() const {
    for (qsizetype i = 0; i < entries_.size(); ++i) {
        if (!entries_[i].faulty && entries_[i].done < entries_[i].tasks) return static_cast<int>(i);
    }
    return -1;
}

void ExerciseList::setEntries(const QList<ExerciseEntry>& entries) {
    entries_ = entries;
    tree_->clear();
    int finished = 0;
    const int following = next();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const ExerciseEntry& entry = entries[i];
        const bool done = entry.tasks > 0 && entry.done == entry.tasks;
        finished += done;
        const QString state = entry.faulty     ? tr("faulty")
                              : done           ? QStringLiteral("✓")
                              : entry.done > 0 ? tr("%1 of %2").arg(entry.done).arg(entry.tasks)
                              : i == following ? tr("next")
                                               : QString();
        auto* item = new QTreeWidgetItem(tree_, {entry.title, state});
        item->setData(0, Qt::UserRole, entry.path);
        item->setToolTip(0, entry.about.toHtmlEscaped());
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(0, Qt::AlignLeft | Qt::AlignVCenter);
        QFont font = item->font(0);
        font.setBold(i == following);
        font.setItalic(entry.teachers);
        item->setFont(0, font);
        if (i == following) tree_->setCurrentItem(item);
    }
    summary_->setText(following < 0 ? tr("All %1 are done.").arg(entries.size())
                                    : tr("%1 of %2 done. Next: %3").arg(finished).arg(entries.size()).arg(entries[following].title));
}

}  // namespace backstep
