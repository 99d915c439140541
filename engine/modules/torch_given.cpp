// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/modules/torch_given.h"

#include "engine/modules/torch_parser.h"
#include "engine/python/errors.h"

namespace backstep::modules {

using python::List;
using python::Tuple;

bool Given::isWhole(const Value& value) const {
    if (value.isInt()) return true;
    if (isTensor(vm, value)) return asVar(value)->size() == 1 && asVar(value)->dims() == 0 && !isFloating(asVar(value)->dtype());
    return value.isObject() && vm.typeOf(value)->slots.index != nullptr && !value.is<List>() && !value.is<Tuple>();
}

void Given::wrongType(std::size_t i, const char* parameter, const char* type, const Value& value) const {
    const std::size_t position = method ? i : i + 1;
    failType(std::string(name) + "(): argument '" + parameter + "' (position " + std::to_string(position) + ") must be " + type + ", not " +
             torchTypeName(vm, value));
}

void Given::missing(const char* parameters, int count) const {
    failType(std::string(name) + "() missing " + std::to_string(count) + " required positional arguments: " + parameters);
}

Var Given::tensor(std::size_t i, const char* parameter) const {
    if (!a.given(i)) missing(("\"" + std::string(parameter) + "\"").c_str());
    if (!isTensor(vm, a[i])) wrongType(i, parameter, "Tensor", a[i]);
    return asVar(a[i]);
}

Var Given::tensorOrNumber(std::size_t i, const char* parameter) const {
    if (!a.given(i)) missing(("\"" + std::string(parameter) + "\"").c_str());
    const std::optional<Var> v = modules::tensorOrNumber(vm, a[i]);
    if (!v) wrongType(i, parameter, "Number", a[i]);
    return *v;
}

std::int64_t Given::integer(std::size_t i, const char* parameter) const {
    if (!a.given(i)) missing(("\"" + std::string(parameter) + "\"").c_str());
    if (!isWhole(a[i])) wrongType(i, parameter, "int", a[i]);
    return vm.toIndex(a[i]);
}

std::int64_t Given::integer(std::size_t i, const char* parameter, std::int64_t standard) const {
    return a.given(i) && !a[i].isNone() ? integer(i, parameter) : standard;
}

bool Given::truth(std::size_t i, bool standard) const { return a.has(i) ? vm.truth(a[i]) : standard; }

std::vector<std::int64_t> Given::integers(std::size_t i, const char* parameter, const char* type, bool oneToo) const {
    if (!a.given(i)) missing(("\"" + std::string(parameter) + "\"").c_str());
    const Value& value = a[i];
    if (isWhole(value)) {
        if (!oneToo) wrongType(i, parameter, type, value);
        return {vm.toIndex(value)};
    }
    if (!value.is<List>() && !value.is<Tuple>()) wrongType(i, parameter, type, value);
    std::vector<std::int64_t> out;
    for (const Value& item : vm.toVector(value)) {
        if (!isWhole(item)) {
            failType(std::string(name) + "(): argument '" + parameter + "' must be " + type + ", but found element of type " +
                     torchTypeName(vm, item) + " at pos " + std::to_string(out.size() + 1));
        }
        out.push_back(vm.toIndex(item));
    }
    return out;
}

std::vector<std::int64_t> Given::sizes(const char* parameter, const char* type) const {
    std::span<const Value> values = a.rest();
    std::vector<Value> unpacked;
    const Value* word = a.keyword(parameter);
    if (word == nullptr && values.empty()) missing(("\"" + std::string(parameter) + "\"").c_str());
    for (const python::Str* key : a.keywordNames()) {
        if (key->text != parameter) failType(std::string(name) + "() got an unexpected keyword argument '" + key->text + "'");
    }
    const Value& first = word != nullptr ? *word : values[0];
    if (first.is<List>() || first.is<Tuple>()) {
        unpacked = vm.toVector(first);
        values = unpacked;
    } else if (!isWhole(first)) {
        wrongType(1, parameter, type, first);
    } else if (word != nullptr) {
        wrongType(1, parameter, type, first);
    }
    std::vector<std::int64_t> out;
    for (const Value& item : values) {
        if (!isWhole(item)) {
            failType(std::string(name) + "(): argument '" + parameter + "' must be " + type + ", but found element of type " +
                     torchTypeName(vm, item) + " at pos " + std::to_string(out.size() + 1));
        }
        out.push_back(vm.toIndex(item));
    }
    return out;
}

std::vector<Var> Given::tensors(std::size_t i, const char* parameter) const {
    if (!a.given(i)) missing(("\"" + std::string(parameter) + "\"").c_str());
    if (!a[i].is<List>() && !a[i].is<Tuple>()) wrongType(i, parameter, "tuple of Tensors", a[i]);
    std::vector<Var> out;
    for (const Value& item : vm.toVector(a[i])) {
        if (!isTensor(vm, item)) {
            failType("expected Tensor as element " + std::to_string(out.size()) + " in argument 0, but got " + vm.typeOf(item)->name);
        }
        out.push_back(asVar(item));
    }
    return out;
}

const Value& Given::either(std::size_t i, std::string_view word) const {
    const Value* value = a.keyword(word);
    return value != nullptr ? *value : a[i];
}

// --- defining ---

namespace {

python::NativeCode coded(std::string name, GivenCode code, bool method) {
    const bool first = looksFirst(name);
    return [name = std::move(name), code = std::move(code), method, first](Interpreter& vm, Arguments& a) {
        Given given(vm, a, name, method);
        return runTorch(vm, a.raw(), first, [&] { return code(given); });
    };
}

std::string listed(const std::string& parameters) { return parameters.empty() ? ")" : ", " + parameters + ")"; }

}  // namespace

void defineTensorMethod(Interpreter& vm, const std::string& name, const std::string& parameters, GivenCode code) {
    defineMethodOf(vm, name + "(self" + listed(parameters), coded(name, std::move(code), true));
}

void defineTorchFunction(Interpreter& vm, const std::string& name, const std::string& parameters, GivenCode code) {
    defineFunctionOf(vm, "torch", name + "(" + parameters + ")", coded(name, std::move(code), false));
}

void defineShared(Interpreter& vm, const std::string& name, const std::string& parameters, GivenCode code) {
    defineTorchFunction(vm, name, "input" + (parameters.empty() ? "" : ", " + parameters), code);
    defineTensorMethod(vm, name, parameters, std::move(code));
}

}  // namespace backstep::modules
