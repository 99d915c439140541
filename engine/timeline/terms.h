// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes and partials as mathematics: v₃ = sin x, ∂v₃/∂x = cos x, with names or with numbers.
#pragma once

#include <optional>
#include <vector>

#include "engine/notation/notation.h"
#include "engine/syntax/ast.h"
#include "engine/tape/recording.h"

namespace backstep {

// A piece of mathematics and how tightly it holds together; a looser one needs brackets inside a tighter one.
struct Term {
    enum class Grip : std::uint8_t { Condition, Sum, Product, Sign, Power, Atom };
    Notation notation;
    Grip grip = Grip::Atom;
    std::optional<double> constant;  // of a number of the text: 2 − 1 is shown as 1
};

[[nodiscard]] Term nameTerm(const Recording& recording, const Source& source,
                            NodeId node);  // v₃, x, or the number of a constant as written
[[nodiscard]] Term numberTerm(double value, int digits, Ink ink = Ink::text, NodeId link = {});
// `tensors`: a product is one of whole tensors, element by element.
[[nodiscard]] Term applied(Op op, std::vector<Term> operands, bool tensors = false);
[[nodiscard]] Term valueTerm(const Tape& tape, NodeId id, int digits);

// The right-hand side of a node: sin x, v₂ · v₃, x².
[[nodiscard]] Term expressionTerm(const Recording& recording, const Source& source, NodeId node);
// The same with the operands' values: sin 2.
[[nodiscard]] Term substitutedTerm(const Recording& recording, NodeId node, int digits);

// ∂node/∂operand in names (cos x), or in numbers (cos 2).
// Only where hasPartial() says so: an operation element by element whose row has one.
[[nodiscard]] bool hasPartial(const Tape& tape, NodeId node, std::size_t operand);
[[nodiscard]] Term partialTerm(const Recording& recording, const Source& source, NodeId node, std::size_t operand);
[[nodiscard]] Term substitutedPartial(const Recording& recording, NodeId node, std::size_t operand, int digits);

// Small builders.
[[nodiscard]] Notation rowOf(std::vector<Notation> children);
[[nodiscard]] Notation markOf(Notation::Kind kind, std::string text, Ink ink = Ink::text);
[[nodiscard]] Notation nameNotation(const std::string& name, NodeId link = {});
[[nodiscard]] Notation bracketed(Notation inside);

}  // namespace backstep
