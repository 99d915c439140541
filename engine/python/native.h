// SPDX-License-Identifier: GPL-3.0-or-later
// Functions, methods and properties written in C++, bound by a signature in Python's own words:
//     defineFunction(module, "clamp(input, min=None, max=None, *, out=None)", [](Interpreter& vm, Arguments& a) -> Value { … });
//     defineMethod(type, "append(self, object, /)", …);       defineMethod(type, "size(self, *dims, **kw)", …);
// A default is None, True, False, a number, a 'text' or `...` (not given: the Value is Empty). "name(...)" binds nothing.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/python/errors.h"
#include "engine/python/object.h"

namespace backstep::python {

class Arguments {
public:
    // By place in the signature (*args and **kw are not counted). Empty: not given, and the default is `...`.
    [[nodiscard]] const Value& operator[](std::size_t i) const { return bound_[i]; }
    [[nodiscard]] std::size_t size() const { return count_; }
    [[nodiscard]] bool given(std::size_t i) const { return !bound_[i].isEmpty(); }
    [[nodiscard]] bool has(std::size_t i) const { return !bound_[i].isEmpty() && !bound_[i].isNone(); }
    [[nodiscard]] std::span<const Value> rest() const { return rest_; }          // *args
    [[nodiscard]] std::span<Str* const> keywordNames() const { return names_; }  // **kw
    [[nodiscard]] const Value& keywordValue(std::size_t i) const { return values_[i]; }
    [[nodiscard]] const Value* keyword(std::string_view name) const;  // of **kw; null: not given
    [[nodiscard]] const Call& raw() const { return *call_; }          // as it came
    // Converted, with CPython's TypeError where it cannot be.
    [[nodiscard]] std::int64_t integer(std::size_t i) const;  // __index__
    [[nodiscard]] double number(std::size_t i) const;         // __float__
    [[nodiscard]] bool truth(std::size_t i) const;
    [[nodiscard]] const std::string& text(std::size_t i) const;
    template <class T>
    [[nodiscard]] T& as(std::size_t i) const {  // the type has been checked (self is, by the method's descriptor)
        return *static_cast<T*>(bound_[i].object());
    }

private:
    friend struct NativeFunction;
    const Value* bound_ = nullptr;
    std::size_t count_ = 0;
    std::span<const Value> rest_;
    std::span<Str* const> names_;
    const Value* values_ = nullptr;
    const Call* call_ = nullptr;
    Interpreter* vm_ = nullptr;
};

using NativeCode = std::function<Value(Interpreter&, Arguments&)>;
using NativeGetter = std::function<Value(Interpreter&, const Value& self)>;
using NativeSetter = std::function<void(Interpreter&, const Value& self, const Value& value)>;  // Empty: delete

struct Signature {
    struct Parameter {
        Str* name = nullptr;
        Value standard;
        bool required = true;
    };
    std::string name;
    // The library has it as a function written in Python: errors give this name, in CPython's words for such.
    std::string written;
    std::vector<Parameter> parameters;  // positional-only, ordinary, keyword-only
    std::size_t positionalOnly = 0, positional = 0;
    bool variadic = false, keywords = false, raw = false;
    explicit Signature(std::string_view text);
    Signature() = default;
};

struct NativeFunction : Object {
    Signature signature;
    NativeCode code;
    Type* owner = nullptr;  // of a method: self must be of it
    bool mayTakeAnySelf = false;
    std::string module, doc;
    // Asked where a call raised a TypeError: raises what the library says of arguments like these, if they do not fit.
    std::function<void(Interpreter&, const Call&)> misfit;
    NativeFunction() = default;
    Value call(Interpreter&, const Call&) const;
    [[nodiscard]] std::string qualifiedName() const;

private:
    Value bindAndRun(Interpreter&, const Call&) const;
};

struct NativeProperty : Object {
    std::string name, doc;
    NativeGetter getter;
    NativeSetter setter;  // empty: read only
    Type* owner = nullptr;
};

Ref<NativeFunction> makeFunction(std::string_view signature, NativeCode code);
void defineFunction(Module& module, std::string_view signature, NativeCode code);
void defineMethod(Type& type, std::string_view signature, NativeCode code);
void defineStaticMethod(Type& type, std::string_view signature, NativeCode code);
void defineClassMethod(Type& type, std::string_view signature, NativeCode code);  // the first argument is the Type
void defineProperty(Type& type, std::string_view name, NativeGetter getter, NativeSetter setter = {});
void defineConstant(Type& type, std::string_view name, Value value);

// A new type; its slots start as copies of the base's (object, if null). T is the C++ struct of its objects.
Type* defineType(std::string_view name, std::string_view module, Type* base, const Layout* layout);
template <class T>
Type* defineType(std::string_view name, std::string_view module, Type* base = nullptr) {
    return defineType(name, module, base, &layoutOf<T>);
}
// After the slots are filled: gives the type __repr__, __add__ … as callable attributes. Call it once.
void finishType(Type& type);

}  // namespace backstep::python
