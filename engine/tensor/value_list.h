// SPDX-License-Identifier: GPL-3.0-or-later
// Many values in a row: 8 bytes for a number as long as all have one dtype, else 9; larger ones share their numbers with whoever
// has them.
#pragma once

#include <bit>
#include <vector>

#include "engine/base/rows.h"
#include "engine/tensor/tensor.h"

namespace backstep {

class ValueList {
public:
    std::uint32_t add(const Tensor& value) {
        if (value.isScalar()) return add(value.item(), value.dtype());
        large_.push_back(value);
        bytesOfValues_ += static_cast<std::size_t>(value.size()) * sizeof(double);
        return addKind(std::bit_cast<double>(static_cast<std::uint64_t>(large_.size() - 1)), kLarge);
    }
    std::uint32_t add(double number, DType dtype) { return addKind(number, static_cast<std::uint8_t>(dtype)); }
    [[nodiscard]] Tensor operator[](std::size_t i) const {
        const std::uint8_t kind = kinds_.empty() ? kind_ : kinds_[i];
        return kind == kLarge ? large_[std::bit_cast<std::uint64_t>(numbers_[i])] : Tensor::number(numbers_[i], static_cast<DType>(kind));
    }
    [[nodiscard]] std::size_t size() const { return numbers_.size(); }
    void shrink() {
        numbers_.shrink_to_fit();
        kinds_.shrink_to_fit();
    }
    // Of the larger ones, which may be shared with others.
    [[nodiscard]] std::size_t bytesOfValues() const { return bytesOfValues_; }

private:
    static constexpr std::uint8_t kLarge = 255;
    std::uint32_t addKind(double number, std::uint8_t kind) {
        if (numbers_.empty()) kind_ = kind;
        if (kinds_.empty() && kind != kind_) kinds_.resize(numbers_.size(), kind_);
        numbers_.push_back(number);
        if (kind != kind_ || !kinds_.empty()) kinds_.push_back(kind);
        return static_cast<std::uint32_t>(numbers_.size() - 1);
    }
    Rows<double> numbers_;
    std::uint8_t kind_ = 0;     // of all of them …
    Rows<std::uint8_t> kinds_;  // … until there is another: then of each
    std::vector<Tensor> large_;
    std::size_t bytesOfValues_ = 0;
};

}  // namespace backstep
