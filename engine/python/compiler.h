// SPDX-License-Identifier: GPL-3.0-or-later
// From the syntax tree to code.
#pragma once

#include "engine/python/code.h"
#include "engine/python/interpreter.h"
#include "engine/python/symbols.h"
#include "engine/syntax/ast.h"

namespace backstep::python {

// The code of a whole module. Throws CompileFault.
[[nodiscard]] Ref<Code> compile(Interpreter& vm, const Ast& ast, std::shared_ptr<const Script> script);

}  // namespace backstep::python
