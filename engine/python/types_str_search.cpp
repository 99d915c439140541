// SPDX-License-Identifier: GPL-3.0-or-later
// str: finding, counting, replacing, cutting apart. Matches are of bytes, which UTF-8 allows; places are code points.
#include <algorithm>

#include "engine/base/numbers.h"
#include "engine/python/search.h"
#include "engine/python/sequences.h"
#include "engine/python/types_library.h"
#include "engine/python/types_text.h"

namespace backstep::python {
namespace {

const std::string& wanted(Interpreter& vm, const Value& v) {
    const Str* s = v.as<Str>();
    if (!s) raise<TypeError>("must be str, not " + typeName(vm, v));
    return s->text;
}

std::int64_t bound(Interpreter& vm, const Value& v, std::int64_t standard) {
    if (v.isNone()) return standard;
    if (!isIndex(vm, v)) raise<TypeError>("slice indices must be integers or None or have an __index__ method");
    if (const BigInt* b = v.as<BigInt>()) return b->number < 0 ? std::int64_t{-1} << 62 : std::int64_t{1} << 62;
    return vm.toIndex(v);
}

// The part of a string between two places, as find(sub, start, end) takes them.
struct Window {
    std::string_view bytes;
    std::int64_t start = 0;
    bool valid = false;
};
Value given(Arguments& a, std::size_t i) { return i < a.rest().size() ? a.rest()[i] : Value::none(); }

// find, index, count, startswith … share an older way of reading arguments, with words of its own.
void checkCount(Arguments& a, const std::string& name) {
    if (!a.keywordNames().empty()) raise<TypeError>(name + "() takes no keyword arguments");
    const std::size_t n = a.rest().size();
    if (n < 1) raise<TypeError>(name + "() takes at least 1 argument (0 given)");
    if (n > 3) raise<TypeError>(name + "() takes at most 3 arguments (" + std::to_string(n) + " given)");
}

Window windowOf(Interpreter& vm, Arguments& a) {
    const Str& s = a.as<Str>(0);
    const auto length = static_cast<std::int64_t>(s.length);
    std::int64_t start = bound(vm, given(a, 1), 0), end = bound(vm, given(a, 2), length);
    if (end > length) end = length;
    if (end < 0) end = std::max<std::int64_t>(0, end + length);
    if (start < 0) start = std::max<std::int64_t>(0, start + length);
    if (start > end) return {};
    const std::size_t from = byteOffset(s, start);
    return {std::string_view(s.text).substr(from, byteOffset(s, end) - from), start, true};
}

Value findIn(Interpreter& vm, Arguments& a, bool last, bool must) {
    const std::string& sub = wanted(vm, a.rest()[0]);
    const Window w = windowOf(vm, a);
    const std::size_t at = !w.valid ? std::string_view::npos : last ? findTextBackwards(w.bytes, sub) : findText(w.bytes, sub);
    if (at != std::string_view::npos) return Value(w.start + static_cast<std::int64_t>(codePoints(w.bytes.substr(0, at))));
    if (must) raise<ValueError>("substring not found");
    return Value(-1);
}

Value countIn(Interpreter& vm, Arguments& a) {
    const std::string& sub = wanted(vm, a.rest()[0]);
    const Window w = windowOf(vm, a);
    if (!w.valid) return Value(0);
    if (sub.empty()) return Value(codePoints(w.bytes) + 1);
    std::int64_t n = 0;
    for (std::size_t at = findText(w.bytes, sub); at != std::string_view::npos; at = findText(w.bytes, sub, at + sub.size())) ++n;
    return Value(n);
}

Value startsOrEnds(Interpreter& vm, Arguments& a, bool starts) {
    const Window w = windowOf(vm, a);
    const auto matches = [&](const std::string& part) { return w.valid && (starts ? w.bytes.starts_with(part) : w.bytes.ends_with(part)); };
    const std::string name = starts ? "startswith" : "endswith";
    if (const Tuple* tuple = a.rest()[0].as<Tuple>()) {
        for (const Value& item : tuple->items) {
            const Str* s = item.as<Str>();
            if (!s) raise<TypeError>("tuple for " + name + " must only contain str, not " + typeName(vm, item));
            if (matches(s->text)) return Value(true);
        }
        return Value(false);
    }
    const Str* s = a.rest()[0].as<Str>();
    if (!s) raise<TypeError>(name + " first arg must be str or a tuple of str, not " + typeName(vm, a.rest()[0]));
    return Value(matches(s->text));
}

std::size_t nextCharacter(std::string_view s, std::size_t at) {
    ++at;
    while (at < s.size() && (static_cast<unsigned char>(s[at]) & 0xC0U) == 0x80) ++at;
    return at;
}

Value replaceIn(Interpreter& vm, Arguments& a) {
    for (std::size_t i = 1; i <= 2; ++i) {
        if (!a[i].is<Str>())
            raise<TypeError>("replace() argument " + std::to_string(i) + " must be str, not " +
                             (a[i].isNone() ? "None" : typeName(vm, a[i])));
    }
    const std::string &text = a.as<Str>(0).text, &from = a.as<Str>(1).text, &to = a.as<Str>(2).text;
    std::int64_t left = a.integer(3);
    if (left < 0) left = std::numeric_limits<std::int64_t>::max();
    std::string out;
    std::size_t at = 0;
    while (left-- > 0) {
        if (from.empty()) {
            out += to;
            if (at >= text.size()) return vm.text(std::move(out));
            const std::size_t begin = at;
            at = nextCharacter(text, at);
            out.append(text, begin, at - begin);
        } else {
            const std::size_t found = findText(text, from, at);
            if (found == std::string::npos) break;
            out.append(text, at, found - at);
            out += to;
            at = found + from.size();
        }
        vm.checkString(out.size());
    }
    vm.checkString(out.size() + text.size() - at);
    out.append(text, at);
    return vm.text(std::move(out));
}

// The bytes of white space at `at`, 0 if there is none.
std::size_t spaceAt(std::string_view s, std::size_t at) {
    std::size_t next = at;
    return isSpace(decodeUtf8(s, next)) ? next - at : 0;
}
std::size_t lastCharacter(std::string_view s, std::size_t end) {
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(s[at]) & 0xC0U) == 0x80) --at;
    return at;
}

