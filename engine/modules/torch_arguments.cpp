// SPDX-License-Identifier: GPL-3.0-or-later
// Python arguments read as tensors, sizes and dtypes, with torch's own words where they cannot be.
#include <algorithm>

#include "engine/autograd/ops_shape.h"
#include "engine/modules/notes.h"
#include "engine/modules/torch.h"

namespace backstep::modules {

using python::List;
using python::Str;
using python::Tuple;

bool isTensor(Interpreter& vm, const Value& value) { return value.isObject() && vm.isInstance(value, Torch::of(vm).tensor); }

const ScalarObject* numpyScalar(Interpreter& vm, const Value& value) {
    const Type* scalar = Torch::of(vm).scalar;
    return scalar && value.isObject() && vm.isInstance(value, scalar) ? static_cast<const ScalarObject*>(value.object()) : nullptr;
}

Var asVar(const Value& value) { return Var(static_cast<Variable*>(value.object())); }

std::string torchTypeName(Interpreter& vm, const Value& value) {
    const Type& type = *vm.typeOf(value);
    // Types written in C say where they are from.
    const bool ofC = type.name == "Size" || type.name == "OrderedDict" || type.name == "deque" || type.name == "defaultdict";
    const bool known = (ofC && (type.module == "torch" || type.module == "collections")) || type.module == "torch.return_types";
    return known ? type.module + "." + type.name : type.name;
}

Var tensorArgument(Interpreter& vm, const Value& value, std::string_view function, std::string_view name, int position) {
    if (isTensor(vm, value)) return asVar(value);
    failType(std::string(function) + "(): argument '" + std::string(name) + "' (position " + std::to_string(position) +
             ") must be Tensor, not " + torchTypeName(vm, value));
}

std::optional<Var> tensorOrNumber(Interpreter& vm, const Value& value) {
    Autograd& g = gradOf(vm);
    if (value.isFloat()) return g.number(value.real(), DType::Float64);
    if (value.isInt()) return g.number(static_cast<double>(value.integer()), DType::Int64);
    if (value.isBool()) return g.number(value.boolean() ? 1 : 0, DType::Bool);
    if (isTensor(vm, value)) return asVar(value);
    if (const ScalarObject* scalar = numpyScalar(vm, value)) {  // its kind counts, not its width
        const DType kind = isFloating(scalar->dtype) ? DType::Float64 : scalar->dtype == DType::Bool ? DType::Bool : DType::Int64;
        return g.number(scalar->number, kind);
    }
    const Torch& torch = Torch::of(vm);
    if (torch.array && value.isObject() && vm.isInstance(value, torch.array) && asVar(value)->dims() == 0) {
        return g.number(asVar(value)->item(), asVar(value)->dtype());
    }
    return std::nullopt;
}

Value toValue(Var variable) { return variable ? Value(std::move(variable)) : Value::none(); }

Value toValue(Interpreter& vm, std::vector<Var> variables) {
    std::vector<Value> items;
    items.reserve(variables.size());
    for (Var& v : variables) items.push_back(toValue(std::move(v)));
    return vm.tuple(std::move(items));
}

// --- dtypes ---

Value dtypeValue(Interpreter& vm, DType dtype) { return Torch::of(vm).dtypes[static_cast<std::size_t>(dtype)]; }

std::optional<DType> dtypeArgument(Interpreter& vm, const Value& value) {
    if (value.isEmpty() || value.isNone()) return std::nullopt;
    if (value.isObject() && value.object()->type == Torch::of(vm).dtype) return static_cast<DTypeObject*>(value.object())->dtype;
    if (value.isObject() && vm.isInstance(value, vm.types.type)) {  // float, int, bool
        const std::string& name = static_cast<Type*>(value.object())->name;
        if (name == "float") return DType::Float64;
        if (name == "int") return DType::Int64;
        if (name == "bool") return DType::Bool;
    }
    failType("dtype must be torch.dtype, not " + torchTypeName(vm, value));
}

std::string dtypeWord(DType dtype) {
    switch (dtype) {
        case DType::Bool: return "Bool";
        case DType::Int32: return "Int";
        case DType::Int64: return "Long";
        case DType::Float32: return "Float";
        case DType::Float64: return "Double";
    }
    return {};
}

// --- sizes and dimensions ---

Value sizeValue(Interpreter& vm, const TensorShape& shape) {
    std::vector<Value> items(shape.begin(), shape.end());
    auto size = python::make<Tuple>(Torch::of(vm).size, std::move(items));
    return size;
}

std::vector<std::int64_t> integers(Interpreter& vm, const Value& value) {
    if (value.isInt() || value.isBool()) return {value.integer()};
    if (const ScalarObject* scalar = numpyScalar(vm, value); scalar && !isFloating(scalar->dtype))
        return {static_cast<std::int64_t>(scalar->number)};
    if (isTensor(vm, value) && asVar(value)->size() == 1 && asVar(value)->dims() == 0)
        return {static_cast<std::int64_t>(asVar(value)->item())};
    std::vector<std::int64_t> out;
    for (const Value& item : vm.toVector(value)) {
        if (isTensor(vm, item)) out.push_back(static_cast<std::int64_t>(asVar(item)->item()));
        else out.push_back(vm.toIndex(item));
    }
    return out;
}

std::vector<std::int64_t> sizesOf(Interpreter& vm, std::span<const Value> arguments) {
    if (arguments.size() == 1 && !arguments[0].isInt() && !(isTensor(vm, arguments[0]) && asVar(arguments[0])->dims() == 0)) {
        return integers(vm, arguments[0]);
    }
    std::vector<std::int64_t> out;
    for (const Value& item : arguments) out.push_back(integers(vm, item).at(0));
    return out;
}

std::int64_t wrapDim(std::int64_t dim, std::size_t dims) {
    const auto n = static_cast<std::int64_t>(std::max<std::size_t>(dims, 1));
    if (dim < -n || dim >= n) {
        failIndex("Dimension out of range (expected to be in range of [" + std::to_string(-n) + ", " + std::to_string(n - 1) +
                  "], but got " + std::to_string(dim) + ")");
    }
    return dim < 0 ? dim + n : dim;
}

std::vector<std::int64_t> wrapDims(const std::vector<std::int64_t>& dims, std::size_t count) {
    std::vector<std::int64_t> out;
    if (dims.empty()) {
        for (std::size_t d = 0; d < count; ++d) out.push_back(static_cast<std::int64_t>(d));
        return out;
    }
    for (const std::int64_t dim : dims) {
        const std::int64_t d = wrapDim(dim, count);
        if (std::find(out.begin(), out.end(), d) != out.end()) {
            failRuntime("dim " + std::to_string(d) + " appears multiple times in the list of dims");
        }
        out.push_back(d);
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string sizesText(const TensorShape& shape) { return ops::textOf(shape); }

// --- data ---

namespace {

// Reads nested sequences into a row-major list of numbers; the shape is that of the first of each.
class DataReader {
public:
    DataReader(Interpreter& vm) : vm_(vm) {}

    Tensor read(const Value& data, std::optional<DType> dtype) {
        given_ = dtype.has_value();
        wanted_ = given_ && isFloating(*dtype);
        shapeFrom(data);
        if (const auto& check = gradOf(vm_).host().checkSize) check(shape_);
        take(data, 0);
        const DType own = type_.value_or(Torch::of(vm_).defaultDType);
        const DType target = dtype.value_or(own);
        checkRange(target);
        return Tensor(shape_, std::move(values_), target);
    }

private:
    Interpreter& vm_;
    TensorShape shape_;
    std::vector<double> values_;
    std::optional<DType> type_;  // of all elements together
    bool given_ = false;         // the dtype was
    bool wanted_ = false;        // fractions are asked for

    void checkRange(DType target) const {
        if (isFloating(target) || target == DType::Bool) return;
        const double most = target == DType::Int32 ? 2147483648.0 : 9223372036854775808.0;
        for (const double x : values_) {
            if (!(x >= -most && x < most))
                failRuntime("value cannot be converted to type " + std::string(target == DType::Int32 ? "int32" : "int64") +
                            " without overflow");
        }
    }
    const std::vector<Value>* itemsOf(const Value& v) {
        if (!v.isObject()) return nullptr;
        if (vm_.isInstance(v, vm_.types.list)) return &static_cast<List*>(v.object())->items;
        if (vm_.isInstance(v, vm_.types.tuple)) return &static_cast<Tuple*>(v.object())->items;
        return nullptr;
    }
    bool isArrayLike(const Value& v) {
        return v.isObject() && (isTensor(vm_, v) || (Torch::of(vm_).array && vm_.isInstance(v, Torch::of(vm_).array)));
    }

    void shapeFrom(const Value& data) {
        Value at = data;
        std::vector<Value> kept;
        while (true) {
            if (!shape_.empty() && isTensor(vm_, at)) return;  // tensors in a list count as numbers
            if (isArrayLike(at)) {
                const TensorShape inner = asVar(at)->shape();
                shape_.insert(shape_.end(), inner.begin(), inner.end());
                return;
            }
            if (at.isObject() && vm_.isInstance(at, vm_.types.range)) at = vm_.list(vm_.toVector(at));
            // A text is a sequence of texts, without end.
            if (at.is<Str>() && !shape_.empty()) failValue("too many dimensions 'str'");
            const std::vector<Value>* items = itemsOf(at);
            if (items == nullptr) return;
            shape_.push_back(static_cast<std::int64_t>(items->size()));
            if (shape_.size() > 128) failValue("too many dimensions");
            if (items->empty()) return;
            const Value first = items->front();
            kept.push_back(at);
            at = first;
        }
    }

    void take(const Value& v, std::size_t depth) {
        if (isArrayLike(v)) {
            const Var var = asVar(v);
            const bool number = depth == shape_.size() && var->size() == 1;
            if (depth + var->dims() != shape_.size() && !number) failValue("only one element tensors can be converted to Python scalars");
            for (std::size_t d = depth; d < shape_.size(); ++d) {
                if (var->shape()[d - depth] == shape_[d]) continue;
                failValue("expected sequence of length " + std::to_string(shape_[d]) + " at dim " + std::to_string(d) + " (got " +
                          std::to_string(var->shape()[d - depth]) + ")");
            }
            const Tensor value = var->value();
            for (const double number : value.numbers()) values_.push_back(number);
            note(value.dtype());
            return;
        }
        if (depth < shape_.size()) {
            std::vector<Value> unrolled;
            const std::vector<Value>* items = itemsOf(v);
            if (items == nullptr && v.isObject() && vm_.isInstance(v, vm_.types.range)) {
                unrolled = vm_.toVector(v);
                items = &unrolled;
            }
            if (items == nullptr) failType("not a sequence");
            if (static_cast<std::int64_t>(items->size()) != shape_[depth]) {
                failValue("expected sequence of length " + std::to_string(shape_[depth]) + " at dim " + std::to_string(depth) + " (got " +
                          std::to_string(items->size()) + ")");
            }
            for (const Value& item : *items) take(item, depth + 1);
            return;
        }
        scalar(v);
    }

    void scalar(const Value& v) {
        if (const ScalarObject* known = numpyScalar(vm_, v)) {
            if (known->dtype == DType::Bool) {  // PyTorch asks numpy for an index
                warn(vm_, "DeprecationWarning", "In future, it will be an error for 'np.bool_' scalars to be interpreted as an index");
            }
            note(known->dtype);
            values_.push_back(known->number);
        } else if (v.isFloat()) {
            note(Torch::of(vm_).defaultDType);
            values_.push_back(v.real());
        } else if (v.isInt() || v.isBool()) {
            note(v.isBool() ? DType::Bool : DType::Int64);
            if (std::abs(static_cast<double>(v.integer())) > 9007199254740992.0)
                python::unsupported("whole numbers beyond 2**53 in a tensor");
            values_.push_back(static_cast<double>(v.integer()));
        } else if (itemsOf(v) != nullptr) {
            const bool whole = type_ == DType::Int64 && !wanted_;
            failType(whole ? "'" + vm_.typeOf(v)->name + "' object cannot be interpreted as an integer"
                           : "must be real number, not " + vm_.typeOf(v)->name);
        } else if (v.isObject() && vm_.isInstance(v, vm_.types.str)) {
            if (!given_ || shape_.empty()) failType("new(): invalid data type 'str'");
            failType(wanted_ ? "must be real number, not str" : "'str' object cannot be interpreted as an integer");
        } else if (v.isObject() && vm_.isInstance(v, vm_.types.integer)) {
            failRuntime("Overflow when unpacking long");
        } else {
            failRuntime("Could not infer dtype of " + vm_.typeOf(v)->name);
        }
    }
    void note(DType dtype) { type_ = type_ ? promote(*type_, dtype) : dtype; }
};

}  // namespace

Tensor tensorFrom(Interpreter& vm, const Value& data, std::optional<DType> dtype) { return DataReader(vm).read(data, dtype); }

// --- defining ---

void defineFunctionOf(Interpreter& vm, std::string_view module, std::string_view signature, python::NativeCode code) {
    python::defineFunction(vm.defineModule(module), signature, std::move(code));
}

void defineMethodOf(Interpreter& vm, std::string_view signature, python::NativeCode code) {
    python::defineMethod(*Torch::of(vm).tensor, signature, std::move(code));
}

void defineBoth(Interpreter& vm, std::string_view signature, python::NativeCode code) {
    std::string method(signature);
    if (const auto input = method.find("(input"); input != std::string::npos) method.replace(input, 6, "(self");
    defineFunctionOf(vm, "torch", signature, code);
    defineMethodOf(vm, method, std::move(code));
}

}  // namespace backstep::modules
