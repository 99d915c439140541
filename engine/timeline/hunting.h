// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a run something first goes wrong, and why: a NaN, an infinity, a gradient that is exactly 0.
#pragma once

#include <cstddef>

#include "engine/timeline/timeline.h"

namespace backstep {

// The first stop, forward or backward, at which a NaN or an infinity appears; 0: everywhere finite.
[[nodiscard]] std::size_t firstNotFinite(const Recording& recording);
// The first stop of a reverse sweep at which nothing but zeros arrives; without one, the first detach() that leaves an input
// without a gradient; 0: there is neither.
[[nodiscard]] std::size_t firstZero(const Recording& recording);

// How many numbers of a value are NaN, and how many infinite.
struct NotFinite {
    std::int64_t nan = 0, infinite = 0;
    [[nodiscard]] bool any() const { return nan + infinite > 0; }
};
[[nodiscard]] NotFinite notFiniteIn(const Tensor& value);
[[nodiscard]] bool isAllZero(const Tensor& value);  // and there is at least one number

struct Reason {
    enum class Cause : std::uint8_t {
        None,
        // Of a NaN or an infinity.
        CameIn,  // `node` had it before
        LogOfZero,
        LogOfNegative,
        RootOfNegative,
        PowerOfNegative,
        DivisionByZero,
        ZeroByZero,
        InfinityMinusInfinity,
        ZeroTimesInfinity,
        InfinityByInfinity,
        Outside,  // some other argument outside the domain
        Overflow,
        Arises,          // all that goes in is finite; nothing more is known
        SlopeAtZero,     // √x, xᵃ, ‖x‖: the local derivative has no value or is infinite at 0
        SlopeNotFinite,  // the local derivative, elsewhere
        ThereBefore,     // what arrives is finite; what was there is not
        // Of a gradient that is 0.
        ZeroFromAbove,  // the adjoint of `node` is 0
        DeadRelu,       // its argument, `number`, is not positive
        Clamped,        // its argument lies outside the bounds
        ZeroFactor,     // the other factor, `node`, is 0
        AtZero,         // the local derivative is a multiple of the argument, which is 0
        Saturated,      // the local derivative is so small at `number` that it is 0 in floating point
        Flat,           // the local derivative is 0 everywhere
        NotTaken,       // another operand was picked
        Stationary,     // a maximum, a minimum: the local derivative is 0 here
        // Of a gradient that is None.
        CutOff,  // all that leads from the input `node` to an output goes through this detach(), or through none
    };
    Cause cause = Cause::None;
    NodeId node;        // what had it before, the other factor, the operation
    double number = 0;  // the argument that it is due to
    bool hasNumber = false;
};

// Why the step to `stop` brought a NaN, an infinity or a gradient of 0; no cause where it brought none.
[[nodiscard]] Reason reasonAt(const Recording& recording, const Timeline& timeline, std::size_t stop);

}  // namespace backstep
