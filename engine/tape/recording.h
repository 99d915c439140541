// SPDX-License-Identifier: GPL-3.0-or-later
// A run, whole: its tape, its log and what it ended with.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/tape/log.h"
#include "engine/tape/tape.h"
#include "engine/text/diagnostic.h"

namespace backstep {

// One call of backward() or autograd.grad(), as PyTorch's engine ran it. Names and edges of its nodes are the tape's
// (Tape::autogradName, Tape::forEachNext).
struct BackwardCall {
    Span span;
    std::string kind;
    std::optional<bool> retainGraph;
    bool createGraph = false;
    std::vector<NodeId> roots;
    std::vector<NodeId> nodes;  // breadth first from the roots

    // What arrived at a node and what it passed on, in the order in which the nodes ran.
    struct Step {
        NodeId node;
        std::vector<std::optional<Tensor>> gradOut, gradIn;
    };
    [[nodiscard]] std::size_t steps() const { return rows_.size(); }
    [[nodiscard]] Step step(std::size_t i, const ValueList& values) const {
        Step out{rows_[i].node, {}, {}};
        const std::size_t end = i + 1 < rows_.size() ? rows_[i + 1].first : refs_.size();
        for (std::size_t k = rows_[i].first; k < end; ++k) {
            auto& list = k < rows_[i].first + rows_[i].outputs ? out.gradOut : out.gradIn;
            list.push_back(refs_[k] == kNone ? std::nullopt : std::optional(values[refs_[k]]));
        }
        return out;
    }

    [[nodiscard]] bool ran(NodeId node) const {
        return std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) { return row.node == node; });
    }

    // Writing: a step, then the indices of its values in Contributions::values(), outputs first.
    static constexpr std::uint32_t kNone = ~0U;
    void beginStep(NodeId node, std::size_t outputs) {
        rows_.push_back({node, static_cast<std::uint32_t>(refs_.size()), static_cast<std::uint32_t>(outputs)});
    }
    void addValue(std::uint32_t index) { refs_.push_back(index); }

private:
    struct Row {
        NodeId node;
        std::uint32_t first = 0, outputs = 0;
    };
    std::vector<Row> rows_;
    std::vector<std::uint32_t> refs_;
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
