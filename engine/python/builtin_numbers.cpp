// SPDX-License-Identifier: GPL-3.0-or-later
// Built-in functions of numbers: abs, round, pow, divmod, sum, min, max, bin, chr …
#include <cmath>

#include "engine/base/numbers.h"
#include "engine/python/format.h"
#include "engine/python/numbers.h"
#include "engine/python/types_library.h"
#include "engine/python/types_text.h"

namespace backstep::python {
namespace {

Value absolute(Interpreter& vm, Arguments& a) {
    const Value& x = a[0];
    if (x.isFloat()) return Value(std::fabs(x.real()));
    if ((x.isInt() || x.isBool()) && x.integer() != std::numeric_limits<std::int64_t>::min()) return Value(std::abs(x.integer()));
    if (isInteger(x)) return vm.integer(abs(vm.toInteger(x)));
    Value result;
    if (callSpecialMethod(vm, x, "__abs__", {}, result)) return result;
    raise<TypeError>("bad operand type for abs(): '" + typeName(vm, x) + "'");
}

Value rounded(Interpreter& vm, Arguments& a) {
    const Value& x = a[0];
    if (x.isFloat()) return roundReal(vm, x.real(), a[1]);
    if (isInteger(x)) return a[1].isNone() ? (x.isBool() ? Value(x.integer()) : x) : roundInteger(vm, x, a.integer(1));
    Value result;
    const bool done =
        a[1].isNone() ? callSpecialMethod(vm, x, "__round__", {}, result) : callSpecialMethod(vm, x, "__round__", {a[1]}, result);
    if (done) return result;
    raise<TypeError>("type " + typeName(vm, x) + " doesn't define __round__ method");
}

Value divided(Interpreter& vm, Arguments& a) {
    const Value &x = a[0], &y = a[1];
    if (isNumber(x) && isNumber(y)) {
        if (x.isFloat() || y.isFloat()) {
            const double p = vm.toDouble(x), q = vm.toDouble(y);
            if (q == 0) raise<ZeroDivisionError>("float divmod()");
            return vm.tuple({Value(floorDivide(p, q)), Value(floorModulo(p, q))});
        }
        return vm.tuple({numericBinary(vm, BinaryOp::FloorDivide, x, y), numericBinary(vm, BinaryOp::Modulo, x, y)});
    }
    Value result;
    if (callSpecialMethod(vm, x, "__divmod__", {y}, result) && !result.isNotImplemented()) return result;
    if (callSpecialMethod(vm, y, "__rdivmod__", {x}, result) && !result.isNotImplemented()) return result;
    raise<TypeError>("unsupported operand type(s) for divmod(): '" + typeName(vm, x) + "' and '" + typeName(vm, y) + "'");
}

// base to the exponent, modulo; a long exponent some digits at a time, so that Stop is heard.
mpz_class powerOf(Interpreter& vm, const mpz_class& base, const mpz_class& exponent, const mpz_class& modulus) {
    constexpr std::size_t kBits = 1024;
    mpz_class result = 1 % modulus;
    mpz_class square, factor;
    const mpz_class shift = mpz_class(1) << kBits;
    const std::size_t bits = mpz_sizeinbase(exponent.get_mpz_t(), 2);
    for (std::size_t part = (bits + kBits - 1) / kBits; part-- > 0;) {
        vm.checkStop();
        const mpz_class digits = (exponent >> (part * kBits)) % shift;
        mpz_powm(square.get_mpz_t(), result.get_mpz_t(), shift.get_mpz_t(), modulus.get_mpz_t());
        mpz_powm(factor.get_mpz_t(), base.get_mpz_t(), digits.get_mpz_t(), modulus.get_mpz_t());
        result = square * factor % modulus;
    }
    return result;
}

Value raisedTo(Interpreter& vm, Arguments& a) {
    if (a[2].isNone()) return vm.binary(BinaryOp::Power, a[0], a[1]);
    if (!isInteger(a[0]) || !isInteger(a[1]) || !isInteger(a[2])) {
        if (isNumber(a[0]) && isNumber(a[1])) raise<TypeError>("pow() 3rd argument not allowed unless all arguments are integers");
        raise<TypeError>("unsupported operand type(s) for ** or pow(): '" + typeName(vm, a[0]) + "', '" + typeName(vm, a[1]) + "', '" +
                         typeName(vm, a[2]) + "'");
    }
    mpz_class base = vm.toInteger(a[0]), exponent = vm.toInteger(a[1]);
    const mpz_class modulus = vm.toInteger(a[2]), size = abs(modulus);
    if (modulus == 0) raise<ValueError>("pow() 3rd argument cannot be 0");
    if (exponent < 0) {
        if (mpz_invert(base.get_mpz_t(), base.get_mpz_t(), size.get_mpz_t()) == 0) {
            raise<ValueError>("base is not invertible for the given modulus");
        }
        exponent = -exponent;
    }
    mpz_class result = powerOf(vm, base, exponent, size);
    if (modulus < 0 && result != 0) result += modulus;
    return vm.integer(result);
}

// start + first + second …: ints and floats without asking their types each time.
Value sum(Interpreter& vm, Arguments& a) {
    Value total = a[1];
    if (total.is<Str>()) raise<TypeError>("sum() can't sum strings [use ''.join(seq) instead]");
    const Value it = vm.iterate(a[0]);
    Ticker tick(vm);
    for (Value item; vm.next(it, item);) {
        tick();
        std::int64_t whole = 0;
        if (total.isInt() && item.isInt() && !__builtin_add_overflow(total.integer(), item.integer(), &whole)) {
            total = Value(whole);
        } else if (total.isFloat() && item.isFloat()) {
            total = Value(total.real() + item.real());
        } else {
            total = vm.binary(BinaryOp::Add, total, item);
        }
    }
    return total;
}

Value extreme(Interpreter& vm, Arguments& a, CompareOp better, const std::string& name) {
    const bool hasDefault = a.given(1);
    if (a.rest().empty()) raise<TypeError>(name + " expected at least 1 argument, got 0");
    if (!a.keywordNames().empty()) {
        raise<TypeError>("'" + a.keywordNames()[0]->text + "' is an invalid keyword argument for " + name + "()");
    }
    const bool several = a.rest().size() > 1;
    if (several && hasDefault) raise<TypeError>("Cannot specify a default for " + name + "() with multiple positional arguments");
    Value best, bestKey;
    Ticker tick(vm);
    const auto consider = [&](const Value& item) {
        tick();
        Value key = a.has(0) ? vm.call(a[0], {item}) : item;
        if (!best.isEmpty() && !vm.truth(vm.compare(better, key, bestKey))) return;
        best = item;
        bestKey = std::move(key);
    };
    if (several) {
        for (const Value& item : a.rest()) consider(item);
    } else {
        vm.forEach(a.rest()[0], consider);
    }
    if (!best.isEmpty()) return best;
    if (hasDefault) return a[1];
    raise<ValueError>(name + "() arg is an empty sequence");
}

Value based(Interpreter& vm, Arguments& a, int base, const char* prefix) {
    const mpz_class number = isInteger(a[0]) ? vm.toInteger(a[0]) : mpz_class(static_cast<long>(vm.toIndex(a[0])));
    return vm.text((number < 0 ? "-" : "") + std::string(prefix) + digitsOf(number, base));
}

Value character(Interpreter& vm, Arguments& a) {
    const std::int64_t code = a[0].is<BigInt>() ? -1 : a.integer(0);
    if (a[0].is<BigInt>()) raise<OverflowError>("Python int too large to convert to C int");
    if (code < 0 || code > 0x10ffff) raise<ValueError>("chr() arg not in range(0x110000)");
    std::string out;
    appendUtf8(out, static_cast<char32_t>(code));
    return vm.text(std::move(out));
}

Value ordinal(Interpreter& vm, Arguments& a) {
    const Str* s = a[0].as<Str>();
    if (!s) raise<TypeError>("ord() expected string of length 1, but " + typeName(vm, a[0]) + " found");
    if (s->length != 1) raise<TypeError>("ord() expected a character, but string of length " + std::to_string(s->length) + " found");
    return Value(static_cast<std::int64_t>(decodeText(s->text)[0]));
}

}  // namespace

void installNumberFunctions(Interpreter& vm) {
    Module& m = vm.builtins();
    defineFunction(m, "abs(x, /)", absolute);
    defineFunction(m, "round(number, ndigits=None)", rounded);
    defineFunction(m, "divmod(x, y, /)", divided);
    defineFunction(m, "pow(base, exp, mod=None)", raisedTo);
    defineFunction(m, "sum(iterable, /, start=0)", sum);
    defineFunction(m, "max(*args, key=None, default=..., **kwargs)",
                   [](Interpreter& v, Arguments& a) { return extreme(v, a, CompareOp::Greater, "max"); });
    defineFunction(m, "min(*args, key=None, default=..., **kwargs)",
                   [](Interpreter& v, Arguments& a) { return extreme(v, a, CompareOp::Less, "min"); });
    defineFunction(m, "bin(number, /)", [](Interpreter& v, Arguments& a) { return based(v, a, 2, "0b"); });
    defineFunction(m, "oct(number, /)", [](Interpreter& v, Arguments& a) { return based(v, a, 8, "0o"); });
    defineFunction(m, "hex(number, /)", [](Interpreter& v, Arguments& a) { return based(v, a, 16, "0x"); });
    defineFunction(m, "chr(i, /)", character);
    defineFunction(m, "ord(c, /)", ordinal);
    defineFunction(m, "hash(obj, /)", [](Interpreter& v, Arguments& a) -> Value { return Value(static_cast<std::int64_t>(v.hash(a[0]))); });
}

}  // namespace backstep::python
