// SPDX-License-Identifier: GPL-3.0-or-later
// The types of numpy: dtype, the tree of scalar types, ndarray; making values of them.
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/modules/modules.h"
#include "engine/modules/numpy.h"
#include "engine/python/numbers.h"

namespace backstep::modules {

using python::Str;

namespace {

constexpr std::array kDTypes{DType::Bool, DType::Int32, DType::Int64, DType::Float32, DType::Float64};

// Messages name a type of numpy with its module; __name__ is what stands behind the point.
Type* makeType(Interpreter& vm, const std::string& name, std::vector<Type*> bases, const python::Layout* layout,
               const std::string& module = "numpy") {
    auto type = python::make<Type>(vm.types.type, module + "." + name, std::move(bases), layout);
    type->qualifiedName = name;
    type->module = module;
    type->attributes = vm.dict();
    type->mayDerive = false;
    vm.keep(type);
    return type.get();
}

Type* makeError(Interpreter& vm, const std::string& name, std::vector<Type*> bases, const std::string& module) {
    auto type = python::make<Type>(vm.types.type, name, bases, bases.front()->layout);
    type->module = module;
    type->attributes = vm.dict();
    vm.keep(type);
    return type.get();
}

// --- dtype ---

DType dtypeOf(const Value& self) { return static_cast<ArrayDTypeObject*>(self.object())->dtype; }

Value compareDTypes(Interpreter& vm, CompareOp op, const Value& self, const Value& other) {
    if (op != CompareOp::Equal && op != CompareOp::NotEqual) return Value::notImplemented();
    std::optional<DType> dtype;
    try {
        dtype = numpyDType(vm, other);
    } catch (const python::PythonError&) {
    }
    return Value((dtype == dtypeOf(self)) == (op == CompareOp::Equal));
}

void defineDType(Interpreter& vm) {
    Numpy& numpy = Numpy::of(vm);
    Type& t = *(numpy.dtype = makeType(vm, "dtype", {vm.types.object}, &python::layoutOf<ArrayDTypeObject>));
    t.slots.repr = [](Interpreter& vm, const Value& self) { return vm.text("dtype('" + arrayDtypeName(dtypeOf(self)) + "')"); };
    t.slots.str = [](Interpreter& vm, const Value& self) { return vm.text(arrayDtypeName(dtypeOf(self))); };
    t.slots.compare = compareDTypes;
    t.slots.hash = [](Interpreter&, const Value& self) { return python::hashOf(static_cast<std::int64_t>(dtypeOf(self))) + 77; };
    t.slots.create = [](Interpreter& vm, Type&, const python::Call& call) {
        if (call.total() == 0) failType("dtype() missing required argument 'dtype' (pos 1)");
        return Numpy::of(vm).dtypes[static_cast<std::size_t>(numpyDType(vm, call.values[0]).value_or(DType::Float64))];
    };
    t.slots.init = [](Interpreter&, const Value&, const python::Call&) {};
    const auto word = [&](const char* name, std::array<const char*, 5> words) {
        python::defineProperty(
            t, name, [words](Interpreter& vm, const Value& self) { return vm.text(words[static_cast<std::size_t>(dtypeOf(self))]); });
    };
    word("name", {"bool", "int32", "int64", "float32", "float64"});
    word("kind", {"b", "i", "i", "f", "f"});
    word("char", {"?", "i", "l", "f", "d"});
    word("str", {"|b1", "<i4", "<i8", "<f4", "<f8"});
    word("byteorder", {"|", "=", "=", "=", "="});
    python::defineProperty(t, "itemsize", [](Interpreter&, const Value& self) {
        return Value(std::array{1, 4, 8, 4, 8}[static_cast<std::size_t>(dtypeOf(self))]);
    });
    python::defineProperty(t, "num", [](Interpreter&, const Value& self) {
        return Value(std::array{0, 5, 7, 11, 12}[static_cast<std::size_t>(dtypeOf(self))]);
    });
    python::defineProperty(t, "type", [](Interpreter& vm, const Value& self) {
        return Value(Numpy::of(vm).scalars[static_cast<std::size_t>(dtypeOf(self))]);
    });
    python::finishType(t);
    for (const DType dtype : kDTypes) {
        Type* own = makeType(vm, "dtype[" + arrayDtypeName(dtype) + (dtype == DType::Bool ? "_]" : "]"), {&t}, t.layout);
        auto object = python::make<ArrayDTypeObject>(own);
        object->dtype = dtype;
        numpy.dtypes[static_cast<std::size_t>(dtype)] = Value(object);
    }
}

// --- faults ---

void defineErrors(Interpreter& vm) {
    Numpy& numpy = Numpy::of(vm);
    numpy.axisError = makeError(vm, "AxisError", {python::typeOf(python::ValueError), python::typeOf(python::IndexError)}, "numpy");
    numpy.linAlgError = makeError(vm, "LinAlgError", {python::typeOf(python::AnyException)}, "numpy.linalg");
    numpy.ufuncTypeError = makeError(vm, "UFuncTypeError", {python::typeOf(python::TypeError)}, "numpy.core._exceptions");
}

}  // namespace

void failAxis(Interpreter& vm, std::int64_t axis, std::size_t dims) {
    python::raise(Numpy::of(vm).axisError,
                  "axis " + std::to_string(axis) + " is out of bounds for array of dimension " + std::to_string(dims));
}

// --- values ---

Value arrayValue(Interpreter& vm, Tensor value) {
    const Var v = gradOf(vm).make(std::move(value));
    v->type = Torch::of(vm).array;
    return Value(v);
}

Value scalarValue(Interpreter& vm, double number, DType dtype) {
    auto scalar = python::make<ScalarObject>(Numpy::of(vm).scalars[static_cast<std::size_t>(dtype)]);
    scalar->number = number;
    scalar->dtype = dtype;
    return Value(scalar);
}

Value resultValue(Interpreter& vm, const Tensor& value) {
    return value.dims() == 0 ? scalarValue(vm, value.at(0), value.dtype()) : arrayValue(vm, value);
}

Value viewValue(Interpreter& vm, const Var& of, Window window) {
    const Var out = gradOf(vm).detached(of);
    out->type = Torch::of(vm).array;
    out->window = std::make_unique<Window>(std::move(window));
    const Value owner = of->extra && !of->extra->note.isEmpty() ? of->extra->note : Value(of);
    out->more().note = owner;
    return Value(out);
}

Value pythonValue(double number, DType dtype) {
    if (dtype == DType::Bool) return Value(number != 0);
    if (!isFloating(dtype)) return Value(static_cast<std::int64_t>(number));
    return Value(number);
}

namespace {
Value listFrom(Interpreter& vm, const Tensor& value, std::size_t dim, std::int64_t& at) {
    if (dim == value.dims()) return pythonValue(value.at(at++), value.dtype());
    std::vector<Value> items;
    for (std::int64_t i = 0; i < value.shape()[dim]; ++i) items.push_back(listFrom(vm, value, dim + 1, at));
    return vm.list(std::move(items));
}
}  // namespace

Value listOfNumbers(Interpreter& vm, const Tensor& value) {
    std::int64_t at = 0;
    return listFrom(vm, value, 0, at);
}

bool isArray(Interpreter& vm, const Value& value) {
    const Type* array = Torch::of(vm).array;
    return array && value.isObject() && vm.isInstance(value, array);
}
bool isScalarObject(Interpreter& vm, const Value& value) { return numpyScalar(vm, value) != nullptr; }

void checkSize(Interpreter& vm, const TensorShape& shape) {
    if (const auto& check = gradOf(vm).host().checkSize) check(shape);
}

void checkWhole(double number) {
    if (std::fabs(number) > 9007199254740992.0 && number != -9223372036854775808.0)
        python::unsupported("whole numbers beyond 2**53 in an array");
}

// --- the module ---

namespace {

void defineTypes(Interpreter& vm, Module& module) {
    Torch& torch = Torch::of(vm);
    defineErrors(vm);
    defineDType(vm);
    torch.array = makeType(vm, "ndarray", {vm.types.object}, &python::layoutOf<Variable>);
    defineArrayType(vm);
    torch.scalar = makeType(vm, "generic", {vm.types.object}, &python::layoutOf<ScalarObject>);
    defineScalarTypes(vm);
    const auto derived = [&](const char* name, std::vector<Type*> bases) {
        Type* type = makeType(vm, name, std::move(bases), torch.scalar->layout);
        module.fields->set(vm.intern(name), Value(type));
        return type;
    };
    Type* number = derived("number", {torch.scalar});
    Type* integer = derived("integer", {number});
    Type* whole = derived("signedinteger", {integer});
    Type* inexact = derived("inexact", {number});
    Type* floating = derived("floating", {inexact});
    Numpy& numpy = Numpy::of(vm);
    numpy.scalars = {derived("bool_", {torch.scalar}), derived("int32", {whole}), derived("int64", {whole}), derived("float32", {floating}),
                     derived("float64", {floating, vm.types.real})};
    for (Type* abstract : {torch.scalar, number, integer, whole, inexact, floating}) abstract->slots.create = nullptr;
    for (const std::size_t i : {1U, 2U}) {
        numpy.scalars[i]->slots.index = [](Interpreter&, const Value& self) {
            return static_cast<std::int64_t>(static_cast<ScalarObject*>(self.object())->number);
        };
    }
}

void fillNumpy(Interpreter& vm, Module& module) {
    const auto set = [&](const char* name, Value value) { module.fields->set(vm.intern(name), std::move(value)); };
    defineTypes(vm, module);
    const Numpy& state = Numpy::of(vm);
    set("ndarray", Value(Torch::of(vm).array));
    set("generic", Value(Torch::of(vm).scalar));
    set("dtype", Value(state.dtype));
    for (const auto& [name, dtype] : std::initializer_list<std::pair<const char*, DType>>{{"bool8", DType::Bool},
                                                                                          {"intc", DType::Int32},
                                                                                          {"int_", DType::Int64},
                                                                                          {"intp", DType::Int64},
                                                                                          {"longlong", DType::Int64},
                                                                                          {"single", DType::Float32},
                                                                                          {"double", DType::Float64},
                                                                                          {"float_", DType::Float64}}) {
        set(name, Value(state.scalars[static_cast<std::size_t>(dtype)]));
    }
    for (const auto& [name, value] : std::initializer_list<std::pair<const char*, double>>{{"pi", 3.141592653589793},
                                                                                           {"e", 2.718281828459045},
                                                                                           {"euler_gamma", 0.5772156649015329},
                                                                                           {"inf", HUGE_VAL},
                                                                                           {"Inf", HUGE_VAL},
                                                                                           {"Infinity", HUGE_VAL},
                                                                                           {"PINF", HUGE_VAL},
                                                                                           {"infty", HUGE_VAL},
                                                                                           {"NINF", -HUGE_VAL},
                                                                                           {"nan", std::nan("")},
                                                                                           {"NaN", std::nan("")},
                                                                                           {"NAN", std::nan("")},
                                                                                           {"PZERO", 0.0},
                                                                                           {"NZERO", -0.0}}) {
        set(name, Value(value));
    }
    set("newaxis", Value::none());
    set("__version__", vm.text("1.24.2"));
    set("AxisError", Value(state.axisError));
    addNumpyConversions(vm);
    addNumpyUfuncs(vm);
    addNumpyCreation(vm);
    addNumpyReduction(vm);
    addNumpyShape(vm);
    addNumpyJoining(vm);
    addNumpySorting(vm);
    addNumpyLinear(vm);
    addNumpyRandom(vm);
    addNumpyNames(vm);
}

}  // namespace

void readyNumpy(Interpreter& vm) {
    if (!Torch::of(vm).array) vm.importModule("numpy");
}

void addNumpy(Interpreter& vm) {
    vm.addModule("numpy", fillNumpy);
    defineMethodOf(vm, "numpy(self, *, force=False)", [](Interpreter& vm, Arguments& a) -> Value {
        readyNumpy(vm);
        const Var v = asVar(a[0]);
        if (!a.truth(1) && (v->requiresGrad || gradOf(vm).gradFn(v).valid())) {
            failRuntime("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.");
        }
        const Var out = gradOf(vm).detached(v);
        out->type = Torch::of(vm).array;
        out->more().note = a[0];
        return Value(out);
    });
    defineMethodOf(vm, "__array__(self, dtype=None)", [](Interpreter& vm, Arguments& a) -> Value {
        const Value array = vm.callMethod(a[0], "numpy");
        return a.has(1) ? vm.callMethod(array, "astype", {a[1]}) : array;
    });
}

// --- defining ---

namespace {

// Of numpy's functions most are Python's or pretend to be; what an array does by itself is called by other names.
std::string asWritten(std::string_view signature, bool method) {
    constexpr std::array<std::string_view, 6> kCompiled{"divmod", "modf", "matmul", "fromiter", "promote_types", "result_type"};
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kMethods{{{"sum", "_sum"},
                                                                                     {"mean", "_mean"},
                                                                                     {"max", "_amax"},
                                                                                     {"min", "_amin"},
                                                                                     {"prod", "_prod"},
                                                                                     {"std", "_std"},
                                                                                     {"var", "_var"},
                                                                                     {"any", "_any"},
                                                                                     {"all", "_all"}}};
    if (signature.starts_with("def ")) return std::string(signature);
    const std::string_view name = signature.substr(0, signature.find('('));
    if (method) {
        for (const auto& [known, shown] : kMethods) {
            if (known == name) return "def " + std::string(shown) + ":" + std::string(signature);
        }
        return std::string(signature);
    }
    if (std::find(kCompiled.begin(), kCompiled.end(), name) != kCompiled.end()) return std::string(signature);
    const std::string shown = name == "max" || name == "min" ? "a" + std::string(name) : std::string(name);
    return "def " + shown + ":" + std::string(signature);
}

// Those that numpy has in C say which argument is missing, and count them from zero.
bool countsFromZero(std::string_view name) {
    constexpr std::array<std::string_view, 6> kNames{"array", "zeros", "empty", "asarray", "asanyarray", "ascontiguousarray"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

}  // namespace

void defineNumpy(Interpreter& vm, std::string_view signature, python::NativeCode code) {
    Module& numpy = vm.defineModule("numpy");
    python::defineFunction(numpy, asWritten(signature, false), std::move(code));
    const std::string name(signature.substr(0, signature.find('(')));
    if (!countsFromZero(name)) return;
    auto* function = numpy.fields->find(vm.intern(name))->as<python::NativeFunction>();
    function->misfit = [function, name](Interpreter&, const python::Call& call) {
        const std::vector<python::Signature::Parameter>& all = function->signature.parameters;
        const auto knows = [&](const Str* key) {
            return std::any_of(all.begin() + 1, all.end(), [&](const auto& p) { return p.name == key; });
        };
        const bool firstIsMissing = call.count == 0 && std::all_of(call.names.begin(), call.names.end(), knows);
        if (firstIsMissing) failType(name + "() missing required argument '" + all.front().name->text + "' (pos 0)");
    };
}

void defineArrayMethod(Interpreter& vm, std::string_view signature, python::NativeCode code) {
    python::defineMethod(*Torch::of(vm).array, asWritten(signature, true), std::move(code));
}

void defineNumpyBoth(Interpreter& vm, std::string_view signature, python::NativeCode code) {
    std::string method(signature);
    const auto from = method.find('(') + 1;
    method.replace(from, method.find_first_of(",)", from) - from, "self");
    defineNumpy(vm, signature, code);
    defineArrayMethod(vm, method, code);
    // Scalars have the methods of arrays.
    python::defineMethod(*Torch::of(vm).scalar, asWritten(method, true), std::move(code));
}

}  // namespace backstep::modules
