// SPDX-License-Identifier: GPL-3.0-or-later
// Long because it is one machine: indentation, brackets, strings and numbers share its place in the text, and each fault has
// CPython's own words and place.
#include "engine/text/pylexer.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "engine/base/numbers.h"
#include "engine/text/pylexer_unicode.h"

namespace backstep {
namespace {

using enum PyKind;

constexpr int kEnd = -1;
constexpr std::size_t kMaxBrackets = 200;
constexpr std::size_t kMaxIndents = 100;

bool isDigit(int c) { return c >= '0' && c <= '9'; }
bool isHexDigit(int c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool mayStartName(int c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128; }
bool mayContinueName(int c) { return mayStartName(c) || isDigit(c); }
bool isBlank(int c) { return c == ' ' || c == '\t' || c == '\f'; }

PyKind nameKind(std::string_view name) {
    static const std::unordered_map<std::string_view, PyKind> kWords = [] {
        std::unordered_map<std::string_view, PyKind> words;
        for (auto k = static_cast<int>(False); k <= static_cast<int>(Yield); ++k)
            words.emplace(spellingOf(static_cast<PyKind>(k)), static_cast<PyKind>(k));
        return words;
    }();
    const auto found = kWords.find(name);
    return found == kWords.end() ? Name : found->second;
}

// The longest operator that the text begins with: at most three characters.
PyKind operatorKind(std::string_view text) {
    static const std::unordered_map<std::string_view, PyKind> kOperators = [] {
        std::unordered_map<std::string_view, PyKind> operators;
        for (auto k = static_cast<int>(LeftParen); k <= static_cast<int>(SlashSlashEqual); ++k) {
            operators.emplace(spellingOf(static_cast<PyKind>(k)), static_cast<PyKind>(k));
        }
        return operators;
    }();
    for (std::size_t n = std::min<std::size_t>(3, text.size()); n > 0; --n) {
        if (const auto found = kOperators.find(text.substr(0, n)); found != kOperators.end()) return found->second;
    }
    return Other;
}

struct Stop {};  // thrown to leave the text at a fault, which is noted; never leaves this file

class PyLexer {
public:
    PyLexer(std::string_view text, Span part, bool lenient = false) : text_(text), at_(part.begin), end_(part.end), lenient_(lenient) {
        lineStart_ = lineEnd_ = part.begin;
        line_ = 0;
        if (at_ == 0 && text_.starts_with("\xEF\xBB\xBF")) at_ = lineStart_ = lineEnd_ = 3;
        bare_ = end_ > at_ && text_[end_ - 1] != '\n' && text_[end_ - 1] != '\r';
    }

    // A field of an f-string: one bracket is open already, and its end is the end of the text.
    void beginField(std::uint32_t line, std::uint32_t lineStart) {
        line_ = line - 1;
        fieldLineStart_ = lineStart;
        field_ = true;
        bare_ = false;
    }

    PythonTokens run() {
        if (lenient_) lenient();
        else strict();
        return std::move(out_);
    }

private:
    struct Bracket {
        char character;
        std::uint32_t line;
        std::size_t at, lineStart;
    };

    std::string_view text_;
    std::size_t at_;  // the next character
    std::size_t end_;
    bool lenient_;
    bool field_ = false;
    bool bare_ = false;  // the last line has no end: Python adds one
    std::uint32_t fieldLineStart_ = 0;
    std::uint32_t line_ = 1;
    std::size_t lineStart_ = 0, lineEnd_ = 0;  // lineEnd_ is after its newline
    std::size_t buffer_ = 0;                   // where Python's line buffer would begin
    std::size_t begin_ = 0;                    // of the token
    bool inToken_ = false;
    bool atLineStart_ = true;
    std::vector<Bracket> brackets_;
    std::vector<std::pair<int, int>> indents_{{0, 0}};  // columns with tabs of 8, and of 1
    PythonTokens out_;

    // --- characters ---

    [[nodiscard]] std::size_t size() const { return end_ + (bare_ ? 1 : 0); }
    [[nodiscard]] int charAt(std::size_t at) const {
        if (at >= size()) return kEnd;
        if (at >= end_) return '\n';
        const auto c = static_cast<unsigned char>(text_[at]);
        return c == '\r' ? '\n' : c;
    }
    [[nodiscard]] std::size_t widthAt(std::size_t at) const { return at + 1 < end_ && text_[at] == '\r' && text_[at + 1] == '\n' ? 2 : 1; }
    [[nodiscard]] int peek(std::size_t ahead = 0) const { return charAt(at_ + ahead); }

    // A line is entered when its first character is read, not before.
    void enterLine() {
        ++line_;
        lineStart_ = at_;
        if (!inToken_) buffer_ = at_;
        lineEnd_ = at_;
        while (lineEnd_ < end_ && text_[lineEnd_] != '\n' && text_[lineEnd_] != '\r') ++lineEnd_;
        lineEnd_ = lineEnd_ < end_ ? lineEnd_ + widthAt(lineEnd_) : size();
        if (field_ && fieldLineStart_ != 0) lineStart_ = std::exchange(fieldLineStart_, 0);
    }
    int next() {
        if (at_ >= size()) return kEnd;
        if (at_ >= lineEnd_) enterLine();
        const int c = charAt(at_);
        at_ += c == '\n' && at_ < end_ ? widthAt(at_) : 1;
        return c;
    }

    // --- tokens and faults ---

    [[nodiscard]] std::uint32_t clamp(std::size_t at) const { return static_cast<std::uint32_t>(std::min(at, end_)); }
    [[nodiscard]] Span spanTo(std::size_t end) const { return {clamp(begin_), clamp(end)}; }

    void add(PyKind kind, Span span) {
        PyToken token;
        token.kind = kind;
        token.span = span;
        token.line = token.endLine = line_;
        token.lineStart = token.endLineStart = clamp(lineStart_);
        token.cursor = clamp(at_) + (at_ > end_ ? 1U : 0U);
        token.level = static_cast<std::uint16_t>(brackets_.size() + (field_ ? 1 : 0));
        out_.tokens.push_back(token);
    }
    void add(PyKind kind) { add(kind, spanTo(at_)); }
    void addEmpty(PyKind kind) { add(kind, {clamp(at_), clamp(at_)}); }

    [[noreturn]] void fault(SyntaxFault what, bool hard) {
        LexFault fault{std::move(what), hard, std::nullopt};
        if (!brackets_.empty()) fault.unclosed = unclosed();
        if (!out_.fault) out_.fault = std::move(fault);
        addEmpty(Fault);
        throw Stop{};
    }
    // CPython places a hard fault at the last character read.
    [[noreturn]] void hard(std::string message) { hard(std::move(message), codePoints(text_, lineStart_, clamp(at_))); }
    [[noreturn]] void hard(std::string message, std::uint32_t column) {
        std::size_t begin = clamp(at_);
        while (begin > lineStart_ && (static_cast<unsigned char>(text_[--begin]) & 0xC0U) == 0x80) {
        }
        fault({"SyntaxError", std::move(message), {static_cast<std::uint32_t>(begin), clamp(at_)}, line_, column, false}, true);
    }
    [[nodiscard]] SyntaxFault unclosed() const {
        const Bracket& open = brackets_.back();
        const auto at = static_cast<std::uint32_t>(open.at);
        return {"SyntaxError", std::string("'") + open.character + "' was never closed", {at, at + 1},
                open.line,     codePoints(text_, open.lineStart, open.at) + 1,           false};
    }

    // --- the whole ---

    void strict() {
        try {
            while (step()) {
            }
        } catch (const Stop&) {
            return;
        }
        closeText();
    }

    // For colouring: a faulty character is a token of its own, and reading goes on after it.
    void lenient() {
        for (;;) {
            try {
                while (step()) {
                }
                return;
            } catch (const Stop&) {
                out_.tokens.pop_back();
                if (at_ <= begin_) at_ = begin_ + 1;
                if (brackets_.size() >= kMaxBrackets || indents_.size() >= kMaxIndents) brackets_.clear(), indents_.resize(1);
                if (begin_ < clamp(at_)) add(Other);
            }
        }
    }

    // False at the end of the text.
    bool step() {
        inToken_ = false;
        if (atLineStart_ && !field_) {
            atLineStart_ = false;
            if (!startLine()) return true;
        }
        begin_ = at_;
        while (isBlank(peek())) next();
        begin_ = at_;
        inToken_ = true;
        if (peek() == kEnd) return false;
        if (at_ >= lineEnd_) {
            inToken_ = false;
            enterLine();
            inToken_ = true;
        }
        if (peek() == '#') return comment();
        token();
        return true;
    }

    bool comment() {
        while (peek() != '\n' && peek() != kEnd) next();
        out_.comments.push_back(spanTo(at_));
        // The end of the line begins with the comment, as far as columns are concerned.
        if (peek() == '\n' && brackets_.empty() && !field_) newline(begin_);
        return true;
    }

    void closeText() {
        begin_ = at_;
        if (field_) return addEmpty(EndMarker);
        if (!brackets_.empty()) {
            out_.fault = LexFault{unclosed(), false, unclosed()};
            return addEmpty(Fault);
        }
        if (line_ == 0) line_ = 1;
        for (; indents_.size() > 1; indents_.pop_back()) addEmpty(Dedent);
        addEmpty(EndMarker);
    }

    // --- indentation ---

    // Measures the line's indentation; false where the line holds no token.
    bool startLine() {
        int column = 0, alternative = 0, continued = 0;
        begin_ = at_;
        if (peek() != kEnd && at_ >= lineEnd_) enterLine();
        for (;;) {
            const int c = peek();
            if (c == ' ') ++column, ++alternative;
            else if (c == '\t') column = (column / 8 + 1) * 8, ++alternative;
            else if (c == '\f') column = alternative = 0;
            else if (c == '\\') {
                if (continued == 0) continued = column;
                inToken_ = false;
                next();
                continueLine();
                continue;
            } else break;
            next();
        }
        if (peek() == '#' || peek() == '\n' || peek() == kEnd) return finishBlank();
        if (!brackets_.empty()) return true;
        if (continued != 0) column = alternative = continued;
        measure(column, alternative);
        if (!atMagic()) return true;
        return magic();
    }

    // %name, %%name, !command.
    [[nodiscard]] bool atMagic() const {
        const int sign = peek();
        if (sign != '%' && sign != '!') return false;
        std::size_t ahead = peek(1) == sign ? 2 : 1;
        while (peek(ahead) == ' ') ++ahead;
        const int c = peek(ahead);
        const bool letter = ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_';
        return letter || (sign == '!' && (c == '.' || c == '/' || c == '~' || c == '$'));
    }

    // A line without a token has no Newline either.
    bool finishBlank() {
        while (peek() != '\n' && peek() != kEnd) {
            begin_ = at_;
            while (peek() != '#' && peek() != '\n' && peek() != kEnd) next();
            begin_ = at_;
            while (peek() != '\n' && peek() != kEnd) next();
            if (begin_ < at_) out_.comments.push_back(spanTo(at_));
        }
        if (next() == '\n') atLineStart_ = true;
        return false;
    }

    void measure(int column, int alternative) {
        const auto [top, topAlternative] = indents_.back();
        if (column == top) {
            if (alternative != topAlternative) tabFault();
        } else if (column > top) {
            if (indents_.size() >= kMaxIndents) softFault("IndentationError", "too many levels of indentation", 1, true);
            if (alternative <= topAlternative) tabFault();
            indents_.emplace_back(column, alternative);
            addEmpty(Indent);
        } else {
            dedent(column, alternative);
        }
    }
    void dedent(int column, int alternative) {
        std::size_t closed = 0;
        for (; indents_.size() > 1 && column < indents_.back().first; indents_.pop_back()) ++closed;
        if (column != indents_.back().first) {
            if (lenient_) return;
            at_ = lineEnd_;
            softFault("IndentationError", "unindent does not match any outer indentation level",
                      codePoints(text_, lineStart_, clamp(at_)) + (at_ > end_ ? 1 : 0), false);
        }
        if (alternative != indents_.back().second) tabFault();
        for (; closed > 0; --closed) addEmpty(Dedent);
    }
    void tabFault() {
        if (!lenient_) softFault("TabError", "inconsistent use of tabs and spaces in indentation", 1, false);
    }
    // Its span is the line without its end.
    [[noreturn]] void softFault(std::string type, std::string message, std::uint32_t column, bool limit) {
        std::size_t end = std::min(lineEnd_, end_);
        while (end > lineStart_ && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
        fault({std::move(type), std::move(message), {clamp(lineStart_), clamp(end)}, line_, column, limit}, false);
    }

    // Whether code follows on the line: %time runs the statement behind it, and is passed over as if it stood on its own line.
    bool magic() {
        begin_ = at_;
        constexpr std::string_view kTime = "%time ";
        if (text_.substr(at_, kTime.size()) == kTime) {
            std::size_t ahead = kTime.size();
            while (peek(ahead) == ' ') ++ahead;
            if (peek(ahead) != '\n' && peek(ahead) != kEnd && peek(ahead) != '#') {
                for (std::size_t i = 1; i < kTime.size(); ++i) next();
                add(Magic);
                while (peek() == ' ') next();
                begin_ = at_;
                addEmpty(Newline);
                return true;
            }
        }
        while (peek() != '\n' && peek() != kEnd) next();
        add(Magic);
        newline();
        return false;
    }

    void newline() { newline(at_); }
    void newline(std::size_t begin) {
        next();
        add(Newline, {clamp(begin), clamp(at_)});
        atLineStart_ = true;
    }

    // After a backslash: it must end its line, and a line must follow.
    void continueLine() {
        if (peek() != '\n') {
            next();
            // Counted from where Python's buffer begins: the line, or that of a token or continuation over several lines.
            softFault("SyntaxError", "unexpected character after line continuation character", codePoints(text_, buffer_, clamp(at_)),
                      false);
        }
        next();
        if (peek() != kEnd) {
            if (at_ >= lineEnd_) enterLine();
            return;
        }
        if (!brackets_.empty()) fault(unclosed(), false);
        softFault("SyntaxError", "unexpected EOF while parsing", codePoints(text_, lineStart_, clamp(at_)) + (at_ > end_ ? 1 : 0), false);
    }

    // --- one token ---

    void token() {
        const int c = peek();
        if (c == '\n') {
            if (field_ || !brackets_.empty()) next(), atLineStart_ = true;
            else newline();
        } else if (mayStartName(c)) {
            nameOrString();
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (c == '"' || c == '\'') {
            string();
        } else if (c == '\\') {
            next();
            continueLine();
        } else {
            symbol();
        }
    }

    void nameOrString() {
        bool b = false, u = false, r = false, f = false;
        for (;; next()) {
            const int c = peek() | 0x20;
            if (c == 'b' && !b && !u && !f) b = true;
            else if (c == 'u' && !b && !u && !r && !f) u = true;
            else if (c == 'r' && !r && !u) r = true;
            else if (c == 'f' && !f && !b && !u) f = true;
            else break;
        }
        if (peek() == '"' || peek() == '\'') return string();
        bool ascii = peek() < 128;
        while (mayContinueName(peek())) ascii = next() < 128 && ascii;
        if (!ascii) checkName();
        const Span span = spanTo(at_);
        add(nameKind(text_.substr(span.begin, span.end - span.begin)), span);
    }

    void checkName() {
        const std::size_t end = at_;
        for (std::size_t at = begin_; at < end;) {
            const bool first = at == begin_;
            const char32_t c = decodeUtf8(text_, at);
            if (first ? isNameStart(c) : isNamePart(c)) continue;
            at_ = at;
            invalidCharacter(c);
        }
    }
    [[noreturn]] void invalidCharacter(char32_t c) {
        constexpr std::string_view kHex = "0123456789ABCDEF";
        std::string code;
        for (char32_t rest = c; rest != 0 || code.size() < 4; rest >>= 4U) code.insert(code.begin(), kHex[rest & 15U]);
        if (!isPrintable(c)) hard("invalid non-printable character U+" + code);
        std::string character;
        appendUtf8(character, c);
        hard("invalid character '" + character + "' (U+" + code + ")");
    }

    // --- numbers ---

    void number() {
        if (peek() == '0') {
            next();
            const int c = peek() | 0x20;
            if (c == 'x') return based("hexadecimal", 16);
            if (c == 'o') return based("octal", 8);
            if (c == 'b') return based("binary", 2);
            if (zeros()) return;
        } else if (peek() != '.') {
            decimalTail();
        }
        rest();
    }

    // After one 0; true where the number is over.
    bool zeros() {
        for (;;) {
            if (peek() == '_') {
                next();
                if (!isDigit(peek())) hard("invalid decimal literal");
            }
            if (peek() != '0') break;
            next();
        }
        if (!isDigit(peek())) return false;
        decimalTail();
        const int c = peek() | 0x20;
        if (peek() == '.' || c == 'e' || c == 'j') return false;
        hard("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
             clamp(begin_ - lineStart_) + 1);
    }

    void based(const std::string& name, int base) {
        next();
        const auto fits = [base](int c) { return base == 16 ? isHexDigit(c) : c >= '0' && c < '0' + base; };
        do {
            if (peek() == '_') next();
            if (!fits(peek())) badDigit(name, base);
            while (fits(peek())) next();
        } while (peek() == '_');
        if (base != 16 && isDigit(peek())) badDigit(name, base);
        endNumber(name);
        add(Number);
    }
    [[noreturn]] void badDigit(const std::string& name, int base) {
        if (base == 16 || !isDigit(peek())) hard("invalid " + name + " literal");
        const int c = next();
        hard(std::string("invalid digit '") + static_cast<char>(c) + "' in " + name + " literal");
    }

    void decimalTail() {
        for (;;) {
            while (isDigit(peek())) next();
            if (peek() != '_') return;
            next();
            if (!isDigit(peek())) hard("invalid decimal literal");
        }
    }

    // The fraction, the exponent, the j; and what may not follow.
    void rest() {
        if (peek() == '.') {
            next();
            if (isDigit(peek())) decimalTail();
        }
        if ((peek() | 0x20) == 'e') {
            const int sign = peek(1);
            const bool hasSign = sign == '+' || sign == '-';
            if (hasSign && !isDigit(peek(2))) {
                next(), next();
                hard("invalid decimal literal");
            }
            if (!hasSign && !isDigit(sign)) {
                endNumber("decimal");
                return add(Number);
            }
            next();
            if (hasSign) next();
            decimalTail();
        }
        const bool imaginary = (peek() | 0x20) == 'j';
        if (imaginary) next();
        endNumber(imaginary ? "imaginary" : "decimal");
        add(Number);
    }

    // 1if x else y is Python (it only warns); 1x is not.
    void endNumber(const std::string& name) {
        const auto follows = [&](std::string_view word) {
            for (std::size_t i = 0; i < word.size(); ++i) {
                if (peek(i) != word[i]) return false;
            }
            return word[0] == 'i' || !mayContinueName(peek(word.size()));
        };
        for (const std::string_view word : {"and", "else", "for", "if", "in", "is", "or", "not"}) {
            if (follows(word)) return;
        }
        if (mayContinueName(peek())) hard("invalid " + name + " literal");
    }

    // --- strings ---

    void string() {
        const std::uint32_t firstLine = line_;
        const std::size_t firstStart = lineStart_;
        const int quote = next();
        std::size_t quotes = 1;
        if (peek() == quote && peek(1) == quote) {
            next(), next();
            quotes = 3;
        }
        for (std::size_t closing = 0; closing < quotes;) {
            const int c = peek();
            const bool cut = c == kEnd || (quotes == 1 && c == '\n');
            if (cut && lenient_) break;
            if (cut) unterminated(quotes == 3, firstLine, firstStart);
            next();
            closing = c == quote ? closing + 1 : 0;
            if (c == '\\') next();
        }
        add(String);
        out_.tokens.back().line = firstLine;
        out_.tokens.back().lineStart = clamp(firstStart);
    }

    [[noreturn]] void unterminated(bool triple, std::uint32_t firstLine, std::size_t firstStart) {
        std::string message = std::string("unterminated ") + (triple ? "triple-quoted " : "") + "string literal (detected at line " +
                              std::to_string(line_) + ")";
        const Span span = spanTo(at_);
        fault({"SyntaxError", std::move(message), span, firstLine, codePoints(text_, firstStart, begin_) + 1, false}, true);
    }

    // --- operators and brackets ---

    void symbol() {
        const bool old = peek() == '<' && peek(1) == '>';  // <> is one token, that nothing accepts
        const PyKind kind = old ? Other : operatorKind(text_.substr(at_, std::min<std::size_t>(3, end_ - at_)));
        const auto width = kind == Other ? 1 : spellingOf(kind).size();
        if (kind == LeftParen || kind == LeftBracket || kind == LeftBrace) open();
        else if (kind == RightParen || kind == RightBracket || kind == RightBrace) close();
        else if (old) next(), next();
        else if (kind == Other) other();
        else at_ += width;
        add(kind);
    }
    void other() {
        const int c = next();
        if (!isPrintable(static_cast<char32_t>(c))) invalidCharacter(static_cast<char32_t>(c));
    }
    void open() {
        next();
        if (brackets_.size() >= kMaxBrackets) {
            const std::uint32_t column = codePoints(text_, lineStart_, at_);
            fault({"SyntaxError", "too many nested parentheses", {clamp(at_) - 1, clamp(at_)}, line_, column, true}, true);
        }
        brackets_.push_back({text_[at_ - 1], line_, at_ - 1, lineStart_});
    }
    void close() {
        next();
        const std::string here(1, text_[at_ - 1]);
        if (brackets_.empty()) hard("unmatched '" + here + "'");
        const Bracket opened = brackets_.back();
        brackets_.pop_back();
        const char wanted = opened.character == '(' ? ')' : opened.character == '[' ? ']' : '}';
        if (here[0] == wanted) return;
        std::string message = "closing parenthesis '" + here + "' does not match opening parenthesis '" + opened.character + "'";
        if (opened.line != line_) message += " on line " + std::to_string(opened.line);
        hard(std::move(message));
    }
};

}  // namespace

TokenClass classOf(PyKind kind) {
    switch (kind) {
// clang-format off
#define PYTOKEN(kind, cls, spelling) \
    case PyKind::kind: return TokenClass::cls;
#include "engine/text/pylexer.def"
        // clang-format on
    }
    return TokenClass::Plain;
}

std::string_view spellingOf(PyKind kind) {
    switch (kind) {
// clang-format off
#define PYTOKEN(kind, cls, spelling) \
    case PyKind::kind: return spelling;
#include "engine/text/pylexer.def"
        // clang-format on
    }
    return {};
}

PythonTokens lexPython(const Source& source) { return PyLexer(source.text(), {0, static_cast<std::uint32_t>(source.text().size())}).run(); }

PythonTokens lexPythonField(std::string_view text, Span part, std::uint32_t line, std::uint32_t lineStart) {
    PyLexer lexer(text, part);
    lexer.beginField(line, lineStart);
    return lexer.run();
}

std::vector<Coloured> colourPython(const Source& source) {
    const PythonTokens lexed = PyLexer(source.text(), {0, static_cast<std::uint32_t>(source.text().size())}, true).run();
    std::vector<Coloured> colours;
    for (const PyToken& token : lexed.tokens) {
        if (!token.span.empty() && token.kind != Newline) colours.push_back({token.span, classOf(token.kind)});
    }
    for (const Span comment : lexed.comments) colours.push_back({comment, TokenClass::Comment});
    std::sort(colours.begin(), colours.end(), [](const Coloured& a, const Coloured& b) { return a.span.begin < b.span.begin; });
    return colours;
}

std::uint32_t codePoints(std::string_view text, std::size_t begin, std::size_t end) {
    std::uint32_t count = 0;
    for (std::size_t at = begin; at < end && at < text.size(); ++at) {
        const bool pair = text[at] == '\n' && at > begin && text[at - 1] == '\r';
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80 && !pair) ++count;
    }
    return count;
}

}  // namespace backstep
