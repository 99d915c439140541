// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of exceptions, their texts and attributes.
#include <array>

#include "engine/python/class_slots.h"
#include "engine/python/core_types.h"

namespace backstep::python {
namespace {

Exception& of(const Value& self) { return *self.as<Exception>(); }
const std::vector<Value>& argumentsOf(const Value& self) { return of(self).arguments.as<Tuple>()->items; }

Value exceptionStr(Interpreter& vm, const Value& self) {
    const auto& arguments = argumentsOf(self);
    if (arguments.empty()) return vm.text("");
    return vm.text(arguments.size() == 1 ? vm.str(arguments[0]) : vm.repr(of(self).arguments));
}
Value keyErrorStr(Interpreter& vm, const Value& self) {
    const auto& arguments = argumentsOf(self);
    return arguments.size() == 1 ? vm.text(vm.repr(arguments[0])) : exceptionStr(vm, self);
}
Value exceptionCreate(Interpreter& vm, Type& type, const Call& call) {
    const Ref<Object> made = type.layout->make(&type);
    Exception& exception = *cast<Exception>(made.get());
    exception.arguments = vm.tuple({call.values, call.values + call.count});
    return Value(made);
}
// OSError(2, 'no'): the errno chooses the class, and is in the text.
Value osErrorCreate(Interpreter& vm, Type& type, const Call& call) {
    struct Row {
        int number;
        ErrorType type;
    };
    static constexpr std::array kRows{
        Row{1, ErrorType::PermissionError},    Row{2, ErrorType::FileNotFoundError},      Row{4, ErrorType::InterruptedError},
        Row{10, ErrorType::ChildProcessError}, Row{11, ErrorType::BlockingIOError},       Row{13, ErrorType::PermissionError},
        Row{17, ErrorType::FileExistsError},   Row{20, ErrorType::NotADirectoryError},    Row{21, ErrorType::IsADirectoryError},
        Row{32, ErrorType::BrokenPipeError},   Row{104, ErrorType::ConnectionResetError}, Row{110, ErrorType::TimeoutError}};
    Type* made = &type;
    if (&type == typeOf(ErrorType::OSError) && call.count >= 2 && call.values[0].isInt()) {
        for (const Row& row : kRows) {
            if (row.number == call.values[0].integer()) made = typeOf(row.type);
        }
    }
    return exceptionCreate(vm, *made, call);
}
Value osErrorStr(Interpreter& vm, const Value& self) {
    const auto& arguments = argumentsOf(self);
    if (arguments.size() < 2) return exceptionStr(vm, self);
    const std::string file = arguments.size() > 2 ? ": " + vm.repr(arguments[2]) : "";
    return vm.text("[Errno " + vm.str(arguments[0]) + "] " + vm.str(arguments[1]) + file);
}

Value exceptionRepr(Interpreter& vm, const Value& self) {
    const auto& arguments = argumentsOf(self);
    const std::string inside = arguments.size() == 1 ? "(" + vm.repr(arguments[0]) + ")" : vm.repr(of(self).arguments);
    return vm.text(vm.typeOf(self)->name + inside);
}

void exceptionInit(Interpreter& vm, const Value& self, const Call& call) {
    if (!call.names.empty()) {
        const bool import = vm.isInstance(self, typeOf(ImportError));
        const bool known = import || vm.isInstance(self, typeOf(NameError)) || vm.isInstance(self, typeOf(AttributeError));
        if (!known) raise<TypeError>(vm.typeOf(self)->name + "() takes no keyword arguments");
        for (std::size_t i = 0; i < call.names.size(); ++i) vm.genericSetAttribute(self, call.names[i], call.keyword(i));
    }
    of(self).arguments = vm.tuple({call.values, call.values + call.count});
}

Value orNone(const Value& value) { return value.isEmpty() ? Value::none() : value; }

void checkChained(Interpreter& vm, const Value& value, const char* what) {
    if (!value.isNone() && !value.is<Exception>()) {
        raise<TypeError>(std::string("exception ") + what + " must be None or derive from BaseException");
    }
    (void)vm;
}

void installAttributes(Interpreter& vm, Type& base) {
    defineProperty(
        base, "args", [](Interpreter&, const Value& self) { return of(self).arguments; },
        [](Interpreter& v, const Value& self, const Value& value) { of(self).arguments = v.tuple(v.toVector(value)); });
    defineProperty(
        base, "__cause__", [](Interpreter&, const Value& self) { return orNone(of(self).cause); },
        [](Interpreter& v, const Value& self, const Value& value) {
            checkChained(v, value, "cause");
            of(self).cause = value;
            of(self).suppressContext = true;
        });
    defineProperty(
        base, "__context__", [](Interpreter&, const Value& self) { return orNone(of(self).context); },
        [](Interpreter& v, const Value& self, const Value& value) {
            checkChained(v, value, "context");
            of(self).context = value;
        });
    defineProperty(
        base, "__suppress_context__", [](Interpreter&, const Value& self) { return Value(of(self).suppressContext); },
        [](Interpreter& v, const Value& self, const Value& value) { of(self).suppressContext = v.truth(value); });
    defineProperty(
        base, "__traceback__",
        [](Interpreter&, const Value& self) {
            return of(self).traceback.empty() ? Value::none() : Value(make<Instance>(Interpreter::current().types.traceback));
        },
        [](Interpreter&, const Value& self, const Value& value) {
            if (value.isNone()) of(self).traceback.clear();
        });
    defineMethod(base, "with_traceback(self, tb, /)", [](Interpreter&, Arguments& a) { return a[0]; });
    defineMethod(base, "add_note(self, note, /)", [](Interpreter& v, Arguments& a) {
        Str* key = v.intern("__notes__");
        Value notes = v.findAttribute(a[0], key);
        if (notes.isEmpty()) {
            notes = v.list();
            v.genericSetAttribute(a[0], key, notes);
        }
        List& list = *notes.as<List>();
        willHold(list, list.items.size() + 1);
        list.items.push_back(a[1]);
        return Value::none();
    });
    (void)vm;
}

// An attribute that is one of the arguments: e.value of StopIteration, e.code of SystemExit.
void argumentAttribute(Type& type, const char* name, std::size_t place) {
    defineProperty(type, name, [place](Interpreter& v, const Value& self) {
        if (Fields* fields = fieldsOf(self.object()); fields && *fields) (void)v;
        const auto& arguments = argumentsOf(self);
        return place < arguments.size() ? arguments[place] : Value::none();
    });
}

}  // namespace

void installExceptions(Interpreter& vm) {
    auto& errors = vm.types.errors;
    Type* base = defineType<Exception>("BaseException", "builtins");
    errors[0] = base;
    base->slots.str = exceptionStr;
    base->slots.repr = exceptionRepr;
    base->slots.create = exceptionCreate;
    base->slots.init = exceptionInit;
    installAttributes(vm, *base);
#define EXCEPTION(name, parent)                         \
    errors[static_cast<std::size_t>(ErrorType::name)] = \
        defineType<Exception>(#name, "builtins", errors[static_cast<std::size_t>(ErrorType::parent)]);
#include "engine/python/exceptions.def"
    typeOf(KeyError)->slots.str = keyErrorStr;
    for (Type* type : errors) {
        if (!type->isSubtype(typeOf(ErrorType::OSError))) continue;
        type->slots.create = osErrorCreate;
        type->slots.str = osErrorStr;
    }
    argumentAttribute(*typeOf(StopIteration), "value", 0);
    argumentAttribute(*errors[static_cast<std::size_t>(ErrorType::SystemExit)], "code", 0);
    const auto wanted = [](Interpreter&, const Value& self) { return of(self).wanted ? Value(of(self).wanted) : Value::none(); };
    const auto setWanted = [](Interpreter& v, const Value& self, const Value& value) {
        of(self).wanted = value.is<Str>() ? Ref<Str>(v.intern(v.str(value))) : Ref<Str>();
    };
    for (Type* type : {typeOf(NameError), typeOf(AttributeError), typeOf(ImportError)}) defineProperty(*type, "name", wanted, setWanted);
    defineProperty(
        *typeOf(AttributeError), "obj", [](Interpreter&, const Value& self) { return orNone(of(self).subject); },
        [](Interpreter&, const Value& self, const Value& value) { of(self).subject = value; });
    argumentAttribute(*typeOf(ErrorType::OSError), "errno", 0);
    argumentAttribute(*typeOf(ErrorType::OSError), "strerror", 1);
    argumentAttribute(*typeOf(ErrorType::OSError), "filename", 2);
    const Type* syntax = errors[static_cast<std::size_t>(ErrorType::SyntaxError)];
    argumentAttribute(*const_cast<Type*>(syntax), "msg", 0);
}

}  // namespace backstep::python
