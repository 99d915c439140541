// SPDX-License-Identifier: GPL-3.0-or-later
// The strokes of a plot beneath and above its curves.
#pragma once

#include "widgets/plothover.h"
#include "widgets/plotscene.h"

class QPainter;

namespace backstep {

void paintPlotBehind(QPainter& painter, const PlotScene& scene);  // gaps and axes
void paintPlotBefore(QPainter& painter, const PlotScene& scene);  // tangent, point, texts
void paintPlotHover(QPainter& painter, const PlotScene& scene, const PlotHover& hover);

}  // namespace backstep
