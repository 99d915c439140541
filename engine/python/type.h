// SPDX-License-Identifier: GPL-3.0-or-later
// What objects do: a Type's slots. A native type fills them with C++ functions; a class of a program inherits its base's
// slots and has those replaced whose dunder methods it defines.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/python/call.h"
#include "engine/python/heap.h"
#include "engine/syntax/ast.h"  // the operators

namespace backstep::python {

struct Dict;

// Attributes of one object, made when the first is set.
using Fields = Ref<Dict>;

// How the objects of a type lie in memory: one constant for each C++ struct.
struct Layout {
    Ref<Object> (*make)(Type*);  // an empty object; null: a program may not derive from the type
    void (*destroy)(Object*);
    std::size_t size;
    Fields* (*fields)(Object*);  // null: its objects have no __dict__
    const Layout* base;          // of the C++ base, if it is a layout too
    const Layout* extended;      // the same with fields, for classes of a program
};

// A C++ base for objects that have a __dict__.
struct Instance : Object {
    Fields fields;
    Instance() = default;
    ~Instance();
    Instance(const Instance&) = delete;
};

// Every function takes `self` as a Value (it may be inline: None, bool, int, float have types too).
struct Slots {
    Value (*repr)(Interpreter&, const Value& self) = nullptr;
    Value (*str)(Interpreter&, const Value& self) = nullptr;
    Value (*format)(Interpreter&, const Value& self, std::string_view spec) = nullptr;
    bool (*truth)(Interpreter&, const Value& self) = nullptr;  // null: length != 0, or true
    std::uint64_t (*hash)(Interpreter&, const Value& self) = nullptr;
    Value (*compare)(Interpreter&, CompareOp, const Value& self, const Value& other) = nullptr;  // NotImplemented: ask the other
    // reflected: the expression was `other op self`. NotImplemented: ask the other.
    Value (*binary)(Interpreter&, BinaryOp, const Value& self, const Value& other, bool reflected) = nullptr;
    Value (*inplace)(Interpreter&, BinaryOp, const Value& self, const Value& other) = nullptr;  // NotImplemented: use binary
    Value (*unary)(Interpreter&, UnaryOp, const Value& self) = nullptr;                         // not Not; NotImplemented: no such op
    Value (*call)(Interpreter&, const Value& self, const Call&) = nullptr;
    // Empty: no such attribute. Null: attributes of the type and fields, as usual (genericGetAttribute).
    Value (*getAttribute)(Interpreter&, const Value& self, Str* name) = nullptr;
    // An Empty value deletes. Null: as usual (genericSetAttribute).
    void (*setAttribute)(Interpreter&, const Value& self, Str* name, const Value& value) = nullptr;
    Value (*getItem)(Interpreter&, const Value& self, const Value& key) = nullptr;
    void (*setItem)(Interpreter&, const Value& self, const Value& key, const Value& value) = nullptr;
    void (*deleteItem)(Interpreter&, const Value& self, const Value& key) = nullptr;
    std::int64_t (*length)(Interpreter&, const Value& self) = nullptr;
    bool (*contains)(Interpreter&, const Value& self, const Value& item) = nullptr;  // null: by iteration
    Value (*iterate)(Interpreter&, const Value& self) = nullptr;
    bool (*next)(Interpreter&, const Value& self, Value& out) = nullptr;  // false: exhausted
    // As an attribute found on a type: x.name (instance Empty: Type.name), x.name = value (Empty: del).
    Value (*descriptorGet)(Interpreter&, const Value& self, const Value& instance, Type& owner) = nullptr;
    void (*descriptorSet)(Interpreter&, const Value& self, const Value& instance, const Value& value) = nullptr;
    // Calling the type: create (__new__) gives an object of `type`, then init (__init__) fills it.
    Value (*create)(Interpreter&, Type& type, const Call&) = nullptr;
    void (*init)(Interpreter&, const Value& self, const Call&) = nullptr;
    // The last reference is gone: may run the program once more (and must not throw).
    void (*finalize)(Interpreter&, Object* object) = nullptr;
    std::int64_t (*index)(Interpreter&, const Value& self) = nullptr;  // __index__
    double (*real)(Interpreter&, const Value& self) = nullptr;         // __float__
};

class Type : public Object {
public:
    Type(std::string name, std::vector<Type*> bases, const Layout* layout);

    std::string name;    // __name__
    std::string module;  // __module__: "builtins", "torch", "__main__"
    std::string qualifiedName;
    std::string doc;
    bool hasDoc = false;
    bool ofProgram = false;  // made by a class statement
    bool mayDerive = true;   // a program may name it as a base
    Type* base = nullptr;    // the first base
    std::vector<Type*> bases;
    std::vector<Type*> mro;  // this first, object last
    std::vector<Type*> derived;
    const Layout* layout = nullptr;
    Slots slots;
    Ref<Dict> attributes;

    [[nodiscard]] bool isSubtype(const Type* of) const;
    // Along the mro; null if there is none. Remembered until any type changes.
    const Value* find(Str* attribute);
    const Value* findOwn(Str* attribute) const;
    void set(Str* attribute, Value value);
    bool remove(Str* attribute);
    static std::uint64_t version();  // of all types together: grows when an attribute of one is set

private:
    struct Remembered {
        std::uint64_t epoch = 0;
        Str* name = nullptr;
        const Value* value = nullptr;
    };
    static constexpr std::size_t kRemembered = 32;
    std::vector<Remembered> remembered_;
};

// Objects with fields at their end, for programs' classes that derive from a layout without any.
template <class T>
struct Extended : T {
    using Base = T;
    Fields fields;
};

namespace detail {
template <class T>
Ref<Object> makeEmpty(Type* type) {
    return make<T>(type);
}
template <class T>
void destroyCell(Object* object) {
    static_cast<T*>(object)->~T();
}
template <class T>
Fields* fieldsOf(Object* object) {
    return &static_cast<T*>(object)->fields;
}
template <class T>
constexpr Layout describe();
}  // namespace detail

// A struct says `using Base = …;` when its objects are to be seen as that C++ base too.
template <class T>
inline constexpr Layout layoutOf = detail::describe<T>();

template <class T>
constexpr Layout detail::describe() {
    Layout layout{};
    layout.destroy = destroyCell<T>;
    layout.size = sizeof(T);
    if constexpr (std::default_initializable<T>) layout.make = makeEmpty<T>;
    if constexpr (requires(T & t) { t.fields; }) {
        layout.fields = fieldsOf<T>;
    } else if constexpr (std::default_initializable<T>) {
        layout.extended = &layoutOf<Extended<T>>;
    }
    if constexpr (requires { typename T::Base; }) {
        if constexpr (!std::same_as<typename T::Base, T>) layout.base = &layoutOf<typename T::Base>;
    }
    return layout;
}

template <class T>
[[nodiscard]] T* cast(Object* object) {
    for (const Layout* layout = object->type->layout; layout != nullptr; layout = layout->base) {
        if (layout == &layoutOf<T>) return static_cast<T*>(object);
    }
    return nullptr;
}
template <class T>
T* Value::as() const {
    return isObject() ? cast<T>(object_) : nullptr;
}
[[nodiscard]] inline Fields* fieldsOf(Object* object) {
    return object->type->layout->fields ? object->type->layout->fields(object) : nullptr;
}

}  // namespace backstep::python
