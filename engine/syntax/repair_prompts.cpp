// SPDX-License-Identifier: GPL-3.0-or-later
// What an interpreter or a notebook writes around the lines that were typed: prompts, output, help.
#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>

#include "engine/syntax/python_parser.h"
#include "engine/syntax/repair_text.h"

namespace backstep {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// The end of `In [3]:` or `Out[3]:` at the beginning of the line, with one blank after it.
std::optional<std::size_t> cellPrompt(std::string_view text, const TextLine& line, std::string_view word) {
    std::size_t at = afterBlanks(text, line.begin, line.end);
    if (text.substr(at, word.size()) != word) return std::nullopt;
    at = afterBlanks(text, at + word.size(), line.end);
    if (at >= line.end || text[at] != '[') return std::nullopt;
    const std::size_t close = text.find(']', at);
    if (close == std::string_view::npos || close >= line.end) return std::nullopt;
    const std::string_view number = text.substr(at + 1, close - at - 1);
    if (!std::all_of(number.begin(), number.end(), [](char c) { return isDigit(c) || c == ' ' || c == '*'; })) return std::nullopt;
    at = afterBlanks(text, close + 1, line.end);
    if (at >= line.end || text[at] != ':') return std::nullopt;
    return at + 1 < line.end && text[at + 1] == ' ' ? at + 2 : at + 1;
}

// `[3]:` at the very beginning of a line, or alone on it, as newer notebooks number both what was typed and what came out; none in a program.
std::optional<std::size_t> bracketPrompt(std::string_view text, const TextLine& line) {
    const std::optional<std::size_t> end = cellPrompt(text, line, "");
    return end && (text[line.begin] == '[' || afterBlanks(text, *end, line.end) == line.end) ? end : std::nullopt;
}

// `Out:` on a line of its own, as galleries of examples head their output.
bool headsOutput(std::string_view text, const TextLine& line) {
    constexpr std::string_view kWord = "Out:";
    return text.substr(line.begin, kWord.size()) == kWord && afterBlanks(text, line.begin + kWord.size(), line.end) == line.end;
}

// The end of `   ...: `, the notebook's prompt for more lines.
std::optional<std::size_t> moreCell(std::string_view text, const TextLine& line) {
    std::size_t at = afterBlanks(text, line.begin, line.end);
    const std::size_t dots = at;
    while (at < line.end && text[at] == '.') ++at;
    if (at - dots < 3 || at >= line.end || text[at] != ':') return std::nullopt;
    return at + 1 < line.end && text[at + 1] == ' ' ? at + 2 : at + 1;
}

// The end of `>>> ` or `... `; the blank may have been lost.
std::optional<std::size_t> shellPrompt(std::string_view text, const TextLine& line, std::string_view sign) {
    const std::size_t at = afterBlanks(text, line.begin, line.end);
    if (text.substr(at, 3) != sign || at + 3 > line.end) return std::nullopt;
    if (at + 3 == line.end) return line.end;
    if (text.substr(at + 3, 2) == "\u00A0") return at + 5;
    if (text[at + 3] == ' ') return at + 4;
    return sign == ">>>" && isPartOfName(text[at + 3]) ? std::optional(at + 3) : std::nullopt;
}

// Whether a line among the output is a statement rather than a value: then its prompt was lost.
bool isStatement(const std::string& line) {
    const bool header = !line.empty() && line[line.find_last_not_of(" \t") == std::string::npos ? 0 : line.find_last_not_of(" \t")] == ':';
    const ParsedProgram parsed = parsePython(Source(header ? line + " pass" : line));
    if (!parsed.ok() || parsed.ast.body.empty()) return false;
    return !std::holds_alternative<ExpressionStmt>(parsed.ast.stmts[parsed.ast.body[0]].node) &&
           !std::holds_alternative<AnnotatedStmt>(parsed.ast.stmts[parsed.ast.body[0]].node);
}

// The name that an expression begins with; none where that is how a value is printed: tensor(…), torch.Size(…), torch.float32.
std::string_view firstName(std::string_view line) {
    std::size_t end = 0;
    while (end < line.size() && isPartOfName(line[end])) ++end;
    const std::string_view name = line.substr(0, end);
    constexpr std::array<std::string_view, 6> kPrinted{"tensor", "array", "Parameter", "True", "False", "None"};
    if (name.empty() || isDigit(name[0]) || std::find(kPrinted.begin(), kPrinted.end(), name) != kPrinted.end()) return {};
    const std::string_view rest = line.substr(end);
    return name == "torch" && (rest.starts_with(".Size(") || rest.find('(') == std::string_view::npos) ? std::string_view() : name;
}

bool isClause(std::string_view line) {
    constexpr std::array<std::string_view, 4> kClauses{"else", "elif", "except", "finally"};
    return lastOfCode(line) == ':' &&
           std::any_of(kClauses.begin(), kClauses.end(), [&](std::string_view c) { return line.starts_with(c); });
}

// What the lines of a statement so far leave open.
struct Typed {
    int open = 0;         // brackets
    bool header = false;  // the last line opens a block
    bool block = false;   // one of them did
    void take(std::string_view line) {
        open = std::max(0, open + bracketsLeftOpen(line));
        header = lastOfCode(line) == ':';
        block = block || header;
    }
};

class Prompts {
public:
    explicit Prompts(RepairText& text) : text_(text), source_(text.text()), lines_(linesOf(source_)) {}

