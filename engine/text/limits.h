// SPDX-License-Identifier: GPL-3.0-or-later
// How long a document's text may be at all. What of it is read as a formula or a program is less: that is said where it is read.
#pragma once

namespace backstep {

inline constexpr int kMostCharacters = 512 * 1024;  // UTF-16 units: with more an editor stands still at a key

}  // namespace backstep