std::vector<Value> splitAtSpace(Interpreter& vm, std::string_view s, std::int64_t most) {
    std::vector<Value> out;
    std::size_t at = 0;
    const auto skip = [&]() {
        while (at < s.size()) {
            const std::size_t n = spaceAt(s, at);
            if (n == 0) return;
            at += n;
        }
    };
    for (skip(); at < s.size(); skip()) {
        if (most-- == 0) {  // the rest, with the white space at its end
            out.push_back(vm.text(std::string(s.substr(at))));
            return out;
        }
        const std::size_t from = at;
        while (at < s.size() && spaceAt(s, at) == 0) at = nextCharacter(s, at);
        out.push_back(vm.text(std::string(s.substr(from, at - from))));
    }
    return out;
}

std::vector<Value> splitAtSpaceFromRight(Interpreter& vm, std::string_view s, std::int64_t most) {
    std::vector<Value> out;
    std::size_t end = s.size();
    while (true) {
        while (end > 0 && spaceAt(s, lastCharacter(s, end)) != 0) end = lastCharacter(s, end);
        if (end == 0) break;
        std::size_t from = end;
        if (most-- == 0) {
            out.push_back(vm.text(std::string(s.substr(0, end))));
            break;
        }
        while (from > 0 && spaceAt(s, lastCharacter(s, from)) == 0) from = lastCharacter(s, from);
        out.push_back(vm.text(std::string(s.substr(from, end - from))));
        end = from;
    }
    std::reverse(out.begin(), out.end());
    return out;
}

Value split(Interpreter& vm, Arguments& a, bool fromRight) {
    const std::string& s = a.as<Str>(0).text;
    std::int64_t most = a.integer(2);
    if (most < 0) most = std::numeric_limits<std::int64_t>::max();
    if (a[1].isNone()) return vm.list(fromRight ? splitAtSpaceFromRight(vm, s, most) : splitAtSpace(vm, s, most));
    const Str* separator = a[1].as<Str>();
    if (!separator) raise<TypeError>("must be str or None, not " + typeName(vm, a[1]));
    const std::string& sep = separator->text;
    if (sep.empty()) raise<ValueError>("empty separator");
    std::vector<Value> out;
    if (fromRight) {
        std::size_t end = s.size();
        for (std::size_t at = 0; most-- > 0 && end >= sep.size() && (at = findTextBackwards(s, sep, end - sep.size())) != std::string::npos;
             end = at) {
            out.push_back(vm.text(s.substr(at + sep.size(), end - at - sep.size())));
        }
        out.push_back(vm.text(s.substr(0, end)));
        std::reverse(out.begin(), out.end());
        return vm.list(std::move(out));
    }
    std::size_t from = 0;
    for (std::size_t at = 0; most-- > 0 && (at = findText(s, sep, from)) != std::string::npos; from = at + sep.size()) {
        out.push_back(vm.text(s.substr(from, at - from)));
    }
    out.push_back(vm.text(s.substr(from)));
    return vm.list(std::move(out));
}

Value splitLines(Interpreter& vm, Arguments& a) {
    const std::string& s = a.as<Str>(0).text;
    const bool keep = a.truth(1);
    std::vector<Value> out;
    std::size_t from = 0;
    for (std::size_t at = 0; at < s.size();) {
        const std::size_t end = at;
        const char32_t c = decodeUtf8(s, at);
        if (!((c >= 10 && c <= 13) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029)) continue;
        if (c == '\r' && at < s.size() && s[at] == '\n') ++at;
        out.push_back(vm.text(s.substr(from, (keep ? at : end) - from)));
        from = at;
    }
    if (from < s.size()) out.push_back(vm.text(s.substr(from)));
    return vm.list(std::move(out));
}

