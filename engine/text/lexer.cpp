// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/lexer.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

#include "engine/base/numbers.h"

namespace backstep {
namespace {

using enum TokenKind;

bool isDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool isSubscript(char32_t c) { return c >= U'₀' && c <= U'₉'; }
bool isSpace(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\r' || c == U'\f' || c == 0xA0 || c == 0x3000 || c == 0xFEFF || (c >= 0x2000 && c <= 0x200B) ||
           c == 0x202F || c == 0x2060;
}

// Superscript digits and signs; -1 where it is none.
int superscriptDigit(char32_t c) {
    if (c == U'⁰') return 0;
    if (c == U'¹') return 1;
    if (c == U'²') return 2;
    if (c == U'³') return 3;
    return c >= U'⁴' && c <= U'⁹' ? static_cast<int>(c - U'⁰') : -1;
}

// Letters of any script but symbols, punctuation and what merely looks like a letter (see lookalike).
bool isLetter(char32_t c) {
    if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'_') return true;
    return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x3FF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x400 && c <= 0x4FF) || (c >= 0x3040 && c <= 0x30FF);
}

// The Latin letter that a Cyrillic one is mistaken for; 0 for none.
char lookalike(char32_t c) {
    // clang-format off
    constexpr std::array<std::pair<char32_t, char>, 16> kPairs{{{U'х', 'x'}, {U'Х', 'X'}, {U'у', 'y'}, {U'а', 'a'},
        {U'А', 'A'}, {U'е', 'e'}, {U'Е', 'E'}, {U'о', 'o'}, {U'О', 'O'}, {U'с', 'c'}, {U'С', 'C'}, {U'р', 'p'},
        {U'Р', 'P'}, {U'В', 'B'}, {U'М', 'M'}, {U'Т', 'T'}}};
    // clang-format on
    for (const auto& [letter, latin] : kPairs) {
        if (letter == c) return latin;
    }
    return 0;
}

