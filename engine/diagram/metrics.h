// SPDX-License-Identifier: GPL-3.0-or-later
// The size of text in the pinned font, DejaVu Sans, from a table: the same in the window, in a file and on a machine
// without fonts. Text is measured as it is drawn (engine/diagram/printable.h), without kerning.
#pragma once

#include <string>
#include <string_view>

namespace backstep {

[[nodiscard]] double textWidth(std::string_view utf8, double size, bool bold = false);

// Above the baseline, and below it as a positive number.
[[nodiscard]] double ascent(double size);
[[nodiscard]] double descent(double size);
[[nodiscard]] double capHeight(double size);

// `utf8` if it fits, otherwise its beginning and its end around "…". Never cuts a character apart, nor a mark from the
// character that carries it. Where not even "…" fits, it is "…" all the same: something is there.
[[nodiscard]] std::string elideMiddle(std::string_view utf8, double maxWidth, double size, bool bold = false);

}  // namespace backstep
