// SPDX-License-Identifier: GPL-3.0-or-later
// numpy.random: its functions, RandomState and default_rng, with numpy's own numbers after a seed.
#include <cmath>

#include "engine/modules/numpy.h"
#include "engine/tensor/random_pcg.h"

namespace backstep::modules {

using python::List;

namespace {

struct RandomStateObject : python::Object {
    NumpyGenerator generator;
};
struct GeneratorObject : python::Object {
    NumpyDefaultRng generator;
};

// A function of np.random and method of RandomState: `a[first + i]` is its parameter i.
using DrawCode = std::function<Value(Interpreter&, NumpyGenerator&, Arguments&, std::size_t first)>;

NumpyGenerator& shared(Interpreter& vm) {
    NumpyGenerator& generator = Numpy::of(vm).random;
    if (!generator.wasSeeded()) Notes::of(vm).unseededRandom = true;
    return generator;
}

struct Definer {
    Interpreter& vm;
    Type* state;

    void operator()(const std::string& name, const std::string& parameters, const DrawCode& code) const {
        python::defineFunction(vm.defineModule("numpy.random"), name + "(" + parameters + ")",
                               [code](Interpreter& vm, Arguments& a) { return code(vm, shared(vm), a, 0); });
        python::defineMethod(*state, name + "(self" + (parameters.empty() ? "" : ", " + parameters) + ")",
                             [code](Interpreter& vm, Arguments& a) { return code(vm, a.as<RandomStateObject>(0).generator, a, 1); });
    }
};

TensorShape sizeOf(Interpreter& vm, const Value& size) {
    const TensorShape shape = shapeOf(vm, size);
    for (const std::int64_t d : shape) {
        if (d < 0) failValue("negative dimensions are not allowed");
    }
    checkSize(vm, shape);
    return shape;
}

std::string shownShape(Interpreter& vm, const TensorShape& shape) {
    return vm.repr(vm.tuple(std::vector<Value>(shape.begin(), shape.end())));
}

// One draw for each element of the broadcast parameters, or of `size`; a plain number where all are plain.
template <class F>
Value drawn(Interpreter& vm, std::initializer_list<Value> parameters, const Value& size, DType dtype, F draw) {
    std::vector<Tensor> values;
    TensorShape shape;
    for (const Value& v : parameters) {
        values.push_back(tensorOf(vm, v));
        const auto both = broadcastShapes(shape, values.back().shape());
        if (!both) failValue("shape mismatch: objects cannot be broadcast to a single shape");
        shape = *both;
    }
    const bool sized = !size.isEmpty() && !size.isNone();
    if (sized) {
        const TensorShape wanted = sizeOf(vm, size);
        const auto both = broadcastShapes(shape, wanted);
        if (!both || *both != wanted)
            failValue("Output size " + shownShape(vm, wanted) + " is not compatible with broadcast dimensions of inputs " +
                      shownShape(vm, shape) + ".");
        shape = wanted;
    }
    for (Tensor& v : values) v = v.expandedTo(shape);
    std::vector<double> out(static_cast<std::size_t>(elementCount(shape)));
    std::vector<double> given(values.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        for (std::size_t k = 0; k < values.size(); ++k) given[k] = values[k].at(static_cast<std::int64_t>(i));
        out[i] = draw(given.data());
    }
    if (shape.empty() && !sized) return pythonValue(out[0], dtype);
    return arrayValue(vm, Tensor(shape, std::move(out), dtype));
}

// "scale < 0", "df <= 0": what a parameter must not be, in none of its elements; it is looked at before anything is drawn.
void refuseWhereSo(Interpreter& vm, const Value& parameter, std::string_view wrong) {
    if (wrong.empty()) return;
    const bool orZero = wrong.find("<=") != std::string_view::npos;
    const Tensor given = tensorOf(vm, parameter);
    for (const double x : given.numbers()) {
        if (orZero ? x <= 0 : !std::isnan(x) && std::signbit(x)) failValue(std::string(wrong));
    }
}

void seedWith(Interpreter& vm, NumpyGenerator& generator, const Value& seed) {
    if (seed.isEmpty() || seed.isNone()) {
        generator.seed(0);
        return;
    }
    if (seed.is<List>() || seed.is<python::Tuple>() || isArray(vm, seed)) {
        std::vector<std::uint32_t> words;
        for (const Value& v : vm.toVector(seed)) words.push_back(static_cast<std::uint32_t>(vm.toIndex(v)));
        if (words.empty()) failValue("Seed must be non-empty");
        generator.seed(words);
        return;
    }
    if (seed.isFloat()) failType("Cannot cast scalar from dtype('float64') to dtype('int64') according to the rule 'safe'");
    if (const auto* text = seed.as<python::Str>()) {
        failType("Cannot cast scalar from dtype('<U" + std::to_string(std::max<std::uint32_t>(text->length, 1)) +
                 "') to dtype('int64') according to the rule 'safe'");
    }
    const std::int64_t n = seed.is<python::BigInt>() ? -1 : vm.toIndex(seed);
    if (n < 0 || n > 4294967295LL) failValue("Seed must be between 0 and 2**32 - 1");
    generator.seed(static_cast<std::uint32_t>(n));
}

TensorShape restShape(Interpreter& vm, std::span<const Value> rest) {
    TensorShape shape;
    for (const Value& v : rest) shape.push_back(vm.toIndex(v));
    for (const std::int64_t d : shape) {
        if (d < 0) failValue("negative dimensions are not allowed");
    }
    checkSize(vm, shape);
    return shape;
}

// What randint draws from must have room in its type.
void checkRange(const Tensor& low, const Tensor& high, DType dtype) {
    if (dtype == DType::Int64) return;
    const double least = dtype == DType::Bool ? 0 : -2147483648.0;
    const double beyond = dtype == DType::Bool ? 2 : 2147483648.0;
    for (const double x : low.numbers()) {
        if (x < least) failValue("low is out of bounds for " + arrayDtypeName(dtype));
    }
    for (const double x : high.numbers()) {
        if (x > beyond) failValue("high is out of bounds for " + arrayDtypeName(dtype));
    }
}

void refuseKeywords(const Arguments& a, const char* function) {
    if (a.keywordNames().empty()) return;
    failType(std::string(function) + "() got an unexpected keyword argument '" + a.keywordNames()[0]->text + "'");
}

void defineUniform(const Definer& define) {
    define("seed", "seed=None", [](Interpreter& vm, NumpyGenerator& g, Arguments& a, std::size_t f) {
        seedWith(vm, g, a[f]);
        return Value::none();
    });
    define("rand", "*args, **keywords", [](Interpreter& vm, NumpyGenerator& g, Arguments& a, std::size_t) -> Value {
        refuseKeywords(a, "rand");
        return a.rest().empty() ? Value(g.random()) : arrayValue(vm, g.rand(restShape(vm, a.rest())));
    });
    define("randn", "*args, **keywords", [](Interpreter& vm, NumpyGenerator& g, Arguments& a, std::size_t) -> Value {
        refuseKeywords(a, "randn");
        return a.rest().empty() ? Value(g.standardNormal()) : arrayValue(vm, g.randn(restShape(vm, a.rest())));
    });
    for (const char* name : {"random", "random_sample", "ranf", "sample"}) {
        define(name, "size=None", [](Interpreter& vm, NumpyGenerator& g, Arguments& a, std::size_t f) {
            return drawn(vm, {}, a[f], DType::Float64, [&](const double*) { return g.random(); });
        });
    }
    define("uniform", "low=0.0, high=1.0, size=None", [](Interpreter& vm, NumpyGenerator& g, Arguments& a, std::size_t f) {
        return drawn(vm, {a[f], a[f + 1]}, a[f + 2], DType::Float64, [&](const double* p) {
            if (!std::isfinite(p[1] - p[0])) python::raise<python::OverflowError>("Range exceeds valid bounds");
            return g.uniform(p[0], p[1]);
        });
    });
    define("normal", "loc=0.0, scale=1.0, size=None", [](Interpreter& vm, NumpyGenerator& g, Arguments& a, std::size_t f) {
        refuseWhereSo(vm, a[f + 1], "scale < 0");
        return drawn(vm, {a[f], a[f + 1]}, a[f + 2], DType::Float64, [&](const double* p) { return g.normal(p[0], p[1]); });
    });
    define("standard_normal", "size=None", [](Interpreter& vm, NumpyGenerator& g, Arguments& a, std::size_t f) {
        return drawn(vm, {}, a[f], DType::Float64, [&](const double*) { return g.standardNormal(); });
    });
    define("randint", "low, high=None, size=None, dtype=None",
           [](Interpreter& vm, NumpyGenerator& g, Arguments& a, std::size_t f) -> Value {
               const Value zero(0);
               const bool one = !a.has(f + 1);
               const DType dtype = numpyDType(vm, a[f + 3]).value_or(DType::Int64);
               if (isFloating(dtype)) failType("Unsupported dtype dtype('" + arrayDtypeName(dtype) + "') for randint");
               const Tensor low = tensorOf(vm, one ? zero : a[f]);
               const Tensor high = tensorOf(vm, one ? a[f] : a[f + 1]);
               checkRange(low, high, dtype);
               for (std::int64_t i = 0; i < std::max(low.size(), high.size()); ++i) {
                   if (low.at(low.size() == 1 ? 0 : i) >= std::trunc(high.at(high.size() == 1 ? 0 : i)))
                       failValue(one ? "high <= 0" : "low >= high");
               }
               if (low.dims() + high.dims() == 0) {
                   const auto from = static_cast<std::int64_t>(low.at(0));
                   const auto to = static_cast<std::int64_t>(high.at(0));
                   if (!a.has(f + 2)) {
                       const double number = g.integers({}, from, to, dtype).at(0);
                       return a.has(f + 3) && !a[f + 3].is<Type>() ? scalarValue(vm, number, dtype) : pythonValue(number, dtype);
                   }
                   return arrayValue(vm, g.integers(sizeOf(vm, a[f + 2]), from, to, dtype));
               }
               return drawn(vm, {one ? zero : a[f], one ? a[f] : a[f + 1]}, a[f + 2], dtype, [&](const double* p) {
                   return static_cast<double>(g.integer(static_cast<std::int64_t>(p[0]), static_cast<std::int64_t>(p[1])));
               });
           });
}

// --- choosing ---

// The elements at these places of what was given: a number stands for that many.
Value picked(Interpreter& vm, const Value& from, const std::vector<std::size_t>& places, const TensorShape* shape) {
    std::vector<double> index;
    index.reserve(places.size());
    for (const std::size_t p : places) index.push_back(static_cast<double>(p));
    const bool number = from.isInt() || isScalarObject(vm, from);
    if (shape == nullptr) {
        if (number) return Value(static_cast<std::int64_t>(places.at(0)));
        return arrayGetItem(vm, arrayValue(vm, tensorOf(vm, from)), Value(static_cast<std::int64_t>(places.at(0))));
    }
    const Value at = arrayValue(vm, Tensor(*shape, std::move(index), DType::Int64));
    return number ? at : arrayGetItem(vm, arrayValue(vm, tensorOf(vm, from)), at);
}

template <class G>
Value choice(Interpreter& vm, G& g, const Value& from, const Value& size, bool replace, const Value& p, bool oneDimension) {
    const bool number = from.isInt() || isScalarObject(vm, from);
    if (!number && oneDimension && tensorOf(vm, from).dims() != 1) failValue("a must be 1-dimensional");
    const std::int64_t n = number ? vm.toIndex(from) : tensorOf(vm, from).shape().at(0);
    const bool sized = !size.isEmpty() && !size.isNone();
    const TensorShape shape = sized ? sizeOf(vm, size) : TensorShape();
    if (n <= 0 && elementCount(shape) > 0) {
        failValue(number ? "a must be greater than 0 unless no samples are taken" : "'a' cannot be empty unless no samples are taken");
    }
    std::optional<std::vector<double>> weights;
    if (!p.isEmpty() && !p.isNone()) {
        const Tensor t = tensorOf(vm, p);
        if (t.dims() != 1) failValue("'p' must be 1-dimensional");
        weights.emplace(t.numbers().begin(), t.numbers().end());
    }
    const auto count = static_cast<std::size_t>(elementCount(shape));
    const std::string error = NumpyGenerator::choiceError(static_cast<std::size_t>(n), count, replace, weights);
    if (!error.empty()) failValue(error);
    const std::vector<std::size_t> places = g.choice(static_cast<std::size_t>(n), count, replace, weights.value_or(std::vector<double>()));
    return picked(vm, from, places, sized ? &shape : nullptr);
}

template <class G>
Value permutation(Interpreter& vm, G& g, const Value& of) {
    const bool number = of.isInt() || isScalarObject(vm, of);
    const std::int64_t n = number ? vm.toIndex(of) : tensorOf(vm, of).shape().at(0);
    const TensorShape shape{n};
    return picked(vm, of, g.shuffledOrder(static_cast<std::size_t>(n)), &shape);
}

template <class G>
void shuffle(Interpreter& vm, G& g, const Value& what) {
    if (List* list = what.as<List>()) {
        const std::vector<Value> before = list->items;
        const std::vector<std::size_t> order = g.shuffledOrder(before.size());
        for (std::size_t i = 0; i < order.size(); ++i) list->items[i] = before[order[i]];
        return;
    }
    if (!isArray(vm, what)) {
        static_cast<void>(vm.length(what));  // raises for what has none
        failType("'" + vm.typeOf(what)->name + "' object does not support item assignment");
    }
    const Value mixed = permutation(vm, g, what);
    assignArray(vm, asVar(what), asVar(mixed)->value());
}

void defineChoosing(const Definer& define) {
    define("choice", "a, size=None, replace=True, p=None", [](Interpreter& vm, NumpyGenerator& g, Arguments& a, std::size_t f) {
        return choice(vm, g, a[f], a[f + 1], a.truth(f + 2), a[f + 3], true);
    });
    define("permutation", "x, /", [](Interpreter& vm, NumpyGenerator& g, Arguments& a, std::size_t f) { return permutation(vm, g, a[f]); });
    define("shuffle", "x, /", [](Interpreter& vm, NumpyGenerator& g, Arguments& a, std::size_t f) {
        shuffle(vm, g, a[f]);
        return Value::none();
    });
}

// --- distributions ---

void defineDistributions(const Definer& define) {
    using G = NumpyGenerator;
    struct One {
        const char *name, *parameters, *wrong;
        double (*draw)(G&, const double*);
    };
    struct Two {
        const char *name, *parameters, *wrongFirst, *wrongSecond;
        double (*draw)(G&, const double*);
    };
    for (const One& one : {One{"exponential", "scale=1.0, size=None", "scale < 0", [](G&g, const double*p) { return g.exponential(p[0]); }},
                           One{"standard_gamma", "shape, size=None", "shape < 0", [](G&g, const double*p) { return g.gamma(p[0]); }},
                           One{"chisquare", "df, size=None", "df <= 0", [](G&g, const double*p) { return g.chisquare(p[0]); }},
                           One{"rayleigh", "scale=1.0, size=None", "scale < 0", [](G&g, const double*p) { return g.rayleigh(p[0]); }},
                           One{"weibull", "a, size=None", "a < 0", [](G&g, const double*p) { return g.weibull(p[0]); }},
                           One{"pareto", "a, size=None", "a <= 0", [](G&g, const double*p) { return g.pareto(p[0]); }},
                           One{"power", "a, size=None", "a <= 0", [](G&g, const double*p) { return g.power(p[0]); }},
                           One{"standard_t", "df, size=None", "df <= 0", [](G&g, const double*p) { return g.standardT(p[0]); }}}) {
        define(one.name, one.parameters, [one](Interpreter& vm, G& g, Arguments& a, std::size_t f) {
            refuseWhereSo(vm, a[f], one.wrong);
            return drawn(vm, {a[f]}, a[f + 1], DType::Float64, [&](const double* p) { return one.draw(g, p); });
        });
    }
    define("standard_exponential", "size=None", [](Interpreter& vm, G& g, Arguments& a, std::size_t f) {
        return drawn(vm, {}, a[f], DType::Float64, [&](const double*) { return g.exponential(); });
    });
    define("standard_cauchy", "size=None", [](Interpreter& vm, G& g, Arguments& a, std::size_t f) {
        return drawn(vm, {}, a[f], DType::Float64, [&](const double*) { return g.standardCauchy(); });
    });
    for (const Two& two :
         {Two{"gamma", "shape, scale=1.0, size=None", "shape < 0", "scale < 0", [](G&g, const double*p) { return g.gamma(p[0], p[1]); }},
          Two{"beta", "a, b, size=None", "a <= 0", "b <= 0", [](G&g, const double*p) { return g.beta(p[0], p[1]); }},
          Two{"laplace", "loc=0.0, scale=1.0, size=None", "", "scale < 0", [](G&g, const double*p) { return g.laplace(p[0], p[1]); }},
          Two{"logistic", "loc=0.0, scale=1.0, size=None", "", "scale < 0", [](G&g, const double*p) { return g.logistic(p[0], p[1]); }},
          Two{"gumbel", "loc=0.0, scale=1.0, size=None", "", "scale < 0", [](G&g, const double*p) { return g.gumbel(p[0], p[1]); }},
          Two{"lognormal", "mean=0.0, sigma=1.0, size=None", "", "sigma < 0", [](G&g, const double*p) { return g.lognormal(p[0], p[1]); }},
          Two{"f", "dfnum, dfden, size=None", "dfnum <= 0", "dfden <= 0", [](G&g, const double*p) { return g.fisher(p[0], p[1]); }}}) {
        define(two.name, two.parameters, [two](Interpreter& vm, G& g, Arguments& a, std::size_t f) {
            refuseWhereSo(vm, a[f], two.wrongFirst);
            refuseWhereSo(vm, a[f + 1], two.wrongSecond);
            return drawn(vm, {a[f], a[f + 1]}, a[f + 2], DType::Float64, [&](const double* p) { return two.draw(g, p); });
        });
    }
    define("triangular", "left, mode, right, size=None", [](Interpreter& vm, G& g, Arguments& a, std::size_t f) {
        return drawn(vm, {a[f], a[f + 1], a[f + 2]}, a[f + 3], DType::Float64, [&](const double* p) {
            if (p[0] > p[1]) failValue("left > mode");
            if (p[1] > p[2]) failValue("mode > right");
            if (p[0] == p[2]) failValue("left == right");
            return g.triangular(p[0], p[1], p[2]);
        });
    });
    define("binomial", "n, p, size=None", [](Interpreter& vm, G& g, Arguments& a, std::size_t f) {
        const bool several = tensorOf(vm, a[f]).dims() + tensorOf(vm, a[f + 1]).dims() > 0;
        return drawn(vm, {a[f], a[f + 1]}, a[f + 2], DType::Int64, [&](const double* p) {
            if (p[0] < 0) failValue("n < 0");
            if (!(p[1] >= 0 && p[1] <= 1)) failValue(several ? "p < 0, p > 1 or p contains NaNs" : "p < 0, p > 1 or p is NaN");
            return static_cast<double>(g.binomial(static_cast<std::int64_t>(p[0]), p[1]));
        });
    });
    define("poisson", "lam=1.0, size=None", [](Interpreter& vm, G& g, Arguments& a, std::size_t f) {
        const bool several = tensorOf(vm, a[f]).dims() > 0;
        return drawn(vm, {a[f]}, a[f + 1], DType::Int64, [&](const double* p) {
            if (!(p[0] >= 0)) failValue(several ? "lam < 0 or lam contains NaNs" : "lam < 0 or lam is NaN");
            return static_cast<double>(g.poisson(p[0]));
        });
    });
    define("geometric", "p, size=None", [](Interpreter& vm, G& g, Arguments& a, std::size_t f) {
        return drawn(vm, {a[f]}, a[f + 1], DType::Int64, [&](const double* p) {
            if (!(p[0] > 0 && p[0] <= 1)) failValue("p <= 0, p > 1 or p contains NaNs");
            return static_cast<double>(g.geometric(p[0]));
        });
    });
}

// --- default_rng ---

NumpyDefaultRng& rng(Arguments& a) { return a.as<GeneratorObject>(0).generator; }

Value makeRng(Interpreter& vm, Type* type, const Value& seed) {
    auto object = python::make<GeneratorObject>(type);
    if (seed.isEmpty() || seed.isNone()) {
        Notes::of(vm).unseededRandom = true;
    } else if (seed.is<List>() || seed.is<python::Tuple>()) {
        std::vector<std::uint32_t> words;
        for (const Value& v : vm.toVector(seed)) words.push_back(static_cast<std::uint32_t>(vm.toIndex(v)));
        object->generator = NumpyDefaultRng(words);
    } else if (seed.isFloat()) {
        failType("SeedSequence expects int or sequence of ints for entropy not " + vm.repr(seed));
    } else {
        const std::int64_t n = vm.toIndex(seed);
        if (n < 0) failValue("expected non-negative integer");
        object->generator = NumpyDefaultRng(static_cast<std::uint64_t>(n));
    }
    return Value(object);
}

void defineGenerator(Interpreter& vm) {
    Module& random = vm.defineModule("numpy.random");
    Type& t =
        *(Numpy::of(vm).generator = python::defineType<GeneratorObject>("numpy.random._generator.Generator", "numpy.random._generator"));
    t.qualifiedName = "Generator";
    t.slots.str = [](Interpreter& vm, const Value&) { return vm.text("Generator(PCG64)"); };
    t.slots.repr = [](Interpreter& vm, const Value&) { return vm.text("Generator(PCG64) at 0x7F0000000000"); };
    python::defineMethod(t, "random(self, size=None, dtype=None, out=None)", [](Interpreter& vm, Arguments& a) {
        if (numpyDType(vm, a[2]) != DType::Float32)
            return drawn(vm, {}, a[1], DType::Float64, [&](const double*) { return rng(a).random(); });
        return drawn(vm, {}, a[1], DType::Float32, [&](const double*) { return static_cast<double>(rng(a).randomFloat()); });
    });
    python::defineMethod(t, "standard_normal(self, size=None)", [](Interpreter& vm, Arguments& a) {
        return drawn(vm, {}, a[1], DType::Float64, [&](const double*) { return rng(a).standardNormal(); });
    });
    python::defineMethod(t, "normal(self, loc=0.0, scale=1.0, size=None)", [](Interpreter& vm, Arguments& a) {
        return drawn(vm, {a[1], a[2]}, a[3], DType::Float64, [&](const double* p) {
            if (!std::isnan(p[1]) && std::signbit(p[1])) failValue("scale < 0");
            return rng(a).normal(p[0], p[1]);
        });
    });
    python::defineMethod(t, "uniform(self, low=0.0, high=1.0, size=None)", [](Interpreter& vm, Arguments& a) {
        return drawn(vm, {a[1], a[2]}, a[3], DType::Float64, [&](const double* p) { return rng(a).uniform(p[0], p[1]); });
    });
    python::defineMethod(
        t, "integers(self, low, high=None, size=None, dtype=None, endpoint=False)", [](Interpreter& vm, Arguments& a) -> Value {
            const Value zero(0);
            const bool one = !a.has(2);
            const double more = a.truth(5) ? 1 : 0;
            const DType dtype = numpyDType(vm, a[4]).value_or(DType::Int64);
            if (dtype != DType::Int64) python::unsupported("numpy.random.Generator.integers of another dtype than int64");
            const Value out = drawn(vm, {one ? zero : a[1], one ? a[1] : a[2]}, a[3], dtype, [&](const double* p) {
                if (p[0] >= p[1] + more) failValue(one ? "high <= 0" : "low >= high");
                return static_cast<double>(rng(a).integer(static_cast<std::int64_t>(p[0]), static_cast<std::int64_t>(p[1] + more)));
            });
            return out.isInt() ? scalarValue(vm, static_cast<double>(out.integer()), DType::Int64) : out;
        });
    python::defineMethod(t, "choice(self, a, size=None, replace=True, p=None, axis=0, shuffle=True)", [](Interpreter& vm, Arguments& a) {
        const Value out = choice(vm, rng(a), a[1], a[2], a.truth(3), a[4], false);
        return out.isInt() ? scalarValue(vm, static_cast<double>(out.integer()), DType::Int64) : out;
    });
    python::defineMethod(t, "permutation(self, x, axis=0)", [](Interpreter& vm, Arguments& a) { return permutation(vm, rng(a), a[1]); });
    python::defineMethod(t, "shuffle(self, x, axis=0)", [](Interpreter& vm, Arguments& a) {
        shuffle(vm, rng(a), a[1]);
        return Value::none();
    });
    for (const char* name :
         {"exponential", "gamma", "beta", "poisson", "binomial", "laplace", "lognormal", "multivariate_normal", "dirichlet", "permuted",
          "standard_exponential", "standard_gamma", "chisquare", "geometric", "logistic", "triangular", "weibull", "multinomial"}) {
        python::defineMethod(t, std::string(name) + "(...)", [name](Interpreter&, Arguments&) -> Value {
            python::unsupported(std::string("numpy.random.Generator.") + name, std::string("numpy.random.") + name);
        });
    }
    speakAsCython(*t.attributes);
    python::finishType(t);
    random.fields->set(vm.intern("Generator"), Value(&t));
    Type* type = &t;
    python::defineFunction(random, "default_rng(seed=None)", [type](Interpreter& vm, Arguments& a) -> Value {
        if (a[0].is<GeneratorObject>()) return a[0];
        return makeRng(vm, type, a[0]);
    });
}

}  // namespace

void addNumpyRandom(Interpreter& vm) {
    Module& random = vm.defineModule("numpy.random");
    Type* state = python::defineType<RandomStateObject>("numpy.random.mtrand.RandomState", "numpy.random.mtrand");
    state->qualifiedName = "RandomState";
    state->slots.repr = [](Interpreter& vm, const Value&) { return vm.text("RandomState(MT19937) at 0x7F0000000040"); };
    state->slots.str = [](Interpreter& vm, const Value&) { return vm.text("RandomState(MT19937)"); };
    state->slots.create = [](Interpreter&, Type& type, const python::Call&) { return Value(python::make<RandomStateObject>(&type)); };
    state->slots.init = [](Interpreter& vm, const Value& self, const python::Call& call) {
        NumpyGenerator& generator = static_cast<RandomStateObject*>(self.object())->generator;
        if (call.total() == 0) Notes::of(vm).unseededRandom = true;
        seedWith(vm, generator, call.total() > 0 ? call.values[0] : Value());
    };
    const Definer define{vm, state};
    defineUniform(define);
    defineChoosing(define);
    defineDistributions(define);
    python::finishType(*state);
    defineGenerator(vm);
    speakAsCython(*state->attributes);
    speakAsCython(*random.fields);
    random.fields->set(vm.intern("RandomState"), Value(state));
}

}  // namespace backstep::modules
