// SPDX-License-Identifier: GPL-3.0-or-later
// Damage that a program takes when it is pasted, and what mends it: only what can be mended with certainty, as edits that
// somebody shows. What is inside strings and comments stays as it is, except where a string's own quotes are damaged.
#pragma once

#include <string>
#include <vector>

#include "engine/text/source.h"

namespace backstep {

enum class RepairKind : std::uint8_t {
#define REPAIR(kind) kind,
#include "engine/syntax/repair.def"
};
[[nodiscard]] const char* nameOf(RepairKind kind);

// Replacing the text of the span by `text`. Spans are of the original, in order, and do not overlap.
struct Repair {
    RepairKind kind{};
    Span span;
    std::string text;
    std::vector<std::string> arguments;
};

class Repaired {
public:
    std::string text;
    std::vector<Repair> repairs;
    std::vector<Repair> doubtful;  // damage that could be mended in several ways: where it shows, without a text
    bool whole = false;            // what results can be read as a program

    [[nodiscard]] Span toOriginal(Span span) const;  // where what stands there stood
};

// A text that is a program already is never changed.
[[nodiscard]] Repaired repair(const Source& source);
[[nodiscard]] std::vector<Repair> repairsFor(const Source& source);

// The lines that the repairs change, for a preview: as they stand in the original (without their ends), and what they become.
struct RepairedLine {
    std::uint32_t line = 1;           // of the original
    std::vector<std::string> before;  // more than one where lines are joined
    std::vector<std::string> after;   // none: the lines go
};
[[nodiscard]] std::vector<RepairedLine> repairedLines(const Source& source, const Repaired& repaired);

}  // namespace backstep
