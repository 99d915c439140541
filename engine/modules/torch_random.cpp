// SPDX-License-Identifier: GPL-3.0-or-later
// Random tensors: torch's own numbers after manual_seed, a fixed seed (and a note) before.
#include "engine/modules/notes.h"
#include "engine/modules/torch.h"
#include "engine/modules/torch_generator.h"

namespace backstep::modules {

TorchGenerator& generatorOf(Interpreter& vm) {
    TorchGenerator& generator = vm.state<TorchGenerator>();
    if (!generator.wasSeeded()) Notes::of(vm).unseededRandom = true;
    return generator;
}

namespace {

struct Options {
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
        else if (name == "generator" && !value.isNone()) python::unsupported(std::string(function) + "(…, generator=…)", "torch.manual_seed");
        else if (name == "out") python::unsupported(std::string(function) + "(…, out=…)");
        else if (name != "device" && name != "layout" && name != "pin_memory" && name != "memory_format" && name != "generator") {
            failType(std::string(function) + "() got an unexpected keyword argument '" + name + "'");
        }
    }
    return out;
}

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

// Drawn in the order in which the numbers lie in memory, which is that of `of` where it has one of its own.
template <class Draw>
Value drawnLike(Interpreter& vm, const Var& of, const Options& options, Draw draw) {
    const Window window = windowOf(*of);
    if (of->isContiguous() || !isDense(window)) return finished(vm, draw(of->shape()), options);
    const Tensor memory = draw(TensorShape{of->size()});
    std::vector<double> numbers;
    numbers.reserve(static_cast<std::size_t>(of->size()));
    for (const std::int64_t place : placesOf({window.shape, window.strides, 0})) numbers.push_back(memory.at(place));
    const Value out = finished(vm, Tensor::exact(of->shape(), std::move(numbers), memory.dtype()), options);
    gradOf(vm).relayout(asVar(out), window.strides);
    return out;
}

void defineFactories(Interpreter& vm) {
    defineFunctionOf(vm, "torch", "rand(*size, **options)", [](Interpreter& vm, Arguments& a) {
        const Options o = optionsOf(vm, a, "rand");
        const TensorShape shape = shapeOf(vm, a, o);
        return finished(vm, generatorOf(vm).uniform(shape, floating(vm, o, "check_uniform_bounds")), o);
    });
    defineFunctionOf(vm, "torch", "randn(*size, **options)", [](Interpreter& vm, Arguments& a) {
        const Options o = optionsOf(vm, a, "randn");
        const TensorShape shape = shapeOf(vm, a, o);
        return finished(vm, generatorOf(vm).normal(shape, floating(vm, o, "normal_kernel_cpu")), o);
    });
    defineFunctionOf(vm, "torch", "rand_like(input, **options)", [](Interpreter& vm, Arguments& a) {
        Options o = optionsOf(vm, a, "rand_like");
        const Var of = tensorArgument(vm, a[0], "rand_like", "input", 1);
        if (!o.dtype) o.dtype = of->dtype();
        return drawnLike(vm, of, o, [&](const TensorShape& shape) { return generatorOf(vm).uniform(shape, floating(vm, o, "check_uniform_bounds")); });
    });
    defineFunctionOf(vm, "torch", "randn_like(input, **options)", [](Interpreter& vm, Arguments& a) {
        Options o = optionsOf(vm, a, "randn_like");
        const Var of = tensorArgument(vm, a[0], "randn_like", "input", 1);
        if (!o.dtype) o.dtype = of->dtype();
        return drawnLike(vm, of, o, [&](const TensorShape& shape) { return generatorOf(vm).normal(shape, floating(vm, o, "normal_kernel_cpu")); });
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
        if (size.isEmpty()) {
            if (places.empty()) failType("randint() missing required argument");
            size = places.back();
            places.pop_back();
        }
        if (places.empty()) failType("randint() missing 1 required positional arguments: \"high\"");
        if (places.size() > 1) low = vm.toIndex(places[0]);
        high = vm.toIndex(places.back());
        if (low >= high) failRuntime("random_ expects 'from' to be less than 'to', but got from=" + std::to_string(low) + " >= to=" + std::to_string(high));
        const TensorShape shape = integers(vm, size);
        check(vm, shape);
        return finished(vm, generatorOf(vm).integers(shape, low, high, o.dtype.value_or(DType::Int64)), o);
    });
    defineFunctionOf(vm, "torch", "randint_like(input, low, high=None, **options)", [](Interpreter& vm, Arguments& a) {
        const Options o = optionsOf(vm, a, "randint_like");
        const Var of = tensorArgument(vm, a[0], "randint_like", "input", 1);
        const std::int64_t low = a.has(2) ? a.integer(1) : 0;
        const std::int64_t high = a.has(2) ? a.integer(2) : a.integer(1);
        return drawnLike(vm, of, o, [&](const TensorShape& shape) { return generatorOf(vm).integers(shape, low, high, o.dtype.value_or(of->dtype())); });
    });
    defineFunctionOf(vm, "torch", "randperm(n, **options)", [](Interpreter& vm, Arguments& a) {
        const Options o = optionsOf(vm, a, "randperm");
        check(vm, {a.integer(0)});
        return finished(vm, generatorOf(vm).permutation(a.integer(0), o.dtype.value_or(DType::Int64)), o);
    });
    defineBoth(vm, "bernoulli(input, p=None, **options)", [](Interpreter& vm, Arguments& a) {
        const Var of = tensorArgument(vm, a[0], "bernoulli", "input", 1);
        if (a.has(1)) return toValue(gradOf(vm).make(generatorOf(vm).bernoulli(of->shape(), a.number(1), of->dtype())));
        for (const double p : of->value().numbers()) {
            if (!(p >= 0 && p <= 1)) failRuntime("Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an enhancement request to PyTorch.)");
        }
        return toValue(gradOf(vm).make(generatorOf(vm).bernoulli(of->value(), of->dtype())));
    });
    defineBoth(vm, "multinomial(input, num_samples, replacement=False)", [](Interpreter& vm, Arguments& a) {
        return toValue(gradOf(vm).make(generatorOf(vm).multinomial(asVar(a[0])->value(), a.integer(1), a.truth(2))));
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
            if (std < 0) failRuntime("normal expects std >= 0.0, but found std " + std::to_string(std));
            return finished(vm, generatorOf(vm).normal(shape, floating(vm, o, "normal_kernel_cpu"), a.number(0), std), o);
        }
        const DType dtype = meanTensor ? asVar(a[0])->dtype() : asVar(a[1])->dtype();
        const TensorShape one;
        const auto both = broadcastShapes(meanTensor ? asVar(a[0])->shape() : one, stdTensor ? asVar(a[1])->shape() : one);
        if (!both) failRuntime("inconsistent tensor, output size is not the same as mean and std sizes");
        const Tensor mean = meanTensor ? asVar(a[0])->value() : Tensor(a.number(0), dtype);
        const Tensor std = stdTensor ? asVar(a[1])->value() : Tensor(a.has(1) ? a.number(1) : 1, dtype);
        return finished(vm, generatorOf(vm).normal(mean.expandedTo(*both), std.expandedTo(*both)), o);
    });
}

