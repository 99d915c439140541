// SPDX-License-Identifier: GPL-3.0-or-later
// The watch over a program's kernels: its work limit, the size of its tensors, and Stop.
#pragma once

#include "engine/base/watch.h"
#include "engine/modules/tensor_limits.h"
#include "engine/python/interpreter.h"

namespace backstep::modules {

class RunWatch : public Watch {
public:
    RunWatch(python::Interpreter& vm, const TensorLimits& limits)
        : Watch(kGrain, limits.elements), vm_(vm), limits_(limits), left_(limits.work) {}

private:
    static constexpr std::int64_t kGrain = 2'000'000;  // between two looks: a few milliseconds
    python::Interpreter& vm_;
    TensorLimits limits_;
    std::int64_t left_;

    void look() override {
        left_ -= kGrain - credit_;
        credit_ = kGrain;
        if (left_ < 0) {
            throw python::LimitReached{
                python::Limit::Other, "the program's tensors took more than " + std::to_string(limits_.work) + " multiplications", {}, 0};
        }
        vm_.checkStop();
    }
    [[noreturn]] void tooLarge(std::int64_t elements) override {
        const std::string many = elements == INT64_MAX ? "more than 2^63" : std::to_string(elements);
        throw python::LimitReached{
            python::Limit::Memory, "a tensor of " + many + " elements: the limit is " + std::to_string(limits_.elements), {}, 0};
    }
};

}  // namespace backstep::modules
