// SPDX-License-Identifier: GPL-3.0-or-later
// A run, whole: its tape, its log and what it ended with.
#pragma once

#include <functional>
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
class BackwardCall {
public:
    Span span;
    std::string kind;
    std::optional<bool> retainGraph;
    bool createGraph = false;
    SweepId sweep;              // none where it failed before it began
    std::vector<NodeId> roots;  // nodes of PyTorch's graph; a leaf is none

    // Breadth first from the roots.
    [[nodiscard]] std::vector<NodeId> nodes(const Tape& tape) const;

    // What arrived at a node and what it passed on, by slot.
    struct Step {
        NodeId node;
        std::vector<std::optional<Tensor>> gradOut, gradIn;
    };
    // In the order in which the nodes ran.
    void forEachStep(const Tape& tape, const Contributions& all, const std::function<void(const Step&)>& f) const;
    [[nodiscard]] bool ran(NodeId node) const;

    // --- writing; values are known by their index in Contributions::values() ---
    static constexpr std::uint32_t kNone = ~0U;
    // A node with one output that passes on what the contributions say which are logged next.
    void addStep(NodeId node, std::uint32_t arrived) { rows_.push_back({node, arrived}); }
    // The first step's contributions begin here; then every step is one of those above.
    void beginPlain(std::size_t contribution) {
        plain_ = true;
        first_ = contribution;
    }
    // Any other: the outputs' values, then the slots'.
    void beginStep(NodeId node, std::size_t outputs) {
        rows_.push_back({node, static_cast<std::uint32_t>(lists_.size())});
        lists_.push_back({static_cast<std::uint32_t>(refs_.size()), static_cast<std::uint32_t>(outputs)});
    }
    void addValue(std::uint32_t index) { refs_.push_back(index); }
    // The last of those, with nothing passed on yet, does not count.
    void dropStep() {
        refs_.resize(lists_.back().first);
        lists_.resize(lists_.size() - 1);
        rows_.resize(rows_.size() - 1);
    }
    // Gives back what was reserved for more.
    void shrink() {
        rows_.shrink_to_fit();
        lists_.shrink_to_fit();
        refs_.shrink_to_fit();
    }

private:
    struct Row {
        NodeId node;
        std::uint32_t at = 0;  // plain: the value that arrived; else of lists_
    };
    struct List {
        std::uint32_t first = 0, outputs = 0;  // of refs_
    };
    Rows<Row> rows_;
    Rows<List> lists_;
    Rows<std::uint32_t> refs_;
    std::size_t first_ = 0;
    bool plain_ = false;
};

// A sweep came to a value that an operation had saved and that is not as it was.
struct SavedFault {
    NodeId node;         // the operation that saved it
    NodeId value;        // what it saved; none where that is unknown
    bool freed = false;  // false: it was changed in place, last by `changed`
    Span changed;
};

// A value that goes on without its history: `value` is a constant; its numbers are those of `from`, or come of it.
struct Cut {
    enum class By : std::uint8_t { Detach, Data, NoGrad };
    NodeId value;
    NodeId from;
    By by{};
    bool direct = true;         // what the text at `at` gives; false: computed further from that
    std::uint32_t operand = 0;  // of an operation under no_grad(): the one that `from` is
    std::uint32_t turn = 0;     // which time the text at `at` cut something off
    Span at;                    // y.detach(), y.data, the operation
};

struct Recording {
    Tape tape;
    Log log;
    std::vector<NodeId> inputs;   // in the order of the text
    NodeId output;                // none where the run did not get so far
    std::string function = "f";   // what the output is called
    std::vector<NodeId> control;  // nodes that only a condition looks at
    bool isProgram = false;
    std::vector<Cut> cuts;                             // of a program: where detach() or no_grad() cut the graph; by value
    std::vector<NodeId> named;                         // of a program: what it gave a name to
    std::vector<bool> numbers;                         // of a program, by node: constants that were Python numbers
    std::unordered_map<std::uint32_t, NodeId> leaves;  // of a program: the input nodes of leaves → the first of the same leaf
    std::vector<BackwardCall> backwardCalls;           // of a program
    std::optional<SavedFault> savedFault;              // the last, of a program
    std::vector<Diagnostic> diagnostics;
};

}  // namespace backstep