// Full-width forms and their ASCII twins are one character to the lexer.
char32_t narrow(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

TokenKind single(char32_t c) {
    switch (c) {
        case U'+': return Plus;
        // clang-format off
        case U'-': case U'−': case U'–': case U'—': case U'‐': case U'‑': return Minus;
        case U'*': case U'·': case U'×': case U'⋅': case U'∙': case U'∗': case U'•': return Times;
        case U'/': case U'÷': case U'∕': case U'⁄': return Divide;
        case U'^': case U'ˆ': return Power;
        // clang-format on
        case U'√': return Root;
        case U'∛': return CubeRoot;
        case U'<': return Less;
        case U'≤':
        case U'⩽': return LessEqual;
        case U'>': return Greater;
        case U'≥':
        case U'⩾': return GreaterEqual;
        case U'≠': return NotEqual;
        case U'=': return Equal;
        case U',':
        case U';':
        case U'，':
        case U'；':
        case U'、': return Comma;
        case U'|':
        case U'∣': return Bar;
        case U'.': return Dot;
        case U'(': return LeftParen;
        case U')': return RightParen;
        case U'[': return LeftBracket;
        case U']': return RightBracket;
        case U'{': return LeftBrace;
        case U'}': return RightBrace;
        default: return Unknown;
    }
}

TokenKind keyword(std::string_view name) {
    if (name == "if") return If;
    if (name == "else") return Else;
    if (name == "otherwise") return Otherwise;
    if (name == "and") return And;
    if (name == "or") return Or;
    if (name == "not") return Not;
    return Name;
}

class MathLexer {
public:
    explicit MathLexer(std::string_view text) : text_(text) {}

    Tokens run() {
        while (at_ < text_.size()) step();
        begin_ = at_;
        add(End);
        return std::move(out_);
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;
    bool space_ = false;
    Tokens out_;

    [[nodiscard]] char32_t peek(std::size_t& after) const {
        after = at_;
        return after < text_.size() ? narrow(decodeUtf8(text_, after)) : U'\0';
    }
    [[nodiscard]] char32_t peek() const {
        std::size_t after = 0;
        return peek(after);
    }
    [[nodiscard]] Span here() const { return {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(at_)}; }

    Token& add(TokenKind kind) {
        out_.tokens.push_back({kind, here(), 0, {}, space_});
        space_ = false;
        return out_.tokens.back();
    }
    void fault(DiagnosticKind kind, std::vector<std::string> arguments, std::vector<Fix> fixes = {}) {
        out_.diagnostics.push_back({kind, here(), std::move(arguments), std::move(fixes)});
    }

    void step() {
        begin_ = at_;
        std::size_t after = 0;
        const char32_t c = peek(after);
        if (isSpace(c)) {
            at_ = after;
            space_ = true;
        } else if (c == U'\n' || c == 0x2028 || c == 0x2029) {
            at_ = after;
            add(Newline);
        } else if (c == U'#') {
            at_ = std::min(text_.find('\n', at_), text_.size());
            space_ = true;
        } else if (isDigit(c) || (c == U'.' && after < text_.size() && isDigit(narrow(static_cast<unsigned char>(text_[after]))))) {
            number();
        } else if (superscriptDigit(c) >= 0 || c == U'⁻' || c == U'⁺') {
            superscript();
        } else if (isLetter(c) || c == U'∞') {
            name();
        } else {
            symbol(c, after);
        }
    }

    void number() {
        std::string digits;
        const auto take = [&] {
            std::size_t after = 0;
            while (isDigit(peek(after))) {
                digits += static_cast<char>(peek());
                at_ = after;
            }
        };
        take();
        std::size_t after = 0;
        if (peek(after) == U'.') {
            digits += '.';
            at_ = after;
            take();
        }
        exponent(digits, take);
        grouped(take);
        Token& token = add(Number);
        token.number = valueOf(digits);
    }

    // 1_000 is no product of 1 and a name.
    template <class Take>
    void grouped(Take take) {
        if (at_ + 1 >= text_.size() || text_[at_] != '_' || !isDigit(static_cast<unsigned char>(text_[at_ + 1]))) return;
        while (at_ < text_.size() && text_[at_] == '_') {
            ++at_;
            take();
        }
        fault(DiagnosticKind::BadNumber, {std::string(text_.substr(begin_, at_ - begin_)).substr(0, 24)});
    }

    // e or E is an exponent only where digits follow: 2e is two times Euler's number.
    template <class Take>
    void exponent(std::string& digits, Take take) {
        const char32_t letter = peek();
        if (letter != U'e' && letter != U'E') return;
        const std::size_t before = at_;
        std::string tail = "e";
        std::size_t after = 0;
        static_cast<void>(peek(after));
        at_ = after;
        if (const char32_t sign = peek(after); sign == U'-' || sign == U'−' || sign == U'+') {
            if (sign != U'+') tail += '-';
            at_ = after;
        }
        if (!isDigit(peek())) {
            at_ = before;
            return;
        }
        digits += tail;
        take();
    }

    double valueOf(const std::string& digits) {
        double value = 0;
        const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (result.ec == std::errc::result_out_of_range) {
            const bool small = digits.find("e-") != std::string::npos;
            fault(small ? DiagnosticKind::NumberTooSmall : DiagnosticKind::NumberTooLarge, {digits.substr(0, 24)});
            return small ? 0 : HUGE_VAL;
        }
        if (std::isinf(value)) fault(DiagnosticKind::NumberTooLarge, {digits.substr(0, 24)});
        return value;
    }

    void superscript() {
        double value = 0;
        bool negative = false;
        bool any = false;
        std::size_t after = 0;
        for (char32_t c = peek(after); superscriptDigit(c) >= 0 || (!any && (c == U'⁻' || c == U'⁺')); c = peek(after)) {
            if (superscriptDigit(c) >= 0) {
                value = value * 10 + superscriptDigit(c);
                any = true;
            } else {
                negative = c == U'⁻';
            }
            at_ = after;
        }
        // x²⁺¹ is no number; x^(2+1) says what is meant.
        bool number = any;
        for (char32_t c = peek(after); any && (superscriptDigit(c) >= 0 || c == U'⁻' || c == U'⁺'); c = peek(after))
            number = false, at_ = after;
        if (!number) fault(DiagnosticKind::BadNumber, {std::string(text_.substr(begin_, at_ - begin_))});
        add(Superscript).number = negative ? -value : value;
    }

    void name() {
        std::string name;
        std::size_t after = 0;
        bool subscript = false;
        for (char32_t c = peek(after); isLetter(c) || isDigit(c) || isSubscript(c) || c == U'∞'; c = peek(after)) {
            if (isSubscript(c) && !subscript) name += '_';
            subscript = subscript || isSubscript(c);
            appendUtf8(name, isSubscript(c) ? c - U'₀' + U'0' : c);
            at_ = after;
            if (c == U'∞' || isConstant(c)) break;  // πx is π times x
            const char32_t next = peek();
            if (isConstant(next)) break;
            if (isSubscript(c) && !isSubscript(next)) break;                 // x₁x₂ is x₁ times x₂
            if (isDigit(c) && !isDigit(next) && isLogWithBase(name)) break;  // log_2x is log_2(x)
        }
        lookalikes();
        Token& token = add(keyword(name));
        token.name = std::move(name);
    }

    static bool isLogWithBase(std::string_view name) {
        return name.starts_with("log_") && name.size() > 4 && name.find_first_not_of("0123456789", 4) == std::string_view::npos;
    }

    // Letters that are names of their own, never part of a longer one.
    static bool isConstant(char32_t c) { return c == U'π' || c == U'τ'; }

    // A word in one script may be Cyrillic; a Latin word, or a single letter, with a Cyrillic twin in it is a trap.
    void lookalikes() {
        for (std::size_t i = begin_; i < at_;) {
            const std::size_t letter = i;
            const char latin = lookalike(decodeUtf8(text_, i));
            if (latin == 0) continue;
            const Span span{static_cast<std::uint32_t>(letter), static_cast<std::uint32_t>(i)};
            out_.diagnostics.push_back({DiagnosticKind::LookalikeLetter,
                                        span,
                                        {std::string(text_.substr(letter, i - letter)), std::string(1, latin)},
                                        {{span, std::string(1, latin)}}});
        }
    }

    void symbol(char32_t c, std::size_t after) {
        at_ = after;
        std::size_t second = 0;
        const char32_t next = peek(second);
        const auto pair = [&](TokenKind kind) {
            at_ = second;
            add(kind);
        };
        if (c == U'*' && next == U'*') return pair(Power);
        if (c == U'<' && next == U'=') return pair(LessEqual);
        if (c == U'>' && next == U'=') return pair(GreaterEqual);
        if (c == U'=' && next == U'=') return pair(EqualEqual);
        if (c == U'!' && next == U'=') return pair(NotEqual);
        const TokenKind kind = single(c);
        if (kind == Unknown) {
            const bool quote = c == U'“' || c == U'”' || c == U'‘' || c == U'’' || c == U'"' || c == U'\'';
            fault(quote ? DiagnosticKind::CurlyQuote : DiagnosticKind::UnknownCharacter, {std::string(text_.substr(begin_, at_ - begin_))});
        }
        add(kind);
    }
};

}  // namespace

TokenClass classOf(TokenKind kind) {
    switch (kind) {
// clang-format off
#define TOKEN(kind, cls) \
    case TokenKind::kind: return TokenClass::cls;
#include "engine/text/token.def"
        // clang-format on
    }
    return TokenClass::Plain;
}

Tokens lexMath(const Source& source) { return MathLexer(source.text()).run(); }

}  // namespace backstep
