// SPDX-License-Identifier: GPL-3.0-or-later
// What a program printed, copied between its lines without a prompt. Only what nobody types: the way tensors, arrays, objects and
// errors are written, where the program has no name `tensor` or `array` of its own.
#include <algorithm>
#include <array>

#include "engine/syntax/repair_text.h"

namespace backstep {
namespace {

// Lines, the last exclusive.
struct Printed {
    std::size_t first = 0, last = 0;
};

bool isBlank(std::string_view line) { return afterBlanks(line, 0, line.size()) == line.size(); }
bool isIndented(std::string_view line) { return !line.empty() && (line[0] == ' ' || line[0] == '\t'); }

class PrintedLines {
public:
    explicit PrintedLines(std::string_view text) : text_(text), lines_(linesOf(text)), inString_(startsInString(text)) {}

    [[nodiscard]] std::vector<Printed> find() {
        std::vector<Printed> found;
        int open = 0;
        for (std::size_t i = 0; i < lines_.size();) {
            const std::size_t end = open == 0 && inString_[i] == 0 ? endOfPrinted(i) : i;
            if (end > i) {
                found.push_back({i, end});
                i = end;
                continue;
            }
            open = std::max(0, open + bracketsLeftOpen(line(i)));
            ++i;
        }
        if (!found.empty() && hasOwnName(found)) found.clear();
        return found;
    }

private:
    std::string_view text_;
    std::vector<TextLine> lines_;
    std::vector<std::uint8_t> inString_;

    [[nodiscard]] std::string_view line(std::size_t i) const { return text_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin); }

    // Whether the code has such a name of its own, and so may mean it.
    [[nodiscard]] bool hasOwnName(const std::vector<Printed>& printed) const {
        auto next = printed.begin();
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (next != printed.end() && i == next->first) {
                i = next++->last - 1;
                continue;
            }
            const Names names = namesIn(line(i));
            if (names.contains("tensor") || names.contains("array") || line(i).find("import *") != std::string_view::npos) return true;
        }
        return false;
    }

    // Behind what is printed from this line on; the line itself where it is none.
    [[nodiscard]] std::size_t endOfPrinted(std::size_t i) const {
        constexpr std::array<std::string_view, 8> kValues{
            "tensor(", "(tensor(", "[tensor(", "array(", "(array(", "[array(", "torch.return_types.", "Parameter containing:"};
        const std::string_view first = line(i);
        if (first == "Traceback (most recent call last):") return endOfTraceback(i);
        if (isObject(first)) return i + 1;
        const bool value = std::any_of(kValues.begin(), kValues.end(), [&](std::string_view v) { return first.starts_with(v); });
        return value || isArray(first) ? endOfBrackets(i) : i;
    }

    // <function f at 0x7f…>, <class 'torch.Tensor'>: also inside of a value, but those have brackets around them.
    static bool isObject(std::string_view line) {
        return line.starts_with('<') && line.ends_with('>') &&
               (line.find(" at 0x") != std::string_view::npos || line.starts_with("<class '"));
    }
    // [1. 2. 3.], as NumPy prints: numbers with nothing but blanks between them, which is no list.
    static bool isArray(std::string_view line) {
        if (!line.starts_with('[')) return false;
        const auto isOfNumber = [](char c) { return std::string_view("0123456789.+-einfa").find(c) != std::string_view::npos; };
        bool pair = false, number = false, blank = false;
        for (const char c : line) {
            if (c == '[' || c == ']') number = blank = false;
            else if (c == ' ') blank = number;
            else if (isOfNumber(c)) pair = pair || blank, number = true;
            else return false;
        }
        return pair;
    }

    [[nodiscard]] std::size_t endOfBrackets(std::size_t i) const {
        int open = 0;
        for (std::size_t at = i; at < lines_.size(); ++at) {
            if (at > i && !isIndented(line(at)) && !isBlank(line(at)) && !line(at).starts_with("indices=")) return i;
            open += bracketsLeftOpen(line(at));
            if (open < 0) return i;
            if (open == 0) return at + 1;
        }
        return i;
    }

    // Indented lines, and then the error.
    [[nodiscard]] std::size_t endOfTraceback(std::size_t i) const {
        std::size_t at = i + 1;
        while (at < lines_.size() && isIndented(line(at))) ++at;
        if (at == i + 1 || at == lines_.size()) return i;
        std::size_t name = 0;
        while (name < line(at).size() && (isPartOfName(line(at)[name]) || line(at)[name] == '.')) ++name;
        return name > 0 && (name == line(at).size() || line(at)[name] == ':') ? at + 1 : i;
    }
};

}  // namespace

bool hasBareOutput(std::string_view text) { return !PrintedLines(text).find().empty(); }

void repairBareOutput(RepairText& text) {
    const std::string source = text.text();
    const std::vector<TextLine> lines = linesOf(source);
    for (const Printed& p : PrintedLines(source).find())
        text.remove(lines[p.first].begin, lines[p.last - 1].next, RepairKind::Output,
                    {source.substr(lines[p.first].begin, lines[p.first].end - lines[p.first].begin)});
    text.commit();
}

}  // namespace backstep
