// SPDX-License-Identifier: GPL-3.0-or-later
// The operators of arrays and scalars, and np.sin … as objects that are called.
#include <algorithm>
#include <cmath>

#include "engine/modules/numpy_ufunc.h"

namespace backstep::modules {

using python::Str;

namespace {

struct UfuncObject : python::Object {
    const Ufunc* u = nullptr;
};

constexpr std::array<std::string_view, 13> kOperatorNames{"add",          "subtract",   "multiply",   "divide",      "power",
                                                          "floor_divide", "remainder",  "matmul",     "bitwise_and", "bitwise_or",
                                                          "bitwise_xor",  "left_shift", "right_shift"};
constexpr std::array<const char*, 13> kSigns{"+", "-", "*", "/", "** or pow()", "//", "%", "@", "&", "|", "^", "<<", ">>"};
constexpr std::array<std::string_view, 6> kCompareNames{"less", "less_equal", "greater", "greater_equal", "equal", "not_equal"};

// The operand of an operator that is an array or a scalar of numpy.
Tensor ownValue(Interpreter& vm, const Value& self) {
    if (const ScalarObject* scalar = numpyScalar(vm, self)) return Tensor(scalar->number, scalar->dtype);
    return asVar(self)->value();
}

std::string elementName(Interpreter& vm, const Value& value) {
    if (value.isNone()) return "NoneType";
    if (!isArray(vm, value) && !isScalarObject(vm, value)) return vm.typeOf(value)->name;
    const DType dtype = ownValue(vm, value).dtype();
    return isFloating(dtype) ? "float" : dtype == DType::Bool ? "bool" : "int";
}

std::string dtypeText(Interpreter& vm, const Value& value) {
    if (const Str* text = value.as<Str>()) return "dtype('<U" + std::to_string(std::max<std::uint32_t>(text->length, 1)) + "')";
    return "dtype('" + arrayDtypeName(ownValue(vm, value).dtype()) + "')";
}

[[noreturn]] void notSupported(std::string_view function) {
    failType("ufunc '" + std::string(function) +
             "' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the "
             "casting rule ''safe''");
}

// What numpy says of an operand that is no number.
Value refuseOperand(Interpreter& vm, BinaryOp op, const Value& self, const Value& other, bool reflected) {
    const Value& left = reflected ? other : self;
    const Value& right = reflected ? self : other;
    const std::string sign = kSigns[static_cast<std::size_t>(op)];
    const bool inOtherWords = op == BinaryOp::Divide || op == BinaryOp::FloorDivide || op == BinaryOp::Modulo || op == BinaryOp::Power;
    if (other.is<Str>() && inOtherWords) notSupported(kOperatorNames[static_cast<std::size_t>(op)]);
    if (other.is<Str>()) {
        python::raise(Numpy::of(vm).ufuncTypeError, "ufunc '" + std::string(kOperatorNames[static_cast<std::size_t>(op)]) +
                                                        "' did not contain a loop with signature matching types (" + dtypeText(vm, left) +
                                                        ", " + dtypeText(vm, right) + ") -> None");
    }
    const bool ofProgram = other.isObject() && vm.typeOf(other)->ofProgram;
    if (ofProgram && isScalarObject(vm, self)) return Value::notImplemented();
    if (ofProgram) python::unsupported("numpy arrays of " + vm.typeOf(other)->name + " objects", "arrays of numbers");
    failType("unsupported operand type(s) for " + sign + ": '" + elementName(vm, left) + "' and '" + elementName(vm, right) + "'");
}

// array ** 2 is square(array), and so on.
std::optional<std::string_view> fastPower(const Tensor& base, const Tensor& exponent) {
    if (exponent.dims() != 0) return std::nullopt;
    const double n = exponent.at(0);
    if (n == 2 && (isFloating(base.dtype()) || !isFloating(exponent.dtype()))) return "square";
    if (!isFloating(base.dtype())) return std::nullopt;
    if (n == -1) return "reciprocal";
    if (n == 0.5) return "sqrt";
    return std::nullopt;
}

Tensor operate(Interpreter& vm, BinaryOp op, const Tensor& left, const Tensor& right, bool scalars, bool leftIsArray) {
    const std::string_view name = kOperatorNames[static_cast<std::size_t>(op)];
    if (op == BinaryOp::Power && leftIsArray) {
        if (const auto fast = fastPower(left, right)) return ufunc(vm, *fast, {left});
    }
    const std::array<Tensor, 2> both{left, right};
    return computeUfunc(vm, ufuncNamed(name), both, (scalars ? "scalar " : "") + std::string(name));
}

}  // namespace

Value arrayBinary(Interpreter& vm, BinaryOp op, const Value& self, const Value& other, bool reflected) {
    const bool selfIsScalar = isScalarObject(vm, self);
    if (isTensor(vm, other)) {
        if (selfIsScalar) return Value::notImplemented();
        if (!reflected && op == BinaryOp::Add) {
            failType(
                "Concatenation operation is not implemented for NumPy arrays, use np.concatenate() instead. Please do not rely on this "
                "error; it "
                "may not be given on all Python implementations.");
        }
        if (!reflected && op == BinaryOp::Divide) {  // Tensor.__rtruediv__ multiplies
            return arrayBinary(vm, BinaryOp::Multiply, self, Value(gradOf(vm).apply(Op::Reciprocal, {asVar(other)})), true);
        }
        if (!reflected) return Value::notImplemented();
    }
    const bool sequence = other.is<python::List>() || other.is<python::Tuple>() || other.is<Str>();
    if (selfIsScalar && op == BinaryOp::Multiply && sequence) {
        const ScalarObject& scalar = *numpyScalar(vm, self);
        if (isFloating(scalar.dtype)) failType("can't multiply sequence by non-int of type '" + vm.typeOf(self)->name + "'");
        return vm.binary(op, other, Value(static_cast<std::int64_t>(scalar.number)));
    }
    const std::optional<Operand> read = tryOperand(vm, other);
    if (!read) return refuseOperand(vm, op, self, other, reflected);
    const Tensor own = ownValue(vm, self);
    const Tensor& left = reflected ? read->value : own;
    const Tensor& right = reflected ? own : read->value;
    const auto finished = [&](const Tensor& value) { return read->isTensor ? arrayToTensor(vm, value) : resultValue(vm, value); };
    if (op == BinaryOp::MatrixMultiply) return finished(matrixProduct(vm, left, right));
    const bool scalars = selfIsScalar && (read->isPython || isScalarObject(vm, other));
    const bool leftIsArray = isArray(vm, reflected ? other : self);
    return finished(operate(vm, op, left, right, scalars, leftIsArray));
}

Value arrayInplace(Interpreter& vm, BinaryOp op, const Value& self, const Value& other) {
    if (isTensor(vm, other)) return Value::notImplemented();
    const std::optional<Operand> read = tryOperand(vm, other);
    if (!read) return refuseOperand(vm, op, self, other, false);
    const Var v = asVar(self);
    if (op != BinaryOp::MatrixMultiply && !broadcastShapes(v->shape(), read->value.shape())) {
        failValue("operands could not be broadcast together with shapes " + tupleText(v->shape()) + " " + tupleText(read->value.shape()) +
                  " " + tupleText(v->shape()) + " ");
    }
    const Tensor result =
        op == BinaryOp::MatrixMultiply ? matrixProduct(vm, v->value(), read->value) : operate(vm, op, v->value(), read->value, false, true);
    const auto category = [](DType d) { return isFloating(d) ? 2 : d == DType::Bool ? 0 : 1; };
    if (category(result.dtype()) > category(v->dtype())) {
        python::raise(Numpy::of(vm).ufuncTypeError, "Cannot cast ufunc '" + std::string(kOperatorNames[static_cast<std::size_t>(op)]) +
                                                        "' output from dtype('" + arrayDtypeName(result.dtype()) + "') to dtype('" +
                                                        arrayDtypeName(v->dtype()) + "') with casting rule 'same_kind'");
    }
    if (result.shape() != v->shape()) {
        failValue("non-broadcastable output operand with shape " + tupleText(v->shape()) + " doesn't match the broadcast shape " +
                  tupleText(result.shape()));
    }
    gradOf(vm).assign(v, result);
    return self;
}

Value arrayUnary(Interpreter& vm, UnaryOp op, const Value& self) {
    const Tensor own = ownValue(vm, self);
    switch (op) {
        case UnaryOp::Minus: return resultValue(vm, ufunc(vm, "negative", {own}));
        case UnaryOp::Plus: return resultValue(vm, own);
        case UnaryOp::Invert: return resultValue(vm, ufunc(vm, "invert", {own}));
        case UnaryOp::Not: break;
    }
    return Value::notImplemented();
}

Value arrayCompare(Interpreter& vm, CompareOp op, const Value& self, const Value& other) {
    if (isTensor(vm, other) || static_cast<std::size_t>(op) >= kCompareNames.size()) return Value::notImplemented();
    const bool equality = op == CompareOp::Equal || op == CompareOp::NotEqual;
    const Tensor own = ownValue(vm, self);
    const bool selfIsScalar = isScalarObject(vm, self);
    const std::optional<Operand> read = tryOperand(vm, other);
    if (!read) {
        if (other.isNone() && equality) return resultValue(vm, Tensor::filled(own.shape(), op == CompareOp::NotEqual, DType::Bool));
        if (!equality && selfIsScalar && other.is<Str>()) {  // numpy makes an array of the scalar first
            failType(std::string("'") + std::array{"<", "<=", ">", ">="}[static_cast<std::size_t>(op)] +
                     "' not supported between instances of 'numpy.ndarray' and 'str'");
        }
        if (!equality && (other.is<Str>() || (other.isObject() && vm.typeOf(other)->ofProgram))) return Value::notImplemented();
        if (!equality) {
            failType(std::string("'") + std::array{"<", "<=", ">", ">="}[static_cast<std::size_t>(op)] +
                     "' not supported between instances of '" + elementName(vm, self) + "' and '" + elementName(vm, other) + "'");
        }
        if (other.is<Str>() && !selfIsScalar) {
            warn(vm, "FutureWarning",
                 "elementwise comparison failed; returning scalar instead, but in the future will perform elementwise comparison");
        }
        return other.is<Str>() ? Value(op == CompareOp::NotEqual) : Value::notImplemented();
    }
    if (equality && !broadcastShapes(own.shape(), read->value.shape())) {
        warn(vm, "DeprecationWarning", "elementwise comparison failed; this will raise an error in the future.");
        return Value(op == CompareOp::NotEqual);
    }
    return resultValue(vm, ufunc(vm, kCompareNames[static_cast<std::size_t>(op)], {own, read->value}));
}

// --- ufuncs as objects ---

namespace {

const Ufunc& ufuncOf(const Value& self) { return *static_cast<UfuncObject*>(self.object())->u; }

// The operands, one of them a text, as numpy lists them where no loop is for them; nothing where it says so in other words.
std::string typesWithoutLoop(Interpreter& vm, const Ufunc& u, std::span<const Value> operands) {
    constexpr std::array<std::string_view, 8> kOthers{"floor_divide", "remainder", "fmod",      "power",
                                                      "reciprocal",   "square",    "conjugate", "float_power"};
    const bool pairs = u.operands == 2;
    const bool asClasses = (u.kind == UfuncKind::Compare || u.kind == UfuncKind::Truth) && pairs;
    const bool asTypes = u.kind == UfuncKind::Arithmetic || u.name == "gcd" || u.name == "lcm";
    const bool other = std::find(kOthers.begin(), kOthers.end(), u.name) != kOthers.end();
    if (other || !(asClasses || asTypes)) return {};
    if (!pairs) return "<class 'numpy.dtype[str_]'>";
    const auto shown = [&](const Value& v) {
        if (asClasses) return "<class 'numpy.dtype[" + (v.is<Str>() ? "str_" : arrayDtypeName(tensorOf(vm, v).dtype())) + "]'>";
        return v.is<Str>() ? dtypeText(vm, v) : "dtype('" + arrayDtypeName(tensorOf(vm, v).dtype()) + "')";
    };
    return "(" + shown(operands[0]) + ", " + shown(operands[1]) + ")";
}

// An operand that is no number: functions of objects call their methods.
Value callOnObject(Interpreter& vm, const Ufunc& u, std::span<const Value> operands, const Value& stranger) {
    const std::string name(u.name);
    if (stranger.is<Str>()) {
        if (const std::string types = typesWithoutLoop(vm, u, operands); !types.empty()) {
            python::raise(Numpy::of(vm).ufuncTypeError,
                          "ufunc '" + name + "' did not contain a loop with signature matching types " + types + " -> None");
        }
        notSupported(name);
    }
    const bool asks = name == "isnan" || name == "isinf" || name == "isfinite" || name == "signbit" || name == "spacing";
    if (asks && stranger.isNone()) {
        notSupported(name);
    }
    if (name == "logical_not") return Value(!vm.truth(stranger));
    const bool listed = stranger.is<python::List>() || stranger.is<python::Tuple>();
    if (listed) python::unsupported("numpy arrays of objects", "arrays of numbers");
    for (std::size_t i = 0; i < kOperatorNames.size(); ++i) {
        if (u.operands == 2 && kOperatorNames[i] == u.name) return vm.binary(static_cast<BinaryOp>(i), operands[0], operands[1]);
    }
    if (u.operands == 1) {
        if (name == "negative") return vm.unary(UnaryOp::Minus, stranger);
        if (name == "absolute") return vm.call(vm.getAttribute(Value(&vm.builtins()), "abs"), {stranger});
        if (name == "square") return vm.binary(BinaryOp::Multiply, stranger, stranger);
        const Value method = vm.findAttribute(stranger, u.name);
        if (!method.isEmpty()) return vm.call(method);
        failType("loop of ufunc does not support argument 0 of type " + vm.typeOf(stranger)->name + " which has no callable " + name +
                 " method");
    }
    python::unsupported("numpy." + name + " of " + vm.typeOf(stranger)->name + " objects", "numbers");
}

[[noreturn]] void noLoop(const Ufunc& u) {
    failType("No loop matching the specified signature and casting was found for ufunc " + std::string(u.name));
}

// With `dtype` there must be a loop that gives it, and the operands must be allowed to become what that takes.
void checkLoop(Interpreter& vm, const Ufunc& u, std::span<const Tensor> operands, DType dtype, const std::string& rule) {
    const bool answersBool = u.kind == UfuncKind::Compare || u.kind == UfuncKind::Truth;
    const bool ofReals = u.kind == UfuncKind::Real || u.kind == UfuncKind::Division;
    if (answersBool && dtype != DType::Bool) noLoop(u);
    if ((ofReals && !isFloating(dtype)) || (u.kind == UfuncKind::Bits && isFloating(dtype))) noLoop(u);
    if (u.name == "float_power" && dtype != DType::Float64) noLoop(u);
    const bool hasOwnWords = dtype == DType::Bool && (u.name == "subtract" || u.name == "negative");
    for (std::size_t i = 0; !answersBool && !hasOwnWords && i < operands.size(); ++i) {
        if (mayCast(operands[i].dtype(), dtype, rule)) continue;
        python::raise(Numpy::of(vm).ufuncTypeError, "Cannot cast ufunc '" + std::string(u.name) + "' input " +
                                                        (u.operands == 1 ? "" : std::to_string(i) + " ") + "from dtype('" +
                                                        arrayDtypeName(operands[i].dtype()) + "') to dtype('" + arrayDtypeName(dtype) +
                                                        "') with casting rule '" + rule + "'");
    }
}

Value callUfunc(Interpreter& vm, const Value& self, const python::Call& call) {
    const Ufunc& u = ufuncOf(self);
    const std::string name(u.name);
    if (call.count < u.operands || call.count > u.operands + 1) {
        failType(name + "() takes from " + std::to_string(u.operands) + " to " + std::to_string(u.operands + 1) +
                 " positional arguments but " + std::to_string(call.count) + " were given");
    }
    Value out = call.count > u.operands ? call.values[u.operands] : Value();
    std::optional<DType> dtype;
    std::string rule = "same_kind";
    for (std::size_t i = 0; i < call.names.size(); ++i) {
        const std::string& key = call.names[i]->text;
        const Value& value = call.keyword(i);
        if (key == "out") out = value.is<python::Tuple>() ? value.as<python::Tuple>()->items.at(0) : value;
        else if (key == "dtype") dtype = numpyDType(vm, value);
        else if (key == "casting") rule = castingOf(vm, value);
        else if (key == "where") {
            if (!value.isBool() || !value.boolean()) python::unsupported("numpy." + name + "(…, where=…)", "numpy.where");
        } else if (key != "order" && key != "subok") {
            failType(name + "() got an unexpected keyword argument '" + key + "'");
        }
    }
    std::array<Tensor, 2> operands;
    bool tensors = false;
    for (std::size_t i = 0; i < u.operands; ++i) {
        const std::optional<Operand> read = tryOperand(vm, call.values[i]);
        if (!read) return callOnObject(vm, u, call.positional(), call.values[i]);
        operands[i] = read->value;
        tensors = tensors || read->isTensor;
    }
    if (rule == "no" || rule == "equiv") python::unsupported("numpy." + name + "(…, casting='" + rule + "')", "casting='safe'");
    if (dtype) checkLoop(vm, u, std::span<const Tensor>(operands).first(u.operands), *dtype, rule);
    if (u.kind == UfuncKind::Compare || u.kind == UfuncKind::Truth) dtype.reset();
    const Tensor result = computeUfunc(vm, u, std::span(operands).first(u.operands), name, dtype);
    if (!out.isEmpty() && !out.isNone()) {
        if (!isArray(vm, out)) failType("return arrays must be of ArrayType");
        if (result.shape() != asVar(out)->shape()) {
            failValue("non-broadcastable output operand with shape " + tupleText(asVar(out)->shape()) +
                      " doesn't match the broadcast shape " + tupleText(result.shape()));
        }
        if (isFloating(result.dtype()) && !isFloating(asVar(out)->dtype())) {
            python::raise(Numpy::of(vm).ufuncTypeError, "Cannot cast ufunc '" + name + "' output from dtype('" +
                                                            arrayDtypeName(result.dtype()) + "') to dtype('" +
                                                            arrayDtypeName(asVar(out)->dtype()) + "') with casting rule 'same_kind'");
        }
        gradOf(vm).assign(asVar(out), result);
        return out;
    }
    return tensors ? arrayToTensor(vm, result) : resultValue(vm, result);
}

// reduce and accumulate, by the function itself along an axis.
Value folded(Interpreter& vm, const Ufunc& u, const Tensor& of, std::int64_t axis, bool keepAll) {
    if (of.dims() == 0) failType("cannot reduce on a scalar");
    const auto d = static_cast<std::size_t>(axisOf(vm, axis, of.dims()));
    const Window window = contiguousWindow(of.shape());
    if (of.shape()[d] == 0) failValue("zero-size array to reduction operation " + std::string(u.name) + " which has no identity");
    Tensor total = seenThrough(of, selected(window, static_cast<std::int64_t>(d), 0));
    std::vector<Tensor> all{total};
    for (std::int64_t i = 1; i < of.shape()[d]; ++i) {
        total = ufunc(vm, u.name, {total, seenThrough(of, selected(window, static_cast<std::int64_t>(d), i))});
        if (keepAll) all.push_back(total);
    }
    if (!keepAll) return resultValue(vm, total);
    std::vector<Value> rows;
    rows.reserve(all.size());
    for (const Tensor& t : all) rows.push_back(arrayValue(vm, t));
    return vm.call(vm.getAttribute(Value(&vm.defineModule("numpy")), "stack"),
                   {vm.list(std::move(rows)), Value(static_cast<std::int64_t>(d))});
}

void defineUfuncType(Interpreter& vm) {
    Type& t = *(Numpy::of(vm).ufunc = python::defineType<UfuncObject>("numpy.ufunc", "numpy"));
    t.qualifiedName = "ufunc";
    t.slots.repr = [](Interpreter& vm, const Value& self) { return vm.text("<ufunc '" + std::string(ufuncOf(self).name) + "'>"); };
    t.slots.call = callUfunc;
    python::defineProperty(t, "__name__", [](Interpreter& vm, const Value& self) { return vm.text(std::string(ufuncOf(self).name)); });
    python::defineProperty(t, "nin",
                           [](Interpreter&, const Value& self) { return Value(static_cast<std::int64_t>(ufuncOf(self).operands)); });
    python::defineProperty(t, "nout", [](Interpreter&, const Value&) { return Value(1); });
    python::defineMethod(t, "reduce(self, array, axis=0)", [](Interpreter& vm, Arguments& a) {
        const Tensor of = tensorOf(vm, a[1]);
        return folded(vm, ufuncOf(a[0]), a.has(2) ? of : of.reshaped({of.size()}), a.has(2) ? a.integer(2) : 0, false);
    });
    python::defineMethod(t, "accumulate(self, array, axis=0)",
                         [](Interpreter& vm, Arguments& a) { return folded(vm, ufuncOf(a[0]), tensorOf(vm, a[1]), a.integer(2), true); });
    python::defineMethod(t, "outer(self, A, B)", [](Interpreter& vm, Arguments& a) {
        const Tensor left = tensorOf(vm, a[1]);
        const Tensor right = tensorOf(vm, a[2]);
        TensorShape shape = left.shape();
        shape.insert(shape.end(), right.dims(), 1);
        return resultValue(vm, ufunc(vm, ufuncOf(a[0]).name, {left.reshaped(shape), right}));
    });
    for (const char* name : {"at", "reduceat"}) {
        python::defineMethod(t, std::string(name) + "(...)",
                             [name](Interpreter&, Arguments&) -> Value { python::unsupported(std::string("numpy.ufunc.") + name); });
    }
    python::finishType(t);
}

}  // namespace

void addNumpyUfuncs(Interpreter& vm) {
    defineUfuncType(vm);
    Module& module = vm.defineModule("numpy");
    for (const Ufunc& u : ufuncs()) {
        auto object = python::make<UfuncObject>(Numpy::of(vm).ufunc);
        object->u = &u;
        const auto set = [&](std::string_view name) { module.fields->set(vm.intern(name), Value(object)); };
        set(u.name);
        if (u.name == "divide") set("true_divide");
        if (u.name == "remainder") set("mod");
        if (u.name == "absolute") set("abs");
        if (u.name == "conjugate") set("conj");
        if (u.name == "invert") set("bitwise_not");
    }
    defineNumpy(vm, "divmod(x1, x2)", [](Interpreter& vm, Arguments& a) {
        const Tensor left = tensorOf(vm, a[0]);
        const Tensor right = tensorOf(vm, a[1]);
        return vm.tuple(
            {resultValue(vm, ufunc(vm, "floor_divide", {left, right})), resultValue(vm, ufunc(vm, "remainder", {left, right}))});
    });
    defineNumpy(vm, "modf(x)", [](Interpreter& vm, Arguments& a) {
        const Operand of = operandOf(vm, a[0]);
        const Tensor whole = ufunc(vm, "trunc", {of.value});
        std::vector<double> parts;
        for (const double x : of.value.numbers()) parts.push_back(std::copysign(std::isinf(x) ? 0.0 : x - std::trunc(x), x));
        const Tensor fraction(whole.shape(), std::move(parts), whole.dtype());
        const auto given = [&](const Tensor& t) { return of.isTensor ? arrayToTensor(vm, t) : resultValue(vm, t); };
        return vm.tuple({given(fraction), given(whole)});
    });
}

}  // namespace backstep::modules
