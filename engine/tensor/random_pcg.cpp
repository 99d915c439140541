// SPDX-License-Identifier: GPL-3.0-or-later
// O'Neill's PCG XSL-RR 128/64, seeded by her seed_seq as numpy's SeedSequence has it; normals by a ziggurat, bounded integers
// by Lemire's multiplication.
#include "engine/tensor/random_pcg.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
#include <unordered_set>

#include "engine/tensor/random_choice.h"
#include "engine/tensor/random_mersenne.h"

namespace backstep {
namespace {

struct Layer {
    std::uint64_t inner;
    double step;
    double height;
};
constexpr std::array<Layer, 256> kLayers{{
#include "engine/tensor/random_ziggurat.inc"
}};
constexpr double kTail = 3.6541528853610087963519472518;

// Four words of entropy, and as many words out of them as are asked for.
class SeedPool {
public:
    explicit SeedPool(const std::vector<std::uint32_t>& entropy) {
        for (std::size_t i = 0; i < pool_.size(); ++i) pool_[i] = hashed(i < entropy.size() ? entropy[i] : 0);
        for (std::size_t from = 0; from < pool_.size(); ++from)
            for (std::size_t to = 0; to < pool_.size(); ++to)
                if (from != to) pool_[to] = mixed(pool_[to], hashed(pool_[from]));
        for (std::size_t i = pool_.size(); i < entropy.size(); ++i)
            for (std::uint32_t& word : pool_) word = mixed(word, hashed(entropy[i]));
    }
    [[nodiscard]] std::array<std::uint64_t, 4> state() const {
        std::array<std::uint64_t, 4> out{};
        std::uint32_t constant = 0x8b51f9ddU;
        for (std::size_t i = 0; i < 8; ++i) {
            std::uint32_t word = pool_[i % 4] ^ constant;
            constant *= 0x58f38dedU;
            word *= constant;
            word ^= word >> 16;
            out[i / 2] |= static_cast<std::uint64_t>(word) << (i % 2 * 32);
        }
        return out;
    }

private:
    std::uint32_t hashed(std::uint32_t value) {
        value ^= constant_;
        constant_ *= 0x931e8875U;
        value *= constant_;
        return value ^ (value >> 16);
    }
    static std::uint32_t mixed(std::uint32_t x, std::uint32_t y) {
        const std::uint32_t out = 0xca01f9ddU * x - 0x4973f715U * y;
        return out ^ (out >> 16);
    }

