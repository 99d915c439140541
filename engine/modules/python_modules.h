// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of addPythonModules: each makes its modules known, filled when first imported.
#pragma once

#include "engine/python/interpreter.h"

namespace backstep::modules {

using python::Arguments;
using python::Interpreter;
using python::Module;
using python::Ref;
using python::Str;
using python::Value;

void addMath(Interpreter& vm);
void addRandom(Interpreter& vm);
void addItertools(Interpreter& vm);
void addCollections(Interpreter& vm);  // _collections, _operator, _functools: what their preludes build on
void addStatistics(Interpreter& vm);
void addSystem(Interpreter& vm);  // sys, time

void fillMathIntegers(Interpreter& vm, Module& math);
void fillMathSums(Interpreter& vm, Module& math);
[[nodiscard]] double gammaOf(double x);  // infinite or NaN where it has no value: the caller says which error
[[nodiscard]] double logGammaOf(double x);

inline void setConstant(Interpreter& vm, Module& module, std::string_view name, Value value) {
    module.fields->set(vm.intern(name), std::move(value));
}
[[noreturn]] inline void domainError() { python::raise<python::ValueError>("math domain error"); }
[[noreturn]] inline void rangeError() { python::raise<python::OverflowError>("math range error"); }

}  // namespace backstep::modules
