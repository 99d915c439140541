// SPDX-License-Identifier: GPL-3.0-or-later
// The type ndarray: its slots, attributes and conversions; scalars have the same ones.
#include <cmath>

#include "engine/modules/numpy.h"
#include "engine/python/numbers.h"

namespace backstep::modules {

using python::Str;

namespace {

// The number of an array or a scalar as a tensor.
Tensor valueOf(Interpreter& vm, const Value& self) {
    if (const ScalarObject* scalar = numpyScalar(vm, self)) return Tensor(scalar->number, scalar->dtype);
    return asVar(self)->value();
}

double oneElement(const Value& self) {
    const Var v = asVar(self);
    if (v->size() != 1) failType("only size-1 arrays can be converted to Python scalars");
    return v->item();
}

bool truthOf(Interpreter& vm, const Value& self) {
    const Var v = asVar(self);
    if (v->size() > 1) failValue("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()");
    if (v->size() == 1) return v->item() != 0;
    warn(vm, "DeprecationWarning",
         "The truth value of an empty array is ambiguous. Returning False, but in future this will result in an error. Use `array.size > "
         "0` to check "
         "that an array is not empty.");
    return false;
}

Value iterated(Interpreter& vm, const Value& self) {
    const Var v = asVar(self);
    if (v->dims() == 0) failType("iteration over a 0-d array");
    return vm.iterator([self, at = std::int64_t{0}](Interpreter& vm, Value& out) mutable {
        if (at >= asVar(self)->shape()[0]) return false;
        out = arrayGetItem(vm, self, Value(at++));
        return true;
    });
}

bool contains(Interpreter& vm, const Value& self, const Value& item) {
    const Value same = arrayCompare(vm, CompareOp::Equal, self, item);
    if (same.isBool()) return same.boolean();
    if (same.isNotImplemented()) return false;
    const Tensor t = valueOf(vm, same);
    return std::any_of(t.numbers().begin(), t.numbers().end(), [](double x) { return x != 0; });
}

void fillSlots(python::Slots& slots) {
    slots.repr = [](Interpreter& vm, const Value& self) { return vm.text(arrayRepr(asVar(self)->value(), Numpy::of(vm).printing)); };
    slots.str = [](Interpreter& vm, const Value& self) { return vm.text(arrayStr(asVar(self)->value(), Numpy::of(vm).printing)); };
    slots.format = [](Interpreter& vm, const Value& self, std::string_view spec) {
        const Var v = asVar(self);
        if (v->dims() == 0) return vm.text(vm.format(pythonValue(v->item(), v->dtype()), spec));
        if (!spec.empty()) failType("unsupported format string passed to numpy.ndarray.__format__");
        return vm.text(vm.str(self));
    };
    slots.truth = truthOf;
    slots.hash = nullptr;
    slots.binary = arrayBinary;
    slots.inplace = arrayInplace;
    slots.unary = arrayUnary;
    slots.compare = arrayCompare;
    slots.getItem = arrayGetItem;
    slots.setItem = arraySetItem;
    slots.deleteItem = [](Interpreter&, const Value&, const Value&) { failValue("cannot delete array elements"); };
    slots.setAttribute = [](Interpreter& vm, const Value& self, Str* name, const Value& value) {  // an ndarray has no fields
        if (!vm.typeOf(self)->find(name)) {
            python::raise<python::AttributeError>("'" + vm.typeOf(self)->name + "' object has no attribute '" + name->text + "'");
        }
        vm.genericSetAttribute(self, name, value);
    };
    slots.iterate = iterated;
    slots.contains = contains;
    slots.index = [](Interpreter&, const Value& self) {
        const Var v = asVar(self);
        if (v->size() != 1 || isFloating(v->dtype()) || v->dtype() == DType::Bool)
            failType("only integer scalar arrays can be converted to a scalar index");
        return static_cast<std::int64_t>(v->item());
    };
    slots.real = [](Interpreter&, const Value& self) { return oneElement(self); };
    slots.length = [](Interpreter&, const Value& self) {
        const Var v = asVar(self);
        if (v->dims() == 0) failType("len() of unsized object");
        return v->shape()[0];
    };
    slots.create = [](Interpreter&, Type&, const python::Call&) -> Value { python::unsupported("numpy.ndarray(…)", "numpy.empty"); };
    slots.init = [](Interpreter&, const Value&, const python::Call&) {};
}

Value shapeTuple(Interpreter& vm, const TensorShape& shape) { return vm.tuple(std::vector<Value>(shape.begin(), shape.end())); }

std::int64_t itemSize(DType dtype) { return std::array<std::int64_t, 5>{1, 4, 8, 4, 8}[static_cast<std::size_t>(dtype)]; }

void setShape(Interpreter& vm, const Value& self, const Value& value) {
    const Value same = vm.callMethod(self, "reshape", {value});
    const Var v = asVar(self);
    const Var to = asVar(same);
    if (to->storage != v->storage)
        python::raise<python::AttributeError>(
            "Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape.");
    v->window = std::make_unique<Window>(windowOf(*to));
}

void defineAttributes(Type& t) {
    python::defineProperty(
        t, "shape", [](Interpreter& vm, const Value& self) { return shapeTuple(vm, valueOf(vm, self).shape()); }, setShape);
    python::defineProperty(
        t, "dtype",
        [](Interpreter& vm, const Value& self) { return Numpy::of(vm).dtypes[static_cast<std::size_t>(valueOf(vm, self).dtype())]; },
        [](Interpreter&, const Value&, const Value&) { python::unsupported("assigning to the dtype of a numpy array", "astype"); });
    python::defineProperty(t, "ndim",
                           [](Interpreter& vm, const Value& self) { return Value(static_cast<std::int64_t>(valueOf(vm, self).dims())); });
    python::defineProperty(t, "size", [](Interpreter& vm, const Value& self) { return Value(valueOf(vm, self).size()); });
    python::defineProperty(t, "itemsize", [](Interpreter& vm, const Value& self) { return Value(itemSize(valueOf(vm, self).dtype())); });
    python::defineProperty(t, "nbytes", [](Interpreter& vm, const Value& self) {
        return Value(itemSize(valueOf(vm, self).dtype()) * valueOf(vm, self).size());
    });
    python::defineProperty(t, "real", [](Interpreter&, const Value& self) { return self; });
    python::defineProperty(t, "imag", [](Interpreter& vm, const Value& self) {
        const Tensor v = valueOf(vm, self);
        return isArray(vm, self) ? arrayValue(vm, Tensor::filled(v.shape(), 0, v.dtype())) : scalarValue(vm, 0, v.dtype());
    });
    python::defineProperty(t, "T",
                           [](Interpreter& vm, const Value& self) { return isArray(vm, self) ? vm.callMethod(self, "transpose") : self; });
    python::defineConstant(t, "__array_priority__", Value(0.0));
}

void defineArrayOnly(Interpreter& vm) {
    Type& t = *Torch::of(vm).array;
    python::defineProperty(t, "strides", [](Interpreter& vm, const Value& self) {
        TensorShape bytes = asVar(self)->strides();
        for (std::int64_t& s : bytes) s *= itemSize(asVar(self)->dtype());
        return shapeTuple(vm, bytes);
    });
    python::defineProperty(t, "base", [](Interpreter&, const Value& self) {
        const Var v = asVar(self);
        return v->extra && !v->extra->note.isEmpty() ? v->extra->note : Value::none();
    });
    python::defineProperty(
        t, "flat",
        [](Interpreter& vm, const Value& self) {
            const Value flat = vm.callMethod(self, "ravel");
            return vm.iterate(flat);
        },
        [](Interpreter& vm, const Value& self, const Value& value) {
            const Var v = asVar(self);
            const Tensor given = operandOf(vm, value, v->dtype()).value;
            std::vector<double> numbers;
            for (std::int64_t i = 0; i < v->size() && given.size() > 0; ++i) numbers.push_back(given.at(i % given.size()));
            if (!numbers.empty()) assignArray(vm, v, Tensor(v->shape(), std::move(numbers), v->dtype()));
        });
}

// item(), item(3), item(1, 2), item((1, 2))
Value itemOf(Interpreter& vm, const Value& self, std::span<const Value> where) {
    const Tensor v = valueOf(vm, self);
    if (where.empty()) {
        if (v.size() != 1) failValue("can only convert an array of size 1 to a Python scalar");
        return pythonValue(v.at(0), v.dtype());
    }
    if (where.size() == 1 && !where[0].is<python::Tuple>()) {
        std::int64_t i = vm.toIndex(where[0]);
        if (i < -v.size() || i >= v.size())
            failIndex("index " + std::to_string(i) + " is out of bounds for size " + std::to_string(v.size()));
        return pythonValue(v.at(i < 0 ? i + v.size() : i), v.dtype());
    }
    const Value key = where.size() == 1 ? where[0] : vm.tuple(std::vector<Value>(where.begin(), where.end()));
    return itemOf(vm, arrayGetItem(vm, self, key), {});
}

}  // namespace

void defineArrayType(Interpreter& vm) {
    Type& t = *Torch::of(vm).array;
    fillSlots(t.slots);
    defineAttributes(t);
    defineArrayOnly(vm);
    const auto integer = [](Interpreter& vm, Arguments& a) { return python::truncated(vm, oneElement(a[0])); };
    python::defineMethod(t, "__int__(self)", integer);
    python::defineMethod(t, "__abs__(self)",
                         [](Interpreter& vm, Arguments& a) { return resultValue(vm, ufunc(vm, "absolute", {valueOf(vm, a[0])})); });
    python::defineMethod(t, "__divmod__(self, other)", [](Interpreter& vm, Arguments& a) {
        return vm.tuple({arrayBinary(vm, BinaryOp::FloorDivide, a[0], a[1], false), arrayBinary(vm, BinaryOp::Modulo, a[0], a[1], false)});
    });
    python::finishType(t);
}

void addNumpyConversions(Interpreter& vm) {
    defineAttributes(*Torch::of(vm).scalar);
    const auto both = [&](const std::string& signature, const python::NativeCode& code) {
        python::defineMethod(*Torch::of(vm).array, signature, code);
        python::defineMethod(*Torch::of(vm).scalar, signature, code);
    };
    both("item(self, *args)", [](Interpreter& vm, Arguments& a) { return itemOf(vm, a[0], a.rest()); });
    both("tolist(self)", [](Interpreter& vm, Arguments& a) { return listOfNumbers(vm, valueOf(vm, a[0])); });
    both("astype(self, dtype, order='K', casting='unsafe', subok=True, copy=True)", [](Interpreter& vm, Arguments& a) -> Value {
        const DType dtype = numpyDType(vm, a[1]).value_or(DType::Float64);
        const Tensor v = valueOf(vm, a[0]);
        static_cast<void>(orderOf(vm, a[2]));
        checkCast(v.dtype(), dtype, castingOf(vm, a[3]));
        if (isArray(vm, a[0]) && !a.truth(5) && v.dtype() == dtype) return a[0];
        const Tensor cast = castNumpy(vm, v, dtype);
        return isArray(vm, a[0]) ? arrayValue(vm, cast) : resultValue(vm, cast);
    });
    const auto copy = [](Interpreter& vm, Arguments& a) -> Value {
        return isArray(vm, a[0]) ? arrayValue(vm, asVar(a[0])->value()) : a[0];
    };
    both("copy(self, order='C')", [copy](Interpreter& vm, Arguments& a) {
        const char order = keptOrder(vm, a[0], orderOf(vm, a[1]));
        return order == 'F' ? arrayInOrder(vm, asVar(a[0])->value(), order) : copy(vm, a);
    });
    both("__copy__(self)", copy);
    both("__deepcopy__(self, memo=None)", copy);
    both("conj(self)", [](Interpreter&, Arguments& a) { return a[0]; });
    both("conjugate(self)", [](Interpreter&, Arguments& a) { return a[0]; });
    both("__array__(self, dtype=None)", [](Interpreter& vm, Arguments& a) -> Value {
        if (isArray(vm, a[0]) && !a.has(1)) return a[0];
        return arrayValue(vm, castNumpy(vm, valueOf(vm, a[0]), numpyDType(vm, a[1]).value_or(valueOf(vm, a[0]).dtype())));
    });
    defineArrayMethod(vm, "fill(self, value)", [](Interpreter& vm, Arguments& a) {
        const Tensor value = operandOf(vm, a[1], asVar(a[0])->dtype()).value;
        if (value.size() != 1) failValue("setting an array element with a sequence.");
        assignArray(vm, asVar(a[0]), value);
        return Value::none();
    });
    defineArrayMethod(vm, "view(self, dtype=None)", [](Interpreter& vm, Arguments& a) -> Value {
        if (a.has(1)) python::unsupported("numpy.ndarray.view(dtype)", "astype");
        return viewValue(vm, asVar(a[0]), windowOf(*asVar(a[0])));
    });
    defineArrayMethod(vm, "itemset(self, *args)", [](Interpreter& vm, Arguments& a) -> Value {
        const std::span<const Value> rest = a.rest();
        if (rest.size() == 1 && asVar(a[0])->size() != 1) failValue("can only convert an array of size 1 to a Python scalar");
        if (rest.size() == 1) return vm.callMethod(a[0], "fill", {rest[0]});
        if (rest.size() != 2) failValue("itemset must have at least one argument");
        const Value target = rest[0].is<python::Tuple>() ? a[0] : vm.callMethod(a[0], "ravel");
        arraySetItem(vm, target, rest[0], rest[1]);
        return Value::none();
    });
}

}  // namespace backstep::modules
