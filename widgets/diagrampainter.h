// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a diagram as its SVG file shows it: same font, same geometry, same colours.
#pragma once

#include <functional>
#include <span>

#include <QFont>
#include <QImage>

#include "engine/diagram/diagram.h"
#include "engine/diagram/theme.h"

class QPainter;

namespace backstep {

struct DiagramPaintOptions {
    Theme theme = Theme::light;
    bool transparent = false;  // otherwise the pane's colour lies behind everything
    // What of the diagram is in sight, if not all of it: of long lines the rest is not painted.
    std::function<bool(const Rect&)> visible = {};
    double scale = 1;  // pixels a scene unit on a screen: text that nobody could read there is a grey bar
};

// Paints in scene units, the diagram's corner at the painter's origin. The painter is left as it was found.
void paintDiagram(QPainter& painter, const Diagram& diagram, const DiagramPaintOptions& options = {});
// Some groups of one, in their order. Nothing is painted behind them.
void paintGroups(QPainter& painter, std::span<const Group* const> groups, const DiagramPaintOptions& options);

// An image has at most this many pixels on a side, and in all.
inline constexpr int kLargestImageSide = 16384;
inline constexpr qint64 kLargestImagePixels = qint64{64} * 1024 * 1024;

// 1 scene unit is `scale` pixels, and 1/96 inch on paper. A null image beyond the limits, or where memory lacks.
[[nodiscard]] QImage renderDiagram(const Diagram& diagram, double scale = 1, Theme theme = Theme::light, bool transparent = false);

// The pinned font. Its size is whole pixels; text of another size is painted through a scaled painter.
[[nodiscard]] QFont diagramFont(int pixelSize, bool bold = false, bool italic = false);

}  // namespace backstep
