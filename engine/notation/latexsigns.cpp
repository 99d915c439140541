// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/notation/latexsigns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace backstep {
namespace {

struct Sign {
    char32_t code;
    const char* latex;
};

constexpr std::array kSigns{
    // ASCII with a meaning of its own in LaTeX, or with the spacing of an operator
    // clang-format off
    Sign{U'#', "\\#"}, Sign{U'$', "\\$"}, Sign{U'%', "\\%"}, Sign{U'&', "\\&"}, Sign{U'_', "\\_"}, Sign{U'{', "\\{"}, Sign{U'}', "\\}"},
    Sign{U'\\', "\\backslash"}, Sign{U'~', "{\\sim}"}, Sign{U'^', "{\\hat{\\ }}"}, Sign{U'*', "{*}"}, Sign{U'`', "{\\grave{\\ }}"},
    Sign{U'"', "{}''"}, Sign{U'\'', "{}'"}, Sign{U'[', "{[}"}, Sign{U']', "{]}"}, Sign{U' ', "\\ "}, Sign{0xA0, "\\ "},
    // Greek
    Sign{U'α', "\\alpha"}, Sign{U'β', "\\beta"}, Sign{U'γ', "\\gamma"}, Sign{U'δ', "\\delta"}, Sign{U'ε', "\\varepsilon"}, Sign{U'ϵ', "\\epsilon"},
    Sign{U'ζ', "\\zeta"}, Sign{U'η', "\\eta"}, Sign{U'θ', "\\theta"}, Sign{U'ϑ', "\\vartheta"}, Sign{U'ι', "\\iota"}, Sign{U'κ', "\\kappa"},
    Sign{U'λ', "\\lambda"}, Sign{U'μ', "\\mu"}, Sign{U'µ', "\\mu"}, Sign{U'ν', "\\nu"}, Sign{U'ξ', "\\xi"}, Sign{U'ο', "o"}, Sign{U'π', "\\pi"},
    Sign{U'ρ', "\\rho"}, Sign{U'σ', "\\sigma"}, Sign{U'ς', "\\varsigma"}, Sign{U'τ', "\\tau"}, Sign{U'υ', "\\upsilon"}, Sign{U'φ', "\\varphi"},
    Sign{U'ϕ', "\\phi"}, Sign{U'χ', "\\chi"}, Sign{U'ψ', "\\psi"}, Sign{U'ω', "\\omega"}, Sign{U'Α', "A"}, Sign{U'Β', "B"},
    Sign{U'Γ', "\\Gamma"}, Sign{U'Δ', "\\Delta"}, Sign{U'Ε', "E"}, Sign{U'Ζ', "Z"}, Sign{U'Η', "H"}, Sign{U'Θ', "\\Theta"}, Sign{U'Ι', "I"},
    Sign{U'Κ', "K"}, Sign{U'Λ', "\\Lambda"}, Sign{U'Μ', "M"}, Sign{U'Ν', "N"}, Sign{U'Ξ', "\\Xi"}, Sign{U'Ο', "O"}, Sign{U'Π', "\\Pi"},
    Sign{U'Ρ', "P"}, Sign{U'Σ', "\\Sigma"}, Sign{U'Τ', "T"}, Sign{U'Υ', "\\Upsilon"}, Sign{U'Φ', "\\Phi"}, Sign{U'Χ', "X"}, Sign{U'Ψ', "\\Psi"},
    Sign{U'Ω', "\\Omega"},
    // Operators, relations, spaces
    Sign{U'−', "-"}, Sign{U'·', "\\cdot"}, Sign{U'⋅', "\\cdot"}, Sign{U'×', "\\times"}, Sign{U'÷', "\\div"}, Sign{U'±', "\\pm"}, Sign{U'∂', "\\partial"},
    Sign{U'∇', "\\nabla"}, Sign{U'√', "\\surd"}, Sign{U'∑', "\\sum"}, Sign{U'∏', "\\prod"}, Sign{U'∞', "\\infty"}, Sign{U'←', "\\leftarrow"},
    Sign{U'→', "\\to"}, Sign{U'↦', "\\mapsto"}, Sign{U'≤', "\\le"}, Sign{U'≥', "\\ge"}, Sign{U'≠', "\\ne"}, Sign{U'≈', "\\approx"}, Sign{U'∈', "\\in"},
    Sign{U'∘', "\\circ"}, Sign{U'⊙', "\\odot"}, Sign{U'…', "\\dots"}, Sign{U'′', "{}'"}, Sign{U'″', "{}''"}, Sign{U'\u2009', "\\,"},
    Sign{U'\u2002', "\\ "}, Sign{U'\u2003', "\\quad"}, Sign{U'ℓ', "\\ell"}, Sign{U'°', "{^{\\circ}}"},
    // Letters with accents that a formula may hold, and raised and lowered digits
    Sign{U'à', "\\grave{a}"}, Sign{U'á', "\\acute{a}"}, Sign{U'â', "\\hat{a}"}, Sign{U'ã', "\\tilde{a}"}, Sign{U'ä', "\\ddot{a}"}, Sign{U'å', "\\mathring{a}"},
    Sign{U'è', "\\grave{e}"}, Sign{U'é', "\\acute{e}"}, Sign{U'ê', "\\hat{e}"}, Sign{U'ë', "\\ddot{e}"}, Sign{U'ì', "\\grave{\\imath}"},
    Sign{U'í', "\\acute{\\imath}"}, Sign{U'î', "\\hat{\\imath}"}, Sign{U'ï', "\\ddot{\\imath}"}, Sign{U'ñ', "\\tilde{n}"}, Sign{U'ò', "\\grave{o}"},
    Sign{U'ó', "\\acute{o}"}, Sign{U'ô', "\\hat{o}"}, Sign{U'õ', "\\tilde{o}"}, Sign{U'ö', "\\ddot{o}"}, Sign{U'ù', "\\grave{u}"}, Sign{U'ú', "\\acute{u}"},
    Sign{U'û', "\\hat{u}"}, Sign{U'ü', "\\ddot{u}"}, Sign{U'ý', "\\acute{y}"}, Sign{U'ÿ', "\\ddot{y}"}, Sign{U'Ä', "\\ddot{A}"}, Sign{U'Ö', "\\ddot{O}"},
    Sign{U'Ü', "\\ddot{U}"}, Sign{U'É', "\\acute{E}"}, Sign{U'²', "{^{2}}"}, Sign{U'³', "{^{3}}"}, Sign{U'¹', "{^{1}}"},
    // clang-format on
};

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool endsInControlWord(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && isLetter(text[at - 1])) --at;
    return at > 0 && at < text.size() && text[at - 1] == '\\';
}

