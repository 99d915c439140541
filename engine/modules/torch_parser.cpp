// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/modules/torch_parser.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace backstep::modules {
namespace {

using python::Call;
using python::Str;
using Kind = TorchParameter::Kind;

struct Definition : TorchOverloads {
    struct Unread {
        std::string text;
        std::size_t number = 0;  // among all overloads of that name
    };
    std::vector<Unread> unread;  // most functions of torch are never called by a program: theirs are read at the first call
    TorchCode code;
    bool method = false, inplace = false, looksFirst = false;
    std::optional<Op> plain;  // what it does with one tensor and nothing else
};

void refuseOut(const Definition& d, const TorchOverload& overload, const std::vector<Value>& bound) {
    for (std::size_t i = 0; i < overload.parameters.size(); ++i) {
        if (overload.parameters[i].name->text == "out" && !bound[i].isEmpty()) {
            python::unsupported("torch." + d.name + "(…, out=…)", "the result: y = torch." + d.name + "(…)");
        }
    }
}

}  // namespace

bool looksFirst(std::string_view function) {
    constexpr std::array<std::string_view, 28> kNames{"_cdist",
                                                      "argmax",
                                                      "argmin",
                                                      "chunk",
                                                      "cross",
                                                      "diff",
                                                      "dsplit",
                                                      "flatten",
                                                      "ger",
                                                      "group_norm",
                                                      "hsplit",
                                                      "kl_div",
                                                      "linalg_matrix_norm",
                                                      "linalg_matrix_power",
                                                      "linalg_norm",
                                                      "linear",
                                                      "matmul",
                                                      "matrix_power",
                                                      "moveaxis",
                                                      "movedim",
                                                      "nanquantile",
                                                      "narrow",
                                                      "outer",
                                                      "quantile",
                                                      "reshape",
                                                      "tensor_split",
                                                      "unflatten",
                                                      "vsplit"};
    return std::find(kNames.begin(), kNames.end(), function) != kNames.end();
}

void askHistories(Interpreter& vm, const Call& call) {
    Autograd& g = gradOf(vm);
    if (!g.gradEnabled() || g.inference()) return;
    const auto ask = [&](const Value& v) {
        if (isTensor(vm, v)) static_cast<void>(g.gradFn(asVar(v)));
    };
    for (const Value& v : call.positional()) {
        ask(v);
        if (const auto* list = v.as<python::List>()) std::for_each(list->items.begin(), list->items.end(), ask);
        else if (const auto* tuple = v.as<python::Tuple>()) std::for_each(tuple->items.begin(), tuple->items.end(), ask);
    }
}

void refuseName(const std::string& name, const Var& x) {
    std::string names;
    for (std::size_t k = 0; x && k < x->dims(); ++k) names += k == 0 ? "None" : ", None";
    failRuntime("Name '" + name + "' not found in Tensor[" + names + "].");
}

