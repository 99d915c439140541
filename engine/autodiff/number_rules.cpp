// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/number_rules.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace backstep {
namespace {

// What a part of a rule comes to, where that does not depend on anything.
std::optional<double> numberOf(const Rule::Node& node, const std::vector<std::optional<double>>& known) {
    if (node.kind == Rule::Kind::Number) return node.number;
    if (node.kind == Rule::Kind::Tensor) return known[node.children[0]];
    if (node.kind != Rule::Kind::Apply) return std::nullopt;
    std::array<double, kMaxElementwise> values{};
    for (std::size_t i = 0; i < node.count; ++i) {
        if (!known[node.children[i]]) return std::nullopt;
        values[i] = *known[node.children[i]];
    }
    return scalarKernel64(node.op)(values.data());
}

}  // namespace

// Numbers of the text are Python's: what is computed of them alone is not rounded to the dtype, and known now.
NumberRule::NumberRule(const Rule& rule, DType dtype) : isSingle_(dtype == DType::Float32) {
    std::vector<std::optional<double>> known(rule.nodes.size());
    for (std::size_t n = 0; n < rule.nodes.size(); ++n) known[n] = numberOf(rule.nodes[n], known);
    for (const std::optional<double>& number : known) {
        if (number) constants_.push_back(*number);
    }
    std::vector<std::uint8_t> registers;  // of each node of the tree; children come before what uses them
    std::size_t constant = kFirst;
    std::size_t next = kFirst + constants_.size();
    for (std::size_t n = 0; n < rule.nodes.size(); ++n) {
        const Rule::Node& node = rule.nodes[n];
        std::size_t at = 0;
        switch (node.kind) {
            using enum Rule::Kind;
            case A:
            case B:
            case C:
            case D:
            case E:
            case F: at = static_cast<std::size_t>(node.kind); break;
            case Y: at = kY; break;
            case V: at = kV; break;
            case Number: at = constant++; break;
            case Tensor: at = known[n] ? constant++ : registers[node.children[0]]; break;
            case Apply: {
                if (known[n]) {
                    at = constant++;
                    break;
                }
                Step step;
                step.kernel = isSingle_ ? scalarKernel32(node.op) : scalarKernel64(node.op);
                step.count = node.count;
                for (std::size_t i = 0; i < node.count; ++i) step.operands[i] = registers[node.children[i]];
                steps_.push_back(step);
                at = next++;
                break;
            }
        }
        if (at >= kRegisters) throw std::logic_error("op.def: a rule is too long");
        registers.push_back(static_cast<std::uint8_t>(at));
    }
    result_ = registers.back();
    findForm(next);
}

void NumberRule::findForm(std::size_t registers) {
    if (result_ == kV) form_ = Form::Passes;
    if (result_ == kV || steps_.empty() || steps_.size() > 2 || result_ != registers - 1) return;
    if (steps_.size() == 1) form_ = Form::OneStep;
    const Step& last = steps_.back();
    if (last.kernel != (isSingle_ ? scalarKernel32(Op::Mul) : scalarKernel64(Op::Mul))) return;
    if (last.operands[0] != kV && last.operands[1] != kV) return;
    factor_ = last.operands[last.operands[0] == kV ? 1 : 0];
    if (steps_.size() == 2) form_ = factor_ == registers - 2 ? Form::TimesStep : Form::Any;
    else if (factor_ < kFirst) form_ = Form::Times;
}

double NumberRule::runLonger(const Inputs& in) const {
    switch (form_) {
        case Form::OneStep: return runStep(in);
        case Form::TimesStep: return times(in.v(), runStep(in));
        default: return runAny(in);
    }
}

double NumberRule::runStep(const Inputs& in) const {
    std::array<double, kMaxElementwise> read;
    const Step& step = steps_.front();
    for (std::size_t i = 0; i < step.count; ++i) read[i] = valueAt(in, step.operands[i]);
    return step.kernel(read.data());
}

double NumberRule::runAny(const Inputs& in) const {
    std::array<double, kRegisters> r;
    for (std::size_t i = 0; i < kFirst; ++i) r[i] = in[i];
    std::copy(constants_.begin(), constants_.end(), r.begin() + kFirst);
    std::size_t next = kFirst + constants_.size();
    for (const Step& step : steps_) {
        std::array<double, kMaxElementwise> read;
        for (std::size_t i = 0; i < step.count; ++i) read[i] = r[step.operands[i]];
        r[next++] = step.kernel(read.data());
    }
    return isSingle_ ? static_cast<double>(static_cast<float>(r[result_])) : r[result_];
}

NumberRules::NumberRules(DType dtype) {
    static const Rule kNothing{{Rule::Node{}}};
    rules_.reserve(kElementwiseEnd * 3);
    for (std::size_t op = 0; op < kElementwiseEnd; ++op) {
        for (std::size_t i = 0; i < 3; ++i) {
            const bool has = op >= 2 && !infoOf(static_cast<Op>(op)).rules[i].empty();
            rules_.emplace_back(has ? ruleOf(static_cast<Op>(op), i) : kNothing, dtype);
        }
    }
}

const NumberRules& NumberRules::of(DType dtype) {
    static const NumberRules kSingle(DType::Float32), kDouble(DType::Float64);
    return dtype == DType::Float64 ? kDouble : kSingle;
}

std::vector<double> numberAdjoints(const Tape& tape, NodeId output) {
    enum class Mark : std::uint8_t { Untouched, Reached };  // not a char, which might be a part of anything that is read in the loop
    std::vector<double> adjoints(output.index() + 1, 0.0);
    std::vector<Mark> marks(adjoints.size(), Mark::Untouched);
    double* const adjoint = adjoints.data();
    Mark* const mark = marks.data();  // untouched is not the same as being 0: think of 0 · ∞
    adjoint[output.index()] = 1;
    mark[output.index()] = Mark::Reached;
    const NumberRules& rules = NumberRules::of(DType::Float64);
    NumberRule::Inputs in{};
    for (std::size_t i = output.index() + 1; i-- > 0;) {
        const NodeId node(i);
        if (mark[i] == Mark::Untouched || !tape.requiresGrad(node)) continue;
        const std::span<const NodeId> all = tape.operands(node);
        const NodeId* const operands = all.data();
        const std::size_t count = all.size();
        const NumberRule* const own = rules.of(tape.op(node));
        in.y() = tape.scalar(node);
        in.v() = adjoint[i];
        for (std::size_t k = 0; k < count; ++k) in.operand(k) = tape.scalar(operands[k]);
        for (std::size_t k = 0; k < count; ++k) {
            if (!tape.requiresGrad(operands[k])) continue;
            const std::size_t to = operands[k].index();  // before the node
            mark[to] = Mark::Reached;
            adjoint[to] += own[k].run(in);
        }
    }
    return adjoints;
}

}  // namespace backstep
