// SPDX-License-Identifier: GPL-3.0-or-later
// Losses.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "engine/tape/lanes.h"
#include "engine/tape/shaped.h"
#include "engine/tape/sleef.h"

namespace backstep::kernels {
namespace {

using Operands = std::span<const Tensor>;

Tensor reduced(Tensor loss, std::int64_t reduction) {
    if (reduction == 0) return loss;
    const Tensor sum = sumOf(loss, {}, false);
    return reduction == 2 ? sum : Tensor(sum.item() / static_cast<double>(loss.size()), loss.dtype());
}

DType common(Operands x) {
    DType dtype = x[0].dtype();
    for (const Tensor& t : x) dtype = promote(dtype, t.dtype());
    return dtype;
}

// f(numbers of the operands, dtype), element by element, broadcast.
template <class F>
Tensor elementwise(Operands x, F f) {
    TensorShape shape;
    for (const Tensor& t : x) shape = *broadcastShapes(shape, t.shape());
    const DType dtype = common(x);
    std::vector<Tensor> wide;
    for (const Tensor& t : x) wide.push_back(t.cast(dtype).expandedTo(shape));
    std::vector<double> values(static_cast<std::size_t>(elementCount(shape))), at(x.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t k = 0; k < x.size(); ++k) at[k] = wide[k].at(static_cast<std::int64_t>(i));
        values[i] = f(at, [dtype](double v) { return rounded(v, dtype); });
    }
    return {shape, std::move(values), dtype};
}

// 1, or 1 / n where the mean was taken.
double share(Operands x, const Attributes& attributes) {
    TensorShape shape;
    for (std::size_t k = 1; k < x.size(); ++k) shape = *broadcastShapes(shape, x[k].shape());
    return attributes.n == 1 ? rounded(1 / static_cast<double>(elementCount(shape)), common(x)) : 1;
}

using Numbers = const std::vector<double>&;

}  // namespace

std::vector<Tensor> mseLoss(Operands x, const Attributes& attributes) {
    const Tensor loss = elementwise(x, [](Numbers v, auto r) {
        const double d = r(v[0] - v[1]);
        return d * d;
    });
    return {reduced(loss, attributes.n)};
}

std::vector<Tensor> mseLossBackward(Operands x, const Attributes& attributes) {
    const double factor =
        attributes.n == 1 ? rounded(2 / static_cast<double>(elementCount(*broadcastShapes(x[1].shape(), x[2].shape()))), common(x)) : 2;
    return {elementwise(x, [factor](Numbers v, auto r) { return r(factor * r(v[1] - v[2])) * v[0]; })};
}

std::vector<Tensor> smoothL1Loss(Operands x, const Attributes& attributes) {
    const double beta = attributes.number;
    const Tensor loss = elementwise(x, [beta](Numbers v, auto r) {
        const double z = std::fabs(r(v[0] - v[1]));
        return z < beta ? r(r(0.5 * z) * z) / beta : z - r(0.5 * beta);
    });
    return {reduced(loss, attributes.n)};
}

std::vector<Tensor> smoothL1LossBackward(Operands x, const Attributes& attributes) {
    const double beta = attributes.number;
    const double norm = share(x, attributes);
    return {elementwise(x, [=](Numbers v, auto r) {
        const double d = r(v[1] - v[2]);
        if (d <= -beta) return -norm * v[0];
        if (d >= beta) return norm * v[0];
        return r(r(norm * d) * v[0]) / beta;
    })};
}

std::vector<Tensor> huberLoss(Operands x, const Attributes& attributes) {
    const double delta = attributes.number;
    const Tensor loss = elementwise(x, [delta](Numbers v, auto r) {
        const double z = std::fabs(r(v[0] - v[1]));
        return z <= delta ? r(0.5 * z) * z : delta * r(z - r(0.5 * delta));
    });
    return {reduced(loss, attributes.n).cast(x[0].dtype())};  // the target does not promote
}

