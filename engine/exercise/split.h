// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts an exercise file into its front matter, pages, prose and blocks, each with its place. Nothing is interpreted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/exercise/fault.h"

namespace backstep::exercise {

// +++                         front matter: TOML between two lines of +++
// ::: en … :::                prose of one language
// ---                         the next page
// ```toml show … ```          a block; any other fence is prose
struct Section {
    enum class Kind : std::uint8_t { Prose, Block, PageBreak };
    Kind kind = Kind::Prose;
    std::string language;  // of prose
    std::string name;      // of a block: show, task …
    Span nameSpan;
    Span span;  // of a block: what is between its fences
};

struct Split {
    Span front;
    std::vector<Section> sections;
};

[[nodiscard]] Split splitFile(std::string_view text, Faults& faults);

}  // namespace backstep::exercise
