// SPDX-License-Identifier: GPL-3.0-or-later
// One Python: its heap, types, modules, limits, and everything that may be done to a value. One thread at a time.
// Long because it is the one face of the object model to all native code.
#pragma once

#include <atomic>
#include <initializer_list>
#include <map>
#include <memory>

#include "engine/python/errors.h"
#include "engine/python/limits.h"
#include "engine/python/native.h"
#include "engine/python/observer.h"

namespace backstep {
struct SyntaxFault;
}

namespace backstep::python {

// The built-in types by C++ name.
struct BuiltinTypes {
    Type *object{}, *type{}, *none{}, *ellipsis{}, *notImplemented{}, *boolean{}, *integer{}, *real{}, *str{}, *bytes{}, *list{}, *tuple{},
        *dict{}, *set{}, *frozenset{}, *range{}, *slice{}, *function{}, *nativeFunction{}, *nativeMethod{}, *boundMethod{}, *nativeBound{},
        *module{}, *cell{}, *code{}, *generator{}, *property{}, *nativeProperty{}, *staticMethod{}, *classMethod{}, *super{}, *iterator{},
        *traceback{}, *listIterator{}, *tupleIterator{}, *rangeIterator{}, *dictIterator{}, *setIterator{}, *strIterator{};
    std::array<Type*, kErrorTypes> errors{};
};

// Interned names that the core asks for all the time: names.init is "__init__".
struct CommonNames {
#define NAME(identifier, text) Str* identifier{};
#include "engine/python/names.def"
    std::array<Str*, 13> binary{}, reflected{}, inplace{};  // by BinaryOp: "__add__", "__radd__", "__iadd__"
    std::array<Str*, 6> compare{};                          // by CompareOp: "__lt__" …
};

// How a run of a program ended. Uncatchable ends (LimitReached, Interrupted, Unsupported) leave run() as C++ exceptions.
struct Outcome {
    Ref<Exception> error;  // null: it ran to its end, or to SystemExit
    int exitStatus = 0;    // what the program gave to exit()
};

class Machine;

// One more level of recursion, Python's or ours, while it lives: RecursionError beyond the limit.
class Recursion {
public:
    Recursion(Interpreter& vm, const char* where);
    ~Recursion();
    Recursion(const Recursion&) = delete;

private:
    Interpreter& vm_;
};

// Marks an object whose repr is being made, for [...].
class ReprGuard {
public:
    ReprGuard(Interpreter& vm, const Value& object);
    ~ReprGuard();
    ReprGuard(const ReprGuard&) = delete;
    [[nodiscard]] bool again() const { return again_; }

private:
    Interpreter& vm_;
    bool again_ = false;
};

class Interpreter {
public:
    explicit Interpreter(Limits limits = {});
    ~Interpreter();
    Interpreter(const Interpreter&) = delete;
    Interpreter& operator=(const Interpreter&) = delete;
    static Interpreter& current();  // of this thread

    // Running.
    Outcome run(const Source& source, std::string_view fileName = "main.py");  // parses, compiles, runs as __main__
    Outcome run(const Source& source, const Ast& ast, std::string_view fileName = "main.py");
    void setObserver(Observer* observer) { observer_ = observer; }
    [[nodiscard]] Observer* observer() const { return observer_; }
    void setStop(const std::atomic<bool>* stop) { stop_ = stop; }
    void setOutput(std::function<void(std::string_view)> output) { output_ = std::move(output); }
    [[nodiscard]] Module& mainModule() const { return *main_; }
    // The traceback as python3 prints it, with source lines; ends with "\n".
    [[nodiscard]] std::string tracebackText(const Exception& error);
    [[nodiscard]] std::string errorText(const Exception& error);       // its last line, without a suggestion: "NameError: …"
    [[nodiscard]] std::string suggestion(const Exception& error);      // the name that was meant, or ""
    [[nodiscard]] std::uint32_t lineOf(const Exception& error) const;  // of the innermost line that is the user's; 0: none
    [[nodiscard]] Span spanOf(const Exception& error) const;