namespace {

// Of a method without arguments.
void refuseAny(std::string_view name, const Call& call) {
    const std::string shown = "_TensorBase." + std::string(name);
    if (!call.names.empty()) failType(shown + "() takes no keyword arguments");
    if (call.count > 1) failType(shown + "() takes no arguments (" + std::to_string(call.count - 1) + " given)");
}

// No tensor here has names for its dimensions.
void checkNames(Interpreter& vm, const std::string& function, const TorchOverload& overload, const std::vector<Value>& bound,
                const Value& self) {
    constexpr std::array<std::string_view, 4> kWithout{"all", "any", "sort", "argsort"};  // take names to refuse them
    for (std::size_t i = 0; i < overload.parameters.size(); ++i) {
        if (overload.parameters[i].kind != Kind::Names) continue;
        if (!bound[i].isEmpty() && std::find(kWithout.begin(), kWithout.end(), function) != kWithout.end()) {
            failRuntime(function +
                        ": You passed a dimname (string) to this op in place of a dimension index but it does not yet support this "
                        "behavior. Please pass a dimension index to work around this.");
        }
        if (bound[i].isNone()) failRuntime("Please look up dimensions by name, got: name = None.");
        if (!bound[i].is<Str>()) continue;
        Value of = self;
        if (of.isEmpty() && !bound.empty())
            of = bound.front().is<python::List>() || bound.front().is<python::Tuple>() ? vm.toVector(bound.front()).at(0) : bound.front();
        refuseName(bound[i].as<Str>()->text, isTensor(vm, of) ? asVar(of) : Var());
    }
}

void readOverloads(Interpreter& vm, Definition& d);

Value run(Interpreter& vm, Definition& d, const Call& call) {
    if (d.plain && call.count == 1 && call.names.empty() && call.values[0].isObject() &&
        call.values[0].object()->type == gradOf(vm).host().tensorType) {
        return Value(gradOf(vm).apply(*d.plain, {asVar(call.values[0])}));  // there is nothing to bind
    }
    readOverloads(vm, d);
    std::span<const Value> given = call.positional();
    TorchCall bound(vm, gradOf(vm));
    bound.inplace = d.inplace;
    if (d.method) {
        if (given.empty()) failType("unbound method Tensor." + d.name + "() needs an argument");
        if (!isTensor(vm, given[0])) {
            failType("descriptor '" + d.name + "' for 'torch._C._TensorBase' objects doesn't apply to a '" + vm.typeOf(given[0])->name +
                     "' object");
        }
        given = given.subspan(1);
        const bool bare = d.overloads.size() == 1 && d.overloads[0].parameters.empty();
        if (bare) refuseAny(d.name, call);
    }
    const TorchOverload& overload = bindArguments(vm, d, given, call.names, call.values + call.count, bound.values);
    refuseOut(d, overload, bound.values);
    bound.which = overload.number;
    checkNames(vm, d.name, overload, bound.values, d.method ? call.values[0] : Value());
    if (d.method) bound.values.insert(bound.values.begin() + overload.input, call.values[0]);
    return runTorch(vm, call, d.looksFirst, [&] { return d.code(bound); });
}

// Of sizes only the first was looked at.
void checkSizes(Interpreter& vm, const Definition& d, const TorchOverload& overload, const std::vector<Value>& bound) {
    for (std::size_t i = 0; i < overload.parameters.size(); ++i) {
        const TorchParameter& p = overload.parameters[i];
        if (p.name->text == "names" && !bound[i].isEmpty() && !bound[i].isNone()) python::unsupported("named tensors", "plain dimensions");
        if (p.kind == Kind::Device) checkDevice(vm, bound[i]);
        if (p.name->text == "pin_memory" && bound[i].isBool() && bound[i].boolean()) python::unsupported("pin_memory=True");
        if (p.kind != Kind::Sizes || bound[i].isEmpty() || bound[i].isNone()) continue;
        const std::vector<Value> items = vm.toVector(bound[i]);
        for (std::size_t k = 0; k < items.size(); ++k) {
            if (isSize(vm, items[k])) continue;
            failType(d.name + "(): argument '" + p.name->text + "' must be " + p.type + ", but found element of type " +
                     torchTypeName(vm, items[k]) + " at pos " + std::to_string(k + 1));
        }
    }
}

bool takesNumbers(std::string_view name) {
    if (!name.empty() && name.back() == '_') name.remove_suffix(1);
    constexpr std::array<std::string_view, 10> kNames{"copy",         "add", "div",      "divide", "true_divide",
                                                      "floor_divide", "mul", "multiply", "sub",    "subtract"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

void readOverloads(Interpreter& vm, Definition& d) {
    for (const Definition::Unread& unread : std::exchange(d.unread, {})) {
        TorchOverload overload = readOverload(vm, unread.text);
        const std::ptrdiff_t input = overload.input;
        if (d.method) overload = readOverload(vm, methodText(unread.text));
        overload.input = input;
        overload.number = unread.number;
        overload.numbersAsTensors = takesNumbers(d.name);
        d.overloads.push_back(std::move(overload));
    }
}

void define(Interpreter& vm, std::string_view module, Definition d) {
    auto shared = std::make_shared<Definition>(std::move(d));
    const auto code = [shared](Interpreter& vm, Arguments& a) { return run(vm, *shared, a.raw()); };
    if (shared->method) defineMethodOf(vm, shared->name + "(...)", code);
    else defineFunctionOf(vm, module, shared->name + "(...)", code);
}

}  // namespace

Var TorchCall::tensor(std::size_t i) const {
    if (isTensor(vm, values[i])) return asVar(values[i]);
    return number(i);
}

Var TorchCall::number(std::size_t i) const {
    const Value& v = values[i];
    if (v.is<python::BigInt>()) failRuntime("Overflow when unpacking long");
    if (isTensor(vm, v)) {
        const DType dtype = asVar(v)->dtype();
        return g.number(asVar(v)->item(), isFloating(dtype) ? DType::Float64 : dtype == DType::Bool ? DType::Bool : DType::Int64);
    }
    return tensorOrNumber(vm, v).value();
}

Var TorchCall::number(std::size_t i, double otherwise) const {
    if (has(i)) return number(i);
    return g.number(otherwise, otherwise == std::floor(otherwise) ? DType::Int64 : DType::Float64);
}

double TorchCall::real(std::size_t i, double otherwise) const { return has(i) ? number(i)->item() : otherwise; }

std::int64_t TorchCall::integer(std::size_t i, std::int64_t otherwise) const {
    return has(i) ? static_cast<std::int64_t>(number(i)->item()) : otherwise;
}

bool TorchCall::truth(std::size_t i, bool otherwise) const { return has(i) ? number(i)->item() != 0 : otherwise; }

Value TorchCall::done(Op op, std::span<const Var> operands) {
    if (!inplace) return Value(g.apply(op, operands));
    g.inplace(op, operands);
    return Value(operands[0]);
}

void defineTorch(Interpreter& vm, std::string_view name, std::vector<std::string_view> overloads, unsigned forms, const TorchCode& code,
                 std::string_view module, std::optional<Op> plain) {
    for (const unsigned form : {kFunction, kMethod, kInplace, kInplaceFunction}) {
        if ((forms & form) == 0) continue;
        Definition d;
        d.name = std::string(name);
        d.looksFirst = looksFirst(name);
        d.inplace = form == kInplace || form == kInplaceFunction;
        if (d.inplace && !name.ends_with('_')) d.name += '_';
        d.method = form == kMethod || form == kInplace;
        d.code = code;
        if (!d.inplace) d.plain = plain;
        for (std::size_t i = 0; i < overloads.size(); ++i) {
            std::string_view text = overloads[i];
            if (text.front() == '~') {
                d.hasOld = true;
                text.remove_prefix(1);
            }
            if (form == kFunction || hasInput(text)) d.unread.push_back({std::string(text), i});
        }
        define(vm, module, std::move(d));
    }
}

TorchBinding bindingOf(Interpreter&, std::string_view name, const std::vector<std::string>& overloads, bool method) {
    auto d = std::make_shared<Definition>();
    d->name = name;
    d->method = method;
    for (const std::string& text : overloads) d->unread.push_back({text});
    return [d](Interpreter& vm, const Call& call) {
        for (const Definition::Unread& unread : std::exchange(d->unread, {})) d->overloads.push_back(readOverload(vm, unread.text));
        std::vector<Value> bound;
        const std::span<const Value> given = call.positional().subspan(d->method ? 1 : 0);
        const TorchOverload& overload = bindArguments(vm, *d, given, call.names, call.values + call.count, bound);
        refuseOut(*d, overload, bound);
        checkSizes(vm, *d, overload, bound);
        checkNames(vm, d->name, overload, bound, d->method ? call.values[0] : Value());
    };
}

void bindAs(Interpreter& vm, std::string_view name, const std::vector<std::string>& overloads, bool method) {
    const Value of = method ? Value(Torch::of(vm).tensor) : Value(&vm.defineModule("torch"));
    const Value before = vm.getAttribute(of, vm.intern(name));
    auto code = [binding = bindingOf(vm, name, overloads, method), before](Interpreter& vm, Arguments& a) {
        if (a.raw().count >= (before.as<python::NativeFunction>()->owner ? 1U : 0U)) binding(vm, a.raw());
        return vm.call(before, a.raw());
    };
    if (method) defineMethodOf(vm, std::string(name) + "(...)", std::move(code));
    else defineFunctionOf(vm, "torch", std::string(name) + "(...)", std::move(code));
}

void bindBare(Interpreter& vm, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        const Value before = vm.getAttribute(Value(Torch::of(vm).tensor), vm.intern(name));
        defineMethodOf(vm, std::string(name) + "(...)", [name, before](Interpreter& vm, Arguments& a) {
            refuseAny(name, a.raw());
            return vm.call(before, a.raw());
        });
    }
}

void explainMisfit(Interpreter& vm, const std::string& name, const std::vector<std::string>& overloads, bool method, const Call& call) {
    if (method && overloads.size() == 1 && overloads[0] == "()") return refuseAny(name, call);
    Definition d;
    d.name = name;
    d.method = method;
    for (const std::string& text : overloads) d.overloads.push_back(readOverload(vm, method && hasInput(text) ? methodText(text) : text));
    const std::span<const Value> given = call.positional().subspan(method ? 1 : 0);
    std::vector<Value> bound;
    const TorchOverload& fitting = bindArguments(vm, d, given, call.names, call.values + call.count, bound);
    checkNames(vm, name, fitting, bound, method ? call.values[0] : Value());
}

}  // namespace backstep::modules
