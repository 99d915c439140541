// SPDX-License-Identifier: GPL-3.0-or-later
// What a batch says of its channels, for the running statistics of a batch normalization.
#pragma once

#include <vector>

#include "engine/tape/attributes.h"
#include "engine/tensor/tensor.h"

namespace backstep::kernels {

struct BatchStatistics {
    std::vector<double> means, variances;  // of each channel, as its dtype has them; the variances are divided by n − 1
};

[[nodiscard]] BatchStatistics statisticsOf(const Tensor& x, const Attributes& attributes);

}  // namespace backstep::kernels
