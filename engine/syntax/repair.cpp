// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/syntax/repair.h"

#include <algorithm>

#include "engine/base/numbers.h"
#include "engine/syntax/python_parser.h"
#include "engine/syntax/repair_text.h"

namespace backstep {

const char* nameOf(RepairKind kind) {
    switch (kind) {
// clang-format off
#define REPAIR(kind) \
    case RepairKind::kind: return #kind;
#include "engine/syntax/repair.def"
        // clang-format on
    }
    return "";
}

// --- the text under repair ---

RepairText::RepairText(std::string_view original)
    : original_(original), text_(original), origin_(original.size()), insertedBy_(original.size(), -1), removedBy_(original.size(), -1) {
    for (std::size_t i = 0; i < origin_.size(); ++i) origin_[i] = static_cast<std::uint32_t>(i);
}

void RepairText::replace(std::size_t begin, std::size_t end, std::string with, RepairKind kind, std::vector<std::string> arguments) {
    pending_.push_back({begin, end, std::move(with), kind, std::move(arguments)});
}

bool RepairText::commit() {
    if (pending_.empty()) return false;
    std::string text;
    std::vector<std::uint32_t> origin;
    std::vector<int> insertedBy;
    std::size_t at = 0;
    const auto keep = [&](std::size_t end) {
        for (; at < end; ++at) text += text_[at], origin.push_back(origin_[at]), insertedBy.push_back(insertedBy_[at]);
    };
    for (Edit& edit : pending_) {
        keep(edit.begin);
        const int number = static_cast<int>(edits_.size());
        for (; at < edit.end; ++at) {
            if (origin_[at] != kInserted) removedBy_[origin_[at]] = number;
            else if (const int earlier = finalEdit(insertedBy_[at]); earlier != number)
                mergedInto_[static_cast<std::size_t>(earlier)] = number;
        }
        for (const char c : edit.with) text += c, origin.push_back(kInserted), insertedBy.push_back(number);
        edits_.push_back(std::move(edit));
        mergedInto_.push_back(-1);
    }
    keep(text_.size());
    text_ = std::move(text);
    origin_ = std::move(origin);
    insertedBy_ = std::move(insertedBy);
    pending_.clear();
    return true;
}

int RepairText::finalEdit(int edit) const {
    while (static_cast<std::size_t>(edit) < mergedInto_.size() && mergedInto_[static_cast<std::size_t>(edit)] >= 0)
        edit = mergedInto_[static_cast<std::size_t>(edit)];
    return edit;
}

// What was taken away and what was put there, run by run.
std::vector<Repair> RepairText::repairs() const {
    std::vector<Repair> all;
    int open = -1;
    const auto change = [&](int number, std::uint32_t at) -> Repair& {
        const int edit = finalEdit(number);
        if (edit != open || all.empty() || all.back().span.end != at) {
            const Edit& e = edits_[static_cast<std::size_t>(edit)];
            all.push_back({e.kind, {at, at}, {}, e.arguments});
            open = edit;
        }
        return all.back();
    };
    std::uint32_t next = 0;  // of the original
    const auto removed = [&](std::uint32_t end) {
        for (; next < end; ++next) change(removedBy_[next], next).span.end = next + 1;
    };
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (origin_[i] != kInserted) {
            removed(origin_[i]);
            next = origin_[i] + 1;
            open = -1;
            continue;
        }
        // What this edit took away stands before what it put there.
        while (next < removedBy_.size() && removedBy_[next] >= 0 && finalEdit(removedBy_[next]) == finalEdit(insertedBy_[i]))
            removed(next + 1);
        change(insertedBy_[i], next).text += text_[i];
    }
    removed(static_cast<std::uint32_t>(removedBy_.size()));
    return all;
}

// --- common to the passes ---

std::vector<TextLine> linesOf(std::string_view text) {
    std::vector<TextLine> lines;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        std::size_t next = end;
        if (next < text.size()) next += text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n' ? 2 : 1;
        lines.push_back({at, end, next});
        at = next;
    }
    return lines;
}

