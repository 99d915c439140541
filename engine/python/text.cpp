// SPDX-License-Identifier: GPL-3.0-or-later
// Strings: their repr, comparison, + and *, indexing, iteration, `in`.
#include "engine/base/numbers.h"
#include "engine/python/search.h"
#include "engine/python/sequence_slots.h"
#include "engine/text/pylexer_unicode.h"

namespace backstep::python {
namespace {

const std::string& textOf(const Value& v) { return v.as<Str>()->text; }

std::string hex(char32_t c, int digits) {
    std::string out;
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) out += "0123456789abcdef"[(c >> shift) & 0xF];
    return out;
}

Value strRepr(Interpreter& vm, const Value& self) { return vm.text(quoted(textOf(self))); }
Value strStr(Interpreter& vm, const Value& self) { return self.object()->type == vm.types.str ? self : vm.text(textOf(self)); }
bool strTruth(Interpreter&, const Value& self) { return !textOf(self).empty(); }
std::uint64_t strHash(Interpreter&, const Value& self) {
    Str& s = *self.as<Str>();
    if (s.hash == 0) s.hash = hashOf(std::string_view(s.text));
    return s.hash;
}

Value strCompare(Interpreter&, CompareOp op, const Value& self, const Value& other) {
    const Str* b = other.as<Str>();
    if (!b) return Value::notImplemented();
    const Str& a = *self.as<Str>();
    switch (op) {
        case CompareOp::Equal: return Value(&a == b || a.text == b->text);
        case CompareOp::NotEqual: return Value(&a != b && a.text != b->text);
        case CompareOp::Less: return Value(a.text < b->text);  // UTF-8 sorts as its code points do
        case CompareOp::LessEqual: return Value(a.text <= b->text);
        case CompareOp::Greater: return Value(a.text > b->text);
        case CompareOp::GreaterEqual: return Value(a.text >= b->text);
        case CompareOp::In:
        case CompareOp::NotIn:
        case CompareOp::Is:
        case CompareOp::IsNot: break;
    }
    return Value::notImplemented();
}

Value strBinary(Interpreter& vm, BinaryOp op, const Value& self, const Value& other, bool reflected) {
    if (op == BinaryOp::Add && !reflected) {
        if (const Str* b = other.as<Str>()) {
            vm.checkString(textOf(self).size() + b->text.size());
            return vm.text(textOf(self) + b->text);
        }
        Value tried = reflectedOf(vm, op, self, other);
        if (!tried.isNotImplemented()) return tried;
        raise<TypeError>("can only concatenate str (not \"" + vm.typeOf(other)->name + "\") to str");
    }
    if (op == BinaryOp::Multiply) {
        return repeatSequence(vm, self, other, reflected, [&](std::int64_t n) {
            const std::string& text = textOf(self);
            std::string out;
            if (n <= 0 || text.empty()) return vm.text(out);
            vm.checkString(static_cast<double>(text.size()) * static_cast<double>(n) > 1e15 ? std::size_t{1} << 50
                                                                                            : text.size() * static_cast<std::size_t>(n));
            for (std::int64_t i = 0; i < n; ++i) out += text;
            return vm.text(std::move(out));
        });
    }
    if (op == BinaryOp::Modulo && !reflected) {
        if (!vm.percentFormat) unsupported("% on a string");
        return vm.percentFormat(vm, self, other);
    }
    return Value::notImplemented();
}

Value strGet(Interpreter& vm, const Value& self, const Value& key) {
    const Str& s = *self.as<Str>();
    if (const Slice* slice = key.as<Slice>()) return vm.text(sliceOf(s, sliceOn(vm, *slice, s.length)));
    if (!isIndex(vm, key)) raise<TypeError>("string indices must be integers, not '" + vm.typeOf(key)->name + "'");
    return vm.text(codePointAt(s, placeOf(vm, key, s.length, "string index out of range")));
}
std::int64_t strLength(Interpreter&, const Value& self) { return self.as<Str>()->length; }
bool strContains(Interpreter& vm, const Value& self, const Value& item) {
    const Str* s = item.as<Str>();
    if (!s) raise<TypeError>("'in <string>' requires string as left operand, not " + vm.typeOf(item)->name);
    return findText(textOf(self), s->text) != std::string::npos;
}
Value strIterate(Interpreter& vm, const Value& self) {
    auto it = make<NativeIterator>(vm.types.strIterator, [self, at = std::size_t{0}](Interpreter& v, Value& out) mutable {
        const std::string& text = textOf(self);
        if (at >= text.size()) return false;
        const std::size_t from = at++;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) ++at;
        out = v.text(text.substr(from, at - from));
        return true;
    });
    return it;
}

}  // namespace

