// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "engine/notation/notation.h"

namespace backstep {
namespace {

using Kind = Notation::Kind;

// Superscript and subscript forms of what Unicode has; empty where a character has none.
std::string_view raised(char c) {
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
    return std::string(up ? "^" : "_") + (text.size() == 1 ? text : "(" + text + ")");
}

// A mark goes behind the first character of what it covers: v̄₃.
std::string marked(const std::string& text, const char* mark) {
    std::size_t first = 1;
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

}  // namespace

std::string toPlainText(const Notation& n) {
    switch (n.kind) {
        case Kind::row: {
            std::string out;
            for (std::size_t i = 0; i < n.children.size(); ++i) {
                // On one line a fraction behind a dot needs brackets: 1 · (−1 / 2²).
                const bool factor = n.children[i].kind == Kind::fraction && i > 0 && n.children[i - 1].kind == Kind::binary;
                const std::string part = toPlainText(n.children[i]);
                out += factor && !part.starts_with("∂") ? "(" + part + ")" : part;
            }
            while (out.starts_with(' ')) out.erase(0, 1);
            return out;
        }
        case Kind::symbol:
        case Kind::number:
        case Kind::prefix: return n.text;
        case Kind::upright: {
            std::string text = n.text;  // the thin space behind a function's name
            for (const std::string_view thin : {std::string_view("\u2009"), std::string_view("\u2002")}) {
                for (std::size_t at = text.find(thin); at != std::string::npos; at = text.find(thin)) text.replace(at, thin.size(), " ");
            }
            return text;
        }
        case Kind::relation:
        case Kind::binary: return " " + n.text + " ";
        case Kind::fraction: return held(n.children[0], false) + (n.children[0].kind == Kind::row && held(n.children[0], false).starts_with("∂") ? "/" : " / ") + held(n.children[1], true);
        case Kind::superscript: return inside(n, 0) + script(inside(n, 1), true);
        case Kind::subscript: return inside(n, 0) + script(inside(n, 1), false);
        case Kind::paren: return "(" + inside(n, 0) + ")";
        case Kind::absolute: return "|" + inside(n, 0) + "|";
        case Kind::root: {
            const Kind kind = n.children[0].kind;
            const bool atom = kind == Kind::symbol || kind == Kind::number || kind == Kind::subscript;
            return (n.text == "3" ? "∛" : n.text == "4" ? "∜" : "√") + (atom ? inside(n, 0) : "(" + inside(n, 0) + ")");
        }
        case Kind::bar: return marked(inside(n, 0), "\u0304");
        case Kind::dot: return marked(inside(n, 0), "\u0307");
        case Kind::space: return "  ";
    }
    return {};
}

}  // namespace backstep
