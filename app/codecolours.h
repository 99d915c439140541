// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of the text has which colour, by our own lexers.
#pragma once

#include "widgets/codehighlighter.h"

namespace backstep {

struct CodeColours {
    ColouringProvider lines;
    LineStateProvider states;
};

[[nodiscard]] CodeColours formulaColours();
// A program is read whole, once for each text; a string may go on over several lines.
[[nodiscard]] CodeColours programColours(QTextDocument* document);

}  // namespace backstep
