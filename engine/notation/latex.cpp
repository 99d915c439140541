// SPDX-License-Identifier: GPL-3.0-or-later
// LaTeX for math mode; of packages it needs amsmath alone (\operatorname). Inks, bold and links are the window's.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "engine/base/numbers.h"
#include "engine/notation/latexsigns.h"
#include "engine/notation/notation.h"
#include "engine/notation/scientific.h"

namespace backstep {
namespace {

using Kind = Notation::Kind;

// TeX holds 255 open groups; a level here opens two at most.
constexpr int kDeepest = 60;

std::string write(const Notation& n, int depth);

std::string childOf(const Notation& n, std::size_t i, int depth) {
    return i < n.children.size() ? write(n.children[i], depth + 1) : std::string();
}

std::string signs(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) appendLatex(out, latexSign(decodeUtf8(text, at)));
    return out;
}

bool isWordCharacter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

// A word among signs: "{", " if ", "otherwise}".
std::string mixed(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        std::size_t length = 0;
        while (length < text.size() && isWordCharacter(text[length])) ++length;
        if (length > 0) {
            appendLatex(out, "\\mathrm{" + signs(text.substr(0, length)) + "}");
        } else {
            std::size_t next = 0;
            appendLatex(out, latexSign(decodeUtf8(text, next)));
            length = next;
        }
        text.remove_prefix(length);
    }
    return out;
}

// log, sin … are LaTeX's own; any other word by itself is an operator's name. TeX spaces both, so a thin space behind goes.
std::string word(std::string_view text) {
    constexpr std::string_view kThin = "\u2009";
    std::string_view stem = text;
    if (stem.ends_with(kThin)) stem.remove_suffix(kThin.size());
    if (isLatexFunction(stem)) return "\\" + std::string(stem);
    bool single = !stem.empty();
    for (const char c : stem) single = single && isWordCharacter(c);
    return single ? "\\operatorname{" + signs(stem) + "}" : mixed(text);
}

std::size_t lengthOf(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) static_cast<void>(decodeUtf8(text, at));
    return count;
}

std::string symbol(const std::string& text) {
    const bool isWord =
        lengthOf(text) > 1 && text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
    return isWord ? "\\mathit{" + text + "}" : signs(text);
}

std::string number(const std::string& text) {
    if (const Scientific parts = scientific(text); !parts.exponent.empty())
        return signs(parts.mantissa) + " \\cdot 10^{" + signs(parts.exponent) + "}";
    return text == "NaN" ? "\\mathrm{NaN}" : signs(text);
}

// and, or, <, ·: with the spaces of a source that people read.
std::string infix(const Notation& n) {
    const bool isWord = !n.text.empty() && isWordCharacter(n.text.front());
    if (!isWord) return " " + signs(n.text) + " ";
    return std::string(n.kind == Kind::relation ? " \\mathrel" : " \\mathbin") + "{\\mathrm{" + signs(n.text) + "}} ";
}

bool isTall(const Notation& n) {
    if (n.kind == Kind::fraction) return true;
    for (const Notation& child : n.children) {
        if (isTall(child)) return true;
    }
    return false;
}

// What may carry an index without braces of its own around it.
bool isCarrier(const Notation& n, Kind index) {
    switch (n.kind) {
        case Kind::symbol: return lengthOf(n.text) == 1;
        case Kind::number: return scientific(n.text).exponent.empty() && !n.text.starts_with("−");
        case Kind::upright:
        case Kind::paren: return true;
        case Kind::bar:
        case Kind::dot:
            return !n.children.empty() && n.children[0].kind != Kind::superscript &&
                   (n.children[0].kind != Kind::subscript || index == Kind::superscript);
        case Kind::subscript: return index == Kind::superscript && !n.children.empty() && isCarrier(n.children[0], Kind::subscript);
        default: return false;
    }
}

bool beginsWithAccent(std::string_view base) {
    base.remove_prefix(std::min(base.find_first_not_of("{ "), base.size()));
    constexpr std::array<std::string_view, 6> kAccents{"\\bar", "\\dot", "\\grave", "\\acute", "\\hat", "\\tilde"};
    return std::any_of(kAccents.begin(), kAccents.end(), [&](std::string_view accent) { return base.starts_with(accent); });
}

