// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of how the text is written. There is no tree to ask, so fixes are tried: one that lets the text be read is offered.
#include <algorithm>
#include <array>
#include <functional>

#include "engine/run/explain_parts.h"
#include "engine/syntax/repair.h"

namespace backstep {
namespace {

using enum ExplanationKind;

class SyntaxExplainer {
public:
    explicit SyntaxExplainer(Explaining& e) : e_(e), text_(e.view.source.text()), fault_(*e.context.parsed.fault) {}

    void run() {
        findLine();
        if (damaged()) return;
        switch (e_.out.kind) {
            case BlockExpected: return blockExpected();
            case UnexpectedIndent: return unexpectedIndent();
            case UnindentMatches: return unindent();
            case TabsAndSpaces: return tabs();
            case ColonExpected: return colon();
            case NeverClosed: return closeBracket();
            case NotOpened: return dropBracket();
            case BracketMismatch: return otherBracket();
            case AssignmentInCondition: return comparison();
            case PrintWithoutParentheses: return callParentheses();
            case StringNotClosed: return closeString();
            case LongStringNotClosed: return closeLongString();
            case LeadingZeros: return leadingZeros();
            case CommaMissing: return missingBetween();
            case BadNumber: return missingBetween();
            case AfterBackslash: return afterBackslash();
            case FormattedString: return closeBrace();
            case Unreadable:
            case UnreadableElse:
            case AssignmentTarget:
            case ElseOfExpression:
            case EndTooEarly:
            case StrangeCharacter: return anything();
            default: return;
        }
    }

private:
    Explaining& e_;
    const std::string& text_;
    const SyntaxFault& fault_;
    std::uint32_t begin_ = 0, end_ = 0;  // the line of the fault, without its end

    void findLine() {
        std::uint32_t at = std::min(fault_.span.begin, static_cast<std::uint32_t>(text_.size()));
        // The fault may stand at the end of the text, below its last line.
        begin_ = e_.view.lineStart(at);
        end_ = static_cast<std::uint32_t>(std::min(text_.find('\n', begin_), text_.size()));
        const std::string line = text_.substr(begin_, end_ - begin_);
        e_.fact("text", line.size() <= 80 ? line.substr(std::min(line.find_first_not_of(" \t"), line.size())) : "");
    }

    [[nodiscard]] std::string slice(std::uint32_t a, std::uint32_t b) const { return text_.substr(a, b - a); }
    [[nodiscard]] std::string lineText() const { return slice(begin_, end_); }
    [[nodiscard]] bool done() const { return !e_.out.fixes.empty(); }
    // One try; whether it was good.
    bool attempt(FixKind kind, std::vector<Fix> edits, std::vector<std::string> arguments) {
        const std::size_t before = e_.out.fixes.size();
        e_.offer(kind, std::move(edits), std::move(arguments));
        return e_.out.fixes.size() > before;
    }
    bool put(std::uint32_t at, const std::string& what) { return attempt(FixKind::Insert, {Explaining::insert(at, what)}, {what}); }
    bool replace(Span span, const std::string& with) {
        return attempt(FixKind::Replace, {{span, with}}, {slice(span.begin, span.end), with});
    }
    // Where the code of the line ends: before a comment and blanks.
    [[nodiscard]] std::uint32_t codeEnd() const {
        std::uint32_t end = end_;
        char quote = 0;
        for (std::uint32_t i = begin_; i < end_; ++i) {
            const char c = text_[i];
            if (quote != 0) {
                if (c == '\\') ++i;
                else if (c == quote) quote = 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '#') {
                end = i;
                break;
            }
        }
        while (end > begin_ && (text_[end - 1] == ' ' || text_[end - 1] == '\t' || text_[end - 1] == '\r')) --end;
        return end;
    }

    // A paste that can be repaired with certainty is repaired as a whole.
    bool damaged() {
        const Repaired repaired = repair(e_.view.source);
        if (repaired.repairs.empty()) return false;
        std::vector<Fix> edits;
        for (const Repair& r : repaired.repairs) edits.push_back({r.span, r.text});
        if (!attempt(FixKind::Repair, std::move(edits), {})) return false;
        e_.fact("pasted", nameOf(repaired.repairs.front().kind));
        return true;
    }

