// SPDX-License-Identifier: GPL-3.0-or-later
// str: upper and lower case, and the questions isalpha(), isdigit() …
#include <algorithm>

#include "engine/python/types_library.h"
#include "engine/python/types_text.h"
#include "engine/text/pylexer_unicode.h"

namespace backstep::python {
namespace {

// Σ is ς at the end of a word: after a cased letter and before none.
bool isFinalSigma(std::u32string_view s, std::size_t i) {
    std::size_t before = i;
    while (before > 0 && isCaseIgnorable(s[before - 1])) --before;
    if (before == 0 || !isCased(s[before - 1])) return false;
    std::size_t after = i + 1;
    while (after < s.size() && isCaseIgnorable(s[after])) ++after;
    return after == s.size() || !isCased(s[after]);
}

void lowerAt(std::u32string& out, std::u32string_view s, std::size_t i) {
    if (s[i] == 0x3a3) {
        out += isFinalSigma(s, i) ? char32_t{0x3c2} : char32_t{0x3c3};
    } else {
        appendLower(out, s[i]);
    }
}

std::u32string lower(std::u32string_view s) {
    std::u32string out;
    for (std::size_t i = 0; i < s.size(); ++i) lowerAt(out, s, i);
    return out;
}
std::u32string upper(std::u32string_view s) {
    std::u32string out;
    for (const char32_t c : s) appendUpper(out, c);
    return out;
}
std::u32string folded(std::u32string_view s) {
    std::u32string out;
    for (const char32_t c : s) appendFolded(out, c);
    return out;
}
std::u32string capitalized(std::u32string_view s) {
    std::u32string out;
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (i == 0) {
            appendTitle(out, s[i]);
        } else {
            lowerAt(out, s, i);
        }
    }
    return out;
}
std::u32string titled(std::u32string_view s) {
    std::u32string out;
    bool inside = false;
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (inside) {
            lowerAt(out, s, i);
        } else {
            appendTitle(out, s[i]);
        }
        inside = isCased(s[i]);
    }
    return out;
}
std::u32string swapped(std::u32string_view s) {
    std::u32string out;
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (isUpper(s[i])) {
            lowerAt(out, s, i);
        } else if (isLower(s[i])) {
            appendUpper(out, s[i]);
        } else {
            out += s[i];
        }
    }
    return out;
}

bool isTitled(std::u32string_view s) {
    bool cased = false, inside = false;
    for (const char32_t c : s) {
        if (isUpper(c) || isTitle(c)) {
            if (inside) return false;
            inside = cased = true;
        } else if (isLower(c)) {
            if (!inside) return false;
            cased = true;
        } else {
            inside = false;
        }
    }
    return cased;
}

// All cased letters are of the case, and there is one.
bool allOfCase(std::u32string_view s, bool (*wanted)(char32_t), bool (*other)(char32_t)) {
    bool any = false;
    for (const char32_t c : s) {
        if (other(c) || isTitle(c)) return false;
        any = any || wanted(c);
    }
    return any;
}

bool isIdentifier(std::u32string_view s) { return !s.empty() && isNameStart(s[0]) && std::all_of(s.begin() + 1, s.end(), isNamePart); }

void defineCase(Type& type, const char* signature, std::u32string (*change)(std::u32string_view)) {
    defineMethod(type, signature,
                 [change](Interpreter& vm, Arguments& a) -> Value { return vm.text(encodeText(change(decodeText(a.as<Str>(0).text)))); });
}

void defineAll(Type& type, const char* signature, bool (*is)(char32_t), bool ofEmpty = false) {
    defineMethod(type, signature, [is, ofEmpty](Interpreter&, Arguments& a) -> Value {
        const std::u32string s = decodeText(a.as<Str>(0).text);
        return Value(s.empty() ? ofEmpty : std::all_of(s.begin(), s.end(), is));
    });
}

void defineQuestion(Type& type, const char* signature, bool (*is)(std::u32string_view)) {
    defineMethod(type, signature, [is](Interpreter&, Arguments& a) -> Value { return Value(is(decodeText(a.as<Str>(0).text))); });
}

}  // namespace

void installStrCase(Interpreter& vm) {
    Type& type = *vm.types.str;
    defineCase(type, "lower(self, /)", lower);
    defineCase(type, "upper(self, /)", upper);
    defineCase(type, "casefold(self, /)", folded);
    defineCase(type, "capitalize(self, /)", capitalized);
    defineCase(type, "title(self, /)", titled);
    defineCase(type, "swapcase(self, /)", swapped);
    defineAll(type, "isalpha(self, /)", isAlpha);
    defineAll(type, "isdecimal(self, /)", isDecimal);
    defineAll(type, "isdigit(self, /)", isDigit);
    defineAll(type, "isnumeric(self, /)", isNumeric);
    defineAll(type, "isalnum(self, /)", [](char32_t c) { return isAlpha(c) || isNumeric(c); });
    defineAll(type, "isspace(self, /)", isSpace);
    defineAll(type, "isprintable(self, /)", backstep::isPrintable, true);
    defineAll(
        type, "isascii(self, /)", [](char32_t c) { return c < 128; }, true);
    defineQuestion(type, "istitle(self, /)", isTitled);
    defineQuestion(type, "islower(self, /)", [](std::u32string_view s) { return allOfCase(s, isLower, isUpper); });
    defineQuestion(type, "isupper(self, /)", [](std::u32string_view s) { return allOfCase(s, isUpper, isLower); });
    defineQuestion(type, "isidentifier(self, /)", isIdentifier);
}

}  // namespace backstep::python
