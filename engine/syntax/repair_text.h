// SPDX-License-Identifier: GPL-3.0-or-later
// A text under repair: it is edited over and over, and still knows where each of its characters came from.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/repair.h"

namespace backstep {

class RepairText {
public:
    explicit RepairText(std::string_view original);

    [[nodiscard]] const std::string& text() const { return text_; }

    // Notes an edit of the present text; edits are noted in order, do not overlap, and take effect together by commit().
    void replace(std::size_t begin, std::size_t end, std::string with, RepairKind kind, std::vector<std::string> arguments);
    void remove(std::size_t begin, std::size_t end, RepairKind kind, std::vector<std::string> arguments) {
        replace(begin, end, {}, kind, std::move(arguments));
    }
    bool commit();  // whether there was anything to do
    void drop() { pending_.clear(); }

    [[nodiscard]] std::vector<Repair> repairs() const;

private:
    static constexpr std::uint32_t kInserted = 0xFFFFFFFF;
    struct Edit {
        std::size_t begin, end;
        std::string with;
        RepairKind kind;
        std::vector<std::string> arguments;
    };
    std::string_view original_;
    std::string text_;
    std::vector<std::uint32_t> origin_;  // of each byte: its offset in the original, or kInserted
    std::vector<int> insertedBy_;        // of each byte: the edit that put it there, or -1
    std::vector<int> removedBy_;         // of each byte of the original: the edit that took it away, or -1
    std::vector<Edit> edits_, pending_;
    std::vector<int> mergedInto_;  // an edit of what another one had put there

    [[nodiscard]] int finalEdit(int edit) const;
};

// A line of the present text, without its end.
struct TextLine {
    std::size_t begin = 0, end = 0, next = 0;
};
[[nodiscard]] std::vector<TextLine> linesOf(std::string_view text);
[[nodiscard]] std::size_t afterBlanks(std::string_view text, std::size_t at, std::size_t end);  // past spaces, tabs and no-break spaces
[[nodiscard]] std::string codeOf(char32_t c);                                                   // U+00A0
[[nodiscard]] std::vector<std::uint8_t> startsInString(std::string_view text);                  // by line: a string goes on there
[[nodiscard]] std::size_t skipLiteral(std::string_view text, std::size_t at);  // the end of the string or comment there; `at`: none
[[nodiscard]] bool isProgram(const std::string& text);
[[nodiscard]] bool isPartOfName(char c);  // of one in ASCII

using Names = std::set<std::string, std::less<>>;
[[nodiscard]] Names namesIn(std::string_view line);  // of a line of code: not those of attributes, nor what is in quotes or a comment

// Brackets that a line of code opens, less those that it closes; not those in quotes or in a comment.
[[nodiscard]] int bracketsLeftOpen(std::string_view line);
[[nodiscard]] char lastOfCode(std::string_view line);  // that is no blank; 0 where there is none

// The passes; each edits the text and commits.
void repairSeparators(RepairText& text);
void repairHtml(RepairText& text);
void repairQuotation(RepairText& text);
void repairDiff(RepairText& text);
void repairStrayLines(RepairText& text);
void repairFences(RepairText& text);
void repairPrompts(RepairText& text);
void repairBareOutput(RepairText& text);
void repairLineNumbers(RepairText& text);
void repairCharacters(RepairText& text);
void repairHelp(RepairText& text);
void repairMargins(RepairText& text);
void repairTabs(RepairText& text);
void repairLostIndentation(RepairText& text);

// What is a program to the parser and was not typed as one.
[[nodiscard]] bool hasNotebookPrompts(std::string_view text);  // In [3]: y = x can be read as an annotation
[[nodiscard]] bool hasBareOutput(std::string_view text);       // tensor([1., 2.]) as a call

}  // namespace backstep
