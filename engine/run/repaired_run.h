// SPDX-License-Identifier: GPL-3.0-or-later
// Running a damaged paste as it reads when it is repaired. What it leaves behind points at the text that the person has.
#pragma once

#include "engine/run/explain.h"
#include "engine/run/program.h"
#include "engine/syntax/repair.h"

namespace backstep {

struct RepairedRun {
    Source source;                                // repaired: what ran
    ParsedProgram parsed;                         // of it
    ProgramRun run;                               // its places are those of the original
    std::optional<ErrorExplanation> explanation;  // its lines too; its fixes are edits of the repaired text
};

[[nodiscard]] RepairedRun runRepaired(const Source& original, const Repaired& repaired, const ProgramOptions& options = {});

}  // namespace backstep
