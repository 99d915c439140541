// SPDX-License-Identifier: GPL-3.0-or-later
// Characters that a word processor, a page or an input method put where Python wants others: quotes, spaces, signs.
#include <algorithm>
#include <array>
#include <optional>

#include "engine/base/numbers.h"
#include "engine/syntax/repair_text.h"
#include "engine/text/pylexer_unicode.h"

namespace backstep {
namespace {

bool isCurlyDouble(char32_t c) { return c == U'“' || c == U'”' || c == U'„' || c == U'‟' || c == U'«' || c == U'»' || c == 0xFF02; }
bool isCurlySingle(char32_t c) { return c == U'‘' || c == U'’' || c == U'‚' || c == U'‛' || c == U'´' || c == 0xFF07; }
bool isSpace(char32_t c) { return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000; }
bool isInvisible(char32_t c) {
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0xAD;
}
bool isLineBreak(char32_t c) { return c == 0x2028 || c == 0x2029 || c == 0x85 || c == 0x0B; }

std::string_view signOf(char32_t c) {
    switch (c) {
        // clang-format off
        case U'−': case U'–': case U'‐': case U'‑': case U'‒': return "-";
        case U'×': case U'∗': case U'⋅': return "*";
        // clang-format on
        case U'÷': return "/";
        case U'≤': return "<=";
        case U'≥': return ">=";
        case U'≠': return "!=";
        case U'…': return "...";
        case U'→': return "->";
        default: return {};
    }
}
// Of an input method's punctuation; full-width letters are names already.
char narrowOf(char32_t c) {
    if (c == U'、') return ',';
    if (c == U'。') return '.';
    if (c == U'【') return '[';
    if (c == U'】') return ']';
    if (c < 0xFF01 || c > 0xFF5E) return 0;
    const auto narrow = static_cast<char>(c - 0xFEE0);
    const bool letter = ((narrow | 0x20) >= 'a' && (narrow | 0x20) <= 'z') || narrow == '_';
    return letter ? '\0' : narrow;
}

// One way to read the text: where its strings are, and what is to be mended in and around them.
class Characters {
public:
    // Where the quotes of both kinds could end a string, the curly ones may be taken for straight ones, or for text.
    Characters(RepairText& text, bool curlyEnds) : out_(text), text_(text.text()), curlyEnds_(curlyEnds) {}

    void run() {
        while (at_ < text_.size()) step();
    }

private:
    RepairText& out_;
    std::string_view text_;
    bool curlyEnds_;
    std::size_t at_ = 0;
    bool inName_ = false;

    struct Close {
        std::size_t begin = 0, end = 0;
        bool straight = true;
    };

    [[nodiscard]] char32_t codeAt(std::size_t at, std::size_t& after) const {
        after = at;
        return at < text_.size() ? decodeUtf8(text_, after) : U'\0';
    }
    [[nodiscard]] std::string slice(std::size_t begin, std::size_t end) const { return std::string(text_.substr(begin, end - begin)); }
    [[nodiscard]] std::size_t lineEnd(std::size_t at) const { return std::min(text_.find_first_of("\r\n", at), text_.size()); }
    [[nodiscard]] bool isTriple(std::size_t at, bool single) const {
        std::size_t i = at;
        for (int n = 0; n < 3; ++n) {
            const char32_t c = codeAt(i, i);
            if (!(single ? c == U'\'' || isCurlySingle(c) : c == U'"' || isCurlyDouble(c))) return false;
        }
        return true;
    }
    [[nodiscard]] std::size_t afterThree(std::size_t at) const {
        for (int n = 0; n < 3; ++n) static_cast<void>(codeAt(at, at));
        return at;
    }

    void step() {
        std::size_t after = 0;
        const char32_t c = codeAt(at_, after);
        if (c == U'#') {
            at_ = lineEnd(at_);
        } else if (c == U'"' || c == U'\'' || isCurlyDouble(c) || isCurlySingle(c)) {
            if (!string(c)) at_ = after;
        } else {
            if (c >= 0x80 || c == 0x0B) character(c, after);
            inName_ = c < 0x80 ? (c == U'_' || (c >= U'0' && c <= U'9' && inName_) || ((c | 0x20) >= U'a' && (c | 0x20) <= U'z'))
                               : isNamePart(c) && (inName_ || isNameStart(c));
            at_ = after;
            return;
        }
        inName_ = false;
    }

    void character(char32_t c, std::size_t after) {
        const auto mend = [&](std::string with, RepairKind kind, bool byCode) {
            std::vector<std::string> arguments = byCode ? std::vector{codeOf(c)} : std::vector{slice(at_, after), with};
            out_.replace(at_, after, std::move(with), kind, std::move(arguments));
        };
        if (isInvisible(c)) return mend("", RepairKind::Invisible, true);
        if (isSpace(c)) return mend(c == 0x3000 ? "  " : " ", RepairKind::Space, true);
        if (isLineBreak(c)) return mend("\n", RepairKind::LineBreak, true);
        if (const std::string_view sign = signOf(c); !sign.empty()) return mend(std::string(sign), RepairKind::Sign, false);
        const char narrow = narrowOf(c);
        if (narrow != 0 && !(narrow >= '0' && narrow <= '9' && inName_)) mend(std::string(1, narrow), RepairKind::FullWidth, false);
    }

