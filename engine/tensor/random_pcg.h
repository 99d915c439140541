// SPDX-License-Identifier: GPL-3.0-or-later
// np.random.default_rng(seed): PCG64 and the newer methods of numpy's Generator (1.24).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/tensor/tensor.h"

namespace backstep {

class NumpyDefaultRng {
public:
    explicit NumpyDefaultRng(std::uint64_t seed = 0);
    // The seed's 32-bit words, the lowest first; of several seeds the words of each, one after the other.
    explicit NumpyDefaultRng(const std::vector<std::uint32_t>& entropy);

    template <class Draw>
    Tensor filled(const TensorShape& shape, DType dtype, Draw draw) {
        std::vector<double> out(static_cast<std::size_t>(elementCount(shape)));
        for (double& x : out) x = static_cast<double>(draw());
        return Tensor(shape, std::move(out), dtype);
    }
    double random();
    float randomFloat();  // random(dtype=float32)
    double standardNormal();
    double normal(double mean, double scale) { return mean + scale * standardNormal(); }
    double uniform(double low, double high) { return low + (high - low) * random(); }
    std::int64_t integer(std::int64_t low, std::int64_t high);  // low ≤ x < high

    std::vector<std::size_t> shuffledOrder(std::size_t n);
    // choice's picks out of n; p empty: all alike. What choice may not be asked is NumpyGenerator::choiceError's.
    std::vector<std::size_t> choice(std::size_t n, std::size_t count, bool replace, const std::vector<double>& p = {}, bool shuffle = true);

private:
    void seed(const std::vector<std::uint32_t>& entropy);
    std::uint64_t next64();
    std::uint32_t next32();  // keeps the high half for the next call
    std::uint64_t upTo(std::uint64_t top);
    void shuffleFrom(std::vector<std::size_t>& list, std::size_t first);
    std::vector<std::size_t> unweighted(std::size_t n, std::size_t count, bool shuffle);

    __extension__ using Wide = unsigned __int128;
    Wide state_ = 0;
    Wide increment_ = 0;
    std::optional<std::uint32_t> half_;
};

}  // namespace backstep
