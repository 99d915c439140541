// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/metrics.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/base/numbers.h"
#include "engine/diagram/printable.h"

namespace backstep {
namespace {

struct WidthBlock {
    char32_t first, last;
    const std::uint16_t* widths;
};

#include "engine/diagram/dejavu_sans.inc"
#include "engine/diagram/dejavu_sans_bold.inc"

constexpr double kUnitsPerEm = 2048;
constexpr std::uint16_t kMissing = 0xffff;  // the font has no such character
constexpr int kUnknownWidth = 1229;         // 0.6 em
constexpr int kAscent = 1901;
constexpr int kDescent = 483;
constexpr int kCapHeight = 1493;
constexpr std::string_view kEllipsis = "…";

int tabled(std::span<const WidthBlock> blocks, char32_t code) {
    for (const WidthBlock& block : blocks)
        if (code >= block.first && code <= block.last) return block.widths[code - block.first];
    return kMissing;
}

int unitsOf(char32_t code, bool bold) {
    int width = bold ? tabled(kSansBold, code) : kMissing;
    if (width == kMissing)  // what the bold font lacks is drawn from the regular one
        width = tabled(kSans, code);
    if (width != kMissing) return width;
    if (isCombining(code)) return 0;
    return isWide(code) ? static_cast<int>(kUnitsPerEm) : kUnknownWidth;
}

// A character with the marks that belong to it.
struct Piece {
    std::size_t begin = 0, end = 0;
    long units = 0;
};

std::vector<Piece> piecesOf(std::string_view text, bool bold) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t code = decodeUtf8(text, at);
        if (pieces.empty() || !isCombining(code)) pieces.push_back({begin, begin, 0});
        pieces.back().end = at;
        pieces.back().units += unitsOf(code, bold);
    }
    return pieces;
}

// Of the characters that most texts are made of.
using PlainUnits = std::array<int, 0x80>;
PlainUnits plainUnits(bool bold) {
    PlainUnits all{};
    for (char32_t code = 0; code < all.size(); ++code) all[code] = unitsOf(printable(code), bold);
    return all;
}

long unitsOfText(std::string_view text, bool bold) {
    static const std::array<PlainUnits, 2> plain{plainUnits(false), plainUnits(true)};
    const int* const known = plain[bold ? 1 : 0].data();
    long units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) units += known[byte], ++at;
        else units += unitsOf(printable(decodeUtf8(text, at)), bold);
    }
    return units;
}

}  // namespace

double textWidth(std::string_view utf8, double size, bool bold) {
    return static_cast<double>(unitsOfText(utf8, bold)) * size / kUnitsPerEm;
}

double ascent(double size) { return kAscent * size / kUnitsPerEm; }

double descent(double size) { return kDescent * size / kUnitsPerEm; }

double capHeight(double size) { return kCapHeight * size / kUnitsPerEm; }

// Takes from the front and from the back in turn, for as long as the next piece fits.
std::string elideMiddle(std::string_view utf8, double maxWidth, double size, bool bold) {
    if (textWidth(utf8, size, bold) <= maxWidth) return std::string(utf8);
    const std::string text = printable(utf8);
    const std::vector<Piece> pieces = piecesOf(text, bold);
    const double perUnit = size / kUnitsPerEm;
    double room = maxWidth - textWidth(kEllipsis, size, bold);
    std::size_t front = 0, back = pieces.size();
    for (bool atFront = true; front < back; atFront = !atFront) {
        const double width = static_cast<double>(pieces[atFront ? front : back - 1].units) * perUnit;
        if (width > room) break;
        room -= width;
        atFront ? ++front : --back;
    }
    std::string out = text.substr(0, front == 0 ? 0 : pieces[front - 1].end);
    out += kEllipsis;
    if (back < pieces.size()) out += text.substr(pieces[back].begin);
    return out;
}

}  // namespace backstep