    // The lines from here on that are not blank and no deeper, up to a blank line or an end of the block: one by one.
    void blockExpected() {
        const std::string header = e_.fact("header");
        if (header.empty()) return;
        if (header.size() < 8 && header.find_first_not_of("0123456789") == std::string::npos)
            e_.fact("header", e_.view.shown(static_cast<std::uint32_t>(std::stoul(header))));
        std::uint32_t at = begin_;
        const std::string indent = e_.view.indentOf(at);
        std::vector<Fix> edits;
        std::vector<std::vector<Fix>> tries;
        const std::string what = e_.fact("what");
        for (int lines = 0; at < text_.size() && lines < 60; ++lines) {
            const auto end = static_cast<std::uint32_t>(std::min(text_.find('\n', at), text_.size()));
            const std::string line = slice(at, end);
            if (line.find_first_not_of(" \t\r") == std::string::npos) break;
            if (e_.view.indentOf(at).size() < indent.size()) break;
            edits.push_back(Explaining::insert(at, "    "));
            tries.push_back(edits);
            const std::string code = line.substr(line.find_first_not_of(" \t"));
            if (code.starts_with("return") && e_.view.indentOf(at) == indent) break;
            at = end + 1;
        }
        // Of a function all that follows up to its return or a blank line; otherwise the next line only.
        const bool whole = what.find("function") != std::string::npos || what.find("class") != std::string::npos;
        if (tries.empty()) {
            put(static_cast<std::uint32_t>(text_.size()), (text_.ends_with('\n') ? "" : "\n") + std::string("    pass\n"));
            return;
        }
        const std::string first = e_.fact("text");
        if (whole && attempt(FixKind::Indent, tries.back(), {first})) return;
        if (attempt(FixKind::Indent, tries.front(), {first})) return;
        for (const auto& some : tries) {
            if (attempt(FixKind::Indent, some, {first})) return;
        }
    }

    // The indentations of the lines above, the nearest first.
    [[nodiscard]] std::vector<std::string> indentsAbove() const {
        std::vector<std::string> all;
        for (std::uint32_t at = begin_; at > 0;) {
            at = e_.view.lineStart(at - 1);
            const auto end = static_cast<std::uint32_t>(std::min(text_.find('\n', at), text_.size()));
            if (slice(at, end).find_first_not_of(" \t\r") == std::string::npos) continue;
            const std::string indent = e_.view.indentOf(at);
            if (std::find(all.begin(), all.end(), indent) == all.end()) all.push_back(indent);
        }
        return all;
    }

    void unexpectedIndent() {
        const auto own = static_cast<std::uint32_t>(e_.view.indentOf(begin_).size());
        // All lines of this indentation that follow come along.
        for (const std::string& indent : indentsAbove()) {
            if (indent.size() >= own) continue;
            std::vector<Fix> edits;
            for (std::uint32_t at = begin_; at < text_.size();) {
                const auto end = static_cast<std::uint32_t>(std::min(text_.find('\n', at), text_.size()));
                const bool blank = slice(at, end).find_first_not_of(" \t\r") == std::string::npos;
                if (!blank && e_.view.indentOf(at).size() < own) break;
                if (!blank) edits.push_back({{at, at + own}, indent});
                at = end + 1;
            }
            if (attempt(FixKind::Unindent, edits, {e_.fact("text")})) return;
        }
        if (own > 0) attempt(FixKind::Unindent, {{{begin_, begin_ + own}, ""}}, {e_.fact("text")});
    }

    void unindent() {
        const auto own = static_cast<std::uint32_t>(e_.view.indentOf(begin_).size());
        std::vector<std::string> indents = indentsAbove();
        indents.emplace_back();
        std::stable_sort(indents.begin(), indents.end(), [&](const std::string& a, const std::string& b) {
            const auto away = [&](const std::string& s) { return s.size() > own ? s.size() - own : own - s.size(); };
            return away(a) < away(b);
        });
        for (const std::string& indent : indents) {
            if (attempt(FixKind::Unindent, {{{begin_, begin_ + own}, indent}}, {e_.fact("text")})) return;
        }
    }

