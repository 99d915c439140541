// SPDX-License-Identifier: GPL-3.0-or-later
// Integers, sequences and seeds; the distributions are in random_python_more.cpp.
#include "engine/tensor/random_python.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

#include "engine/tensor/random_sha512.h"

namespace backstep {

void PythonRandom::seed(std::vector<std::uint32_t> words) {
    while (words.size() > 1 && words.back() == 0) words.pop_back();
    if (words.empty()) words.push_back(0);
    engine_.seed(words);
    kept_.reset();
    wasSeeded_ = true;
}

void PythonRandom::seed(std::uint64_t magnitude) {
    seed(std::vector<std::uint32_t>{static_cast<std::uint32_t>(magnitude), static_cast<std::uint32_t>(magnitude >> 32)});
}

// The text and its digest as one number, the first byte the highest.
void PythonRandom::seedBytes(const std::string& bytes) {
    const std::string all = bytes + sha512(bytes);
    std::vector<std::uint32_t> words((all.size() + 3) / 4, 0);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::size_t fromEnd = all.size() - 1 - i;
        words[fromEnd / 4] |= static_cast<std::uint32_t>(static_cast<unsigned char>(all[i])) << (8 * (fromEnd % 4));
    }
    seed(std::move(words));
}

std::vector<std::uint32_t> PythonRandom::bits(std::uint64_t bits) {
    std::vector<std::uint32_t> out;
    for (std::uint64_t left = bits; left > 0; left -= std::min<std::uint64_t>(left, 32)) {
        const std::uint32_t word = engine_.next();
        out.push_back(left < 32 ? word >> (32 - left) : word);
    }
    return out;
}

std::uint64_t PythonRandom::below(std::uint64_t n) {
    std::uint64_t length = 0;
    for (std::uint64_t rest = n; rest > 0; rest >>= 1) ++length;
    for (;;) {
        const std::vector<std::uint32_t> words = bits(length);
        const std::uint64_t drawn = words[0] | (words.size() > 1 ? static_cast<std::uint64_t>(words[1]) << 32 : 0);
        if (drawn < n) return drawn;
    }
}

std::vector<std::size_t> PythonRandom::shuffledOrder(std::size_t n) {
    std::vector<std::size_t> out(n);
    std::iota(out.begin(), out.end(), std::size_t{0});
    for (std::size_t i = n; i-- > 1;) std::swap(out[i], out[below(i + 1)]);
    return out;
}

// A large population is not copied: CPython remembers what it has taken instead, and draws differently then.
std::vector<std::size_t> PythonRandom::sample(std::size_t n, std::size_t k) {
    std::vector<std::size_t> out;
    double setSize = 21;
    if (k > 5) setSize += std::pow(4.0, std::ceil(std::log(static_cast<double>(k) * 3) / std::log(4.0)));
    if (static_cast<double>(n) > setSize) {
        std::unordered_set<std::size_t> taken;
        while (out.size() < k) {
            const std::size_t j = below(n);
            if (taken.insert(j).second) out.push_back(j);
        }
        return out;
    }
    std::vector<std::size_t> pool(n);
    std::iota(pool.begin(), pool.end(), std::size_t{0});
    for (std::size_t i = 0; i < k; ++i) {
        const std::size_t j = below(n - i);
        out.push_back(pool[j]);
        pool[j] = pool[n - i - 1];
    }
    return out;
}

std::vector<std::size_t> PythonRandom::choices(std::size_t n, std::size_t k) {
    std::vector<std::size_t> out;
    while (out.size() < k) out.push_back(static_cast<std::size_t>(random() * static_cast<double>(n)));
    return out;
}

std::vector<std::size_t> PythonRandom::choices(const std::vector<double>& cumulativeWeights, std::size_t k) {
    const double total = cumulativeWeights.back() + 0.0;
    const auto begin = cumulativeWeights.begin();
    const auto last = cumulativeWeights.end() - 1;
    std::vector<std::size_t> out;
    while (out.size() < k) out.push_back(static_cast<std::size_t>(std::upper_bound(begin, last, random() * total) - begin));
    return out;
}

}  // namespace backstep