    // Where the program is: of the innermost line that is the user's. For recordings and messages.
    [[nodiscard]] Span currentSpan() const;
    [[nodiscard]] std::uint32_t currentLine() const;
    [[nodiscard]] std::size_t depth() const;

    // Names and texts.
    Str* intern(std::string_view name);
    [[nodiscard]] Value text(std::string s);
    [[nodiscard]] Value list(std::vector<Value> items = {});
    [[nodiscard]] Value tuple(std::vector<Value> items = {});
    [[nodiscard]] Ref<Dict> dict();
    [[nodiscard]] Ref<Set> set();
    [[nodiscard]] Value integer(const mpz_class& number);  // normalised
    [[nodiscard]] Value iterator(std::function<bool(Interpreter&, Value&)> advance);

    // What every value can.
    [[nodiscard]] Type* typeOf(const Value& value) const {
        return value.isObject() ? value.object()->type : inlineTypes_[static_cast<std::size_t>(value.tag())];
    }
    [[nodiscard]] bool isInstance(const Value& value, const Type* type) const { return typeOf(value)->isSubtype(type); }
    Value call(const Value& callee, const Call& call);
    Value call(const Value& callee, std::initializer_list<Value> arguments = {});
    Value call(const Value& callee, std::span<const Value> arguments, std::span<const std::pair<std::string_view, Value>> keywords = {});
    Value callMethod(const Value& object, std::string_view name, std::initializer_list<Value> arguments = {});
    Value getAttribute(const Value& object, Str* name);  // AttributeError if there is none
    Value getAttribute(const Value& object, std::string_view name) { return getAttribute(object, intern(name)); }
    Value findAttribute(const Value& object, Str* name);  // Empty if there is none
    Value findAttribute(const Value& object, std::string_view name) { return findAttribute(object, intern(name)); }
    void setAttribute(const Value& object, Str* name, const Value& value);  // Empty: deletes
    void setAttribute(const Value& object, std::string_view name, const Value& value) { setAttribute(object, intern(name), value); }
    Value genericGetAttribute(const Value& object, Str* name);
    Value nativeGetAttribute(const Value& object, Str* name);  // as the native base of a program's class does it
    void genericSetAttribute(const Value& object, Str* name, const Value& value);
    void nativeSetAttribute(const Value& object, Str* name, const Value& value);
    // A dunder method of the type, bound to the object; Empty if there is none.
    Value findSpecial(const Value& object, Str* name);

    Value getItem(const Value& object, const Value& key);
    void setItem(const Value& object, const Value& key, const Value& value);
    void deleteItem(const Value& object, const Value& key);
    std::int64_t length(const Value& object);
    bool contains(const Value& container, const Value& item);
    bool truth(const Value& value);
    std::uint64_t hash(const Value& value);
    std::string repr(const Value& value);  // refuses what is too long
    std::string str(const Value& value);
    std::string format(const Value& value, std::string_view spec);

    Value binary(BinaryOp op, const Value& left, const Value& right);
    Value inplace(BinaryOp op, const Value& left, const Value& right);
    Value unary(UnaryOp op, const Value& operand);                       // Not gives a bool
    Value compare(CompareOp op, const Value& left, const Value& right);  // all ten
    bool equal(const Value& left, const Value& right);                   // identical, or == is true
    bool less(const Value& left, const Value& right);

    Value iterate(const Value& iterable);          // iter(…)
    bool next(const Value& iterator, Value& out);  // false: exhausted
    std::vector<Value> toVector(const Value& iterable);
    template <class F>
    void forEach(const Value& iterable, F&& f) {
        const Value it = iterate(iterable);
        for (Value item; next(it, item);) f(item);
    }

    // Conversions: nothing if the value is not of the kind; bool counts as int, int as float.
    [[nodiscard]] static bool asNumber(const Value& value, double& out);  // bool, int, big int, float
    std::int64_t toIndex(const Value& value);                             // __index__; "'float' object cannot be interpreted as an integer"
    mpz_class toInteger(const Value& value);                              // bool, int, big int
    double toDouble(const Value& value);                                  // __float__; "must be real number, not str"

