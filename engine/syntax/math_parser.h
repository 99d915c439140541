// SPDX-License-Identifier: GPL-3.0-or-later
// Math notation: f(x) = …, a bare expression, or several lines of which later ones use earlier ones.
//
// Precedence, weakest first: conditional · or · and · not · comparison · sum · product · unary minus · power · atom.
// Writing two factors side by side multiplies them; that binds as * does, but after a / it is refused, because
// 1/2x has two readings. A function without parentheses takes the product that follows it: sin 2x is sin(2x), and
// sin x cos x is a product. -x^2 is -(x^2), 2^3^2 is 2^(3^2).
#pragma once

#include "engine/syntax/ast.h"

namespace backstep {

inline constexpr std::size_t kMaxFunctionText = 10'000;  // characters
inline constexpr int kMaxNesting = 200;

[[nodiscard]] Parsed parseMath(const Source& source);

}  // namespace backstep
