// SPDX-License-Identifier: GPL-3.0-or-later
// What a run leaves behind as plain values: nothing of the interpreter is in them, so they outlive it and cross threads.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/tape/leaf.h"
#include "engine/tape/recording.h"

namespace backstep {

struct ReportedItem;

// A value of the program at its end.
struct Reported {
    std::string kind;              // "tensor", "ndarray", "float", "int", "bool", "str", "list", "tuple", "dict", "none", or a type's name
    std::string text;              // int: its digits; str: itself; others without parts: their repr
    double number = 0;             // float; bool: 0 or 1
    std::optional<Tensor> tensor;  // tensor, ndarray
    bool requiresGrad = false, isLeaf = true;
    std::string gradFn;  // as PyTorch's C++ names it: "torch::autograd::CopyBackwards"; empty: none
    std::shared_ptr<const Reported> grad;
    std::vector<ReportedItem> items;  // list, tuple, set: without names
    std::size_t size = 0;             // of a container whose items are too many to keep
};

// Not a pair: one of them may not be asked about while what it holds is incomplete.
struct ReportedItem {
    std::string name;
    Reported value;
};

struct ReportedWarning {
    std::string category, message;
    std::uint32_t line = 0;
};

struct ReportedEcho {
    std::uint32_t line = 0;
    std::string repr;
    std::size_t at = 0;  // bytes of output before it
};

// From this byte of the output on, that line of the program printed.
struct ReportedPrint {
    std::size_t at = 0;
    std::uint32_t line = 0;
    std::size_t stop = 0;  // of the log, when it was printed
};

// A figure of matplotlib: the dict that pyplot made of it.
using ReportedFigure = Reported;

struct ProgramError {
    std::string type;  // "RuntimeError", "SyntaxError", "Unsupported", "Limit", "Interrupted"
    std::string message;
    std::uint32_t line = 0, column = 0;  // the innermost of the program; 0: none
    Span span;
    std::string traceback;             // as Python prints it
    std::string hint;                  // of Unsupported: the nearest thing that is supported
    std::string suggestion;            // the name that was meant, as Python finds it; may be empty
    std::string limit;                 // of Limit: which one: "Steps", "Memory" …
    std::vector<ReportedItem> locals;  // of the function where it was raised, as they were then
};

// A leaf that requires grad and that a recorded operation used, in the order of first use.
struct ReportedLeaf {
    NodeId node;
    std::string name;  // the program's first for it ("x", "net.0.weight"); empty: it gave none
    LeafKey key;       // for ProgramOptions::overrides; not valid where its numbers were computed
    bool isParameter = false;
    Tensor value;  // at its first use
};

struct ProgramReport {
    std::string output;
    std::vector<ReportedPrint> prints;  // the first of them, in order
    std::vector<ReportedEcho> echo;
    std::vector<ReportedWarning> warnings;
    std::vector<ReportedItem> variables;   // globals at the end, in the order they were first bound
    std::vector<std::string> definitions;  // functions, classes, modules
    std::vector<ReportedFigure> figures;
    std::vector<ReportedLeaf> leaves;
    std::vector<LeafKey> unmetOverrides;  // no leaf came from there, or it has another number of elements
    std::optional<ProgramError> error;
    bool unseededRandom = false;
    bool magics = false;
    std::int64_t steps = 0;
    std::uint64_t path = 0;  // equal for runs that went the same way, line by line and branch by branch
};

}  // namespace backstep
