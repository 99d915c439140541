// SPDX-License-Identifier: GPL-3.0-or-later
// How slow this machine is just now: what limits of time are multiplied by, so that a test judges the program and not the processor.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <ctime>

#include "tests/sanitized.h"

namespace backstep {

// A fixed piece of work against what it takes where the limits were set; at least 1. A neighbour on the same core counts, one in the queue does not.
inline double slowness() {
    constexpr double kThere = 1.1;  // ms
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
    };
    static std::array<std::uint32_t, 1 << 14> table;  // 64 KB: what a first cache does not hold
    static volatile std::uint32_t kept;
    const auto work = [&] {
        std::uint32_t at = 1;
        for (int i = 0; i < 400'000; ++i) {
            at = at * 1664525U + 1013904223U + table[at >> 18U];
            table[at >> 18U] ^= static_cast<std::uint32_t>(i);
        }
        kept = kept + at;  // so that none of it is left out
    };
    work();
    constexpr int kTimes = 5;
    const double before = now();
    for (int i = 0; i < kTimes; ++i) work();
    return std::max(1.0, (now() - before) / kTimes / kThere) * kPatience;
}

}  // namespace backstep
