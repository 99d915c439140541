// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrapped around a program: HTML, Markdown's fences, line numbers.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "engine/base/numbers.h"
#include "engine/syntax/repair_text.h"

namespace backstep {
namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
std::string inSmallLetters(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return out;
}

// --- HTML ---

// The characters that an entity at `at` stands for; its length in `size`.
std::optional<std::string> entityAt(std::string_view text, std::size_t at, std::size_t& size) {
    // clang-format off
    constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kEntities{{{"lt", "<"}, {"gt", ">"}, {"amp", "&"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", " "},
        {"ldquo", "\u201C"}, {"rdquo", "\u201D"}, {"lsquo", "\u2018"}, {"rsquo", "\u2019"}, {"minus", "\u2212"}, {"ndash", "\u2013"}, {"hellip", "..."}, {"times", "*"}}};
    // clang-format on
    const std::size_t end = text.find(';', at);
    if (text[at] != '&' || end == std::string_view::npos || end - at > 10) return std::nullopt;
    const std::string_view name = text.substr(at + 1, end - at - 1);
    size = end + 1 - at;
    for (const auto& [entity, meaning] : kEntities) {
        if (entity == name) return std::string(meaning);
    }
    if (name.size() < 2 || name[0] != '#') return std::nullopt;
    const bool hex = name[1] == 'x' || name[1] == 'X';
    const std::string_view digits = name.substr(hex ? 2 : 1);
    unsigned code = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    if (digits.empty() || read.ec != std::errc() || read.ptr != digits.data() + digits.size() || code < 9 || code > 0x10FFFF ||
        (code >= 0xD800 && code < 0xE000))
        return std::nullopt;
    std::string out;
    appendUtf8(out, code == 0xA0 ? U' ' : static_cast<char32_t>(code));
    return out;
}

struct Tag {
    std::string name;
    std::size_t end = 0;
};
std::optional<Tag> tagAt(std::string_view text, std::size_t at) {
    std::size_t i = at + 1;
    if (i < text.size() && text[i] == '/') ++i;
    const std::size_t begin = i;
    while (i < text.size() && (isLetter(text[i]) || (i > begin && isDigit(text[i])))) ++i;
    if (text[at] != '<' || i == begin) return std::nullopt;
    const std::size_t end = text.find('>', i);
    if (end == std::string_view::npos || end - at > 400 || (text[i] != '>' && text[i] != ' ' && text[i] != '/')) return std::nullopt;
    return Tag{inSmallLetters(text.substr(begin, i - begin)), end + 1};
}

// <br>, <pre> and <code> are no Python; others are tags only if they are closed somewhere, for a </b> is none either.
bool isTag(const Tag& tag, const std::string& small) {
    constexpr std::array<std::string_view, 3> kAlone{"br", "pre", "code"};
    constexpr std::array<std::string_view, 20> kClosed{"p",    "div", "span", "b",  "i",     "u",     "em", "strong", "a",          "tt",
                                                       "font", "ul",  "ol",   "li", "table", "tbody", "tr", "td",     "blockquote", "body"};
    if (std::find(kAlone.begin(), kAlone.end(), tag.name) != kAlone.end()) return true;
    return std::find(kClosed.begin(), kClosed.end(), tag.name) != kClosed.end() && small.find("</" + tag.name + ">") != std::string::npos;
}

// Whether there is an entity outside of strings and comments: then the whole text was written for HTML.
bool isEscaped(const std::string& source) {
    for (std::size_t at = 0; at < source.size();) {
        std::size_t size = 0;
        if (const std::size_t end = skipLiteral(source, at); end > at) at = end;
        else if (entityAt(source, at, size)) return true;
        else ++at;
    }
    return false;
}

}  // namespace

void repairHtml(RepairText& text) {
    const std::string source = text.text();
    const std::string small = inSmallLetters(source);
    const bool escaped = isEscaped(source);
    for (std::size_t at = 0; at < source.size();) {
        std::size_t size = 0;
        if (const std::size_t end = skipLiteral(source, at); end > at) {
            for (; at < end && escaped; ++at) {
                const std::optional<std::string> meaning = entityAt(source, at, size);
                if (!meaning) continue;
                text.replace(at, at + size, *meaning, RepairKind::Entity, {source.substr(at, size), *meaning});
                at += size - 1;
            }
            at = end;
            continue;
        }
        if (const std::optional<std::string> meaning = entityAt(source, at, size)) {
            text.replace(at, at + size, *meaning, RepairKind::Entity, {source.substr(at, size), *meaning});
            at += size;
        } else if (const std::optional<Tag> tag = source[at] == '<' ? tagAt(source, at) : std::nullopt; tag && isTag(*tag, small)) {
            const bool ends = tag->end >= source.size() || source[tag->end] == '\n' || source[tag->end] == '\r';
            text.replace(at, tag->end, tag->name == "br" && !ends ? "\n" : "", RepairKind::Tag, {source.substr(at, tag->end - at)});
            at = tag->end;
        } else {
            ++at;
        }
    }
    text.commit();
}

// --- Markdown ---

namespace {

struct Fence {
    std::size_t line = 0;
    std::size_t indentation = 0;
    std::string language;
    char character = '`';
};

std::optional<Fence> fenceOf(std::string_view text, const TextLine& line, std::size_t number) {
    const std::size_t begin = afterBlanks(text, line.begin, line.end);
    const char c = begin < line.end ? text[begin] : '\0';
    if (c != '`' && c != '~') return std::nullopt;
    std::size_t at = begin;
    while (at < line.end && text[at] == c) ++at;
    if (at - begin < 3) return std::nullopt;
    std::string language;
    for (; at < line.end; ++at) {
        if (text[at] == '`') return std::nullopt;
        if (text[at] != ' ' && text[at] != '{' && text[at] != '}' && text[at] != '\t') language += text[at];
    }
    return Fence{number, begin - line.begin, inSmallLetters(language), c};
}

bool isPython(const std::string& language) {
    return language.starts_with("py") || language.starts_with(".py") || language.starts_with("ipython") || language == "code";
}

}  // namespace

// Keeps what stands between fences, if it is Python; with only one fence, everything but that line.
void repairFences(RepairText& text) {
    const std::string source = text.text();
    const std::vector<TextLine> lines = linesOf(source);
    const std::vector<std::uint8_t> inString = startsInString(source);
    std::vector<Fence> fences;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (inString[i] != 0) continue;
        if (auto fence = fenceOf(source, lines[i], i)) fences.push_back(std::move(*fence));
    }
    if (fences.empty()) return;
    const auto removeFence = [&](const Fence& f) {
        const TextLine& line = lines[f.line];
        text.remove(line.begin, line.next, RepairKind::Fence, {source.substr(line.begin, line.end - line.begin)});
    };
    const auto removeProse = [&](std::size_t first, std::size_t last) {
        while (first < last && afterBlanks(source, lines[first].begin, lines[first].end) == lines[first].end) ++first;
        if (first < last)
            text.remove(lines[first].begin, lines[last - 1].next, RepairKind::Prose,
                        {source.substr(lines[first].begin, lines[first].end - lines[first].begin)});
    };
    if (fences.size() == 1) {
        removeFence(fences[0]);
        text.commit();
        return;
    }
    bool labelled = false;
    for (std::size_t i = 0; i < fences.size(); i += 2) labelled = labelled || isPython(fences[i].language);
    std::size_t outside = 0;  // the first line that is not dealt with
    for (std::size_t i = 0; i < fences.size(); i += 2) {
        const std::size_t end = i + 1 < fences.size() ? fences[i + 1].line : lines.size();
        if (labelled ? !isPython(fences[i].language) : !fences[i].language.empty())
            continue;  // output, or another language: part of the prose
        removeProse(outside, fences[i].line);
        removeFence(fences[i]);
        for (std::size_t n = fences[i].line + 1; n < end && fences[i].indentation > 0; ++n) {
            const std::size_t margin = std::min(afterBlanks(source, lines[n].begin, lines[n].end), lines[n].begin + fences[i].indentation);
            if (margin > lines[n].begin) text.remove(lines[n].begin, margin, RepairKind::Indentation, {});
        }
        if (i + 1 < fences.size()) removeFence(fences[i + 1]);
        outside = end + 1;
    }
    if (outside > 0) removeProse(outside, lines.size());
    text.commit();
}

