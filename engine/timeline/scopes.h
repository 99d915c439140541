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

// A branch that was reached and never taken, whatever the turn of a loop.
struct Untaken {
    std::string head;                // if x > 0: · else:
    std::vector<std::string> lines;  // of the text, the first few
    std::uint32_t line = 0;          // where it stands; 1 is the first
    std::uint32_t stop = 0;          // at which it was decided against, for the first time
};

struct Scopes {
    std::vector<Scope> all;             // parents before children; the program is the first
    std::vector<std::uint32_t> ofNode;  // the innermost scope of each tape node
    std::vector<Untaken> untaken;       // in the order of the text
};

[[nodiscard]] std::vector<Untaken> untakenOf(const Recording& recording, const Source& source, const Ast& ast);
[[nodiscard]] Scopes scopesOf(const Recording& recording, const Ast& ast);

}  // namespace backstep
