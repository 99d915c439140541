// SPDX-License-Identifier: GPL-3.0-or-later
// The built-in kinds of objects as C++ structs. Their methods are elsewhere (types_*.cpp).
#pragma once

#include <gmpxx.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/python/type.h"
#include "engine/text/source.h"

namespace backstep::python {

// Counts what a container is about to hold against the limit (Dict and Set do it themselves).
inline void willHold(Object& container, std::size_t elements) { Heap::current().hold(container, elements); }

struct BigInt : Object {  // outside int64 only: every int has one representation
    mpz_class number;
    BigInt() = default;
    explicit BigInt(mpz_class n);
    ~BigInt() { Heap::current().letGoMemory(*this); }
};

struct Str : Object {  // UTF-8 (a lone surrogate may occur, as three bytes)
    std::string text;
    std::uint64_t hash = 0;    // 0: not computed
    std::uint32_t length = 0;  // code points
    bool interned = false;
    Str() = default;
    explicit Str(std::string s);
    ~Str() {
        if (mark != 0) Heap::current().letGoMemory(*this);
    }
    [[nodiscard]] bool ascii() const { return length == text.size(); }
};

struct Bytes : Object {
    std::string data;
};

struct List : Object {
    std::vector<Value> items;  // before it grows: willHold(list, its size then)
    List() = default;
    explicit List(std::vector<Value> v);
    ~List();
};

struct Tuple : Object {
    std::vector<Value> items;
    Tuple() = default;
    explicit Tuple(std::vector<Value> v);
    ~Tuple();
};

// Insertion ordered. Up to 8 entries are searched in a row, more through an open-addressed index over the entries.
struct Dict : Object {
    struct Entry {
        Value key;  // Empty: removed
        Value value;
        std::uint64_t hash = 0;
    };
    std::vector<Entry> entries;
    std::vector<std::int32_t> index;  // -1 free, -2 removed; size a power of two
    std::size_t count = 0;            // without the removed
    std::uint32_t insertions = 0;     // counts keys that came or went: a cache of an absence looks at it

    Dict() = default;
    ~Dict();
    // With an interned string nothing of the program's is called.
    [[nodiscard]] Value* find(Str* interned);
    [[nodiscard]] const Value* find(Str* interned) const { return const_cast<Dict*>(this)->find(interned); }
    void set(Str* interned, Value value);
    bool remove(Str* interned);
    // With any key: may call __hash__ and __eq__ of the program, and raises on an unhashable key.
    [[nodiscard]] Value* find(Interpreter&, const Value& key);
    void set(Interpreter&, const Value& key, Value value);
    std::optional<Value> remove(Interpreter&, const Value& key);
    void clear();
    [[nodiscard]] int place(Interpreter&, const Value& key, std::uint64_t hash);  // in entries, or -1
    [[nodiscard]] int place(Str* interned) const;
    void append(const Value& key, std::uint64_t hash, Value value);
    void removeAt(std::size_t place);

private:
    void reindex(std::size_t slots);
};

// Open addressing in CPython's own order, so that small ints print in the same order.
struct Set : Object {
    struct Slot {
        Value key;  // Empty: free or removed
        std::uint64_t hash = 0;
        bool removed = false;
    };
    std::vector<Slot> slots;  // a power of two
    std::size_t used = 0;     // keys
    std::size_t filled = 0;   // and removed ones
    Set() : slots(8) {}
    ~Set();
    [[nodiscard]] bool contains(Interpreter&, const Value& key);
    bool add(Interpreter&, const Value& key);  // false: was there
    bool add(const Value& key, std::uint64_t hash, Interpreter&);
    void merge(Interpreter&, const Set& other);   // update(other), with CPython's order
    bool remove(Interpreter&, const Value& key);  // false: was not
    void clear();

private:
    Slot* look(Interpreter&, const Value& key, std::uint64_t hash);
    void resize(std::size_t atLeast);
    static void insertClean(std::vector<Slot>& table, const Value& key, std::uint64_t hash);
};

struct Range : Object {
    std::int64_t start = 0, stop = 0, step = 1;
    [[nodiscard]] std::int64_t length() const;
};

struct Slice : Object {
    Value start, stop, step;  // None where left out
};

struct Cell : Object {
    Value value;
};

struct Module : Instance {  // its globals are its fields
    std::string name;
    std::string file;
    bool prelude = false;  // written in Python, but ours: its lines are not the program's
    bool real = false;     // one of the world's, ours in part: what it lacks is refused, not missing
    bool package = false;
    Dict* globals();
};

struct Code;  // code.h

struct Function : Instance {
    Ref<Object> code;  // a Code
    Module* module = nullptr;
    Ref<Dict> globals;
    Ref<Str> name, qualifiedName;
    Value doc;
    std::vector<Value> defaults;         // of the last positional parameters
    std::vector<Value> keywordDefaults;  // one for each keyword-only parameter; Empty: none
    std::vector<Ref<Cell>> closure;
    Ref<Dict> annotations;
};

struct BoundMethod : Object {
    Value self, function;
};
struct Property : Object {
    Value getter, setter, deleter, doc;
};
struct StaticMethod : Object {
    Value function;
};
struct ClassMethod : Object {
    Value function;
};
struct Super : Object {
    Type* after = nullptr;  // looks in the mro of the object's type behind this one
    Value self;             // an object, or a type (class methods)
};

// An iterator of native code: `advance` gives the next value or false. State lives in the closure.
struct NativeIterator : Object {
    std::function<bool(Interpreter&, Value& out)> advance;
    NativeIterator() = default;
    explicit NativeIterator(std::function<bool(Interpreter&, Value&)> f) : advance(std::move(f)) {}
};

struct Script;  // code.h

struct TracebackLine {
    std::shared_ptr<const Script> script;
    Str* function = nullptr;  // "<module>", "f"
    Span span;                // of the expression that failed
};

struct Exception : Instance {
    using Base = Object;
    Value arguments;       // a tuple
    Value cause, context;  // Empty or None: none
    bool suppressContext = false;
    std::vector<TracebackLine> traceback;  // innermost first
    // For what the last line of a traceback adds: Did you mean: '…'?
    std::string suggestion;
    Value subject;    // of an AttributeError
    Ref<Str> wanted;  // of an AttributeError or a NameError
    Exception() = default;
};

// What Python code compares and hashes by value without asking a type.
[[nodiscard]] std::uint64_t hashOf(std::string_view text);
[[nodiscard]] std::uint64_t hashOf(std::int64_t number);
[[nodiscard]] std::uint64_t hashOf(double number);

}  // namespace backstep::python
