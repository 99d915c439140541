// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures put together: one beside another, many on a sheet, one with a caption. What comes out is a picture like any.
#pragma once

#include <string>
#include <vector>

#include "engine/diagram/diagram.h"

namespace backstep {

// The second to the right of the first.
[[nodiscard]] Diagram beside(const Diagram& left, const Diagram& right);

// Row by row, in frames of equal size; about as wide as it is high.
[[nodiscard]] Diagram sheetOf(const std::vector<Diagram>& pictures);

// What stands beneath a picture: a quiet line, and below it lines that are broken where they do not fit.
struct Caption {
    std::string heading;
    std::vector<std::string> lines;
};
// How many rows the caption needs under a picture of that width.
[[nodiscard]] std::size_t captionRows(const Caption& caption, double width);
// With room for `rows`, so that several pictures are equally high.
[[nodiscard]] Diagram captioned(Diagram picture, const Caption& caption, std::size_t rows);

// Text broken at spaces; a word that is too long stands on a line of its own.
[[nodiscard]] std::vector<std::string> brokenLines(const std::string& text, double width, double size, bool bold = false);

// Everything in it moved; ids begin with `prefix`.
void moveGroups(std::vector<Group>& groups, double dx, double dy, const std::string& prefix);

}  // namespace backstep
