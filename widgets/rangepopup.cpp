// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rangepopup.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScreen>

#include "widgets/appearance.h"
#include "widgets/flatpaint.h"
#include "widgets/valuefield.h"

namespace backstep {

RangePopup::RangePopup(const QString& name, double minimum, double maximum, QWidget* parent)
    : QFrame(parent, Qt::Popup), minimum_(new ValueField(this)), maximum_(new ValueField(this)) {
    setObjectName(QStringLiteral("rangePopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Range of %1").arg(name));
    minimum_->setObjectName(QStringLiteral("rangeMinimum"));
    maximum_->setObjectName(QStringLiteral("rangeMaximum"));
    minimum_->setAccessibleName(tr("Least value of %1").arg(name));
    maximum_->setAccessibleName(tr("Greatest value of %1").arg(name));
    minimum_->setValue(minimum);
    maximum_->setValue(maximum);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(new QLabel(tr("from"), this));
    row->addWidget(minimum_);
    row->addWidget(new QLabel(tr("to"), this));
    row->addWidget(maximum_);
    connect(minimum_, &ValueField::committed, this, &RangePopup::tell);
    connect(maximum_, &ValueField::committed, this, &RangePopup::tell);
}

void RangePopup::openUnder(const QWidget& widget) {
    adjustSize();
    QPoint at = widget.mapToGlobal(QPoint(0, widget.height() + 2));
    if (const QScreen* screen = widget.screen()) {
        const QRect room = screen->availableGeometry();
        at.setX(qBound(room.left(), at.x(), qMax(room.left(), room.right() - width())));
        if (at.y() + height() > room.bottom()) at.setY(widget.mapToGlobal(QPoint(0, 0)).y() - height() - 2);
    }
    move(at);
    show();
    minimum_->setFocus(Qt::PopupFocusReason);
    minimum_->selectAll();
}

// Ends in the wrong order say nothing; the popup stays open for the other one to be typed.
void RangePopup::tell() {
    if (minimum_->value() < maximum_->value()) emit chosen(minimum_->value(), maximum_->value());
}

void RangePopup::keyPressEvent(QKeyEvent* event) {
    const bool done = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Escape;
    if (done) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

void RangePopup::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintBox(painter, rect(), 0, ink(Ink::pane), ink(Ink::faint));
}

}  // namespace backstep
