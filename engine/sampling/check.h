// SPDX-License-Identifier: GPL-3.0-or-later
// Every gradient by three methods that share no arithmetic: a reverse sweep, a forward sweep, differences of values.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "engine/run/formula.h"

namespace backstep {

enum class Verdict : std::uint8_t { Agrees, Differs, NoVerdict };  // no verdict: a kink, a pole, an edge of the domain

struct GradientCheck {
    std::string input;
    double reverse = 0;
    double forward = 0;
    double difference = 0;       // Richardson-extrapolated central differences
    double differenceError = 0;  // its own estimate
    Verdict forwardVerdict{};
    Verdict differenceVerdict{};
};

// Central differences extrapolated to step 0, and how sure of it they are.
struct Difference {
    double value = 0;
    double error = HUGE_VAL;
};
inline constexpr std::size_t kDifferenceRows = 8;
// f holds the values at x ± h·2^-k, k = 0 … kDifferenceRows − 1, in pairs.
[[nodiscard]] Difference ridders(const std::vector<double>& f, double h);
[[nodiscard]] bool isTrusted(const Difference& difference);
[[nodiscard]] Verdict forwardVerdict(double reverse, double forward);
[[nodiscard]] Verdict differenceVerdict(double reverse, const Difference& difference);

[[nodiscard]] std::vector<GradientCheck> checkGradients(const Source& source, const Ast& ast, const Recording& recording);

}  // namespace backstep
