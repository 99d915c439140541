// SPDX-License-Identifier: GPL-3.0-or-later
// Making tensors: from data, of one number, ranges, and like others.
#include <cmath>

#include "engine/modules/notes.h"
#include "engine/modules/torch_parser.h"
#include "engine/tensor/ranges.h"

namespace backstep::modules {

namespace {

// A new tensor that the program gave its numbers.
Value given(Interpreter& vm, Tensor value) {
    const Var out = gradOf(vm).make(std::move(value));
    gradOf(vm).created(out);
    return toValue(out);
}

// The keywords that every factory takes.
struct Options {
    std::optional<DType> dtype;
    bool requiresGrad = false;
};

// `own`: a keyword that the function reads itself.
Options optionsOf(Interpreter& vm, Arguments& a, std::string_view function, std::string_view own = {}) {
    Options out;
    for (std::size_t i = 0; i < a.keywordNames().size(); ++i) {
        const std::string& name = a.keywordNames()[i]->text;
        const Value& value = a.keywordValue(i);
        if (name == own) continue;
        if (name == "dtype") out.dtype = dtypeArgument(vm, value);
        else if (name == "requires_grad") out.requiresGrad = vm.truth(value);
        else if (name == "device" || name == "layout" || name == "pin_memory" || name == "memory_format" || name == "names") continue;
        else if (name == "out") python::unsupported(std::string(function) + "(…, out=…)");
        else failType(std::string(function) + "() got an unexpected keyword argument '" + name + "'");
    }
    return out;
}

Value finished(Interpreter& vm, Tensor value, const Options& options) {
    const Var out = gradOf(vm).make(std::move(value));
    if (options.requiresGrad) {
        if (!isFloating(out->dtype())) failRuntime("Only Tensors of floating point and complex dtype can require gradients");
        out->requiresGrad = true;
    }
    gradOf(vm).created(out);
    return toValue(out);
}

void checkShape(Interpreter& vm, const TensorShape& shape) {
    for (const std::int64_t d : shape) {
        if (d < 0) failRuntime("Trying to create tensor with negative dimension " + std::to_string(d) + ": " + sizesText(shape));
    }
    if (const auto& check = gradOf(vm).host().checkSize) check(shape);
}

TensorShape shapeArgument(Interpreter& vm, std::span<const Value> arguments, const Value* keyword, std::string_view function) {
    for (const Value& v : arguments) {
        const bool word = v.isFloat() || (v.isObject() && vm.isInstance(v, vm.types.str));
        if (word) failType(std::string(function) + "(): argument 'size' (position 1) must be tuple of SymInts, not " + vm.typeOf(v)->name);
    }
    TensorShape shape = keyword != nullptr ? integers(vm, *keyword) : sizesOf(vm, arguments);
    checkShape(vm, shape);
    return shape;
}

// zeros(2, 3), ones((2, 3), dtype=…), empty(size=…)
python::NativeCode filledFactory(const char* name, double number) {
    return [name, number](Interpreter& vm, Arguments& a) {
        const Value* size = a.keyword("size");
        const Options options = optionsOf(vm, a, name, "size");
        const TensorShape shape = shapeArgument(vm, a.rest(), size, name);
        return finished(vm, Tensor::filled(shape, number, options.dtype.value_or(Torch::of(vm).defaultDType)), options);
    };
}

DType dtypeOfNumber(Interpreter& vm, const Value& v) {
    if (v.isBool()) return DType::Bool;
    if (v.isInt()) return DType::Int64;
    if (isTensor(vm, v)) return asVar(v)->dtype();
    return Torch::of(vm).defaultDType;
}

double numberOf(Interpreter& vm, const Value& v) {
    double out = 0;
    if (Interpreter::asNumber(v, out)) return out;
    return vm.toDouble(v);
}

// In memory it lies as `of` does.
Value finishedLike(Interpreter& vm, const Var& of, double number, const Options& options) {
    const Value out = finished(vm, Tensor::filled(of->shape(), number, options.dtype.value_or(of->dtype())), options);
    if (!of->isContiguous()) gradOf(vm).relayout(asVar(out), commonStrides({windowOf(*of)}, of->shape()));
    return out;
}

void defineFilled(Interpreter& vm) {
    defineFunctionOf(vm, "torch", "zeros(*size, **options)", filledFactory("zeros", 0));
    defineFunctionOf(vm, "torch", "ones(*size, **options)", filledFactory("ones", 1));
    defineFunctionOf(vm, "torch", "empty(*size, **options)", filledFactory("empty", 0));
    defineFunctionOf(vm, "torch", "full(size, fill_value, **options)", [](Interpreter& vm, Arguments& a) {
        const Options options = optionsOf(vm, a, "full");
        const TensorShape shape = integers(vm, a[0]);
        checkShape(vm, shape);
        return finished(vm, Tensor::filled(shape, numberOf(vm, a[1]), options.dtype.value_or(dtypeOfNumber(vm, a[1]))), options);
    });
    struct Like {
        const char* name;
        double number;
    };
    for (const Like like : {Like{"zeros_like", 0}, Like{"ones_like", 1}, Like{"empty_like", 0}}) {
        defineFunctionOf(vm, "torch", std::string(like.name) + "(input, **options)", [like](Interpreter& vm, Arguments& a) {
            const Options options = optionsOf(vm, a, like.name);
            const Var of = tensorArgument(vm, a[0], like.name, "input", 1);
            return finishedLike(vm, of, like.number, options);
        });
    }
    defineFunctionOf(vm, "torch", "full_like(input, fill_value, **options)", [](Interpreter& vm, Arguments& a) {
        const Options options = optionsOf(vm, a, "full_like");
        const Var of = tensorArgument(vm, a[0], "full_like", "input", 1);
        return finishedLike(vm, of, numberOf(vm, a[1]), options);
    });
    for (const Like like : {Like{"new_zeros", 0}, Like{"new_ones", 1}, Like{"new_empty", 0}}) {
        defineMethodOf(vm, std::string(like.name) + "(self, *size, **options)", [like](Interpreter& vm, Arguments& a) {
            const Value* size = a.keyword("size");
            const Options options = optionsOf(vm, a, like.name, "size");
            const TensorShape shape = shapeArgument(vm, a.rest(), size, like.name);
            return finished(vm, Tensor::filled(shape, like.number, options.dtype.value_or(asVar(a[0])->dtype())), options);
        });
    }
    defineMethodOf(vm, "new_full(self, size, fill_value, **options)", [](Interpreter& vm, Arguments& a) {
        const Options options = optionsOf(vm, a, "new_full");
        const TensorShape shape = integers(vm, a[1]);
        checkShape(vm, shape);
        return finished(vm, Tensor::filled(shape, numberOf(vm, a[2]), options.dtype.value_or(asVar(a[0])->dtype())), options);
    });
    defineFunctionOf(vm, "torch", "eye(n, m=None, **options)", [](Interpreter& vm, Arguments& a) {
        const Options options = optionsOf(vm, a, "eye");
        const std::int64_t n = a.integer(0);
        const std::int64_t m = a.has(1) ? a.integer(1) : n;
        if (n < 0) failRuntime("n must be greater or equal to 0, got " + std::to_string(n));
        if (m < 0) failRuntime("m must be greater or equal to 0, got " + std::to_string(m));
        checkShape(vm, {n, m});
        std::vector<double> values(static_cast<std::size_t>(n * m), 0.0);
        for (std::int64_t i = 0; i < std::min(n, m); ++i) values[static_cast<std::size_t>(i * m + i)] = 1;
        return finished(vm, Tensor::exact({n, m}, std::move(values), options.dtype.value_or(Torch::of(vm).defaultDType)), options);
    });
}

// --- from data ---

void warnCopyConstruct(Interpreter& vm) {
    warn(vm, "UserWarning",
         "To copy construct from a tensor, it is recommended to use sourceTensor.clone().detach() or "
         "sourceTensor.clone().detach().requires_grad_(True), rather than torch.tensor(sourceTensor).");
}

void defineFromData(Interpreter& vm) {
    defineFunctionOf(vm, "torch", "tensor(*data, **options)", [](Interpreter& vm, Arguments& a) {
        Value data;
        if (!a.rest().empty()) data = a.rest()[0];
        if (const Value* named = a.keyword("data")) data = *named;
        Options options;
        for (std::size_t i = 0; i < a.keywordNames().size(); ++i) {
            const std::string& name = a.keywordNames()[i]->text;
            if (name == "dtype") options.dtype = dtypeArgument(vm, a.keywordValue(i));
            else if (name == "requires_grad") options.requiresGrad = vm.truth(a.keywordValue(i));
        }
        if (isTensor(vm, data)) warnCopyConstruct(vm);
        return finished(vm, tensorFrom(vm, data, options.dtype), options);
    });
    const auto asTensor = [](Interpreter& vm, Arguments& a) -> Value {
        const std::optional<DType> dtype = dtypeArgument(vm, a[1]);
        Autograd& g = gradOf(vm);
        Var of;
        if (isTensor(vm, a[0])) of = asVar(a[0]);
        else if (Torch::of(vm).array && a[0].isObject() && vm.isInstance(a[0], Torch::of(vm).array)) of = g.detached(asVar(a[0]));
        else return given(vm, tensorFrom(vm, a[0], dtype));
        if (!dtype || *dtype == of->dtype()) return toValue(of);
        Attributes to;
        to.dtype = *dtype;
        return toValue(g.call(Op::ToCopy, {of}, to));
    };
    defineFunctionOf(vm, "torch", "as_tensor(data, dtype=None, device=None)", asTensor);
    defineFunctionOf(vm, "torch", "asarray(data, *, dtype=None, device=None)", asTensor);
    defineFunctionOf(vm, "torch", "from_numpy(array)", [](Interpreter& vm, Arguments& a) -> Value {
        const Torch& torch = Torch::of(vm);
        if (!torch.array || !a[0].isObject() || !vm.isInstance(a[0], torch.array))
            failType("expected np.ndarray (got " + vm.typeOf(a[0])->name + ")");
        const Var out = gradOf(vm).detached(asVar(a[0]));
        gradOf(vm).created(out);
        return toValue(out);
    });
    defineMethodOf(vm, "new_tensor(self, data, **options)", [](Interpreter& vm, Arguments& a) {
        const Options options = optionsOf(vm, a, "new_tensor");
        return finished(vm, tensorFrom(vm, a[1], options.dtype.value_or(asVar(a[0])->dtype())), options);
    });
}

// torch.Tensor(2, 3), torch.FloatTensor([1, 2]): sizes or a sequence.
Value legacyTensor(Interpreter& vm, const python::Call& call, DType dtype) {
    checkLegacyTensor(vm, call);
    const std::span<const Value> arguments = call.positional();
    if (arguments.empty()) return given(vm, Tensor::filled({0}, 0, dtype));
    if (arguments[0].isInt()) {
        const TensorShape shape = sizesOf(vm, arguments);
        checkShape(vm, shape);
        return given(vm, Tensor::filled(shape, 0, dtype));
    }
    if (arguments[0].isFloat() || arguments[0].isBool())
        failType("new(): data must be a sequence (got " + vm.typeOf(arguments[0])->name + ")");
    if (arguments[0].isObject() && arguments[0].object()->type == Torch::of(vm).size) {
        return given(vm, Tensor::filled(integers(vm, arguments[0]), 0, dtype));
    }
    if (isTensor(vm, arguments[0]) && asVar(arguments[0])->dtype() != dtype) {
        const auto options = [](DType of) {
            constexpr std::array<const char*, 5> kNames{"bool", "int", "long int", "float", "double"};
            return "TensorOptions(dtype=" + std::string(kNames[static_cast<std::size_t>(of)]) +
                   ", device=cpu, layout=Strided, requires_grad=false (default), pinned_memory=false (default), "
                   "memory_format=(nullopt))";
        };
        failType("expected " + options(dtype) + " (got " + options(asVar(arguments[0])->dtype()) + ")");
    }
    const bool data =
        arguments[0].isObject() &&
        (isTensor(vm, arguments[0]) || vm.isInstance(arguments[0], vm.types.list) || vm.isInstance(arguments[0], vm.types.tuple) ||
         vm.isInstance(arguments[0], vm.types.range) || vm.isInstance(arguments[0], vm.types.str) ||
         (Torch::of(vm).array && vm.isInstance(arguments[0], Torch::of(vm).array)));
    if (!data) failType("new(): data must be a sequence (got " + vm.typeOf(arguments[0])->name + ")");
    return given(vm, tensorFrom(vm, arguments[0], dtype));
}

void defineLegacy(Interpreter& vm) {
    Torch& torch = Torch::of(vm);
    torch.tensor->slots.create = [](Interpreter& vm, Type&, const python::Call& call) {
        return legacyTensor(vm, call, Torch::of(vm).defaultDType);
    };
    torch.tensor->slots.init = [](Interpreter&, const Value&, const python::Call&) {};
    struct Named {
        const char* name;
        DType dtype;
    };
    // What a tensortype of the prelude makes.
    for (const Named named : {Named{"FloatTensor", DType::Float32}, Named{"DoubleTensor", DType::Float64},
                              Named{"LongTensor", DType::Int64}, Named{"IntTensor", DType::Int32}, Named{"BoolTensor", DType::Bool}}) {
        defineFunctionOf(vm, "torch._C", std::string(named.name) + "(...)",
                         [named](Interpreter& vm, Arguments& a) { return legacyTensor(vm, a.raw(), named.dtype); });
    }
}

// --- ranges ---

void refuse(const RangeCount& count) {
    if (count.error.empty()) return;
    if (std::string_view(count.type) == "ValueError") failValue(count.error);
    if (std::string_view(count.type) == "ZeroDivisionError") python::raise<python::ZeroDivisionError>(count.error);
    failRuntime(count.error);
}

Value arange(Interpreter& vm, Arguments& a, bool inclusive) {
    const char* name = inclusive ? "range" : "arange";
    const Value* ends[3] = {nullptr, nullptr, nullptr};
    const std::size_t n = a.rest().size();
    // A single one is the end, unless that is said by name.
    if (n == 1) ends[a.keyword("end") != nullptr ? 0 : 1] = &a.rest()[0];
    for (std::size_t i = 0; i < n && n > 1 && i < 3; ++i) ends[i] = &a.rest()[i];
    Options options;
    for (std::size_t i = 0; i < a.keywordNames().size(); ++i) {
        const std::string& key = a.keywordNames()[i]->text;
        const Value& value = a.keywordValue(i);
        if (key == "start") ends[0] = &value;
        else if (key == "end") ends[1] = &value;
        else if (key == "step") ends[2] = &value;
        else if (key == "dtype") options.dtype = dtypeArgument(vm, value);
        else if (key == "requires_grad") options.requiresGrad = vm.truth(value);
        else if (key == "device") checkDevice(vm, value);
        else if (key == "out") python::unsupported("arange(…, out=…)");
        else if (key != "layout" && key != "pin_memory")
            failType(std::string(name) + "() got an unexpected keyword argument '" + key + "'");
    }
    if (ends[1] == nullptr) failType(std::string(name) + "() missing 1 required positional argument: \"end\"");
    bool whole = true;
    double numbers[3] = {0, 0, 1};
    for (std::size_t i = 0; i < 3; ++i) {
        if (ends[i] == nullptr) continue;
        numbers[i] = numberOf(vm, *ends[i]);
        if (isTensor(vm, *ends[i])) whole = whole && !isFloating(asVar(*ends[i])->dtype());
        else whole = whole && (ends[i]->isInt() || ends[i]->isBool());
    }
    const DType dtype = options.dtype.value_or(whole && !inclusive ? DType::Int64 : Torch::of(vm).defaultDType);
    const RangeCount count = inclusive ? torchRangeCount(numbers[0], numbers[1], numbers[2], dtype)
                                       : torchArangeCount(numbers[0], numbers[1], numbers[2], dtype);
    refuse(count);
    checkShape(vm, {count.count});
    return finished(
        vm, inclusive ? torchRange(numbers[0], numbers[1], numbers[2], dtype) : torchArange(numbers[0], numbers[1], numbers[2], dtype),
        options);
}

void defineRanges(Interpreter& vm) {
    defineFunctionOf(vm, "torch", "arange(*ends, **options)", [](Interpreter& vm, Arguments& a) { return arange(vm, a, false); });
    defineFunctionOf(vm, "torch", "range(*ends, **options)", [](Interpreter& vm, Arguments& a) {
        warn(vm, "UserWarning",
             "torch.range is deprecated and will be removed in a future release because its behavior is inconsistent with Python's range "
             "builtin. "
             "Instead, use torch.arange, which produces values in [start, end).");
        return arange(vm, a, true);
    });
    defineFunctionOf(vm, "torch", "linspace(start, end, steps=None, **options)", [](Interpreter& vm, Arguments& a) {
        const Options options = optionsOf(vm, a, "linspace");
        if (!a.has(2)) failType("linspace() missing 1 required positional arguments: \"steps\"");
        const DType dtype = options.dtype.value_or(Torch::of(vm).defaultDType);
        const RangeCount count = torchLinspaceCount(a.integer(2), dtype);
        refuse(count);
        checkShape(vm, {count.count});
        return finished(vm, torchLinspace(numberOf(vm, a[0]), numberOf(vm, a[1]), a.integer(2), dtype), options);
    });
    defineFunctionOf(vm, "torch", "logspace(start, end, steps=None, base=10.0, **options)", [](Interpreter& vm, Arguments& a) {
        const Options options = optionsOf(vm, a, "logspace");
        if (!a.has(2)) failType("logspace() missing 1 required positional arguments: \"steps\"");
        const DType dtype = options.dtype.value_or(Torch::of(vm).defaultDType);
        const RangeCount count = torchLogspaceCount(a.integer(2), dtype);
        refuse(count);
        checkShape(vm, {count.count});
        return finished(vm, torchLogspace(numberOf(vm, a[0]), numberOf(vm, a[1]), a.integer(2), a.number(3), dtype), options);
    });
}

}  // namespace

void addTorchCreation(Interpreter& vm) {
    defineFilled(vm);
    defineFromData(vm);
    defineLegacy(vm);
    defineRanges(vm);
}

}  // namespace backstep::modules
