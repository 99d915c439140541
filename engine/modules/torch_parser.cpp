// SPDX-License-Identifier: GPL-3.0-or-later
// PyTorch's way to bind arguments (python_arg_parser): every overload is tried in turn; what does not fit anywhere is said
// in its words, those of the one overload that could have been meant or those of all.
// Long because binding, and every way in which PyTorch says that it failed, share what an overload is.
#include "engine/modules/torch_parser.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

namespace backstep::modules {
namespace {

using python::Call;
using python::Str;
using Kind = TorchParameter::Kind;

struct Definition {
    struct Unread {
        std::string text;
        std::size_t number = 0;  // among all overloads of that name
    };
    std::string name;
    std::vector<Unread> unread;            // most functions of torch are never called by a program:
    std::vector<TorchOverload> overloads;  // these are there from the first call on
    TorchCode code;
    bool method = false, inplace = false;
    bool hasOld = false;      // torch has deprecated overloads besides, which it does not print
    std::optional<Op> plain;  // what it does with one tensor and nothing else
};

std::string_view trimmed(std::string_view s) {
    while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
    while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
    return s;
}

Kind kindOf(std::string_view type) {
    constexpr std::array<std::pair<std::string_view, Kind>, 15> kKinds{{{"Tensor", Kind::Tensor},
                                                                        {"Number", Kind::Number},
                                                                        {"int", Kind::Int},
                                                                        {"float", Kind::Float},
                                                                        {"bool", Kind::Bool},
                                                                        {"str", Kind::Text},
                                                                        {"torch.dtype", Kind::DType},
                                                                        {"tuple of ints", Kind::Dims},
                                                                        {"torch.device", Kind::Device},
                                                                        {"torch.layout", Kind::Layout},
                                                                        {"torch.Generator", Kind::Generator},
                                                                        {"object", Kind::Object},
                                                                        {"tuple of Tensors", Kind::Tensors},
                                                                        {"name", Kind::Names},
                                                                        {"tuple of names", Kind::Names}}};
    for (const auto& [name, kind] : kKinds) {
        if (name == type) return kind;
    }
    return Kind::Any;
}

Str* numpyName(Interpreter& vm, std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kNames{
        {{"dim", "axis"}, {"keepdim", "keepdims"}, {"input", "x"}, {"other", "x2"}}};
    for (const auto& [ours, numpys] : kNames) {
        if (ours == name) return vm.intern(numpys);
    }
    return nullptr;
}

TorchOverload readOverload(Interpreter& vm, std::string_view text) {
    TorchOverload overload;
    overload.text = "(";
    std::string_view inside = text.substr(1, text.size() - 2);
    bool keywordOnly = false;
    while (!trimmed(inside).empty()) {
        const std::size_t comma = inside.find(',');
        const std::string_view item = trimmed(inside.substr(0, comma));
        inside = comma == std::string_view::npos ? std::string_view() : inside.substr(comma + 1);
        if (overload.text.size() > 1) overload.text += ", ";
        if (item == "*") {
            keywordOnly = true;
            overload.text += "*";
            continue;
        }
        const std::size_t equals = item.find('=');
        const std::string_view declared = item.substr(0, equals);
        const std::size_t space = declared.rfind(' ');
        TorchParameter p;
        p.type = std::string(declared.substr(0, space));
        const bool orNone = p.type.back() == '?';  // "tuple of ints? dim": must be given, and may be None
        if (orNone) p.type.pop_back();
        const bool sizes = p.type.back() == '!';
        if (sizes) p.type.pop_back();
        p.kind = sizes ? Kind::Sizes : kindOf(p.type);
        const std::string_view name = declared.substr(space + 1);
        p.name = vm.intern(name);
        p.numpyName = numpyName(vm, name);
        p.optional = equals != std::string_view::npos;
        p.allowNone = orNone || (p.optional && item.substr(equals + 1) == "None");
        p.keywordOnly = keywordOnly;
        if (name == "input" && p.kind == Kind::Tensor) overload.input = static_cast<std::ptrdiff_t>(overload.parameters.size());
        if (!keywordOnly) ++overload.positional;
        overload.text += p.type + " " + p.name->text;
        overload.parameters.push_back(std::move(p));
    }
    overload.text += ")";
    return overload;
}

// The same for the method: without self and `out`.
std::string methodText(std::string_view text) {
    std::string out(text);
    const auto cut = [&](std::string_view what) {
        const std::size_t at = out.find(what);
        if (at == std::string::npos) return;
        std::size_t end = at + what.size();
        while (end < out.size() && out[end] != ',' && out[end] != ')') ++end;
        std::size_t begin = at;
        if (end < out.size() && out[end] == ',') end += 2;
        else if (begin > 2) begin -= 2;
        out.erase(begin, end - begin);
    };
    cut("Tensor input");
    cut("Tensor out");
    const std::size_t star = out.find("*)");
    if (star != std::string::npos) out.erase(star > 2 ? star - 2 : star, star > 2 ? 3 : 1);
    return out;
}

bool isPlainTensor(Interpreter& vm, const Value& v) { return isTensor(vm, v) && asVar(v)->dims() == 0 && !asVar(v)->requiresGrad; }

// What counts as a whole number among sizes.
bool isSize(Interpreter& vm, const Value& v) {
    if (const ScalarObject* s = numpyScalar(vm, v)) return s->dtype == DType::Int64 || s->dtype == DType::Int32;
    return v.isInt() || v.isBool() || (isPlainTensor(vm, v) && !isFloating(asVar(v)->dtype()));
}

bool fits(Interpreter& vm, const TorchOverload& overload, const TorchParameter& p, const Value& v) {
    switch (p.kind) {
        case Kind::Tensor: return isTensor(vm, v) || (overload.numbersAsTensors && isPythonNumber(vm, v));
        case Kind::Number: return isPythonNumber(vm, v) || isPlainTensor(vm, v);
        case Kind::Float: return (isPythonNumber(vm, v) && !v.isBool()) || v.isBool() || isPlainTensor(vm, v);
        case Kind::Int:
            if (const ScalarObject* s = numpyScalar(vm, v)) return s->dtype == DType::Int64 || s->dtype == DType::Int32;
            return v.isInt() || (isPlainTensor(vm, v) && !isFloating(asVar(v)->dtype()));
        case Kind::Bool: return v.isBool() || (numpyScalar(vm, v) && numpyScalar(vm, v)->dtype == DType::Bool);
        case Kind::Text: return v.is<Str>();
        case Kind::DType:
            if (const auto* type = v.as<python::Type>())
                return type == vm.types.real || type == vm.types.integer || type == vm.types.boolean;
            return v.is<DTypeObject>();
        case Kind::Device: return v.isInt() || v.is<Str>() || (v.isObject() && vm.isInstance(v, Torch::of(vm).device));
        case Kind::Layout: return v.is<Str>() && v.as<Str>()->text == "torch.strided";
        case Kind::Generator: return vm.typeOf(v)->name.ends_with("Generator");
        case Kind::Object: return true;
        case Kind::Tensors: return v.isObject() && (vm.isInstance(v, vm.types.list) || vm.isInstance(v, vm.types.tuple));
        case Kind::Names: return v.is<Str>() || v.isNone();  // a list of them is refused by those who ask
        case Kind::Sizes: {
            if (!v.isObject() || !(vm.isInstance(v, vm.types.list) || vm.isInstance(v, vm.types.tuple))) return false;
            const std::vector<Value> items = vm.toVector(v);
            return items.empty() || (!items.front().isBool() && isSize(vm, items.front()));  // it looks at the first only
        }
        case Kind::Dims:
            if (v.isInt()) return true;
            return v.isObject() && (vm.isInstance(v, vm.types.list) || vm.isInstance(v, vm.types.tuple));
        case Kind::Any: return false;
    }
    return false;
}

std::string plural(std::size_t n) { return n == 1 ? "" : "s"; }

// One attempt; `say`: raise what is wrong instead of giving up.
class Attempt {
public:
    Attempt(Interpreter& vm, const std::string& name, const TorchOverload& overload, std::span<const Value> given,
            std::span<Str* const> names, const Value* keywords, bool say)
        : vm_(vm), name_(name), o_(overload), given_(given), names_(names), keywords_(keywords), say_(say) {}

