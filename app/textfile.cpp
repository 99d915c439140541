// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/textfile.h"

#include <string_view>

#include <QCoreApplication>

#include "engine/base/numbers.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TextFile)
};

// With a byte order mark, or with every other byte of the first characters 0, as Latin letters have it.
bool looksLikeUtf16(const QByteArray& bytes) {
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) return true;
    if (bytes.size() < 4) return false;
    const bool big = bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0;
    const bool little = bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0;
    return big || little;
}

}  // namespace

std::optional<EncodingFault> encodingFault(const QByteArray& bytes) {
    if (looksLikeUtf16(bytes)) return EncodingFault{Words::tr("It looks like UTF-16 text; save it as UTF-8 and open it again.")};
    const std::string_view text(bytes.data(), static_cast<std::size_t>(bytes.size()));
    EncodingFault fault;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = decodeUtf8(text, at);
        const bool surrogate = c >= 0xD800 && c <= 0xDFFF;  // half a character of UTF-16, never one in UTF-8
        if (surrogate || (c == 0xFFFD && !text.substr(begin).starts_with("\xEF\xBF\xBD"))) {
            fault.sentence = Words::tr("It is not UTF-8 text: byte %1 is damaged. Save it as UTF-8 and open it again.").arg(begin);
            return fault;
        }
        fault.column = c == U'\n' ? 1 : fault.column + 1;
        fault.line += c == U'\n' ? 1 : 0;
    }
    return std::nullopt;
}

}  // namespace backstep
