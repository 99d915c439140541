// SPDX-License-Identifier: GPL-3.0-or-later
// numpy's functions of elements: one row each, computed on values.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/modules/numpy.h"

namespace backstep::modules {

enum class UfuncKind : std::uint8_t {
    Arithmetic,  // gives the dtype that it is given
    Division,    // whole numbers become float64
    Real,        // the same, for functions of analysis
    Compare,     // of the common dtype, gives bool
    Truth,       // of each element as it is, gives bool
    Bits,        // whole numbers and bool
};

struct Ufunc {
    std::string_view name;
    std::size_t operands;
    UfuncKind kind;
    double (*wide)(double, double);
    float (*single)(float, float);
    std::int64_t (*whole)(std::int64_t, std::int64_t);  // null: not of whole numbers
};

[[nodiscard]] std::span<const Ufunc> ufuncs();
[[nodiscard]] const Ufunc& ufuncNamed(std::string_view name);

// Broadcasts ("operands could not be broadcast together with shapes (3,) (4,) "), promotes, computes; what went wrong is
// reported under the name `where`.
[[nodiscard]] Tensor computeUfunc(Interpreter& vm, const Ufunc& u, std::span<const Tensor> operands, const std::string& where,
                                  std::optional<DType> dtype = std::nullopt);

}  // namespace backstep::modules
