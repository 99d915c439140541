// SPDX-License-Identifier: GPL-3.0-or-later
// An immutable tensor value: dtype, shape, numbers in row-major order. A scalar lives inline; anything larger shares its
// numbers by reference. Broadcasting and promotion are PyTorch's.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace backstep {

enum class DType : std::uint8_t { Bool, Int32, Int64, Float32, Float64 };
[[nodiscard]] const char* nameOf(DType dtype);  // "torch.float64"
[[nodiscard]] bool isFloating(DType dtype);
[[nodiscard]] DType promote(DType a, DType b);

using TensorShape = std::vector<std::int64_t>;

// The shape that both expand to, or nothing where a dimension differs and neither is 1.
[[nodiscard]] std::optional<TensorShape> broadcastShapes(const TensorShape& a, const TensorShape& b);
[[nodiscard]] std::int64_t elementCount(const TensorShape& shape);

class Tensor {
public:
    Tensor() = default;  // the float64 scalar 0
    explicit Tensor(double value, DType dtype = DType::Float64);
    // One number an element, row by row; rounded to the dtype.
    Tensor(TensorShape shape, std::vector<double> values, DType dtype = DType::Float64);
    // The same from numbers that are already rounded to the dtype.
    [[nodiscard]] static Tensor exact(TensorShape shape, std::vector<double> values, DType dtype);
    // A number that the dtype holds as it is.
    [[nodiscard]] static Tensor number(double value, DType dtype) {
        Tensor out;
        out.dtype_ = dtype;
        out.scalar_ = value;
        return out;
    }
    [[nodiscard]] static Tensor filled(const TensorShape& shape, double value, DType dtype);

    [[nodiscard]] DType dtype() const { return dtype_; }
    [[nodiscard]] const TensorShape& shape() const;
    [[nodiscard]] std::int64_t size() const { return large_ ? elementCount(large_->shape) : 1; }
    [[nodiscard]] bool isScalar() const { return !large_; }
    // Every dtype reads as double: exact for all but int64 beyond 2^53.
    [[nodiscard]] double item() const { return scalar_; }
    [[nodiscard]] double at(std::int64_t i) const { return large_ ? (*large_->values)[static_cast<std::size_t>(i)] : scalar_; }
    [[nodiscard]] std::span<const double> numbers() const {
        return large_ ? std::span<const double>(*large_->values) : std::span<const double>(&scalar_, 1);
    }
    [[nodiscard]] std::size_t dims() const { return large_ ? large_->shape.size() : 0; }
    // The same numbers in another shape of as many elements; they are shared, not copied.
    [[nodiscard]] Tensor reshaped(const TensorShape& shape) const;
    // A value equal to this but for these elements (copy on write).
    [[nodiscard]] Tensor with(std::span<const std::int64_t> places, std::span<const double> values) const;

    [[nodiscard]] Tensor expandedTo(const TensorShape& shape) const;
    [[nodiscard]] Tensor cast(DType dtype) const;

    // Same dtype, shape and numbers; NaN equals NaN, 0 does not equal −0.
    friend bool identical(const Tensor& a, const Tensor& b);

private:
    struct Large {
        TensorShape shape;
        std::shared_ptr<const std::vector<double>> values;
    };
    DType dtype_ = DType::Float64;
    double scalar_ = 0;
    std::shared_ptr<const Large> large_;
};

[[nodiscard]] bool identical(const Tensor& a, const Tensor& b);

// A number as the dtype holds it: float32 rounds to nearest, whole numbers lose their fraction, bool is 0 or 1.
[[nodiscard]] double rounded(double value, DType dtype);

}  // namespace backstep
