// SPDX-License-Identifier: GPL-3.0-or-later
// One line of help for each function that may be typed.
#pragma once

#include <QString>

#include "engine/syntax/functions.h"

namespace backstep {

[[nodiscard]] QString functionHelp(const FunctionInfo& function);

}  // namespace backstep