std::size_t afterBlanks(std::string_view text, std::size_t at, std::size_t end) {
    for (;;) {
        if (at < end && (text[at] == ' ' || text[at] == '\t')) ++at;
        else if (at + 1 < end && text.substr(at, 2) == "\u00A0") at += 2;
        else return at;
    }
}

std::string codeOf(char32_t c) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string code;
    for (char32_t rest = c; rest != 0 || code.size() < 4; rest >>= 4U) code.insert(code.begin(), kHex[rest & 15U]);
    return "U+" + code;
}

std::vector<std::uint8_t> startsInString(std::string_view text) {
    std::vector<std::uint8_t> inside;
    std::string triple;
    for (const TextLine& line : linesOf(text)) {
        inside.push_back(triple.empty() ? 0 : 1);
        for (std::size_t i = line.begin; i < line.end; ++i) {
            const char c = text[i];
            if (!triple.empty()) {
                if (c == '\\') ++i;
                else if (text.substr(i, 3) == triple) i += 2, triple.clear();
            } else if (c == '#') {
                break;
            } else if (c == '"' || c == '\'') {
                const std::string three(3, c);
                if (text.substr(i, 3) == three) {
                    triple = three;
                    i += 2;
                    continue;
                }
                const std::size_t close = text.find(c, i + 1);
                if (close < line.end) i = close;  // an apostrophe of prose has no partner
            }
        }
    }
    // A quote that is never closed is none.
    return triple.empty() ? inside : std::vector<std::uint8_t>(inside.size(), 0);
}

std::size_t skipLiteral(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const std::size_t line = std::min(text.find_first_of("\r\n", at), text.size());
    if (quote == '#') return line;
    if (quote != '"' && quote != '\'') return at;
    const std::string triple(3, quote);
    if (text.substr(at, 3) == triple) {
        const std::size_t close = text.find(triple, at + 3);
        return close == std::string_view::npos ? at : close + 3;
    }
    for (std::size_t i = at + 1; i < line; ++i) {
        if (text[i] == '\\') ++i;
        else if (text[i] == quote) return i + 1;
    }
    return at;
}

