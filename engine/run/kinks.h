// SPDX-License-Identifier: GPL-3.0-or-later
// Points at which an operation has a value but no derivative.
#pragma once

#include "engine/tape/op.h"

namespace backstep {

// Whether the op has a corner or a jump exactly at (a, b, c), so that the derivative there is a convention.
[[nodiscard]] bool isBentAt(Op op, double a, double b, double c);

}  // namespace backstep
