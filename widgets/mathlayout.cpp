// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of The TeXbook's appendix G, as far as one-line mathematics needs them: four styles, scripts placed by what
// they hang on, fractions on the axis, delimiters that grow.
#include "widgets/mathlayout.h"

#include <algorithm>
#include <utility>

#include "engine/notation/scientific.h"
#include "widgets/mathcontext.h"
#include "widgets/mathspacing.h"

namespace backstep {

using namespace math;

namespace {

using Kind = Notation::Kind;

Notation leaf(Kind kind, std::string text) {
    Notation n;
    n.kind = kind;
    n.text = std::move(text);
    return n;
}

bool isScientific(const Notation& n) { return n.kind == Kind::number && !scientific(n.text).exponent.empty(); }

// 2.5e−8 is set as 2.5 · 10⁻⁸.
MathBox numberBox(const Notation& n, const MathContext& c) {
    const Scientific parts = scientific(n.text);
    if (parts.exponent.empty()) return textBox(n.text, false, c);
    Notation power = leaf(Kind::superscript, {});
    power.children = {leaf(Kind::number, "10"), leaf(Kind::number, parts.exponent)};
    Notation row;
    row.children = {leaf(Kind::number, parts.mantissa), leaf(Kind::upright, "\u2009·\u2009"), std::move(power)};
    return build(row, c);
}

MathBox rowBox(const Notation& n, const MathContext& c) {
    const std::vector<Notation> parts = flattened(n);
    MathBox box;
    double x = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) x += spaceBetween(parts[i - 1], parts[i], c.isScript()) * c.em();
        const MathBox part = build(parts[i], c);
        box.add(part, {x, 0});
        x += part.width() + (i + 1 < parts.size() ? part.lean() : 0);
        box.setExtent(x, box.ascent(), box.descent(), part.lean());
    }
    return box;
}

bool isLetter(const Notation& n) {
    if ((n.kind == Kind::bar || n.kind == Kind::dot) && !n.children.empty()) return isLetter(n.children[0]);
    return n.kind == Kind::symbol || n.kind == Kind::upright || (n.kind == Kind::number && !isScientific(n));
}

// What scripts hang on, with the scripts: v̄₃² is a letter with one below and one above.
struct Scripted {
    Notation base;
    const Notation* below = nullptr;
    const Notation* above = nullptr;
};

Scripted scripted(const Notation& n) {
    Scripted s;
    if (n.children.size() < 2) return s;
    (n.kind == Kind::superscript ? s.above : s.below) = &n.children[1];
    const Notation& inside = n.children[0];
    const bool isMarked =
        (inside.kind == Kind::bar || inside.kind == Kind::dot) && !inside.children.empty() && inside.children[0].kind == Kind::subscript;
    if (s.above != nullptr && isMarked && inside.children[0].children.size() == 2) {
        s.below = &inside.children[0].children[1];
        s.base = inside;
        s.base.children = {inherited(inside.children[0].children[0], inside.children[0])};
    } else if (s.above != nullptr && inside.kind == Kind::subscript && inside.children.size() == 2) {
        s.below = &inside.children[1];
        s.base = inherited(inside.children[0], inside);
    } else if (isScientific(inside)) {  // (2 · 10⁻⁸)²
        s.base = leaf(Kind::paren, {});
        s.base.children = {inside};
    } else {
        s.base = inside;
    }
    return s;
}

MathBox scriptBox(const Notation& n, const MathContext& c) {
    const Scripted s = scripted(n);
    const double em = c.em();
    MathBox box = build(s.base, c);
    const bool letter = isLetter(s.base);
    const MathBox above = s.above != nullptr ? build(*s.above, c.scripts()) : MathBox();
    const MathBox below = s.below != nullptr ? build(*s.below, c.scripts()) : MathBox();
    double up = std::max((c.style == MathStyle::display ? 0.413 : 0.363) * em, above.descent() + kXHeight / 4 * em);
    if (!letter) up = std::max(up, box.ascent() - 0.27 * em);
    double down = (s.above != nullptr ? 0.22 : 0.15) * em;
    if (!letter) down = std::max(down, box.descent() + 0.035 * em);
    if (s.above == nullptr) down = std::max(down, below.ascent() - 0.8 * kXHeight * em);
    else if (s.below != nullptr) down = std::max(down, 4 * kRule * em + below.ascent() - (up - above.descent()));
    const double x = box.width();
    const double lean = box.lean();
    double right = x;
    if (s.above != nullptr) box.add(above, {x + lean + 0.02 * em, -up});
    if (s.above != nullptr) right = x + lean + 0.02 * em + above.width() + above.lean();
    if (s.below != nullptr) box.add(below, {x + 0.01 * em, down});
    if (s.below != nullptr) right = std::max(right, x + 0.01 * em + below.width() + below.lean());
    box.setExtent(right + kScriptSpace * em, box.ascent(), box.descent());
    return box;
}

