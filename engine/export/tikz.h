// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures as TikZ. The file compiles by itself, to pages as large as the picture, and it can be \input into a document
// that loads tikz and nothing else. It is ASCII but for letters that only a Unicode engine can set.
#pragma once

#include <string>

#include "engine/diagram/diagram.h"
#include "engine/diagram/theme.h"
#include "engine/export/deck.h"

namespace backstep {

struct TikzOptions {
    Theme theme = Theme::print;
    double scale = 1;          // of the nominal size, 1/96 inch a scene unit
    bool transparent = false;  // otherwise the pane's colour lies behind everything
};

[[nodiscard]] std::string toTikz(const Diagram& diagram, const TikzOptions& options = {});

// Every step: in Beamer an overlay a step (stop k on slide k + 1 of the frame), elsewhere a page or a picture a step.
[[nodiscard]] std::string toTikz(const Deck& deck, const TikzOptions& options = {});

}  // namespace backstep
