// SPDX-License-Identifier: GPL-3.0-or-later
// The paths of a formula along one input: each recorded once with its derivatives, replayed wherever its guards hold.
#pragma once

#include <memory>
#include <vector>

#include "engine/run/formula.h"
#include "engine/sampling/paths.h"
#include "engine/sampling/plan.h"

namespace backstep {

class Tracks : public PointSource {
public:
    Tracks(const Source& source, const Ast& ast, FormulaInputs inputs, std::string variable, int order);

    [[nodiscard]] std::vector<SamplePoint> at(const std::vector<double>& x) override;
    [[nodiscard]] BreakFlags between(const SamplePoint& a, const SamplePoint& b) const override;
    [[nodiscard]] NodeId touching(const SamplePoint& a, const SamplePoint& b, const SamplePoint& c, const SamplePoint& d) const override;
    [[nodiscard]] std::string textOf(std::size_t path, NodeId node) const override;
    [[nodiscard]] std::string undefinedAt(double x) override;
    [[nodiscard]] std::string function() const override { return function_; }

private:
    struct Track {
        Recording recording;
        std::vector<NodeId> wanted;    // f, f′, …; invalid: constant 0
        std::vector<NodeId> breakers;  // ops of the forward pass that may break a curve
        std::unique_ptr<Plan> plan;
    };
    const Source& source_;
    const Ast& ast_;
    FormulaInputs inputs_;
    std::string variable_;
    int order_;
    std::string function_ = "f";
    std::vector<Track> tracks_;

    std::size_t trace(double x);
    void replay(std::size_t path, const std::vector<double>& x, std::vector<std::size_t>& open, std::vector<SamplePoint>& out);
    [[nodiscard]] SamplePoint pointOf(const Track& track, std::size_t path, double x, std::size_t row) const;
    [[nodiscard]] bool holds(const Track& track, std::size_t row) const;
};

}  // namespace backstep
