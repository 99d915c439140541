// SPDX-License-Identifier: GPL-3.0-or-later
// Finding text in text in time that grows with the two lengths, not with their product: 'a' * 10**6 in search of
// 'a' * 5 * 10**5 + 'b' must not stand still.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "engine/base/watch.h"

namespace backstep::python {

inline constexpr std::int64_t kSearch = 128;  // what one search counts for at least: a text may hold a million matches

[[nodiscard]] inline std::size_t findText(std::string_view in, std::string_view what, std::size_t from = 0) {
    Watch::work(kSearch);
    if (from > in.size()) return std::string_view::npos;
    if (what.empty()) return from;
    const void* found = memmem(in.data() + from, in.size() - from, what.data(), what.size());
    return found == nullptr ? std::string_view::npos : static_cast<std::size_t>(static_cast<const char*>(found) - in.data());
}

// The last that begins at `from` or before.
[[nodiscard]] inline std::size_t findTextBackwards(std::string_view in, std::string_view what, std::size_t from = std::string_view::npos) {
    Watch::work(kSearch);
    constexpr std::size_t kShort = 32;
    if (what.size() <= kShort) return in.rfind(what, from);
    if (what.size() > in.size()) return std::string_view::npos;
    // Knuth, Morris and Pratt, from behind.
    const std::size_t m = what.size();
    std::vector<std::uint32_t> border(m + 1, 0);
    const auto at = [&](std::size_t i) { return what[m - 1 - i]; };
    for (std::size_t i = 1, k = 0; i < m; ++i) {
        while (k > 0 && at(i) != at(k)) k = border[k];
        k += at(i) == at(k) ? 1 : 0;
        border[i + 1] = static_cast<std::uint32_t>(k);
    }
    for (std::size_t i = in.size() - m < from ? in.size() : from + m, k = 0; i-- > 0;) {
        while (k > 0 && (k == m || in[i] != at(k))) k = border[k];
        k += in[i] == at(k) ? 1 : 0;
        if (k == m) return i;
    }
    return std::string_view::npos;
}

}  // namespace backstep::python
