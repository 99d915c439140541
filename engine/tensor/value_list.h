// SPDX-License-Identifier: GPL-3.0-or-later
// Many values in a row: 9 bytes for a number, whatever its dtype; larger ones share their numbers with whoever has them.
#pragma once

#include <bit>
#include <vector>

#include "engine/tensor/tensor.h"

namespace backstep {

class ValueList {
public:
    std::uint32_t add(const Tensor& value) {
        if (value.isScalar()) return add(value.item(), value.dtype());
        large_.push_back(value);
        bytesOfValues_ += static_cast<std::size_t>(value.size()) * sizeof(double);
        numbers_.push_back(std::bit_cast<double>(static_cast<std::uint64_t>(large_.size() - 1)));
        kinds_.push_back(kLarge);
        return static_cast<std::uint32_t>(kinds_.size() - 1);
    }
    std::uint32_t add(double number, DType dtype) {
        numbers_.push_back(number);
        kinds_.push_back(static_cast<std::uint8_t>(dtype));
        return static_cast<std::uint32_t>(kinds_.size() - 1);
    }
    [[nodiscard]] Tensor operator[](std::size_t i) const {
        return kinds_[i] == kLarge ? large_[std::bit_cast<std::uint64_t>(numbers_[i])] : Tensor::number(numbers_[i], static_cast<DType>(kinds_[i]));
    }
    [[nodiscard]] std::size_t size() const { return kinds_.size(); }
    void shrink() {
        numbers_.shrink_to_fit();
        kinds_.shrink_to_fit();
    }
    // Of the larger ones, which may be shared with others.
    [[nodiscard]] std::size_t bytesOfValues() const { return bytesOfValues_; }

private:
    static constexpr std::uint8_t kLarge = 255;
    std::vector<double> numbers_;
    std::vector<std::uint8_t> kinds_;
    std::vector<Tensor> large_;
    std::size_t bytesOfValues_ = 0;
};

}  // namespace backstep
