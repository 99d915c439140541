// SPDX-License-Identifier: GPL-3.0-or-later
// What the layout of mathematics knows on its way down: the style (TeX's display, text, script, scriptscript), and what is
// inherited. For the files of the layout only.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "engine/notation/notation.h"
#include "widgets/mathbox.h"

namespace backstep {

namespace math {
// Proportions in em.
inline constexpr double kAxis = 0.26;
inline constexpr double kRule = 0.055;
inline constexpr double kGap = 0.16;  // between a fraction's bar and its parts
inline constexpr double kXHeight = 0.45;
inline constexpr double kScriptSpace = 0.05;
inline constexpr double kReach = 0.02;  // how far back a letter may reach over its start
inline constexpr double kSlant = 0.27;  // of an italic letter
inline constexpr int kDeepest = 120;    // what nests deeper is "…"
}  // namespace math

enum class MathStyle : std::uint8_t { display, text, script, scriptScript };

struct MathContext {
    double base = 19;  // px of the display style
    MathStyle style = MathStyle::display;
    Ink ink = Ink::text;
    bool bold = false;
    int depth = 0;

    [[nodiscard]] double em() const {
        constexpr std::array<double, 4> kScale{1, 1, 0.7, 0.55};
        return base * kScale[static_cast<std::size_t>(style)];
    }
    [[nodiscard]] double rule() const { return std::max(1.0, math::kRule * em()); }
    [[nodiscard]] bool isScript() const { return style >= MathStyle::script; }
    [[nodiscard]] MathContext in(MathStyle other) const {
        MathContext inner = *this;
        inner.style = other;
        return inner;
    }
    [[nodiscard]] MathContext scripts() const { return in(isScript() ? MathStyle::scriptScript : MathStyle::script); }
    [[nodiscard]] MathContext parts() const {
        return in(style == MathStyle::display ? MathStyle::text : isScript() ? MathStyle::scriptScript : MathStyle::script);
    }
};

[[nodiscard]] MathBox build(const Notation& notation, MathContext context);
[[nodiscard]] MathBox textBox(const std::string& text, bool italic, const MathContext& context);

// widgets/mathshapes.cpp
[[nodiscard]] MathBox fractionBox(const Notation& fraction, const MathContext& context);
[[nodiscard]] MathBox parenBox(const Notation& paren, const MathContext& context);
[[nodiscard]] MathBox absoluteBox(const Notation& absolute, const MathContext& context);
[[nodiscard]] MathBox rootBox(const Notation& root, const MathContext& context);

}  // namespace backstep