    void tabs() {
        for (const int width : {4, 8, 2}) {
            std::vector<Fix> edits;
            for (std::uint32_t at = 0; at < text_.size();
                 at = static_cast<std::uint32_t>(std::min(text_.find('\n', at), text_.size() - 1)) + 1) {
                const std::string indent = e_.view.indentOf(at);
                if (indent.find('\t') == std::string::npos) continue;
                std::string spaces;
                for (const char c : indent)
                    spaces += c == '\t'
                                  ? std::string(static_cast<std::size_t>(width) - spaces.size() % static_cast<std::size_t>(width), ' ')
                                  : std::string(1, c);
                edits.push_back({{at, at + static_cast<std::uint32_t>(indent.size())}, spaces});
            }
            if (attempt(FixKind::Replace, edits, {"→", "    "})) return;
        }
    }

    void afterBackslash() {
        const std::size_t at = text_.find('\\', begin_);
        if (at >= end_) return;
        const auto from = static_cast<std::uint32_t>(at + 1);
        if (lineText().find_first_not_of(" \t", from - begin_) == std::string::npos) attempt(FixKind::Remove, {{{from, end_}, ""}}, {"␣"});
    }

    // f"{x": the brace that is missing goes before a quote, or before what cannot stand in a field.
    void closeBrace() {
        for (std::uint32_t i = begin_; i < end_; ++i) {
            if ((text_[i] == '"' || text_[i] == '\'') && put(i, "}")) return;
        }
        const std::size_t stray = lineText().find('}');
        if (stray != std::string::npos)
            attempt(FixKind::Remove, {{{static_cast<std::uint32_t>(begin_ + stray), static_cast<std::uint32_t>(begin_ + stray + 1)}, ""}},
                    {"}"});
    }

    void colon() {
        const std::size_t two = lineText().find("else if");
        if (two != std::string::npos) {
            const auto at = static_cast<std::uint32_t>(begin_ + two);
            if (replace({at, at + 7}, "elif")) return;
        }
        if (put(codeEnd(), ":")) return;
        put(fault_.span.begin, ":");
    }

    // At the end of each line from the bracket on, then in front of what closes there.
    void closeBracket() {
        const std::string bracket = e_.fact("bracket");
        const std::string close = bracket == "(" ? ")" : bracket == "[" ? "]" : "}";
        std::uint32_t at = fault_.span.begin;
        for (int lines = 0; lines < 4 && at < text_.size(); ++lines) {
            begin_ = e_.view.lineStart(at);
            end_ = static_cast<std::uint32_t>(std::min(text_.find('\n', at), text_.size()));
            const std::uint32_t end = codeEnd();
            if (put(end, close)) return;
            if (end > begin_ && text_[end - 1] == ':' && put(end - 1, close)) return;
            // Before a bracket of another kind that stands open: print(x[0).
            for (std::uint32_t i = end; i > fault_.span.begin + 1; --i) {
                if (std::string_view(")]},").find(text_[i - 1]) != std::string_view::npos && put(i - 1, close)) return;
            }
            at = end_ + 1;
        }
    }

    void dropBracket() {
        const Span span{fault_.span.begin, fault_.span.begin + 1};
        if (span.end <= text_.size()) attempt(FixKind::Remove, {{span, ""}}, {slice(span.begin, span.end)});
    }

    void otherBracket() {
        const std::string open = e_.fact("open");
        const std::string close = open == "(" ? ")" : open == "[" ? "]" : "}";
        const Span span{fault_.span.begin, fault_.span.begin + 1};
        if (replace(span, close)) return;
        put(span.begin, close);
    }

    // The = of the condition.
    void comparison() {
        for (std::uint32_t i = begin_; i < end_; ++i) {
            const bool alone = text_[i] == '=' && (i + 1 == end_ || text_[i + 1] != '=') &&
                               (i == 0 || std::string_view("=<>!:+-*/").find(text_[i - 1]) == std::string_view::npos);
            if (alone && replace({i, i + 1}, "==")) return;
        }
    }

