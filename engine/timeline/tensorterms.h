// SPDX-License-Identifier: GPL-3.0-or-later
// Operations on whole tensors as mathematics: what shown.def says of them, and tensors as text.
#pragma once

#include <functional>
#include <string>

#include "engine/timeline/terms.h"

namespace backstep {

// `term` gives what stands for 'a', 'b', 'c', 'y' and 'g'.
using TermOf = std::function<Term(char)>;

[[nodiscard]] Term shapedExpression(Op op, std::size_t operands, const TermOf& term);
// What arrives at an operand, as an expression; nothing where shown.def has none.
[[nodiscard]] std::optional<Term> shapedProduct(Op op, std::size_t operand, const TermOf& term);

// 0.9093 · [0, 1, 2] · [[1, 2], [3, 4]] · [0, 1, … 9] · [3, 4]-shaped ones that are too long by their shape: "3 × 4".
[[nodiscard]] std::string tensorText(const Tensor& value, int digits, std::size_t most = 8);
// [[1, 2], [3, 4]], each number as `number` writes it; of a scalar the number.
[[nodiscard]] std::string nestedText(const Tensor& value, const std::function<std::string(double)>& number);
// Every digit of every number, for copying; of more than 10,000 numbers the shape only.
[[nodiscard]] std::string exactTensorText(const Tensor& value);
[[nodiscard]] Notation tensorNotation(const Tensor& value, int digits, Ink ink = Ink::text, NodeId link = {});
[[nodiscard]] std::string shapeText(const Tensor& value);  // "[3, 4]"; empty for a scalar

}  // namespace backstep
