// SPDX-License-Identifier: GPL-3.0-or-later
// sys and time: as little of the world as programs need. The clock is made up: it goes on by the program's own steps, so that
// a run is the same every time.
#include <cfloat>
#include <cmath>

#include "engine/modules/notes.h"
#include "engine/modules/python_modules.h"
#include "engine/python/types_library.h"

namespace backstep::modules {
namespace {

using python::defineFunction;
using python::raise;
using python::TypeError;

constexpr double kStart = 1667044800.0;  // the day PyTorch 1.13 came out

struct Clock {
    std::int64_t asked = 0;
};

// Seconds since the program began: a microsecond for each step and each question.
double elapsed(Interpreter& vm) {
    Notes::of(vm).madeUpClock = true;
    return static_cast<double>(vm.steps() + ++vm.state<Clock>().asked) * 1e-6;
}

void fillTime(Interpreter&, Module& m) {
    const auto define = [&](const char* name, double start) {
        defineFunction(m, std::string(name) + "()", [start](Interpreter& vm, Arguments&) -> Value { return Value(start + elapsed(vm)); });
        defineFunction(m, std::string(name) + "_ns()", [start](Interpreter& vm, Arguments&) -> Value {
            return Value(static_cast<std::int64_t>((start + elapsed(vm)) * 1e9));
        });
    };
    define("time", kStart);
    for (const char* name : {"perf_counter", "monotonic", "process_time", "thread_time"}) define(name, 0);
    for (const char* name : {"sleep", "strftime", "localtime", "gmtime", "ctime", "asctime", "mktime", "strptime"})
        python::refuseFunction(m, name);
}

// sys.stdout and sys.stderr: text for stdout is printed, text for stderr is dropped (it is no output of the program).
struct Stream : python::Instance {
    bool error = false;
    Stream() = default;
};

Value write(Interpreter& vm, Arguments& a) {
    const Str* text = a[1].as<Str>();
    if (!text) raise<TypeError>("write() argument must be str, not " + python::typeName(vm, a[1]));
    if (!a.as<Stream>(0).error) vm.print(text->text);
    return Value(static_cast<std::int64_t>(text->length));
}

python::Type* streamType() {
    python::Type* type = python::defineType<Stream>("TextIOWrapper", "_io");
    type->mayDerive = false;
    type->slots.create = nullptr;
    python::defineMethod(*type, "write(self, text, /)", write);
    python::defineMethod(*type, "flush(self, /)", [](Interpreter&, Arguments&) { return Value::none(); });
    python::defineMethod(*type, "isatty(self, /)", [](Interpreter&, Arguments&) { return Value(false); });
    python::defineMethod(*type, "writelines(self, lines, /)", [](Interpreter& vm, Arguments& a) {
        vm.forEach(a[1], [&](const Value& line) { vm.callMethod(a[0], "write", {line}); });
        return Value::none();
    });
    python::defineProperty(*type, "encoding", [](Interpreter& vm, const Value&) { return vm.text("utf-8"); });
    python::finishType(*type);
    return type;
}

// A tuple with names: sys.float_info.max.
Value record(Interpreter& vm, const char* name, const std::vector<std::pair<const char*, Value>>& fields) {
    python::Type* type = python::defineType(name, "sys", vm.types.tuple, vm.types.tuple->layout);
    type->mayDerive = false;
    std::vector<Value> items;
    std::vector<std::string> labels;
    for (const auto& [label, value] : fields) {
        python::defineProperty(*type, label,
                               [i = items.size()](Interpreter&, const Value& self) { return self.as<python::Tuple>()->items[i]; });
        labels.emplace_back(label);
        items.push_back(value);
    }
    type->slots.repr = [](Interpreter& v, const Value& self) -> Value {
        return v.text(self.object()->type->module + "." + self.object()->type->name + "(…)");
    };
    const auto made = python::make<python::Tuple>(type);
    python::willHold(*made, items.size());
    made->items = std::move(items);
    return made;
}

Value leave(Interpreter& vm, Arguments& a) {
    std::vector<Value> arguments;
    if (a.has(0)) arguments.push_back(a[0]);
    raise(vm.types.errors[static_cast<std::size_t>(python::ErrorType::SystemExit)], std::move(arguments));
}

// Stands for sys.version: whatever is done with it is refused.
python::Type* refusedType() {
    python::Type* type = python::defineType<python::Instance>("str", "builtins");
    const auto refuse = [](Interpreter&, const Value&) -> Value { python::unsupported("sys.version", "sys.version_info"); };
    type->slots.repr = refuse;
    type->slots.str = refuse;
    type->slots.format = [](Interpreter&, const Value&, std::string_view) -> Value {
        python::unsupported("sys.version", "sys.version_info");
    };
    type->slots.getItem = [](Interpreter&, const Value&, const Value&) -> Value { python::unsupported("sys.version", "sys.version_info"); };
    type->slots.getAttribute = [](Interpreter&, const Value&, Str*) -> Value { python::unsupported("sys.version", "sys.version_info"); };
    type->slots.iterate = refuse;
    return type;
}

void fillSystem(Interpreter& vm, Module& m) {
    python::Type* type = streamType();
    for (const char* name : {"stdout", "stderr"}) {
        const auto stream = python::make<Stream>(type);
        stream->error = std::string_view(name) == "stderr";
        setConstant(vm, m, name, Value(stream));
        setConstant(vm, m, "__" + std::string(name) + "__", Value(stream));
    }
    setConstant(vm, m, "maxsize", Value(std::numeric_limits<std::int64_t>::max()));
    setConstant(vm, m, "maxunicode", Value(0x10ffff));
    setConstant(vm, m, "byteorder", vm.text("little"));
    setConstant(vm, m, "argv", vm.list({vm.text("main.py")}));
    setConstant(vm, m, "float_info",
                record(vm, "float_info",
                       {{"max", Value(DBL_MAX)},
                        {"max_exp", Value(DBL_MAX_EXP)},
                        {"max_10_exp", Value(DBL_MAX_10_EXP)},
                        {"min", Value(DBL_MIN)},
                        {"min_exp", Value(DBL_MIN_EXP)},
                        {"min_10_exp", Value(DBL_MIN_10_EXP)},
                        {"dig", Value(DBL_DIG)},
                        {"mant_dig", Value(DBL_MANT_DIG)},
                        {"epsilon", Value(DBL_EPSILON)},
                        {"radix", Value(FLT_RADIX)},
                        {"rounds", Value(1)}}));
    setConstant(
        vm, m, "version_info",
        record(vm, "version_info",
               {{"major", Value(3)}, {"minor", Value(11)}, {"micro", Value(2)}, {"releaselevel", vm.text("final")}, {"serial", Value(0)}}));
    setConstant(vm, m, "version", Value(python::make<python::Instance>(refusedType())));
    defineFunction(m, "exit(status=None, /)", leave);
    defineFunction(m, "getrecursionlimit()", [](Interpreter& v, Arguments&) -> Value { return Value(v.limits().callDepth); });
    defineFunction(m, "setrecursionlimit(limit, /)", [](Interpreter& v, Arguments& a) -> Value {
        if (a.integer(0) > v.limits().callDepth) python::unsupported("sys.setrecursionlimit above " + std::to_string(v.limits().callDepth));
        return Value::none();
    });
    defineFunction(m, "intern(string, /)", [](Interpreter&, Arguments& a) -> Value { return a[0]; });
    for (const char* name : {"getsizeof", "getrefcount", "exc_info", "settrace", "_getframe"}) python::refuseFunction(m, name);
}

}  // namespace

void addSystem(Interpreter& vm) {
    for (const char* signature : {"exit(code=None)", "quit(code=None)"}) python::defineFunction(vm.builtins(), signature, leave);
    vm.addModule("sys", fillSystem);
    vm.addModule("time", fillTime);
}

}  // namespace backstep::modules