    // Output and limits.
    void print(std::string_view text);    // counts against the limits, goes to output and observer
    void countSteps(std::int64_t n);      // work done in native code on the program's behalf
    void checkString(std::size_t bytes);  // before a string of that length is made
    void checkDigits(const mpz_class& number);
    void checkStop();
    void checkStack();  // of the machine itself, before native code calls back
    [[nodiscard]] const Limits& limits() const { return limits_; }
    [[nodiscard]] std::int64_t steps() const { return limits_.steps - stepsLeft_; }

    // Modules.
    Module& defineModule(std::string_view name);                                             // a native one; "a.b" makes and links a too
    void addModule(std::string_view name, std::function<void(Interpreter&, Module&)> fill);  // filled when first imported
    void addPrelude(std::string_view name, std::string_view source);                         // run when first imported
    void addRefused(std::string_view name);     // exists in the world, but importing it is Unsupported
    Value importModule(std::string_view name);  // "a.b.c" gives c; raises ModuleNotFoundError
    [[nodiscard]] Module* findModule(std::string_view name);
    [[nodiscard]] bool hasModule(std::string_view name) const;   // imported or to be had
    [[nodiscard]] std::vector<std::string> moduleNames() const;  // of these
    [[nodiscard]] const std::vector<std::string>& refusedModules() const { return refused_; }
    [[nodiscard]] Module& builtins() const { return *builtins_; }
    void keep(Ref<Type> type);  // until the interpreter ends
    [[nodiscard]] Machine& machine() const { return *machine_; }
    void prepareNames();  // once the type str is there

    // State of native modules, one of each C++ type for this interpreter.
    template <class T>
    T& state() {
        static const std::size_t kNumber = nextStateNumber();
        if (kNumber >= states_.size()) states_.resize(kNumber + 1);
        std::shared_ptr<void>& slot = states_[kNumber];
        if (!slot) slot = std::make_shared<T>();
        return *static_cast<T*>(slot.get());
    }

    // Asked before an AttributeError is raised: refuses what exists in the world but not here.
    std::function<void(Interpreter&, const Value& object, Str* name)> missingAttribute;

    BuiltinTypes types;
    CommonNames names;
    // 'text' % arguments, of the library (builtin_setup.h).
    Value (*percentFormat)(Interpreter&, const Value& format, const Value& arguments) = nullptr;

private:
    friend class Machine;
    friend class Recursion;
    friend class ReprGuard;
    struct Pending {
        std::function<void(Interpreter&, Module&)> fill;
        std::string source;
        bool prelude = false;
    };

    Module& fillModule(std::string_view name);
    void runPrelude(Module& module, const std::string& source);
    [[noreturn]] void refuseImport(std::string_view missing, std::string_view wanted);
    Ref<Exception> syntaxError(const Source& source, const SyntaxFault& fault, std::string_view fileName);
    std::string chainText(const Exception& error, std::vector<const Exception*>& seen);

    Heap heap_;
    Heap* outerHeap_ = nullptr;
    Interpreter* outer_ = nullptr;
    Limits limits_;
    std::int64_t stepsLeft_ = 0;
    std::int64_t recursion_ = 0;
    const char* stackBase_ = nullptr;  // of the machine's stack, when the run began
    std::vector<Object*> inRepr_;
    std::int64_t printedBytes_ = 0, printedLines_ = 0;
    Observer* observer_ = nullptr;
    const std::atomic<bool>* stop_ = nullptr;
    std::function<void(std::string_view)> output_;
    std::array<Type*, 8> inlineTypes_{};
    std::unordered_map<std::string_view, Ref<Str>> interned_;
    std::map<std::string, Ref<Module>, std::less<>> modules_;
    std::map<std::string, Pending, std::less<>> pending_;
    std::vector<std::string> refused_;
    std::vector<std::shared_ptr<void>> states_;
    static std::size_t nextStateNumber();
    std::vector<Ref<Type>> allTypes_;
    Ref<Module> main_, builtins_;
    std::unique_ptr<Machine> machine_;
};

}  // namespace backstep::python