// --- line numbers ---

// 1, 2, 3 … at the beginning of every line that is not blank.
void repairLineNumbers(RepairText& text) {
    const std::string source = text.text();
    struct Numbered {
        std::size_t begin, end;  // of the number and what separates it
        std::size_t margin;      // spaces after that
        std::string number;
        bool bare;
        std::size_t line;
    };
    std::vector<Numbered> found;
    long expected = -1;
    for (const TextLine& line : linesOf(source)) {
        std::size_t at = afterBlanks(source, line.begin, line.end);
        if (expected >= 0 && at == line.end) continue;
        const std::size_t first = at;
        while (at < line.end && isDigit(source[at])) ++at;
        if (at == first || at - first > 6) return;
        const std::string number = source.substr(first, at - first);
        const long value = std::strtol(number.c_str(), nullptr, 10);
        if (expected >= 0 && value != expected) return;
        expected = value + 1;
        constexpr std::string_view kBar = "\u2502";
        const std::size_t bar = afterBlanks(source, at, line.end);
        if (bar < line.end && source[bar] == '|') at = bar + 1;
        else if (source.compare(bar, kBar.size(), kBar) == 0) at = bar + kBar.size();
        else if (at < line.end && (source[at] == '.' || source[at] == ':' || source[at] == ')')) ++at;
        else if (at < line.end && afterBlanks(source, at, line.end) == at) return;
        const std::size_t code = afterBlanks(source, at, line.end);
        found.push_back({line.begin, at, code - at, number, code == line.end, line.begin});
    }
    if (found.size() < 2) return;
    std::size_t margin = std::string::npos;
    for (const Numbered& n : found) {
        if (!n.bare) margin = std::min(margin, n.margin);
    }
    if (margin == std::string::npos) return;
    // Numbers that are filled up with spaces to one width: the code begins in one column, whatever the number's length.
    std::map<std::size_t, std::size_t> columns;  // by the number's length: where the leftmost code begins
    for (const Numbered& n : found) {
        const std::size_t column = n.end + n.margin - n.line;
        if (!n.bare) columns[n.number.size()] = std::min(columns.try_emplace(n.number.size(), column).first->second, column);
    }
    const std::size_t column = columns.begin()->second;
    const bool filled =
        columns.size() > 1 && std::all_of(columns.begin(), columns.end(), [&](const auto& c) { return c.second == column; });
    const auto end = [&](const Numbered& n) {
        if (n.bare) return n.end + n.margin;
        return filled ? n.line + column : n.end + margin;
    };
    for (const Numbered& n : found) text.remove(n.begin, end(n), RepairKind::LineNumber, {n.number});
    text.commit();
}

}  // namespace backstep
