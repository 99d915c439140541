// SPDX-License-Identifier: GPL-3.0-or-later
// str: making one, join, padding, translate, format.
#include "engine/python/format.h"
#include "engine/python/sequences.h"
#include "engine/python/types_library.h"
#include "engine/python/types_text.h"

namespace backstep::python {
namespace {

Value createStr(Interpreter& vm, Type& type, const Call& call) {
    if (call.total() > 3) raise<TypeError>("str() takes at most 3 arguments (" + std::to_string(call.total()) + " given)");
    for (const Str* name : call.names) {
        if (name->text == "object" || name->text == "encoding" || name->text == "errors") continue;
        raise<TypeError>("'" + name->text + "' is an invalid keyword argument for str()");
    }
    if (call.total() > 1) {
        if (call.count >= 1 && call.values[0].is<Str>()) raise<TypeError>("decoding str is not supported");
        unsupported("decoding bytes");
    }
    std::string text = call.total() == 0 ? std::string() : vm.str(call.values[0]);
    if (&type == vm.types.str) return vm.text(std::move(text));
    const Ref<Str> made = makeOf<Str>(type);
    made->length = static_cast<std::uint32_t>(codePoints(text));
    made->text = std::move(text);
    return made;
}

Value formatStr(Interpreter& vm, const Value& self, std::string_view spec) {
    if (spec.empty()) return vm.text(vm.str(self));
    return vm.text(formatText(vm, self.as<Str>()->text, spec));
}

Value join(Interpreter& vm, Arguments& a) {
    const std::string& separator = a.as<Str>(0).text;
    const Slots& slots = vm.typeOf(a[1])->slots;
    if (!slots.iterate && !slots.getItem) raise<TypeError>("can only join an iterable");
    const std::vector<Value> items = vm.toVector(a[1]);
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Str* s = items[i].as<Str>();
        if (!s) raise<TypeError>("sequence item " + std::to_string(i) + ": expected str instance, " + typeName(vm, items[i]) + " found");
        if (i > 0) out += separator;
        out += s->text;
        vm.checkString(out.size());
    }
    return vm.text(std::move(out));
}

enum class Side : std::uint8_t { Left, Right, Both };

Value padded(Interpreter& vm, Arguments& a, Side side) {
    const Str& s = a.as<Str>(0);
    const std::int64_t width = a.integer(1);
    const Str* fill = a[2].as<Str>();
    if (!fill) raise<TypeError>("The fill character must be a unicode character, not " + typeName(vm, a[2]));
    if (fill->length != 1) raise<TypeError>("The fill character must be exactly one character long");
    const std::int64_t length = s.length;
    if (width <= length) return vm.text(s.text);
    const std::int64_t padding = width - length;
    vm.checkString(s.text.size() + static_cast<std::size_t>(padding) * fill->text.size());
    std::int64_t left = 0;
    switch (side) {
        case Side::Left: break;
        case Side::Right: left = padding; break;
        case Side::Both: left = padding / 2 + (padding & width & 1); break;
    }
    return vm.text(repeated(fill->text, left) + s.text + repeated(fill->text, padding - left));
}

Value zeroFilled(Interpreter& vm, Arguments& a) {
    const Str& s = a.as<Str>(0);
    const std::int64_t padding = a.integer(1) - static_cast<std::int64_t>(s.length);
    if (padding <= 0) return vm.text(s.text);
    vm.checkString(s.text.size() + static_cast<std::size_t>(padding));
    std::string out = s.text;
    const bool sign = out.starts_with('+') || out.starts_with('-');
    out.insert(sign ? 1 : 0, static_cast<std::size_t>(padding), '0');
    return vm.text(std::move(out));
}

Value expandTabs(Interpreter& vm, Arguments& a) {
    const std::int64_t width = a.integer(1);
    std::string out;
    std::int64_t column = 0;
    for (const char c : a.as<Str>(0).text) {
        if (c == '\t') {
            if (width > 0) {
                const std::int64_t n = width - column % width;
                vm.checkString(out.size() + static_cast<std::size_t>(n));
                out.append(static_cast<std::size_t>(n), ' ');
                column += n;
            }
            continue;
        }
        out += c;
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) ++column;
        if (c == '\n' || c == '\r') column = 0;
    }
    return vm.text(std::move(out));
}

