// SPDX-License-Identifier: GPL-3.0-or-later
// Random tensors: torch's own numbers after manual_seed, a fixed seed (and a note) before.
#include <algorithm>
#include <cmath>

#include "engine/modules/notes.h"
#include "engine/modules/torch.h"
#include "engine/modules/torch_generator.h"
#include "engine/modules/torch_parser.h"

namespace backstep::modules {

TorchGenerator& generatorOf(Interpreter& vm) {
    TorchGenerator& generator = vm.state<TorchGenerator>();
    if (!generator.wasSeeded()) Notes::of(vm).unseededRandom = true;
    return generator;
}

namespace {

// A whole number that was drawn is shown as it is, or not at all.
Tensor exactly(Tensor drawn) {
    constexpr double kLimit = 9007199254740992.0;
    const auto large = [](double x) { return std::fabs(x) > kLimit; };
    if (drawn.dtype() == DType::Int64 && std::any_of(drawn.numbers().begin(), drawn.numbers().end(), large))
        python::unsupported("whole numbers beyond 2**53 in a tensor");
    return drawn;
}

// Of a new tensor that is to lie in memory as this one does: of one that is expanded, in order.
std::vector<std::int64_t> stridesLike(const Var& of) {
    return of->isContiguous() ? contiguousStrides(of->shape()) : commonStrides({windowOf(*of)}, of->shape());
}

}  // namespace

Var filledLike(Autograd& g, const Var& of, const std::function<Tensor(const TensorShape&)>& draw) {
    const std::vector<std::int64_t> strides = stridesLike(of);
    if (strides == contiguousStrides(of->shape())) return g.make(draw(of->shape()));
    const Tensor memory = draw(TensorShape{of->size()});
    std::vector<double> numbers;
    numbers.reserve(static_cast<std::size_t>(of->size()));
    for (const std::int64_t place : placesOf({of->shape(), strides, 0})) numbers.push_back(memory.at(place));
    return g.make(Tensor::exact(of->shape(), std::move(numbers), memory.dtype()), strides);
}

namespace {

// torch.Generator(): one of its own, or (`own` empty) that of the run.
struct GeneratorObject : python::Object {
    std::unique_ptr<TorchGenerator> own;
};

TorchGenerator& behind(Interpreter& vm, const Value& value) {
    auto* object = value.as<GeneratorObject>();
    return object->own ? *object->own : vm.state<TorchGenerator>();
}

// The one to draw from: the `generator` that was given, else that of the run.
TorchGenerator& chosen(Interpreter& vm, const Value& value, const char* function) {
    if (value.isEmpty() || value.isNone()) return generatorOf(vm);
    if (!value.is<GeneratorObject>()) {
        failType(std::string(function) + "(): argument 'generator' must be torch.Generator, not " + torchTypeName(vm, value));
    }
    return behind(vm, value);
}

struct Options {
    TorchGenerator* generator = nullptr;
    std::optional<DType> dtype;
    bool requiresGrad = false;
    const Value* size = nullptr;
};

Options optionsOf(Interpreter& vm, Arguments& a, const char* function) {
    Options out;
    for (std::size_t i = 0; i < a.keywordNames().size(); ++i) {
        const std::string& name = a.keywordNames()[i]->text;
        const Value& value = a.keywordValue(i);
        if (name == "dtype") out.dtype = dtypeArgument(vm, value);
        else if (name == "requires_grad") out.requiresGrad = vm.truth(value);
        else if (name == "size") out.size = &value;
        else if (name == "generator") out.generator = &chosen(vm, value, function);
        else if (name == "out") python::unsupported(std::string(function) + "(…, out=…)");
        else if (name != "device" && name != "layout" && name != "pin_memory" && name != "memory_format") {
            failType(std::string(function) + "() got an unexpected keyword argument '" + name + "'");
        }
    }
    return out;
}

TorchGenerator& source(Interpreter& vm, const Options& options) { return options.generator ? *options.generator : generatorOf(vm); }

Value finished(Interpreter& vm, Tensor value, const Options& options) {
    const Var out = gradOf(vm).make(std::move(value));
    gradOf(vm).created(out);
    if (options.requiresGrad) gradOf(vm).setRequiresGrad(out, true);
    return toValue(out);
}

void check(Interpreter& vm, const TensorShape& shape) {
    for (const std::int64_t d : shape) {
        if (d < 0) failRuntime("Trying to create tensor with negative dimension " + std::to_string(d) + ": " + sizesText(shape));
    }
    if (const auto& limit = gradOf(vm).host().checkSize) limit(shape);
}

TensorShape shapeOf(Interpreter& vm, Arguments& a, const Options& options) {
    const TensorShape shape = options.size != nullptr ? integers(vm, *options.size) : sizesOf(vm, a.rest());
    check(vm, shape);
    return shape;
}

DType floating(Interpreter& vm, const Options& options, const char* name) {
    const DType dtype = options.dtype.value_or(Torch::of(vm).defaultDType);
    if (!isFloating(dtype)) failRuntime("\"" + std::string(name) + "\" not implemented for '" + dtypeWord(dtype) + "'");
    return dtype;
}

std::string shown(double x) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%g", x);
    return text.data();
}

void checkChance(const char* function, double p) {
    if (!(p >= 0 && p <= 1)) failRuntime(std::string(function) + " expects p to be in [0, 1], but got p=" + shown(p));
}
void checkChances(const Tensor& given) {
    const auto chances = given.numbers();
    if (std::all_of(chances.begin(), chances.end(), [](double p) { return p >= 0 && p <= 1; })) return;
    failRuntime(
        "Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an "
        "enhancement request to PyTorch.)");
}

// In PyTorch's order.
void checkMultinomial(const Tensor& weights, std::int64_t samples, bool replacement) {
    if (!isFloating(weights.dtype()))
        failRuntime("multinomial only supports floating-point dtypes for input, got: " + dtypeWord(weights.dtype()));
    if (weights.shape().empty() || weights.shape().size() > 2) failRuntime("prob_dist must be 1 or 2 dim");
    if (samples <= 0) failRuntime("cannot sample n_sample <= 0 samples");
    if (!replacement && samples > weights.shape().back())
        failRuntime("cannot sample n_sample > prob_dist.size(-1) samples without replacement");
    const std::span<const double> numbers = weights.numbers();
    for (const double p : numbers) {
        if (!(p >= 0) || std::isinf(p)) failRuntime("probability tensor contains either `inf`, `nan` or element < 0");
    }
    const auto columns = static_cast<std::ptrdiff_t>(weights.shape().back());
    for (auto row = numbers.begin(); columns > 0 && row != numbers.end(); row += columns) {
        if (std::all_of(row, row + columns, [](double p) { return p == 0; }))
            failRuntime("invalid multinomial distribution (sum of probabilities <= 0)");
    }
}

template <class Draw>
Value drawnLike(Interpreter& vm, const Var& of, const Options& options, const Draw& draw) {
    const Var out = filledLike(gradOf(vm), of, draw);
    if (options.requiresGrad) gradOf(vm).setRequiresGrad(out, true);
    return toValue(out);
}

void defineFactories(Interpreter& vm) {
    defineFunctionOf(vm, "torch", "rand(*size, **options)", [](Interpreter& vm, Arguments& a) {
        const Options o = optionsOf(vm, a, "rand");
        const TensorShape shape = shapeOf(vm, a, o);
        return finished(vm, source(vm, o).uniform(shape, floating(vm, o, "check_uniform_bounds")), o);
    });
    defineFunctionOf(vm, "torch", "randn(*size, **options)", [](Interpreter& vm, Arguments& a) {
        const Options o = optionsOf(vm, a, "randn");
        const TensorShape shape = shapeOf(vm, a, o);
        return finished(vm, source(vm, o).normal(shape, floating(vm, o, "normal_kernel_cpu")), o);
    });
    defineFunctionOf(vm, "torch", "rand_like(input, **options)", [](Interpreter& vm, Arguments& a) {
        Options o = optionsOf(vm, a, "rand_like");
        const Var of = tensorArgument(vm, a[0], "rand_like", "input", 1);
        if (!o.dtype) o.dtype = of->dtype();
        return drawnLike(vm, of, o,
                         [&](const TensorShape& shape) { return source(vm, o).uniform(shape, floating(vm, o, "check_uniform_bounds")); });
    });
    defineFunctionOf(vm, "torch", "randn_like(input, **options)", [](Interpreter& vm, Arguments& a) {
        Options o = optionsOf(vm, a, "randn_like");
        const Var of = tensorArgument(vm, a[0], "randn_like", "input", 1);
        if (!o.dtype) o.dtype = of->dtype();
        return drawnLike(vm, of, o, [&](const TensorShape& shape) {
            const bool oneByOne = stridesLike(of) != contiguousStrides(of->shape());
            return source(vm, o).normal(shape, floating(vm, o, "normal_kernel_cpu"), 0, 1, oneByOne);
        });
    });
    defineFunctionOf(vm, "torch", "randint(*bounds, **options)", [](Interpreter& vm, Arguments& a) {
        std::int64_t low = 0;
        std::int64_t high = 0;
        Options o;
        std::vector<Value> places(a.rest().begin(), a.rest().end());
        Value size;
        const auto named = [&](const char* key) { return a.keyword(key); };
        if (const Value* v = named("low")) places.insert(places.begin(), *v);
        if (const Value* v = named("high")) places.push_back(*v);
        if (const Value* v = named("size")) size = *v;
        if (const Value* v = named("dtype")) o.dtype = dtypeArgument(vm, *v);
        if (const Value* v = named("requires_grad")) o.requiresGrad = vm.truth(*v);
        if (const Value* v = named("generator")) o.generator = &chosen(vm, *v, "randint");
        if (size.isEmpty()) {
            if (places.empty()) failType("randint() missing required argument");
            size = places.back();
            places.pop_back();
        }
        if (places.empty()) failType("randint() missing 1 required positional arguments: \"high\"");
        if (places.size() > 1) low = vm.toIndex(places[0]);
        high = vm.toIndex(places.back());
        if (low >= high)
            failRuntime("random_ expects 'from' to be less than 'to', but got from=" + std::to_string(low) +
                        " >= to=" + std::to_string(high));
        const TensorShape shape = integers(vm, size);
        check(vm, shape);
        return finished(vm, exactly(source(vm, o).integers(shape, low, high, o.dtype.value_or(DType::Int64))), o);
    });
    defineFunctionOf(vm, "torch", "randint_like(input, low, high=None, **options)", [](Interpreter& vm, Arguments& a) {
        const Options o = optionsOf(vm, a, "randint_like");
        const Var of = tensorArgument(vm, a[0], "randint_like", "input", 1);
        const std::int64_t low = a.has(2) ? a.integer(1) : 0;
        const std::int64_t high = a.has(2) ? a.integer(2) : a.integer(1);
        return drawnLike(vm, of, o, [&](const TensorShape& shape) {
            return exactly(source(vm, o).integers(shape, low, high, o.dtype.value_or(of->dtype())));
        });
    });
    defineFunctionOf(vm, "torch", "randperm(n, **options)", [](Interpreter& vm, Arguments& a) {
        const Options o = optionsOf(vm, a, "randperm");
        check(vm, {a.integer(0)});
        return finished(vm, source(vm, o).permutation(a.integer(0), o.dtype.value_or(DType::Int64)), o);
    });
    defineBoth(vm, "bernoulli(input, p=None, **options)", [](Interpreter& vm, Arguments& a) {
        const Var of = tensorArgument(vm, a[0], "bernoulli", "input", 1);
        const Options o = optionsOf(vm, a, "bernoulli");
        if (a.has(1)) {
            checkChance("bernoulli_", a.number(1));
            return toValue(gradOf(vm).make(source(vm, o).bernoulli(of->shape(), a.number(1), of->dtype())));
        }
        if (!isFloating(of->dtype())) failRuntime("\"bernoulli_tensor_cpu_p_\" not implemented for '" + dtypeWord(of->dtype()) + "'");
        const Tensor given = of->value();
        checkChances(given);
        return toValue(gradOf(vm).make(source(vm, o).bernoulli(given, of->dtype())));
    });
    defineBoth(vm, "multinomial(input, num_samples, replacement=False, **options)", [](Interpreter& vm, Arguments& a) {
        const Options o = optionsOf(vm, a, "multinomial");
        checkMultinomial(asVar(a[0])->value(), a.integer(1), a.truth(2));
        return toValue(gradOf(vm).make(source(vm, o).multinomial(asVar(a[0])->value(), a.integer(1), a.truth(2))));
    });
    defineFunctionOf(vm, "torch", "normal(mean, std=None, size=None, **options)", [](Interpreter& vm, Arguments& a) {
        const Options o = optionsOf(vm, a, "normal");
        const bool meanTensor = isTensor(vm, a[0]);
        const bool stdTensor = a.has(1) && isTensor(vm, a[1]);
        if (!meanTensor && !stdTensor) {
            const Value* size = a.has(2) ? &a[2] : o.size;
            if (size == nullptr) failType("normal() missing 1 required positional arguments: \"size\"");
            const TensorShape shape = integers(vm, *size);
            check(vm, shape);
            const double std = a.has(1) ? a.number(1) : 1;
            if (std < 0) failRuntime("normal expects std >= 0.0, but found std " + shown(std));
            return finished(vm, source(vm, o).normal(shape, floating(vm, o, "normal_kernel_cpu"), a.number(0), std), o);
        }
        const DType dtype = meanTensor ? asVar(a[0])->dtype() : asVar(a[1])->dtype();
        if (!isFloating(dtype)) failRuntime("\"normal_kernel_cpu\" not implemented for '" + dtypeWord(dtype) + "'");
        const TensorShape one;
        const auto both = broadcastShapes(meanTensor ? asVar(a[0])->shape() : one, stdTensor ? asVar(a[1])->shape() : one);
        if (!both) failRuntime("inconsistent tensor, output size is not the same as mean and std sizes");
        const Tensor mean = meanTensor ? asVar(a[0])->value() : Tensor(a.number(0), dtype);
        const Tensor std = stdTensor ? asVar(a[1])->value() : Tensor(a.has(1) ? a.number(1) : 1, dtype);
        return finished(vm, source(vm, o).normal(mean.expandedTo(*both), std.expandedTo(*both)), o);
    });
}

// x.NAME_(…): fills x in the order in which it lies in memory; the gradient to what was there is zero.
struct Filler {
    Interpreter& vm;
    Arguments& a;
    Op op;
    Var self = asVar(a[0]);

