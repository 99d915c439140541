// SPDX-License-Identifier: GPL-3.0-or-later
// A run, whole: its tape, its log and what it ended with.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/tape/log.h"
#include "engine/tape/tape.h"
#include "engine/text/diagnostic.h"

namespace backstep {

// One call of backward() or autograd.grad(), as PyTorch's engine ran it.
struct BackwardCall {
    struct Node {
        NodeId id;
        std::string name;          // "MulBackward0"
        std::vector<NodeId> next;  // of each slot; none where no gradient goes
    };
    struct Step {
        NodeId node;
        std::vector<std::optional<Tensor>> gradOut, gradIn;  // what arrived, what it passed on
    };
    Span span;
    std::string kind;
    std::optional<bool> retainGraph;
    bool createGraph = false;
    std::vector<NodeId> roots;
    std::vector<Node> nodes;  // breadth first from the roots
    std::vector<Step> steps;  // in the order in which they ran
};

// A sweep came to a value that an operation had saved and that is not as it was.
struct SavedFault {
    NodeId node;          // the operation that saved it
    NodeId value;         // what it saved; none where that is unknown
    bool freed = false;   // false: it was changed in place, last by `changed`
    Span changed;
};

// A value that goes on without its history: `value` is a constant with the numbers that `from` has.
struct Cut {
    NodeId value;
    NodeId from;
};

struct Recording {
    Tape tape;
    Log log;
    std::vector<NodeId> inputs;         // in the order of the text
    NodeId output;                      // none where the run did not get so far
    std::string function = "f";         // what the output is called
    std::vector<NodeId> control;        // nodes that only a condition looks at
    bool isProgram = false;
    std::vector<Cut> cuts;              // of a program: where detach() cut the graph
    std::vector<NodeId> named;          // of a program: what it gave a name to
    std::vector<bool> numbers;          // of a program, by node: constants that were Python numbers
    std::unordered_map<std::uint32_t, NodeId> leaves;  // of a program: the input nodes of leaves → the first of the same leaf
    std::vector<BackwardCall> backwardCalls;  // of a program
    std::optional<SavedFault> savedFault;     // the last, of a program
    std::vector<Diagnostic> diagnostics;
};

}  // namespace backstep