std::string quoted(std::string_view text) {
    const bool single = text.find('\'') != std::string_view::npos;
    const char quote = single && text.find('"') == std::string_view::npos ? '"' : '\'';
    std::string out(1, quote);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = decodeUtf8(text, at);
        if (c == static_cast<char32_t>(quote) || c == '\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c == '\r') {
            out += "\\r";
        } else if (backstep::isPrintable(c)) {
            out += text.substr(from, at - from);
        } else if (c < 0x100) {
            out += "\\x" + hex(c, 2);
        } else if (c < 0x10000) {
            out += "\\u" + hex(c, 4);
        } else {
            out += "\\U" + hex(c, 8);
        }
    }
    return out + quote;
}

std::string asciiOnly(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decodeUtf8(text, at);
        if (c < 0x80) {
            out += static_cast<char>(c);
        } else {
            out += c < 0x100 ? "\\x" + hex(c, 2) : c < 0x10000 ? "\\u" + hex(c, 4) : "\\U" + hex(c, 8);
        }
    }
    return out;
}

std::size_t byteOffset(const Str& text, std::int64_t place) {
    if (text.ascii()) return static_cast<std::size_t>(place);
    std::size_t at = 0;
    for (; place > 0; --place) {
        ++at;
        while (at < text.text.size() && (static_cast<unsigned char>(text.text[at]) & 0xC0U) == 0x80) ++at;
    }
    return at;
}

std::string codePointAt(const Str& text, std::int64_t place) {
    const std::size_t from = byteOffset(text, place);
    std::size_t to = from + 1;
    while (to < text.text.size() && (static_cast<unsigned char>(text.text[to]) & 0xC0U) == 0x80) ++to;
    return text.text.substr(from, to - from);
}

std::string sliceOf(const Str& text, const SliceRange& range) {
    if (range.count == 0) return {};
    if (range.step == 1) {
        const std::size_t from = byteOffset(text, range.start);
        return text.text.substr(from, byteOffset(text, range.start + range.count) - from);
    }
    std::string out;
    if (text.ascii()) {
        for (std::int64_t i = 0; i < range.count; ++i) out += text.text[static_cast<std::size_t>(range.start + i * range.step)];
        return out;
    }
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < text.text.size(); ++at) {
        if ((static_cast<unsigned char>(text.text[at]) & 0xC0U) != 0x80) starts.push_back(at);
    }
    starts.push_back(text.text.size());
    for (std::int64_t i = 0; i < range.count; ++i) {
        const auto at = static_cast<std::size_t>(range.start + i * range.step);
        out += text.text.substr(starts[at], starts[at + 1] - starts[at]);
    }
    return out;
}

void installText(Interpreter& vm) {
    Slots& s = vm.types.str->slots;
    s.repr = strRepr;
    s.str = strStr;
    s.truth = strTruth;
    s.hash = strHash;
    s.compare = strCompare;
    s.binary = strBinary;
    s.getItem = strGet;
    s.length = strLength;
    s.contains = strContains;
    s.iterate = strIterate;
}

}  // namespace backstep::python
