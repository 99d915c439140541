// SPDX-License-Identifier: GPL-3.0-or-later
// int, float and bool: conversions, rounding, methods.
#include <array>
#include <charconv>
#include <cmath>

#include "engine/base/numbers.h"
#include "engine/python/format.h"
#include "engine/python/numbers.h"
#include "engine/python/sequences.h"
#include "engine/python/types_library.h"
#include "engine/python/types_text.h"

namespace backstep::python {
namespace {

// Without white space at the ends, and with any script's decimal digits as ASCII ones.
std::string plainNumber(std::string_view text) {
    const std::u32string s = decodeText(text);
    std::size_t from = 0, to = s.size();
    while (from < to && isSpace(s[from])) ++from;
    while (to > from && isSpace(s[to - 1])) --to;
    std::string out;
    for (std::size_t i = from; i < to; ++i) {
        const int digit = decimalDigit(s[i]);
        out += digit >= 0 ? static_cast<char>('0' + digit) : s[i] < 128 ? static_cast<char>(s[i]) : '?';
    }
    return out;
}

int digitIn(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return 99;
}

// 1_000 → 1000; nothing if an underscore is not between digits.
bool dropUnderscores(std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '_') {
            out += text[i];
            continue;
        }
        const bool before = i > 0 && digitIn(text[i - 1]) < 10, after = i + 1 < text.size() && digitIn(text[i + 1]) < 10;
        if (!before || !after) return false;
    }
    text = std::move(out);
    return true;
}

// from_chars says only that a number is out of range: whether it is too large or too small, its exponent tells.
double outOfRange(std::string_view text) {
    const std::size_t e = text.find_first_of("eE");
    std::int64_t exponent = 0;
    if (e != std::string_view::npos) {
        std::string_view digits = text.substr(e + 1);
        if (digits.starts_with('+')) digits.remove_prefix(1);
        const bool negative = digits.starts_with('-');
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
        if (read.ec != std::errc()) exponent = negative ? -1'000'000'000 : 1'000'000'000;
    }
    const std::string_view mantissa = text.substr(0, e);
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    const std::size_t first = mantissa.find_first_of("123456789");
    if (first == std::string_view::npos) return 0;
    const std::int64_t size = first < point ? static_cast<std::int64_t>(point - first) : -static_cast<std::int64_t>(first - point - 1);
    return size + exponent > 0 ? std::numeric_limits<double>::infinity() : 0;
}

bool parseReal(std::string text, double& out) {
    if (!dropUnderscores(text)) return false;
    bool negative = false;
    std::string_view body = text;
    if (body.starts_with('+') || body.starts_with('-')) {
        negative = body.front() == '-';
        body.remove_prefix(1);
    }
    std::string lower;
    for (const char c : body) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (lower == "inf" || lower == "infinity") {
        out = std::numeric_limits<double>::infinity();
    } else if (lower == "nan") {
        out = std::numeric_limits<double>::quiet_NaN();
    } else {
        if (body.empty() || !(body.front() == '.' || digitIn(body.front()) < 10)) return false;
        const auto read = std::from_chars(body.data(), body.data() + body.size(), out);
        if (read.ptr != body.data() + body.size() || read.ec == std::errc::invalid_argument) return false;
        if (read.ec == std::errc::result_out_of_range) out = outOfRange(body);
    }
    if (negative) out = -out;
    return true;
}

std::string shown(Interpreter& vm, const Value& value) {
    const std::string text = vm.repr(value);
    return text.substr(0, byteOffset(text, 200));
}

Value createInt(Interpreter& vm, Type& type, const Call& call) {
    if (call.total() > 2) raise<TypeError>("int() takes at most 2 arguments (" + std::to_string(call.total()) + " given)");
    Value base;
    for (std::size_t i = 0; i < call.names.size(); ++i) {
        if (call.names[i]->text != "base") raise<TypeError>("'" + call.names[i]->text + "' is an invalid keyword argument for int()");
        base = call.keyword(i);
    }
    if (call.count == 2) base = call.values[1];
    if (&type != vm.types.integer) unsupported("classes derived from int");
    if (base.isEmpty()) return call.count == 0 ? Value(0) : toInt(vm, call.values[0]);
    if (call.count == 0) raise<TypeError>("int() missing string argument");
    const std::int64_t n = base.is<BigInt>() ? 99 : vm.toIndex(base);
    if (n != 0 && (n < 2 || n > 36)) raise<ValueError>("int() base must be >= 2 and <= 36, or 0");
    const Str* text = call.values[0].as<Str>();
    if (!text) raise<TypeError>("int() can't convert non-string with explicit base");
    return intFromText(vm, text->text, static_cast<int>(n), call.values[0]);
}

