// SPDX-License-Identifier: GPL-3.0-or-later
// An interpreter's beginning and end, its names and texts, output and limits.
#include "engine/python/interpreter.h"

#include <cstring>

#include "engine/python/builtin_setup.h"
#include "engine/python/code.h"
#include "engine/python/core_types.h"
#include "engine/python/machine.h"
#include "engine/python/numbers.h"
#include "engine/python/sequences.h"

namespace backstep::python {
namespace {

thread_local Interpreter* running = nullptr;
constexpr std::ptrdiff_t kStack = 4 << 20;  // of the machine's own stack, at most

}  // namespace

Interpreter& Interpreter::current() { return *running; }

Interpreter::Interpreter(Limits limits) : outerHeap_(Heap::entered()), outer_(running), limits_(limits), stepsLeft_(limits.steps) {
    const char here = 0;
    stackBase_ = &here;
    Heap::enter(&heap_);
    running = this;
    heap_.setElementLimit(limits.elements);
    machine_ = std::make_unique<Machine>(*this);
    installCoreTypes(*this);
    installNumbers(*this);
    installSequences(*this);
    builtins_ = Ref<Module>(&defineModule("builtins"));
    main_ = Ref<Module>(&defineModule("__main__"));
    main_->fields->set(names.builtins, builtins_);
    installTypes(*this);
    finishCoreTypes(*this);
    installBuiltins(*this);
    installModules(*this);
}

std::size_t Interpreter::nextStateNumber() {
    static std::atomic<std::size_t> next = 0;
    return next++;
}

Interpreter::~Interpreter() {
    Heap::enter(&heap_);
    running = this;
    states_.clear();
    machine_.reset();
    heap_.clear();
    // Counted pointers to objects that are gone: dropped while this heap is still the current one.
    interned_.clear();
    modules_.clear();
    pending_.clear();
    allTypes_.clear();
    main_ = builtins_ = nullptr;
    running = outer_;
    Heap::enter(outerHeap_);
}

// ---- names and texts

Str* Interpreter::intern(std::string_view name) {
    if (const auto found = interned_.find(name); found != interned_.end()) return found->second.get();
    auto made = make<Str>(types.str, std::string(name));
    made->interned = true;
    made->hash = hashOf(name);
    Str* result = made.get();
    interned_.emplace(std::string_view(result->text), std::move(made));
    return result;
}

Value Interpreter::text(std::string s) {
    checkString(s.size());
    return make<Str>(types.str, std::move(s));
}
Value Interpreter::list(std::vector<Value> items) { return make<List>(types.list, std::move(items)); }
Value Interpreter::tuple(std::vector<Value> items) { return make<Tuple>(types.tuple, std::move(items)); }
Ref<Dict> Interpreter::dict() { return make<Dict>(types.dict); }
Ref<Set> Interpreter::set() { return make<Set>(types.set); }

Value Interpreter::integer(const mpz_class& number) {
    if (number.fits_slong_p()) return Value(static_cast<std::int64_t>(number.get_si()));
    return make<BigInt>(types.integer, number);
}

Value Interpreter::iterator(std::function<bool(Interpreter&, Value&)> advance) {
    return make<NativeIterator>(types.iterator, std::move(advance));
}

void Interpreter::keep(Ref<Type> type) { allTypes_.push_back(std::move(type)); }

// ---- output and limits

void Interpreter::print(std::string_view text) {
    printedBytes_ += static_cast<std::int64_t>(text.size());
    for (const char c : text) printedLines_ += c == '\n';
    if (printedBytes_ > limits_.outputBytes) {
        throw LimitReached{
            Limit::OutputBytes, "the program would print more than " + std::to_string(limits_.outputBytes) + " bytes", {}, 0};
    }
    if (printedLines_ > limits_.outputLines) {
        throw LimitReached{
            Limit::OutputLines, "the program would print more than " + std::to_string(limits_.outputLines) + " lines", {}, 0};
    }
    if (output_) output_(text);
    if (observer_) observer_->printed(text);
}

void Interpreter::countSteps(std::int64_t n) {
    stepsLeft_ -= n;
    if (stepsLeft_ < 0) {
        throw LimitReached{Limit::Steps, "the program ran " + std::to_string(limits_.steps) + " steps without coming to its end", {}, 0};
    }
    checkStop();
}

void Interpreter::checkStop() {
    if (stop_ && stop_->load(std::memory_order_relaxed)) throw Interrupted{};
}

void Interpreter::checkString(std::size_t bytes) {
    if (static_cast<std::int64_t>(bytes) <= limits_.stringBytes) return;
    throw LimitReached{Limit::StringBytes, "a string would be longer than " + std::to_string(limits_.stringBytes) + " bytes", {}, 0};
}

void Interpreter::checkDigits(const mpz_class& number) {
    if (static_cast<double>(mpz_sizeinbase(number.get_mpz_t(), 2)) <= static_cast<double>(limits_.digits) * 3.3219280948873623 + 1) return;
    throw LimitReached{Limit::Digits, "a whole number would have more than " + std::to_string(limits_.digits) + " digits", {}, 0};
}

void Interpreter::checkStack() {
    const char here = 0;
    if (stackBase_ - &here > kStack || &here - stackBase_ > kStack) raise<RecursionError>("maximum recursion depth exceeded");
}

Recursion::Recursion(Interpreter& vm, const char* where) : vm_(vm) {
    const char here = 0;
    const bool deep = vm.stackBase_ - &here > kStack || &here - vm.stackBase_ > kStack;
    const auto frames = static_cast<std::int64_t>(vm.machine_->depth());
    if (vm.recursion_ + frames >= vm.limits_.callDepth || deep)
        raise<RecursionError>(std::string("maximum recursion depth exceeded") + where);
    ++vm.recursion_;
}
Recursion::~Recursion() { --vm_.recursion_; }

ReprGuard::ReprGuard(Interpreter& vm, const Value& object) : vm_(vm) {
    for (const Object* each : vm.inRepr_) again_ = again_ || each == object.object();
    vm.inRepr_.push_back(object.object());
}
ReprGuard::~ReprGuard() { vm_.inRepr_.pop_back(); }

}  // namespace backstep::python