    bool run(std::vector<Value>& out) {
        std::size_t at = 0;
        std::size_t keywordsLeft = names_.size();
        // zeros(2, 3): the sizes one after the other
        const bool row = o_.positional == 1 && o_.parameters[0].kind == Kind::Sizes;
        if (given_.size() > o_.positional && !row) return say_ ? extra() : false;
        for (const TorchParameter& p : o_.parameters) {
            const bool positional = at < given_.size();
            if (row && positional && at == 0 && !given_[0].isBool() && isSize(vm_, given_[0])) {
                out.push_back(vm_.tuple({given_.begin(), given_.end()}));
                at = given_.size();
                continue;
            }
            if (positional && p.keywordOnly) return say_ ? extra() : false;
            const Value* value = positional ? &given_[at] : keyword(p);
            if ((value == nullptr && p.optional) || (value && value->isNone() && p.allowNone)) {
                out.emplace_back();
            } else if (value == nullptr) {
                return say_ ? missing(out.size()) : false;
            } else if (fits(vm_, o_, p, *value)) {
                out.push_back(*value);
            } else {
                return say_ ? wrongType(p, *value, positional ? at + 1 : 0) : false;
            }
            if (positional) ++at;
            else if (value) --keywordsLeft;
        }
        return keywordsLeft == 0 || (say_ && unexpected());
    }

private:
    Interpreter& vm_;
    const std::string& name_;
    const TorchOverload& o_;
    std::span<const Value> given_;
    std::span<Str* const> names_;
    const Value* keywords_;
    bool say_;

