// SPDX-License-Identifier: GPL-3.0-or-later
// What a program may use, asked of the interpreter itself: for warnings before a run, and for the handbook.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace backstep {

struct Supported {
    std::map<std::string, std::set<std::string>> modules;  // what each holds; modules in it are rows of their own
    std::map<std::string, std::set<std::string>> types;    // the methods and attributes of values: "Tensor", "ndarray", "str" …
    std::set<std::string> builtins;
    std::set<std::string> exceptions;
    std::set<std::string> refused;         // that are there only to say so: "builtins.open"
    std::set<std::string> refusedModules;  // of Python's library
    struct Syntax {
        std::string name;
        bool done = false;
    };
    std::vector<Syntax> syntax;  // statements and expressions
};

// Worked out at the first call; the same from then on, for all threads.
[[nodiscard]] const Supported& supported();

}  // namespace backstep
