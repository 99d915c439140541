// SPDX-License-Identifier: GPL-3.0-or-later
// print, and the functions that are refused because they would leave the program's world.
#include "engine/python/types_library.h"

namespace backstep::python {
namespace {

const std::string* separator(Interpreter& vm, const Value& v, const char* name) {
    if (v.isNone()) return nullptr;
    const Str* s = v.as<Str>();
    if (!s) raise<TypeError>(std::string(name) + " must be None or a string, not " + typeName(vm, v));
    return &s->text;
}

// sys.stdout, if the program put something else there; Empty: it is the real one.
Value replacedOutput(Interpreter& vm) {
    Module* sys = vm.findModule("sys");
    if (!sys) return {};
    const Value* now = sys->globals()->find(vm.intern("stdout"));
    const Value* first = sys->globals()->find(vm.intern("__stdout__"));
    if (!now) raise<RuntimeError>("lost sys.stdout");
    return first && same(*now, *first) ? Value() : *now;
}

Value print(Interpreter& vm, Arguments& a) {
    const std::string *sep = separator(vm, a[0], "sep"), *end = separator(vm, a[1], "end");
    const std::string space = " ", line = "\n";
    if (!sep) sep = &space;
    if (!end) end = &line;
    Value file = a.has(2) ? a[2] : replacedOutput(vm);
    if (file.isNone()) return file;
    if (!file.isEmpty()) {
        const Value write = vm.getAttribute(file, "write");
        for (std::size_t i = 0; i < a.rest().size(); ++i) {
            if (i > 0) vm.call(write, {vm.text(*sep)});
            vm.call(write, {vm.text(vm.str(a.rest()[i]))});
        }
        vm.call(write, {vm.text(*end)});
        if (a.truth(3)) vm.callMethod(file, "flush");
        return Value::none();
    }
    std::string out;
    try {
        for (std::size_t i = 0; i < a.rest().size(); ++i) {
            if (i > 0) out += *sep;
            out += vm.str(a.rest()[i]);
        }
    } catch (...) {  // what came before is printed all the same
        if (!out.empty()) vm.print(out);
        throw;
    }
    out += *end;
    vm.print(out);
    return Value::none();
}

}  // namespace

void installOutputFunctions(Interpreter& vm) {
    Module& m = vm.builtins();
    defineFunction(m, "print(*args, sep=None, end=None, file=None, flush=False)", print);
    refuseFunction(m, "input", "a program cannot ask: write the value into its text");
    refuseFunction(m, "open", "programs have no files");
    refuseFunction(m, "eval");
    refuseFunction(m, "exec");
    refuseFunction(m, "compile");
    refuseFunction(m, "__import__", "an import statement");
    refuseFunction(m, "breakpoint");
    refuseFunction(m, "help");
    for (const char* name : {"bytes", "bytearray", "memoryview", "complex"}) {
        if (!m.fields->find(vm.intern(name))) refuseFunction(m, name);
    }
}

}  // namespace backstep::python
