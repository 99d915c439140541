// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mathbox.h"

#include <QColor>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace backstep {
namespace {

// Proportions in em, after TeX's font parameters.
constexpr double kAxis = 0.26;
constexpr double kRule = 0.055;
constexpr double kFractionGap = 0.16;
constexpr double kThin = 1.0 / 6;
constexpr double kMedium = 4.0 / 18;
constexpr double kThick = 5.0 / 18;
constexpr double kScript = 0.7;

const QString& mathFamily() {
    static const QString family = [] {
        const QStringList families = QFontDatabase::families();
        for (const QString& name : {QStringLiteral("STIX"), QStringLiteral("STIXGeneral"), QStringLiteral("STIX Two Text"), QStringLiteral("STIX Two Math")}) {
            if (families.contains(name)) return name;
        }
        return QStringLiteral("DejaVu Serif");
    }();
    return family;
}

double spaceBefore(const Notation& n, double size) {
    if (n.kind == Notation::Kind::relation) return kThick * size;
    return n.kind == Notation::Kind::binary ? kMedium * size : 0;
}

// A script's script is the smallest: TeX's scriptscript size.
double scriptSize(double size, int depth) { return depth >= 2 ? size : size * kScript; }

}  // namespace

QFont mathTextFont(double pixelSize, bool italic, bool bold) {
    QFont font(mathFamily());
    font.setPixelSize(std::max(6, static_cast<int>(std::lround(pixelSize))));
    font.setItalic(italic);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

MathBox::MathBox(const Notation& notation, double pixelSize) { *this = build(notation, pixelSize, Ink::text, false, 0); }

void MathBox::grow(double x, double width, double ascent, double descent) {
    width_ = std::max(width_, x + width);
    ascent_ = std::max(ascent_, ascent);
    descent_ = std::max(descent_, descent);
}

void MathBox::add(const MathBox& other, QPointF at) {
    for (Mark mark : other.marks_) {
        mark.at += at;
        for (QPointF& p : mark.points) p += at;
        marks_.push_back(std::move(mark));
    }
    grow(at.x(), other.width_, other.ascent_ - at.y(), other.descent_ + at.y());
}

void MathBox::addText(const QString& text, const QFont& font, Ink ink, NodeId link) {
    const QFontMetricsF metrics(font);
    Mark mark;
    mark.kind = Mark::Kind::text;
    mark.at = {width_, 0};
    mark.text = text;
    mark.font = font;
    mark.ink = ink;
    mark.link = link;
    mark.width = metrics.horizontalAdvance(text);
    // An italic letter leans over its advance; without this its neighbour would touch it.
    const double lean = font.italic() ? std::max(0.0, metrics.tightBoundingRect(text).right() - mark.width) : 0;
    const double size = font.pixelSize();
    mark.height = size;
    grow(width_, mark.width + lean, 0.70 * size, 0.21 * size);
    marks_.push_back(std::move(mark));
}

void MathBox::addRule(double x, double y, double width, double thickness, Ink ink) {
    Mark mark;
    mark.kind = Mark::Kind::rule;
    mark.at = {x, y};
    mark.width = width;
    mark.height = thickness;
    mark.ink = ink;
    marks_.push_back(std::move(mark));
    grow(x, width, -y, y + thickness);
}

void MathBox::addPath(std::vector<QPointF> points, double pen, Ink ink) {
    Mark mark;
    mark.kind = Mark::Kind::path;
    mark.points = std::move(points);
    mark.pen = pen;
    mark.ink = ink;
    marks_.push_back(std::move(mark));
}

MathBox MathBox::build(const Notation& n, double size, Ink ink, bool bold, int depth) {
    using Kind = Notation::Kind;
    if (n.ink != Ink::text) ink = n.ink;
    bold = bold || n.bold;
    MathBox box;
    switch (n.kind) {
        case Kind::row: return row(n, size, ink, bold, depth);
        case Kind::fraction: return fraction(n, size, ink, bold, depth);
        case Kind::superscript:
        case Kind::subscript: return script(n, size, ink, bold, depth);
        case Kind::paren:
        case Kind::absolute: return fenced(n, size, ink, bold, depth);
        case Kind::root: return root(n, size, ink, bold, depth);
        case Kind::bar:
        case Kind::dot: return accent(n, size, ink, bold, depth);
        case Kind::space: box.width_ = size; return box;
        default: break;
    }
    box.addText(QString::fromStdString(n.text), mathTextFont(size, n.kind == Kind::symbol, bold), ink, n.link);
    return box;
}

MathBox MathBox::row(const Notation& n, double size, Ink ink, bool bold, int depth) {
    MathBox box;
    for (std::size_t i = 0; i < n.children.size(); ++i) {
        const Notation& child = n.children[i];
        double x = box.width_;
        const double space = depth > 0 ? 0 : spaceBefore(child, size);  // scripts are set tight
        if (i > 0) x += space;
        MathBox part = build(child, size, ink, bold, depth);
        const bool afterOrd = i > 0 && space == 0 && child.kind == Notation::Kind::fraction;
        if (afterOrd && n.children[i - 1].kind != Notation::Kind::binary && n.children[i - 1].kind != Notation::Kind::relation) x += kThin * size;
        box.add(part, {x, 0});
        if (space > 0 && i + 1 < n.children.size()) box.width_ += space;
    }
    return box;
}

MathBox MathBox::fraction(const Notation& n, double size, Ink ink, bool bold, int depth) {
    const double small = depth > 0 ? scriptSize(size, depth + 1) : size * 0.94;
    const MathBox top = build(n.children[0], small, ink, bold, depth);
    const MathBox bottom = build(n.children[1], small, ink, bold, depth);
    const double side = 0.12 * size;
    const double width = std::max(top.width_, bottom.width_) + 2 * side;
    const double rule = std::max(1.0, kRule * size);
    const double axis = -kAxis * size;
    MathBox box;
    box.addRule(0, axis - rule / 2, width, rule, ink);
    box.add(top, {(width - top.width_) / 2, axis - rule / 2 - kFractionGap * size - top.descent_});
    box.add(bottom, {(width - bottom.width_) / 2, axis + rule / 2 + kFractionGap * size + bottom.ascent_});
    box.width_ = width;
    return box;
}

MathBox MathBox::script(const Notation& n, double size, Ink ink, bool bold, int depth) {
    MathBox box = build(n.children[0], size, ink, bold, depth);
    const MathBox index = build(n.children[1], scriptSize(size, depth), ink, bold, depth + 1);
    if (n.kind == Notation::Kind::superscript) box.add(index, {box.width_ + 0.04 * size, -std::max(0.38 * size, box.ascent_ - 0.32 * size)});
    else box.add(index, {box.width_ + 0.02 * size, 0.17 * size});
    box.width_ += 0.04 * size;
    if (n.link.valid()) {
        for (Mark& mark : box.marks_) {
            if (!mark.link.valid()) mark.link = n.link;
        }
    }
    return box;
}

// Brackets and bars as tall as what they hold, symmetric about the axis.
MathBox MathBox::fenced(const Notation& n, double size, Ink ink, bool bold, int depth) {
    const MathBox inside = build(n.children[0], size, ink, bold, depth);
    const double axis = -kAxis * size;
    const double half = std::max({inside.ascent_ + axis, inside.descent_ - axis, 0.46 * size}) + 0.04 * size;
    const double pen = std::max(1.0, kRule * size);
    const bool bars = n.kind == Notation::Kind::absolute;
    const double bow = bars ? 0 : std::min(0.22 * size, 0.12 * size + 0.06 * half);
    const double edge = 0.08 * size;
    const auto side = [&](double x, double lean) {
        std::vector<QPointF> points;
        for (int i = 0; i <= 16; ++i) {
            const double t = i / 8.0 - 1;
            points.emplace_back(x + lean * (1 - t * t), axis + half * t);
        }
        return points;
    };
    MathBox box;
    box.addPath(side(edge + bow, -bow), pen, ink);
    const double start = edge + bow + 0.07 * size;
    box.add(inside, {start, 0});
    const double end = start + inside.width_ + 0.07 * size;
    box.addPath(side(end, bow), pen, ink);
    box.grow(0, end + bow + edge, half - axis, half + axis);
    return box;
}

MathBox MathBox::root(const Notation& n, double size, Ink ink, bool bold, int depth) {
    const MathBox inside = build(n.children[0], size, ink, bold, depth);
    const double pen = std::max(1.0, kRule * size);
    const double top = -(inside.ascent_ + 0.14 * size);
    const double low = inside.descent_ + 0.02 * size;
    MathBox box;
    double x = 0.06 * size;
    if (!n.text.empty()) {
        MathBox index;
        index.addText(QString::fromStdString(n.text), mathTextFont(size * 0.5, false, bold), ink, {});
        box.add(index, {x, -0.42 * size});
        x += index.width_ - 0.16 * size;
    }
    const double middle = (top + low) / 2;
    const double end = x + 0.5 * size + inside.width_ + 0.06 * size;
    box.addPath({{x, middle + 0.06 * size}, {x + 0.1 * size, middle}, {x + 0.26 * size, low}, {x + 0.44 * size, top}, {end, top}}, pen, ink);
    box.add(inside, {x + 0.5 * size, 0});
    box.grow(0, end + 0.05 * size, -top + pen, low);
    return box;
}

MathBox MathBox::accent(const Notation& n, double size, Ink ink, bool bold, int depth) {
    MathBox box = build(n.children[0], size, ink, bold, depth);
    // The mark belongs to the letter, not to its subscript; letters without ascender have it lower.
    const Notation* letter = &n.children[0];
    while (letter->kind == Notation::Kind::subscript) letter = &letter->children[0];
    const QFont font = mathTextFont(size, letter->kind == Notation::Kind::symbol, bold);
    const QRectF ink_ = QFontMetricsF(font).tightBoundingRect(QString::fromStdString(letter->text));
    const double top = ink_.top() - 0.13 * size;
    const double slant = font.italic() ? 0.06 * size : 0;
    if (n.kind == Notation::Kind::bar) {
        const double width = std::max(ink_.width() - slant, 0.34 * size);
        box.addRule(ink_.center().x() - width / 2 + slant, top - std::max(1.0, kRule * size), width, std::max(1.0, kRule * size), ink);
    } else {
        const double r = 0.055 * size;
        const QPointF c(ink_.center().x() + slant, top - r);
        std::vector<QPointF> points;
        for (int i = 0; i <= 8; ++i) points.emplace_back(c.x() + 0.5 * r * std::cos(i * 0.7854), c.y() + 0.5 * r * std::sin(i * 0.7854));
        box.addPath(std::move(points), 1.2 * r, ink);
        box.grow(0, 0, -(top - 2 * r), 0);
    }
    return box;
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
            case Mark::Kind::rule: painter.fillRect(QRectF(mark.at, QSizeF(mark.width, mark.height)), colour); break;
            case Mark::Kind::path: {
                QPainterPath path(mark.points.front());
                for (std::size_t i = 1; i < mark.points.size(); ++i) path.lineTo(mark.points[i]);
                painter.setBrush(Qt::NoBrush);
                painter.setPen(QPen(colour, mark.pen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
                painter.drawPath(path);
                break;
            }
        }
    }
    painter.restore();
}

NodeId MathBox::linkAt(QPointF point) const {
    for (const Mark& mark : marks_) {
        if (!mark.link.valid()) continue;
        const QRectF extent(mark.at.x() - 2, mark.at.y() - mark.height, mark.width + 4, 1.3 * mark.height);
        if (extent.contains(point)) return mark.link;
    }
    return {};
}

}  // namespace backstep