std::vector<Tensor> huberLossBackward(Operands x, const Attributes& attributes) {
    const double delta = attributes.number;
    const double norm = share(x, attributes);
    return {elementwise(x, [=](Numbers v, auto r) {
        const double d = r(v[1] - v[2]);
        if (d <= -delta) return r(-norm * v[0]) * delta;
        if (d >= delta) return r(norm * v[0]) * delta;
        return r(norm * d) * v[0];
    })};
}

// --- the likelihood of classes ---

namespace {

// Input (N, C, …) with targets (N, …), or (C) with one target.
struct Classes {
    std::int64_t batches = 1, classes = 1, inner = 1;
    explicit Classes(const TensorShape& input) {
        classes = input.size() == 1 ? input[0] : input[1];
        if (input.size() > 1) batches = input[0];
        for (std::size_t d = 2; d < input.size(); ++d) inner *= input[d];
    }
    [[nodiscard]] std::int64_t place(std::int64_t batch, std::int64_t cls, std::int64_t at) const {
        return (batch * classes + cls) * inner + at;
    }
    [[nodiscard]] std::int64_t count() const { return batches * inner; }
};

double weightOf(const Attributes& attributes, double target) {
    return attributes.tensors.size() > 1 ? attributes.tensors[1].at(static_cast<std::int64_t>(target)) : 1;
}

double totalWeight(const Attributes& attributes, DType dtype) {
    double total = 0;
    for (const double target : attributes.tensors[0].numbers()) {
        if (static_cast<std::int64_t>(target) != attributes.sizes[0]) total = rounded(total + weightOf(attributes, target), dtype);
    }
    return total;
}

// Sums in eight levels, as the kernel does: a level that is full is carried into the next.
class LevelSum {
public:
    LevelSum(std::int64_t count, DType dtype) : dtype_(dtype) {
        const int log2 = count <= 2 ? 1 : static_cast<int>(std::bit_width(static_cast<std::uint64_t>(count - 1)));
        power_ = std::max(4, log2 / static_cast<int>(levels_.size()));
    }
    void add(double x) {
        levels_[0] = rounded(levels_[0] + x, dtype_);
        for (std::size_t j = 0; j + 1 < levels_.size(); ++j) {
            const std::int64_t mask = ((std::int64_t{1} << power_) - 1) << (static_cast<int>(j) * power_);
            if ((index_ & mask) != 0) break;
            levels_[j + 1] = rounded(levels_[j + 1] + levels_[j], dtype_);
            levels_[j] = 0;
        }
        ++index_;
    }
    void skip() { ++index_; }
    [[nodiscard]] double sum() const {
        double sum = 0;
        for (const double level : levels_) sum = rounded(sum + level, dtype_);
        return sum;
    }

private:
    std::array<double, 8> levels_{};
    DType dtype_;
    int power_ = 4;
    std::int64_t index_ = 0;
};

}  // namespace

std::vector<Tensor> nllLoss(Operands x, const Attributes& attributes) {
    const Tensor& input = x[0];
    const Tensor& target = attributes.tensors[0];
    const Classes layout(input.shape());
    std::vector<double> losses(static_cast<std::size_t>(layout.count()));
    LevelSum sum(layout.count(), input.dtype());
    for (std::int64_t i = 0; i < layout.count(); ++i) {
        const auto cls = static_cast<std::int64_t>(target.at(i));
        if (cls == attributes.sizes[0]) {
            sum.skip();
            continue;
        }
        const double loss =
            rounded(-input.at(layout.place(i / layout.inner, cls, i % layout.inner)) * weightOf(attributes, target.at(i)), input.dtype());
        losses[static_cast<std::size_t>(i)] = loss;
        sum.add(loss);
    }
    if (attributes.n == 0) return {Tensor(target.shape(), std::move(losses), input.dtype())};
    const double total = attributes.n == 1 ? totalWeight(attributes, input.dtype()) : 1;
    return {Tensor(sum.sum() / total, input.dtype())};
}

