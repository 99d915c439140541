// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of CPython 3.11's random module. Sequences are chosen by index: the caller moves its own objects.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/tensor/random_mersenne.h"

namespace backstep {

class PythonRandom {
public:
    PythonRandom() { engine_.seed(std::vector<std::uint32_t>{0}); }  // CPython asks the system; ours starts as with seed(0)

    // The words of |seed|, the lowest first; none or one zero word for 0.
    void seed(std::vector<std::uint32_t> words);
    void seed(std::uint64_t magnitude);
    // seed("…") and seed(b"…") of version 2.
    void seedBytes(const std::string& bytes);
    [[nodiscard]] bool wasSeeded() const { return wasSeeded_; }

    double random() { return engine_.nextDouble(); }
    // getrandbits: `bits` random bits as words, the lowest first.
    std::vector<std::uint32_t> bits(std::uint64_t bits);
    // _randbelow: in [0, n), n > 0. Larger n: draw bits(n.bit_length()) until they are below n.
    std::uint64_t below(std::uint64_t n);

    // Positions: those of x after shuffle(x); sample's (k ≤ n) and choices' picks.
    std::vector<std::size_t> shuffledOrder(std::size_t n);
    std::vector<std::size_t> sample(std::size_t n, std::size_t k);
    std::vector<std::size_t> choices(std::size_t n, std::size_t k);
    std::vector<std::size_t> choices(const std::vector<double>& cumulativeWeights, std::size_t k);

    double uniform(double a, double b) { return a + (b - a) * random(); }
    double triangular(double low, double high, std::optional<double> mode);
    double normalvariate(double mu = 0, double sigma = 1);
    double gauss(double mu = 0, double sigma = 1);  // keeps a second number for the next call
    double lognormvariate(double mu, double sigma);
    double expovariate(double rate);
    double vonmisesvariate(double mu, double kappa);
    double gammavariate(double alpha, double beta);  // both > 0
    double betavariate(double alpha, double beta);
    double paretovariate(double alpha);
    double weibullvariate(double alpha, double beta);

private:
    Mersenne engine_;
    std::optional<double> kept_;
    bool wasSeeded_ = false;
};

}  // namespace backstep
