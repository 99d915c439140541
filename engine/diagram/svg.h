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
    std::string metadata = {};  // what the file carries unseen: printable ASCII, under the id `metadataId`
    std::string metadataId = {};
};

// Well-formed XML 1.0 in UTF-8, whatever the diagram's texts hold; the same bytes for the same diagram.
[[nodiscard]] std::string toSvg(const Diagram& diagram, const SvgOptions& options = {});

// One group by itself, to stand inside an <svg> with an ink's colour in its class: "f-text" fills, "s-text" strokes.
// `id` takes the place of the group's own, `attributes` are written as they are.
[[nodiscard]] std::string svgGroup(const Group& group, const std::string& id, const std::string& attributes, const SvgOptions& options);

// CSS for those classes: ".f-text{fill:#1f2328}.s-text{stroke:#1f2328}…".
[[nodiscard]] std::string svgInkRules(Theme theme);

// The font of all text, as an attribute's value.
[[nodiscard]] const char* svgFontFamily();

}  // namespace backstep