    void callParentheses() {
        const std::string line = lineText();
        const std::size_t at = line.find("print");
        if (at == std::string::npos) return;
        const auto word = static_cast<std::uint32_t>(begin_ + at + 5);
        std::uint32_t from = word;
        while (from < end_ && text_[from] == ' ') ++from;
        std::uint32_t to = codeEnd();
        const std::size_t semicolon = text_.find(';', from);
        if (semicolon < to) to = static_cast<std::uint32_t>(semicolon);
        attempt(FixKind::Replace, {{{word, from}, "("}, Explaining::insert(to, ")")},
                {slice(begin_ + static_cast<std::uint32_t>(at), to), "print(" + slice(from, to) + ")"});
    }

    void closeString() {
        const char quote = fault_.span.begin < text_.size() ? text_[fault_.span.begin] : '"';
        // An f or r may stand before the quote.
        std::uint32_t open = fault_.span.begin;
        while (open < end_ && text_[open] != '"' && text_[open] != '\'') ++open;
        const std::string mark(1, open < end_ ? text_[open] : quote);
        std::uint32_t end = end_;
        while (end > open && (text_[end - 1] == ' ' || text_[end - 1] == '\r')) --end;
        // In front of the brackets that close the line, if they were meant to.
        std::uint32_t inner = end;
        while (inner > open + 1 && std::string_view(")]}:,").find(text_[inner - 1]) != std::string_view::npos) --inner;
        for (std::uint32_t at = inner; at <= end; ++at) {
            if (put(at, mark)) return;
        }
        // The other kind of quote closes it: 'text".
        const char other = mark == "'" ? '"' : '\'';
        for (std::uint32_t at = end; at > open + 1; --at) {
            if (text_[at - 1] == other && replace({at - 1, at}, mark)) return;
        }
    }

    void closeLongString() {
        std::uint32_t open = fault_.span.begin;
        while (open < text_.size() && text_[open] != '"' && text_[open] != '\'') ++open;
        if (open + 3 > text_.size()) return;
        const std::string mark = text_.substr(open, 3);
        e_.fact("opened", e_.view.line({open, open}));
        put(static_cast<std::uint32_t>(std::min(text_.find('\n', open), text_.size())), mark);
    }

    void leadingZeros() {
        std::uint32_t at = fault_.span.begin, to = at;
        while (to < end_ && text_[to] == '0') ++to;
        if (to > at && to < end_ && std::isdigit(static_cast<unsigned char>(text_[to])) != 0)
            attempt(FixKind::Remove, {{{at, to}, ""}}, {slice(at, to)});
    }

    [[nodiscard]] static bool isWord(char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0;
    }

    // 2x, 2 x, [1 2]: a product or a comma.
    void missingBetween() {
        const std::string line = lineText();
        for (std::uint32_t i = begin_ + 1; i < end_; ++i) {
            const char before = text_[i - 1];
            // 2x and 3(x)
            const bool digit = std::isdigit(static_cast<unsigned char>(before)) != 0;
            std::uint32_t start = i;
            while (start > begin_ &&
                   (std::isalnum(static_cast<unsigned char>(text_[start - 1])) != 0 || text_[start - 1] == '.' || text_[start - 1] == '_'))
                --start;
            const bool number = start < i && std::isdigit(static_cast<unsigned char>(text_[start])) != 0;
            if (digit && number && isWord(text_[i]) && std::isdigit(static_cast<unsigned char>(text_[i])) == 0) {
                e_.fact("product", "yes");
                if (attempt(FixKind::Insert, {Explaining::insert(i, " * ")}, {"*"})) return;
            }
        }
        if (e_.out.kind == CommaMissing) {
            for (std::uint32_t i = fault_.span.begin; i < std::min(fault_.span.end, end_); ++i) {
                if (text_[i] == ' ' && i > begin_ &&
                    (isWord(text_[i - 1]) || std::string_view(")]}'\"").find(text_[i - 1]) != std::string_view::npos) && put(i, ","))
                    return;
            }
        }
        anything();
    }

