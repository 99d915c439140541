// SPDX-License-Identifier: GPL-3.0-or-later
// Python's own modules: which are done here, which in Python (the preludes), which are refused by name.
#include "engine/modules/python_modules.h"

#include <algorithm>
#include <array>

#include "engine/modules/modules.h"
#include "engine/python/builtin_setup.h"

namespace backstep::modules {
namespace {

// They exist in Python, and a program may ask for them: here they say so by name.
constexpr std::array kRefused{
    "os",           "subprocess", "socket",    "threading",  "multiprocessing", "asyncio", "json",      "re",       "datetime",
    "pathlib",      "csv",        "pickle",    "logging",    "argparse",        "decimal", "fractions", "enum",     "inspect",
    "platform",     "timeit",     "unittest",  "doctest",    "ctypes",          "shutil",  "glob",      "tempfile", "urllib",
    "http",         "requests",   "hashlib",   "base64",     "struct",          "array",   "cmath",     "calendar", "locale",
    "signal",       "traceback",  "gc",        "weakref",    "concurrent",      "queue",   "sched",     "select",   "zipfile",
    "gzip",         "sqlite3",    "html",      "xml",        "email",           "uuid",    "secrets",   "getpass",  "code",
    "ast",          "dis",        "importlib", "pkgutil",    "runpy",           "site",    "zlib",      "marshal",  "shelve",
    "configparser", "curses",     "readline",  "webbrowser", "turtle",          "tkinter", "textwrap",  "pprint",   "typing_extensions"};

// The preludes that are Python's own modules.
constexpr std::array kOwn{"collections", "collections.abc", "functools", "operator",   "copy",    "warnings",
                          "typing",      "dataclasses",     "string",    "statistics", "abc",     "bisect",
                          "heapq",       "contextlib",      "io",        "types",      "numbers", "__future__"};

}  // namespace

void addPythonModules(Interpreter& vm) {
    addMath(vm);
    addRandom(vm);
    addItertools(vm);
    addCollections(vm);
    addStatistics(vm);
    addSystem(vm);
    for (const Prelude& prelude : preludes()) {
        if (std::find(kOwn.begin(), kOwn.end(), std::string_view(prelude.name)) != kOwn.end()) vm.addPrelude(prelude.name, prelude.text);
    }
    for (const char* name : kRefused) vm.addRefused(name);
}

}  // namespace backstep::modules

namespace backstep::python {

void installModules(Interpreter& vm) { modules::addPythonModules(vm); }

}  // namespace backstep::python
