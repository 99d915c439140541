// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/valuetext.h"

#include "engine/base/numbers.h"
#include "engine/tensor/print.h"
#include "engine/timeline/tensorterms.h"

namespace backstep {
namespace {

constexpr std::int64_t kBriefly = 4;

}  // namespace

std::string briefly(const Tensor& value, int digits) {
    if (value.size() > kBriefly) return shapeText(value.shape());
    return nestedText(value, [digits](double x) { return significant(x, digits); });
}

std::string exactly(const Tensor& value, std::int64_t most) {
    if (value.size() > most) return shapeText(value.shape());
    return nestedText(value, [](double x) { return shortest(x); });
}

}  // namespace backstep