Value makeTable(Interpreter& vm, Arguments& a) {
    const Ref<Dict> table = vm.dict();
    if (!a.given(1)) {
        const Dict* from = a[0].as<Dict>();
        if (!from) raise<TypeError>("if you give only one argument to maketrans it must be a dict");
        for (const Dict::Entry& entry : from->entries) {
            if (entry.key.isEmpty()) continue;
            Value key = entry.key;
            if (const Str* s = key.as<Str>()) {
                if (s->length != 1) raise<ValueError>("string keys in translate table must be of length 1");
                key = Value(static_cast<std::int64_t>(decodeText(s->text)[0]));
            } else if (!key.isInt()) {
                raise<TypeError>("keys in translate table must be strings or integers");
            }
            table->set(vm, key, entry.value);
        }
        return table;
    }
    if (!a[0].is<Str>()) raise<TypeError>("first maketrans argument must be a string if there is a second argument");
    for (std::size_t i = 1; i < 3; ++i) {
        if (a.given(i) && !a[i].is<Str>()) {
            raise<TypeError>("maketrans() argument " + std::to_string(i + 1) + " must be str, not " + typeName(vm, a[i]));
        }
    }
    const std::u32string from = decodeText(a.text(0)), to = decodeText(a.text(1));
    if (from.size() != to.size()) raise<ValueError>("the first two maketrans arguments must have equal length");
    for (std::size_t i = 0; i < from.size(); ++i) {
        table->set(vm, Value(static_cast<std::int64_t>(from[i])), Value(static_cast<std::int64_t>(to[i])));
    }
    if (a.given(2)) {
        for (const char32_t c : decodeText(a.text(2))) table->set(vm, Value(static_cast<std::int64_t>(c)), Value::none());
    }
    return table;
}

Value translate(Interpreter& vm, Arguments& a) {
    std::string out;
    for (const char32_t c : decodeText(a.as<Str>(0).text)) {
        const std::u32string one(1, c);
        Value to;
        try {
            to = vm.getItem(a[1], Value(static_cast<std::int64_t>(c)));
        } catch (const PythonError& error) {
            if (!isA(error, LookupError)) throw;
            out += encodeText(one);
            continue;
        }
        if (to.isNone()) continue;
        if (const Str* s = to.as<Str>()) {
            out += s->text;
        } else if (to.isInt()) {
            if (to.integer() < 0 || to.integer() > 0x10ffff) raise<ValueError>("character mapping must be in range(0x110000)");
            out += encodeText(std::u32string(1, static_cast<char32_t>(to.integer())));
        } else {
            raise<TypeError>("character mapping must return integer, None or str");
        }
        vm.checkString(out.size());
    }
    return vm.text(std::move(out));
}

Value format(Interpreter& vm, Arguments& a) {
    const auto named = [&](const std::string& name) -> Value {
        const Value* found = a.keyword(name);
        if (!found) raise(typeOf(KeyError), std::vector<Value>{vm.text(name)});
        return *found;
    };
    return vm.text(formatFields(vm, a.as<Str>(0).text, a.rest(), named));
}

Value formatMap(Interpreter& vm, Arguments& a) {
    const auto named = [&](const std::string& name) { return vm.getItem(a[1], vm.text(name)); };
    return vm.text(formatFields(vm, a.as<Str>(0).text, {}, named, true));
}

}  // namespace

void installStrType(Interpreter& vm) {
    Type& type = *vm.types.str;
    type.slots.create = createStr;
    type.slots.format = formatStr;
    vm.percentFormat = percentFormat;
    defineMethod(type, "join(self, iterable, /)", join);
    defineMethod(type, "center(self, width, fillchar=' ', /)", [](Interpreter& v, Arguments& a) { return padded(v, a, Side::Both); });
    defineMethod(type, "ljust(self, width, fillchar=' ', /)", [](Interpreter& v, Arguments& a) { return padded(v, a, Side::Left); });
    defineMethod(type, "rjust(self, width, fillchar=' ', /)", [](Interpreter& v, Arguments& a) { return padded(v, a, Side::Right); });
    defineMethod(type, "zfill(self, width, /)", zeroFilled);
    defineMethod(type, "expandtabs(self, tabsize=8)", expandTabs);
    defineStaticMethod(type, "maketrans(x, y=..., z=..., /)", makeTable);
    defineMethod(type, "translate(self, table, /)", translate);
    defineMethod(type, "format(self, /, *args, **kwargs)", format);
    defineMethod(type, "format_map(self, mapping, /)", formatMap);
    defineMethod(type, "encode(self, encoding='utf-8', errors='strict')",
                 [](Interpreter&, Arguments&) -> Value { unsupported("str.encode"); });
    installStrSearch(vm);
    installStrCase(vm);
}

}  // namespace backstep::python
