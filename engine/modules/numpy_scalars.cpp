// SPDX-License-Identifier: GPL-3.0-or-later
// The scalar types of numpy: arithmetic, comparison, texts and conversions of np.float64(0.1), np.int64(3), np.bool_(True) …
#include <cmath>

#include "engine/modules/numpy.h"
#include "engine/python/numbers.h"

namespace backstep::modules {

namespace {

ScalarObject& scalar(const Value& self) { return *static_cast<ScalarObject*>(self.object()); }
Value plain(const Value& self) { return pythonValue(scalar(self).number, scalar(self).dtype); }

Value textOf(Interpreter& vm, const Value& self) { return vm.text(scalarText(scalar(self).number, scalar(self).dtype)); }

Value formatted(Interpreter& vm, const Value& self, std::string_view spec) { return vm.text(vm.format(plain(self), spec)); }

// float64 is made as Python's float is, bool_ by a function with a name, the others by one without.
void checkOneArgument(const python::Call& call, DType dtype) {
    const bool asFloat = dtype == DType::Float64;
    const std::size_t given = call.count + call.names.size();
    if (asFloat && !call.names.empty()) failType("float() takes no keyword arguments");
    if (asFloat && given > 1) failType("float expected at most 1 argument, got " + std::to_string(given));
    const std::string function = dtype == DType::Bool ? "bool_()" : "function";
    if (given > 1) failType(function + " takes at most 1 argument (" + std::to_string(given) + " given)");
    if (call.names.empty()) return;
    failType("'" + call.names[0]->text + "' is an invalid keyword argument for " + (dtype == DType::Bool ? "bool_()" : "this function"));
}

Value createScalar(Interpreter& vm, Type& type, const python::Call& call) {
    const Numpy& numpy = Numpy::of(vm);
    const auto which = std::find(numpy.scalars.begin(), numpy.scalars.end(), &type);
    if (which == numpy.scalars.end()) python::raise<python::TypeError>("cannot create '" + type.name + "' instances");
    const auto dtype = static_cast<DType>(which - numpy.scalars.begin());
    checkOneArgument(call, dtype);
    if (call.count == 0) return scalarValue(vm, 0, dtype);
    const Value& given = call.values[0];
    if (given.isNone() && dtype == DType::Bool) return scalarValue(vm, 0, dtype);
    if (given.isNone() && isFloating(dtype)) return scalarValue(vm, std::nan(""), dtype);
    if (given.is<python::Str>()) {
        if (dtype == DType::Bool) return scalarValue(vm, vm.truth(given), dtype);
        const Value parsed = vm.call(Value(isFloating(dtype) ? vm.types.real : vm.types.integer), {given});
        return scalarValue(vm, rounded(vm.toDouble(parsed), dtype), dtype);
    }
    const std::optional<Operand> read = tryOperand(vm, given);
    if (!read) {
        if (dtype == DType::Bool) return scalarValue(vm, vm.truth(given), dtype);
        if (isFloating(dtype)) return scalarValue(vm, rounded(vm.toDouble(given), dtype), dtype);
        const Value whole = vm.call(Value(vm.types.integer), {given});
        return scalarValue(vm, static_cast<double>(vm.toIndex(whole)), dtype);
    }
    if (read->isPython && !isFloating(dtype) && dtype != DType::Bool && !std::isfinite(read->value.at(0))) {
        return vm.call(Value(vm.types.integer), {given});  // raises
    }
    return resultValue(vm, castNumpy(vm, read->value, dtype));
}

double realOf(Interpreter&, const Value& self) { return scalar(self).number; }

std::uint64_t hashOfScalar(Interpreter& vm, const Value& self) { return vm.hash(plain(self)); }

Value rounded_(Interpreter& vm, Arguments& a) {
    const ScalarObject& self = scalar(a[0]);
    if (!a.has(1)) {
        if (!isFloating(self.dtype)) return Value(static_cast<std::int64_t>(self.number));
        return python::truncated(vm, std::isfinite(self.number) ? std::nearbyint(self.number) : self.number);
    }
    return vm.call(vm.getAttribute(Value(&vm.defineModule("numpy")), "round"), {a[0], a[1]});
}

}  // namespace

void defineScalarTypes(Interpreter& vm) {
    Type& t = *Torch::of(vm).scalar;
    python::Slots& s = t.slots;
    s.repr = textOf;
    s.str = textOf;
    s.format = formatted;
    s.truth = [](Interpreter&, const Value& self) { return scalar(self).number != 0; };
    s.hash = hashOfScalar;
    s.binary = arrayBinary;
    s.unary = arrayUnary;
    s.compare = arrayCompare;
    s.create = createScalar;
    s.init = [](Interpreter&, const Value&, const python::Call&) {};
    s.real = realOf;
    s.getItem = [](Interpreter& vm, const Value& self, const Value& key) -> Value {
        const bool none = key.is<python::Tuple>() && key.as<python::Tuple>()->items.empty();
        if (none) return self;
        if (key.isEllipsis()) return arrayValue(vm, Tensor(scalar(self).number, scalar(self).dtype));
        if (key.isNone()) return arrayValue(vm, Tensor({1}, {scalar(self).number}, scalar(self).dtype));
        failIndex("invalid index to scalar variable.");
    };
    s.iterate = [](Interpreter& vm, const Value& self) -> Value { failType("'" + vm.typeOf(self)->name + "' object is not iterable"); };
    python::defineMethod(t, "__round__(self, ndigits=None)", rounded_);
    python::defineMethod(t, "__int__(self)", [](Interpreter& vm, Arguments& a) { return python::truncated(vm, scalar(a[0]).number); });
    python::defineMethod(t, "__trunc__(self)", [](Interpreter& vm, Arguments& a) { return python::truncated(vm, scalar(a[0]).number); });
    python::defineMethod(t, "__floor__(self)",
                         [](Interpreter& vm, Arguments& a) { return python::truncated(vm, std::floor(scalar(a[0]).number)); });
    python::defineMethod(t, "__ceil__(self)",
                         [](Interpreter& vm, Arguments& a) { return python::truncated(vm, std::ceil(scalar(a[0]).number)); });
    python::defineMethod(t, "__abs__(self)", [](Interpreter& vm, Arguments& a) {
        return resultValue(vm, ufunc(vm, "absolute", {Tensor(scalar(a[0]).number, scalar(a[0]).dtype)}));
    });
    const auto divmod = [](Interpreter& vm, const Value& x, const Value& y) {
        return vm.tuple({vm.binary(BinaryOp::FloorDivide, x, y), vm.binary(BinaryOp::Modulo, x, y)});
    };
    python::defineMethod(t, "__divmod__(self, other)", [divmod](Interpreter& vm, Arguments& a) { return divmod(vm, a[0], a[1]); });
    python::defineMethod(t, "__rdivmod__(self, other)", [divmod](Interpreter& vm, Arguments& a) { return divmod(vm, a[1], a[0]); });
    python::defineMethod(t, "is_integer(self)", [](Interpreter&, Arguments& a) {
        return Value(std::isfinite(scalar(a[0]).number) && std::floor(scalar(a[0]).number) == scalar(a[0]).number);
    });
    for (const char* name : {"as_integer_ratio", "hex"}) {
        python::defineMethod(t, std::string(name) + "(self)",
                             [name](Interpreter& vm, Arguments& a) { return vm.callMethod(plain(a[0]), name); });
    }
    python::finishType(t);
}

}  // namespace backstep::modules
