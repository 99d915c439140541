// SPDX-License-Identifier: GPL-3.0-or-later
// An expression made to fit: the longest of its names are cut in their middle first, so that what is done with them is seen.
#pragma once

#include <string>
#include <string_view>

namespace backstep {

[[nodiscard]] std::string elideNames(std::string_view utf8, double maxWidth, double size, bool bold = false);

}  // namespace backstep
