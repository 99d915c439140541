// SPDX-License-Identifier: GPL-3.0-or-later
// "2.5e−8" as a textbook sets it: 2.5 · 10⁻⁸.
#pragma once

#include <string>
#include <string_view>

namespace backstep {

struct Scientific {
    std::string mantissa;  // "2.5"
    std::string exponent;  // "−8", without a plus and leading zeros; empty if the number has none
};

[[nodiscard]] inline Scientific scientific(std::string_view number) {
    const std::size_t e = number.find_first_of("eE");
    if (e == std::string_view::npos || e == 0 || e + 1 == number.size()) return {std::string(number), {}};
    std::string_view power = number.substr(e + 1);
    std::string sign;
    for (const std::string_view minus : {std::string_view("−"), std::string_view("-"), std::string_view("+")}) {
        if (!power.starts_with(minus)) continue;
        if (minus != "+") sign = "−";
        power.remove_prefix(minus.size());
        break;
    }
    while (power.size() > 1 && power.front() == '0') power.remove_prefix(1);
    if (power.empty() || power.find_first_not_of("0123456789") != std::string_view::npos) return {std::string(number), {}};
    return {std::string(number.substr(0, e)), sign + std::string(power)};
}

}  // namespace backstep
