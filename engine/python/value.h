// SPDX-License-Identifier: GPL-3.0-or-later
// A Python value in 16 bytes: None, bool, int64 and float inline, everything else an object by reference count.
#pragma once

#include <concepts>
#include <cstdint>
#include <utility>

namespace backstep::python {

class Interpreter;
class Type;
struct Str;

// The head of every object. There is no vtable: what an object does is said by its Type, which also destroys it.
struct Object {
    Type* type = nullptr;
    std::uint32_t refs = 0;
    std::uint32_t mark = 0;  // free for the object's own use
};

void destroy(Object* object);  // the last reference is gone (never recurses)
inline void retain(Object* object) { ++object->refs; }
inline void release(Object* object) {
    if (--object->refs == 0) destroy(object);
}

// A counted pointer; may be null.
template <class T>
class Ref {
public:
    Ref() = default;
    Ref(std::nullptr_t) {}
    explicit Ref(T* object) : object_(object) {
        if (object_) retain(object_);
    }
    Ref(const Ref& other) : Ref(other.object_) {}
    Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
    template <class U>
    requires std::derived_from<U, T> &&(!std::same_as<U, T>)Ref(const Ref<U>& other) : Ref(static_cast<T*>(other.get())) {}
    Ref& operator=(Ref other) noexcept {
        std::swap(object_, other.object_);
        return *this;
    }
    ~Ref() {
        if (object_) release(object_);
    }
    [[nodiscard]] T* get() const { return object_; }
    [[nodiscard]] T* detach() { return std::exchange(object_, nullptr); }  // the caller now owns one reference
    T* operator->() const { return object_; }
    T& operator*() const { return *object_; }
    explicit operator bool() const { return object_ != nullptr; }
    friend bool operator==(const Ref& a, const Ref& b) { return a.object_ == b.object_; }

private:
    T* object_ = nullptr;
};

enum class Tag : std::uint8_t { Empty, None, Ellipsis, NotImplemented, Bool, Int, Float, Object };

class Value {
public:
    Value() : tag_(Tag::Empty) { integer_ = 0; }  // Empty: an unbound variable, a parameter not given; never seen by a program
    template <std::same_as<bool> B>
    Value(B b) : tag_(Tag::Bool) {
        integer_ = b ? 1 : 0;
    }
    template <std::integral I>
    requires(!std::same_as<I, bool> && !std::same_as<I, char>) Value(I i) : tag_(Tag::Int) { integer_ = static_cast<std::int64_t>(i); }
    template <std::floating_point F>
    Value(F f) : tag_(Tag::Float) {
        real_ = static_cast<double>(f);
    }
    template <std::derived_from<Object> T>
    Value(T* object) : tag_(Tag::Object) {
        object_ = object;
        retain(object_);
    }
    template <std::derived_from<Object> T>
    Value(const Ref<T>& object) : Value(object.get()) {}
    template <std::derived_from<Object> T>
    Value(Ref<T>&& object) : tag_(Tag::Object) {
        object_ = object.detach();
    }
    static Value none() { return Value(Tag::None); }
    static Value ellipsis() { return Value(Tag::Ellipsis); }
    static Value notImplemented() { return Value(Tag::NotImplemented); }

    Value(const Value& other) : tag_(other.tag_) {
        integer_ = other.integer_;
        if (tag_ == Tag::Object) retain(object_);
    }
    Value(Value&& other) noexcept : tag_(other.tag_) {
        integer_ = other.integer_;
        other.tag_ = Tag::Empty;
    }
    Value& operator=(const Value& other) {
        if (other.tag_ == Tag::Object) retain(other.object_);
        const Value old(std::move(*this));
        tag_ = other.tag_;
        integer_ = other.integer_;
        return *this;
    }
    Value& operator=(Value&& other) noexcept {
        const Value old(std::move(*this));
        tag_ = other.tag_;
        integer_ = other.integer_;
        other.tag_ = Tag::Empty;
        return *this;
    }
    ~Value() {
        if (tag_ == Tag::Object) release(object_);
    }

    void clear() {  // to Empty
        const Tag tag = tag_;
        tag_ = Tag::Empty;
        if (tag == Tag::Object) release(object_);
    }
    [[nodiscard]] Tag tag() const { return tag_; }
    [[nodiscard]] bool isEmpty() const { return tag_ == Tag::Empty; }
    [[nodiscard]] bool isNone() const { return tag_ == Tag::None; }
    [[nodiscard]] bool isEllipsis() const { return tag_ == Tag::Ellipsis; }
    [[nodiscard]] bool isNotImplemented() const { return tag_ == Tag::NotImplemented; }
    [[nodiscard]] bool isBool() const { return tag_ == Tag::Bool; }
    [[nodiscard]] bool isInt() const { return tag_ == Tag::Int; }  // int64 inline; bool and big ints are not
    [[nodiscard]] bool isFloat() const { return tag_ == Tag::Float; }
    [[nodiscard]] bool isObject() const { return tag_ == Tag::Object; }
    // Unchecked readings: ask the tag first. integer() also reads a bool.
    [[nodiscard]] bool boolean() const { return integer_ != 0; }
    [[nodiscard]] std::int64_t integer() const { return integer_; }
    [[nodiscard]] double real() const { return real_; }
    [[nodiscard]] Object* object() const { return object_; }

    // The object as a C++ layout, or null. Subclasses of the layout's type are of the layout too.
    template <class T>
    [[nodiscard]] T* as() const;  // in type.h
    template <class T>
    [[nodiscard]] bool is() const {
        return as<T>() != nullptr;
    }

    // `is` of Python.
    friend bool same(const Value& a, const Value& b) {
        if (a.tag_ != b.tag_) return false;
        return a.tag_ < Tag::Bool || a.integer_ == b.integer_;
    }

private:
    explicit Value(Tag tag) : tag_(tag) { integer_ = 0; }

    Tag tag_;
    union {
        std::int64_t integer_;
        double real_;
        Object* object_;
    };
};
static_assert(sizeof(Value) == 16);
[[nodiscard]] bool same(const Value& a, const Value& b);

}  // namespace backstep::python
