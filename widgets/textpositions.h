// SPDX-License-Identifier: GPL-3.0-or-later
// The engine counts UTF-8 bytes, editors count UTF-16 units. This is the one place that converts.
#pragma once

#include <string>
#include <vector>

#include <QString>

#include "engine/text/source.h"

namespace backstep {

struct EditorRange {
    int start = 0;
    int length = 0;
};

class TextPositions {
public:
    explicit TextPositions(const std::string& utf8);

    [[nodiscard]] EditorRange toEditor(Span span) const;
    [[nodiscard]] std::uint32_t toEngine(int position) const;

private:
    std::vector<int> units_;  // by byte: the UTF-16 units before it; one more entry for the end
};

}  // namespace backstep
