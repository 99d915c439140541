// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of op.def as straight-line code over doubles: what is in the text, without a tree to walk or a tensor to make.
// It is a reverse sweep's inner loop; a sweep that is logged, or goes through tensors, runs the rules themselves.
#pragma once

#include <array>
#include <vector>

#include "engine/autodiff/rules.h"
#include "engine/tape/kernels.h"
#include "engine/tape/tape.h"

namespace backstep {

class NumberRule {
public:
    explicit NumberRule(const Rule& rule);

    // ∂y/∂operand · v at these operands (as many as the op has) and y.
    [[nodiscard]] double run(const double* operands, std::size_t count, double y, double v) const {
        std::array<double, kRegisters> r;
        for (std::size_t i = 0; i < count; ++i) r[i] = operands[i];
        r[kY] = y;
        r[kV] = v;
        for (std::size_t i = 0; i < constants_.size(); ++i) r[kFirst + i] = constants_[i];
        std::size_t next = kFirst + constants_.size();
        for (const Step& step : steps_) {
            std::array<double, kMaxElementwise> in{};
            for (std::size_t i = 0; i < step.count; ++i) in[i] = r[step.operands[i]];
            r[next++] = step.kernel(in.data());
        }
        return r[result_];
    }

private:
    static constexpr std::size_t kY = kMaxElementwise, kV = kY + 1, kFirst = kV + 1, kRegisters = 64;
    struct Step {
        ScalarKernel kernel = nullptr;
        std::uint8_t count = 0;
        std::array<std::uint8_t, kMaxElementwise> operands{};
    };
    std::vector<Step> steps_;
    std::vector<double> constants_;
    std::uint8_t result_ = 0;
};

[[nodiscard]] const NumberRule& numberRuleOf(Op op, std::size_t operand);

// ∂output/∂node for all nodes up to the output, of a tape whose values are all float64 numbers without dimensions; 0 where
// nothing arrives. Eight bytes a node.
[[nodiscard]] std::vector<double> numberAdjoints(const Tape& tape, NodeId output);

}  // namespace backstep