Value createReal(Interpreter& vm, Type& type, const Call& call) {
    takesPositional(call, "float", 0, 1);
    if (&type != vm.types.real) unsupported("classes derived from float");
    return call.count == 0 ? Value(0.0) : toReal(vm, call.values[0]);
}

Value createBool(Interpreter& vm, Type&, const Call& call) {
    takesPositional(call, "bool", 0, 1);
    return Value(call.count == 1 && vm.truth(call.values[0]));
}

Value formatIntSlot(Interpreter& vm, const Value& self, std::string_view spec) { return vm.text(formatInteger(vm, self, spec)); }
Value formatRealSlot(Interpreter& vm, const Value& self, std::string_view spec) { return vm.text(formatReal(vm, self.real(), spec)); }

// x = numerator / denominator in lowest terms.
void ratioOf(double x, mpz_class& numerator, mpz_class& denominator) {
    int exponent = 0;
    const double mantissa = std::frexp(x, &exponent);
    mpq_class ratio(mpz_class(std::ldexp(mantissa, 53)));
    exponent -= 53;
    if (exponent > 0) ratio *= mpq_class(mpz_class(1) << static_cast<unsigned long>(exponent));
    if (exponent < 0) ratio /= mpq_class(mpz_class(1) << static_cast<unsigned long>(-exponent));
    ratio.canonicalize();
    numerator = ratio.get_num();
    denominator = ratio.get_den();
}

std::string hexOf(double x) {
    if (!std::isfinite(x)) return shortest(x);
    const std::string sign = std::signbit(x) ? "-" : "";
    if (x == 0) return sign + "0x0.0p+0";
    int exponent = 0;
    double m = std::frexp(std::fabs(x), &exponent);
    const int shift = 1 - std::max(-1021 - exponent, 0);
    m = std::ldexp(m, shift);
    exponent -= shift;
    std::string out = sign + "0x" + std::to_string(static_cast<int>(m)) + ".";
    m -= std::floor(m);
    for (int i = 0; i < 13; ++i) {
        m *= 16;
        out += "0123456789abcdef"[static_cast<int>(m)];
        m -= std::floor(m);
    }
    return out + "p" + (exponent < 0 ? "-" : "+") + std::to_string(std::abs(exponent));
}

Value fromHex(Interpreter&, const std::string& text) {
    std::string body = plainNumber(text);
    const bool negative = body.starts_with('-');
    if (negative || body.starts_with('+')) body.erase(0, 1);
    double value = 0;
    if (body.starts_with("0x") || body.starts_with("0X")) body.erase(0, 2);
    const auto read = std::from_chars(body.data(), body.data() + body.size(), value, std::chars_format::hex);
    if (read.ec == std::errc::result_out_of_range) raise<OverflowError>("hexadecimal value too large to represent as a float");
    if (read.ec != std::errc() || read.ptr != body.data() + body.size()) raise<ValueError>("invalid hexadecimal floating-point string");
    return Value(negative ? -value : value);
}

Value itselfAsInt(Interpreter&, Arguments& a) { return a[0].isBool() ? Value(a[0].integer()) : a[0]; }

void installInt(Interpreter& vm) {
    Type& type = *vm.types.integer;
    type.slots.create = createInt;
    type.slots.format = formatIntSlot;
    vm.types.boolean->slots.create = createBool;
    vm.types.boolean->slots.format = formatIntSlot;
    defineMethod(type, "bit_length(self, /)", [](Interpreter& v, Arguments& a) -> Value {
        const mpz_class n = abs(v.toInteger(a[0]));
        return Value(n == 0 ? std::size_t{0} : mpz_sizeinbase(n.get_mpz_t(), 2));
    });
    defineMethod(type, "bit_count(self, /)", [](Interpreter& v, Arguments& a) -> Value {
        const mpz_class n = abs(v.toInteger(a[0]));
        return Value(mpz_popcount(n.get_mpz_t()));
    });
    for (const char* name : {"conjugate(self, /)", "__int__(self, /)", "__trunc__(self, /)", "__floor__(self, /)", "__ceil__(self, /)"}) {
        defineMethod(type, name, itselfAsInt);
    }
    defineMethod(type, "__float__(self, /)", [](Interpreter& v, Arguments& a) -> Value { return Value(v.toDouble(a[0])); });
    defineMethod(type, "__round__(self, ndigits=None, /)", [](Interpreter& v, Arguments& a) -> Value {
        return a.has(1) ? roundInteger(v, a[0], a.integer(1)) : a[0].isBool() ? Value(a[0].integer()) : a[0];
    });
    defineMethod(type, "as_integer_ratio(self, /)", [](Interpreter& v, Arguments& a) -> Value {
        return v.tuple({a[0].isBool() ? Value(a[0].integer()) : a[0], Value(1)});
    });
    for (const char* name : {"to_bytes", "from_bytes"}) {
        defineMethod(type, std::string(name) + "(...)",
                     [name](Interpreter&, Arguments&) -> Value { unsupported(std::string("int.") + name); });
    }
    defineProperty(type, "real", [](Interpreter&, const Value& x) { return x.isBool() ? Value(x.integer()) : x; });
    defineProperty(type, "numerator", [](Interpreter&, const Value& x) { return x.isBool() ? Value(x.integer()) : x; });
    defineProperty(type, "imag", [](Interpreter&, const Value&) { return Value(0); });
    defineProperty(type, "denominator", [](Interpreter&, const Value&) { return Value(1); });
}

