// SPDX-License-Identifier: GPL-3.0-or-later
// Every step's mathematics, one after another, as LaTeX: a document by itself, or \input into one. No package is needed.
#pragma once

#include <string>
#include <vector>

#include "engine/export/deck.h"

namespace backstep {

// `texts` has one row a stop, as a deck's. `heading` is the function, line by line.
[[nodiscard]] std::string derivationAsLatex(const std::vector<Notation>& heading, const std::string& subtitle,
                                            const std::vector<StepText>& texts);

}  // namespace backstep
