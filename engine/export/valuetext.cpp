// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/valuetext.h"

#include "engine/base/numbers.h"
#include "engine/tensor/print.h"

namespace backstep {
namespace {

constexpr std::int64_t kBriefly = 4;

template <class Number>
void write(std::string& out, const Tensor& tensor, std::size_t dimension, std::int64_t& at, const Number& number) {
    if (dimension == tensor.dims()) {
        out += number(tensor.at(at++));
        return;
    }
    out += '[';
    for (std::int64_t i = 0; i < tensor.shape()[dimension]; ++i) {
        if (i > 0) out += ", ";
        write(out, tensor, dimension + 1, at, number);
    }
    out += ']';
}

template <class Number>
std::string written(const Tensor& value, std::int64_t most, const Number& number) {
    if (value.size() > most) return shapeText(value.shape());
    std::string out;
    std::int64_t at = 0;
    write(out, value, 0, at, number);
    return out;
}

}  // namespace

std::string briefly(const Tensor& value, int digits) {
    return written(value, kBriefly, [digits](double x) { return significant(x, digits); });
}

std::string exactly(const Tensor& value, std::int64_t most) {
    return written(value, most, [](double x) { return shortest(x); });
}

}  // namespace backstep
