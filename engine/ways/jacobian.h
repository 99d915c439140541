// SPDX-License-Identifier: GPL-3.0-or-later
// The Jacobian of an output by one leaf, a row a reverse sweep, and what a seed makes of its rows.
#pragma once

#include <stop_token>

#include "engine/ways/reach.h"

namespace backstep {

struct Jacobian {
    NodeId leaf;
    std::int64_t rows = 0, columns = 0;
    bool tooLarge = false;         // then `rows` and `columns` are all there is
    std::vector<MaybeTensor> row;  // vᵀJ for the one-hot v of each row, in the shape of the leaf; nothing where none arrives
    // Entry of the matrix; 0 where nothing arrives.
    [[nodiscard]] double at(std::int64_t i, std::int64_t j) const;
    [[nodiscard]] bool arrives(std::int64_t i) const { return row[static_cast<std::size_t>(i)].has_value(); }
};

inline constexpr std::int64_t kMostJacobianRows = 32;
inline constexpr std::int64_t kMostJacobianColumns = 32;

// One-hot seeds; the sweeps are those of the recording, run again.
[[nodiscard]] Jacobian jacobianOf(Replay& replay, const Recording& recording, const Reach& reach, NodeId leaf, const std::stop_token& stop);

// Σ vᵢ · row i over the first `rows` rows: vᵀJ as it forms. By element of the leaf.
[[nodiscard]] std::vector<double> formed(const Jacobian& jacobian, const Tensor& seed, std::int64_t rows);

// v with 1 at one element and 0 elsewhere, and with 1 everywhere: what .sum().backward() would begin with.
[[nodiscard]] Tensor oneHot(const Tensor& like, std::int64_t element);
[[nodiscard]] Tensor onesLike(const Tensor& like);

// Where element i stands: [1, 2]; empty for a scalar.
[[nodiscard]] std::string placeText(const TensorShape& shape, std::int64_t element);

}  // namespace backstep
