// SPDX-License-Identifier: GPL-3.0-or-later
// The usual wrong ways to a number, each gone with the numbers of this run.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/predict/answer.h"

namespace backstep::predict {

struct Variant {
    Slip slip{};
    Tensor value;
    std::vector<std::string> arguments;
};

class Variants {
public:
    Variants(const Question& question, const Recording& recording, const Source& source, const Timeline& timeline);

    // The likeliest first. Some may come to the right number by chance.
    [[nodiscard]] const std::vector<Variant>& all() const { return all_; }
    // The tensors around, by name.
    [[nodiscard]] const std::vector<std::pair<std::string, Tensor>>& shaped() const { return shaped_; }
    // How large the numbers are that go into the answer: what is lost in rounding is small beside it.
    [[nodiscard]] double scale() const { return scale_; }

private:
    const Question& q_;
    const Recording& r_;
    const Source& source_;
    State before_;
    std::vector<Variant> all_;
    std::vector<std::pair<std::string, Tensor>> shaped_;
    double scale_ = 0;

    void add(Slip slip, std::optional<Tensor> value, std::vector<std::string> arguments = {});
    void addTerm(Slip slip, const std::optional<Tensor>& term, const std::vector<std::string>& arguments);
    [[nodiscard]] std::string name(NodeId node) const;
    [[nodiscard]] std::string target(NodeId node) const;
    void scaleBy(const Tensor& value);

    void ofValue();
    void otherOperations();
    void ofSeed();
    void ofGrad();
    void ofDerivative(const Contribution& c, const Timeline& timeline);
    void ofSum(const Contribution& c, const Timeline& timeline);
    void ofPartial(const Contribution& c, const Tensor& upstream);
    void otherRules(const Contribution& c, const Tensor& upstream);
    std::optional<Tensor> held_;  // what was there before the contribution
};

}  // namespace backstep::predict
