// SPDX-License-Identifier: GPL-3.0-or-later
// A diagnostic for a terminal: the sentence, the place, the line with carets, the help.
#pragma once

#include <string>

#include "engine/text/diagnostic.h"

namespace backstep {

// Where: the file, the line, carets under the span.
[[nodiscard]] std::string excerptText(const Source& source, Span span);
[[nodiscard]] std::string diagnosticText(const Source& source, const Diagnostic& diagnostic);

}  // namespace backstep
