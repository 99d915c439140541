// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of python_parser_grammar.inc as a program for the machine that looks for faults.
//
// In the text a rule is `name flags = alternative | alternative ;` with 'token', "soft word", RULE, ( group ), x? x* x+,
// x % ',' (one or more, separated), &x and !x (looking ahead), ~ (no other alternative from here on), ^':' (demanded: its
// absence is the fault), a:x (a name for what x read) and => what becomes of it. Flag M: what was read is remembered. Flag Q:
// inside, no fault is looked for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/text/pylexer.h"

namespace backstep {

// What an alternative reads, as far as messages speak of it.
enum class NodeKind : std::uint8_t {
    // clang-format off
    Other, Sequence, Token, Name, Literal, FormattedText, True, False, None, Ellipsis, Attribute, Subscript, Starred, List, Tuple, Lambda, Call,
    Operation, Comparison, Conditional, Named, Generator, Yield, Await, ListComprehension, SetComprehension, DictComprehension, Dict, Set,
    Keyword, Unpacking, Keywords, Containment
};

struct Action {
    enum class Kind : std::uint8_t {
        Default, Build, Same, Chain, Trailers, Strings, Arguments,  // a node comes of it
        At, Range, Here, Indent, Key,                                // always a fault
        Target, Legacy, Comma, GeneratorArgument, ArgumentOrder      // perhaps a fault
        // clang-format on
    };
    Kind kind = Kind::Default;
    NodeKind node = NodeKind::Other;
    int a = -1, b = -1;  // places of the named values
    std::string text;
};

struct Instruction {
    enum class Op : std::uint8_t {
        // clang-format off
        Token, SoftWord, SoftAny, Demand, Call, Seek, Reduce, Choice, Commit, PartialCommit, BackCommit, FailTwice, Fail, Cut, PushNothing, ListBegin, ListEnd, Drop
        // clang-format on
    };
    Op op{};
    std::uint32_t value = 0;  // a PyKind, a word, a rule, an action or an address
};

struct GrammarRule {
    std::string name;
    std::uint32_t entry = 0;
    bool memo = false, quiet = false;
};

struct PythonGrammar {
    std::vector<GrammarRule> rules;
    std::vector<Instruction> code;
    std::vector<Action> actions;
    std::vector<std::string> words;
    std::uint32_t file = 0, stars = 0, statement = 0;
};

[[nodiscard]] const PythonGrammar& pythonGrammar();

}  // namespace backstep
