// SPDX-License-Identifier: GPL-3.0-or-later
// An array's text as numpy 1.24 prints it: every number in its shortest form, all brought to one width.
#pragma once

#include <cstdint>
#include <limits>
#include <string>

#include "engine/tensor/tensor.h"

namespace backstep {

enum class FloatMode : std::uint8_t { Fixed, Unique, MaxPrecision, MaxPrecisionEqual };

// np.set_printoptions.
struct ArrayPrintOptions {
    int precision = 8;
    double threshold = 1000;  // more elements than this are summarised
    int edgeitems = 3;
    int linewidth = 75;
    bool suppress = false;
    FloatMode floatmode = FloatMode::MaxPrecision;
    char sign = '-';  // '-', '+' or ' '
    std::string nanText = "nan";
    std::string infText = "inf";
};

// str(a): a 0-d array reads as the number alone.
[[nodiscard]] std::string arrayStr(const Tensor& array, const ArrayPrintOptions& options = {});
[[nodiscard]] std::string arrayRepr(const Tensor& array, const ArrayPrintOptions& options = {});
// np.array2string and what else joins the numbers by itself: `prefix` and `suffix` only take room.
[[nodiscard]] std::string arrayText(const Tensor& array, const ArrayPrintOptions& options, const std::string& separator, std::size_t prefix,
                                    std::size_t suffix);
// str and repr of a scalar: np.float64(0.1), np.float32(1/3), np.int64(3), np.bool_(True).
[[nodiscard]] std::string scalarText(double value, DType dtype);
// "float32"
[[nodiscard]] std::string arrayDtypeName(DType dtype);

}  // namespace backstep
