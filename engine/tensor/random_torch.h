// SPDX-License-Identifier: GPL-3.0-or-later
// torch's CPU generator, number for number: what the 1.13 build with AVX2 and without MKL gives. A copy is a saved state.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/tensor/random_mersenne.h"
#include "engine/tensor/tensor.h"

namespace backstep {

class TorchGenerator {
public:
    // torch seeds its global generator from the system; ours has this number, so that every run is alike.
    static constexpr std::uint64_t kDefaultSeed = 67280421310721;

    void manualSeed(std::uint64_t seed);  // a negative seed stands for 2⁶⁴ + seed
    [[nodiscard]] std::uint64_t initialSeed() const { return seed_; }
    [[nodiscard]] bool wasSeeded() const { return wasSeeded_; }

    std::uint32_t random32() { return engine_.next(); }
    std::uint64_t random64() { return engine_.next64(); }
    // One int64 of random_(), as data loaders draw their seeds.
    std::int64_t randomInt64() { return static_cast<std::int64_t>(random64() & (~std::uint64_t{0} >> 1)); }

    // Each fills a new tensor, row by row. Callers check the dtype, the arguments and the size.
    Tensor uniform(const TensorShape& shape, DType dtype, double from = 0, double to = 1);
    // `oneByOne`: as torch does it for memory that is not one stretch, also of 16 and more.
    Tensor normal(const TensorShape& shape, DType dtype, double mean = 0, double std = 1, bool oneByOne = false);
    Tensor normal(const Tensor& mean, const Tensor& std);  // of one shape and dtype
    Tensor integers(const TensorShape& shape, std::int64_t low, std::int64_t high, DType dtype);
    Tensor random(const TensorShape& shape, DType dtype);  // random_() without bounds; of int64 use randomInt64
    Tensor permutation(std::int64_t n, DType dtype = DType::Int64);
    Tensor bernoulli(const Tensor& probabilities, DType dtype);
    Tensor bernoulli(const TensorShape& shape, double probability, DType dtype);
    // What dropout multiplies with: 0 or 1/(1 − p). Of p = 0 and p = 1 torch draws nothing.
    Tensor dropoutMask(const TensorShape& shape, double p, DType dtype);
    Tensor exponential(const TensorShape& shape, DType dtype, double rate = 1);
    Tensor geometric(const TensorShape& shape, DType dtype, double p);
    Tensor cauchy(const TensorShape& shape, DType dtype, double median = 0, double sigma = 1);
    Tensor logNormal(const TensorShape& shape, DType dtype, double mean = 1, double std = 2);
    // torch.multinomial of the rows of weights (1-d or 2-d).
    Tensor multinomial(const Tensor& weights, std::int64_t samples, bool replacement);

private:
    double uniformDouble();
    float uniformFloat();
    double oneNormal();  // and keeps a second for the next call
    void fillLongFloat(std::vector<double>& out, float mean, float std);
    void fillLongDouble(std::vector<double>& out, double mean, double std);

    Mersenne engine_{static_cast<std::uint32_t>(kDefaultSeed)};
    std::uint64_t seed_ = kDefaultSeed;
    bool wasSeeded_ = false;
    std::optional<double> kept_;
};

// The bounds of nn.Linear's uniform initial weights and biases.
struct LinearBounds {
    double weight;
    double bias;
};
[[nodiscard]] LinearBounds linearBounds(std::int64_t inFeatures);

}  // namespace backstep
