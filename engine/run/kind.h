// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a text is a formula or a program, when nobody said.
#pragma once

#include <cstdint>
#include <string_view>

namespace backstep {

enum class TextKind : std::uint8_t { Formula, Program };

// A program is a text with, outside comments, at least one of these; everything else is a formula:
//   a line that begins with import, from … import, def, class, for, while, if … :, with, try:, print(, assert, return,
//     raise, del, global, nonlocal, @name, %magic or !command, or with a prompt: >>>, In [3]:
//   a call of a method (name.name( where the first name is no module that a formula may name: torch, F, np, math)
//   requires_grad, .grad, .backward, an augmented assignment (+=), a subscript or a list in brackets after an equals sign,
//   a text in quotes, or a call of what makes a tensor (torch.tensor, torch.arange …)
[[nodiscard]] TextKind kindOfText(std::string_view text);

}  // namespace backstep