bool isPartOfName(char c) { return (c >= '0' && c <= '9') || c == '_' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

namespace {

// Calls `seen` with the place of each character of code, up to a comment; what is in quotes is none, the quotes are.
template <typename Seen>
void eachOfCode(std::string_view line, const Seen& seen) {
    for (std::size_t at = 0; at < line.size() && line[at] != '#'; ++at) {
        seen(at);
        if (line[at] != '"' && line[at] != '\'') continue;
        const std::size_t end = skipLiteral(line, at);
        if (end == at) return;  // never closed
        at = end - 1;
        seen(at);
    }
}

}  // namespace

Names namesIn(std::string_view line) {
    Names names;
    eachOfCode(line, [&](std::size_t at) {
        if (!isPartOfName(line[at]) || (at > 0 && (isPartOfName(line[at - 1]) || line[at - 1] == '.'))) return;
        std::size_t end = at;
        while (end < line.size() && isPartOfName(line[end])) ++end;
        names.emplace(line.substr(at, end - at));
    });
    return names;
}

int bracketsLeftOpen(std::string_view line) {
    int open = 0;
    eachOfCode(line, [&](std::size_t at) {
        const char c = line[at];
        open += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
    });
    return open;
}

char lastOfCode(std::string_view line) {
    char last = 0;
    eachOfCode(line, [&](std::size_t at) { last = line[at] == ' ' || line[at] == '\t' ? last : line[at]; });
    return last;
}

bool isProgram(const std::string& text) { return parsePython(Source(text)).ok(); }

// --- the whole ---

Repaired repair(const Source& source) {
    Repaired out;
    out.text = source.text();
    const ParsedProgram parsed = parsePython(source);
    out.whole = parsed.ok();
    if (parsed.limit || (out.whole && !hasNotebookPrompts(out.text) && !hasBareOutput(out.text))) return out;
    RepairText text(source.text());
    // What is wrapped around the program goes first, then what is wrong inside its lines, then what shapes it.
    for (const auto pass :
         {repairSeparators, repairHtml, repairQuotation, repairDiff, repairFences, repairStrayLines, repairPrompts, repairBareOutput,
          repairLineNumbers, repairCharacters, repairHelp, repairMargins, repairTabs, repairLostIndentation})
        pass(text);
    out.text = text.text();
    out.repairs = text.repairs();
    const ParsedProgram after = parsePython(Source(out.text));
    out.whole = after.ok();
    if (!after.fault) return out;
    const bool tabs = after.fault->type == "TabError";
    const bool lost = after.fault->message.starts_with("expected an indented block");
    if (tabs || lost) out.doubtful.push_back({tabs ? RepairKind::Tab : RepairKind::Indentation, out.toOriginal(after.fault->span), {}, {}});
    return out;
}

std::vector<Repair> repairsFor(const Source& source) { return repair(source).repairs; }

std::vector<RepairedLine> repairedLines(const Source& source, const Repaired& repaired) {
    const std::string& text = source.text();
    const auto cut = [](std::string_view part) {
        std::vector<std::string> lines;
        for (const TextLine& line : linesOf(part)) lines.emplace_back(part.substr(line.begin, line.end - line.begin));
        return lines;
    };
    std::vector<RepairedLine> out;
    const std::vector<TextLine> lines = linesOf(text);
    std::size_t next = 0;  // of the repairs
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t end = i + 1;
        const std::size_t first = next;
        // Every repair that begins in these lines; one that goes over the end of a line takes the next line along.
        while (next < repaired.repairs.size() && (repaired.repairs[next].span.begin < lines[end - 1].next || (end == lines.size()))) {
            while (end < lines.size() && repaired.repairs[next].span.end > lines[end - 1].next) ++end;
            const bool joins = repaired.repairs[next].span.end == lines[end - 1].next &&
                               repaired.repairs[next].span.begin > lines[end - 1].begin && !repaired.repairs[next].text.ends_with('\n');
            if (joins && end < lines.size()) ++end;
            ++next;
        }
        if (next > first) {
            std::string after;
            std::size_t at = lines[i].begin;
            for (std::size_t r = first; r < next; ++r) {
                after += text.substr(at, repaired.repairs[r].span.begin - at) + repaired.repairs[r].text;
                at = repaired.repairs[r].span.end;
            }
            after += text.substr(at, lines[end - 1].next - at);
            const std::string_view before = std::string_view(text).substr(lines[i].begin, lines[end - 1].next - lines[i].begin);
            out.push_back({static_cast<std::uint32_t>(i + 1), cut(before), cut(after)});
        }
        i = end;
    }
    return out;
}

Span Repaired::toOriginal(Span span) const {
    // Of an offset of the repaired text: the original's, and where the repair that it stands in begins and ends.
    const auto map = [&](std::uint32_t at, bool end) {
        std::int64_t shift = 0;  // original minus repaired
        for (const Repair& r : repairs) {
            const auto begin = static_cast<std::int64_t>(r.span.begin) - shift;
            const std::int64_t after = begin + static_cast<std::int64_t>(r.text.size());
            if (end ? at <= begin : at < begin) break;
            if (end ? at <= after : at < after) return end ? r.span.end : r.span.begin;
            shift = static_cast<std::int64_t>(r.span.end) - after;
        }
        return static_cast<std::uint32_t>(static_cast<std::int64_t>(at) + shift);
    };
    const std::uint32_t begin = map(span.begin, false);
    return {begin, std::max(begin, span.empty() ? begin : map(span.end, true))};
}

}  // namespace backstep
