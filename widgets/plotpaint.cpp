// SPDX-License-Identifier: GPL-3.0-or-later
// Curves are painted half a pixel to the right and below, so that a line at a whole number fills one row of pixels.
// What lies on a curve is shifted alike.
#include "widgets/plotpaint.h"

#include <cmath>

#include <QPainter>

#include "widgets/appearance.h"
#include "widgets/flatpaint.h"

namespace backstep {
namespace {

constexpr double kBacking = 0.85;
constexpr double kDimmed = 0.6;  // of the pane's colour over a picture that is no longer true
constexpr double kRing = 15;     // diameter
constexpr double kDot = 4;

QColor faded(Ink of, double opacity) {
    QColor colour = ink(of);
    colour.setAlphaF(float(opacity));
    return colour;
}

void line(QPainter& painter, double x1, double y1, double x2, double y2) {
    painter.drawLine(QPointF(std::floor(x1), std::floor(y1)), QPointF(std::floor(x2), std::floor(y2)));
}

void vertical(QPainter& painter, const PlotScene& scene, double x) {
    line(painter, x, scene.area.y(), x, scene.area.y() + scene.area.height() - 1);
}

void horizontal(QPainter& painter, const PlotScene& scene, double y) {
    line(painter, scene.area.x(), y, scene.area.x() + scene.area.width() - 1, y);
}

void paintGap(QPainter& painter, const PlotScene& scene, const GapMark& gap) {
    QPen pen(ink(Ink::warning), 1);
    pen.setDashPattern({3, 3});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    if (!gap.isBand()) return vertical(painter, scene, gap.left);
    const Rect& area = scene.frame.area;
    painter.fillRect(QRectF(gap.left, area.y, gap.right - gap.left, area.height), faded(Ink::warning, 0.08));
    // A band that goes on out of sight has no edge there.
    if (gap.left > area.x + 0.5) vertical(painter, scene, gap.left);
    if (gap.right < area.right() - 0.5) vertical(painter, scene, gap.right);
}

void paintText(QPainter& painter, const PlotText& text) {
    if (text.isBacked) painter.fillRect(text.rect.adjusted(-2, 0, 2, 0), faded(Ink::pane, kBacking));
    painter.setFont(text.font);
    painter.setPen(ink(text.ink));
    painter.drawText(text.rect, Qt::AlignCenter | Qt::TextDontClip | (text.isWrapped ? Qt::TextWordWrap : 0), text.text);
}

void paintOutline(QPainter& painter, const PlotScene& scene) {
    paintBox(painter, QRectF(QPointF(0, 0), QSizeF(scene.size)), kFieldRadius, Qt::transparent, ink(Ink::forward), 1.5);
}

// The way from the point to the axis, by which it can be taken too.
void paintFoot(QPainter& painter, const PlotScene& scene, double x) {
    painter.setPen(QPen(faded(Ink::forward, 0.5), 1));
    x = std::round(x);
    if (!scene.ring) return vertical(painter, scene, x);
    const double axis = scene.zeroY.value_or(scene.frame.area.bottom()), from = scene.ring->y();
    const double clear = axis > from ? kRing / 2 : -kRing / 2;
    if (std::fabs(axis - from) > kRing / 2) line(painter, x, from + clear, x, axis);
}

void paintDot(QPainter& painter, QPointF at, double radius, Ink fill) {
    painter.setPen(QPen(ink(Ink::pane), 1));
    painter.setBrush(ink(fill));
    painter.drawEllipse(at, radius, radius);
}

}  // namespace

void paintPlotBehind(QPainter& painter, const PlotScene& scene) {
    if (!scene.hasChart) return;
    painter.setPen(QPen(ink(Ink::faint), 1));
    if (scene.zeroX) vertical(painter, scene, *scene.zeroX);
    if (scene.zeroY) horizontal(painter, scene, *scene.zeroY);
    for (const GapMark& gap : scene.gaps) paintGap(painter, scene, gap);
}

void paintPlotBefore(QPainter& painter, const PlotScene& scene) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(0.5, 0.5);
    if (scene.tangent) {
        painter.save();
        painter.setClipRect(scene.area, Qt::IntersectClip);
        painter.setPen(QPen(ink(Ink::text), 1.2));
        painter.drawLine(*scene.tangent);
        painter.restore();
    }
    if (scene.dot) paintDot(painter, *scene.dot, kDot, Ink::backward);
    if (scene.ring) paintHandle(painter, *scene.ring, kRing, ink(Ink::forward), scene.hasFocus);
    painter.restore();
    for (const PlotText& text : scene.texts) paintText(painter, text);
    if (scene.isOutlined) paintOutline(painter, scene);
}

void paintPlotHover(QPainter& painter, const PlotScene& scene, const PlotHover& hover) {
    if (hover.handle) paintFoot(painter, scene, *hover.handle);
    painter.setPen(QPen(ink(Ink::faint), 1, Qt::DotLine));
    if (hover.x) vertical(painter, scene, std::round(*hover.x));
    if (hover.y) horizontal(painter, scene, std::round(*hover.y));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(0.5, 0.5);
    for (const PlotHover::Dot& dot : hover.dots) paintDot(painter, dot.at, 3.5, dot.ink);
    painter.restore();
    if (!hover.texts.isEmpty()) paintBox(painter, hover.backing, 4, faded(Ink::pane, 0.92), Qt::transparent, 0);
    for (const PlotText& text : hover.texts) paintText(painter, text);
    if (scene.isDimmed) painter.fillRect(QRect(QPoint(0, 0), scene.size), faded(Ink::pane, kDimmed));
}

}  // namespace backstep
