// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled Python: instructions for a stack machine, a span for each, and what they refer to.
#pragma once

#include <functional>
#include <memory>

#include "engine/python/object.h"

namespace backstep::python {

enum class Opcode : std::uint16_t {
#define OPCODE(name) name,
#include "engine/python/opcode.def"
};
[[nodiscard]] const char* nameOf(Opcode opcode);

struct Instruction {
    Opcode op{};
    std::uint16_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t cache = 0;    // where an attribute or a global was found last
    std::uint32_t version = 0;  // of what it was found in
};

// An exception between begin and end (instructions) drops the stack to `depth` and goes on at `target`.
struct HandlerRange {
    std::uint32_t begin = 0, end = 0, target = 0, depth = 0;
};

// The text that code was compiled from, shared by all functions of a module.
struct Script {
    Source source;
    std::string file;      // as tracebacks print it
    bool prelude = false;  // ours: not reported, not in tracebacks
};

struct Code : Object {
    std::shared_ptr<const Script> script;
    Ref<Str> name, qualifiedName;
    std::vector<Instruction> instructions;
    std::vector<Span> spans;
    std::vector<HandlerRange> handlers;  // inner ranges first
    std::vector<Value> constants;
    std::vector<Str*> names;  // interned; of globals and attributes
    // The slots of a frame: locals (parameters first), then cells, then free variables, then the stack.
    std::vector<Str*> locals, cells, freeNames;
    std::vector<std::int32_t> cellOfLocal;  // for each cell: the parameter that it holds at first, or -1
    std::uint32_t positional = 0, positionalOnly = 0, keywordOnly = 0;
    bool variadic = false, keywords = false, generator = false;
    bool isModule = false, isClass = false;
    bool simple = false;  // nothing but ordinary parameters: a call only moves the arguments over
    std::uint32_t stackSize = 0;
    Value doc;
    Span definition;  // def f(…), the name
    // Of a function that has not been called yet: makes the instructions, and what they refer to. Everything above is there already.
    std::function<void(Code&)> body;

    [[nodiscard]] std::uint32_t slots() const {
        return static_cast<std::uint32_t>(locals.size() + cells.size() + freeNames.size()) + stackSize;
    }
    [[nodiscard]] std::uint32_t parameters() const { return positional + keywordOnly + (variadic ? 1 : 0) + (keywords ? 1 : 0); }
    [[nodiscard]] std::uint32_t lineAt(std::size_t instruction) const;
};

[[nodiscard]] std::string disassemble(const Code& code);

}  // namespace backstep::python
