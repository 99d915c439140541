// SPDX-License-Identifier: GPL-3.0-or-later
// What of a program will be refused when it is reached, read off the text: to be marked before the run.
#pragma once

#include <vector>

#include "engine/syntax/python_parser.h"

namespace backstep {

// In the order of the text, each of kind NotSupported. Only what is certain: a name that the program has given to
// something else is left alone.
[[nodiscard]] std::vector<Diagnostic> foreseenRefusals(const ParsedProgram& parsed);

}  // namespace backstep
