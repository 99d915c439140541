// SPDX-License-Identifier: GPL-3.0-or-later
// The ways through a program, and why it has no curve, in the reader's language.
#pragma once

#include <QStringList>

#include "engine/sampling/program_sampler.h"

namespace backstep {

// One sentence a path, of what tells it from the others: "line 4: if taken; line 7: while 3 times".
[[nodiscard]] QStringList pathSentences(const std::vector<ProgramPath>& paths);
[[nodiscard]] QString refusalSentence(SampleRefusal refusal);

}  // namespace backstep
