// SPDX-License-Identifier: GPL-3.0-or-later
// What a program does besides computing, in words.
#pragma once

#include <QString>

#include "engine/timeline/explain.h"

namespace backstep {

[[nodiscard]] QString happeningWords(const Explanation& step, const Recording& recording, const Source& source);

}  // namespace backstep