// Over one letter: as wide as the letter and where its slant has its top. Over more: all of its width.
void addMark(MathBox& box, const Notation& n, const Notation& inside, const MathContext& c) {
    const double em = c.em();
    const double top = -box.ascent() - 0.11 * em;
    const bool single = inside.kind == Kind::symbol && QString::fromStdString(inside.text).size() == 1;
    double left = 0;
    double right = box.width() + box.lean();
    double shift = 0;
    if (single) {
        const TextExtent extent = extentOf(QString::fromStdString(inside.text), mathTextFont(em, true, c.bold));
        const double moved = std::max(0.0, -extent.left - kReach * em);  // as textBox does
        left = extent.left + moved;
        right = extent.right + moved;
        shift = kSlant * (extent.ascent + extent.descent) / 2;
    }
    const double middle = (left + right) / 2 + shift;
    if (n.kind == Kind::dot) {
        const double r = 0.075 * em;
        QPainterPath path;
        path.addEllipse(QPointF(middle, top - r), r, r);
        box.addPath(path, c.ink);
        box.cover(0, -top + 2 * r, 0);
        return;
    }
    const double width = single ? std::clamp(0.85 * (right - left), 0.34 * em, 0.62 * em) : right - left;
    const double lean = box.lean();
    const double whole = box.width();
    box.addRule({middle - width / 2, top - c.rule(), width, c.rule()}, c.ink);
    box.setExtent(whole, box.ascent(), box.descent(), std::max(lean, middle + width / 2 - whole));
}

MathBox markedBox(const Notation& n, const MathContext& c) {
    if (n.children.empty()) return {};
    const Notation& inside = n.children[0];
    if (inside.kind == Kind::subscript && inside.children.size() == 2) {  // the mark belongs to the letter: v̄₃
        Notation whole = inside;
        whole.children[0] = n;
        whole.children[0].children = {inherited(inside.children[0], inside)};
        return build(whole, c);
    }
    MathBox box = build(inside, c);
    MathContext own = c;
    if (inside.bold) own.bold = true;
    addMark(box, n, inside, own);
    return box;
}

MathBox shaped(const Notation& n, const MathContext& c) {
    switch (n.kind) {
        case Kind::row: return rowBox(n, c);
        case Kind::symbol: return textBox(n.text, true, c);
        case Kind::number: return numberBox(n, c);
        case Kind::upright: return textBox(spacedWord(n.text).text, false, c);
        case Kind::relation:
        case Kind::binary:
        case Kind::prefix: return textBox(spacedWord(n.text).text, false, c);
        case Kind::fraction: return fractionBox(n, c);
        case Kind::superscript:
        case Kind::subscript: return scriptBox(n, c);
        case Kind::paren: return parenBox(n, c);
        case Kind::absolute: return absoluteBox(n, c);
        case Kind::root: return rootBox(n, c);
        case Kind::bar:
        case Kind::dot: return markedBox(n, c);
        case Kind::space: {
            MathBox box;
            box.cover(c.em(), 0, 0);
            return box;
        }
    }
    return {};
}

}  // namespace

MathBox textBox(const std::string& text, bool italic, const MathContext& c) {
    MathBox box;
    if (text.empty()) return box;
    MathBox letters;
    letters.addText(QString::fromStdString(text), mathTextFont(c.em(), italic, c.bold), c.ink);
    // An f that reaches far back would touch the minus before it.
    box.add(letters, {std::max(0.0, -letters.left() - kReach * c.em()), 0});
    box.setExtent(box.width(), letters.ascent(), letters.descent(), letters.lean());
    return box;
}

MathBox build(const Notation& n, MathContext c) {
    if (++c.depth > kDeepest) return textBox("…", false, c);
    if (n.ink != Ink::text) c.ink = n.ink;
    c.bold = c.bold || n.bold;
    MathBox box = shaped(n, c);
    box.addLink(n.link);
    return box;
}

namespace {

void flattenInto(std::vector<Notation>& out, const Notation& row, int depth) {
    for (const Notation& child : row.children) {
        Notation own = inherited(child, row);
        if (child.kind == Kind::row && depth < kDeepest) flattenInto(out, own, depth + 1);
        else out.push_back(std::move(own));
    }
}

}  // namespace

MathBox layOut(const Notation& notation, double pixelSize) {
    MathContext context;
    context.base = pixelSize;
    return build(notation, context);
}

double gapBetween(const Notation& left, const Notation& right, double pixelSize) { return spaceBetween(left, right, false) * pixelSize; }

Notation inherited(Notation child, const Notation& parent) {
    if (child.ink == Ink::text) child.ink = parent.ink;
    child.bold = child.bold || parent.bold;
    if (!child.link.valid()) child.link = parent.link;
    return child;
}

std::vector<Notation> flattened(const Notation& row) {
    std::vector<Notation> out;
    flattenInto(out, row, 0);
    return out;
}

}  // namespace backstep
