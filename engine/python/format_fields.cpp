// SPDX-License-Identifier: GPL-3.0-or-later
// '…'.format(…), after CPython's string_format.h.
#include "engine/base/numbers.h"
#include "engine/python/format.h"
#include "engine/python/types_library.h"
#include "engine/python/types_text.h"

namespace backstep::python {
namespace {

struct Markup {
    std::u32string_view name, spec;
    char32_t conversion = 0;
    bool nested = false;  // the spec has fields of its own
};

class FieldFormatter {
public:
    FieldFormatter(Interpreter& vm, std::span<const Value> positional, const std::function<Value(const std::string&)>& named, bool ofMap)
        : vm_(vm), positional_(positional), named_(named), ofMap_(ofMap) {}

    std::string build(std::u32string_view text, int depth) {
        if (depth <= 0) raise<ValueError>("Max string recursion exceeded");
        std::string out;
        std::size_t at = 0;
        while (at < text.size()) {
            const char32_t c = text[at++];
            if (c != '{' && c != '}') {
                appendUtf8(out, c);
                continue;
            }
            const bool doubled = at < text.size() && text[at] == c;
            if (c == '}' && !doubled) raise<ValueError>("Single '}' encountered in format string");
            if (c == '{' && at >= text.size()) raise<ValueError>("Single '{' encountered in format string");
            if (doubled) {
                out += static_cast<char>(c);
                ++at;
                continue;
            }
            out += field(parse(text, at), depth);
            vm_.checkString(out.size());
        }
        return out;
    }

private:
    static Markup parse(std::u32string_view text, std::size_t& at) {
        Markup m;
        const std::size_t begin = at;
        char32_t c = 0;
        while (at < text.size()) {
            c = text[at++];
            if (c == '{') raise<ValueError>("unexpected '{' in field name");
            if (c == '[') {
                while (at < text.size() && text[at] != ']') ++at;
                continue;
            }
            if (c == '}' || c == ':' || c == '!') break;
        }
        const bool ended = c == '}' || c == ':' || c == '!';
        if (!ended) raise<ValueError>("expected '}' before end of string");
        m.name = text.substr(begin, at - 1 - begin);
        if (c == '}') return m;
        if (c == '!') {
            if (at >= text.size()) raise<ValueError>("end of string while looking for conversion specifier");
            m.conversion = text[at++];
            if (at < text.size()) {
                c = text[at++];
                if (c == '}') return m;
                if (c != ':') raise<ValueError>("expected ':' after conversion specifier");
            }
        }
        const std::size_t specBegin = at;
        for (int open = 1; at < text.size();) {
            c = text[at++];
            if (c == '{') {
                m.nested = true;
                ++open;
            } else if (c == '}' && --open == 0) {
                m.spec = text.substr(specBegin, at - 1 - specBegin);
                return m;
            }
        }
        raise<ValueError>("unmatched '{' in format spec");
    }

    std::string field(const Markup& m, int depth) {
        Value value = lookUp(m.name);
        switch (m.conversion) {
            case 0: break;
            case 's': value = vm_.text(vm_.str(value)); break;
            case 'r': value = vm_.text(vm_.repr(value)); break;
            case 'a': value = vm_.text(asciiRepr(vm_, value)); break;
            default: {
                std::string code;
                appendUtf8(code, m.conversion);
                raise<ValueError>("Unknown conversion specifier " + code);
            }
        }
        return vm_.format(value, m.nested ? build(m.spec, depth - 1) : encodeText(m.spec));
    }

    // -1: is no whole number.
    static std::int64_t wholeNumber(std::u32string_view text) {
        if (text.empty()) return -1;
        std::int64_t n = 0;
        for (const char32_t c : text) {
            const int digit = decimalDigit(c);
            if (digit < 0) return -1;
            if (n > (std::numeric_limits<std::int64_t>::max() - digit) / 10) raise<ValueError>("Too many decimal digits in format string");
            n = n * 10 + digit;
        }
        return n;
    }

    Value first(std::u32string_view name) {
        std::int64_t index = wholeNumber(name);
        if (!name.empty() && index < 0) return named_(encodeText(name));
        const bool automatic = name.empty();
        if (automatic ? numbering_ == Manual : numbering_ == Automatic) {
            raise<ValueError>(automatic ? "cannot switch from manual field specification to automatic field numbering"
                                        : "cannot switch from automatic field numbering to manual field specification");
        }
        numbering_ = automatic ? Automatic : Manual;
        if (automatic) index = next_++;
        if (ofMap_) raise<ValueError>("Format string contains positional fields");
        if (static_cast<std::size_t>(index) >= positional_.size()) {
            raise<IndexError>("Replacement index " + std::to_string(index) + " out of range for positional args tuple");
        }
        return positional_[static_cast<std::size_t>(index)];
    }

    Value lookUp(std::u32string_view name) {
        std::size_t at = 0;
        while (at < name.size() && name[at] != '.' && name[at] != '[') ++at;
        Value value = first(name.substr(0, at));
        while (at < name.size()) {
            const char32_t c = name[at++];
            const std::size_t begin = at;
            if (c == '.') {
                while (at < name.size() && name[at] != '.' && name[at] != '[') ++at;
                if (at == begin) raise<ValueError>("Empty attribute in format string");
                value = vm_.getAttribute(value, encodeText(name.substr(begin, at - begin)));
            } else if (c == '[') {
                while (at < name.size() && name[at] != ']') ++at;
                if (at >= name.size()) raise<ValueError>("Missing ']' in format string");
                const std::u32string_view key = name.substr(begin, at++ - begin);
                if (key.empty()) raise<ValueError>("Empty attribute in format string");
                const std::int64_t index = wholeNumber(key);
                value = vm_.getItem(value, index >= 0 ? Value(index) : vm_.text(encodeText(key)));
            } else {
                raise<ValueError>("Only '.' or '[' may follow ']' in format field specifier");
            }
        }
        return value;
    }

    enum Numbering : std::uint8_t { Unknown, Automatic, Manual };
    Interpreter& vm_;
    std::span<const Value> positional_;
    const std::function<Value(const std::string&)>& named_;
    Numbering numbering_ = Unknown;
    std::int64_t next_ = 0;
    bool ofMap_ = false;  // format_map: there are no positional arguments
};

}  // namespace

std::string formatFields(Interpreter& vm, std::string_view text, std::span<const Value> positional,
                         const std::function<Value(const std::string&)>& named, bool ofMap) {
    const std::u32string decoded = decodeText(text);
    return FieldFormatter(vm, positional, named, ofMap).build(decoded, 2);
}

}  // namespace backstep::python
