// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/elidenames.h"

#include <algorithm>
#include <vector>

#include "engine/diagram/metrics.h"
#include "engine/diagram/printable.h"

namespace backstep {

std::string elideNames(std::string_view utf8, double maxWidth, double size, bool bold) {
    if (textWidth(utf8, size, bold) <= maxWidth) return std::string(utf8);
    const std::string whole = printable(utf8);
    utf8 = whole;
    constexpr std::size_t kShortest = 5;  // letters of a name that stay at least
    struct Part {
        std::string_view text;
        std::size_t kept;
    };
    const auto ofName = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.';
    };
    std::vector<Part> parts;
    for (std::size_t at = 0; at < utf8.size();) {
        std::size_t end = at + 1;
        while (end < utf8.size() && ofName(utf8[end]) == ofName(utf8[at])) ++end;
        parts.push_back({utf8.substr(at, end - at), end - at});
        at = end;
    }
    const auto joined = [&] {
        std::string out;
        for (const Part& part : parts) {
            if (part.kept == part.text.size()) out += part.text;
            else
                out.append(part.text.substr(0, (part.kept + 1) / 2)).append("…").append(part.text.substr(part.text.size() - part.kept / 2));
        }
        return out;
    };
    for (;;) {
        const auto longest = std::max_element(parts.begin(), parts.end(), [&](const Part& a, const Part& b) {
            return (ofName(a.text[0]) ? a.kept : 0) < (ofName(b.text[0]) ? b.kept : 0);
        });
        if (!ofName(longest->text[0]) || longest->kept <= kShortest) return elideMiddle(joined(), maxWidth, size, bold);
        longest->kept = longest->kept == longest->text.size() ? longest->kept - 2 : longest->kept - 1;  // "…" in place of two
        if (const std::string text = joined(); textWidth(text, size, bold) <= maxWidth) return text;
    }
}

}  // namespace backstep