    const Value* keyword(const TorchParameter& p) const {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (names_[i] == p.name || names_[i] == p.numpyName) return &keywords_[i];
        }
        return nullptr;
    }

    [[noreturn]] bool extra() const {
        const std::string got = std::to_string(given_.size());
        const std::size_t most = o_.positional;
        std::size_t least = 0;
        for (const TorchParameter& p : o_.parameters) least += !p.optional;
        if (least != most) {
            failType(name_ + "() takes from " + std::to_string(least) + " to " + std::to_string(most) + " positional arguments but " + got +
                     " were given");
        }
        failType(name_ + "() takes " + std::to_string(most) + " positional argument" + plural(most) + " but " + got + " " +
                 (given_.size() == 1 ? "was" : "were") + " given");
    }
    // The plural is torch's own.
    [[noreturn]] bool missing(std::size_t from) const {
        std::size_t count = 0;
        std::string names;
        for (std::size_t i = from; i < o_.parameters.size(); ++i) {
            if (o_.parameters[i].optional) continue;
            names += (count++ ? ", " : "") + ('"' + o_.parameters[i].name->text) + '"';
        }
        failType(name_ + "() missing " + std::to_string(count) + " required positional argument" + (count == 1 ? "s" : "") + ": " + names);
    }
    [[noreturn]] bool wrongType(const TorchParameter& p, const Value& value, std::size_t position) const {
        const std::string where = position ? " (position " + std::to_string(position) + ")" : "";
        failType(name_ + "(): argument '" + p.name->text + "'" + where + " must be " + p.type + ", not " + torchTypeName(vm_, value));
    }
    bool unexpected() const {
        for (const auto& name : names_) {
            std::size_t k = 0;
            while (k < o_.parameters.size() && o_.parameters[k].name != name && o_.parameters[k].numpyName != name) ++k;
            if (k == o_.parameters.size()) failType(name_ + "() got an unexpected keyword argument '" + name->text + "'");
            if (k < given_.size()) failType(name_ + "() got multiple values for argument '" + name->text + "'");
        }
        failType("invalid keyword arguments");
    }
};

// --- "received an invalid combination of arguments" ---

struct Listed {  // as torch reads its own printed overload: "*" counts as an argument
    std::vector<std::string> types, names;
};

Listed listed(const TorchOverload& overload) {
    Listed out;
    if (overload.parameters.empty()) {  // "()" is read as one argument without a type
        out.types.emplace_back();
        out.names.emplace_back();
    }
    bool star = false;
    for (const TorchParameter& p : overload.parameters) {
        if (p.keywordOnly && !star) {
            out.types.emplace_back("*");
            out.names.emplace_back();
            star = true;
        }
        out.types.push_back(p.type);
        out.names.push_back(p.name->text);
    }
    return out;
}

class Complaint {
public:
    Complaint(Interpreter& vm, const Definition& d, std::span<const Value> given, std::span<Str* const> names, const Value* keywords)
        : vm_(vm), d_(d), given_(given), names_(names), keywords_(keywords) {
        // torch goes through them as this table does.
        std::unordered_map<std::string, std::size_t> table;
        for (std::size_t i = 0; i < names.size(); ++i) table[names[i]->text] = i;
        for (const auto& [name, i] : table) order_.push_back(i);
    }