    // --- strings ---

    // Reads the string that begins here, and mends its quotes; false if it has no end.
    bool string(char32_t c) {
        const bool single = c == U'\'' || isCurlySingle(c);
        const bool straight = c == U'"' || c == U'\'';
        if (isTriple(at_, single)) return triple(single);
        std::size_t open = 0;
        static_cast<void>(codeAt(at_, open));
        const std::optional<Close> close = closing(open, single, straight);
        if (!close) return false;
        const bool damaged = !straight || !close->straight;
        char quote = single ? '\'' : '"';
        const std::string_view content = text_.substr(open, close->begin - open);
        if (damaged && content.find(quote) != std::string_view::npos) {
            // The other quote serves if nothing else in the string is one.
            quote = single ? '"' : '\'';
            if (straight || close->straight || content.find(quote) != std::string_view::npos) return false;
        }
        if (!straight) mendQuote(at_, open, std::string(1, quote));
        if (isFormatted()) fields(open, close->begin, quote);
        if (!close->straight) mendQuote(close->begin, close->end, std::string(1, quote));
        at_ = close->end;
        return true;
    }

    bool triple(bool single) {
        const std::string straight(3, single ? '\'' : '"');
        const std::size_t open = afterThree(at_);
        for (std::size_t i = open; i < text_.size();) {
            if (text_[i] == '\\') {
                i += 2;
                continue;
            }
            if (isTriple(i, single)) {
                const std::size_t end = afterThree(i);
                if (slice(at_, open) != straight) mendQuote(at_, open, straight);
                if (slice(i, end) != straight) mendQuote(i, end, straight);
                at_ = end;
                return true;
            }
            static_cast<void>(codeAt(i, i));
        }
        return false;
    }

    void mendQuote(std::size_t begin, std::size_t end, const std::string& with) {
        out_.replace(begin, end, with, RepairKind::Quote, {slice(begin, end), with});
    }

    [[nodiscard]] std::optional<Close> closing(std::size_t from, bool single, bool straight) const {
        const std::size_t end = lineEnd(from);
        std::optional<Close> curly;
        for (std::size_t i = from; i < end;) {
            if (text_[i] == '\\') {
                i += 2;
                continue;
            }
            std::size_t after = 0;
            const char32_t c = codeAt(i, after);
            const bool ends = !single || !isLetterAt(after);  // don’t
            if (c == (single ? U'\'' : U'"') && (straight || ends)) {
                // A string with straight quotes is whole; one that a curly quote opened ends at the first that fits.
                if (straight && curlyEnds_ && curly) return curly;
                return straight || !curly ? Close{i, after, true} : *curly;
            }
            if ((single ? isCurlySingle(c) : isCurlyDouble(c)) && ends && !curly) {
                curly = Close{i, after, false};
                if (!straight) return curly;
            }
            i = after;
        }
        return curly;
    }
    [[nodiscard]] bool isLetterAt(std::size_t at) const {
        std::size_t after = 0;
        const char32_t c = codeAt(at, after);
        return c == U'_' || (c >= U'0' && c <= U'9') || (c < 0x80 ? (c | 0x20) >= U'a' && (c | 0x20) <= U'z' : isNamePart(c));
    }

    [[nodiscard]] bool isFormatted() const {
        std::size_t i = at_;
        bool formatted = false;
        while (i > 0 && isLetterAt(i - 1) && text_[i - 1] != '_') {
            const char c = static_cast<char>(text_[--i] | 0x20);
            formatted = formatted || c == 'f';
            if (c != 'f' && c != 'r') return false;
        }
        return formatted && at_ - i <= 2;
    }

    // Inside { } of an f-string is code: its quotes are the other ones.
    void fields(std::size_t begin, std::size_t end, char quote) {
        const std::string other(1, quote == '"' ? '\'' : '"');
        int depth = 0;
        for (std::size_t i = begin; i < end;) {
            std::size_t after = 0;
            const char32_t c = codeAt(i, after);
            if (c == U'{' && after < end && text_[after] == '{' && depth == 0) ++after;
            else if (c == U'{') ++depth;
            else if (c == U'}' && depth > 0) --depth;
            else if (depth > 0 && (isCurlyDouble(c) || isCurlySingle(c))) mendQuote(i, after, other);
            i = after;
        }
    }
};

std::string attempt(RepairText text, bool curlyEnds) {
    Characters(text, curlyEnds).run();
    text.commit();
    return text.text();
}

}  // namespace

void repairCharacters(RepairText& text) {
    const bool curlyEnds = !isProgram(attempt(text, false)) && isProgram(attempt(text, true));
    Characters(text, curlyEnds).run();
    text.commit();
}

}  // namespace backstep
