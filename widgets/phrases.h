// SPDX-License-Identifier: GPL-3.0-or-later
// Engine facts said in words, in the reader's language: the one place. Plain text, never HTML.
#pragma once

#include <QString>

#include "engine/diagram/chartdiagram.h"
#include "engine/diagram/graphpicture.h"
#include "engine/engine.h"
#include "engine/timeline/terms.h"

namespace backstep {

[[nodiscard]] QString sentence(const Diagnostic& diagnostic);  // what is wrong
[[nodiscard]] QString help(const Diagnostic& diagnostic);      // what to do; may be empty
[[nodiscard]] QString fixTitle(const Diagnostic& diagnostic, const Fix& fix);

[[nodiscard]] QString words(const Explanation& step, const Recording& recording, const Source& source);
[[nodiscard]] QString phaseTitle(const Phase& phase);

[[nodiscard]] GraphWords graphWords();
[[nodiscard]] ChartWords chartWords();

}  // namespace backstep
