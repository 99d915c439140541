// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before a step, and the answer to an answer: a hint made of the run's own numbers.
#pragma once

#include <QString>

#include "engine/predict/answer.h"

namespace backstep {

[[nodiscard]] QString questionWords(const predict::Question& question);
[[nodiscard]] QString replyWords(const predict::Reply& reply, const predict::Question& question);
// x̄ = 0.3324
[[nodiscard]] QString answerWords(const predict::Question& question);

}  // namespace backstep
