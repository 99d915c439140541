// SPDX-License-Identifier: GPL-3.0-or-later
// What a program gives to numpy, read: arrays of nested lists, dtypes, shapes, axes; promotion and casts.
#include <algorithm>
#include <cmath>

#include "engine/modules/numpy.h"

namespace backstep::modules {

using python::List;
using python::Str;
using python::Tuple;

namespace {

const std::vector<Value>* itemsOf(const Value& v) {
    if (const List* list = v.as<List>()) return &list->items;
    if (const Tuple* tuple = v.as<Tuple>()) return &tuple->items;
    return nullptr;
}

bool hasHistory(Interpreter& vm, const Var& v) { return v->requiresGrad || gradOf(vm).gradFn(v).valid(); }

Tensor valueOfTensor(Interpreter& vm, const Value& tensor) {
    const Var v = asVar(tensor);
    if (hasHistory(vm, v)) failRuntime("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.");
    return v->value();
}

// Reads nested sequences. Nothing where an element is no number.
class ArrayReader {
public:
    ArrayReader(Interpreter& vm, std::optional<DType> wanted) : vm_(vm), wanted_(wanted) {}

    std::optional<Tensor> read(const Value& data) {
        shapeFrom(data);
        checkSize(vm_, shape_);
        if (!take(data, 0)) return std::nullopt;
        const DType own = type_.value_or(DType::Float64);
        Tensor out(shape_, std::move(values_), own);
        return wanted_ ? castNumpy(vm_, out, *wanted_) : out;
    }

private:
    Interpreter& vm_;
    std::optional<DType> wanted_;
    TensorShape shape_;
    std::vector<double> values_;
    std::optional<DType> type_;

    void note(DType dtype) { type_ = type_ ? numpyPromote(*type_, dtype) : dtype; }

    void shapeFrom(Value at) {
        while (true) {
            if (at.isObject() && (isArray(vm_, at) || isTensor(vm_, at))) {
                const TensorShape inner = asVar(at)->shape();
                shape_.insert(shape_.end(), inner.begin(), inner.end());
                return;
            }
            if (at.isObject() && vm_.isInstance(at, vm_.types.range)) at = vm_.list(vm_.toVector(at));
            const std::vector<Value>* items = itemsOf(at);
            if (items == nullptr) return;
            shape_.push_back(static_cast<std::int64_t>(items->size()));
            if (shape_.size() > 32)
                failValue(
                    "setting an array element with a sequence. The requested array would exceed the maximum number of dimension of 32.");
            if (items->empty()) return;
            const Value first = items->front();
            at = first;
        }
    }

    [[noreturn]] void ragged(std::size_t depth) {
        const TensorShape found(shape_.begin(), shape_.begin() + static_cast<std::ptrdiff_t>(depth));
        if (wanted_ && depth == 0) failValue("setting an array element with a sequence.");
        failValue("setting an array element with a sequence. The requested array has an inhomogeneous shape after " +
                  std::to_string(depth) + " dimensions. The detected shape was " + tupleText(found) + " + inhomogeneous part.");
    }

    // A list of tensors: each must be one number, and of dimensions only one that is alone may have some.
    void takeListed(const Value& v, std::size_t depth) {
        const bool alone =
            std::all_of(shape_.begin(), shape_.begin() + static_cast<std::ptrdiff_t>(depth), [](std::int64_t n) { return n == 1; });
        if (!alone) ragged(depth);
        if (asVar(v)->size() != 1) failValue("only one element tensors can be converted to Python scalars");
        shape_.resize(depth);
        values_.push_back(valueOfTensor(vm_, v).at(0));
        note(asVar(v)->dtype());
    }

    bool take(const Value& v, std::size_t depth) {
        if (v.isObject() && isTensor(vm_, v) && !isArray(vm_, v) && depth > 0 && asVar(v)->dims() > 0) {
            takeListed(v, depth);
            return true;
        }
        if (v.isObject() && (isArray(vm_, v) || isTensor(vm_, v))) {
            const Tensor value = isTensor(vm_, v) ? valueOfTensor(vm_, v) : asVar(v)->value();
            if (!std::equal(value.shape().begin(), value.shape().end(),
                            shape_.begin() + static_cast<std::ptrdiff_t>(std::min(depth, shape_.size())), shape_.end())) {
                ragged(depth);
            }
            values_.insert(values_.end(), value.numbers().begin(), value.numbers().end());
            note(value.dtype());
            return true;
        }
        std::vector<Value> unrolled;
        const std::vector<Value>* items = itemsOf(v);
        if (items == nullptr && v.isObject() && vm_.isInstance(v, vm_.types.range)) {
            unrolled = vm_.toVector(v);
            items = &unrolled;
        }
        if (depth == shape_.size()) {
            if (items != nullptr) ragged(depth);
            return number(v);
        }
        if (items == nullptr) {
            if (v.is<Str>() || v.isNone()) return false;
            ragged(depth);
        }
        if (static_cast<std::int64_t>(items->size()) != shape_[depth]) ragged(depth);
        for (const Value& item : *items) {
            if (!take(item, depth + 1)) return false;
        }
        return true;
    }

