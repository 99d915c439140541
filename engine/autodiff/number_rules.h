// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of op.def as straight-line code over numbers of one floating dtype: what is in the text, without a tree to walk or a tensor to make.
// It is a reverse sweep's inner loop; a sweep that goes through tensors runs the rules themselves.
#pragma once

#include <array>
#include <vector>

#include "engine/autodiff/rules.h"
#include "engine/tape/kernels.h"
#include "engine/tape/tape.h"

namespace backstep {

class NumberRule {
    static constexpr std::size_t kY = kMaxElementwise, kV = kY + 1, kFirst = kV + 1, kRegisters = 64;

public:
    NumberRule(const Rule& rule, DType dtype);  // Float32 or Float64: what every step is rounded to

    // What a rule reads: the operands (as many as the op has), y and v.
    class Inputs {
    public:
        [[nodiscard]] double& operand(std::size_t i) { return numbers_.data()[i]; }
        [[nodiscard]] double& y() { return numbers_[kY]; }
        [[nodiscard]] double& v() { return numbers_[kV]; }
        [[nodiscard]] double v() const { return numbers_[kV]; }
        [[nodiscard]] double operator[](std::size_t i) const { return numbers_.data()[i]; }  // i < kFirst

    private:
        std::array<double, kFirst> numbers_{};
    };
    // ∂y/∂operand · v.
    [[nodiscard]] double run(const Inputs& in) const {
        if (form_ == Form::Passes) return in.v();
        if (form_ == Form::Times) return times(in.v(), in[factor_]);
        return runLonger(in);
    }

private:
    struct Step {
        ScalarKernel kernel = nullptr;
        std::uint8_t count = 0;
        std::array<std::uint8_t, kMaxElementwise> operands{};
    };
    // Most rules pass v on, or times something that they read, or do one thing with it, or are v times one thing.
    enum class Form : std::uint8_t { Passes, Times, OneStep, TimesStep, Any };

    [[nodiscard]] double valueAt(const Inputs& in, std::size_t at) const { return at < kFirst ? in[at] : constants_[at - kFirst]; }
    // As the kernel of the product does it.
    [[nodiscard]] double times(double a, double b) const {
        return isSingle_ ? static_cast<double>(static_cast<float>(a) * static_cast<float>(b)) : a * b;
    }
    void findForm(std::size_t registers);
    [[nodiscard]] double runLonger(const Inputs& in) const;
    [[nodiscard]] double runStep(const Inputs& in) const;
    [[nodiscard]] double runAny(const Inputs& in) const;

    std::vector<Step> steps_;
    std::vector<double> constants_;
    std::uint8_t result_ = 0;
    std::uint8_t factor_ = 0;  // of v, where the rule is a product of the two
    bool isSingle_ = false;
    Form form_ = Form::Any;
};

// The rules of one dtype.
class NumberRules {
public:
    static const NumberRules& of(DType dtype);
    [[nodiscard]] const NumberRule& operator()(Op op, std::size_t operand) const {
        return rules_[static_cast<std::size_t>(op) * 3 + operand];
    }
    [[nodiscard]] const NumberRule* of(Op op) const { return rules_.data() + static_cast<std::size_t>(op) * 3; }  // one an operand

private:
    explicit NumberRules(DType dtype);
    std::vector<NumberRule> rules_;
};

// ∂output/∂node for all nodes up to the output, of a tape whose values are all float64 numbers without dimensions; 0 where
// nothing arrives. Eight bytes a node.
[[nodiscard]] std::vector<double> numberAdjoints(const Tape& tape, NodeId output);

}  // namespace backstep
