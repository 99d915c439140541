// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "engine/notation/notation.h"
#include "engine/notation/scientific.h"

namespace backstep {
namespace {

using Kind = Notation::Kind;

// Superscript and subscript forms of what Unicode has; empty where a character has none.
std::string_view raised(char c) {
    // clang-format off
    constexpr std::array<std::pair<char, const char*>, 15> kForms{{{'0', "⁰"}, {'1', "¹"}, {'2', "²"}, {'3', "³"}, {'4', "⁴"}, {'5', "⁵"}, {'6', "⁶"},
        {'7', "⁷"}, {'8', "⁸"}, {'9', "⁹"}, {'+', "⁺"}, {'-', "⁻"}, {'(', "⁽"}, {')', "⁾"}, {'n', "ⁿ"}}};
    for (const auto& [plain, form] : kForms) {
        if (plain == c) return form;
    }
    return {};
}
std::string_view lowered(char c) {
    constexpr std::array<std::pair<char, const char*>, 19> kForms{{{'0', "₀"}, {'1', "₁"}, {'2', "₂"}, {'3', "₃"}, {'4', "₄"}, {'5', "₅"}, {'6', "₆"},
        {'7', "₇"}, {'8', "₈"}, {'9', "₉"}, {'a', "ₐ"}, {'e', "ₑ"}, {'i', "ᵢ"}, {'j', "ⱼ"}, {'k', "ₖ"}, {'m', "ₘ"}, {'n', "ₙ"}, {'o', "ₒ"}, {'x', "ₓ"}}};
    // clang-format on
    for (const auto& [plain, form] : kForms) {
        if (plain == c) return form;
    }
    return {};
}

// The whole text in small forms, or nothing if one character has none.
template <class F>
std::string small(std::string text, F form) {
    for (std::size_t at = text.find("−"); at != std::string::npos; at = text.find("−")) text.replace(at, std::string_view("−").size(), "-");
    std::string out;
    for (const char c : text) {
        const std::string_view piece = form(c);
        if (piece.empty()) return {};
        out += piece;
    }
    return out;
}

std::string script(const std::string& text, bool up) {
    const std::string unicode = up ? small(text, raised) : small(text, lowered);
    if (!unicode.empty()) return unicode;
    const bool isWord = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    });
    return std::string(up ? "^" : "_") + (text.size() == 1 || (isWord && !up) ? text : "(" + text + ")");
}

// A mark goes behind the first character of what it covers: v̄₃.
std::string marked(const std::string& text, const char* mark) {
    std::size_t first = std::min<std::size_t>(1, text.size());
    while (first < text.size() && (static_cast<unsigned char>(text[first]) & 0xC0U) == 0x80) ++first;
    return text.substr(0, first) + mark + text.substr(first);
}

std::string inside(const Notation& n, std::size_t i) { return toPlainText(n.children[i]); }

// A fraction's parts need brackets on one line unless they are single things or, above, a product.
std::string held(const Notation& n, bool below) {
    std::string text = toPlainText(n);
    const bool single = n.kind != Kind::row && n.kind != Kind::fraction;
    bool sum = false;
    for (const Notation& child : n.children) sum = sum || (child.kind == Kind::binary && (below || child.text != "·"));
    const bool partial = n.kind == Kind::row && !n.children.empty() && n.children[0].kind == Kind::prefix && n.children[0].text == "∂";
    return single || partial || (n.kind == Kind::row && !sum) ? text : "(" + text + ")";
}

// Numerator and denominator are written once each: a fraction in a fraction would otherwise double the work at every level.
std::string fraction(const Notation& n) {
    const std::string above = held(n.children[0], false);
    const bool isPartial = n.children[0].kind == Kind::row && above.starts_with("∂");
    return above + (isPartial ? "/" : " / ") + held(n.children[1], true);
}

