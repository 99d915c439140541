// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnostictext.h"

#include <algorithm>
#include <cstdlib>

#include "engine/base/numbers.h"
#include "engine/diagram/printable.h"
#include "widgets/phrases.h"

namespace backstep {
namespace {

constexpr std::uint32_t kWindow = 100;  // columns of a long line that are shown

std::vector<char32_t> codePoints(std::string_view text) {
    std::vector<char32_t> points;
    for (std::size_t at = 0; at < text.size();) points.push_back(decodeUtf8(text, at));
    return points;
}

// Control characters and direction marks never reach the terminal.
char32_t shown(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
    return c == '\t' ? U' ' : control || direction ? U'\uFFFD' : c;
}

}  // namespace

std::string excerptText(const Source& source, Span span) {
    const Place begin = source.placeOf(span.begin);
    const Place end = source.placeOf(std::max(span.end, span.begin));
    const std::vector<char32_t> line = codePoints(source.line(begin.line));
    const auto length = static_cast<std::uint32_t>(line.size());
    const std::uint32_t last = end.line == begin.line ? std::max(end.column, begin.column + 1) : std::max(length, begin.column) + 1;
    const std::uint32_t from = begin.column > kWindow * 3 / 4 ? begin.column - kWindow / 2 : 1;
    const std::uint32_t to = std::min(length + 1, from + kWindow);

    std::string text;
    std::string carets;
    for (std::uint32_t column = from; column < std::max(to, begin.column + 1); ++column) {
        const char32_t c = column <= length ? shown(line[column - 1]) : U' ';
        if (column < to) appendUtf8(text, c);
        const std::size_t width = isCombining(c) ? 0 : isWide(c) ? 2 : 1;
        carets.append(width, column >= begin.column && column < last ? '^' : ' ');
    }
    carets.erase(carets.find_last_not_of(' ') + 1);

    const std::string number = std::to_string(begin.line);
    const std::string pad(number.size(), ' ');
    std::string out = pad + " --> " + source.name() + ":" + number + ":" + std::to_string(begin.column) + "\n";
    out += pad + " |\n" + number + " | " + (from > 1 ? "…" : "") + text + (to <= length ? "…" : "") + "\n";
    out += pad + " | " + (from > 1 ? " " : "") + carets + "\n";
    return out;
}

std::string diagnosticText(const Source& source, const Diagnostic& diagnostic) {
    const std::string pad(std::to_string(source.placeOf(diagnostic.span.begin).line).size(), ' ');
    std::string out = (diagnostic.isError() ? "error: " : "warning: ") + printable(sentence(diagnostic).toStdString()) + "\n";
    out += excerptText(source, diagnostic.span);
    if (const QString more = help(diagnostic); !more.isEmpty()) out += pad + " = help: " + printable(more.toStdString()) + "\n";
    for (const Fix& fix : diagnostic.fixes) out += pad + " = fix: " + printable(fixTitle(diagnostic, fix).toStdString()) + "\n";
    return out;
}

}  // namespace backstep
