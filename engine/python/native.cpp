// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures of native functions, and how a call's arguments are put in their places.
#include "engine/python/native.h"

#include <algorithm>

#include "engine/base/numbers.h"
#include "engine/python/argument_errors.h"
#include "engine/python/interpreter.h"

namespace backstep::python {
namespace {

std::string_view trimmed(std::string_view s) {
    while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
    while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
    return s;
}

Value literal(std::string_view text) {
    if (text == "None") return Value::none();
    if (text == "True") return Value(true);
    if (text == "False") return Value(false);
    if (text == "...") return {};
    if (text.size() >= 2 && text.front() == '\'') return Interpreter::current().text(std::string(text.substr(1, text.size() - 2)));
    const bool whole = text.find_first_of(".en") == std::string_view::npos;
    const double number = parseNumber(text.front() == '-' ? text.substr(1) : text).value_or(0);
    const double value = text.front() == '-' ? -number : number;
    return whole ? Value(static_cast<std::int64_t>(value)) : Value(value);
}

// As CPython's _PyObject_FunctionStr: "list.append", "math.sqrt", but "len".
std::string shownName(const NativeFunction& f) {
    const bool ofModule = !f.owner && !f.module.empty() && f.module != "builtins";
    return ofModule ? f.module + "." + f.signature.name : f.qualifiedName();
}

std::string counted(std::size_t n, const char* thing) { return std::to_string(n) + " " + thing + (n == 1 ? "" : "s"); }

// The words of CPython's argument parsers, which depend on what kind of function it is.
[[noreturn]] void wrongCount(const NativeFunction& f, std::size_t given) {
    const Signature& s = f.signature;
    const std::size_t self = f.owner ? 1 : 0;
    const std::size_t most = s.positional - self;
    std::size_t least = 0;
    for (std::size_t i = self; i < s.positional; ++i) least += s.parameters[i].required;
    const std::string got = std::to_string(given - std::min(given, self));
    const bool onlyPositional = s.positionalOnly == s.parameters.size();
    const std::string name = shownName(f);
    if (onlyPositional && most == 0 && !s.variadic) raise<TypeError>(name + "() takes no arguments (" + got + " given)");
    if (onlyPositional && most == 1 && least == 1 && !s.variadic) {
        raise<TypeError>(name + "() takes exactly one argument (" + got + " given)");
    }
    if (onlyPositional) {
        const bool few = given < least + self;
        const char* bound = least == most && !s.variadic ? " " : few ? " at least " : " at most ";
        raise<TypeError>(s.name + " expected" + bound + counted(few ? least : most, "argument") + ", got " + got);
    }
    if (most == 0) raise<TypeError>(s.name + "() takes no positional arguments");
    if (given < least + self) {
        const char* kind = s.positional < s.parameters.size() || s.positionalOnly > self ? "positional argument" : "argument";
        raise<TypeError>(s.name + "() takes at least " + counted(least, kind) + " (" + got + " given)");
    }
    raise<TypeError>(s.name + "() takes at most " + counted(most, s.positional < s.parameters.size() ? "positional argument" : "argument") +
                     " (" + got + " given)");
}

// The arguments of a function that the library has in Python, in the order in which CPython looks at them.
void bindWritten(const Signature& s, const Call& call, std::vector<Value>& bound) {
    const std::size_t n = s.parameters.size();
    for (std::size_t k = 0; k < call.names.size(); ++k) {
        std::size_t i = s.positionalOnly;
        while (i < n && s.parameters[i].name != call.names[k]) ++i;
        if (i == n) unexpectedKeyword(s.written, call.names[k]->text);
        if (!bound[i].isEmpty()) givenTwice(s.written, call.names[k]->text);
        bound[i] = call.keyword(k);
    }
    if (call.count > s.positional && !s.variadic) {
        PositionalCounts counts{s.positional, 0, call.count, 0};
        for (std::size_t i = 0; i < s.positional; ++i) counts.defaults += !s.parameters[i].required;
        for (std::size_t i = s.positional; i < n; ++i) counts.keywordOnlyGiven += !bound[i].isEmpty();
        tooManyArguments(s.written, counts);
    }
    std::vector<std::string> positional, keywordOnly;
    for (std::size_t i = 0; i < n; ++i) {
        if (!bound[i].isEmpty()) continue;
        if (!s.parameters[i].required) bound[i] = s.parameters[i].standard;
        else (i < s.positional ? positional : keywordOnly).push_back("'" + s.parameters[i].name->text + "'");
    }
    if (!positional.empty()) missingArguments(s.written, positional, "positional");
    if (!keywordOnly.empty()) missingArguments(s.written, keywordOnly, "keyword-only");
}

}  // namespace

Signature::Signature(std::string_view text) {
    const std::size_t open = text.find('(');
    name = std::string(text.substr(0, open));
    if (constexpr std::string_view kDef = "def "; name.starts_with(kDef)) {  // "def Tensor.backward(…)", "def amax:max(…)"
        const std::size_t colon = name.find(':');
        const std::string::size_type last = colon == std::string::npos ? name.rfind('.') : colon;
        written = name.substr(kDef.size(), colon == std::string::npos ? colon : colon - kDef.size());
        name = last == std::string::npos ? written : name.substr(last + 1);
    }
    std::string_view inside = text.substr(open + 1, text.rfind(')') - open - 1);
    if (trimmed(inside) == "...") {
        raw = true;
        return;
    }
    bool keywordOnly = false;
    while (!trimmed(inside).empty()) {
        std::size_t comma = 0;
        for (bool quoted = false; comma < inside.size() && (quoted || inside[comma] != ','); ++comma) quoted ^= inside[comma] == '\'';
        const std::string_view item = trimmed(inside.substr(0, comma));
        inside = comma < inside.size() ? inside.substr(comma + 1) : std::string_view();
        if (item == "/") {
            positionalOnly = parameters.size();
        } else if (item == "*") {
            keywordOnly = true;
        } else if (item.starts_with("**")) {
            keywords = true;
        } else if (item.starts_with("*")) {
            variadic = keywordOnly = true;
        } else {
            const std::size_t equals = item.find('=');
            Parameter p;
            p.name = Interpreter::current().intern(trimmed(item.substr(0, equals)));
            p.required = equals == std::string_view::npos;
            if (!p.required) p.standard = literal(trimmed(item.substr(equals + 1)));
            parameters.push_back(std::move(p));
            if (!keywordOnly) positional = parameters.size();
        }
    }
}

std::string NativeFunction::qualifiedName() const { return owner ? owner->name + "." + signature.name : signature.name; }

Value NativeFunction::call(Interpreter& vm, const Call& call) const {
    vm.checkStop();  // one that takes long may stand in a loop of few lines
    if (!misfit) return bindAndRun(vm, call);
    try {
        return bindAndRun(vm, call);
    } catch (const PythonError& error) {
        if (isA(error, TypeError)) misfit(vm, call);
        throw;
    }
}

Value NativeFunction::bindAndRun(Interpreter& vm, const Call& call) const {
    const Signature& s = signature;
    Arguments arguments;
    arguments.call_ = &call;
    arguments.vm_ = &vm;
    if (s.raw) {
        arguments.rest_ = call.positional();
        arguments.names_ = call.names;
        arguments.values_ = call.values + call.count;
        return code(vm, arguments);
    }
    if (owner && call.count > 0 && !vm.isInstance(call.values[0], owner) && !mayTakeAnySelf) {
        raise<TypeError>("descriptor '" + s.name + "' for '" + owner->name + "' objects doesn't apply to a '" +
                         vm.typeOf(call.values[0])->name + "' object");
    }
    if (owner && call.count == 0 && !mayTakeAnySelf && s.written.empty())
        raise<TypeError>("unbound method " + qualifiedName() + "() needs an argument");
    const std::size_t n = s.parameters.size();
    if (call.names.empty() && call.count == n && s.positional == n) {
        arguments.bound_ = call.values;
        arguments.count_ = n;
        return code(vm, arguments);
    }
    if (!s.written.empty() && !s.keywords && !s.variadic) {
        std::vector<Value> bound(n);
        std::copy(call.values, call.values + std::min(call.count, s.positional), bound.begin());
        bindWritten(s, call, bound);
        arguments.bound_ = bound.data();
        arguments.count_ = n;
        return code(vm, arguments);
    }
    if (!call.names.empty() && !s.keywords && n == s.positionalOnly) raise<TypeError>(shownName(*this) + "() takes no keyword arguments");
    if (call.count > s.positional && !s.variadic) wrongCount(*this, call.count);
    std::vector<Value> bound(n);
    const std::size_t placed = std::min(call.count, s.positional);
    std::copy(call.values, call.values + placed, bound.begin());
    if (call.count > placed) arguments.rest_ = {call.values + placed, call.count - placed};
    const Str* unknown = nullptr;
    std::vector<Str*> restNames;
    std::vector<Value> restValues;
    for (std::size_t k = 0; k < call.names.size(); ++k) {
        Str* key = call.names[k];
        std::size_t i = s.positionalOnly;
        while (i < n && s.parameters[i].name != key) ++i;
        if (i == n) {
            if (!s.keywords) {
                unknown = unknown ? unknown : key;  // said after what is missing
                continue;
            }
            restNames.push_back(key);
            restValues.push_back(call.keyword(k));
            continue;
        }
        if (!bound[i].isEmpty()) {
            raise<TypeError>("argument for " + s.name + "() given by name ('" + key->text + "') and position (" + std::to_string(i + 1) +
                             ")");
        }
        bound[i] = call.keyword(k);
    }
    for (std::size_t i = 0; i < n; ++i) {
        if (!bound[i].isEmpty()) continue;
        const Signature::Parameter& p = s.parameters[i];
        if (p.required) {
            if (i < s.positionalOnly) wrongCount(*this, call.count);
            raise<TypeError>(s.name + "() missing required argument '" + p.name->text + "' (pos " +
                             std::to_string(i + 1 - (owner ? 1 : 0)) + ")");
        }
        bound[i] = p.standard;
    }
    if (unknown) raise<TypeError>("'" + unknown->text + "' is an invalid keyword argument for " + s.name + "()");
    arguments.bound_ = bound.data();
    arguments.count_ = n;
    arguments.names_ = restNames;
    arguments.values_ = restValues.data();
    return code(vm, arguments);
}

const Value* Arguments::keyword(std::string_view name) const {
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (names_[i]->text == name) return &values_[i];
    }
    return nullptr;
}

