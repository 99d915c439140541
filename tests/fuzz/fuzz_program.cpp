// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a program, read and not run: a tree and diagnostics, every span inside the text.
#include "engine/syntax/python_parser.h"
#include "tests/fuzz/fuzz.h"

using namespace backstep;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Source source(textOf(data, size), "fuzz.py");
    const ParsedProgram parsed = parsePython(source);
    for (const Diagnostic& d : parsed.diagnostics) requireInside(d.span, source.text());
    return 0;
}
