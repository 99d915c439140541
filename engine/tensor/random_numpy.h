// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of numpy's np.random.* functions and RandomState (1.24). A draw a function: callers broadcast parameters and
// check them; `filled` makes an array of draws.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/tensor/random_mersenne.h"
#include "engine/tensor/tensor.h"

namespace backstep {

class NumpyGenerator {
public:
    NumpyGenerator() : engine_(0) {}  // numpy asks the system; ours starts as with seed(0)
    void seed(std::uint32_t seed);
    void seed(const std::vector<std::uint32_t>& seeds);  // not empty
    [[nodiscard]] bool wasSeeded() const { return wasSeeded_; }

    template <class Draw>
    Tensor filled(const TensorShape& shape, DType dtype, Draw draw) {
        std::vector<double> out(static_cast<std::size_t>(elementCount(shape)));
        for (double& x : out) x = static_cast<double>(draw());
        return Tensor(shape, std::move(out), dtype);
    }
    Tensor rand(const TensorShape& shape);
    Tensor randn(const TensorShape& shape);
    Tensor uniform(const TensorShape& shape, double low, double high);
    Tensor normal(const TensorShape& shape, double mean, double scale);
    // randint: low ≤ x < high. Of a bool dtype numpy takes 32 numbers out of one word.
    Tensor integers(const TensorShape& shape, std::int64_t low, std::int64_t high, DType dtype = DType::Int64);

    double random() { return engine_.nextDouble(); }
    double standardNormal();  // keeps a second number for the next call
    double normal(double mean, double scale) { return mean + scale * standardNormal(); }
    double uniform(double low, double high) { return low + (high - low) * random(); }
    std::int64_t integer(std::int64_t low, std::int64_t high);

    // Positions: those of shuffle and permutation, and choice's picks out of n, p empty: all alike.
    std::vector<std::size_t> shuffledOrder(std::size_t n);
    std::vector<std::size_t> choice(std::size_t n, std::size_t count, bool replace, const std::vector<double>& p = {});
    // What numpy says in a ValueError; empty: choice may be called.
    [[nodiscard]] static std::string choiceError(std::size_t n, std::size_t count, bool replace,
                                                 const std::optional<std::vector<double>>& p);

    double exponential(double scale = 1);
    double gamma(double shape, double scale = 1);
    double beta(double a, double b);
    double chisquare(double degrees) { return 2.0 * gamma(degrees / 2.0); }
    double fisher(double numerator, double denominator);
    double laplace(double mean, double scale);
    double logistic(double mean, double scale);
    double gumbel(double mean, double scale);
    double lognormal(double mean, double sigma);
    double rayleigh(double scale);
    double weibull(double a);
    double pareto(double a);
    double power(double a);
    double standardCauchy();
    double standardT(double degrees);
    double triangular(double left, double mode, double right);
    std::int64_t binomial(std::int64_t n, double p);
    std::int64_t poisson(double rate);
    std::int64_t geometric(double p);
    std::vector<std::int64_t> multinomial(std::int64_t n, const std::vector<double>& p);
    std::vector<double> dirichlet(const std::vector<double>& alpha);

private:
    std::uint64_t upTo(std::uint64_t top);
    std::int64_t largeBinomial(std::int64_t n, double p);

    Mersenne engine_;
    std::optional<double> kept_;
    bool wasSeeded_ = false;
};

}  // namespace backstep
