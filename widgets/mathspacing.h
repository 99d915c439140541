// SPDX-License-Identifier: GPL-3.0-or-later
// TeX's classes of atoms and the spaces between them (The TeXbook, chapter 18).
#pragma once

#include <string>
#include <string_view>

#include "engine/notation/notation.h"

namespace backstep {

// In em, between two neighbours; `isScript` leaves out the spaces that scripts are set without.
[[nodiscard]] double spaceBetween(const Notation& left, const Notation& right, bool isScript);

// An upright word without the spaces that its writer put around it, and those spaces in em.
struct SpacedWord {
    std::string text;
    double before = 0;
    double after = 0;
};
[[nodiscard]] SpacedWord spacedWord(std::string_view text);

}  // namespace backstep
