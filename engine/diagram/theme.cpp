// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace backstep {
namespace {

constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex)};
}

struct Row {
    Colour light, dark, print;
};

constexpr Row row(std::uint32_t light, std::uint32_t dark, std::uint32_t print) { return {rgb(light), rgb(dark), rgb(print)}; }

Row rowOf(Ink ink) {
    using enum Ink;
    switch (ink) {
        case text: return row(0x1f2328, 0xe6e9ed, 0x000000);
        case quiet: return row(0x6b7280, 0x9aa3ae, 0x555555);
        case faint: return row(0xa3a9b2, 0x5d6671, 0x8a8a8a);
        case line: return row(0xdfe2e6, 0x343a42, 0xcccccc);
        case paper: return row(0xf4f5f7, 0x15181c, 0xffffff);
        case pane: return row(0xffffff, 0x1c2025, 0xffffff);
        case outline: return row(0x5b6572, 0x8b95a1, 0x000000);
        case forward: return row(0x0072b2, 0x56b4e9, 0x000000);
        case forwardWash: return row(0xe8f2f9, 0x16303f, 0xffffff);
        case backward: return row(0xd55e00, 0xff8a3d, 0xb34700);
        case backwardText: return row(0xb34700, 0xffb27d, 0xb34700);
        case backwardWash: return row(0xfdebd9, 0x3d2614, 0xffffff);
        case second: return row(0x7b4fa3, 0xc39be6, 0x555555);
        case tangent: return row(0x00795a, 0x4fd1a5, 0x555555);
        case error: return row(0xb42318, 0xff7b72, 0x000000);
        case warning: return row(0x8a5a00, 0xe3b341, 0x555555);
    }
    return {};
}

// Relative luminance, and the contrast of two of them, as the accessibility guidelines define them.
double luminance(Colour c) {
    const auto linear = [](std::uint8_t part) {
        const double v = part / 255.0;
        return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

double contrast(double a, double b) { return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05); }

Colour mixed(Colour a, Colour b, double share) {
    const auto part = [share](std::uint8_t x, std::uint8_t y) {
        return static_cast<std::uint8_t>(std::lround(x * (1 - share) + y * share));
    };
    return {part(a.red, b.red), part(a.green, b.green), part(a.blue, b.blue)};
}

}  // namespace

const char* nameOf(Ink ink) {
    constexpr std::array<const char*, kInkCount> kNames{"text",    "quiet",   "faint",        "line",     "paper",         "pane",
                                                        "outline", "forward", "forward-wash", "backward", "backward-text", "backward-wash",
                                                        "second",  "tangent", "error",        "warning"};
    return kNames[static_cast<std::size_t>(ink)];
}

std::string hexOf(Colour colour) {
    constexpr const char* digits = "0123456789abcdef";
    std::string out = "#";
    for (const unsigned part : {colour.red, colour.green, colour.blue}) {
        out += digits[part >> 4U];
        out += digits[part & 15U];
    }
    return out;
}

Colour seenOn(Theme theme, Colour colour) {
    const double back = luminance(colourOf(theme, Ink::pane));
    const Colour text = colourOf(theme, Ink::text);
    const double wanted = theme == Theme::dark ? 3.5 : 1.6;
    for (int tenths = 0; tenths <= 10; ++tenths) {
        const Colour tried = mixed(colour, text, tenths / 10.0);
        if (contrast(luminance(tried), back) >= wanted) return tried;
    }
    return text;
}

Colour colourOf(Theme theme, Ink ink) {
    const Row row = rowOf(ink);
    switch (theme) {
        case Theme::light: return row.light;
        case Theme::dark: return row.dark;
        case Theme::print: return row.print;
    }
    return {};
}

}  // namespace backstep