    [[noreturn]] void raise() const {
        std::string text = d_.name + "() received an invalid combination of arguments - ";
        if (d_.overloads.size() == 1) {
            const Listed option = listed(d_.overloads[0]);
            if (const auto odd = unmatched(option); !odd.empty()) failType(text + "got unrecognized keyword arguments: " + joined(odd));
            failType(text + "got " + (countMatches(option) ? marked(option) : plain()) + ", but expected " + d_.overloads[0].text);
        }
        text += "got " + plain() + ", but expected one of:\n";
        for (const TorchOverload& overload : d_.overloads) {
            text += " * " + overload.text + "\n";
            const Listed option = listed(overload);
            if (!countMatches(option)) continue;
            const auto odd = unmatched(option);
            if (!odd.empty()) text += "      didn't match because some of the keywords were incorrect: " + joined(odd) + "\n";
            else text += "      didn't match because some of the arguments have invalid types: " + marked(option) + "\n";
        }
        failType(text);
    }

private:
    Interpreter& vm_;
    const Definition& d_;
    std::span<const Value> given_;
    std::span<Str* const> names_;
    const Value* keywords_;
    std::vector<std::size_t> order_;  // of the keywords

    static std::string joined(const std::vector<std::string>& names) {
        std::string out;
        for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
        return out;
    }
    [[nodiscard]] bool countMatches(const Listed& option) const { return given_.size() + names_.size() == option.types.size(); }
    [[nodiscard]] std::vector<std::string> unmatched(const Listed& option) const {
        std::vector<std::string> odd;
        for (const std::size_t i : order_) {
            if (std::find(option.names.begin(), option.names.end(), names_[i]->text) == option.names.end()) odd.push_back(names_[i]->text);
        }
        return odd;
    }
    [[nodiscard]] std::string plain() const {
        std::string out = "(";
        for (const Value& v : given_) out += torchTypeName(vm_, v) + ", ";
        for (const std::size_t i : order_) out += names_[i]->text + "=" + torchTypeName(vm_, keywords_[i]) + ", ";
        if (!given_.empty()) out.erase(out.size() - 2);
        return out + ")";
    }
    static bool matches(const std::string& type, const std::string& got) { return type == got || (type == "float" && got == "int"); }
    [[nodiscard]] std::string marked(const Listed& option) const {
        std::string out = "(";
        for (std::size_t i = 0; i < given_.size() + names_.size(); ++i) {
            const bool isKeyword = i >= given_.size();
            const std::size_t keyword = isKeyword ? order_[i - given_.size()] : 0;
            const std::string got = torchTypeName(vm_, isKeyword ? keywords_[keyword] : given_[i]);
            const bool good = i < option.types.size() && matches(option.types[i], got);
            const std::string name = isKeyword ? names_[keyword]->text + "=" : "";
            out += (good ? "" : "!") + name + got + (good ? "" : "!") + ", ";
        }
        if (!given_.empty()) out.erase(out.size() - 2);
        return out + ")";
    }
};

const TorchOverload& bind(Interpreter& vm, const Definition& d, std::span<const Value> given, std::span<Str* const> names,
                          const Value* keywords, std::vector<Value>& out) {
    for (const TorchOverload& overload : d.overloads) {
        out.clear();
        if (Attempt(vm, d.name, overload, given, names, keywords, false).run(out)) return overload;
    }
    const bool only = d.overloads.size() == 1 && !d.hasOld;
    const TorchOverload* meant = nullptr;
    std::size_t plausible = 0;
    for (const TorchOverload& overload : d.overloads) {
        std::size_t least = 0;
        for (const TorchParameter& p : overload.parameters) least += !p.optional;
        const std::size_t count = given.size() + names.size();
        if (!only && (count < least || count > overload.parameters.size())) continue;
        ++plausible;
        meant = &overload;
    }
    if (plausible == 1) {
        out.clear();
        Attempt(vm, d.name, *meant, given, names, keywords, true).run(out);
    }
    Complaint(vm, d, given, names, keywords).raise();
}

void refuseOut(const Definition& d, const TorchOverload& overload, const std::vector<Value>& bound) {
    for (std::size_t i = 0; i < overload.parameters.size(); ++i) {
        if (overload.parameters[i].name->text == "out" && !bound[i].isEmpty()) {
            python::unsupported("torch." + d.name + "(…, out=…)", "the result: y = torch." + d.name + "(…)");
        }
    }
}

}  // namespace

