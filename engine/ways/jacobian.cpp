// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ways/jacobian.h"

namespace backstep {

double Jacobian::at(std::int64_t i, std::int64_t j) const {
    const MaybeTensor& values = row[static_cast<std::size_t>(i)];
    return values ? values->at(j) : 0;
}

Tensor oneHot(const Tensor& like, std::int64_t element) {
    if (like.size() == 0) return like;
    const std::int64_t place[] = {element};
    const double one[] = {1};
    return like.isScalar() ? onesLike(like) : Tensor::filled(like.shape(), 0, like.dtype()).with(place, one);
}

Tensor onesLike(const Tensor& like) { return Tensor::filled(like.shape(), 1, like.dtype()); }

Jacobian jacobianOf(Replay& replay, const Recording& recording, const Reach& reach, NodeId leaf, const std::stop_token& stop) {
    Jacobian jacobian;
    jacobian.leaf = leaf;
    const Tensor root = recording.tape.value(reach.root);
    jacobian.rows = root.size();
    jacobian.columns = recording.tape.value(leaf).size();
    jacobian.tooLarge = jacobian.rows > kMostJacobianRows || jacobian.columns > kMostJacobianColumns;
    for (std::int64_t i = 0; i < jacobian.rows && !jacobian.tooLarge && !stop.stop_requested(); ++i) {
        jacobian.row.push_back(pullBack(replay, reach, oneHot(root, i)).known[leaf]);
    }
    return jacobian;
}

std::vector<double> formed(const Jacobian& jacobian, const Tensor& seed, std::int64_t rows) {
    std::vector<double> sum(static_cast<std::size_t>(jacobian.columns), 0);
    for (std::int64_t i = 0; i < rows && i < jacobian.rows; ++i) {
        if (!jacobian.arrives(i)) continue;
        for (std::int64_t j = 0; j < jacobian.columns; ++j) sum[static_cast<std::size_t>(j)] += seed.at(i) * jacobian.at(i, j);
    }
    return sum;
}

std::string placeText(const TensorShape& shape, std::int64_t element) {
    std::string text;
    for (std::size_t d = shape.size(); d-- > 0;) {
        text = std::to_string(element % shape[d]) + (text.empty() ? "" : ", ") + text;
        element /= shape[d];
    }
    return text.empty() ? text : "[" + text + "]";
}

}  // namespace backstep
