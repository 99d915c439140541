// SPDX-License-Identifier: GPL-3.0-or-later
// Notation laid out as boxes, in the proportions of TeX's display style, and painted. The same paint serves screen and
// print. Lengths are in pixels of the font given; the origin of a box is the left end of its baseline.
#pragma once

#include <QFont>
#include <QPointF>
#include <QString>
#include <functional>
#include <memory>
#include <vector>

#include "engine/notation/notation.h"

class QColor;
class QPainter;

namespace backstep {

// STIX where it is installed, DejaVu Serif otherwise. Sizes are pixels.
[[nodiscard]] QFont mathTextFont(double pixelSize, bool italic, bool bold);

class MathBox {
public:
    MathBox(const Notation& notation, double pixelSize);

    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] double ascent() const { return ascent_; }
    [[nodiscard]] double descent() const { return descent_; }

    using Colours = std::function<QColor(Ink)>;
    void paint(QPainter& painter, QPointF baseline, const Colours& colours) const;

    // The node that the mark at `point` (relative to the baseline's left end) comes from; none elsewhere.
    [[nodiscard]] NodeId linkAt(QPointF point) const;

private:
    struct Mark {  // one thing to paint
        enum class Kind : std::uint8_t { text, rule, path } kind{};
        QPointF at;
        QString text;
        QFont font;
        double width = 0, height = 0;    // of a rule, or the extent of a text
        std::vector<QPointF> points;     // of a path
        double pen = 0;
        Ink ink = Ink::text;
        NodeId link;
    };
    std::vector<Mark> marks_;
    double width_ = 0, ascent_ = 0, descent_ = 0;

    MathBox() = default;
    void add(const MathBox& other, QPointF at);
    void addText(const QString& text, const QFont& font, Ink ink, NodeId link);
    void addRule(double x, double y, double width, double thickness, Ink ink);
    void addPath(std::vector<QPointF> points, double pen, Ink ink);
    void grow(double x, double width, double ascent, double descent);

    static MathBox build(const Notation& notation, double size, Ink ink, bool bold, int depth);
    static MathBox row(const Notation& notation, double size, Ink ink, bool bold, int depth);
    static MathBox fraction(const Notation& notation, double size, Ink ink, bool bold, int depth);
    static MathBox script(const Notation& notation, double size, Ink ink, bool bold, int depth);
    static MathBox fenced(const Notation& notation, double size, Ink ink, bool bold, int depth);
    static MathBox root(const Notation& notation, double size, Ink ink, bool bold, int depth);
    static MathBox accent(const Notation& notation, double size, Ink ink, bool bold, int depth);
};

}  // namespace backstep