    std::uint32_t constant_ = 0x43b0d7e5U;
    std::array<std::uint32_t, 4> pool_{};
};

}  // namespace

NumpyDefaultRng::NumpyDefaultRng(std::uint64_t seed) {
    std::vector<std::uint32_t> words{static_cast<std::uint32_t>(seed)};
    if (seed >> 32 != 0) words.push_back(static_cast<std::uint32_t>(seed >> 32));
    this->seed(words);
}

NumpyDefaultRng::NumpyDefaultRng(const std::vector<std::uint32_t>& entropy) { seed(entropy); }

void NumpyDefaultRng::seed(const std::vector<std::uint32_t>& entropy) {
    const std::array<std::uint64_t, 4> words = SeedPool(entropy).state();
    const auto wide = [](std::uint64_t high, std::uint64_t low) { return static_cast<Wide>(high) << 64 | low; };
    increment_ = wide(words[2], words[3]) << 1 | 1;
    state_ = 0;
    next64();
    state_ += wide(words[0], words[1]);
    next64();
    half_.reset();
}

std::uint64_t NumpyDefaultRng::next64() {
    constexpr Wide kMultiplier = static_cast<Wide>(0x2360ed051fc65da4U) << 64 | 0x4385df649fccf645U;
    state_ = state_ * kMultiplier + increment_;
    const auto high = static_cast<std::uint64_t>(state_ >> 64);
    return std::rotr(high ^ static_cast<std::uint64_t>(state_), static_cast<int>(high >> 58));
}

std::uint32_t NumpyDefaultRng::next32() {
    if (half_) {
        const std::uint32_t kept = *half_;
        half_.reset();
        return kept;
    }
    const std::uint64_t drawn = next64();
    half_ = static_cast<std::uint32_t>(drawn >> 32);
    return static_cast<std::uint32_t>(drawn);
}

double NumpyDefaultRng::random() { return static_cast<double>(next64() >> 11) * 0x1p-53; }
float NumpyDefaultRng::randomFloat() { return static_cast<float>(next32() >> 8) * 0x1p-24F; }

double NumpyDefaultRng::standardNormal() {
    for (;;) {
        const std::uint64_t drawn = next64();
        const std::size_t layer = drawn & 0xffU;
        const std::uint64_t bits = drawn >> 9 & 0x000fffffffffffffU;
        const bool negative = (drawn >> 8 & 1U) != 0;
        const double size = static_cast<double>(bits) * kLayers[layer].step;
        const double x = negative ? -size : size;
        if (bits < kLayers[layer].inner) return x;
        if (layer > 0) {
            const double height = kLayers[layer].height;
            if ((kLayers[layer - 1].height - height) * random() + height < std::exp(-0.5 * x * x)) return x;
            continue;
        }
        for (;;) {
            const double over = -0.27366123732975827203338247596 * std::log1p(-random());
            const double y = -std::log1p(-random());
            if (y + y > over * over) return (bits >> 8 & 1U) != 0 ? -(kTail + over) : kTail + over;
        }
    }
}

// In [0, top]. The high half of a product, but for the few low halves that would favour some numbers.
std::uint64_t NumpyDefaultRng::upTo(std::uint64_t top) {
    if (top == 0) return 0;
    if (top == 0xFFFFFFFFU) return next32();
    if (top < 0xFFFFFFFFU) {
        const std::uint64_t n = top + 1;
        std::uint64_t product = next32() * n;
        const std::uint64_t unfair = (0xFFFFFFFFU - top) % n;
        while (static_cast<std::uint32_t>(product) < unfair) product = next32() * n;
        return product >> 32;
    }
    if (top == ~std::uint64_t{0}) return next64();
    const std::uint64_t n = top + 1;
    Wide product = static_cast<Wide>(next64()) * n;
    const std::uint64_t unfair = (~std::uint64_t{0} - top) % n;
    while (static_cast<std::uint64_t>(product) < unfair) product = static_cast<Wide>(next64()) * n;
    return static_cast<std::uint64_t>(product >> 64);
}

std::int64_t NumpyDefaultRng::integer(std::int64_t low, std::int64_t high) {
    const auto from = static_cast<std::uint64_t>(low);
    return static_cast<std::int64_t>(from + upTo(static_cast<std::uint64_t>(high) - from - 1));
}

void NumpyDefaultRng::shuffleFrom(std::vector<std::size_t>& list, std::size_t first) {
    for (std::size_t i = list.size(); i-- > first;) std::swap(list[i], list[upTo(i)]);
}

std::vector<std::size_t> NumpyDefaultRng::shuffledOrder(std::size_t n) {
    std::vector<std::size_t> out(n);
    std::iota(out.begin(), out.end(), std::size_t{0});
    for (std::size_t i = n; i-- > 1;) {
        // Shuffling still throws away what the mask leaves too large.
        const std::uint64_t mask = maskFor(i);
        std::uint64_t j = 0;
        do j = (i <= 0xFFFFFFFFU ? next32() : next64()) & mask;
        while (j > i);
        std::swap(out[i], out[j]);
    }
    return out;
}

// A large part of a large population: its tail is shuffled. Else Floyd's way: what was taken already is replaced by the newest.
std::vector<std::size_t> NumpyDefaultRng::unweighted(std::size_t n, std::size_t count, bool shuffle) {
    if (n > 10000 && count > n / (shuffle ? 50 : 20)) {
        std::vector<std::size_t> all(n);
        std::iota(all.begin(), all.end(), std::size_t{0});
        shuffleFrom(all, std::max<std::size_t>(n - count, 1));
        return {all.end() - static_cast<std::ptrdiff_t>(count), all.end()};
    }
    std::vector<std::size_t> out;
    std::unordered_set<std::size_t> taken;
    for (std::size_t newest = n - count; newest < n; ++newest) {
        const std::size_t drawn = upTo(newest);
        out.push_back(taken.insert(drawn).second ? drawn : newest);
        taken.insert(out.back());
    }
    if (shuffle) shuffleFrom(out, 1);
    return out;
}

std::vector<std::size_t> NumpyDefaultRng::choice(std::size_t n, std::size_t count, bool replace, const std::vector<double>& p,
                                                 bool shuffle) {
    if (!p.empty()) return weightedChoice(p, count, replace, [this] { return random(); });
    if (!replace) return unweighted(n, count, shuffle);
    std::vector<std::size_t> out;
    while (out.size() < count) out.push_back(upTo(n - 1));
    return out;
}

}  // namespace backstep
