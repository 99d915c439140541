// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the advance widths of a font as a table for engine/diagram/metrics.cpp. Not part of the build; run it by hand
// when the pinned font changes:
//   c++ -std=c++20 resources/tools/make_metrics.cpp $(pkg-config --cflags --libs freetype2) -o make_metrics
//   ./make_metrics /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf Sans > engine/diagram/dejavu_sans.inc
//   ./make_metrics /usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf SansBold > engine/diagram/dejavu_sans_bold.inc
#include <ft2build.h>
#include FT_FREETYPE_H

#include <cstdio>

namespace {

struct Block {
    unsigned first, last;
    const char* name;
};

constexpr Block kBlocks[] = {
    {0x0020, 0x007e, "ASCII"},
    {0x00a0, 0x017f, "Latin-1, Latin Extended-A"},
    {0x02b0, 0x02ff, "modifier letters"},
    {0x0300, 0x036f, "combining marks"},
    {0x0370, 0x03ff, "Greek"},
    {0x0400, 0x045f, "Cyrillic"},
    {0x1d2c, 0x1d7f, "superscript and subscript letters"},
    {0x1dc0, 0x1dff, "more combining marks"},
    {0x1e00, 0x1eff, "Latin Extended Additional"},
    {0x2000, 0x206f, "general punctuation"},
    {0x2070, 0x209f, "superscripts and subscripts"},
    {0x20a0, 0x20bf, "currency"},
    {0x20d0, 0x20f0, "combining marks for symbols"},
    {0x2100, 0x218f, "letter-like symbols, number forms"},
    {0x2190, 0x21ff, "arrows"},
    {0x2200, 0x22ff, "mathematical operators"},
    {0x2300, 0x23ff, "technical symbols"},
    {0x25a0, 0x25ff, "geometric shapes"},
    {0x2713, 0x2718, "ticks and crosses"},
    {0x27c0, 0x27ff, "more mathematical symbols, arrows"},
    {0x2c7c, 0x2c7d, "subscript j, superscript V"},
    {0xfffd, 0xfffd, "replacement character"},
};

constexpr unsigned kMissing = 0xffff;

bool isMark(unsigned c) { return (c >= 0x300 && c <= 0x36f) || (c >= 0x1dc0 && c <= 0x1dff) || (c >= 0x20d0 && c <= 0x20f0); }

// Format characters take no room whatever the font says.
bool isInvisible(unsigned c) {
    return c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f);
}

unsigned widthOf(FT_Face face, unsigned c) {
    if (isMark(c) || isInvisible(c)) return 0;
    const FT_UInt glyph = FT_Get_Char_Index(face, c);
    if (glyph == 0 || FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE) != 0) return kMissing;
    return static_cast<unsigned>(face->glyph->advance.x);
}

void writeBlock(FT_Face face, const char* table, const Block& block) {
    std::printf("// %s\nconstexpr std::uint16_t k%s%04x[] = {", block.name, table, block.first);
    for (unsigned c = block.first; c <= block.last; ++c)
        std::printf("%s%u,", (c - block.first) % 16 == 0 ? "\n    " : " ", widthOf(face, c));
    std::printf("\n};\n");
}

}  // namespace

int main(int argc, char** argv) {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    if (argc != 3 || FT_Init_FreeType(&library) != 0 || FT_New_Face(library, argv[1], 0, &face) != 0) {
        std::fprintf(stderr, "usage: make_metrics FONT.ttf TABLE > TABLE.inc\n");
        return 2;
    }
    if (face->units_per_EM != 2048) {
        std::fprintf(stderr, "make_metrics: the table is in 1/2048 em, the font in 1/%u em\n", face->units_per_EM);
        return 1;
    }
    std::printf("// SPDX-License-Identifier: GPL-3.0-or-later\n");
    std::printf("// %s %s: advance widths in 1/2048 em. Written by resources/tools/make_metrics.cpp.\n", face->family_name,
                face->style_name);
    std::printf("// clang-format off\n");
    for (const Block& block : kBlocks) writeBlock(face, argv[2], block);
    std::printf("constexpr WidthBlock k%s[] = {\n", argv[2]);
    for (const Block& block : kBlocks) std::printf("    {0x%04x, 0x%04x, k%s%04x},\n", block.first, block.last, argv[2], block.first);
    std::printf("};\n// clang-format on\n");
    FT_Done_Face(face);
    FT_Done_FreeType(library);
    return 0;
}
