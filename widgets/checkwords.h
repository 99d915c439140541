// SPDX-License-Identifier: GPL-3.0-or-later
// What the second and third method say of a gradient, in words.
#pragma once

#include <QString>

#include "engine/sampling/program_sampler.h"

namespace backstep {

[[nodiscard]] QString sentence(const GradientCheck& check);
[[nodiscard]] QString sentence(const LeafCheck& check);
[[nodiscard]] QString numbersLeft(std::size_t count);  // that were not checked

}  // namespace backstep