void askHistories(Interpreter& vm, const Call& call) {
    Autograd& g = gradOf(vm);
    if (!g.gradEnabled() || g.inference()) return;
    for (const Value& v : call.positional()) {
        if (isTensor(vm, v)) static_cast<void>(g.gradFn(asVar(v)));
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
    const TorchOverload& overload = backstep::modules::bind(vm, d, given, call.names, call.values + call.count, bound.values);
    refuseOut(d, overload, bound.values);
    bound.which = overload.number;
    checkNames(vm, d.name, overload, bound.values, d.method ? call.values[0] : Value());
    if (d.method) bound.values.insert(bound.values.begin() + overload.input, call.values[0]);
    try {
        return d.code(bound);
    } catch (const python::PythonError& error) {
        if (!isA(error, python::TypeError)) askHistories(vm, call);
        throw;
    }
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

bool hasInput(std::string_view overload) {
    constexpr std::string_view kInput = "Tensor input";
    const std::size_t end = overload.find(kInput) + kInput.size();
    return end >= kInput.size() && end < overload.size() && (overload[end] == ',' || overload[end] == ')' || overload[end] == '=');
}

void define(Interpreter& vm, std::string_view module, Definition d) {
    auto shared = std::make_shared<Definition>(std::move(d));
    const auto code = [shared](Interpreter& vm, Arguments& a) { return run(vm, *shared, a.raw()); };
    if (shared->method) defineMethodOf(vm, shared->name + "(...)", code);
    else defineFunctionOf(vm, module, shared->name + "(...)", code);
}

}  // namespace

bool isPythonNumber(Interpreter& vm, const Value& v) {
    return v.isFloat() || v.isInt() || v.isBool() || v.is<python::BigInt>() || numpyScalar(vm, v) != nullptr;
}

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

void defineTorch(Interpreter& vm, std::string_view name, std::vector<std::string_view> overloads, unsigned forms, TorchCode code,
                 std::string_view module, std::optional<Op> plain) {
    for (const unsigned form : {kFunction, kMethod, kInplace, kInplaceFunction}) {
        if ((forms & form) == 0) continue;
        Definition d;
        d.name = std::string(name);
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
        const TorchOverload& overload = backstep::modules::bind(vm, *d, given, call.names, call.values + call.count, bound);
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
    const TorchOverload& fitting = backstep::modules::bind(vm, d, given, call.names, call.values + call.count, bound);
    checkNames(vm, name, fitting, bound, method ? call.values[0] : Value());
}

}  // namespace backstep::modules
