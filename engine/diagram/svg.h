// SPDX-License-Identifier: GPL-3.0-or-later
// A diagram as an SVG file: text stays text, groups keep their names, nothing outside is referred to.
#pragma once

#include <string>

#include "engine/diagram/diagram.h"
#include "engine/diagram/theme.h"

namespace backstep {

struct SvgOptions {
    Theme theme = Theme::light;
    bool transparent = false;   // otherwise the pane's colour lies behind everything
    double scale = 1;           // of the nominal size; coordinates stay scene units
    bool followReader = false;  // in a reader with a dark scheme the colours are the dark theme's
    std::string idPrefix = {};  // [a-z0-9-]*: keeps the ids of several pictures in one page apart
};

// Well-formed XML 1.0 in UTF-8, whatever the diagram's texts hold; the same bytes for the same diagram.
[[nodiscard]] std::string toSvg(const Diagram& diagram, const SvgOptions& options = {});

}  // namespace backstep
