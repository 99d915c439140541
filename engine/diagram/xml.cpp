// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/xml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "engine/diagram/printable.h"

namespace backstep {
namespace {

// Beyond this no picture reaches, and some readers count in 32 bits.
constexpr double kLargest = 1e7;

bool isIdCharacter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

}  // namespace

std::string xmlEscaped(std::string_view text) {
    std::string out;
    for (const char c : printable(text)) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;  // so that ]]> cannot arise
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string xmlId(std::string_view text) {
    std::string out(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return !isIdCharacter(c); }, '-');
    if (out.empty() || out.front() < 'a') out.insert(0, "g");
    return out;
}

std::string xmlNumber(double value) {
    if (!std::isfinite(value)) return "0";
    const double rounded = std::round(std::clamp(value, -kLargest, kLargest) * 100) / 100;
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded, std::chars_format::fixed, 2);
    std::string text(buffer.data(), end.ptr);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

}  // namespace backstep
