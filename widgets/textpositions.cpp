// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/textpositions.h"

#include <algorithm>

namespace backstep {

TextPositions::TextPositions(const std::string& utf8) {
    units_.reserve(utf8.size() + 1);
    int units = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        units_.push_back(units);
        if ((byte & 0xC0U) != 0x80) units += byte >= 0xF0 ? 2 : 1;
    }
    units_.push_back(units);
}

EditorRange TextPositions::toEditor(Span span) const {
    const auto at = [&](std::uint32_t byte) { return units_[std::min<std::size_t>(byte, units_.size() - 1)]; };
    return {at(span.begin), at(span.end) - at(span.begin)};
}

std::uint32_t TextPositions::toEngine(int position) const {
    const auto found = std::lower_bound(units_.begin(), units_.end(), position);
    return static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(found - units_.begin(), static_cast<std::ptrdiff_t>(units_.size()) - 1));
}

}  // namespace backstep