std::string script(const Notation& n, int depth) {
    std::string base = childOf(n, 0, depth);
    const bool hasPrime = base.find("{}'") != std::string::npos;  // which is an exponent already
    const bool carries = !n.children.empty() && !hasPrime && isCarrier(n.children[0], n.kind);
    const bool isPower = n.kind == Kind::superscript && !n.children.empty() && n.children[0].kind == Kind::number;
    // (2 · 10⁻⁸)², not 2 · 10⁻⁸². TeX sees through braces around a single accent: the empty group keeps its index its own.
    if (!carries) base = isPower ? "(" + base + ")" : (beginsWithAccent(base) ? "{{}" : "{") + base + "}";
    return base + (n.kind == Kind::superscript ? "^{" : "_{") + childOf(n, 1, depth) + "}";
}

// The mark stands on the letter, its index beside it: \bar{v}_{3}.
std::string marked(const Notation& n, int depth) {
    if (n.children.empty()) return {};
    const Notation& inside = n.children[0];
    if (inside.kind == Kind::subscript && inside.children.size() == 2) {
        Notation base = n;
        base.children = {inside.children[0]};
        return marked(base, depth + 1) + "_{" + childOf(inside, 1, depth) + "}";
    }
    const bool narrow = inside.kind == Kind::symbol && lengthOf(inside.text) == 1;
    const char* mark = n.kind == Kind::dot ? "\\dot{" : narrow ? "\\bar{" : "\\overline{";
    return mark + write(inside, depth + 1) + "}";
}

bool isOperand(const Notation& n) {
    return n.kind != Kind::relation && n.kind != Kind::binary && n.kind != Kind::prefix && n.kind != Kind::space && n.kind != Kind::upright;
}

std::string row(const Notation& n, int depth) {
    std::string out;
    for (std::size_t i = 0; i < n.children.size(); ++i) {
        const Notation& part = n.children[i];
        const bool behindOperand = i > 0 && isOperand(n.children[i - 1]);
        std::string piece = write(part, depth + 1);
        if (i == 0 && piece.starts_with(' ')) piece.erase(0, 1);
        if (behindOperand && part.kind == Kind::prefix && part.text == "−") piece = "{-}";
        if (behindOperand && part.kind == Kind::number && n.children[i - 1].kind == Kind::number) out += "\\,";
        appendLatex(out, piece);
    }
    while (out.ends_with(' ') && !out.ends_with("\\ ")) out.pop_back();
    return out;
}

std::string fenced(const Notation& n, int depth) {
    const std::string inside = childOf(n, 0, depth);
    std::string out = n.kind == Kind::absolute ? "\\left|" : isTall(n) ? "\\left(" : "(";
    appendLatex(out, inside);
    return out + (n.kind == Kind::absolute ? "\\right|" : isTall(n) ? "\\right)" : ")");
}

std::string write(const Notation& n, int depth) {
    if (depth > kDeepest) return "\\dots";
    switch (n.kind) {
        case Kind::row: return row(n, depth);
        case Kind::symbol: return symbol(n.text);
        case Kind::number: return number(n.text);
        case Kind::prefix: return signs(n.text);
        case Kind::upright: return word(n.text);
        case Kind::relation:
        case Kind::binary: return infix(n);
        case Kind::fraction: return "\\frac{" + childOf(n, 0, depth) + "}{" + childOf(n, 1, depth) + "}";
        case Kind::superscript:
        case Kind::subscript: return script(n, depth);
        case Kind::paren:
        case Kind::absolute: return fenced(n, depth);
        case Kind::root:
            return "\\sqrt" + (n.text.empty() ? std::string() : "[{" + signs(n.text) + "}]") + "{" + childOf(n, 0, depth) + "}";
        case Kind::bar:
        case Kind::dot: return marked(n, depth);
        case Kind::space: return "\\quad";
    }
    return {};
}

}  // namespace

std::string toLatex(const Notation& notation) { return write(notation, 0); }

}  // namespace backstep
