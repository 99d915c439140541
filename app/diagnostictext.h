// SPDX-License-Identifier: GPL-3.0-or-later
// A diagnostic for a terminal: the sentence, the place, the line with carets, the help.
#pragma once

#include <string>

#include "engine/text/diagnostic.h"

namespace backstep {

[[nodiscard]] std::string diagnosticText(const Source& source, const Diagnostic& diagnostic);

}  // namespace backstep
