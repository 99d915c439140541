// SPDX-License-Identifier: GPL-3.0-or-later
// Every module that a program may import, made known to an interpreter; each is filled or run when first imported.
#pragma once

#include <functional>

#include "engine/modules/tensor_limits.h"
#include "engine/python/interpreter.h"
#include "engine/tape/leaf.h"
#include "engine/tape/recording.h"

namespace backstep::modules {

// What the program's tensors do is recorded in `recording`.
void addModules(python::Interpreter& vm, Recording& recording, const TensorLimits& limits = {},
                const std::vector<LeafOverride>& overrides = {}, SecondOrder* second = nullptr);

// Whether the original of a module or type ("torch", "Tensor") has such a name.
[[nodiscard]] bool isKnown(std::string_view owner, std::string_view name);

// The modules written in Python, by name: their text.
struct Prelude {
    const char* name;  // "torch.nn.functional"
    const char* text;
};
[[nodiscard]] std::span<const Prelude> preludes();

// The parts, each in files of its own (torch: see torch.h).
void addPythonModules(python::Interpreter& vm);  // math, random, itertools …
void addNumpy(python::Interpreter& vm);

}  // namespace backstep::modules
