// SPDX-License-Identifier: GPL-3.0-or-later
// The longer instructions: making functions and classes, calls with * and **, unpacking, yield from, imports.
#include <algorithm>

#include "engine/python/class_slots.h"
#include "engine/python/machine.h"

namespace backstep::python {
namespace {

std::string calledName(Interpreter& vm, const Value& callee) {
    const Value name = vm.findAttribute(callee, vm.names.qualifiedName);
    if (!name.is<Str>()) return vm.str(callee);
    const Value module = vm.findAttribute(callee, vm.names.module);
    const bool plain = !module.is<Str>() || module.as<Str>()->text == "builtins";
    return (plain ? "" : module.as<Str>()->text + ".") + name.as<Str>()->text + "()";
}

}  // namespace

Value Machine::makeFunction(Frame& frame, Code& code, std::size_t flags, Value*& sp) {
    auto function = make<Function>(vm_.types.function);
    function->code = Ref<Object>(&code);
    function->globals = Ref<Dict>(frame.globals);
    function->name = code.name;
    function->qualifiedName = code.qualifiedName;
    function->doc = code.doc;
    const auto taken = [&] {
        Value top = std::move(*--sp);
        return top;
    };
    if (flags & 8) {
        const Value cells = taken();
        for (const Value& cell : cells.as<Tuple>()->items) function->closure.emplace_back(cell.as<Cell>());
    }
    if (flags & 4) function->annotations = Ref<Dict>(taken().as<Dict>());
    if (flags & 2) {
        const Value defaults = taken();
        for (std::uint32_t i = 0; i < code.keywordOnly; ++i) {
            const Value* found = defaults.as<Dict>()->find(code.locals[code.positional + i]);
            function->keywordDefaults.push_back(found ? *found : Value());
        }
    }
    if (flags & 1) function->defaults = taken().as<Tuple>()->items;
    return function;
}

// [body bases keywords]
Value Machine::makeClass(Value* operands, const Value& name) {
    std::vector<Type*> bases;
    for (const Value& base : operands[1].as<Tuple>()->items) {
        if (Type* type = base.as<Type>()) {
            bases.push_back(type);
            continue;
        }
        const Value replace = vm_.findAttribute(base, "__mro_entries__");
        if (!replace.isEmpty()) {
            for (const Value& each : vm_.toVector(vm_.call(replace, {operands[1]}))) {
                if (each.is<Type>()) bases.push_back(each.as<Type>());
            }
            continue;
        }
        // CPython would call the base's type with three arguments.
        raise<TypeError>(vm_.typeOf(base)->name + "() takes at most 2 arguments (3 given)");
    }
    std::vector<Str*> keys;
    std::vector<Value> values;
    for (const Dict::Entry& entry : operands[2].as<Dict>()->entries) {
        Str* key = entry.key.as<Str>();
        if (key && key->text == "metaclass") {
            if (entry.value.as<Type>() != vm_.types.type) unsupported("metaclasses");
            continue;
        }
        keys.push_back(key);
        values.push_back(entry.value);
    }
    Value cell;
    const Ref<Dict> body = runClassBody(operands[0], cell);
    const Ref<Type> type = python::makeClass(vm_, name.as<Str>()->text, std::move(bases), body, Call{values.data(), 0, keys}, cell);
    return type;
}

void Machine::mergeKeywords(Dict& into, const Value& more, const Value& callee) {
    const auto take = [&](const Value& key, const Value& value) {
        Str* name = key.as<Str>();
        if (!name) raise<TypeError>("keywords must be strings");
        Str* interned = vm_.intern(name->text);
        if (into.find(interned)) {
            raise<TypeError>(calledName(vm_, callee) + " got multiple values for keyword argument '" + name->text + "'");
        }
        into.set(interned, value);
    };
    if (const Dict* dict = more.as<Dict>()) {
        for (std::size_t i = 0; i < dict->entries.size(); ++i) {
            const Dict::Entry entry = dict->entries[i];
            if (!entry.key.isEmpty()) take(entry.key, entry.value);
        }
        return;
    }
    const Value keys = vm_.findAttribute(more, "keys");
    if (keys.isEmpty()) {
        raise<TypeError>(calledName(vm_, callee) + " argument after ** must be a mapping, not " + vm_.typeOf(more)->name);
    }
    vm_.forEach(vm_.call(keys), [&](const Value& key) { take(key, vm_.getItem(more, key)); });
}

// [callee positional (keywords)]
Value Machine::callSpread(Value* operands, bool keywords) {
    const Value callee = operands[0];
    if (!vm_.typeOf(operands[1])->slots.iterate && !vm_.typeOf(operands[1])->slots.getItem) {
        raise<TypeError>(calledName(vm_, callee) + " argument after * must be an iterable, not " + vm_.typeOf(operands[1])->name);
    }
    std::vector<Value> all = vm_.toVector(operands[1]);
    const std::size_t positional = all.size();
    std::vector<Str*> names;
    if (keywords) {
        for (const Dict::Entry& entry : operands[2].as<Dict>()->entries) {
            if (entry.key.isEmpty()) continue;
            names.push_back(entry.key.as<Str>());
            all.push_back(entry.value);
        }
    }
    return vm_.call(callee, Call{all.data(), positional, names});
}

// The value on top becomes its items, the first topmost.
void Machine::unpack(const Value& value, std::size_t before, std::size_t after, bool star, Value*& sp) {
    if (!vm_.typeOf(value)->slots.iterate && !vm_.typeOf(value)->slots.getItem) {
        raise<TypeError>("cannot unpack non-iterable " + vm_.typeOf(value)->name + " object");
    }
    const std::size_t least = before + after;
    std::vector<Value> items;
    const bool ready = value.isObject() && (value.object()->type == vm_.types.list || value.object()->type == vm_.types.tuple);
    if (ready || star) {
        items = vm_.toVector(value);
    } else {
        const Value it = vm_.iterate(value);
        for (Value item; items.size() <= least && vm_.next(it, item);) items.push_back(std::move(item));
    }
    if (items.size() < least) {
        raise<ValueError>("not enough values to unpack (expected " + std::string(star ? "at least " : "") + std::to_string(least) +
                          ", got " + std::to_string(items.size()) + ")");
    }
    if (!star && items.size() > least) raise<ValueError>("too many values to unpack (expected " + std::to_string(least) + ")");
    (--sp)->clear();
    const std::size_t behind = items.size() - after;
    for (std::size_t i = items.size(); i-- > behind;) new (sp++) Value(std::move(items[i]));
    if (star) {
        std::vector<Value> middle(std::make_move_iterator(items.begin() + static_cast<std::ptrdiff_t>(before)),
                                  std::make_move_iterator(items.begin() + static_cast<std::ptrdiff_t>(behind)));
        new (sp++) Value(vm_.list(std::move(middle)));
    }
    for (std::size_t i = before; i-- > 0;) new (sp++) Value(std::move(items[i]));
}

// ---- exceptions

bool Machine::matches(const Value& exception, const Value& type) {
    if (const Tuple* several = type.as<Tuple>()) {
        for (const Value& each : several->items) {
            if (matches(exception, each)) return true;
        }
        return false;
    }
    const Type* wanted = type.as<Type>();
    if (!wanted || !wanted->isSubtype(typeOf(ErrorType::BaseException))) {
        raise<TypeError>("catching classes that do not inherit from BaseException is not allowed");
    }
    return vm_.typeOf(exception)->isSubtype(wanted);
}

Ref<Exception> Machine::exceptionOf(const Value& value, const Value& cause) {
    const auto instance = [&](const Value& v, const char* otherwise) {
        if (Exception* e = v.as<Exception>()) return Ref<Exception>(e);
        const Type* type = v.as<Type>();
        if (!type || !type->isSubtype(typeOf(ErrorType::BaseException))) raise<TypeError>(otherwise);
        const Value made = vm_.call(v);
        if (!made.is<Exception>()) {
            raise<TypeError>("calling " + vm_.repr(v) + " should have returned an instance of BaseException, not " +
                             vm_.repr(Value(vm_.typeOf(made))));
        }
        return Ref<Exception>(made.as<Exception>());
    };
    Ref<Exception> exception = instance(value, "exceptions must derive from BaseException");
    if (!cause.isEmpty()) {
        exception->cause = cause.isNone() ? cause : Value(instance(cause, "exception causes must derive from BaseException"));
        exception->suppressContext = true;
    }
    return exception;
}

// [iterator sent]: true with the next value to yield, false with the result.
bool Machine::yieldFrom(Frame& frame, Value* operands, Value& out) {
    const Value iterator = operands[0], sent = operands[1];
    frame.generator->delegate = iterator;
    const auto finished = [&] { frame.generator->delegate = Value(); };
    try {
        if (Generator* inner = iterator.as<Generator>()) {
            if (resume(*inner, sent, out)) return true;
            finished();
            return false;
        }
        if (sent.isNone()) {
            if (vm_.next(iterator, out)) return true;
            finished();
            out = Value::none();
            return false;
        }
        out = vm_.callMethod(iterator, "send", {sent});
        return true;
    } catch (const PythonError& error) {
        finished();
        if (!isA(error, StopIteration)) throw;
        out = vm_.getAttribute(Value(error.exception), "value");
        return false;
    }
}

// ---- imports

Value Machine::importName(const std::string& name, bool leaf) {
    if (name.starts_with('.')) raise<ImportError>("attempted relative import with no known parent package");
    Value module = vm_.importModule(name);
    const std::size_t dot = name.find('.');
    return leaf || dot == std::string::npos ? module : vm_.importModule(name.substr(0, dot));
}

Value Machine::importFrom(const Value& module, Str* name) {
    Value found = vm_.findAttribute(module, name);
    if (!found.isEmpty()) return found;
    const Module* m = module.as<Module>();
    if (m && vm_.hasModule(m->name + "." + name->text)) return vm_.importModule(m->name + "." + name->text);
    if (m && vm_.missingAttribute) vm_.missingAttribute(vm_, module, name);
    const std::string place = m && !m->file.empty() ? m->file : "unknown location";
    raise<ImportError>("cannot import name '" + name->text + "' from '" + (m ? m->name : vm_.typeOf(module)->name) + "' (" + place + ")");
}

void Machine::importStar(Frame& frame, const Value& module) {
    Module* m = module.as<Module>();
    if (!m) return;
    if (const Value* all = m->fields->find(vm_.names.all)) {
        const Value names = *all;
        vm_.forEach(names, [&](const Value& name) {
            Str* key = vm_.intern(vm_.str(name));
            frame.globals->set(key, vm_.getAttribute(module, key));
        });
        return;
    }
    const std::vector<Dict::Entry> entries = m->fields->entries;
    for (const Dict::Entry& entry : entries) {
        Str* key = entry.key.as<Str>();
        if (key && !key->text.starts_with('_')) frame.globals->set(key, entry.value);
    }
}

}  // namespace backstep::python
