// SPDX-License-Identifier: GPL-3.0-or-later
// Fractions on the axis, and brackets, bars and roots that grow with what they hold.
#include <algorithm>

#include "widgets/mathcontext.h"
#include "widgets/mathdelimiters.h"

namespace backstep {

using namespace math;

namespace {

MathBox childOf(const Notation& n, std::size_t i, const MathContext& c) {
    return i < n.children.size() ? build(n.children[i], c) : MathBox();
}

// Tall enough for `inside`, symmetric about the axis, as \left and \right make it.
double halfHeight(const MathBox& inside, double em) {
    const double half = std::max(inside.ascent() - kAxis * em, inside.descent() + kAxis * em);
    return std::max(0.901 * half, half - 0.14 * em);
}

}  // namespace

MathBox fractionBox(const Notation& n, const MathContext& c) {
    const bool isDisplay = c.style == MathStyle::display;
    const double em = c.em();
    const double gap = (isDisplay ? kGap : 0.1) * em + c.rule() / 2;
    const MathBox top = childOf(n, 0, c.parts());
    const MathBox bottom = childOf(n, 1, c.parts());
    const double topWidth = top.width() + top.lean();
    const double bottomWidth = bottom.width() + bottom.lean();
    const double side = 0.08 * em;  // the bar is longer than its parts
    const double outside = 0.04 * em;
    const double width = std::max(topWidth, bottomWidth) + 2 * side;
    const double up = std::max((isDisplay ? 0.677 : 0.394) * em, kAxis * em + gap + top.descent());
    const double down = std::max((isDisplay ? 0.686 : 0.345) * em, gap - kAxis * em + bottom.ascent());
    MathBox box;
    box.add(top, {outside + (width - topWidth) / 2, -up});
    box.add(bottom, {outside + (width - bottomWidth) / 2, down});
    box.addRule({outside, -kAxis * em - c.rule() / 2, width, c.rule()}, c.ink);
    box.cover(width + 2 * outside, 0, 0);
    return box;
}

MathBox parenBox(const Notation& n, const MathContext& c) {
    const double em = c.em();
    const MathBox inside = childOf(n, 0, c);
    const double half = halfHeight(inside, em);
    MathBox box;
    if (half <= 0.64 * em) {
        const MathBox open = textBox("(", false, c);
        box.add(open, {0, 0});
        box.add(inside, {open.width(), 0});
        box.add(textBox(")", false, c), {open.width() + inside.width() + inside.lean(), 0});
        return box;
    }
    const double width = std::min(0.55, 0.2 + 0.1 * half / em) * em;
    const double side = 0.07 * em;
    const QPainterPath left = leftParenthesis(-half - kAxis * em, half - kAxis * em, width, em);
    const double start = side + width + 0.05 * em;
    const double end = start + inside.width() + inside.lean() + 0.05 * em;
    box.addPath(left.translated(side, 0), c.ink);
    box.add(inside, {start, 0});
    box.addPath(mirrored(left, width).translated(end, 0), c.ink);
    box.cover(end + width + side, half + kAxis * em, half - kAxis * em);
    return box;
}

MathBox absoluteBox(const Notation& absolute, const MathContext& c) {
    const double em = c.em();
    const MathBox inside = childOf(absolute, 0, c);
    const double half = std::max(0.47 * em, halfHeight(inside, em));
    const double side = 0.1 * em;
    const double rule = std::max(1.0, 0.05 * em);
    const double start = 2 * side + rule;
    const double end = start + inside.width() + inside.lean() + side;
    MathBox box;
    box.addRule({side, -half - kAxis * em, rule, 2 * half}, c.ink);
    box.add(inside, {start, 0});
    box.addRule({end, -half - kAxis * em, rule, 2 * half}, c.ink);
    box.cover(end + rule + side, 0, 0);
    return box;
}

MathBox rootBox(const Notation& root, const MathContext& c) {
    const double em = c.em();
    const MathBox inside = childOf(root, 0, c);
    const double rule = c.rule();
    const double gap = c.style == MathStyle::display ? kRule * em + kXHeight / 4 * em : 1.25 * kRule * em;
    const double ascent = std::max(inside.ascent(), kXHeight * em);
    const double top = -ascent - gap - rule;
    const double bottom = std::max(inside.descent(), 0.0) + 0.1 * em;
    const double width = std::min(0.85, 0.5 + 0.06 * (bottom - top) / em) * em;
    MathBox box;
    double x = 0.04 * em;
    if (!root.text.empty()) {
        const MathBox index = textBox(root.text, false, c.in(MathStyle::scriptScript));
        const double low = bottom - std::min(0.42 * (bottom - top), 0.62 * em) - 0.12 * em;
        box.add(index, {x, low});
        x += std::max(0.0, index.width() - 0.2 * width);
    }
    box.addPath(rootSign(top, bottom, width, rule, em).translated(x, 0), c.ink);
    const double over = inside.width() + inside.lean() + 0.1 * em;
    box.addRule({x + width - rule, top, over + rule, rule}, c.ink);
    box.add(inside, {x + width + 0.05 * em, 0});
    box.cover(x + width + over + 0.04 * em, -top + rule, bottom);
    return box;
}

}  // namespace backstep
