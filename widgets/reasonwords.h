// SPDX-License-Identifier: GPL-3.0-or-later
// Why a NaN, an infinity or a gradient of 0 is there, in a sentence.
#pragma once

#include <QString>

#include "engine/timeline/hunting.h"

namespace backstep {

class Source;

// Empty where there is nothing to explain.
[[nodiscard]] QString reasonWords(const Reason& reason, const Recording& recording, const Source& source);

}  // namespace backstep
