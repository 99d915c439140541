// SPDX-License-Identifier: GPL-3.0-or-later
// What follows the pointer over a plot: a crosshair, the values there, and the handle of the point when it can be taken.
#pragma once

#include "widgets/plotscene.h"

namespace backstep {

struct PlotHover {
    struct Dot {
        QPointF at;
        Ink ink;
    };
    std::optional<double> x, y;    // of the crosshair's lines, in pixels
    std::optional<double> handle;  // of the line through the point, while it can be taken or is
    QVector<Dot> dots;             // where the crosshair meets the curves
    QVector<PlotText> texts;       // the readout
    QRectF backing;                // beneath it

    [[nodiscard]] QString readout() const;  // as one text
    [[nodiscard]] bool isEmpty() const { return !x && !handle; }
};

// The crosshair at the pixel column px, within the area.
[[nodiscard]] PlotHover crosshairAt(const PlotOrder& order, const PlotScene& scene, double px);

// The number that the pixel column stands for: as round as a pixel allows.
[[nodiscard]] double plotValueAt(const PlotScene& scene, double px);

}  // namespace backstep