Value partition(Interpreter& vm, Arguments& a, bool last) {
    const std::string &s = a.as<Str>(0).text, &sep = wanted(vm, a[1]);
    if (sep.empty()) raise<ValueError>("empty separator");
    const std::size_t at = last ? findTextBackwards(s, sep) : findText(s, sep);
    if (at == std::string::npos) {
        return last ? vm.tuple({vm.text(""), vm.text(""), vm.text(s)}) : vm.tuple({vm.text(s), vm.text(""), vm.text("")});
    }
    return vm.tuple({vm.text(s.substr(0, at)), a[1], vm.text(s.substr(at + sep.size()))});
}

Value strip(Interpreter& vm, Arguments& a, const char* name, bool left, bool right) {
    const std::string& s = a.as<Str>(0).text;
    const Str* characters = a[1].as<Str>();
    if (!characters && !a[1].isNone()) raise<TypeError>(std::string(name) + " arg must be None or str");
    const std::u32string set = characters ? decodeText(characters->text) : std::u32string();
    const auto drops = [&](std::size_t at) {
        const char32_t c = decodeUtf8(s, at);
        return characters ? set.find(c) != std::u32string::npos : isSpace(c);
    };
    std::size_t from = 0, to = s.size();
    while (left && from < to && drops(from)) from = nextCharacter(s, from);
    while (right && to > from && drops(lastCharacter(s, to))) to = lastCharacter(s, to);
    if (from == 0 && to == s.size() && a[0].object()->type == vm.types.str) return a[0];
    return vm.text(s.substr(from, to - from));
}

Value removeAffix(Interpreter& vm, Arguments& a, bool prefix) {
    const std::string& s = a.as<Str>(0).text;
    const Str* affix = a[1].as<Str>();
    if (!affix)
        raise<TypeError>(std::string(prefix ? "removeprefix" : "removesuffix") + "() argument must be str, not " + typeName(vm, a[1]));
    const std::string& x = affix->text;
    if (!(prefix ? s.starts_with(x) : s.ends_with(x))) return vm.text(s);
    return vm.text(prefix ? s.substr(x.size()) : s.substr(0, s.size() - x.size()));
}

}  // namespace

void installStrSearch(Interpreter& vm) {
    Type& type = *vm.types.str;
    const auto define = [&](const char* signature, NativeCode code) { defineMethod(type, signature, std::move(code)); };
    const auto windowed = [&](const std::string& name, NativeCode code) {
        defineMethod(type, name + "(self, /, *args, **kwargs)", [name, code = std::move(code)](Interpreter& v, Arguments& a) -> Value {
            checkCount(a, name);
            return code(v, a);
        });
    };
    windowed("find", [](Interpreter& v, Arguments& a) { return findIn(v, a, false, false); });
    windowed("rfind", [](Interpreter& v, Arguments& a) { return findIn(v, a, true, false); });
    windowed("index", [](Interpreter& v, Arguments& a) { return findIn(v, a, false, true); });
    windowed("rindex", [](Interpreter& v, Arguments& a) { return findIn(v, a, true, true); });
    windowed("count", countIn);
    windowed("startswith", [](Interpreter& v, Arguments& a) { return startsOrEnds(v, a, true); });
    windowed("endswith", [](Interpreter& v, Arguments& a) { return startsOrEnds(v, a, false); });
    define("replace(self, old, new, count=-1, /)", replaceIn);
    define("split(self, sep=None, maxsplit=-1)", [](Interpreter& v, Arguments& a) { return split(v, a, false); });
    define("rsplit(self, sep=None, maxsplit=-1)", [](Interpreter& v, Arguments& a) { return split(v, a, true); });
    define("splitlines(self, keepends=False)", splitLines);
    define("partition(self, sep, /)", [](Interpreter& v, Arguments& a) { return partition(v, a, false); });
    define("rpartition(self, sep, /)", [](Interpreter& v, Arguments& a) { return partition(v, a, true); });
    define("strip(self, chars=None, /)", [](Interpreter& v, Arguments& a) { return strip(v, a, "strip", true, true); });
    define("lstrip(self, chars=None, /)", [](Interpreter& v, Arguments& a) { return strip(v, a, "lstrip", true, false); });
    define("rstrip(self, chars=None, /)", [](Interpreter& v, Arguments& a) { return strip(v, a, "rstrip", false, true); });
    define("removeprefix(self, prefix, /)", [](Interpreter& v, Arguments& a) { return removeAffix(v, a, true); });
    define("removesuffix(self, suffix, /)", [](Interpreter& v, Arguments& a) { return removeAffix(v, a, false); });
}

}  // namespace backstep::python
