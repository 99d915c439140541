// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/pylexer_unicode.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "engine/base/numbers.h"

namespace backstep {
namespace {

struct CodeRange {
    std::uint32_t first, last;
};
struct FoldRange {  // each becomes itself plus delta
    std::uint32_t first, last;
    std::int32_t delta;
};

#include "engine/text/pylexer_unicode.inc"

template <class Range, std::size_t n>
const Range* find(const Range (&ranges)[n], std::uint32_t c) {
    const auto after =
        std::upper_bound(std::begin(ranges), std::end(ranges), c, [](std::uint32_t x, const Range& r) { return x < r.first; });
    return after == std::begin(ranges) || std::prev(after)->last < c ? nullptr : &*std::prev(after);
}

}  // namespace

bool isNameStart(char32_t c) { return find(kStarts, c) != nullptr; }
bool isNamePart(char32_t c) { return find(kContinues, c) != nullptr; }
bool isPrintable(char32_t c) { return find(kUnprintable, c) == nullptr; }

std::optional<std::string> foldedName(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t c = decodeUtf8(name, at);
        const FoldRange* fold = find(kFolds, c);
        if (fold != nullptr) appendUtf8(out, static_cast<char32_t>(static_cast<std::int32_t>(c) + fold->delta));
        else if (c >= 0x80 && find(kFolded, c) != nullptr) return std::nullopt;
        else appendUtf8(out, c);
    }
    return out;
}

}  // namespace backstep
