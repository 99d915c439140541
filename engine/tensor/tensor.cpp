// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/tensor.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "engine/base/watch.h"

namespace backstep {

double rounded(double value, DType dtype) {
    switch (dtype) {
        case DType::Bool: return value != 0 ? 1 : 0;
        case DType::Int32:
        case DType::Int64: return std::trunc(value) + 0.0;  // there is no negative zero among whole numbers
        case DType::Float32: return static_cast<double>(static_cast<float>(value));
        case DType::Float64: return value;
    }
    return value;
}

namespace {

// For each element of `to`, the element of `from` that broadcasting puts there.
std::vector<std::size_t> sourceIndices(const TensorShape& from, const TensorShape& to) {
    const std::size_t pad = to.size() - from.size();
    std::vector<std::size_t> strides(to.size(), 0);
    std::size_t stride = 1;
    for (std::size_t d = from.size(); d-- > 0;) {
        if (from[d] != 1) strides[d + pad] = stride;
        stride *= static_cast<std::size_t>(from[d]);
    }
    std::vector<std::size_t> out(static_cast<std::size_t>(elementCount(to)));
    std::vector<std::int64_t> index(to.size(), 0);
    std::size_t at = 0;
    for (std::size_t& slot : out) {
        slot = at;
        for (std::size_t d = to.size(); d-- > 0;) {
            at += strides[d];
            if (++index[d] < to[d]) break;
            at -= strides[d] * static_cast<std::size_t>(to[d]);
            index[d] = 0;
        }
    }
    return out;
}

}  // namespace

const char* nameOf(DType dtype) {
    switch (dtype) {
        case DType::Bool: return "torch.bool";
        case DType::Int32: return "torch.int32";
        case DType::Int64: return "torch.int64";
        case DType::Float32: return "torch.float32";
        case DType::Float64: return "torch.float64";
    }
    return "";
}

bool isFloating(DType dtype) { return dtype >= DType::Float32; }

// The dtypes stand in the order of promotion.
DType promote(DType a, DType b) { return std::max(a, b); }

std::int64_t elementCount(const TensorShape& shape) {
    std::int64_t n = 1;
    for (const std::int64_t d : shape) {
        if (__builtin_mul_overflow(n, d, &n)) {
            n = std::find(shape.begin(), shape.end(), 0) == shape.end() ? INT64_MAX : 0;
            break;
        }
    }
    Watch::size(n);
    return n;
}

std::optional<TensorShape> broadcastShapes(const TensorShape& a, const TensorShape& b) {
    TensorShape out = a.size() >= b.size() ? a : b;
    const TensorShape& other = a.size() >= b.size() ? b : a;
    for (std::size_t i = 0; i < other.size(); ++i) {
        std::int64_t& d = out[out.size() - 1 - i];
        const std::int64_t e = other[other.size() - 1 - i];
        if (d != e && d != 1 && e != 1) return std::nullopt;
        if (d == 1) d = e;
    }
    return out;
}

Tensor::Tensor(double value, DType dtype) : dtype_(dtype), scalar_(rounded(value, dtype)) {}

Tensor::Tensor(TensorShape shape, std::vector<double> values, DType dtype) : dtype_(dtype) {
    if (dtype != DType::Float64) {
        for (double& v : values) v = rounded(v, dtype);
    }
    *this = exact(std::move(shape), std::move(values), dtype);
}

Tensor Tensor::exact(TensorShape shape, std::vector<double> values, DType dtype) {
    Tensor out;
    out.dtype_ = dtype;
    if (shape.empty()) out.scalar_ = values.front();
    else
        out.large_ = std::make_shared<const Large>(Large{std::move(shape), std::make_shared<const std::vector<double>>(std::move(values))});
    return out;
}

Tensor Tensor::filled(const TensorShape& shape, double value, DType dtype) {
    if (shape.empty()) return Tensor(value, dtype);
    return exact(shape, std::vector<double>(static_cast<std::size_t>(elementCount(shape)), rounded(value, dtype)), dtype);
}

Tensor Tensor::reshaped(const TensorShape& shape) const {
    if (shape == this->shape()) return *this;
    if (shape.empty()) return Tensor(at(0), dtype_);
    Tensor out;
    out.dtype_ = dtype_;
    out.large_ = std::make_shared<const Large>(
        Large{shape, large_ ? large_->values : std::make_shared<const std::vector<double>>(std::vector<double>{scalar_})});
    return out;
}

Tensor Tensor::with(std::span<const std::int64_t> places, std::span<const double> values) const {
    if (!large_) return places.empty() ? *this : Tensor(values.back(), dtype_);
    std::vector<double> changed = *large_->values;
    for (std::size_t i = 0; i < places.size(); ++i) changed[static_cast<std::size_t>(places[i])] = rounded(values[i], dtype_);
    return exact(large_->shape, std::move(changed), dtype_);
}

const TensorShape& Tensor::shape() const {
    static const TensorShape kScalar;
    return large_ ? large_->shape : kScalar;
}

Tensor Tensor::expandedTo(const TensorShape& shape) const {
    if (shape == this->shape()) return *this;
    const std::vector<std::size_t> sources = sourceIndices(this->shape(), shape);
    std::vector<double> values(sources.size());
    std::transform(sources.begin(), sources.end(), values.begin(), [&](std::size_t i) { return at(static_cast<std::int64_t>(i)); });
    return {shape, std::move(values), dtype_};
}

namespace {

// What does not fit into a whole number becomes the least one, as the processor has it; a wider whole number wraps.
double fitted(double x, DType from, DType to) {
    if (isFloating(from)) {
        const double limit = to == DType::Int32 ? 2147483648.0 : 9223372036854775808.0;
        return std::trunc(x) >= -limit && std::trunc(x) < limit ? x : -limit;
    }
    return to == DType::Int32 && from == DType::Int64
               ? static_cast<double>(static_cast<std::int32_t>(static_cast<std::uint32_t>(static_cast<std::int64_t>(x))))
               : x;
}

}  // namespace

Tensor Tensor::cast(DType dtype) const {
    if (dtype == dtype_) return *this;
    if (dtype == DType::Int32 || dtype == DType::Int64) {
        if (!large_) return Tensor(fitted(scalar_, dtype_, dtype), dtype);
        std::vector<double> values = *large_->values;
        for (double& x : values) x = fitted(x, dtype_, dtype);
        return Tensor(large_->shape, std::move(values), dtype);
    }
    return large_ ? Tensor(large_->shape, *large_->values, dtype) : Tensor(scalar_, dtype);
}

bool identical(const Tensor& a, const Tensor& b) {
    if (a.dtype_ != b.dtype_ || a.shape() != b.shape()) return false;
    for (std::int64_t i = 0; i < a.size(); ++i) {
        const double x = a.at(i);
        const double y = b.at(i);
        if (std::isnan(x) && std::isnan(y)) continue;
        if (std::bit_cast<std::uint64_t>(x) != std::bit_cast<std::uint64_t>(y)) return false;
    }
    return true;
}

}  // namespace backstep
