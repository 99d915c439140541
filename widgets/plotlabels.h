// SPDX-License-Identifier: GPL-3.0-or-later
// The texts in a plot, set where they cover as little as possible.
#pragma once

#include "widgets/plotscene.h"

namespace backstep {

// Adds the texts to a scene whose lines are laid out.
void placePlotTexts(const PlotOrder& order, PlotScene& scene);

}  // namespace backstep
