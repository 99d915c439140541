// SPDX-License-Identifier: GPL-3.0-or-later
// What a sampler asks of whoever computes points: a formula's recorded tracks, or a program that is run again.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/sampling/sampler.h"

namespace backstep {

// What two neighbouring points show of a break between them.
struct BreakFlags {
    NodeId value;  // the op that interrupts f between the points
    NodeId slope;  // … f′
    NodeId curvature;
};

struct SamplePoint {
    double x = 0;
    std::vector<double> values;    // f, f′, …
    std::size_t path = 0;          // which way the computation went
    std::vector<double> operands;  // of the ops that may break a curve, for comparison with a neighbour
    NodeId undefined;              // the op that gave the first NaN or infinity
};

class PointSource {
public:
    virtual ~PointSource() = default;
    // Points in any order; the answer has the same order.
    [[nodiscard]] virtual std::vector<SamplePoint> at(const std::vector<double>& x) = 0;
    [[nodiscard]] virtual BreakFlags between(const SamplePoint& a, const SamplePoint& b) const = 0;
    // Of four points in a row: an op whose pole the two in the middle enclose without a change of sign, as 1/x^2 has it.
    [[nodiscard]] virtual NodeId touching(const SamplePoint& a, const SamplePoint& b, const SamplePoint& c, const SamplePoint& d) const = 0;
    [[nodiscard]] virtual std::string textOf(std::size_t path, NodeId node) const = 0;
    // The ops that give no finite number for finite operands at x, as written, joined by commas.
    [[nodiscard]] virtual std::string undefinedAt(double x) = 0;
    [[nodiscard]] virtual std::string function() const = 0;
    [[nodiscard]] virtual std::size_t most() const { return kMaxSamples; }  // points in all
};

// Along whatever computes the points. Nothing if it was asked to stop, or there is no point at all.
[[nodiscard]] std::optional<Chart> sample(PointSource& paths, const SampleRequest& request, std::stop_token stop);

// Of points on different paths: the value jumps unless it does not.
[[nodiscard]] BreakFlags betweenPaths(const SamplePoint& a, const SamplePoint& b, NodeId cause);

}  // namespace backstep
