// SPDX-License-Identifier: GPL-3.0-or-later
// What the second and third method say of a gradient, in words.
#pragma once

#include <QString>

#include "engine/sampling/check.h"

namespace backstep {

[[nodiscard]] QString sentence(const GradientCheck& check);

}  // namespace backstep
