// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/python/numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/numbers.h"

namespace backstep::python {
namespace {

constexpr std::int64_t kExact = std::int64_t{1} << 53;  // below it every int is a double

mpz_class big(const Value& v) {
    if (const BigInt* b = v.as<BigInt>()) return b->number;
    return mpz_class(static_cast<long>(v.integer()));
}

// Below, at or above 0: of two whole numbers, one of them large. Nothing is copied: a dict compares at every collision.
int orderOf(const Value& a, const Value& b) {
    const BigInt *x = a.as<BigInt>(), *y = b.as<BigInt>();
    if (x != nullptr && y != nullptr) return cmp(x->number, y->number);
    return x != nullptr ? cmp(x->number, static_cast<long>(b.integer())) : -cmp(y->number, static_cast<long>(a.integer()));
}

double real(const Value& v) {
    if (v.isFloat()) return v.real();
    if (v.isInt() || v.isBool()) return static_cast<double>(v.integer());
    return toDouble(v.as<BigInt>()->number);
}

// Python's division: the quotient rounded down, the remainder with the divisor's sign.
std::int64_t wholeDivide(std::int64_t a, std::int64_t b) {
    const std::int64_t q = a / b;
    return (a % b != 0 && (a < 0) != (b < 0)) ? q - 1 : q;
}
std::int64_t wholeModulo(std::int64_t a, std::int64_t b) {
    const std::int64_t r = a % b;
    return (r != 0 && (r < 0) != (b < 0)) ? r + b : r;
}

void refuseSize(Interpreter& vm, std::size_t bits) {
    if (static_cast<double>(bits) <= static_cast<double>(vm.limits().digits) * 3.3219280948873623 + 2) return;
    throw LimitReached{Limit::Digits, "a whole number would have more than " + std::to_string(vm.limits().digits) + " digits", {}, 0};
}
std::size_t bitsOf(const mpz_class& n) { return mpz_sizeinbase(n.get_mpz_t(), 2); }

// int / int, rounded once, however large both are.
Value trueDivide(const mpz_class& a, const mpz_class& b) {
    if (b == 0) raise<ZeroDivisionError>("division by zero");
    if (a == 0) return Value(b < 0 ? -0.0 : 0.0);
    const auto shift = static_cast<long>(bitsOf(a)) - static_cast<long>(bitsOf(b));
    if (shift > 1024) raise<OverflowError>("integer division result too large for a float");
    if (shift < -1080) return Value((a < 0) != (b < 0) ? -0.0 : 0.0);
    // A quotient of 66 bits or more, its last bit sticky, rounds as the exact one does (down to the subnormal's fewer bits).
    const long scale = 66 - shift;
    mpz_class numerator = abs(a), denominator = abs(b);
    if (scale > 0) numerator <<= static_cast<unsigned long>(scale);
    if (scale < 0) denominator <<= static_cast<unsigned long>(-scale);
    mpz_class quotient, rest;
    mpz_fdiv_qr(quotient.get_mpz_t(), rest.get_mpz_t(), numerator.get_mpz_t(), denominator.get_mpz_t());
    long lowest = -scale;                                                                       // the weight of the quotient's last bit
    const long cut = std::max<long>(static_cast<long>(bitsOf(quotient)) - 53, -1074 - lowest);  // bits that a double has no room for
    if (cut > 0) {
        const auto n = static_cast<unsigned long>(cut);
        const bool half = mpz_tstbit(quotient.get_mpz_t(), n - 1) != 0;
        const bool below = rest != 0 || mpz_scan1(quotient.get_mpz_t(), 0) < n - 1;
        quotient >>= n;
        if (half && (below || mpz_odd_p(quotient.get_mpz_t()) != 0)) quotient += 1;
        lowest += cut;
    }
    const double size = std::ldexp(quotient.get_d(), static_cast<int>(lowest));
    if (std::isinf(size)) raise<OverflowError>("integer division result too large for a float");
    return Value((a < 0) != (b < 0) ? -size : size);
}

Value integerPower(Interpreter& vm, const mpz_class& a, const mpz_class& b) {
    if (b < 0) {
        if (a == 0) raise<ZeroDivisionError>("0.0 cannot be raised to a negative power");
        return Value(power(toDouble(a), toDouble(b)));
    }
    if (a == 0 || a == 1) return vm.integer(b == 0 ? mpz_class(1) : a);
    if (a == -1) return Value(mpz_odd_p(b.get_mpz_t()) != 0 ? -1 : 1);
    if (!b.fits_ulong_p() || b > 1'000'000) refuseSize(vm, std::numeric_limits<std::size_t>::max());
    refuseSize(vm, (bitsOf(a) - 1) * b.get_ui());
    mpz_class result;
    mpz_pow_ui(result.get_mpz_t(), a.get_mpz_t(), b.get_ui());
    return vm.integer(result);
}

Value shifted(Interpreter& vm, const mpz_class& a, const mpz_class& b, bool left) {
    if (b < 0) raise<ValueError>("negative shift count");
    if (a == 0) return Value(0);
    if (left) {
        if (!b.fits_ulong_p()) refuseSize(vm, std::numeric_limits<std::size_t>::max());
        refuseSize(vm, bitsOf(a) + b.get_ui());
        return vm.integer(a << b.get_ui());
    }
    if (!b.fits_ulong_p()) return Value(a < 0 ? -1 : 0);
    return vm.integer(a >> b.get_ui());  // rounds down, as Python does
}

Value bigBinary(Interpreter& vm, BinaryOp op, const mpz_class& a, const mpz_class& b) {
    using enum BinaryOp;
    mpz_class out;
    switch (op) {
        case Add: out = a + b; break;
        case Subtract: out = a - b; break;
        case Multiply:
            refuseSize(vm, bitsOf(a) + bitsOf(b) - 1);
            out = a * b;
            break;
        case Divide: return trueDivide(a, b);
        case Power: return integerPower(vm, a, b);
        case FloorDivide:
            if (b == 0) raise<ZeroDivisionError>("integer division or modulo by zero");
            mpz_fdiv_q(out.get_mpz_t(), a.get_mpz_t(), b.get_mpz_t());
            break;
        case Modulo:
            if (b == 0) raise<ZeroDivisionError>("integer modulo by zero");
            mpz_fdiv_r(out.get_mpz_t(), a.get_mpz_t(), b.get_mpz_t());
            break;
        case BitAnd: out = a & b; break;
        case BitOr: out = a | b; break;
        case BitXor: out = a ^ b; break;
        case ShiftLeft: return shifted(vm, a, b, true);
        case ShiftRight: return shifted(vm, a, b, false);
        case MatrixMultiply: return Value::notImplemented();
    }
    vm.checkDigits(out);
    return vm.integer(out);
}

Value smallBinary(Interpreter& vm, BinaryOp op, const Value& left, const Value& right) {
    using enum BinaryOp;
    const std::int64_t a = left.integer(), b = right.integer();
    std::int64_t out = 0;
    switch (op) {
        case Add:
            if (!__builtin_add_overflow(a, b, &out)) return Value(out);
            break;
        case Subtract:
            if (!__builtin_sub_overflow(a, b, &out)) return Value(out);
            break;
        case Multiply:
            if (!__builtin_mul_overflow(a, b, &out)) return Value(out);
            break;
        case Divide:
            if (b != 0 && a > -kExact && a < kExact && b > -kExact && b < kExact) {
                return Value(static_cast<double>(a) / static_cast<double>(b));
            }
            break;
        case FloorDivide:
            if (b != 0 && b != -1) return Value(wholeDivide(a, b));
            break;
        case Modulo:
            if (b == -1) return Value(0);
            if (b != 0) return Value(wholeModulo(a, b));
            break;
        case BitAnd: return left.isBool() && right.isBool() ? Value((a & b) != 0) : Value(a & b);
        case BitOr: return left.isBool() && right.isBool() ? Value((a | b) != 0) : Value(a | b);
        case BitXor: return left.isBool() && right.isBool() ? Value((a ^ b) != 0) : Value(a ^ b);
        case ShiftLeft:
            if (const std::int64_t most = std::int64_t{1} << (62 - std::clamp<std::int64_t>(b, 0, 62));
                b >= 0 && b < 62 && a < most && a > -most)
                return Value(a * (std::int64_t{1} << b));
            break;
        case ShiftRight:
            if (b >= 0) return Value(a >> std::min<std::int64_t>(b, 63));
            break;
        case Power:
        case MatrixMultiply: break;
    }
    return bigBinary(vm, op, big(left), big(right));
}

Value floatBinary(BinaryOp op, double a, double b) {
    using enum BinaryOp;
    switch (op) {
        case Add: return Value(a + b);
        case Subtract: return Value(a - b);
        case Multiply: return Value(a * b);
        case Divide:
            if (b == 0) raise<ZeroDivisionError>("float division by zero");
            return Value(a / b);
        case FloorDivide:
            if (b == 0) raise<ZeroDivisionError>("float floor division by zero");
            return Value(floorDivide(a, b));
        case Modulo:
            if (b == 0) raise<ZeroDivisionError>("float modulo");
            return Value(floorModulo(a, b));
        case Power: return Value(power(a, b));
        case BitAnd:
        case BitOr:
        case BitXor:
        case ShiftLeft:
        case ShiftRight:
        case MatrixMultiply: break;
    }
    return Value::notImplemented();
}

template <class T>
bool ordered(CompareOp op, const T& a, const T& b) {
    switch (op) {
        case CompareOp::Less: return a < b;
        case CompareOp::LessEqual: return a <= b;
        case CompareOp::Greater: return a > b;
        case CompareOp::GreaterEqual: return a >= b;
        case CompareOp::Equal: return a == b;
        case CompareOp::NotEqual: return a != b;
        case CompareOp::In:
        case CompareOp::NotIn:
        case CompareOp::Is:
        case CompareOp::IsNot: break;
    }
    return false;
}

// An int against a float, exactly: neither is rounded.
int sign(const mpz_class& a, double b) {
    if (std::isinf(b)) return b > 0 ? -1 : 1;
    return mpz_cmp_d(a.get_mpz_t(), b);
}

Value intRepr(Interpreter& vm, const Value& self) {
    if (self.isInt()) return vm.text(std::to_string(self.integer()));
    return vm.text(self.as<BigInt>()->number.get_str());
}
Value boolRepr(Interpreter& vm, const Value& self) { return vm.text(self.boolean() ? "True" : "False"); }
Value floatRepr(Interpreter& vm, const Value& self) { return vm.text(shortest(self.real())); }
bool numberTruth(Interpreter&, const Value& self) {
    if (self.isFloat()) return self.real() != 0;
    return self.isObject() || self.integer() != 0;  // a big int is never 0
}
std::uint64_t numberHash(Interpreter&, const Value& self) {
    if (self.isFloat()) return hashOf(self.real());
    if (const BigInt* b = self.as<BigInt>()) return hashOf(b->number);
    return hashOf(self.integer());
}
Value numberBinary(Interpreter& vm, BinaryOp op, const Value& self, const Value& other, bool reflected) {
    return reflected ? numericBinary(vm, op, other, self) : numericBinary(vm, op, self, other);
}
std::int64_t intIndex(Interpreter& vm, const Value& self) { return vm.toIndex(self); }
double numberReal(Interpreter& vm, const Value& self) { return vm.toDouble(self); }

}  // namespace

double toDouble(const mpz_class& number) {
    // mpz_get_d cuts: a division by one rounds.
    if (bitsOf(number) > 1024) raise<OverflowError>("int too large to convert to float");
    try {
        return trueDivide(number, 1).real();
    } catch (const PythonError&) {
        raise<OverflowError>("int too large to convert to float");
    }
}

double floorDivide(double a, double b) {
    double modulo = std::fmod(a, b);
    double quotient = (a - modulo) / b;
    if (modulo != 0 && (b < 0) != (modulo < 0)) quotient -= 1;
    if (quotient == 0) return std::copysign(0.0, a / b);
    double down = std::floor(quotient);
    if (quotient - down > 0.5) down += 1;
    return down;
}

double floorModulo(double a, double b) {
    double modulo = std::fmod(a, b);
    if (modulo == 0) return std::copysign(0.0, b);
    if ((b < 0) != (modulo < 0)) modulo += b;
    return modulo;
}

double power(double a, double b) {
    if (a == 0 && b < 0 && !std::isinf(b)) raise<ZeroDivisionError>("0.0 cannot be raised to a negative power");
    if (a == 0 && b < 0) raise<ZeroDivisionError>("0.0 cannot be raised to a negative power");
    if (a < 0 && std::isfinite(a) && std::isfinite(b) && b != std::floor(b)) unsupported("complex numbers");
    const double result = std::pow(a, b);
    if (std::isinf(result) && std::isfinite(a) && std::isfinite(b)) {
        raise(typeOf(OverflowError), std::vector<Value>{Value(34), Interpreter::current().text("Numerical result out of range")});
    }
    return result;
}

Value truncated(Interpreter& vm, double number) {
    if (std::isnan(number)) raise<ValueError>("cannot convert float NaN to integer");
    if (std::isinf(number)) raise<OverflowError>("cannot convert float infinity to integer");
    if (std::fabs(number) < 9.2e18) return Value(static_cast<std::int64_t>(number));
    return vm.integer(mpz_class(std::trunc(number)));
}

std::uint64_t hashOf(const mpz_class& number) {
    const mpz_class modulus = (mpz_class(1) << 61) - 1;
    const mpz_class rest = abs(number) % modulus;
    const auto size = static_cast<std::int64_t>(rest.get_ui());
    const std::int64_t hash = number < 0 ? -size : size;
    return static_cast<std::uint64_t>(hash == -1 ? -2 : hash);
}

Value numericBinary(Interpreter& vm, BinaryOp op, const Value& a, const Value& b) {
    if (!isNumber(a) || !isNumber(b)) return Value::notImplemented();
    if (a.isFloat() || b.isFloat()) return floatBinary(op, real(a), real(b));
    if (!a.isObject() && !b.isObject()) return smallBinary(vm, op, a, b);
    return bigBinary(vm, op, big(a), big(b));
}

Value numericCompare(Interpreter&, CompareOp op, const Value& a, const Value& b) {
    if (!isNumber(a) || !isNumber(b)) return Value::notImplemented();
    if (a.isFloat() && b.isFloat()) return Value(ordered(op, a.real(), b.real()));
    if (!a.isFloat() && !b.isFloat()) {
        if (!a.isObject() && !b.isObject()) return Value(ordered(op, a.integer(), b.integer()));
        return Value(ordered(op, orderOf(a, b), 0));
    }
    const double number = a.isFloat() ? a.real() : b.real();
    if (std::isnan(number)) return Value(op == CompareOp::NotEqual);
    const int order = a.isFloat() ? -sign(big(b), number) : sign(big(a), number);
    return Value(ordered(op, order, 0));
}

Value numericUnary(Interpreter& vm, UnaryOp op, const Value& a) {
    switch (op) {
        case UnaryOp::Minus:
            if (a.isFloat()) return Value(-a.real());
            if (!a.isObject() && a.integer() != std::numeric_limits<std::int64_t>::min()) return Value(-a.integer());
            return vm.integer(-big(a));
        case UnaryOp::Plus: return a.isBool() ? Value(a.integer()) : a;
        case UnaryOp::Invert:
            if (a.isFloat()) break;
            if (!a.isObject()) return Value(~a.integer());
            return vm.integer(-big(a) - 1);
        case UnaryOp::Not: break;
    }
    return Value::notImplemented();
}

void installNumbers(Interpreter& vm) {
    Slots& integer = vm.types.integer->slots;
    integer.repr = intRepr;
    integer.truth = numberTruth;
    integer.hash = numberHash;
    integer.binary = numberBinary;
    integer.compare = numericCompare;
    integer.unary = numericUnary;
    integer.index = intIndex;
    integer.real = numberReal;
    vm.types.real->slots = integer;
    vm.types.real->slots.repr = floatRepr;
    vm.types.real->slots.index = nullptr;
    vm.types.boolean->slots = integer;
    vm.types.boolean->slots.repr = boolRepr;
}

}  // namespace backstep::python
