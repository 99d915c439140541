// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/elementpopup.h"

#include <utility>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

#include "widgets/appearance.h"
#include "widgets/flatpaint.h"

namespace backstep {

ElementPopup::ElementPopup(const QString& tensor, const QString& index, std::function<bool(const QString&)> take, QWidget* parent)
    : QFrame(parent, Qt::Popup), index_(new QLineEdit(index, this)), take_(std::move(take)) {
    setObjectName(QStringLiteral("elementPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Element of %1").arg(tensor));
    index_->setObjectName(QStringLiteral("elementIndex"));
    index_->setAccessibleName(accessibleName());
    index_->setMaxLength(64);
    auto* label = new QLabel(accessibleName(), this);
    label->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(index_);
    connect(index_, &QLineEdit::textEdited, this, [this] { index_->setPalette({}); });
}

void ElementPopup::openUnder(const QWidget& widget) {
    adjustSize();
    move(widget.mapToGlobal(QPoint(0, widget.height() + 2)));
    show();
    index_->setFocus(Qt::PopupFocusReason);
    index_->selectAll();
}

void ElementPopup::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Escape: close(); return;
        case Qt::Key_Return:
        case Qt::Key_Enter: {
            if (take_(index_->text())) {
                close();
                return;
            }
            QPalette palette;
            palette.setColor(QPalette::Text, ink(Ink::error));
            index_->setPalette(palette);
            index_->setToolTip(tr("There is no such element."));
            index_->setAccessibleDescription(index_->toolTip());
            return;
        }
        default: QFrame::keyPressEvent(event);
    }
}

void ElementPopup::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintBox(painter, rect(), 0, ink(Ink::pane), ink(Ink::faint));
}

}  // namespace backstep
