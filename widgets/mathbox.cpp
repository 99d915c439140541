// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mathbox.h"

#include <algorithm>
#include <cmath>

#include <QColor>
#include <QPaintEngine>
#include <QPainter>

#include "widgets/mathlayout.h"

namespace backstep {
namespace {

// A rule lies on whole pixels of a screen, or it would be a grey smear of two. Paper has none.
QRectF sharp(const QPainter& painter, const QRectF& rect) {
    const QTransform& device = painter.deviceTransform();
    if (painter.paintEngine()->type() != QPaintEngine::Raster || device.type() > QTransform::TxScale) return rect;
    QRectF pixels = device.mapRect(rect);
    const double height = std::max(1.0, std::round(pixels.height()));
    const double width = std::max(1.0, pixels.width() < 4 ? std::round(pixels.width()) : pixels.width());
    const double left = pixels.width() < 4 ? std::round(pixels.center().x() - width / 2) : pixels.left();
    const double top = pixels.height() < 4 ? std::round(pixels.center().y() - height / 2) : pixels.top();
    pixels = QRectF(left, top, width, pixels.height() < 4 ? height : pixels.height());
    return device.inverted().mapRect(pixels);
}

}  // namespace

MathBox::MathBox(const Notation& notation, double pixelSize) {
    const MathBox inside = layOut(notation, pixelSize);
    const double back = std::max(0.0, -inside.left_);  // an f at the very left reaches back
    add(inside, {back, 0});
    cover(std::max(inside.width_ + inside.lean_, inside.right_) + back, 0.7 * pixelSize, 0.22 * pixelSize);
}

void MathBox::cover(double right, double ascent, double descent) {
    width_ = std::max(width_, right);
    ascent_ = std::max(ascent_, ascent);
    descent_ = std::max(descent_, descent);
}

void MathBox::setExtent(double width, double ascent, double descent, double lean) {
    width_ = width;
    ascent_ = ascent;
    descent_ = descent;
    lean_ = lean;
}

void MathBox::add(const MathBox& other, QPointF at) {
    const bool isFirst = marks_.empty() && width_ == 0;
    for (Mark mark : other.marks_) {
        mark.at += at;
        mark.rect.translate(at);
        mark.path.translate(at);
        marks_.push_back(std::move(mark));
    }
    for (Link link : other.links_) {
        link.area.translate(at);
        links_.push_back(link);
    }
    left_ = std::min(left_, other.left_ + at.x());
    right_ = std::max(right_, other.right_ + at.x());
    width_ = std::max(width_, at.x() + other.width_);
    ascent_ = isFirst ? other.ascent_ - at.y() : std::max(ascent_, other.ascent_ - at.y());
    descent_ = isFirst ? other.descent_ + at.y() : std::max(descent_, other.descent_ + at.y());
}

void MathBox::addText(const QString& text, const QFont& font, Ink ink) {
    Mark mark;
    mark.ink = ink;
    mark.at = {width_, 0};
    mark.text = text;
    mark.font = font;
    const TextExtent extent = extentOf(text, font);
    MathBox box;
    box.marks_.push_back(std::move(mark));
    box.setExtent(extent.width, extent.ascent, extent.descent);
    box.left_ = std::min(0.0, extent.left);
    box.right_ = extent.right;
    add(box, {width_, 0});
    lean_ = extent.lean;
}

void MathBox::addRule(const QRectF& rect, Ink ink) {
    Mark mark;
    mark.kind = Mark::Kind::rule;
    mark.ink = ink;
    mark.rect = rect;
    marks_.push_back(std::move(mark));
    right_ = std::max(right_, rect.right());
    cover(rect.right(), -rect.top(), rect.bottom());
}

void MathBox::addPath(QPainterPath path, Ink ink) {
    Mark mark;
    mark.kind = Mark::Kind::path;
    mark.ink = ink;
    mark.path = std::move(path);
    marks_.push_back(std::move(mark));
}

void MathBox::addLink(NodeId node) {
    if (node.valid()) links_.push_back({QRectF(0, -ascent_, width_ + lean_, ascent_ + descent_), node});
}

void MathBox::paint(QPainter& painter, QPointF baseline, const Colours& colours) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(baseline);
    for (const Mark& mark : marks_) {
        const QColor colour = colours(mark.ink);
        switch (mark.kind) {
            case Mark::Kind::text:
                painter.setFont(mark.font);
                painter.setPen(colour);
                painter.drawText(mark.at, mark.text);
                break;
            case Mark::Kind::rule: painter.fillRect(sharp(painter, mark.rect), colour); break;
            case Mark::Kind::path: painter.fillPath(mark.path, colour); break;
        }
    }
    painter.restore();
}

NodeId MathBox::linkAt(QPointF point) const {
    constexpr double kReach = 2;
    for (const Link& link : links_) {
        if (link.area.adjusted(-kReach, -kReach, kReach, kReach).contains(point)) return link.node;
    }
    return {};
}

}  // namespace backstep