std::int64_t Arguments::integer(std::size_t i) const { return vm_->toIndex(bound_[i]); }
double Arguments::number(std::size_t i) const { return vm_->toDouble(bound_[i]); }
bool Arguments::truth(std::size_t i) const { return vm_->truth(bound_[i]); }
const std::string& Arguments::text(std::size_t i) const {
    const Str* s = bound_[i].as<Str>();
    if (!s) raise<TypeError>("expected str, got " + vm_->typeOf(bound_[i])->name);
    return s->text;
}

// ---- defining

Ref<NativeFunction> makeFunction(std::string_view signature, NativeCode code) {
    auto function = make<NativeFunction>(Interpreter::current().types.nativeFunction);
    function->signature = Signature(signature);
    function->code = std::move(code);
    return function;
}

void defineFunction(Module& module, std::string_view signature, NativeCode code) {
    const auto function = makeFunction(signature, std::move(code));
    function->module = module.name;
    module.fields->set(Interpreter::current().intern(function->signature.name), function);
}

void defineMethod(Type& type, std::string_view signature, NativeCode code) {
    const auto function = makeFunction(signature, std::move(code));
    function->type = Interpreter::current().types.nativeMethod;
    function->owner = &type;
    type.set(Interpreter::current().intern(function->signature.name), function);
}

void defineStaticMethod(Type& type, std::string_view signature, NativeCode code) {
    Interpreter& vm = Interpreter::current();
    const auto function = makeFunction(signature, std::move(code));
    const auto method = make<StaticMethod>(vm.types.staticMethod);
    method->function = function;
    type.set(vm.intern(function->signature.name), method);
}

void defineClassMethod(Type& type, std::string_view signature, NativeCode code) {
    Interpreter& vm = Interpreter::current();
    const auto function = makeFunction(signature, std::move(code));
    const auto method = make<ClassMethod>(vm.types.classMethod);
    method->function = function;
    type.set(vm.intern(function->signature.name), method);
}

void defineProperty(Type& type, std::string_view name, NativeGetter getter, NativeSetter setter) {
    Interpreter& vm = Interpreter::current();
    const auto property = make<NativeProperty>(vm.types.nativeProperty);
    property->name = std::string(name);
    property->getter = std::move(getter);
    property->setter = std::move(setter);
    property->owner = &type;
    type.set(vm.intern(name), property);
}

void defineConstant(Type& type, std::string_view name, Value value) { type.set(Interpreter::current().intern(name), std::move(value)); }

}  // namespace backstep::python