std::vector<Tensor> nllLossBackward(Operands x, const Attributes& attributes) {
    const Tensor& input = x[1];
    const Tensor& target = attributes.tensors[0];
    const Classes layout(input.shape());
    std::vector<double> values(static_cast<std::size_t>(input.size()), 0.0);
    const double total = attributes.n == 1 ? totalWeight(attributes, input.dtype()) : 1;
    for (std::int64_t i = 0; i < layout.count(); ++i) {
        const auto cls = static_cast<std::int64_t>(target.at(i));
        if (cls == attributes.sizes[0]) continue;
        const double v = attributes.n == 0 ? x[0].at(i) : rounded(x[0].item() / total, input.dtype());
        values[static_cast<std::size_t>(layout.place(i / layout.inner, cls, i % layout.inner))] = -weightOf(attributes, target.at(i)) * v;
    }
    return {Tensor(input.shape(), std::move(values), input.dtype())};
}

// --- binary cross entropy ---

namespace {

// The logarithm, no smaller than -100: so that a certain and wrong answer costs much, and not infinitely much.
double boundedLog(double log) { return std::max(log, -100.0); }

std::vector<Tensor> withWeight(Operands x, const Tensor* weight) {
    std::vector<Tensor> all(x.begin(), x.end());
    if (weight != nullptr) all.push_back(*weight);
    return all;
}

const Tensor* weightTensor(const Attributes& attributes) { return attributes.tensors.empty() ? nullptr : attributes.tensors.data(); }

}  // namespace

std::vector<Tensor> binaryCrossEntropy(Operands x, const Attributes& attributes) {
    const Tensor loss = elementwise(withWeight(x, weightTensor(attributes)), [](Numbers v, auto r) {
        const double no = boundedLog(r(std::log(r(1 - v[0]))));
        const double yes = boundedLog(r(std::log(v[0])));
        const double loss = r(r(r(v[1] - 1) * no) - r(v[1] * yes));
        return v.size() > 2 ? loss * v[2] : loss;
    });
    return {reduced(loss, attributes.n)};
}

std::vector<Tensor> binaryCrossEntropyBackward(Operands x, const Attributes& attributes) {
    constexpr double kLeast = 1e-12F;  // PyTorch's constant is a float, in float64 as well
    const Tensor back = elementwise(withWeight(x, weightTensor(attributes)), [kLeast](Numbers v, auto r) {
        const double slope = r(r(v[0] * r(v[1] - v[2])) / std::max(r(r(1 - v[1]) * v[1]), kLeast));
        return v.size() > 3 ? slope * v[3] : slope;
    });
    if (attributes.n != 1) return {back};
    std::vector<double> values(back.numbers().begin(), back.numbers().end());
    for (double& v : values) v /= static_cast<double>(x[1].size());
    return {Tensor(back.shape(), std::move(values), back.dtype())};
}

std::vector<Tensor> binaryCrossEntropyWithLogits(Operands x, const Attributes& attributes) {
    std::vector<Tensor> all(x.begin(), x.end());
    all.insert(all.end(), attributes.tensors.begin(), attributes.tensors.end());
    const std::size_t positive = attributes.flag ? 3 : 2;  // where the weight of the positives is
    DType dtype = DType::Bool;
    for (const Tensor& each : all) dtype = promote(dtype, each.dtype());
    const Tensor loss = elementwise(all, [&](Numbers v, auto r) {
        const double low = std::max(-v[0], 0.0);
        const double log = logarithm(r(exponential(-low, dtype) + exponential(r(-v[0] - low), dtype)), dtype);
        const double first = r(r(1 - v[1]) * v[0]);
        const double loss = attributes.keepdim ? r(first + r(r(r(r(v[positive] - 1) * v[1]) + 1) * r(log + low))) : r(r(first + low) + log);
        return attributes.flag ? loss * v[2] : loss;
    });
    // Without a weight of the positives it is computed in the target's memory.
    return {reduced(attributes.keepdim ? loss : loss.cast(x[1].dtype()), attributes.n)};
}

}  // namespace backstep::kernels