std::string numbered(char32_t code) {
    std::array<char, 12> hex{};
    const auto end = std::to_chars(hex.data(), hex.data() + hex.size(), static_cast<std::uint32_t>(code), 16);
    std::string digits(hex.data(), end.ptr);
    for (char& c : digits) c = c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
    return "{\\mathrm{U{+}" + digits + "}}";
}

}  // namespace

std::string latexSign(char32_t code) {
    const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [&](const Sign& s) { return s.code == code; });
    if (sign != kSigns.end()) return sign->latex;
    if (code < 0x20 || code == 0x7F) return "\\ ";
    if (code < 0x7F) return {static_cast<char>(code)};
    if (code >= U'₀' && code <= U'₉') return std::string("{_{") + static_cast<char>('0' + (code - U'₀')) + "}}";
    if (code >= U'⁴' && code <= U'⁹') return std::string("{^{") + static_cast<char>('4' + (code - U'⁴')) + "}}";
    return numbered(code);
}

bool isLatexFunction(std::string_view word) {
    constexpr std::array<std::string_view, 20> kOwn{"sin", "cos", "tan", "sec", "csc", "cot", "sinh",   "cosh",   "tanh",   "coth",
                                                    "log", "ln",  "exp", "min", "max", "det", "arcsin", "arccos", "arctan", "lim"};
    return std::find(kOwn.begin(), kOwn.end(), word) != kOwn.end();
}

void appendLatex(std::string& out, std::string_view piece) {
    const bool joins = !piece.empty() && (isLetter(piece.front()) || (piece.front() >= '0' && piece.front() <= '9'));
    if (joins && endsInControlWord(out)) out += ' ';
    out += piece;
}

}  // namespace backstep
