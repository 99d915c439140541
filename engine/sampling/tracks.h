// SPDX-License-Identifier: GPL-3.0-or-later
// The paths of a formula along one input: each recorded once with its derivatives, replayed wherever its guards hold.
#pragma once

#include <memory>
#include <vector>

#include "engine/run/formula.h"
#include "engine/sampling/plan.h"

namespace backstep {

// What two neighbouring points show of a break between them.
struct BreakFlags {
    NodeId value;  // the op that interrupts f between the points
    NodeId slope;  // … f′
    NodeId curvature;
};

struct SamplePoint {
    double x = 0;
    std::vector<double> values;     // f, f′, …
    std::size_t path = 0;           // which track served it
    std::vector<double> operands;   // of the ops that may break a curve, for comparison with a neighbour
    NodeId undefined;               // the op that gave the first NaN or infinity
};

class Tracks {
public:
    Tracks(const Source& source, const Ast& ast, FormulaInputs inputs, std::string variable, int order);

    // Points in any order; the answer has the same order.
    [[nodiscard]] std::vector<SamplePoint> at(const std::vector<double>& x);
    [[nodiscard]] BreakFlags between(const SamplePoint& a, const SamplePoint& b) const;
    // Of four points in a row: an op whose pole the two in the middle enclose without a change of sign, as 1/x^2 has it.
    [[nodiscard]] NodeId touching(const SamplePoint& a, const SamplePoint& b, const SamplePoint& c, const SamplePoint& d) const;
    [[nodiscard]] std::string textOf(std::size_t path, NodeId node) const;
    // The ops that give no finite number for finite operands at x, as written, joined by commas.
    [[nodiscard]] std::string undefinedAt(double x);
    [[nodiscard]] const std::string& function() const { return function_; }

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
    void replay(std::size_t track, const std::vector<double>& x, std::vector<std::size_t>& open, std::vector<SamplePoint>& out);
    [[nodiscard]] SamplePoint pointOf(const Track& track, std::size_t path, double x, std::size_t row) const;
    [[nodiscard]] bool holds(const Track& track, std::size_t row) const;
};

}  // namespace backstep
