// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is wrong with an exercise file: read, made out for several students, solved, and answered wrongly.
#pragma once

#include "engine/exercise/sheet.h"

namespace backstep::exercise {

struct Validation {
    std::shared_ptr<const Exercise> exercise;
    Faults faults;  // in the order of the file
};

[[nodiscard]] Validation validate(const Source& source, const std::stop_token& stop = {});

// What `wrong` says is recognised, as a student would give it; nothing where there is no sample of it.
[[nodiscard]] std::optional<Answer> sampleOf(const Sheet& sheet, std::size_t task, std::size_t wrong);
// How a student chooses this option.
[[nodiscard]] Answer answerOfOption(const Sheet& sheet, std::size_t task, std::size_t option);

}  // namespace backstep::exercise