    // Mistakes that Python has no words for.
    void anything() {
        const std::string line = lineText();
        const auto swap = [&](const std::string& from, const std::string& with) {
            for (std::size_t at = line.find(from); at != std::string::npos; at = line.find(from, at + 1)) {
                const auto begin = static_cast<std::uint32_t>(begin_ + at);
                if (replace({begin, begin + static_cast<std::uint32_t>(from.size())}, with)) return true;
            }
            return false;
        };
        const std::string code = line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
        const auto first = static_cast<std::uint32_t>(begin_ + (line.size() - code.size()));
        if (swap("else if", "elif") || swap("elseif", "elif") || swap("elsif", "elif")) return;
        if (swap("&&", "and") || swap("||", "or") || swap("===", "==") || swap("!==", "!=") || swap("<>", "!=") || swap("=>", ">=") ||
            swap("=<", "<="))
            return;
        if (swap("++", " += 1") || swap("--", " -= 1")) return;
        if (swap("! ", "not ") || swap("!", "not ") || swap("::", ":") || swap(";;", ";") || swap("..", ".") || swap(",,", ",")) return;
        if (swap("import .", "import ") || swap("^", "**")) return;
        // A keyword that is not quite one, at the beginning of the line.
        static constexpr std::array<std::string_view, 19> kKeywords{"def",    "class",  "for",   "while", "if",    "elif",   "else",
                                                                    "return", "import", "from",  "with",  "try",   "except", "finally",
                                                                    "raise",  "assert", "print", "pass",  "lambda"};
        std::uint32_t end = first;
        while (end < end_ && isWord(text_[end])) ++end;
        const std::string word = slice(first, end);
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kForeign{
            {{"function", "def"}, {"func", "def"}, {"foreach", "for"}, {"var ", ""}, {"let ", ""}, {"const ", ""}}};
        for (const auto& [from, with] : kForeign) {
            if (code.starts_with(from) && replace({first, first + static_cast<std::uint32_t>(from.size())}, std::string(with))) return;
        }
        std::string lower = word;
        std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (!word.empty()) {
            const std::string meant = nearest(lower, std::vector<std::string>(kKeywords.begin(), kKeywords.end()), 2);
            const bool isKeywordAlready = std::find(kKeywords.begin(), kKeywords.end(), word) != kKeywords.end();
            if (!isKeywordAlready && !meant.empty() && replace({first, end}, meant)) {
                e_.fact("meant", meant);
                return;
            }
            if (lower != word && replace({first, end}, lower)) {
                e_.fact("meant", lower);
                return;
            }
        }
        // for i n range(…), for i on range(…)
        if (word == "for") {
            std::size_t at = line.find(' ', line.find("for") + 4);
            if (at != std::string::npos) {
                const std::size_t stop = line.find(' ', at + 1);
                if (stop != std::string::npos &&
                    replace({static_cast<std::uint32_t>(begin_ + at + 1), static_cast<std::uint32_t>(begin_ + stop)}, "in"))
                    return;
            }
        }
        // def f: and class that lacks its parentheses; a missing colon, or one too many.
        const std::uint32_t last = codeEnd();
        if (word == "def" && last > begin_ && text_[last - 1] == ':' && slice(first, last).find('(') == std::string::npos &&
            put(last - 1, "()"))
            return;
        if (last > begin_ && text_[last - 1] != ':' && put(last, ":")) return;
        if (last > begin_ && text_[last - 1] == ':' && (put(last - 1, ")") || put(last - 1, "]"))) return;
        if (last > begin_ && text_[last - 1] == ':' && attempt(FixKind::Remove, {{{last - 1, last}, ""}}, {":"})) return;
        // What the line above did not finish.
        if (begin_ > 0) {
            const std::uint32_t above = begin_ - 1;
            for (const char* close : {")", "]", "}"}) {
                if (put(above, close)) return;
            }
        }
        if (put(last, ")")) return;
        if (!done() && std::string_view(")]}").find(last > begin_ ? text_[last - 1] : ' ') != std::string_view::npos)
            attempt(FixKind::Remove, {{{last - 1, last}, ""}}, {slice(last - 1, last)});
    }
};

}  // namespace

void explainSyntax(Explaining& e) {
    if (e.context.parsed.fault) SyntaxExplainer(e).run();
}

}  // namespace backstep