void installReal(Interpreter& vm) {
    Type& type = *vm.types.real;
    type.slots.create = createReal;
    type.slots.format = formatRealSlot;
    defineMethod(type, "is_integer(self, /)", [](Interpreter&, Arguments& a) -> Value {
        return Value(std::isfinite(a[0].real()) && std::floor(a[0].real()) == a[0].real());
    });
    defineMethod(type, "as_integer_ratio(self, /)", [](Interpreter& v, Arguments& a) -> Value {
        const double x = a[0].real();
        if (std::isinf(x)) raise<OverflowError>("cannot convert Infinity to integer ratio");
        if (std::isnan(x)) raise<ValueError>("cannot convert NaN to integer ratio");
        mpz_class n, d;
        ratioOf(x, n, d);
        return v.tuple({v.integer(n), v.integer(d)});
    });
    defineMethod(type, "hex(self, /)", [](Interpreter& v, Arguments& a) -> Value { return v.text(hexOf(a[0].real())); });
    defineClassMethod(type, "fromhex(type, string, /)", [](Interpreter& v, Arguments& a) -> Value { return fromHex(v, a.text(1)); });
    for (const char* name : {"conjugate(self, /)", "__float__(self, /)"}) {
        defineMethod(type, name, [](Interpreter&, Arguments& a) -> Value { return a[0]; });
    }
    for (const char* name : {"__int__(self, /)", "__trunc__(self, /)"}) {
        defineMethod(type, name, [](Interpreter& v, Arguments& a) -> Value { return truncated(v, a[0].real()); });
    }
    defineMethod(type, "__floor__(self, /)", [](Interpreter& v, Arguments& a) -> Value { return truncated(v, std::floor(a[0].real())); });
    defineMethod(type, "__ceil__(self, /)", [](Interpreter& v, Arguments& a) -> Value { return truncated(v, std::ceil(a[0].real())); });
    defineMethod(type, "__round__(self, ndigits=None, /)",
                 [](Interpreter& v, Arguments& a) -> Value { return roundReal(v, a[0].real(), a[1]); });
    defineProperty(type, "real", [](Interpreter&, const Value& x) { return x; });
    defineProperty(type, "imag", [](Interpreter&, const Value&) { return Value(0.0); });
}

}  // namespace

Value intFromText(Interpreter& vm, std::string_view text, int base, const Value& literal) {
    const auto invalid = [&]() {
        raise<ValueError>("invalid literal for int() with base " + std::to_string(base) + ": " + shown(vm, literal));
    };
    std::string body = plainNumber(text);
    const bool negative = body.starts_with('-');
    if (negative || body.starts_with('+')) body.erase(0, 1);
    int used = base;
    if (body.size() > 1 && body[0] == '0') {
        const char c = static_cast<char>(body[1] | 0x20);
        const int said = c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
        if (said != 0 && (base == 0 || base == said)) {
            used = said;
            body.erase(0, 2);
            if (body.starts_with('_')) body.erase(0, 1);
        }
    }
    if (used == 0) {
        used = 10;
        if (body.starts_with('0') && body.find_first_not_of("0_") != std::string::npos) invalid();
    }
    std::string digits;
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (body[i] == '_') {
            if (i == 0 || i + 1 == body.size() || body[i + 1] == '_') invalid();
            continue;
        }
        if (digitIn(body[i]) >= used) invalid();
        digits += body[i];
    }
    if (digits.empty()) invalid();
    const bool power = (used & (used - 1)) == 0;
    if (!power && digits.size() > 4300) {
        raise<ValueError>("Exceeds the limit (4300 digits) for integer string conversion: value has " + std::to_string(digits.size()) +
                          " digits; use sys.set_int_max_str_digits() to increase the limit");
    }
    mpz_class number(digits, used);
    if (power) vm.checkDigits(number);
    return vm.integer(negative ? mpz_class(-number) : number);
}

