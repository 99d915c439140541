// SPDX-License-Identifier: GPL-3.0-or-later
// The three themes: what colour each ink is. Text on its background has a contrast of at least 4.5 : 1.
#pragma once

#include <cstdint>
#include <string>

#include "engine/base/ink.h"

namespace backstep {

enum class Theme : std::uint8_t { light, dark, print };

[[nodiscard]] Colour colourOf(Theme theme, Ink ink);

inline constexpr int kInkCount = 16;
[[nodiscard]] const char* nameOf(Ink ink);       // "forward-wash": in classes and variables of style sheets
[[nodiscard]] std::string hexOf(Colour colour);  // "#0072b2"

// A colour that a program chose, moved just as far from the background as it takes to be seen.
[[nodiscard]] Colour seenOn(Theme theme, Colour colour);

}  // namespace backstep
