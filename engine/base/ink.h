// SPDX-License-Identifier: GPL-3.0-or-later
// What a colour means. Which colour that is, the theme says (engine/diagram/theme.h): light, dark or print.
#pragma once

#include <cstdint>

namespace backstep {

enum class Ink : std::uint8_t {
    text,
    quiet,
    faint,
    line,     // hairlines
    paper,    // window background
    pane,     // background of a pane, a node, a chart
    outline,  // border of a node, an edge at rest
    forward,  // values, f
    forwardWash,
    backward,      // adjoints, f'
    backwardText,  // the same as text on its wash
    backwardWash,
    second,   // second order
    tangent,  // forward mode
    error,
    warning,
};

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    friend bool operator==(const Colour&, const Colour&) = default;
};

}  // namespace backstep
