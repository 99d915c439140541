// SPDX-License-Identifier: GPL-3.0-or-later
// What exported files say, in the reader's language.
#pragma once

#include <vector>

#include "engine/engine.h"
#include "engine/export/compose.h"
#include "engine/export/deck.h"
#include "engine/export/page.h"
#include "engine/export/worksheet.h"

namespace backstep {

[[nodiscard]] PageWords pageWords();
[[nodiscard]] WorksheetWords worksheetWords();

// The function on one line, and where it is evaluated: "x = 2, y = −1".
[[nodiscard]] std::string headingOf(const Snapshot& snapshot);
[[nodiscard]] std::string pointOf(const Snapshot& snapshot);

[[nodiscard]] StepText stepTextOf(const Snapshot& snapshot, std::size_t stop);
[[nodiscard]] std::vector<StepText> stepTextsOf(const Snapshot& snapshot);  // one a stop, the start among them
[[nodiscard]] Caption captionOf(const Snapshot& snapshot, std::size_t stop);

}  // namespace backstep
