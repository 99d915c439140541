// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a plot's scene with QCustomPlot. The only place that knows that library.
#pragma once

#include <functional>

#include "widgets/plothover.h"
#include "widgets/plotscene.h"

class QWidget;

namespace backstep {

class PlotSurface {
public:
    // Both are asked for whenever something is painted; the scene for the size that the widget then has.
    using SceneSource = std::function<const PlotScene&()>;
    using HoverSource = std::function<const PlotHover&()>;

    PlotSurface(QWidget* parent, SceneSource scene, HoverSource hover);

    [[nodiscard]] QWidget* widget() const;
    void replot();       // once, however often it is asked for before the next turn of the event loop
    void replotHover();  // only what follows the pointer

private:
    class Plot;
    Plot* plot_;  // belongs to the parent
};

}  // namespace backstep
