// SPDX-License-Identifier: GPL-3.0-or-later
// Matsumoto and Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998), with their initialisation of 2002.
#include "engine/tensor/random_mersenne.h"

#include <algorithm>

namespace backstep {

void Mersenne::seed(std::uint32_t seed) {
    state_[0] = seed;
    for (std::size_t j = 1; j < kWords; ++j)
        state_[j] = 1812433253U * (state_[j - 1] ^ (state_[j - 1] >> 30)) + static_cast<std::uint32_t>(j);
    at_ = kWords;
}

void Mersenne::seed(const std::vector<std::uint32_t>& key) {
    seed(19650218U);
    std::size_t i = 1;
    std::size_t k = 0;
    const auto advance = [&] {
        if (++i < kWords) return;
        state_[0] = state_[kWords - 1];
        i = 1;
    };
    for (std::size_t n = std::max(kWords, key.size()); n > 0; --n) {
        state_[i] = (state_[i] ^ ((state_[i - 1] ^ (state_[i - 1] >> 30)) * 1664525U)) + key[k] + static_cast<std::uint32_t>(k);
        advance();
        if (++k == key.size()) k = 0;
    }
    for (std::size_t n = kWords - 1; n > 0; --n) {
        state_[i] = (state_[i] ^ ((state_[i - 1] ^ (state_[i - 1] >> 30)) * 1566083941U)) - static_cast<std::uint32_t>(i);
        advance();
    }
    state_[0] = 0x80000000U;
}

void Mersenne::refill() {
    constexpr std::size_t kMiddle = 397;
    for (std::size_t j = 0; j < kWords; ++j) {
        const std::uint32_t y = (state_[j] & 0x80000000U) | (state_[(j + 1) % kWords] & 0x7fffffffU);
        state_[j] = state_[(j + kMiddle) % kWords] ^ (y >> 1) ^ ((y & 1U) != 0 ? 0x9908b0dfU : 0U);
    }
    at_ = 0;
}

std::uint32_t Mersenne::next() {
    if (at_ == kWords) refill();
    std::uint32_t y = state_[at_++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680U;
    y ^= (y << 15) & 0xefc60000U;
    return y ^ (y >> 18);
}

std::uint64_t Mersenne::next64() {
    const std::uint64_t high = next();
    return high << 32 | next();
}

double Mersenne::nextDouble() {
    const double high = next() >> 5;
    const double low = next() >> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0;
}

std::uint64_t maskFor(std::uint64_t top) {
    std::uint64_t mask = top;
    for (unsigned shift = 1; shift < 64; shift *= 2) mask |= mask >> shift;
    return mask;
}

}  // namespace backstep
