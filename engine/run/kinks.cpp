// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/kinks.h"

#include <cmath>

namespace backstep {
namespace {

bool stepsAt(Op op, double a) {
    if (op == Op::Floor || op == Op::Ceil) return a == std::floor(a);
    if (op == Op::Round) return a - std::floor(a) == 0.5;
    return op == Op::Trunc && a != 0 && a == std::floor(a);
}

}  // namespace

bool isBentAt(Op op, double a, double b, double c) {
    switch (infoOf(op).breaks) {
        case Breaks::KinkA:
        case Breaks::JumpA: return a == 0;
        case Breaks::KinkAB: return a == b;
        case Breaks::KinkClamp: return a == b || a == c;
        case Breaks::JumpY: return stepsAt(op, a);
        case Breaks::StepsOfA: return a != 0 && a == std::floor(a);
        default: return false;
    }
}

}  // namespace backstep
