// SPDX-License-Identifier: GPL-3.0-or-later
// One row of the completions: the name (or its signature) in code, and under it the line of help, quiet.
#pragma once

#include <QStyledItemDelegate>

namespace backstep {

class CompletionDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role : int { SignatureRole = Qt::UserRole + 1, HelpRole };
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace backstep
