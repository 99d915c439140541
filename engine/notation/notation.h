// SPDX-License-Identifier: GPL-3.0-or-later
// Mathematics to be typeset: a tree of boxes. The window paints it, LaTeX and plain text are written from it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/ids.h"
#include "engine/base/ink.h"

namespace backstep {

struct Notation {
    enum class Kind : std::uint8_t {
        row,          // children side by side
        symbol,       // a variable, italic: x, v, σ (the subscript is a node of its own)
        upright,      // a function name or a word: sin, otherwise
        number,       // digits as shown, minus sign U+2212
        relation,     // = ← > …: thick space on both sides
        binary,       // + − ·: medium space on both sides
        prefix,       // unary minus, ∂: no space
        fraction,     // [numerator, denominator]
        superscript,  // [base, exponent]
        subscript,    // [base, index]
        paren,        // [inside], growing round brackets
        absolute,     // [inside], growing vertical bars
        root,         // [inside]; text is the index ("3" for a cube root), empty for a square root
        bar,          // [inside] with a bar above: an adjoint
        dot,          // [inside] with a dot above: a tangent
        space,        // a gap of 1 em
    };
    Kind kind = Kind::row;
    std::string text;
    Ink ink = Ink::text;
    bool bold = false;
    NodeId link;  // the tape node whose computation this comes from, if any
    std::vector<Notation> children;
};

// LaTeX source for math mode; every character of names is escaped.
[[nodiscard]] std::string toLatex(const Notation& notation);
// One line of Unicode text, "v₃ = sin x": for labels, tables and screen readers. Fractions become a / b.
[[nodiscard]] std::string toPlainText(const Notation& notation);

}  // namespace backstep
