// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/syntax/python_parser_strings.h"

#include <algorithm>

#include "engine/base/numbers.h"
#include "engine/syntax/python_parser_core.h"

namespace backstep {
namespace {

bool isQuote(char c) { return c == '\'' || c == '"'; }
bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
int hexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char small = static_cast<char>(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}
constexpr std::size_t kMaxFieldBrackets = 200;

}  // namespace

StringReader::Literal StringReader::split(const PyToken& token) const {
    Literal literal;
    std::uint32_t at = token.span.begin;
    for (; !isQuote(text_[at]); ++at) {
        const char c = static_cast<char>(text_[at] | 0x20);
        literal.raw = literal.raw || c == 'r';
        literal.bytes = literal.bytes || c == 'b';
        literal.formatted = literal.formatted || c == 'f';
    }
    literal.triple = token.span.end - at >= 6 && text_[at + 1] == text_[at] && text_[at + 2] == text_[at];
    const std::uint32_t quotes = literal.triple ? 3 : 1;
    literal.content = {at + quotes, token.span.end - quotes};
    return literal;
}

ExprId StringReader::read(const std::vector<PyToken>& tokens, std::size_t first, std::size_t last) {
    const Span whole = join(tokens[first].span, tokens[last - 1].span);
    std::vector<ExprId> parts;
    std::string pending;
    bool anyFormatted = false;
    const bool bytes = split(tokens[first]).bytes;
    for (std::size_t i = first; i < last; ++i) {
        token_ = &tokens[i];
        literal_ = split(*token_);
        const std::string_view content = text_.substr(literal_.content.begin, literal_.content.end - literal_.content.begin);
        if (literal_.bytes && std::any_of(content.begin(), content.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
            throw StringFault{"bytes can only contain ASCII literal characters"};
        }
        if (literal_.bytes != bytes && i > first) throw StringFault{"cannot mix bytes and nonbytes literals"};
        if (bytes) continue;
        anyFormatted = anyFormatted || literal_.formatted;
        at_ = literal_.content.begin;
        if (literal_.formatted) {
            formatted(parts, pending, whole, 0);
            if (!done()) throw StringFault{"f-string: single '}' is not allowed"};
        } else {
            pending += decode(literal_.content, literal_.raw);
        }
    }
    if (bytes) unsupported_ = "bytes";
    if (!unsupported_.empty()) return ast_.exprs.add({whole, UnsupportedExpr{unsupported_}});
    if (!anyFormatted) return ast_.exprs.add({whole, TextExpr{std::move(pending)}});
    flush(ast_, parts, pending, whole);
    return ast_.exprs.add({whole, FormattedExpr{std::move(parts)}});
}

void StringReader::flush(Ast& ast, std::vector<ExprId>& parts, std::string& pending, Span span) {
    if (pending.empty()) return;
    parts.push_back(ast.exprs.add({span, TextExpr{std::move(pending)}}));
    pending.clear();
}

// --- escapes ---

// Every end of line becomes \n, as in the program's text.
std::string StringReader::decode(Span part, bool raw) {
    std::string out;
    std::size_t position = 0;  // in the text as CPython's decoder sees it: what is not ASCII takes ten bytes
    const std::size_t resume = at_;
    for (at_ = part.begin; at_ < part.end;) {
        const char c = text_[at_];
        if (c == '\\' && !raw) {
            escape(out, part, position);
        } else if (c == '\r') {
            out += '\n';
            at_ += at_ + 1 < part.end && text_[at_ + 1] == '\n' ? 2 : 1;
            ++position;
        } else {
            if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) position += static_cast<unsigned char>(c) < 0x80 ? 1 : 10;
            out += c;
            ++at_;
        }
    }
    at_ = resume;
    return out;
}

void StringReader::escape(std::string& out, Span part, std::size_t& position) {
    constexpr std::string_view kLetters = "abfnrtv\\'\"";
    constexpr std::string_view kMeanings = "\a\b\f\n\r\t\v\\'\"";
    const char c = at_ + 1 < part.end ? text_[at_ + 1] : '\0';
    if (const std::size_t known = kLetters.find(c); known != std::string_view::npos && c != '\0') {
        out += kMeanings[known];
        at_ += 2;
        position += 2;
    } else if (c == '\n' || c == '\r') {
        at_ += c == '\r' && at_ + 2 < part.end && text_[at_ + 2] == '\n' ? 3 : 2;
        position += 2;
    } else if (c >= '0' && c <= '7') {
        char32_t value = 0;
        std::size_t digits = 0;
        for (++at_; digits < 3 && at_ < part.end && text_[at_] >= '0' && text_[at_] <= '7'; ++at_, ++digits)
            value = value * 8 + static_cast<char32_t>(text_[at_] - '0');
        appendUtf8(out, value);
        position += digits + 1;
    } else if (c == 'x' || c == 'u' || c == 'U') {
        hexEscape(out, c == 'x' ? 2 : c == 'u' ? 4 : 8, part.end, position, c);
    } else if (c == 'N') {
        const std::size_t close = at_ + 2 < part.end && text_[at_ + 2] == '{' ? text_.find('}', at_) : std::string_view::npos;
        if (close >= part.end) {
            const std::size_t read = at_ + 2 < part.end && text_[at_ + 2] == '{' ? part.end - at_ : 2;
            throw StringFault{"(unicode error) 'unicodeescape' codec can't decode bytes in position " + std::to_string(position) + "-" +
                              std::to_string(position + read - 1) + ": malformed \\N character escape"};
        }
        unsupported_ = "\\N{…} in a string";
        position += close + 1 - at_;
        at_ = close + 1;
    } else {
        out += '\\';
        ++at_;
        // A backslash before a character that is not ASCII is written \u005c.
        position += static_cast<unsigned char>(c) >= 0x80 ? 6 : 1;
    }
}

void StringReader::hexEscape(std::string& out, std::size_t digits, std::size_t end, std::size_t& position, char letter) {
    char32_t value = 0;
    std::size_t read = 0;
    for (; read < digits && at_ + 2 + read < end; ++read) {
        const int digit = hexValue(text_[at_ + 2 + read]);
        if (digit < 0) break;
        value = value * 16 + static_cast<char32_t>(digit);
    }
    const auto fail = [&](const std::string& reason) {
        throw StringFault{"(unicode error) 'unicodeescape' codec can't decode bytes in position " + std::to_string(position) + "-" +
                          std::to_string(position + 1 + read) + ": " + reason};
    };
    if (read < digits) fail(std::string("truncated \\") + letter + std::string(digits, 'X') + " escape");
    if (value > 0x10FFFF) fail("illegal Unicode character");
    if (value >= 0xD800 && value <= 0xDFFF) {  // kept as it is, in three bytes
        out += static_cast<char>(0xE0 | (value >> 12U));
        out += static_cast<char>(0x80 | ((value >> 6U) & 0x3FU));
        out += static_cast<char>(0x80 | (value & 0x3FU));
    } else {
        appendUtf8(out, value);
    }
    at_ += 2 + digits;
    position += 2 + digits;
}

// --- f-strings ---

// Text and fields in turn, up to the end, or inside a format to the } that closes its field.
void StringReader::formatted(std::vector<ExprId>& parts, std::string& pending, Span span, int nesting) {
    for (;;) {
        literalText(pending, nesting);
        if (done() || here() == '}') return;
        const std::size_t begin = at_;
        std::string label;
        const ExprId id = field(nesting);
        flush(ast_, parts, pending, span);
        parts.push_back(id);
        static_cast<void>(begin);
    }
}

void StringReader::literalText(std::string& pending, int nesting) {
    while (!done()) {
        const std::size_t begin = at_;
        bool doubled = false;
        while (!done()) {
            const char c = here();
            if (c == '\\' && !literal_.raw && here(1) != '\0') {
                const bool named = here(1) == 'N' && here(2) == '{';
                if (named) {
                    while (!done() && here() != '}') ++at_;
                    if (!done()) ++at_;
                    continue;
                }
                // \{ is a backslash and a field: only {{ is a brace.
                at_ += here(1) == '{' || here(1) == '}' ? 1 : 2;
                continue;
            }
            if (c == '{' || c == '}') {
                doubled = nesting == 0 && here(1) == c;
                if (nesting == 0 && !doubled && c == '}') throw StringFault{"f-string: single '}' is not allowed"};
                break;
            }
            ++at_;
        }
        if (doubled) ++at_;
        pending += decode(since(begin), literal_.raw);
        if (!doubled) return;
        ++at_;
    }
}

ExprId StringReader::field(int nesting) {
    if (nesting >= 2) throw StringFault{"f-string: expressions nested too deeply"};
    const std::size_t open = at_++;
    const std::size_t begin = at_;
    skipExpression();
    const std::size_t end = at_;
    if (done()) throw StringFault{"f-string: expecting '}'"};
    FieldExpr field;
    field.value = expression(begin, end);
    if (here() == '=') {
        ++at_;
        while (!done() && isSpace(here())) ++at_;
        if (done()) throw StringFault{"f-string: expecting '}'"};
        field.label = decode(since(begin), true);
    }
    if (here() == '!') {
        ++at_;
        if (done()) throw StringFault{"f-string: expecting '}'"};
        field.conversion = here();
        ++at_;
        if (field.conversion != 's' && field.conversion != 'r' && field.conversion != 'a') {
            throw StringFault{"f-string: invalid conversion character: expected 's', 'r', or 'a'"};
        }
    }
    if (done()) throw StringFault{"f-string: expecting '}'"};
    if (here() == ':') {
        ++at_;
        const std::size_t format = at_;
        std::vector<ExprId> parts;
        std::string pending;
        formatted(parts, pending, since(format), nesting + 1);
        flush(ast_, parts, pending, since(format));
        field.format = ast_.exprs.add({since(format), FormattedExpr{std::move(parts)}});
    }
    if (here() != '}') throw StringFault{"f-string: expecting '}'"};
    ++at_;
    if (!field.label.empty() && !field.format.valid() && field.conversion == 0) field.conversion = 'r';
    return ast_.exprs.add({since(open), std::move(field)});
}

// To the character that ends a field's expression, past brackets and quotes.
void StringReader::skipExpression() {
    std::string brackets;
    char quote = '\0';
    std::size_t quotes = 0;
    for (; !done(); ++at_) {
        const char c = here();
        if (c == '\\') throw StringFault{"f-string expression part cannot include a backslash"};
        if (quote != '\0') {
            if (c != quote) continue;
            const bool three = here(1) == c && here(2) == c;
            if (quotes == 3 && !three) continue;
            if (quotes == 3) at_ += 2;
            quote = '\0';
            continue;
        }
        if (isQuote(c)) {
            quote = c;
            quotes = here(1) == c && here(2) == c ? 3 : 1;
            if (quotes == 3) at_ += 2;
            continue;
        }
        if (c == '{' || c == '[' || c == '(') {
            if (brackets.size() >= kMaxFieldBrackets) throw StringFault{"f-string: too many nested parenthesis"};
            brackets += c;
            continue;
        }
        if (c == '#') throw StringFault{"f-string expression part cannot include '#'"};
        if (brackets.empty() && (c == '!' || c == ':' || c == '}' || c == '=' || c == '>' || c == '<')) {
            if (here(1) == '=' && c != ':' && c != '}') {
                ++at_;
                continue;
            }
            if (c == '>' || c == '<') continue;
            break;
        }
        if (c != ']' && c != '}' && c != ')') continue;
        if (brackets.empty()) throw StringFault{std::string("f-string: unmatched '") + c + "'"};
        const char opened = brackets.back();
        brackets.pop_back();
        if ((opened == '(' && c != ')') || (opened == '[' && c != ']') || (opened == '{' && c != '}')) {
            throw StringFault{std::string("f-string: closing parenthesis '") + c + "' does not match opening parenthesis '" + opened + "'"};
        }
    }
    if (quote != '\0') throw StringFault{"f-string: unterminated string"};
    if (!brackets.empty()) throw StringFault{std::string("f-string: unmatched '") + brackets.back() + "'"};
}

ExprId StringReader::expression(std::size_t begin, std::size_t end) {
    const std::string_view part = text_.substr(begin, end - begin);
    if (std::all_of(part.begin(), part.end(), isSpace)) {
        const char next = text_[end];
        if (next == '!' || next == ':' || next == '=')
            throw StringFault{std::string("f-string: expression required before '") + next + "'"};
        throw StringFault{"f-string: empty expression not allowed"};
    }
    // Python reads a field as a text of its own, in brackets: its columns count from there.
    std::uint32_t line = token_->line, lineStart = static_cast<std::uint32_t>(begin - 1);
    for (std::size_t i = token_->span.begin; i < begin; ++i) {
        if (text_[i] == '\n' || (text_[i] == '\r' && text_[i + 1] != '\n')) ++line;
    }
    return readField_({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, line, lineStart);
}

// --- the parser's side ---

ExprId PythonParser::strings() {
    const std::size_t first = at_;
    while (at(PyKind::String)) ++at_;
    StringReader reader(source_.text(), out_.ast,
                        [this](Span part, std::uint32_t line, std::uint32_t lineStart) { return field(part, line, lineStart); });
    try {
        const ExprId id = reader.read(*tokens_, first, at_);
        if (const auto* refused = out_.ast.as<UnsupportedExpr>(id)) unsupported(refused->what, spanOf(id));
        return id;
    } catch (const StringFault&) {
        throw Abandon{};
    }
}

// What stands in a field is read as if in brackets of its own.
ExprId PythonParser::field(Span part, std::uint32_t line, std::uint32_t lineStart) {
    const PythonTokens lexed = lexPythonField(source_.text(), part, line, lineStart);
    if (lexed.fault) throw Abandon{};
    const std::vector<PyToken>* const outer = std::exchange(tokens_, &lexed.tokens);
    const std::size_t resume = std::exchange(at_, 0);
    struct Restore {
        PythonParser& parser;
        const std::vector<PyToken>* tokens;
        std::size_t at;
        ~Restore() { parser.tokens_ = tokens, parser.at_ = at; }
    } const restore{*this, outer, resume};
    return inParentheses(0, PyKind::EndMarker);
}

}  // namespace backstep
