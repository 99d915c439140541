// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/printable.h"

#include <algorithm>
#include <iterator>

#include "engine/base/numbers.h"

namespace backstep {
namespace {

struct CodeRange {
    char32_t first, last;
};

// Ascending in each table.
constexpr CodeRange kForbidden[] = {
    {0x0000, 0x001f},    // controls, tab and line breaks among them
    {0x007f, 0x009f},    // delete, C1 controls
    {0x061c, 0x061c},    // Arabic letter mark
    {0x200e, 0x200f},    // left-to-right and right-to-left mark
    {0x2028, 0x202e},    // line and paragraph separator, embeddings, overrides
    {0x2066, 0x206f},    // isolates, deprecated format characters
    {0xd800, 0xdfff},    // surrogates
    {0xfdd0, 0xfdef},    // non-characters
    {0xfeff, 0xfeff},    // byte order mark
    {0xfff9, 0xfffb},    // interlinear annotation
    {0xfffe, 0xffff},    // non-characters
    {0xe0000, 0xe007f},  // tags: invisible text
    {0x110000, 0xffffffff},
};

constexpr CodeRange kCombining[] = {
    {0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x05bf, 0x05bf}, {0x05c1, 0x05c2},   {0x05c4, 0x05c5},
    {0x05c7, 0x05c7}, {0x0610, 0x061a}, {0x064b, 0x065f}, {0x0670, 0x0670}, {0x06d6, 0x06dc},   {0x06df, 0x06e4},
    {0x06e7, 0x06e8}, {0x06ea, 0x06ed}, {0x0900, 0x0903}, {0x093a, 0x093c}, {0x093e, 0x094f},   {0x0e31, 0x0e31},
    {0x0e34, 0x0e3a}, {0x0e47, 0x0e4e}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x200c, 0x200d},   {0x20d0, 0x20f0},
    {0x302a, 0x302f}, {0x3099, 0x309a}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0x1f3fb, 0x1f3ff}, {0xe0100, 0xe01ef},
};

constexpr CodeRange kWide[] = {
    {0x1100, 0x115f}, {0x2e80, 0x303e}, {0x3041, 0xa4cf}, {0xac00, 0xd7a3},   {0xf900, 0xfaff},
    {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f000, 0x1faff}, {0x20000, 0x3fffd},
};

template <std::size_t n>
bool isIn(const CodeRange (&ranges)[n], char32_t code) {
    const CodeRange* found =
        std::lower_bound(std::begin(ranges), std::end(ranges), code, [](const CodeRange& range, char32_t c) { return range.last < c; });
    return found != std::end(ranges) && found->first <= code;
}

// What nothing is wrong with, a byte at a time.
bool isPlain(char byte) { return byte >= ' ' && byte <= '~'; }

bool isForbidden(char32_t code) {
    const bool lastOfPlane = (code & 0xfffe) == 0xfffe;
    return lastOfPlane || isIn(kForbidden, code);
}

}  // namespace

char32_t printable(char32_t code) { return isForbidden(code) ? U'\ufffd' : code; }

std::string printable(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t begin = at;
        while (at < utf8.size() && isPlain(utf8[at])) ++at;
        out.append(utf8, begin, at - begin);
        if (at < utf8.size()) appendUtf8(out, printable(decodeUtf8(utf8, at)));
    }
    return out;
}

bool isCombining(char32_t code) { return isIn(kCombining, code); }

bool isWide(char32_t code) { return isIn(kWide, code); }

}  // namespace backstep