Value toInt(Interpreter& vm, const Value& x) {
    if (x.isInt() || x.is<BigInt>()) return x;
    if (x.isBool()) return Value(x.integer());
    if (x.isFloat()) return truncated(vm, x.real());
    if (const Str* text = x.as<Str>()) return intFromText(vm, text->text, 10, x);
    Value result;
    for (const char* name : {"__int__", "__index__", "__trunc__"}) {
        if (!callSpecialMethod(vm, x, name, {}, result)) continue;
        if (!isInteger(result)) raise<TypeError>(std::string(name) + " returned non-int (type " + typeName(vm, result) + ")");
        return result;
    }
    if (vm.typeOf(x)->slots.index) return Value(vm.toIndex(x));
    raise<TypeError>("int() argument must be a string, a bytes-like object or a real number, not '" + typeName(vm, x) + "'");
}

Value toReal(Interpreter& vm, const Value& x) {
    if (x.isFloat()) return x;
    if (const Str* text = x.as<Str>()) {
        double out = 0;
        if (!parseReal(plainNumber(text->text), out)) raise<ValueError>("could not convert string to float: " + vm.repr(x));
        return Value(out);
    }
    const Slots& slots = vm.typeOf(x)->slots;
    if (!slots.real && !slots.index && vm.findSpecial(x, vm.names.float_).isEmpty()) {
        raise<TypeError>("float() argument must be a string or a real number, not '" + typeName(vm, x) + "'");
    }
    return Value(vm.toDouble(x));
}

Value roundInteger(Interpreter& vm, const Value& x, std::int64_t digits) {
    if (digits >= 0) return x.isBool() ? Value(x.integer()) : x;
    const mpz_class number = vm.toInteger(x);
    if (digits < -5000) return Value(0);
    mpz_class unit, quotient, rest;
    mpz_ui_pow_ui(unit.get_mpz_t(), 10, static_cast<unsigned long>(-digits));
    mpz_fdiv_qr(quotient.get_mpz_t(), rest.get_mpz_t(), number.get_mpz_t(), unit.get_mpz_t());
    const int half = cmp(mpz_class(rest * 2), unit);
    if (half > 0 || (half == 0 && mpz_odd_p(quotient.get_mpz_t()) != 0)) quotient += 1;
    return vm.integer(quotient * unit);
}

Value roundReal(Interpreter& vm, double x, const Value& digits) {
    if (digits.isNone()) return truncated(vm, std::isfinite(x) ? std::nearbyint(x) : x);
    const std::int64_t n = vm.toIndex(digits);
    if (!std::isfinite(x) || n > 323) return Value(x);
    if (n < -308) return Value(0.0 * x);
    double out = 0;
    if (n >= 0) {
        std::array<char, 800> buffer{};
        const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), x, std::chars_format::fixed, static_cast<int>(n));
        std::from_chars(buffer.data(), written.ptr, out);
        if (out == 0) out = std::copysign(0.0, x);
        return Value(out);
    }
    // Twice the whole part, its last bit sticky for the fraction, decides the half exactly.
    const double size = std::fabs(x);
    mpz_class twice = mpz_class(std::floor(size)) * 2;
    if (size != std::floor(size)) twice += 1;
    mpz_class unit, quotient, rest;
    mpz_ui_pow_ui(unit.get_mpz_t(), 10, static_cast<unsigned long>(-n));
    const mpz_class doubled = unit * 2;
    mpz_fdiv_qr(quotient.get_mpz_t(), rest.get_mpz_t(), twice.get_mpz_t(), doubled.get_mpz_t());
    if (rest > unit || (rest == unit && mpz_odd_p(quotient.get_mpz_t()) != 0)) quotient += 1;
    const mpz_class rounded = quotient * unit;
    try {
        out = toDouble(rounded);
    } catch (const PythonError&) {
        raise<OverflowError>("rounded value too large to represent");
    }
    return Value(std::copysign(out, x));
}

void installNumberTypes(Interpreter& vm) {
    installInt(vm);
    installReal(vm);
}

}  // namespace backstep::python
