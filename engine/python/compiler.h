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
// The same of a module that many runs import and use a little of: a function is compiled when it is first called, which costs a
// run that only imports it nothing. `lasting` holds what `ast` and `symbols` refer to.
[[nodiscard]] Ref<Code> compileLasting(Interpreter& vm, const Ast& ast, std::shared_ptr<const Script> script, const Symbols& symbols,
                                       std::shared_ptr<const void> lasting);

}  // namespace backstep::python
