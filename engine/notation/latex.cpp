// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "engine/notation/notation.h"

namespace backstep {
namespace {

using Kind = Notation::Kind;

constexpr std::array<std::pair<std::string_view, std::string_view>, 46> kSigns{{
    {"α", "\\alpha "}, {"β", "\\beta "}, {"γ", "\\gamma "}, {"δ", "\\delta "}, {"ε", "\\varepsilon "}, {"ζ", "\\zeta "}, {"η", "\\eta "},
    {"θ", "\\theta "}, {"ι", "\\iota "}, {"κ", "\\kappa "}, {"λ", "\\lambda "}, {"μ", "\\mu "}, {"ν", "\\nu "}, {"ξ", "\\xi "}, {"π", "\\pi "},
    {"ρ", "\\rho "}, {"σ", "\\sigma "}, {"τ", "\\tau "}, {"υ", "\\upsilon "}, {"φ", "\\varphi "}, {"χ", "\\chi "}, {"ψ", "\\psi "}, {"ω", "\\omega "},
    {"Γ", "\\Gamma "}, {"Δ", "\\Delta "}, {"Θ", "\\Theta "}, {"Λ", "\\Lambda "}, {"Ξ", "\\Xi "}, {"Π", "\\Pi "}, {"Σ", "\\Sigma "}, {"Φ", "\\Phi "},
    {"Ψ", "\\Psi "}, {"Ω", "\\Omega "}, {"∂", "\\partial "}, {"·", "\\cdot "}, {"−", "-"}, {"←", "\\leftarrow "}, {"≤", "\\le "}, {"≥", "\\ge "},
    {"≠", "\\ne "}, {"∞", "\\infty "}, {"…", "\\dots "}, {"×", "\\times "}, {"\u2009", "\\,"}, {"\u2002", "\\ "}, {"→", "\\to "},
}};

// Every character of a name is safe in math mode; a character that LaTeX may not have is written by its number.
std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        bool known = false;
        for (const auto& [sign, latex] : kSigns) {
            if (!text.substr(at).starts_with(sign)) continue;
            out += latex;
            at += sign.size();
            known = true;
            break;
        }
        if (known) continue;
        if (c == '\\') out += "\\backslash ";
        else if (c == '~') out += "\\sim ";
        else if (c == '^') out += "\\hat{\\ }";
        else if (std::string_view("#$%&_{}").find(c) != std::string_view::npos) out += std::string("\\") + c;
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) out += "\\ ";
        else out += c;
        ++at;
    }
    return out;
}

std::string group(const Notation& n) { return "{" + toLatex(n) + "}"; }

// log, sin … are LaTeX's own; any other word is set upright as an operator.
std::string word(std::string_view text) {
    constexpr std::array<std::string_view, 16> kOwn{"sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", "log", "exp", "min", "max", "arcsin", "arccos", "arctan"};
    std::string_view stem = text;
    const bool thin = stem.ends_with("\u2009");
    if (thin) stem.remove_suffix(std::string_view("\u2009").size());
    for (const std::string_view own : kOwn) {
        if (own == stem) return "\\" + std::string(own) + " ";
    }
    const bool letters = !stem.empty() && stem.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == std::string_view::npos;
    if (letters) return "\\operatorname{" + escaped(stem) + "}" + (thin ? "\\," : "");
    return escaped(text);
}

}  // namespace

std::string toLatex(const Notation& n) {
    const auto child = [&](std::size_t i) { return group(n.children[i]); };
    switch (n.kind) {
        case Kind::row: {
            std::string out;
            for (const Notation& part : n.children) out += toLatex(part);
            return out;
        }
        case Kind::symbol:
        case Kind::number:
        case Kind::prefix: return escaped(n.text);
        case Kind::upright: return word(n.text);
        case Kind::relation:
        case Kind::binary: return " " + (n.text == "and" || n.text == "or" ? "\\mathbin{\\text{ " + n.text + " }}" : escaped(n.text)) + " ";
        case Kind::fraction: return "\\frac" + child(0) + child(1);
        case Kind::superscript: return child(0) + "^" + child(1);
        case Kind::subscript: return child(0) + "_" + child(1);
        case Kind::paren: return "\\left(" + toLatex(n.children[0]) + "\\right)";
        case Kind::absolute: return "\\left|" + toLatex(n.children[0]) + "\\right|";
        case Kind::root: return "\\sqrt" + (n.text.empty() ? std::string() : "[" + escaped(n.text) + "]") + child(0);
        case Kind::bar: return "\\bar" + child(0);
        case Kind::dot: return "\\dot" + child(0);
        case Kind::space: return "\\quad ";
    }
    return {};
}

}  // namespace backstep