// log₂ x, sin² x, sin x: a name keeps its distance from a bare argument.
bool isFunctionName(const Notation& n) {
    if ((n.kind == Kind::subscript || n.kind == Kind::superscript) && !n.children.empty()) return isFunctionName(n.children[0]);
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return n.kind == Kind::upright && !n.text.empty() && isLetter(n.text.front()) && isLetter(n.text.back());
}
bool isBare(const Notation& n) {
    return n.kind == Kind::symbol || n.kind == Kind::number || n.kind == Kind::subscript || n.kind == Kind::superscript ||
           n.kind == Kind::root || n.kind == Kind::prefix || n.kind == Kind::bar || n.kind == Kind::dot || isFunctionName(n);
}

// On one line a fraction behind a dot needs brackets: 1 · (−1 / 2²); behind a plus it needs none.
bool isFactor(const Notation& left, const Notation& n) {
    return n.kind == Kind::fraction && left.kind == Kind::binary && left.text != "+" && left.text != "−";
}

std::string row(const Notation& n) {
    std::string out;
    for (std::size_t i = 0; i < n.children.size(); ++i) {
        const Notation& child = n.children[i];
        const std::string part = toPlainText(child);
        if (i > 0 && isFunctionName(n.children[i - 1]) && isBare(child)) out += ' ';
        out += i > 0 && isFactor(n.children[i - 1], child) && !part.starts_with("∂") ? "(" + part + ")" : part;
    }
    out.erase(0, std::min(out.find_first_not_of(' '), out.size()));
    return out;
}

// (√x)², (2e−8)²: what the exponent would otherwise be read with, or without.
std::string power(const Notation& n) {
    const Notation& base = n.children[0];
    const bool isLoose = base.kind == Kind::root || base.kind == Kind::fraction || base.kind == Kind::superscript ||
                         (base.kind == Kind::number && (base.text.starts_with("−") || !scientific(base.text).exponent.empty()));
    return (isLoose ? "(" + inside(n, 0) + ")" : inside(n, 0)) + script(inside(n, 1), true);
}

// A thin or a wide space, as behind a function's name, is a space here.
std::string withPlainSpaces(std::string text) {
    for (const std::string_view blank : {std::string_view("\u2009"), std::string_view("\u2002")}) {
        for (std::size_t at = text.find(blank); at != std::string::npos; at = text.find(blank)) text.replace(at, blank.size(), " ");
    }
    return text;
}

std::string root(const Notation& n) {
    const Kind kind = n.children[0].kind;
    const bool atom = kind == Kind::symbol || kind == Kind::number || kind == Kind::subscript || kind == Kind::paren;
    return (n.text == "3"    ? "∛"
            : n.text == "4"  ? "∜"
            : n.text.empty() ? "√"
                             : script(n.text, true) + "√") +
           (atom ? inside(n, 0) : "(" + inside(n, 0) + ")");
}

std::size_t partsOf(Kind kind) {
    switch (kind) {
        case Kind::fraction:
        case Kind::superscript:
        case Kind::subscript: return 2;
        case Kind::paren:
        case Kind::absolute:
        case Kind::root:
        case Kind::bar:
        case Kind::dot: return 1;
        default: return 0;
    }
}

}  // namespace

std::string toPlainText(const Notation& n) {
    if (n.children.size() < partsOf(n.kind)) return {};
    switch (n.kind) {
        case Kind::row: return row(n);
        case Kind::symbol:
        case Kind::number:
        case Kind::prefix: return n.text;
        case Kind::upright: return withPlainSpaces(n.text);
        case Kind::relation:
        case Kind::binary: return " " + n.text + " ";
        case Kind::fraction: return fraction(n);
        case Kind::superscript: return power(n);
        case Kind::subscript: return inside(n, 0) + script(inside(n, 1), false);
        case Kind::paren: return "(" + inside(n, 0) + ")";
        case Kind::absolute: return "|" + inside(n, 0) + "|";
        case Kind::root: return root(n);
        case Kind::bar: return marked(inside(n, 0), "\u0304");
        case Kind::dot: return marked(inside(n, 0), "\u0307");
        case Kind::space: return "  ";
    }
    return {};
}

}  // namespace backstep
