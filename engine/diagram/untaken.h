// SPDX-License-Identifier: GPL-3.0-or-later
// Branches that a run never took: the frame each would have had, faint and dashed, with its lines of the text.
#pragma once

#include <string>
#include <vector>

#include "engine/diagram/diagram.h"
#include "engine/timeline/scopes.h"

namespace backstep {

// In a row beneath all else; the diagram grows by it, at every step alike. `word`: what is said of them: "not taken".
void addUntaken(Diagram& diagram, const std::vector<Untaken>& branches, const std::string& word, std::size_t stop);

}  // namespace backstep
