// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/mathml.h"

#include "engine/base/numbers.h"
#include "engine/diagram/theme.h"
#include "engine/diagram/xml.h"
#include "engine/notation/scientific.h"

namespace backstep {
namespace {

using Kind = Notation::Kind;

// Browsers lay boxes out by recursion, too.
constexpr int kDeepest = 120;

std::string write(const Notation& n, int depth);

std::string classOf(const Notation& n) {
    std::string names = n.ink == Ink::text ? std::string() : std::string("k-") + nameOf(n.ink);
    if (n.bold) names += names.empty() ? "b" : " b";
    return names.empty() ? std::string() : " class=\"" + names + "\"";
}

std::string element(const char* name, const std::string& attributes, const std::string& inside) {
    return "<" + std::string(name) + attributes + ">" + inside + "</" + name + ">";
}
std::string sign(const char* attributes, const std::string& text) { return element("mo", attributes, text); }

std::string childOf(const Notation& n, std::size_t i, int depth) {
    return i < n.children.size() ? write(n.children[i], depth + 1) : std::string("<mrow></mrow>");
}

std::string number(const Notation& n) {
    const Scientific parts = scientific(n.text);
    if (parts.exponent.empty()) return element("mn", classOf(n), xmlEscaped(n.text));
    return element(
        "mrow", classOf(n),
        "<mn>" + xmlEscaped(parts.mantissa) + "</mn><mo>·</mo><msup><mn>10</mn><mn>" + xmlEscaped(parts.exponent) + "</mn></msup>");
}

std::string upright(const Notation& n) {
    constexpr std::string_view kThin = "\u2009";
    std::string_view stem = n.text;
    const bool spaced = stem.ends_with(kThin);
    if (spaced) stem.remove_suffix(kThin.size());
    const bool word = stem.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == std::string_view::npos;
    const std::string text = xmlEscaped(stem);
    const std::string gap = spaced ? "<mspace width=\"0.17em\"></mspace>" : "";
    return (word && !stem.empty() ? element("mi", " mathvariant=\"normal\"" + classOf(n), text) : element("mtext", classOf(n), text)) + gap;
}

// The mark stands on the letter, its index beside it.
std::string marked(const Notation& n, int depth) {
    if (n.children.empty()) return {};
    const Notation& inside = n.children[0];
    if (inside.kind == Kind::subscript && inside.children.size() == 2) {
        Notation letter = n;
        letter.children = {inside.children[0]};
        return element("msub", classOf(n), marked(letter, depth + 1) + childOf(inside, 1, depth));
    }
    const std::string mark = n.kind == Kind::dot ? "˙" : "¯";
    return element("mover", " accent=\"true\"" + classOf(n),
                   write(inside, depth + 1) + sign(n.kind == Kind::dot ? " stretchy=\"false\"" : "", mark));
}

std::string rowOf(const Notation& n, int depth) {
    std::string out;
    for (const Notation& child : n.children) out += write(child, depth + 1);
    return out;
}

std::string fenced(const Notation& n, const char* left, const char* right, int depth) {
    return element(
        "mrow", classOf(n),
        sign(" form=\"prefix\" stretchy=\"true\"", left) + childOf(n, 0, depth) + sign(" form=\"postfix\" stretchy=\"true\"", right));
}

std::string write(const Notation& n, int depth) {
    if (depth > kDeepest) return "<mtext>…</mtext>";
    switch (n.kind) {
        case Kind::row: return element("mrow", classOf(n), rowOf(n, depth));
        case Kind::symbol: return element("mi", classOf(n), xmlEscaped(n.text));
        case Kind::upright: return upright(n);
        case Kind::number: return number(n);
        case Kind::relation:
        case Kind::binary: return element("mo", classOf(n), xmlEscaped(n.text));
        case Kind::prefix: return element("mo", " form=\"prefix\" lspace=\"0\" rspace=\"0\"" + classOf(n), xmlEscaped(n.text));
        case Kind::fraction: return element("mfrac", classOf(n), childOf(n, 0, depth) + childOf(n, 1, depth));
        case Kind::superscript: return element("msup", classOf(n), childOf(n, 0, depth) + childOf(n, 1, depth));
        case Kind::subscript: return element("msub", classOf(n), childOf(n, 0, depth) + childOf(n, 1, depth));
        case Kind::paren: return fenced(n, "(", ")", depth);
        case Kind::absolute: return fenced(n, "|", "|", depth);
        case Kind::root:
            return n.text.empty() ? element("msqrt", classOf(n), childOf(n, 0, depth))
                                  : element("mroot", classOf(n), childOf(n, 0, depth) + "<mn>" + xmlEscaped(n.text) + "</mn>");
        case Kind::bar:
        case Kind::dot: return marked(n, depth);
        case Kind::space: return "<mspace width=\"1em\"></mspace>";
    }
    return {};
}

}  // namespace

std::string toMathml(const Notation& notation) {
    return "<math displaystyle=\"true\" alttext=\"" + xmlEscaped(toPlainText(notation)) + "\">" + write(notation, 0) + "</math>";
}

}  // namespace backstep
