// SPDX-License-Identifier: GPL-3.0-or-later
// Which names of a program are local, free, global: a tree of scopes made before any code is.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/syntax/ast.h"

namespace backstep::python {

// What the grammar allows and Python's compiler does not.
struct CompileFault {
    std::string message;  // of the SyntaxError
    Span span;
};

enum class Place : std::uint8_t { Unknown, Local, Cell, Free, Global, Name };

struct Scope {
    enum class Kind : std::uint8_t { Module, Class, Function };
    struct Symbol {
        bool bound = false, used = false, parameter = false, global = false, nonlocal = false;
        bool captured = false;  // an inner scope refers to it
        Span declared;          // of nonlocal
        Place place = Place::Unknown;
        std::uint32_t index = 0;  // of a local, cell or free variable
    };
    Kind kind = Kind::Module;
    Scope* parent = nullptr;
    std::string className;           // for the mangling of __names
    std::vector<std::string> order;  // of the names as they were met
    std::unordered_map<std::string, Symbol> symbols;
    std::vector<std::unique_ptr<Scope>> children;
    std::vector<std::string> locals, cells, freeNames;
    std::uint32_t loops = 0;      // each has a hidden local that counts its turns
    std::uint32_t firstLoop = 0;  // their place among the locals
    bool generator = false;
    bool comprehension = false;

    Symbol& meet(const std::string& name);
    [[nodiscard]] const Symbol& symbolOf(const std::string& name) const;  // Place::Unknown where it was never met
};

// The scopes of everything that opens one, by id.
struct Symbols {
    std::unique_ptr<Scope> module;
    std::unordered_map<std::uint32_t, Scope*> ofStatement, ofExpression;
};

// Never changed once they are made: interpreters of several threads may compile by the same.
[[nodiscard]] Symbols resolve(const Ast& ast);  // throws CompileFault
[[nodiscard]] std::string mangled(const std::string& name, const std::string& className);

}  // namespace backstep::python
