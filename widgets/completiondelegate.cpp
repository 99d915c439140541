// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/completiondelegate.h"

#include <QPainter>

#include "widgets/appearance.h"
#include "widgets/flatpaint.h"

namespace backstep {
namespace {

constexpr int kSide = 10;
constexpr int kAbove = 4;

QString headOf(const QModelIndex& index) {
    const QString signature = index.data(CompletionDelegate::SignatureRole).toString();
    return signature.isEmpty() ? index.data().toString() : signature;
}

}  // namespace

QSize CompletionDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const QFontMetrics head(codeFont());
    const QFontMetrics help(interfaceFont(kSmallText));
    const int width = qMax(head.horizontalAdvance(headOf(index)), help.horizontalAdvance(index.data(HelpRole).toString()));
    return {width + 2 * kSide, head.height() + help.height() + 2 * kAbove};
}

void CompletionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, ink(Ink::pane));
    if (chosen) {
        paintBox(*painter, QRectF(option.rect).adjusted(3, 1, -3, -1), 5, ink(Ink::forwardWash), Qt::transparent, 0);
    }
    const QFontMetrics head(codeFont());
    const QFontMetrics help(interfaceFont(kSmallText));
    const QRect inside = option.rect.adjusted(kSide, kAbove, -kSide, -kAbove);
    painter->setFont(codeFont());
    painter->setPen(ink(Ink::text));
    painter->drawText(inside, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                      head.elidedText(headOf(index), Qt::ElideRight, inside.width()));
    painter->setFont(interfaceFont(kSmallText));
    painter->setPen(ink(Ink::quiet));
    painter->drawText(inside, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
                      help.elidedText(index.data(HelpRole).toString(), Qt::ElideRight, inside.width()));
    painter->restore();
}

}  // namespace backstep