    // `draw` gives as many numbers as its shape has, for the places `order` of x.
    template <class Draw>
    Value operator()(const Draw& draw) const {
        gradOf(vm).checkChange(std::array{self});
        Autograd::checkOverlaps(std::array{self});
        if (self->isContiguous()) {
            gradOf(vm).overwrite(op, self, draw(self->shape()));
            return a[0];
        }
        const Tensor memory = draw(TensorShape{self->size()});
        std::vector<double> numbers;
        for (const std::int64_t place : order()) numbers.push_back(memory.at(place));
        gradOf(vm).overwrite(op, self, Tensor::exact(self->shape(), std::move(numbers), memory.dtype()));
        return a[0];
    }
    // For each element, row by row, the how many-th it is in memory.
    [[nodiscard]] std::vector<std::int64_t> order() const {
        return placesOf({self->shape(), commonStrides({windowOf(*self)}, self->shape()), 0});
    }
    [[nodiscard]] DType dtype() const { return self->dtype(); }
    void needFloating(const char* kernel) const {
        if (!isFloating(dtype())) failRuntime("\"" + std::string(kernel) + "\" not implemented for '" + dtypeWord(dtype()) + "'");
    }
    [[nodiscard]] TorchGenerator& generator(std::size_t at, const char* function) const { return chosen(vm, a[at], function); }
};

Value filledByBernoulli(Interpreter& vm, Arguments& a) {
    const Filler fill{vm, a, Op::BernoulliInto};
    TorchGenerator& generator = fill.generator(2, "bernoulli_");
    if (!isTensor(vm, a[1])) {
        const double p = a.number(1);
        checkChance("bernoulli_", p);
        return fill([&](const TensorShape& shape) { return generator.bernoulli(shape, p, fill.dtype()); });
    }
    checkChances(asVar(a[1])->value());
    const Tensor p = asVar(a[1])->value().expandedTo(fill.self->shape());
    return fill([&](const TensorShape& shape) {
        if (shape == p.shape()) return generator.bernoulli(p, fill.dtype());
        std::vector<double> lined(static_cast<std::size_t>(p.size()));
        const std::vector<std::int64_t> order = fill.order();
        for (std::size_t i = 0; i < order.size(); ++i) lined[static_cast<std::size_t>(order[i])] = p.at(static_cast<std::int64_t>(i));
        return generator.bernoulli(Tensor::exact(shape, std::move(lined), p.dtype()), fill.dtype());
    });
}

Value filledWithWhole(Interpreter& vm, Arguments& a) {
    const Filler fill{vm, a, Op::RandomInto};
    TorchGenerator& generator = fill.generator(3, "random_");
    if (!a.has(1)) return fill([&](const TensorShape& shape) { return exactly(generator.random(shape, fill.dtype())); });
    const std::int64_t low = a.has(2) ? a.integer(1) : 0;
    const std::int64_t high = a.has(2) ? a.integer(2) : a.integer(1);
    if (low >= high)
        failRuntime("random_ expects 'from' to be less than 'to', but got from=" + std::to_string(low) + " >= to=" + std::to_string(high));
    return fill([&](const TensorShape& shape) { return exactly(generator.integers(shape, low, high, fill.dtype())); });
}

void defineFillers(Interpreter& vm) {
    defineMethodOf(vm, "uniform_(self, from_=0.0, to=1.0, *, generator=None)", [](Interpreter& vm, Arguments& a) {
        const Filler fill{vm, a, Op::UniformInto};
        const double from = a.number(1);
        const double to = a.number(2);
        fill.needFloating("check_uniform_bounds");
        if (from > to) failRuntime("uniform_ expects to return a [from, to) range, but found from=" + shown(from) + " > to=" + shown(to));
        return fill([&](const TensorShape& shape) { return fill.generator(3, "uniform_").uniform(shape, fill.dtype(), from, to); });
    });
    defineMethodOf(vm, "normal_(self, mean=0.0, std=1.0, *, generator=None)", [](Interpreter& vm, Arguments& a) {
        const Filler fill{vm, a, Op::NormalInto};
        const double std = a.number(2);
        if (std < 0) failRuntime("normal expects std >= 0.0, but found std " + shown(std));
        fill.needFloating("normal_kernel_cpu");
        const bool oneByOne = !fill.self->isContiguous();
        return fill(
            [&](const TensorShape& shape) { return fill.generator(3, "normal_").normal(shape, fill.dtype(), a.number(1), std, oneByOne); });
    });
    defineMethodOf(vm, "exponential_(self, lambd=1.0, *, generator=None)", [](Interpreter& vm, Arguments& a) {
        const Filler fill{vm, a, Op::ExponentialInto};
        if (a.number(1) < 0) failRuntime("exponential_ expects lambda >= 0.0, but found lambda=" + shown(a.number(1)));
        return fill(
            [&](const TensorShape& shape) { return fill.generator(2, "exponential_").exponential(shape, fill.dtype(), a.number(1)); });
    });
    defineMethodOf(vm, "geometric_(self, p, *, generator=None)", [](Interpreter& vm, Arguments& a) {
        const Filler fill{vm, a, Op::GeometricInto};
        const double p = a.number(1);
        if (!(p > 0 && p < 1)) failRuntime("geometric_ expects p to be in (0, 1), but got p=" + shown(p));
        return fill([&](const TensorShape& shape) { return fill.generator(2, "geometric_").geometric(shape, fill.dtype(), p); });
    });
    defineMethodOf(vm, "cauchy_(self, median=0.0, sigma=1.0, *, generator=None)", [](Interpreter& vm, Arguments& a) {
        const Filler fill{vm, a, Op::CauchyInto};
        fill.needFloating("cauchy_cpu");
        return fill(
            [&](const TensorShape& shape) { return fill.generator(3, "cauchy_").cauchy(shape, fill.dtype(), a.number(1), a.number(2)); });
    });
    defineMethodOf(vm, "log_normal_(self, mean=1.0, std=2.0, *, generator=None)", [](Interpreter& vm, Arguments& a) {
        const Filler fill{vm, a, Op::LogNormalInto};
        if (!(a.number(2) > 0)) failRuntime("log_normal_ expects std > 0.0, but found std=" + shown(a.number(2)));
        fill.needFloating("log_normal_cpu");
        return fill([&](const TensorShape& shape) {
            return fill.generator(3, "log_normal_").logNormal(shape, fill.dtype(), a.number(1), a.number(2));
        });
    });
    defineMethodOf(vm, "random_(self, from_=None, to=None, *, generator=None)", filledWithWhole);
    defineMethodOf(vm, "bernoulli_(self, p=0.5, *, generator=None)", filledByBernoulli);
}

void defineGenerators(Interpreter& vm) {
    Type* type = python::defineType<GeneratorObject>("torch._C.Generator", "torch._C");
    type->slots.create = [](Interpreter& vm, Type& made, const python::Call& call) {
        for (std::size_t i = 0; i < call.total(); ++i) {
            if (vm.str(call.values[i]) != "cpu") failRuntime("Device type CUDA is not supported for torch.Generator() api.");
        }
        auto out = python::make<GeneratorObject>(&made);
        out->own = std::make_unique<TorchGenerator>();
        return Value(out);
    };
    python::defineProperty(*type, "device", [](Interpreter& vm, const Value&) { return Torch::of(vm).cpu; });
    python::defineMethod(*type, "manual_seed(self, seed)", [](Interpreter& vm, Arguments& a) {
        if (!a[1].isInt()) failRuntime("manual_seed expected a long, but got " + torchTypeName(vm, a[1]));
        behind(vm, a[0]).manualSeed(static_cast<std::uint64_t>(a.integer(1)));
        return a[0];
    });
    python::defineMethod(*type, "initial_seed(self)",
                         [](Interpreter& vm, Arguments& a) { return Value(static_cast<std::int64_t>(behind(vm, a[0]).initialSeed())); });
    python::finishType(*type);
    vm.setAttribute(Value(&vm.defineModule("torch")), "default_generator", Value(python::make<GeneratorObject>(type)));
    vm.setAttribute(Value(&vm.defineModule("torch")), "Generator", Value(type));
}

}  // namespace

void addTorchRandom(Interpreter& vm) {
    defineGenerators(vm);
    defineFunctionOf(vm, "torch", "def manual_seed(seed)", [](Interpreter& vm, Arguments& a) {
        vm.state<TorchGenerator>().manualSeed(static_cast<std::uint64_t>(vm.toIndex(vm.call(Value(vm.types.integer), {a[0]}))));
        return vm.getAttribute(Value(&vm.defineModule("torch")), "default_generator");
    });
    defineFunctionOf(vm, "torch.cuda", "manual_seed(seed)", [](Interpreter&, Arguments&) { return Value::none(); });
    defineFunctionOf(vm, "torch.cuda", "manual_seed_all(seed)", [](Interpreter&, Arguments&) { return Value::none(); });
    defineFunctionOf(vm, "torch", "initial_seed()", [](Interpreter& vm, Arguments&) {
        return Value(static_cast<std::int64_t>(vm.state<TorchGenerator>().initialSeed()));
    });
    defineFactories(vm);
    defineFillers(vm);
}

}  // namespace backstep::modules
