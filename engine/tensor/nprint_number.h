// SPDX-License-Identifier: GPL-3.0-or-later
// One number in decimal as numpy writes it: shortest text that gives the number back, or cut off after so many digits.
#pragma once

#include <string>

#include "engine/tensor/tensor.h"

namespace backstep {

struct DecimalText {
    std::string whole;     // "-12"
    std::string fraction;  // "5"; the point between them is always meant
    int exponent = 0;      // of scientific texts
};

// At most `precision` digits behind the point (negative: no limit), without trailing zeros. A number whose shortest text is
// longer is rounded from its exact value, ties to the even digit.
[[nodiscard]] DecimalText shortestPositional(double value, DType dtype, int precision);
[[nodiscard]] DecimalText shortestScientific(double value, DType dtype, int precision);
// Exactly so many digits behind the point.
[[nodiscard]] DecimalText exactPositional(double value, int precision);
[[nodiscard]] DecimalText exactScientific(double value, int precision);
// "e-05": at least so many digits.
[[nodiscard]] std::string exponentText(int exponent, std::size_t digits);

}  // namespace backstep
