// SPDX-License-Identifier: GPL-3.0-or-later
// How the expressions of the tables compute their functions.
#pragma once

#include <cmath>

#include "engine/tensor/tensor.h"

namespace backstep {

// As PyTorch does in loops over one number at a time: by the C library.
struct Libm {
#define FUNCTION(name, ...)            \
    template <class T>                 \
    [[nodiscard]] static T name(T x) { \
        using std::name;               \
        return name(x);                \
    }
#define FUNCTION2(name, ...)                \
    template <class T>                      \
    [[nodiscard]] static T name(T x, T y) { \
        using std::name;                    \
        return name(x, y);                  \
    }
#include "engine/tape/sleef.def"
};

// The same for what is left of a tensor when the groups are done.
struct Rest : Libm {};

// As PyTorch does in loops over eight at once: by SLEEF, its vector library, with an error of at most 1 unit in the last place (erfc:
// 1.5), and to the last bit what PyTorch gives on a processor with AVX2. Where SLEEF is not there, or the processor does not
// multiply and add in one step (PyTorch falls back there too), by the C library.
struct Sleef {
#define FUNCTION(name, ...)                   \
    [[nodiscard]] static float name(float x); \
    [[nodiscard]] static double name(double x);
#define FUNCTION2(name, ...)                           \
    [[nodiscard]] static float name(float x, float y); \
    [[nodiscard]] static double name(double x, double y);
#include "engine/tape/sleef.def"
    [[nodiscard]] static bool serves();  // SLEEF is there, and the processor can
};

// Of a number of a tensor of this dtype.
[[nodiscard]] inline double exponential(double x, DType dtype) {
    return dtype == DType::Float32 ? static_cast<double>(Sleef::exp(static_cast<float>(x))) : Sleef::exp(x);
}
[[nodiscard]] inline double logarithm(double x, DType dtype) {
    return dtype == DType::Float32 ? static_cast<double>(Sleef::log(static_cast<float>(x))) : Sleef::log(x);
}

}  // namespace backstep
