// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportpreview.h"

#include <algorithm>

#include <QPainter>

#include "widgets/appearance.h"
#include "widgets/diagrampainter.h"

namespace backstep {
namespace {

constexpr int kAround = 16;
constexpr int kSquare = 8;  // of the board that stands for nothing

}  // namespace

ExportPreview::ExportPreview(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("exportPreview"));
    setAccessibleName(tr("Preview"));
}

void ExportPreview::show(Diagram picture, Theme theme, bool transparent) {
    picture_ = std::move(picture);
    theme_ = theme;
    transparent_ = transparent;
    setAccessibleDescription(QString::fromStdString(picture_.description));
    update();
}

void ExportPreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), ink(Ink::paper));
    if (picture_.size.width <= 0 || picture_.size.height <= 0) return;
    const QSizeF room(width() - 2 * kAround, height() - 2 * kAround);
    const double scale = std::min({room.width() / picture_.size.width, room.height() / picture_.size.height, 1.5});
    if (scale <= 0) return;
    const QRectF place((width() - picture_.size.width * scale) / 2, (height() - picture_.size.height * scale) / 2,
                       picture_.size.width * scale, picture_.size.height * scale);
    if (transparent_) {
        painter.setClipRect(place);
        painter.fillRect(place, QColor(0xff, 0xff, 0xff));
        for (int y = 0; y * kSquare < place.height(); ++y) {
            for (int x = y % 2; x * kSquare < place.width(); x += 2)
                painter.fillRect(QRectF(place.x() + x * kSquare, place.y() + y * kSquare, kSquare, kSquare), QColor(0xe4, 0xe4, 0xe4));
        }
        painter.setClipping(false);
    }
    painter.save();
    painter.translate(place.topLeft());
    painter.scale(scale, scale);
    paintDiagram(painter, picture_, {theme_, transparent_});
    painter.restore();
    painter.setPen(ink(Ink::line));
    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5));
}

}  // namespace backstep
