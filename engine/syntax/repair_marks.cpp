// SPDX-License-Identifier: GPL-3.0-or-later
// What stands at the beginning of every line: the marks of a quotation and of a diff; and lines that are no text of anybody.
#include <algorithm>
#include <array>

#include "engine/syntax/repair_text.h"

namespace backstep {
namespace {

bool isBlank(std::string_view text, const TextLine& line) { return afterBlanks(text, line.begin, line.end) == line.end; }

std::string written(std::string_view text, const TextLine& line) { return std::string(text.substr(line.begin, line.end - line.begin)); }

bool begins(std::string_view text, const TextLine& line, std::string_view with) {
    return text.substr(line.begin, line.end - line.begin).starts_with(with);
}

}  // namespace

// Where Unicode's separators are the only ends of lines, they are ends of lines in comments too.
void repairSeparators(RepairText& text) {
    constexpr std::array<std::pair<std::string_view, char32_t>, 2> kSeparators{{{"\u2028", 0x2028}, {"\u2029", 0x2029}}};
    const std::string source = text.text();
    const std::size_t end = source.find_first_of("\r\n");
    if (end != std::string::npos && end + 1 < source.size()) return;
    for (std::size_t at = 0; at < source.size(); ++at) {
        for (const auto& [separator, code] : kSeparators) {
            if (source.compare(at, separator.size(), separator) == 0)
                text.replace(at, at + separator.size(), "\n", RepairKind::LineBreak, {codeOf(code)});
        }
    }
    text.commit();
}

// "> " before every line, as mail and Markdown quote; the prompt >>> is another thing. Who answers a quotation quotes it again,
// and there not every line was quoted before.
void repairQuotation(RepairText& text) {
    for (bool again = false;; again = true) {
        const std::string source = text.text();
        const std::vector<TextLine> lines = linesOf(source);
        std::size_t quoted = 0, prompts = 0, others = 0;
        bool spaced = true;
        for (const TextLine& line : lines) {
            if (isBlank(source, line)) continue;
            if (!begins(source, line, ">")) ++others;
            else if (begins(source, line, ">>>")) ++prompts;
            else ++quoted, spaced = spaced && (line.end == line.begin + 1 || source[line.begin + 1] == ' ');
        }
        if (prompts > 0 || quoted == 0 || (!again && (others > 0 || quoted < 2))) return;
        for (const TextLine& line : lines) {
            if (!begins(source, line, ">")) continue;
            text.remove(line.begin, std::min(line.end, line.begin + (spaced ? 2 : 1)), RepairKind::Mark, {">"});
        }
        text.commit();
    }
}

// A diff: what it added and what it left alone. Without its headers only where every line was added.
void repairDiff(RepairText& text) {
    constexpr std::array<std::string_view, 7> kHeaders{"diff --git ", "index ", "--- ", "+++ ", "@@ ", "new file mode ", "\\ No newline"};
    const std::string source = text.text();
    const std::vector<TextLine> lines = linesOf(source);
    const bool hunks = std::any_of(lines.begin(), lines.end(), [&](const TextLine& line) { return begins(source, line, "@@ -"); });
    const auto marked = [&](const TextLine& line) { return isBlank(source, line) || begins(source, line, "+"); };
    if (!hunks && (lines.size() < 2 || !std::all_of(lines.begin(), lines.end(), marked))) return;
    for (const TextLine& line : lines) {
        const bool header =
            hunks && std::any_of(kHeaders.begin(), kHeaders.end(), [&](std::string_view h) { return begins(source, line, h); });
        if (header || (hunks && begins(source, line, "-"))) text.remove(line.begin, line.next, RepairKind::Mark, {written(source, line)});
        else if (begins(source, line, "+") || (hunks && begins(source, line, " ")))
            text.remove(line.begin, line.begin + 1, RepairKind::Mark, {source.substr(line.begin, 1)});
    }
    text.commit();
}

// The words of a page's button, on a line of their own.
void repairStrayLines(RepairText& text) {
    constexpr std::array<std::string_view, 10> kButtons{"Copy code", "Copied!",    "Copy snippet", "Run code", "复制代码",
                                                        "复制",      "登录后复制", "AI写代码",     "运行",     "在这里插入代码片"};
    const std::string source = text.text();
    for (const TextLine& line : linesOf(source)) {
        const std::size_t begin = afterBlanks(source, line.begin, line.end);
        std::size_t end = line.end;
        while (end > begin && (source[end - 1] == ' ' || source[end - 1] == '\t')) --end;
        const std::string_view words = std::string_view(source).substr(begin, end - begin);
        if (std::find(kButtons.begin(), kButtons.end(), words) != kButtons.end()) {
            text.remove(line.begin, line.next, RepairKind::Prose, {std::string(words)});
        }
    }
    text.commit();
}

}  // namespace backstep
