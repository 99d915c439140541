// SPDX-License-Identifier: GPL-3.0-or-later
// The singular value decomposition of a matrix by one-sided Jacobi rotations, in float64.
#pragma once

#include <optional>

#include "engine/tape/matrices.h"

namespace backstep {

// A = U diag(values) Vᵀ with min(rows, columns) values, largest first. The signs of U and V are not LAPACK's.
struct SingularValues {
    Matrix<double> u, v;
    std::vector<double> values;
};
[[nodiscard]] SingularValues singularValuesOf(Matrix<double> a);

// What flows back to A where `v` flows back to its singular values, for each matrix of a batch. None where something flows back to
// a value of 0 (to the precision of its dtype): U Vᵀ has one sign there as well as the other.
[[nodiscard]] std::optional<Tensor> singularValuesBackward(const Tensor& a, const Tensor& v);

}  // namespace backstep
