// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers in fields: shortest text that reads back the same, and the tidy values that a slider can stand on.
#pragma once

#include <optional>

#include <QString>

namespace backstep {

[[nodiscard]] QString valueText(double value);
// Any way to write a number: 2, -0.5, +1e-3, .5, with U+2212 for the minus sign too. Not NaN, not infinity.
[[nodiscard]] std::optional<double> readValue(const QString& text);

// A step of 1, 2 or 5 times a power of ten, such that the range has at least 1000 of them.
[[nodiscard]] double tidyStep(double minimum, double maximum);
// The multiple of step next to value, as the double that its decimal text stands for.
[[nodiscard]] double tidyValue(double value, double step);
// The next 1, 2 or 5 times a power of ten beyond a value: where a range grows to.
[[nodiscard]] double tidyBeyond(double value);

}  // namespace backstep
