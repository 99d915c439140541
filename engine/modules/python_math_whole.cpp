// SPDX-License-Identifier: GPL-3.0-or-later
// The module math: whole numbers of any size, sums and norms.
#include <cfloat>
#include <cmath>

#include "engine/modules/python_modules.h"
#include "engine/python/numbers.h"
#include "engine/python/types_library.h"

namespace backstep::modules {
namespace {

using python::defineFunction;
using python::OverflowError;
using python::raise;
using python::ValueError;

mpz_class whole(Interpreter& vm, const Value& v) {
    return python::isInteger(v) ? vm.toInteger(v) : mpz_class(static_cast<long>(vm.toIndex(v)));
}

void refuseDigits(Interpreter& vm, double naturalLog) {
    if (naturalLog / std::log(10.0) < static_cast<double>(vm.limits().digits) + 1) return;
    throw python::LimitReached{
        python::Limit::Digits, "a whole number would have more than " + std::to_string(vm.limits().digits) + " digits", {}, 0};
}
double logFactorial(double n) { return std::lgamma(n + 1); }

Value factorial(Interpreter& vm, Arguments& a) {
    const mpz_class n = whole(vm, a[0]);
    if (n < 0) raise<ValueError>("factorial() not defined for negative values");
    if (!n.fits_slong_p()) raise<OverflowError>("factorial() argument should not exceed 9223372036854775807");
    refuseDigits(vm, logFactorial(n.get_d()));
    mpz_class result;
    mpz_fac_ui(result.get_mpz_t(), n.get_ui());
    return vm.integer(result);
}

void checkSign(const mpz_class& n, const mpz_class& k) {
    if (n < 0) raise<ValueError>("n must be a non-negative integer");
    if (k < 0) raise<ValueError>("k must be a non-negative integer");
}

Value combinations(Interpreter& vm, Arguments& a) {
    const mpz_class n = whole(vm, a[0]);
    mpz_class k = whole(vm, a[1]);
    checkSign(n, k);
    if (k > n) return Value(0);
    if (n - k < k) k = n - k;
    if (!k.fits_ulong_p()) raise<OverflowError>("min(n - k, k) must not exceed 9223372036854775807");
    const double size = k.get_d();
    if (size > 0) refuseDigits(vm, size * (std::log(n.get_d()) - std::log(size)));  // C(n, k) ≥ (n/k)^k
    mpz_class result;
    mpz_bin_ui(result.get_mpz_t(), n.get_mpz_t(), k.get_ui());
    vm.checkDigits(result);
    return vm.integer(result);
}

Value permutations(Interpreter& vm, Arguments& a) {
    const mpz_class n = whole(vm, a[0]);
    if (a[1].isNone()) return factorial(vm, a);
    const mpz_class k = whole(vm, a[1]);
    checkSign(n, k);
    if (k > n) return Value(0);
    if (!k.fits_ulong_p()) raise<OverflowError>("k must not exceed 9223372036854775807");
    const double size = n.get_d(), taken = k.get_d();
    refuseDigits(vm, size < 1e9 ? logFactorial(size) - logFactorial(size - taken) : taken * std::log(size));
    mpz_class result = 1;
    for (unsigned long i = 0; i < k.get_ui(); ++i) result *= n - i;
    return vm.integer(result);
}

Value squareRoot(Interpreter& vm, Arguments& a) {
    const mpz_class n = whole(vm, a[0]);
    if (n < 0) raise<ValueError>("isqrt() argument must be nonnegative");
    return vm.integer(sqrt(n));
}

// ---- sums

// Shewchuk's partial sums: no rounding but the last.
Value exactSum(Interpreter& vm, Arguments& a) {
    std::vector<double> partials;
    double special = 0, infinite = 0;
    vm.forEach(a[0], [&](const Value& item) {
        double x = vm.toDouble(item);
        const double given = x;
        std::size_t kept = 0;
        for (const double part : std::vector<double>(partials)) {
            double y = part;
            if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
            const double high = x + y;
            const double low = y - (high - x);
            if (low != 0) partials[kept++] = low;
            x = high;
        }
        partials.resize(kept);
        if (x == 0) return;
        if (std::isfinite(x)) {
            partials.push_back(x);
            return;
        }
        if (std::isfinite(given)) raise<OverflowError>("intermediate overflow in fsum");
        if (std::isinf(given)) infinite += given;
        special += given;
        partials.clear();
    });
    if (special != 0) {
        if (std::isnan(infinite)) raise<ValueError>("-inf + inf in fsum");
        return Value(special);
    }
    if (partials.empty()) return Value(0.0);
    std::size_t n = partials.size();
    double high = partials[--n], low = 0;
    while (n > 0) {
        const double x = high, y = partials[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0) break;
    }
    // Halfway cases go to even only if nothing is left below.
    if (n > 0 && ((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) {
        const double y = low * 2, x = high + y;
        if (y == x - high) high = x;
    }
    return Value(high);
}

Value product(Interpreter& vm, Arguments& a) {
    Value total = a[1];
    python::Ticker tick(vm);
    vm.forEach(a[0], [&](const Value& item) {
        tick();
        total = vm.binary(BinaryOp::Multiply, total, item);
    });
    return total;
}

// sqrt(Σ x²) without overflow, and with the error of the sum carried along.
double norm(std::vector<double> x) {
    double largest = 0;
    bool hasNan = false;
    for (double& each : x) {
        each = std::fabs(each);
        hasNan = hasNan || std::isnan(each);
        if (each > largest) largest = each;
    }
    if (std::isinf(largest)) return largest;
    if (hasNan) return std::nan("");
    if (largest == 0 || x.size() <= 1) return largest;
    int exponent = 0;
    std::frexp(largest, &exponent);
    if (exponent < -1023) {
        for (double& each : x) each /= DBL_MIN;
        return DBL_MIN * norm(std::move(x));
    }
    const double scale = std::ldexp(1.0, -exponent);
    double sum = 1, productErrors = 0, sumErrors = 0;
    const auto add = [&](double p, double q) {
        const double high = p * q, low = std::fma(p, q, -high);
        const double total = sum + high;
        sumErrors += high - (total - sum);
        productErrors += low;
        sum = total;
    };
    for (const double each : x) add(each * scale, each * scale);
    const double root = std::sqrt(sum - 1.0 + (productErrors + sumErrors));
    add(-root, root);
    const double rest = sum - 1.0 + (productErrors + sumErrors);
    return (root + rest / (2.0 * root)) / scale;
}

Value distance(Interpreter& vm, Arguments& a) {
    const std::vector<Value> p = vm.toVector(a[0]), q = vm.toVector(a[1]);
    if (p.size() != q.size()) raise<ValueError>("both points must have the same number of dimensions");
    std::vector<double> differences;
    for (std::size_t i = 0; i < p.size(); ++i) differences.push_back(vm.toDouble(p[i]) - vm.toDouble(q[i]));
    return Value(norm(std::move(differences)));
}

Value hypotenuse(Interpreter& vm, Arguments& a) {
    std::vector<double> parts;
    for (const Value& each : a.rest()) parts.push_back(vm.toDouble(each));
    return Value(norm(std::move(parts)));
}

}  // namespace

void fillMathIntegers(Interpreter&, Module& m) {
    defineFunction(m, "factorial(n, /)", factorial);
    defineFunction(m, "comb(n, k, /)", combinations);
    defineFunction(m, "perm(n, k=None, /)", permutations);
    defineFunction(m, "isqrt(n, /)", squareRoot);
    defineFunction(m, "gcd(*integers)", [](Interpreter& vm, Arguments& a) -> Value {
        mpz_class out = 0;
        for (const Value& each : a.rest()) out = gcd(out, whole(vm, each));
        return vm.integer(out);
    });
    defineFunction(m, "lcm(*integers)", [](Interpreter& vm, Arguments& a) -> Value {
        mpz_class out = 1;
        for (const Value& each : a.rest()) {
            out = lcm(out, whole(vm, each));
            vm.checkDigits(out);
        }
        return vm.integer(out);
    });
}

void fillMathSums(Interpreter&, Module& m) {
    defineFunction(m, "fsum(seq, /)", exactSum);
    defineFunction(m, "prod(iterable, /, *, start=1)", product);
    defineFunction(m, "dist(p, q, /)", distance);
    defineFunction(m, "hypot(*coordinates)", hypotenuse);
}

}  // namespace backstep::modules
