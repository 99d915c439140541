// SPDX-License-Identifier: GPL-3.0-or-later
// The module random: CPython's generator and its distributions, as one hidden object's methods and as the class Random.
#include <algorithm>
#include <cmath>

#include "engine/modules/notes.h"
#include "engine/modules/python_modules.h"
#include "engine/python/numbers.h"
#include "engine/python/types_library.h"
#include "engine/tensor/random_python.h"

namespace backstep::modules {
namespace {

using python::IndexError;
using python::raise;
using python::TypeError;
using python::ValueError;

struct Generator : python::Instance {
    using Base = python::Object;
    PythonRandom random;
    Generator() = default;
};

PythonRandom& generator(Interpreter& vm, Arguments& a) {
    PythonRandom& random = a.as<Generator>(0).random;
    if (!random.wasSeeded()) Notes::of(vm).unseededRandom = true;
    return random;
}

std::vector<std::uint32_t> wordsOf(mpz_class number) {
    std::vector<std::uint32_t> words;
    for (number = abs(number); number > 0; number >>= 32)
        words.push_back(static_cast<std::uint32_t>(mpz_class(number & 0xffffffffU).get_ui()));
    return words;
}

mpz_class fromWords(const std::vector<std::uint32_t>& words) {
    mpz_class out = 0;
    for (std::size_t i = words.size(); i-- > 0;) out = (out << 32) + static_cast<unsigned long>(words[i]);
    return out;
}

mpz_class below(PythonRandom& random, const mpz_class& n) {
    if (n.fits_slong_p()) return mpz_class(static_cast<unsigned long>(random.below(n.get_ui())));
    const std::size_t bits = mpz_sizeinbase(n.get_mpz_t(), 2);
    for (;;) {
        mpz_class drawn = fromWords(random.bits(bits));
        if (drawn < n) return drawn;
    }
}

void seed(Interpreter& vm, PythonRandom& random, const Value& v) {
    if (v.isNone()) {
        Notes::of(vm).unseededRandom = true;
        random.seed(0);
    } else if (const Str* text = v.as<Str>()) {
        random.seedBytes(text->text);
    } else if (python::isInteger(v)) {
        random.seed(wordsOf(vm.toInteger(v)));
    } else if (v.isFloat()) {
        random.seed(vm.hash(v));  // CPython hashes what is no number or text
    } else {
        raise<TypeError>("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.");
    }
}

// ---- whole numbers

mpz_class rangeArgument(Interpreter& vm, const Value& v, const char* which) {
    if (python::isInteger(v)) return vm.toInteger(v);
    if (v.isFloat()) {
        if (std::isfinite(v.real()) && v.real() == std::floor(v.real())) return mpz_class(v.real());
        raise<ValueError>(std::string("non-integer ") + which + " for randrange()");
    }
    return mpz_class(static_cast<long>(vm.toIndex(v)));
}

Value inRange(Interpreter& vm, PythonRandom& random, const Value& first, const Value& second, const Value& third) {
    const mpz_class start = rangeArgument(vm, first, "arg 1");
    if (second.isNone()) {
        if (start > 0) return vm.integer(below(random, start));
        raise<ValueError>("empty range for randrange()");
    }
    const mpz_class stop = rangeArgument(vm, second, "stop"), step = rangeArgument(vm, third, "step"), width = stop - start;
    if (step == 1 && width > 0) return vm.integer(start + below(random, width));
    if (step == 1)
        raise<ValueError>("empty range for randrange() (" + start.get_str() + ", " + stop.get_str() + ", " + width.get_str() + ")");
    if (step == 0) raise<ValueError>("zero step for randrange()");
    mpz_class count;
    const mpz_class rounded = step > 0 ? mpz_class(width + step - 1) : mpz_class(width + step + 1);
    mpz_fdiv_q(count.get_mpz_t(), rounded.get_mpz_t(), step.get_mpz_t());
    if (count <= 0) raise<ValueError>("empty range for randrange()");
    return vm.integer(start + step * below(random, count));
}

Value randomBits(Interpreter& vm, Arguments& a) {
    const std::int64_t k = a.integer(1);
    if (k < 0) raise<ValueError>("number of bits must be non-negative");
    if (k > 14000) vm.checkDigits(mpz_class(1) << 15000);
    return vm.integer(fromWords(generator(vm, a).bits(static_cast<std::uint64_t>(k))));
}

// ---- sequences

Value choice(Interpreter& vm, Arguments& a) {
    PythonRandom& random = generator(vm, a);
    const std::int64_t n = vm.length(a[1]);
    if (n == 0) raise<IndexError>("Cannot choose from an empty sequence");
    return vm.getItem(a[1], Value(random.below(static_cast<std::uint64_t>(n))));
}

Value shuffle(Interpreter& vm, Arguments& a) {
    PythonRandom& random = generator(vm, a);
    for (std::int64_t i = vm.length(a[1]) - 1; i > 0; --i) {
        const Value j(random.below(static_cast<std::uint64_t>(i) + 1));
        const Value x = vm.getItem(a[1], Value(i)), y = vm.getItem(a[1], j);
        vm.setItem(a[1], Value(i), y);
        vm.setItem(a[1], j, x);
    }
    return Value::none();
}

Value sample(Interpreter& vm, Arguments& a) {
    if (a[1].is<python::Set>() || a[1].is<python::Dict>() || !vm.typeOf(a[1])->slots.getItem || !vm.typeOf(a[1])->slots.length) {
        raise<TypeError>("Population must be a sequence.  For dicts or sets, use sorted(d).");
    }
    PythonRandom& random = generator(vm, a);
    std::int64_t n = vm.length(a[1]);
    std::vector<std::int64_t> cumulative;
    if (a.has(3)) {
        std::int64_t total = 0;
        for (const Value& count : vm.toVector(a[3])) cumulative.push_back(total += vm.toIndex(count));
        if (static_cast<std::int64_t>(cumulative.size()) != n) raise<ValueError>("The number of counts does not match the population");
        if (total <= 0) raise<ValueError>("Total of counts must be greater than zero");
        n = total;
    }
    const std::int64_t k = a.integer(2);
    if (k < 0 || k > n) raise<ValueError>("Sample larger than population or is negative");
    vm.countSteps(k / 16);
    const Value out = vm.list();
    auto& items = out.as<python::List>()->items;
    python::willHold(*out.object(), static_cast<std::size_t>(k));
    for (const std::size_t i : random.sample(static_cast<std::size_t>(n), static_cast<std::size_t>(k))) {
        auto at = static_cast<std::int64_t>(i);
        if (!cumulative.empty()) at = std::upper_bound(cumulative.begin(), cumulative.end(), at) - cumulative.begin();
        items.push_back(vm.getItem(a[1], Value(at)));
    }
    return out;
}

std::vector<double> numbers(Interpreter& vm, const Value& v) {
    std::vector<double> out;
    for (const Value& each : vm.toVector(v)) out.push_back(vm.toDouble(each));
    return out;
}

Value choices(Interpreter& vm, Arguments& a) {
    PythonRandom& random = generator(vm, a);
    const std::int64_t n = vm.length(a[1]), k = std::max<std::int64_t>(0, a.integer(4));
    std::vector<double> cumulative;
    if (a.has(3)) {
        if (a.has(2)) raise<TypeError>("Cannot specify both weights and cumulative weights");
        cumulative = numbers(vm, a[3]);
    } else if (a.has(2)) {
        double total = 0;
        for (const double weight : numbers(vm, a[2])) cumulative.push_back(total += weight);
    }
    const bool weighted = a.has(2) || a.has(3);
    if (weighted) {
        if (static_cast<std::int64_t>(cumulative.size()) != n) raise<ValueError>("The number of weights does not match the population");
        if (cumulative.empty() || cumulative.back() <= 0) raise<ValueError>("Total of weights must be greater than zero");
        if (!std::isfinite(cumulative.back())) raise<ValueError>("Total of weights must be finite");
    }
    vm.countSteps(k / 16);
    const Value out = vm.list();
    python::willHold(*out.object(), static_cast<std::size_t>(k));
    const auto count = static_cast<std::size_t>(k);
    for (const std::size_t i : weighted ? random.choices(cumulative, count) : random.choices(static_cast<std::size_t>(n), count)) {
        out.as<python::List>()->items.push_back(vm.getItem(a[1], Value(i)));
    }
    return out;
}

// ---- distributions

using Distribution = double (*)(PythonRandom&, Arguments&);

Value uniform(Interpreter& vm, Arguments& a) {
    // a + (b - a) * random(), with whatever a and b are.
    const Value width = vm.binary(BinaryOp::Subtract, a[2], a[1]);
    return vm.binary(BinaryOp::Add, a[1], vm.binary(BinaryOp::Multiply, width, Value(generator(vm, a).random())));
}

Value exponential(Interpreter& vm, Arguments& a) {
    const double rate = a.number(1);
    PythonRandom& random = generator(vm, a);
    if (rate == 0) raise<python::ZeroDivisionError>("float division by zero");
    return Value(random.expovariate(rate));
}

double triangular(PythonRandom& random, Arguments& a) {
    return random.triangular(a.number(1), a.number(2), a.has(3) ? std::optional<double>(a.number(3)) : std::nullopt);
}

double gamma(PythonRandom& random, Arguments& a) {
    const double alpha = a.number(1), beta = a.number(2);
    if (alpha <= 0 || beta <= 0) raise<ValueError>("gammavariate: alpha and beta must be > 0.0");
    return random.gammavariate(alpha, beta);
}

struct Method {
    const char* signature;
    python::NativeCode code;
};

void addDistribution(std::vector<Method>& out, const char* signature, Distribution draw) {
    out.push_back({signature, [draw](Interpreter& vm, Arguments& a) -> Value { return Value(draw(generator(vm, a), a)); }});
}

std::vector<Method> methods() {
    std::vector<Method> out{
        {"seed(self, a=None, version=2)",
         [](Interpreter& vm, Arguments& a) -> Value {
             seed(vm, a.as<Generator>(0).random, a[1]);
             return Value::none();
         }},
        {"randrange(self, start, stop=None, step=1)",
         [](Interpreter& vm, Arguments& a) -> Value { return inRange(vm, generator(vm, a), a[1], a[2], a[3]); }},
        {"randint(self, a, b)",
         [](Interpreter& vm, Arguments& a) -> Value {
             return inRange(vm, generator(vm, a), a[1], vm.binary(BinaryOp::Add, a[2], Value(1)), Value(1));
         }},
        {"getrandbits(self, k, /)", randomBits},
        {"choice(self, seq)", choice},
        {"shuffle(self, x)", shuffle},
        {"sample(self, population, k, *, counts=None)", sample},
        {"choices(self, population, weights=None, *, cum_weights=None, k=1)", choices},
        {"uniform(self, a, b)", uniform},
        {"expovariate(self, lambd)", exponential},
    };
    for (const char* signature : {"getstate(...)", "setstate(...)", "randbytes(...)"}) {
        out.push_back({signature, [signature](Interpreter&, Arguments&) -> Value {
                           python::unsupported("random." + std::string(signature).substr(0, std::string(signature).find('(')),
                                               "random.seed");
                       }});
    }
    addDistribution(out, "random(self, /)", [](PythonRandom& r, Arguments&) { return r.random(); });
    addDistribution(out, "triangular(self, low=0.0, high=1.0, mode=None)", triangular);
    addDistribution(out, "gauss(self, mu=0.0, sigma=1.0)", [](PythonRandom& r, Arguments& a) { return r.gauss(a.number(1), a.number(2)); });
    addDistribution(out, "normalvariate(self, mu=0.0, sigma=1.0)",
                    [](PythonRandom& r, Arguments& a) { return r.normalvariate(a.number(1), a.number(2)); });
    addDistribution(out, "lognormvariate(self, mu, sigma)",
                    [](PythonRandom& r, Arguments& a) { return r.lognormvariate(a.number(1), a.number(2)); });
    addDistribution(out, "vonmisesvariate(self, mu, kappa)",
                    [](PythonRandom& r, Arguments& a) { return r.vonmisesvariate(a.number(1), a.number(2)); });
    addDistribution(out, "gammavariate(self, alpha, beta)", gamma);
    addDistribution(out, "betavariate(self, alpha, beta)",
                    [](PythonRandom& r, Arguments& a) { return r.betavariate(a.number(1), a.number(2)); });
    addDistribution(out, "paretovariate(self, alpha)", [](PythonRandom& r, Arguments& a) { return r.paretovariate(a.number(1)); });
    addDistribution(out, "weibullvariate(self, alpha, beta)",
                    [](PythonRandom& r, Arguments& a) { return r.weibullvariate(a.number(1), a.number(2)); });
    return out;
}

void initGenerator(Interpreter& vm, const Value& self, const python::Call& call) {
    if (call.count > 0) seed(vm, self.as<Generator>()->random, call.values[0]);
}

void fillRandom(Interpreter& vm, Module& m) {
    python::Type* type = python::defineType<Generator>("Random", "random");
    type->slots.create = [](Interpreter&, python::Type& t, const python::Call&) -> Value { return python::makeOf<Generator>(t); };
    type->slots.init = initGenerator;
    for (Method& method : methods()) {
        const std::string signature = method.signature;
        const bool compiled = signature.find("/)") != std::string::npos;
        python::defineMethod(*type, compiled ? signature : "def Random." + signature, std::move(method.code));
    }
    python::finishType(*type);
    setConstant(vm, m, "Random", Value(type));
    const Value hidden = python::makeOf<Generator>(*type);
    for (const Method& method : methods()) {
        const std::string name = std::string(method.signature).substr(0, std::string(method.signature).find('('));
        setConstant(vm, m, name, vm.getAttribute(hidden, name));
    }
}

}  // namespace

void addRandom(Interpreter& vm) { vm.addModule("random", fillRandom); }

}  // namespace backstep::modules