// x.NAME_(…): fills x; the gradient to what was there is zero.
void fill(Interpreter& vm, Op op, const Value& self, const Tensor& value) { gradOf(vm).overwrite(op, asVar(self), value); }

void defineFillers(Interpreter& vm) {
    defineMethodOf(vm, "uniform_(self, from_=0.0, to=1.0, *, generator=None)", [](Interpreter& vm, Arguments& a) {
        fill(vm, Op::UniformInto, a[0], generatorOf(vm).uniform(asVar(a[0])->shape(), asVar(a[0])->dtype(), a.number(1), a.number(2)));
        return a[0];
    });
    defineMethodOf(vm, "normal_(self, mean=0.0, std=1.0, *, generator=None)", [](Interpreter& vm, Arguments& a) {
        if (a.number(2) < 0) failRuntime("normal_ expects std >= 0.0, but found std=" + std::to_string(a.number(2)));
        fill(vm, Op::NormalInto, a[0], generatorOf(vm).normal(asVar(a[0])->shape(), asVar(a[0])->dtype(), a.number(1), a.number(2)));
        return a[0];
    });
    defineMethodOf(vm, "random_(self, from_=None, to=None, *, generator=None)", [](Interpreter& vm, Arguments& a) {
        const Var self = asVar(a[0]);
        if (!a.has(1)) {
            fill(vm, Op::RandomInto, a[0], generatorOf(vm).random(self->shape(), self->dtype()));
            return a[0];
        }
        const std::int64_t low = a.has(2) ? a.integer(1) : 0;
        const std::int64_t high = a.has(2) ? a.integer(2) : a.integer(1);
        fill(vm, Op::RandomInto, a[0], generatorOf(vm).integers(self->shape(), low, high, self->dtype()));
        return a[0];
    });
    defineMethodOf(vm, "bernoulli_(self, p=0.5, *, generator=None)", [](Interpreter& vm, Arguments& a) {
        const Var self = asVar(a[0]);
        if (isTensor(vm, a[1])) fill(vm, Op::BernoulliInto, a[0], generatorOf(vm).bernoulli(asVar(a[1])->value().expandedTo(self->shape()), self->dtype()));
        else fill(vm, Op::BernoulliInto, a[0], generatorOf(vm).bernoulli(self->shape(), a.number(1), self->dtype()));
        return a[0];
    });
    defineMethodOf(vm, "exponential_(self, lambd=1.0, *, generator=None)", [](Interpreter& vm, Arguments& a) {
        fill(vm, Op::ExponentialInto, a[0], generatorOf(vm).exponential(asVar(a[0])->shape(), asVar(a[0])->dtype(), a.number(1)));
        return a[0];
    });
}

}  // namespace

void addTorchRandom(Interpreter& vm) {
    Type* type = python::defineType<python::Object>("torch._C.Generator", "torch._C");
    python::finishType(*type);
    python::defineMethod(*type, "manual_seed(self, seed)", [](Interpreter& vm, Arguments& a) {
        vm.state<TorchGenerator>().manualSeed(static_cast<std::uint64_t>(a.integer(1)));
        return a[0];
    });
    vm.setAttribute(Value(&vm.defineModule("torch")), "default_generator", Value(python::make<python::Object>(type)));
    vm.setAttribute(Value(&vm.defineModule("torch")), "Generator", Value(type));
    defineFunctionOf(vm, "torch", "manual_seed(seed)", [](Interpreter& vm, Arguments& a) {
        vm.state<TorchGenerator>().manualSeed(static_cast<std::uint64_t>(a.integer(0)));
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