    bool number(const Value& v) {
        if (v.isFloat()) {
            note(DType::Float64);
            values_.push_back(v.real());
        } else if (v.isInt() || v.isBool()) {
            checkWhole(static_cast<double>(v.integer()));
            note(v.isBool() ? DType::Bool : DType::Int64);
            values_.push_back(static_cast<double>(v.integer()));
        } else if (const ScalarObject* scalar = numpyScalar(vm_, v)) {
            note(scalar->dtype);
            values_.push_back(scalar->number);
        } else if (v.isNone() && wanted_ && isFloating(*wanted_)) {
            note(DType::Float64);
            values_.push_back(std::nan(""));
        } else if (v.is<Str>() && wanted_ && isFloating(*wanted_)) {
            note(DType::Float64);
            values_.push_back(vm_.toDouble(vm_.call(Value(vm_.types.real), {v})));
        } else {
            return false;
        }
        return true;
    }
};

}  // namespace

std::optional<Operand> tryOperand(Interpreter& vm, const Value& value, std::optional<DType> dtype) {
    Operand out;
    out.isPython = value.isFloat() || value.isInt() || value.isBool();
    if (value.isFloat()) {
        out.value = Tensor(value.real(), DType::Float64);
    } else if (value.isInt() || value.isBool()) {
        checkWhole(static_cast<double>(value.integer()));
        out.value = Tensor(static_cast<double>(value.integer()), value.isBool() ? DType::Bool : DType::Int64);
    } else if (const ScalarObject* scalar = numpyScalar(vm, value)) {
        out.value = Tensor(scalar->number, scalar->dtype);
    } else if (isArray(vm, value)) {
        out.value = asVar(value)->value();
    } else if (isTensor(vm, value)) {
        out.value = valueOfTensor(vm, value);
        out.isTensor = true;
    } else if (itemsOf(value) != nullptr || (value.isObject() && vm.isInstance(value, vm.types.range))) {
        const std::optional<Tensor> read = ArrayReader(vm, dtype).read(value);
        if (!read) return std::nullopt;
        out.value = *read;
        return out;
    } else if (value.is<python::BigInt>()) {
        python::unsupported("whole numbers beyond 2**53 in an array");
    } else {
        return std::nullopt;
    }
    if (dtype) out.value = castNumpy(vm, out.value, *dtype);
    return out;
}

Operand operandOf(Interpreter& vm, const Value& value, std::optional<DType> dtype) {
    std::optional<Operand> out = tryOperand(vm, value, dtype);
    if (out) return *out;
    if (dtype && isFloating(*dtype) && value.is<Str>()) {
        return {Tensor(vm.toDouble(vm.call(Value(vm.types.real), {value})), *dtype), false, false};
    }
    if (dtype && isFloating(*dtype) && value.isNone()) return {Tensor(std::nan(""), *dtype), false, false};
    const std::vector<Value>* items = itemsOf(value);
    const Value& first = items && !items->empty() ? items->front() : value;
    python::unsupported("numpy arrays of " + vm.typeOf(first)->name + " objects", "arrays of numbers");
}

Tensor tensorOf(Interpreter& vm, const Value& value) { return operandOf(vm, value).value; }

Var arrayOf(Interpreter& vm, const Value& value) { return isArray(vm, value) ? asVar(value) : asVar(arrayValue(vm, tensorOf(vm, value))); }

Value arrayToTensor(Interpreter& vm, const Tensor& value) {
    if (value.dtype() == DType::Bool) python::unsupported("tensors of dtype torch.uint8", "the function of torch");
    return toValue(gradOf(vm).make(value));
}

Value wrapLike(Interpreter& vm, const Value& like, Value result) {
    if (!isTensor(vm, like)) return result;
    const std::optional<Operand> read = tryOperand(vm, result);
    return read ? toValue(gradOf(vm).make(read->value)) : result;
}

// --- dtypes ---

namespace {

std::optional<DType> dtypeNamed(std::string name) {
    if (!name.empty() && (name[0] == '<' || name[0] == '=' || name[0] == '|')) name.erase(0, 1);
    struct Named {
        std::string_view name;
        DType dtype;
    };
    constexpr std::array<Named, 24> kNames{
        {{"float64", DType::Float64}, {"float32", DType::Float32}, {"int64", DType::Int64},    {"int32", DType::Int32},
         {"bool", DType::Bool},       {"float", DType::Float64},   {"double", DType::Float64}, {"single", DType::Float32},
         {"int", DType::Int64},       {"bool_", DType::Bool},      {"bool8", DType::Bool},     {"?", DType::Bool},
         {"b1", DType::Bool},         {"d", DType::Float64},       {"f8", DType::Float64},     {"f", DType::Float32},
         {"f4", DType::Float32},      {"i8", DType::Int64},        {"l", DType::Int64},        {"q", DType::Int64},
         {"i4", DType::Int32},        {"i", DType::Int32},         {"int_", DType::Int64},     {"float_", DType::Float64}}};
    for (const Named& each : kNames) {
        if (each.name == name) return each.dtype;
    }
    for (const char* other :
         {"float16", "f2",      "e",         "half",       "int8",     "i1",  "int16",  "i2",         "short",       "h",
          "uint8",   "u1",      "ubyte",     "B",          "uint16",   "u2",  "uint32", "u4",         "uint64",      "u8",
          "uint",    "complex", "complex64", "complex128", "c8",       "c16", "D",      "F",          "object",      "O",
          "str",     "U",       "S",         "longdouble", "float128", "g",   "G",      "datetime64", "timedelta64", "byte"}) {
        if (name == other) python::unsupported("numpy's dtype " + name, "float64, float32, int64, int32 or bool");
    }
    const bool sized = name.size() > 1 && name.find_first_not_of("0123456789", 1) == std::string::npos;
    if (!name.empty() && std::string_view("aSUV").find(name[0]) != std::string_view::npos && (sized || name.size() == 1)) {
        python::unsupported("numpy's dtype " + name, "float64, float32, int64, int32 or bool");
    }
    return std::nullopt;
}

}  // namespace

std::optional<DType> numpyDType(Interpreter& vm, const Value& value) {
    if (value.isEmpty() || value.isNone()) return std::nullopt;
    const Numpy& numpy = Numpy::of(vm);
    if (value.isObject() && vm.isInstance(value, numpy.dtype)) return static_cast<ArrayDTypeObject*>(value.object())->dtype;
    if (const Type* type = value.as<Type>()) {
        for (std::size_t i = 0; i < numpy.scalars.size(); ++i) {
            if (numpy.scalars[i] == type) return static_cast<DType>(i);
        }
        if (type == vm.types.real || type->name == "numpy.floating" || type->name == "numpy.inexact" || type->name == "numpy.number")
            return DType::Float64;
        if (type == vm.types.integer || type->name == "numpy.integer" || type->name == "numpy.signedinteger") return DType::Int64;
        if (type == vm.types.boolean) return DType::Bool;
        python::unsupported("numpy arrays of " + type->name + " objects", "float64, float32, int64, int32 or bool");
    }
    if (const Str* name = value.as<Str>()) {
        if (const std::optional<DType> dtype = dtypeNamed(name->text)) return dtype;
        failType("data type '" + name->text + "' not understood");
    }
    if (isArray(vm, value)) failType("Cannot construct a dtype from an array");
    failType("Cannot interpret '" + vm.repr(value) + "' as a data type");
}

DType numpyPromote(DType a, DType b) {
    if (a > b) std::swap(a, b);
    // A float32 has no room for whole numbers.
    const bool wholeInSingle = b == DType::Float32 && (a == DType::Int32 || a == DType::Int64);
    return wholeInSingle ? DType::Float64 : b;
}

namespace {

int categoryOf(DType dtype) { return isFloating(dtype) ? 2 : dtype == DType::Bool ? 0 : 1; }

// The dtype that a number asks for among arrays of at least its kind: what it needs, no more.
DType dtypeForNumber(double number, DType own, DType arrays) {
    if (own == DType::Bool) return DType::Bool;
    if (isFloating(own)) return std::isfinite(number) && std::fabs(number) > 3.4028234663852886e38 ? DType::Float64 : DType::Float32;
    if (arrays == DType::Float32) return number > 65535 || number < -32768 ? DType::Float64 : DType::Float32;
    return number > 2147483647.0 || number < -2147483648.0 ? DType::Int64 : DType::Int32;
}

}  // namespace

DType resultType(std::span<const Tensor> operands) {
    if (operands.empty()) failValue("at least one array or dtype is required");
    std::optional<DType> arrays;
    std::optional<DType> numbers;
    for (const Tensor& t : operands) {
        std::optional<DType>& all = t.dims() == 0 ? numbers : arrays;
        all = all ? numpyPromote(*all, t.dtype()) : t.dtype();
    }
    if (!arrays) return *numbers;
    if (!numbers) return *arrays;
    if (categoryOf(*numbers) > categoryOf(*arrays)) return numpyPromote(*arrays, *numbers);
    DType out = *arrays;
    for (const Tensor& t : operands) {
        if (t.dims() == 0) out = numpyPromote(out, dtypeForNumber(t.at(0), t.dtype(), *arrays));
    }
    return out;
}

Tensor castNumpy(Interpreter& vm, const Tensor& value, DType dtype) {
    if (value.dtype() == dtype) return value;
    const bool toWhole = dtype == DType::Int32 || dtype == DType::Int64;
    if (dtype == DType::Float32) {
        Faults faults;
        for (const double x : value.numbers()) faults.over = faults.over || (std::isfinite(x) && std::isinf(static_cast<float>(x)));
        report(vm, faults, "cast");
        return value.cast(dtype);
    }
    if (!toWhole) return value.cast(dtype);
    const double limit = dtype == DType::Int32 ? 2147483648.0 : 9223372036854775808.0;
    std::vector<double> out;
    Faults faults;
    for (const double x : value.numbers()) {
        const double cut = std::trunc(x);
        const bool fits = cut >= -limit && cut < limit;
        if (!fits && (isFloating(value.dtype()) || !std::isfinite(x))) {
            faults.invalid = true;
            out.push_back(-limit);
        } else if (!fits) {  // int64 to int32: the low bits
            out.push_back(static_cast<double>(static_cast<std::int32_t>(static_cast<std::uint32_t>(static_cast<std::int64_t>(x)))));
        } else {
            checkWhole(cut);
            out.push_back(cut + 0.0);
        }
    }
    report(vm, faults, "cast");
    return Tensor::exact(value.shape(), std::move(out), dtype);
}

// --- shapes and axes ---

std::string tupleText(const TensorShape& shape) {
    std::string out = "(";
    for (std::size_t i = 0; i < shape.size(); ++i) out += (i ? "," : "") + std::to_string(shape[i]);
    return out + (shape.size() == 1 ? ",)" : ")");
}

TensorShape shapeOf(Interpreter& vm, const Value& value) {
    TensorShape out;
    if (value.isFloat()) failType("expected a sequence of integers or a single integer, got '" + vm.repr(value) + "'");
    const bool sequence = itemsOf(value) != nullptr || (isArray(vm, value) && asVar(value)->dims() > 0);
    if (sequence) {
        for (const Value& item : vm.toVector(value)) out.push_back(vm.toIndex(item));
    } else {
        out.push_back(vm.toIndex(value));
    }
    return out;
}

std::int64_t wholeOf(Interpreter& vm, const Value& value, const char* ofBool) {
    const ScalarObject* scalar = numpyScalar(vm, value);
    if (value.isBool() || (scalar != nullptr && scalar->dtype == DType::Bool)) failType(ofBool);
    if (isArray(vm, value) && asVar(value)->dims() > 0) failType("only integer scalar arrays can be converted to a scalar index");
    return vm.toIndex(value);
}

TensorShape newShapeOf(Interpreter& vm, const Value& value) {
    const ScalarObject* scalar = numpyScalar(vm, value);
    if (value.isBool() || (scalar != nullptr && scalar->dtype == DType::Bool)) {
        failType("expected a sequence of integers or a single integer, got '" + vm.repr(value) + "'");
    }
    if (itemsOf(value) == nullptr) return shapeOf(vm, value);
    TensorShape out;
    for (const Value& item : *itemsOf(value)) out.push_back(wholeOf(vm, item));
    return out;
}

std::int64_t axisOf(Interpreter& vm, std::int64_t axis, std::size_t dims) {
    const auto n = static_cast<std::int64_t>(dims);
    if (axis < -n || axis >= n) failAxis(vm, axis, dims);
    return axis < 0 ? axis + n : axis;
}

std::int64_t oneAxisOf(Interpreter& vm, const Value& value, std::size_t dims) {
    return axisOf(vm, wholeOf(vm, value, "an integer is required for the axis"), dims);
}

std::vector<std::int64_t> axesOf(Interpreter& vm, const Value& value, std::size_t dims, bool ofNumber) {
    std::vector<std::int64_t> out;
    if (value.isEmpty() || value.isNone()) {
        for (std::size_t d = 0; d < dims; ++d) out.push_back(static_cast<std::int64_t>(d));
        return out;
    }
    const auto* several = value.as<python::Tuple>();
    if (several == nullptr) {
        const std::int64_t axis = wholeOf(vm, value);
        if (dims == 0 && ofNumber && (axis == 0 || axis == -1)) return out;
        return {axisOf(vm, axis, dims)};
    }
    for (const Value& each : several->items) {
        const std::int64_t d = axisOf(vm, wholeOf(vm, each), dims);
        if (std::find(out.begin(), out.end(), d) != out.end()) failValue("duplicate value in 'axis'");
        out.push_back(d);
    }
    std::sort(out.begin(), out.end());
    return out;
}

Value arrayInOrder(Interpreter& vm, const Tensor& value, char order) {
    if (order != 'F' || value.dims() < 2) return arrayValue(vm, value);
    std::vector<std::int64_t> turned;
    for (std::size_t d = value.dims(); d-- > 0;) turned.push_back(static_cast<std::int64_t>(d));
    const Tensor laid = seenThrough(value, permuted(contiguousWindow(value.shape()), turned));
    const Var out = asVar(arrayValue(vm, laid));
    out->window = std::make_unique<Window>(permuted(contiguousWindow(laid.shape()), turned));
    return Value(out);
}

char keptOrder(Interpreter& vm, const Value& source, char order) {
    if (order == 'C' || order == 'F' || !isArray(vm, source) || asVar(source)->isContiguous()) return order == 'F' ? 'F' : 'C';
    const Var v = asVar(source);
    std::vector<std::int64_t> turned;
    for (std::size_t d = v->dims(); d-- > 0;) turned.push_back(static_cast<std::int64_t>(d));
    return isContiguous(permuted(windowOf(*v), turned)) ? 'F' : 'C';
}

char orderOf(Interpreter& vm, const Value& value, char otherwise) {
    if (value.isEmpty() || value.isNone()) return otherwise;
    const Str* text = value.as<Str>();
    if (text == nullptr) failType("order must be str, not " + vm.typeOf(value)->name);
    constexpr std::string_view kKnown = "CFAKcfak";
    const std::size_t at = text->text.size() == 1 ? kKnown.find(text->text[0]) : std::string_view::npos;
    if (at == std::string_view::npos) failValue("order must be one of 'C', 'F', 'A', or 'K' (got '" + text->text + "')");
    return kKnown[at % 4];
}

void refuseOut(const Arguments& a, std::size_t i, const char* function) {
    if (a.has(i)) python::unsupported("numpy." + std::string(function) + "(…, out=…)", "the value that it returns");
}

void refuseWhere(const Arguments& a, std::size_t i, const char* function) {
    if (!a.given(i) || (a[i].isBool() && a[i].boolean())) return;
    python::unsupported("numpy." + std::string(function) + "(…, where=…)", "numpy.where");
}

bool mayCast(DType from, DType to, std::string_view rule) {
    if (rule == "unsafe" || from == to) return true;
    if (rule == "same_kind") return categoryOf(from) <= categoryOf(to);
    return rule == "safe" && numpyPromote(from, to) == to;
}

std::string castingOf(Interpreter& vm, const Value& value) {
    const Str* rule = value.as<Str>();
    if (rule == nullptr) failType("casting must be str, not " + vm.typeOf(value)->name);
    for (const char* known : {"no", "equiv", "safe", "same_kind", "unsafe"}) {
        if (rule->text == known) return known;
    }
    failValue("casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe' (got '" + rule->text + "')");
}

void checkCast(DType from, DType to, const std::string& rule) {
    if (mayCast(from, to, rule)) return;
    failType("Cannot cast array data from dtype('" + arrayDtypeName(from) + "') to dtype('" + arrayDtypeName(to) +
             "') according to the rule '" + rule + "'");
}

void assignArray(Interpreter& vm, const Var& to, const Tensor& value) {
    TensorShape from = value.shape();
    while (from.size() > to->dims() && from.front() == 1) from.erase(from.begin());  // numpy drops leading ones
    const std::optional<TensorShape> both = broadcastShapes(from, to->shape());
    if (!both || *both != to->shape()) {
        failValue("could not broadcast input array from shape " + tupleText(value.shape()) + " into shape " + tupleText(to->shape()));
    }
    gradOf(vm).assign(to, castNumpy(vm, value.reshaped(from), to->dtype()));
}

}  // namespace backstep::modules
