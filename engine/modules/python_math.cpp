// SPDX-License-Identifier: GPL-3.0-or-later
// The module math: functions of floats, after CPython's mathmodule.c.
#include <cmath>
#include <numbers>

#include "engine/modules/python_modules.h"
#include "engine/python/numbers.h"
#include "engine/python/types_library.h"

namespace backstep::modules {
namespace {

using python::BigInt;
using python::defineFunction;
using python::raise;
using python::TypeError;
using python::ValueError;

constexpr double kPi = std::numbers::pi;

// What math_1 does: a NaN from a number is outside the domain; an infinity is too, or is out of range.
Value checked(double x, double result, bool mayOverflow) {
    if (std::isnan(result) && !std::isnan(x)) domainError();
    if (std::isinf(result) && std::isfinite(x)) {
        if (mayOverflow) rangeError();
        domainError();
    }
    return Value(result);
}

void defineReal(Module& m, const char* name, double (*function)(double), bool mayOverflow = false) {
    defineFunction(m, std::string(name) + "(x, /)", [function, mayOverflow](Interpreter&, Arguments& a) -> Value {
        const double x = a.number(0);
        return checked(x, function(x), mayOverflow);
    });
}

void fillElementary(Module& m) {
    defineReal(m, "sqrt", std::sqrt);
    defineReal(m, "cbrt", std::cbrt);
    defineReal(m, "exp", std::exp, true);
    defineReal(m, "exp2", std::exp2, true);
    defineReal(m, "expm1", std::expm1, true);
    defineReal(m, "sin", std::sin);
    defineReal(m, "cos", std::cos);
    defineReal(m, "tan", std::tan);
    defineReal(m, "asin", std::asin);
    defineReal(m, "acos", std::acos);
    defineReal(m, "atan", std::atan);
    defineReal(m, "sinh", std::sinh, true);
    defineReal(m, "cosh", std::cosh, true);
    defineReal(m, "tanh", std::tanh);
    defineReal(m, "asinh", std::asinh);
    defineReal(m, "acosh", std::acosh);
    defineReal(m, "atanh", std::atanh);
    defineReal(m, "log1p", std::log1p);
    defineReal(m, "fabs", std::fabs);
    defineReal(m, "erf", std::erf);
    defineReal(m, "erfc", std::erfc);
    defineFunction(m, "degrees(x, /)", [](Interpreter&, Arguments& a) -> Value { return Value(a.number(0) * (180.0 / kPi)); });
    defineFunction(m, "radians(x, /)", [](Interpreter&, Arguments& a) -> Value { return Value(a.number(0) * (kPi / 180.0)); });
}

// A whole number too large for a float still has a logarithm.
double logarithm(Interpreter& vm, const Value& value, double (*function)(double), double ofTwo) {
    if (const BigInt* big = value.as<BigInt>()) {
        if (big->number < 0) domainError();
        if (mpz_sizeinbase(big->number.get_mpz_t(), 2) > 1023) {
            const auto bits = mpz_sizeinbase(big->number.get_mpz_t(), 2);
            const mpz_class head = big->number >> (bits - 1000);  // more than the 53 that count
            int rest = 0;
            const double mantissa = std::frexp(python::toDouble(head), &rest);
            return function(mantissa) + ofTwo * static_cast<double>(bits - 1000 + static_cast<std::size_t>(rest));
        }
    }
    const double x = vm.toDouble(value);
    if (std::isnan(x) || (std::isinf(x) && x > 0)) return x;
    if (x <= 0) domainError();
    return function(x);
}

void fillLogarithms(Module& m) {
    defineFunction(m, "log(*args)", [](Interpreter& vm, Arguments& a) -> Value {
        if (a.rest().empty() || a.rest().size() > 2) raise<TypeError>("math.log requires 1 to 2 arguments");
        const double number = logarithm(vm, a.rest()[0], std::log, std::numbers::ln2);
        if (a.rest().size() == 1) return Value(number);
        const double base = logarithm(vm, a.rest()[1], std::log, std::numbers::ln2);
        if (base == 0) raise<python::ZeroDivisionError>("float division by zero");
        return Value(number / base);
    });
    defineFunction(m, "log2(x, /)", [](Interpreter& vm, Arguments& a) -> Value { return Value(logarithm(vm, a[0], std::log2, 1)); });
    defineFunction(m, "log10(x, /)",
                   [](Interpreter& vm, Arguments& a) -> Value { return Value(logarithm(vm, a[0], std::log10, std::log10(2.0))); });
}

Value raisedTo(Interpreter&, Arguments& a) {
    const double x = a.number(0), y = a.number(1);
    const double r = std::pow(x, y);
    if (!std::isfinite(x) || !std::isfinite(y)) return Value(r);
    if (std::isnan(r)) domainError();
    if (std::isinf(r)) {
        if (x == 0) domainError();
        rangeError();
    }
    return Value(r);
}

Value modulo(Interpreter&, Arguments& a) {
    const double x = a.number(0), y = a.number(1);
    if (std::isinf(y) && std::isfinite(x)) return Value(x);
    const double r = std::fmod(x, y);
    if (std::isnan(r) && !std::isnan(x) && !std::isnan(y)) domainError();
    return Value(r);
}

Value remainder(Interpreter&, Arguments& a) {
    const double x = a.number(0), y = a.number(1);
    if (std::isnan(x) || std::isnan(y)) return Value(std::isnan(x) ? x : y);
    if (std::isinf(x) || y == 0) domainError();
    return Value(std::remainder(x, y));
}

Value scaled(Interpreter& vm, Arguments& a) {
    const double x = a.number(0);
    if (!python::isInteger(a[1])) raise<TypeError>("Expected an int as second argument to ldexp.");
    const mpz_class exponent = vm.toInteger(a[1]);
    if (x == 0 || !std::isfinite(x)) return Value(x);
    if (exponent > 100000) rangeError();
    if (exponent < -100000) return Value(std::copysign(0.0, x));
    const double r = std::ldexp(x, static_cast<int>(exponent.get_si()));
    if (std::isinf(r)) rangeError();
    return Value(r);
}

Value isClose(Interpreter&, Arguments& a) {
    const double x = a.number(0), y = a.number(1), relative = a.number(2), absolute = a.number(3);
    if (relative < 0 || absolute < 0) raise<ValueError>("tolerances must be non-negative");
    if (x == y) return Value(true);
    if (std::isinf(x) || std::isinf(y)) return Value(false);
    const double difference = std::fabs(y - x);
    return Value(difference <= std::fabs(relative * y) || difference <= std::fabs(relative * x) || difference <= absolute);
}

void fillParts(Module& m) {
    defineFunction(m, "pow(x, y, /)", raisedTo);
    defineFunction(m, "fmod(x, y, /)", modulo);
    defineFunction(m, "remainder(x, y, /)", remainder);
    defineFunction(m, "ldexp(x, i, /)", scaled);
    defineFunction(m, "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", isClose);
    defineFunction(m, "atan2(y, x, /)", [](Interpreter&, Arguments& a) -> Value { return Value(std::atan2(a.number(0), a.number(1))); });
    defineFunction(m, "copysign(x, y, /)",
                   [](Interpreter&, Arguments& a) -> Value { return Value(std::copysign(a.number(0), a.number(1))); });
    defineFunction(m, "nextafter(x, y, /)",
                   [](Interpreter&, Arguments& a) -> Value { return Value(std::nextafter(a.number(0), a.number(1))); });
    defineFunction(m, "ulp(x, /)", [](Interpreter&, Arguments& a) -> Value {
        const double x = std::fabs(a.number(0));
        if (!std::isfinite(x)) return Value(x);
        const double above = std::nextafter(x, HUGE_VAL);
        return Value(std::isinf(above) ? x - std::nextafter(x, -HUGE_VAL) : above - x);
    });
    defineFunction(m, "frexp(x, /)", [](Interpreter& vm, Arguments& a) -> Value {
        const double x = a.number(0);
        int exponent = 0;
        const double mantissa = std::isfinite(x) ? std::frexp(x, &exponent) : x;
        return vm.tuple({Value(mantissa), Value(exponent)});
    });
    defineFunction(m, "modf(x, /)", [](Interpreter& vm, Arguments& a) -> Value {
        double whole = 0;
        const double part = std::modf(a.number(0), &whole);
        return vm.tuple({Value(part), Value(whole)});
    });
    defineFunction(m, "isnan(x, /)", [](Interpreter&, Arguments& a) -> Value { return Value(std::isnan(a.number(0))); });
    defineFunction(m, "isinf(x, /)", [](Interpreter&, Arguments& a) -> Value { return Value(std::isinf(a.number(0))); });
    defineFunction(m, "isfinite(x, /)", [](Interpreter&, Arguments& a) -> Value { return Value(std::isfinite(a.number(0))); });
    defineFunction(m, "gamma(x, /)", [](Interpreter&, Arguments& a) -> Value {
        const double x = a.number(0);
        if (x == 0 || (x < 0 && x == std::floor(x))) domainError();
        return checked(x, gammaOf(x), true);
    });
    defineFunction(m, "lgamma(x, /)", [](Interpreter&, Arguments& a) -> Value {
        const double x = a.number(0);
        if (std::isfinite(x) && x <= 0 && x == std::floor(x)) domainError();
        return checked(x, logGammaOf(x), true);
    });
}

void defineRounding(Module& m, const char* name, const char* special, double (*function)(double)) {
    defineFunction(m, std::string(name) + "(x, /)", [name = std::string(name), special, function](Interpreter& vm, Arguments& a) -> Value {
        if (python::isInteger(a[0])) return a[0].isBool() ? Value(a[0].integer()) : a[0];
        if (a[0].isFloat()) return python::truncated(vm, function(a[0].real()));
        Value result;
        if (python::callSpecialMethod(vm, a[0], special, {}, result)) return result;
        if (name == "trunc") raise<TypeError>("type " + python::typeName(vm, a[0]) + " doesn't define __trunc__ method");
        return python::truncated(vm, function(vm.toDouble(a[0])));
    });
}

void fillMath(Interpreter& vm, Module& m) {
    setConstant(vm, m, "pi", Value(kPi));
    setConstant(vm, m, "e", Value(std::numbers::e));
    setConstant(vm, m, "tau", Value(2 * kPi));
    setConstant(vm, m, "inf", Value(HUGE_VAL));
    setConstant(vm, m, "nan", Value(std::nan("")));
    fillElementary(m);
    fillLogarithms(m);
    fillParts(m);
    defineRounding(m, "floor", "__floor__", std::floor);
    defineRounding(m, "ceil", "__ceil__", std::ceil);
    defineRounding(m, "trunc", "__trunc__", std::trunc);
    fillMathIntegers(vm, m);
    fillMathSums(vm, m);
}

}  // namespace

void addMath(Interpreter& vm) { vm.addModule("math", fillMath); }

}  // namespace backstep::modules
