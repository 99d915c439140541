// SPDX-License-Identifier: GPL-3.0-or-later
// What flows through a reverse sweep: numbers as they are, everything else as variables.
#pragma once

#include <limits>
#include <utility>
#include <vector>

#include "engine/autograd/numbers.h"
#include "engine/autograd/variable.h"
#include "engine/tape/contributions.h"

namespace backstep {

constexpr std::int64_t kWorkOfStep = 2'000;  // multiply-adds that take as long as one step of a sweep, for Watch

// What flows: a plain number, or a variable where something needs one (create_graph, hooks, tensors).
struct Flow {
    enum class Kind : std::uint8_t { None, Number, Variable };
    Kind kind = Kind::None;
    DType dtype = DType::Float64;
    std::uint32_t logged = Contributions::kNone;  // its index among the values of the log, once it is there
    double number = 0;
    Var variable;

    Flow() = default;
    explicit Flow(const Number& n) : kind(Kind::Number), dtype(n.dtype), number(n.value) {}
    explicit Flow(Var v) : kind(v ? Kind::Variable : Kind::None), variable(std::move(v)) {}
    [[nodiscard]] bool any() const { return kind != Kind::None; }
    [[nodiscard]] bool isNumber() const { return kind == Kind::Number; }
};

// A node at which everything has arrived. As PyTorch's engine has it, the one recorded last goes first, a leaf at once.
struct ReadyNode {
    static constexpr std::uint64_t kFirst = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t priority = 0;
    NodeId node;
    bool operator<(const ReadyNode& other) const { return priority < other.priority; }
};

// The adjoints of a node's outputs; nearly always there is one.
class Flows {
public:
    [[nodiscard]] std::size_t size() const { return size_; }
    Flow& at(std::size_t i) {
        if (i >= size_) {
            size_ = i + 1;
            more_.resize(i);
        }
        return i == 0 ? first_ : more_[i - 1];
    }
    Flow& operator[](std::size_t i) { return i == 0 ? first_ : more_[i - 1]; }
    const Flow& operator[](std::size_t i) const { return i == 0 ? first_ : more_[i - 1]; }

private:
    Flow first_;
    std::vector<Flow> more_;
    std::size_t size_ = 0;
};

}  // namespace backstep
