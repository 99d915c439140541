// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mathspacing.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace backstep {
namespace {

using Kind = Notation::Kind;

enum class Atom : std::uint8_t { ord, op, bin, rel, open, close, punct, inner };

// Rows: the left neighbour; columns: the right one. 1 thin, 2 medium, 3 thick; negative: not in scripts.
constexpr std::array<std::array<int, 8>, 8> kSpaces{{
    /* ord   */ {{0, 1, -2, -3, 0, 0, 0, -1}},
    /* op    */ {{1, 1, -2, -3, 0, 0, 0, -1}},
    /* bin   */ {{-2, -2, -2, -2, -2, 0, 0, -2}},
    /* rel   */ {{-3, -3, -3, 0, -3, 0, 0, -3}},
    /* open  */ {{0, 0, 0, 0, 0, 0, 0, 0}},
    /* close */ {{0, 1, -2, -3, 0, 0, 0, -1}},
    /* punct */ {{-1, -1, -1, -1, -1, -1, -1, -1}},
    /* inner */ {{-1, 1, -2, -3, -1, 0, -1, -1}},
}};
constexpr std::array<double, 4> kEm{0, 3.0 / 18, 4.0 / 18, 5.0 / 18};

Atom wordClass(std::string_view word) {
    if (word.empty()) return Atom::open;  // a space by itself asks for no other
    if (word == "(" || word == "{" || word == "[") return Atom::open;
    if (word == ")" || word == "}" || word == "]") return Atom::close;
    if (word == "," || word == ";") return Atom::punct;
    const auto first = static_cast<unsigned char>(word.front());
    return (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z') || (first >= 0x80 && word != "…" && word != "√") ? Atom::op
                                                                                                                             : Atom::ord;
}

// What a thing is to its left neighbour and to its right one: a bracketed sum opens on one side and closes on the other.
struct Sides {
    Atom left, right;
};

Sides sidesOf(const Notation& n) {
    switch (n.kind) {
        case Kind::relation: return {Atom::rel, Atom::rel};
        case Kind::binary: return {Atom::bin, Atom::bin};
        case Kind::prefix: return {Atom::ord, Atom::open};
        case Kind::fraction: return {Atom::inner, Atom::inner};
        case Kind::paren: return {Atom::open, Atom::close};
        case Kind::space: return {Atom::open, Atom::open};
        case Kind::upright: {
            const Atom atom = wordClass(spacedWord(n.text).text);
            return {atom, atom};
        }
        case Kind::superscript:
        case Kind::subscript: return n.children.empty() ? Sides{Atom::ord, Atom::ord} : sidesOf(n.children[0]);
        case Kind::row:
            return n.children.empty() ? Sides{Atom::open, Atom::open}
                                      : Sides{sidesOf(n.children.front()).left, sidesOf(n.children.back()).right};
        default: return {Atom::ord, Atom::ord};
    }
}

constexpr std::array<std::pair<std::string_view, double>, 4> kBlanks{
    {{"\u2009", 3.0 / 18}, {"\u2002", 0.5}, {"\u2003", 1.0}, {" ", 4.0 / 18}}};

}  // namespace

SpacedWord spacedWord(std::string_view text) {
    SpacedWord word;
    for (bool found = true; found;) {
        found = false;
        for (const auto& [blank, em] : kBlanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                word.before += em;
                found = true;
            }
            if (text.ends_with(blank) && !text.empty()) {
                text.remove_suffix(blank.size());
                word.after += em;
                found = true;
            }
        }
    }
    word.text = std::string(text);
    return word;
}

double spaceBetween(const Notation& left, const Notation& right, bool isScript) {
    const int space = kSpaces[static_cast<std::size_t>(sidesOf(left).right)][static_cast<std::size_t>(sidesOf(right).left)];
    double em = space < 0 ? (isScript ? 0 : kEm[static_cast<std::size_t>(-space)]) : kEm[static_cast<std::size_t>(space)];
    if (left.kind == Kind::number && right.kind == Kind::number) em = kEm[1];  // 2 3 is not 23
    // A space that the writer asked for stands instead of the usual one.
    if (left.kind == Kind::upright || left.kind == Kind::prefix) em = std::max(em, spacedWord(left.text).after);
    if (right.kind == Kind::upright) em = std::max(em, spacedWord(right.text).before);
    return em;
}

}  // namespace backstep
