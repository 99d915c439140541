// SPDX-License-Identifier: GPL-3.0-or-later
// What a run leaves besides its output: warnings, figures, and what is to be said about how it was run.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/python/interpreter.h"

namespace backstep::modules {

struct Warning {
    std::string category;  // "UserWarning"
    std::string message;
    std::uint32_t line = 0;
};

struct Notes {
    std::vector<Warning> warnings;
    std::vector<python::Value> figures;  // the dicts that pyplot handed over
    std::set<std::string> once;          // of warnings that are given once in a run
    bool unseededRandom = false;         // random numbers were drawn without a seed: a fixed one was used
    bool madeUpClock = false;            // the program asked for the time: its clock goes by its own steps

    static Notes& of(python::Interpreter& vm) { return vm.state<Notes>(); }
};

// A warning at the program's line: through the program's filters, if it has the module for that.
void warn(python::Interpreter& vm, std::string category, std::string message);
void warnOnce(python::Interpreter& vm, const std::string& category, const std::string& message);  // once in a run

}  // namespace backstep::modules