    // Lines from an interpreter: what has no prompt is its output, but for the rest of a statement where only its first line has one.
    void shell() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            std::optional<std::size_t> end = shellPrompt(source_, lines_[i], ">>>");
            if (!end && typed_) end = shellPrompt(source_, lines_[i], "...");
            if (end) prompt(i, *end);
            else if (!goesOn(i)) output(i);
        }
        flush();
    }

    // Lines from a notebook. A prompt with code after it is a terminal's: more lines have a prompt too or stand below it, others are
    // output.
    // A prompt on a line of its own is a page's: code follows up to the next prompt or Out. So it does after `[3]:`, of which
    // the second with the same number heads the output. Where only outputs are marked, they end where a line looks typed.
    void notebook() {
        enum class State : std::uint8_t { Before, Terminal, Page, Output } state = State::Before;
        std::string last;  // prompt in brackets
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (const auto bracket = bracketPrompt(source_, lines_[i])) {
                std::string number = source_.substr(lines_[i].begin, source_.find(']', lines_[i].begin) - lines_[i].begin);
                const bool again = number == last && std::any_of(number.begin(), number.end(), isDigit);
                last = std::move(number);
                unprompted_ = false;
                state = again ? State::Output : State::Page;
                if (again) output(i);
                else prompt(i, *bracket);
                prompted_ = true;
            } else if (const auto in = cellPrompt(source_, lines_[i], "In")) {
                prompted_ = true;
                prompt(i, *in);
                state = afterBlanks(source_, *in, lines_[i].end) == lines_[i].end ? State::Page : State::Terminal;
            } else if (cellPrompt(source_, lines_[i], "Out") || headsOutput(source_, lines_[i])) {
                unprompted_ = false;
                output(i);
                state = State::Output;
            } else if (const auto more = state == State::Terminal ? moreCell(source_, lines_[i]) : std::nullopt) {
                prompt(i, *more);
            } else if (const auto shell = shellPrompt(source_, lines_[i], ">>>")) {
                prompt(i, *shell);
                state = State::Terminal;
            } else if (state == State::Terminal && goesOn(i)) {
                continue;
            } else if (state == State::Terminal || state == State::Output) {
                output(i);
            } else {
                flush();
                remember(i);
            }
        }
        flush();
    }

