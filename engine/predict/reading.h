// SPDX-License-Identifier: GPL-3.0-or-later
// What a student typed, as numbers: an expression of mathematics or of the library, in the names that are on screen.
#pragma once

#include "engine/predict/answer.h"

namespace backstep::predict {

struct Reading {
    std::optional<Tensor> value;
    Slip slip = Slip::None;  // why there is none
    std::vector<std::string> arguments;
};

[[nodiscard]] Reading read(const Question& question, const Recording& recording, const Source& source, const Timeline& timeline,
                           const std::string& typed);

}  // namespace backstep::predict
