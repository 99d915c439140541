// SPDX-License-Identifier: GPL-3.0-or-later
// Between the files of itertools only.
#pragma once

#include "engine/modules/python_modules.h"

namespace backstep::modules {

// A type of iterators whose call runs `code`, which gives a makeIterator of the type's name.
python::Type* defineMaker(Interpreter& vm, Module& module, std::string_view signature, python::NativeCode code);
void fillChoosing(Interpreter& vm, Module& module);  // product, permutations, combinations

}  // namespace backstep::modules
