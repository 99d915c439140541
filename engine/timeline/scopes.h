// SPDX-License-Identifier: GPL-3.0-or-later
// The structure of a run: which calls and which turns of which loops its events belong to. What folds in the graph.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/syntax/ast.h"
#include "engine/tape/recording.h"

namespace backstep {

struct Scope {
    enum class Kind : std::uint8_t {
        Program,
        Call,  // of a function of the program
        Loop,  // all turns of one run of a loop
        Turn,
        Operation,  // one call of the library that the tape records as several operations
    };
    Kind kind{};
    std::uint32_t parent = 0;  // of the program: itself
    Span span;                 // the call, the head of the loop, the operation
    std::string name;          // of the function called
    std::int64_t number = 0;   // of a turn: which, from 0; of a loop: how many turns
};

struct Scopes {
    std::vector<Scope> all;               // parents before children; the program is the first
    std::vector<std::uint32_t> ofNode;    // the innermost scope of each tape node
};

[[nodiscard]] Scopes scopesOf(const Recording& recording, const Ast& ast);

}  // namespace backstep