private:
    RepairText& text_;
    std::string source_;
    std::vector<TextLine> lines_;
    std::size_t outputFrom_ = 0, outputTo_ = 0;          // lines of output not yet removed
    bool unprompted_ = false;                            // a statement stood among them: up to the next prompt all is code
    std::optional<Typed> typed_;                         // since the last prompt; none after output
    std::size_t promptWidth_ = 0;                        // of that prompt
    std::optional<std::size_t> below_;                   // how far lines without one are moved to the left, known from the first of them
    bool prompted_ = false;                              // what was typed has prompts
    std::set<std::string, std::less<>> names_{"print"};  // of the code so far, to know typed expressions by

    [[nodiscard]] std::string lineText(std::size_t i) const { return source_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin); }
    [[nodiscard]] bool isBlank(std::size_t i) const { return afterBlanks(source_, lines_[i].begin, lines_[i].end) == lines_[i].end; }

    void remember(std::size_t i) {
        names_.merge(namesIn(std::string_view(source_).substr(lines_[i].begin, lines_[i].end - lines_[i].begin)));
    }
    // Whether a line among outputs is code all the same: a statement, or where nothing else says so a comment, or an expression
    // of what the code before speaks of.
    [[nodiscard]] bool isTyped(std::size_t i) const {
        const std::string line = lineText(i);
        if (isStatement(line) || (line.starts_with("print(") && isProgram(line))) return true;
        if (prompted_) return false;
        return line[0] == '#' || (names_.contains(firstName(line)) && isProgram(line));
    }

    void prompt(std::size_t i, std::size_t end) {
        flush();
        unprompted_ = false;
        std::string sign = source_.substr(lines_[i].begin, end - lines_[i].begin);
        sign.erase(sign.find_last_not_of(' ') + 1);
        const bool bare = afterBlanks(source_, end, lines_[i].end) == lines_[i].end;
        promptWidth_ = end - lines_[i].begin;
        typed_.emplace().take(std::string_view(source_).substr(end, lines_[i].end - end));
        below_.reset();
        text_.remove(lines_[i].begin, bare ? lines_[i].next : end, RepairKind::Prompt,
                     {sign.substr(std::min(sign.find_first_not_of(' '), sign.size()))});
    }
    // Whether the line is more of what was typed, though it has no prompt: in brackets that are open, in a block that was opened, or
    // a statement below the code that stands behind the prompt. What stands below it moves with it.
    bool goesOn(std::size_t i) {
        if (!typed_ || isBlank(i)) return false;
        const std::string line = lineText(i);
        const std::size_t margin = afterBlanks(source_, lines_[i].begin, lines_[i].end) - lines_[i].begin;
        if (!below_) below_ = margin > promptWidth_ || (margin == promptWidth_ && !typed_->header) ? promptWidth_ : 0;
        const bool goes = typed_->open > 0 || (typed_->block && (margin > *below_ || isClause(line.substr(margin)))) ||
                          (margin == *below_ && margin > 0 && isStatement(line.substr(margin)));
        if (!goes) return false;
        flush();
        remember(i);
        if (const std::size_t shift = std::min(margin, *below_); shift > 0)
            text_.remove(lines_[i].begin, lines_[i].begin + shift, RepairKind::Indentation, {});
        typed_->take(line);
        return true;
    }
    void output(std::size_t i) {
        const bool blank = isBlank(i);
        typed_.reset();
        unprompted_ = unprompted_ || (!blank && isTyped(i));
        if (unprompted_) {
            remember(i);
            return flush();
        }
        if (outputFrom_ == outputTo_) {
            if (blank) return;
            outputFrom_ = i;
        }
        if (!blank) outputTo_ = i + 1;
        else if (outputTo_ == outputFrom_) outputFrom_ = outputTo_ = i + 1;
    }
    void flush() {
        if (outputFrom_ < outputTo_)
            text_.remove(lines_[outputFrom_].begin, lines_[outputTo_ - 1].next, RepairKind::Output, {lineText(outputFrom_)});
        outputFrom_ = outputTo_ = 0;
    }
};

}  // namespace

bool hasNotebookPrompts(std::string_view text) {
    const std::vector<TextLine> lines = linesOf(text);
    const std::vector<std::uint8_t> inString = startsInString(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (inString[i] == 0 && (cellPrompt(text, lines[i], "In") || cellPrompt(text, lines[i], "Out"))) return true;
    }
    return false;
}

void repairPrompts(RepairText& text) {
    const std::string& source = text.text();
    const std::vector<TextLine> lines = linesOf(source);
    const std::vector<std::uint8_t> inString = startsInString(source);  // examples in a docstring are no prompts
    bool shell = false;
    bool notebook = hasNotebookPrompts(source);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (inString[i] != 0) continue;
        shell = shell || shellPrompt(source, lines[i], ">>>");
        notebook = notebook || bracketPrompt(source, lines[i]) || headsOutput(source, lines[i]);
    }
    if (notebook) Prompts(text).notebook();
    else if (shell) Prompts(text).shell();
    text.commit();
}

// torch.sin? and ?torch.sin ask a notebook for help.
void repairHelp(RepairText& text) {
    const std::string source = text.text();
    const std::vector<TextLine> lines = linesOf(source);
    const std::vector<std::uint8_t> inString = startsInString(source);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const TextLine& line = lines[i];
        if (inString[i] != 0) continue;
        const std::size_t begin = afterBlanks(source, line.begin, line.end);
        std::size_t end = line.end;
        while (end > begin && (source[end - 1] == ' ' || source[end - 1] == '\t')) --end;
        std::size_t first = begin, last = end;
        while (first < last && source[first] == '?') ++first;
        while (last > first && source[last - 1] == '?') --last;
        if (first == last || (first == begin && last == end) || (first > begin && last < end)) continue;
        const std::string_view name = std::string_view(source).substr(first, last - first);
        const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
            return isDigit(c) || c == '.' || c == '_' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        });
        if (plain && !isDigit(name[0])) text.replace(begin, end, "pass", RepairKind::Help, {source.substr(begin, end - begin)});
    }
    text.commit();
}

}  // namespace backstep
