// SPDX-License-Identifier: GPL-3.0-or-later
// The three themes: what colour each ink is. Text on its background has a contrast of at least 4.5 : 1.
#pragma once

#include <cstdint>
#include <string>

#include "engine/base/ink.h"

namespace backstep {

enum class Theme : std::uint8_t { light, dark, print };

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

[[nodiscard]] Colour colourOf(Theme theme, Ink ink);

inline constexpr int kInkCount = 16;
[[nodiscard]] const char* nameOf(Ink ink);         // "forward-wash": in classes and variables of style sheets
[[nodiscard]] std::string hexOf(Colour colour);    // "#0072b2"

}  // namespace backstep
