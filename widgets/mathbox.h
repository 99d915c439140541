// SPDX-License-Identifier: GPL-3.0-or-later
// Notation laid out as boxes, in the proportions of TeX's display style, and painted. The same paint serves screen and
// print. Lengths are in pixels of the font given; the origin of a box is the left end of its baseline.
#pragma once

#include <functional>
#include <vector>

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QString>

#include "engine/notation/notation.h"
#include "widgets/mathfonts.h"

class QColor;
class QPainter;

namespace backstep {

class MathBox {
public:
    MathBox() = default;
    // As tall as a line of text at least, so that the baselines of a column of formulas are even.
    MathBox(const Notation& notation, double pixelSize);

    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] double ascent() const { return ascent_; }
    [[nodiscard]] double descent() const { return descent_; }
    [[nodiscard]] QSizeF size() const { return {width_, ascent_ + descent_}; }

    using Colours = std::function<QColor(Ink)>;
    void paint(QPainter& painter, QPointF baseline, const Colours& colours) const;

    // Where the parts that come from a node are, innermost first.
    struct Link {
        QRectF area;
        NodeId node;
    };
    [[nodiscard]] const std::vector<Link>& links() const { return links_; }
    // The node that the part at `point` (relative to the baseline's left end) comes from; none elsewhere.
    [[nodiscard]] NodeId linkAt(QPointF point) const;

    // For the layout (widgets/mathlayout.h): a box grows by what is put into it.
    void add(const MathBox& other, QPointF at);
    void addText(const QString& text, const QFont& font, Ink ink);
    void addRule(const QRectF& rect, Ink ink);
    void addPath(QPainterPath path, Ink ink);  // filled; takes no room by itself
    void addLink(NodeId node);                 // over all of the box
    void cover(double right, double ascent, double descent);
    void setExtent(double width, double ascent, double descent, double lean = 0);
    [[nodiscard]] double lean() const { return lean_; }  // of an italic letter over its width
    [[nodiscard]] double left() const { return left_; }  // of the ink; not above 0

private:
    struct Mark {  // one thing to paint
        enum class Kind : std::uint8_t { text, rule, path } kind = Kind::text;
        Ink ink = Ink::text;
        QPointF at;
        QString text;
        QFont font;
        QRectF rect;
        QPainterPath path;
    };
    std::vector<Mark> marks_;
    std::vector<Link> links_;
    double width_ = 0, ascent_ = 0, descent_ = 0, lean_ = 0;
    double left_ = 0, right_ = 0;  // of the ink
};

}  // namespace backstep
