// SPDX-License-Identifier: GPL-3.0-or-later
// Every gradient by three methods that share no arithmetic: a reverse sweep, a forward sweep, differences of values.
#pragma once

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

[[nodiscard]] std::vector<GradientCheck> checkGradients(const Source& source, const Ast& ast, const Recording& recording);

}  // namespace backstep
