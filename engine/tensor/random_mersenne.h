// SPDX-License-Identifier: GPL-3.0-or-later
// The Mersenne twister mt19937, which torch, numpy and Python share, with both of its seedings. std::mt19937 knows only one.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace backstep {

class Mersenne {
public:
    explicit Mersenne(std::uint32_t seed = 5489) { this->seed(seed); }
    void seed(std::uint32_t seed);
    void seed(const std::vector<std::uint32_t>& key);  // "init_by_array"; the key is not empty

    std::uint32_t next();
    // The first word is the high half.
    std::uint64_t next64();
    // In [0, 1) with 53 bits, as Python and numpy make it: 27 bits of one word, 26 of the next.
    double nextDouble();

private:
    void refill();

    static constexpr std::size_t kWords = 624;
    std::array<std::uint32_t, kWords> state_{};
    std::size_t at_ = kWords;
};

// The smallest 2ᵏ − 1 that is at least `top`.
[[nodiscard]] std::uint64_t maskFor(std::uint64_t top);

}  // namespace backstep
