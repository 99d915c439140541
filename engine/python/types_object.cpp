// SPDX-License-Identifier: GPL-3.0-or-later
// What the types_*.cpp and builtin_*.cpp share, and the installation of all of them.
#include "engine/python/builtin_setup.h"
#include "engine/python/class_slots.h"
#include "engine/python/sequences.h"
#include "engine/python/types_library.h"
#include "engine/python/types_views.h"

namespace backstep::python {
namespace {

struct IteratorTypes {
    std::map<std::string, Type*, std::less<>> byName;
};

std::string counted(std::size_t n) { return std::to_string(n) + " argument" + (n == 1 ? "" : "s"); }

// From the last to the first, by index.
Value reversedByIndex(Interpreter& vm, const Value& sequence, const char* name) {
    return makeIterator(vm, name, [sequence, at = vm.length(sequence)](Interpreter& v, Value& out) mutable {
        if (at <= 0) return false;
        try {
            out = v.getItem(sequence, Value(--at));
            return true;
        } catch (const PythonError& error) {
            at = 0;
            if (!isA(error, IndexError) && !isA(error, StopIteration)) throw;
            return false;
        }
    });
}

}  // namespace

void takesPositional(const Call& call, std::string_view name, std::size_t least, std::size_t most) {
    const std::string function(name);
    if (!call.names.empty()) raise<TypeError>(function + "() takes no keyword arguments");
    const std::string got = ", got " + std::to_string(call.count);
    if (call.count < least) raise<TypeError>(function + " expected " + (least == most ? "" : "at least ") + counted(least) + got);
    if (call.count > most) raise<TypeError>(function + " expected " + (least == most ? "" : "at most ") + counted(most) + got);
}

Type* defineIteratorType(Interpreter& vm, std::string_view name, std::string_view module) {
    Type* type = defineType<NativeIterator>(name, module);
    type->slots.iterate = vm.types.iterator->slots.iterate;
    type->slots.next = vm.types.iterator->slots.next;
    type->slots.create = nullptr;
    vm.state<IteratorTypes>().byName.emplace(std::string(name), type);
    return type;
}

Value makeIterator(Interpreter& vm, std::string_view name, std::function<bool(Interpreter&, Value&)> advance) {
    const auto& types = vm.state<IteratorTypes>().byName;
    const auto found = types.find(name);
    Type* type = found != types.end() ? found->second : nullptr;
    if (!type) {
        type = defineIteratorType(vm, name);
        type->mayDerive = false;
        finishType(*type);
    }
    return make<NativeIterator>(type, std::move(advance));
}

bool callSpecialMethod(Interpreter& vm, const Value& self, std::string_view name, std::initializer_list<Value> arguments, Value& result) {
    return callSpecial(vm, self, vm.intern(name), arguments, result);
}

Value reversedOf(Interpreter& vm, const Value& sequence) {
    if (const Range* range = sequence.as<Range>()) {
        const std::int64_t n = range->length();
        auto backwards = make<Range>(vm.types.range);
        backwards->start = range->start + (n - 1) * range->step;
        backwards->step = -range->step;
        backwards->stop = range->start - range->step;
        if (n == 0) backwards->stop = backwards->start;
        return vm.iterate(backwards);
    }
    if (sequence.is<Dict>()) return reversedDict(vm, Ref<Dict>(sequence.as<Dict>()), DictIterator::Part::Keys);
    const bool list = sequence.is<List>();
    return reversedByIndex(vm, sequence, list ? "list_reverseiterator" : "reversed");
}

void refuseFunction(Module& module, std::string_view name, std::string_view hint) {
    const std::string what = module.name == "builtins" ? std::string(name) + "()" : module.name + "." + std::string(name);
    defineFunction(module, std::string(name) + "(...)",
                   [what, hint = std::string(hint)](Interpreter&, Arguments&) -> Value { unsupported(what, hint); });
}

void installTypes(Interpreter& vm) {
    installNumberTypes(vm);
    installStrType(vm);
    installSequenceTypes(vm);
    installDictTypes(vm);
    installSetTypes(vm);
}

void installBuiltins(Interpreter& vm) {
    installNumberFunctions(vm);
    installIterationFunctions(vm);
    installObjectFunctions(vm);
    installOutputFunctions(vm);
}

}  // namespace backstep::python
