// SPDX-License-Identifier: GPL-3.0-or-later
// PyTorch's way to bind arguments (python_arg_parser): every overload is tried in turn; what does not fit anywhere is said
// in its words, those of the one overload that could have been meant or those of all.
#include "engine/modules/torch_overload.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace backstep::modules {
namespace {

using python::Str;
using Kind = TorchParameter::Kind;

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

bool isPlainTensor(Interpreter& vm, const Value& v) { return isTensor(vm, v) && asVar(v)->dims() == 0 && !asVar(v)->requiresGrad; }

}  // namespace

bool isPythonNumber(Interpreter& vm, const Value& v) {
    return v.isFloat() || v.isInt() || v.isBool() || v.is<python::BigInt>() || numpyScalar(vm, v) != nullptr;
}

bool isSize(Interpreter& vm, const Value& v) {
    if (const ScalarObject* s = numpyScalar(vm, v)) return s->dtype == DType::Int64 || s->dtype == DType::Int32;
    return v.isInt() || v.isBool() || (isPlainTensor(vm, v) && !isFloating(asVar(v)->dtype()));
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

bool hasInput(std::string_view overload) {
    constexpr std::string_view kInput = "Tensor input";
    const std::size_t end = overload.find(kInput) + kInput.size();
    return end >= kInput.size() && end < overload.size() && (overload[end] == ',' || overload[end] == ')' || overload[end] == '=');
}

namespace {

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
    Complaint(Interpreter& vm, const TorchOverloads& d, std::span<const Value> given, std::span<Str* const> names, const Value* keywords)
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
    const TorchOverloads& d_;
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

}  // namespace

const TorchOverload& bindArguments(Interpreter& vm, const TorchOverloads& overloads, std::span<const Value> given,
                                   std::span<Str* const> names, const Value* keywords, std::vector<Value>& bound) {
    for (const TorchOverload& overload : overloads.overloads) {
        bound.clear();
        if (Attempt(vm, overloads.name, overload, given, names, keywords, false).run(bound)) return overload;
    }
    const bool only = overloads.overloads.size() == 1 && !overloads.hasOld;
    const TorchOverload* meant = nullptr;
    std::size_t plausible = 0;
    for (const TorchOverload& overload : overloads.overloads) {
        std::size_t least = 0;
        for (const TorchParameter& p : overload.parameters) least += !p.optional;
        const std::size_t count = given.size() + names.size();
        if (!only && (count < least || count > overload.parameters.size())) continue;
        ++plausible;
        meant = &overload;
    }
    if (plausible == 1) {
        bound.clear();
        Attempt(vm, overloads.name, *meant, given, names, keywords, true).run(bound);
    }
    Complaint(vm, overloads, given, names, keywords).raise();
}

}  // namespace backstep::modules
