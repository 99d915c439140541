// SPDX-License-Identifier: GPL-3.0-or-later
// What the module statistics computes exactly: sums of fractions, and their roots, rounded once.
#include <cmath>

#include "engine/modules/python_modules.h"
#include "engine/python/numbers.h"
#include "engine/python/types_library.h"

namespace backstep::modules {
namespace {

using python::raise;
using python::TypeError;

struct Data {
    std::vector<mpq_class> numbers;
    bool whole = true;   // all are ints
    double special = 0;  // an infinity or NaN among them: then the sum
    bool finite = true;
};

Data read(Interpreter& vm, const Value& v) {
    Data out;
    vm.forEach(v, [&](const Value& each) {
        if (python::isInteger(each)) {
            out.numbers.emplace_back(vm.toInteger(each));
            return;
        }
        if (each.is<Str>()) raise<TypeError>("can't convert type 'str' to numerator/denominator");
        const double x = vm.toDouble(each);
        out.whole = false;
        out.finite = out.finite && std::isfinite(x);
        out.special += x;
        out.numbers.emplace_back(std::isfinite(x) ? mpq_class(x) : mpq_class(0));
    });
    return out;
}

Value rounded(Interpreter& vm, const mpq_class& q, bool whole) {
    if (whole && q.get_den() == 1) return vm.integer(q.get_num());
    return python::numericBinary(vm, BinaryOp::Divide, vm.integer(q.get_num()), vm.integer(q.get_den()));
}

mpq_class sum(const Data& data) {
    mpq_class total = 0;
    for (const mpq_class& x : data.numbers) total += x;
    return total;
}

// Σ (x − mean)², the mean exact unless it is given.
mpq_class squares(const Data& data, const mpq_class& mean) {
    mpq_class total = 0;
    for (const mpq_class& x : data.numbers) total += (x - mean) * (x - mean);
    return total;
}

mpq_class spread(Interpreter& vm, Arguments& a, const Data& data) {
    const auto n = static_cast<unsigned long>(data.numbers.size());
    mpq_class mean = sum(data) / n;
    if (a.has(1)) mean = python::isInteger(a[1]) ? mpq_class(vm.toInteger(a[1])) : mpq_class(vm.toDouble(a[1]));
    return squares(data, mean) / (n - static_cast<unsigned long>(a.integer(2)));
}

// The square root of a fraction, rounded once (half to even cannot occur beyond the sticky bit).
double rootOf(const mpq_class& q) {
    if (q == 0) return 0;
    const long bits = static_cast<long>(mpz_sizeinbase(q.get_num_mpz_t(), 2)) - static_cast<long>(mpz_sizeinbase(q.get_den_mpz_t(), 2));
    long shift = (130 - bits) / 2;  // the root then has about 65 bits
    mpz_class numerator = q.get_num(), denominator = q.get_den();
    if (shift > 0) numerator <<= static_cast<unsigned long>(2 * shift);
    if (shift < 0) denominator <<= static_cast<unsigned long>(-2 * shift);
    const mpz_class whole = numerator / denominator;
    mpz_class root = sqrt(whole);
    const bool exact = root * root * denominator == numerator;
    root = root * 2 + (exact ? 0 : 1);
    const auto extra = static_cast<long>(mpz_sizeinbase(root.get_mpz_t(), 2)) - 53;
    if (extra > 0) {
        const auto cut = static_cast<unsigned long>(extra);
        const bool half = mpz_tstbit(root.get_mpz_t(), cut - 1) != 0, below = mpz_scan1(root.get_mpz_t(), 0) < cut - 1;
        root >>= cut;
        if (half && (below || mpz_odd_p(root.get_mpz_t()) != 0)) root += 1;
        return std::ldexp(root.get_d(), static_cast<int>(extra - shift - 1));
    }
    return std::ldexp(root.get_d(), static_cast<int>(-shift - 1));
}

void fillStatistics(Interpreter&, Module& m) {
    python::defineFunction(m, "mean(data, /)", [](Interpreter& vm, Arguments& a) -> Value {
        const Data data = read(vm, a[0]);
        if (!data.finite) return Value(data.special / static_cast<double>(data.numbers.size()));
        return rounded(vm, sum(data) / static_cast<unsigned long>(data.numbers.size()), data.whole);
    });
    python::defineFunction(m, "harmonic(inverses, /)", [](Interpreter& vm, Arguments& a) -> Value {
        const Data data = read(vm, a[0]);
        if (!data.finite) return Value(static_cast<double>(data.numbers.size()) / data.special);
        return rounded(vm, static_cast<unsigned long>(data.numbers.size()) / sum(data), data.whole);
    });
    // The sum of squares by n − less: a variance, or its root.
    python::defineFunction(m, "variance(data, mean, less, /)", [](Interpreter& vm, Arguments& a) -> Value {
        const Data data = read(vm, a[0]);
        if (!data.finite) return Value(std::nan(""));
        return rounded(vm, spread(vm, a, data), data.whole);
    });
    python::defineFunction(m, "deviation(data, mean, less, /)", [](Interpreter& vm, Arguments& a) -> Value {
        const Data data = read(vm, a[0]);
        if (!data.finite) return Value(std::nan(""));
        return Value(rootOf(spread(vm, a, data)));
    });
}

}  // namespace

void addStatistics(Interpreter& vm) { vm.addModule("_statistics", fillStatistics); }

}  // namespace backstep::modules
