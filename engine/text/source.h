// SPDX-License-Identifier: GPL-3.0-or-later
// The text as the person typed it, and places in it. Offsets are UTF-8 bytes; lines and columns are 1-based code points.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backstep {

struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    [[nodiscard]] bool empty() const { return begin == end; }
    [[nodiscard]] bool contains(std::uint32_t at) const { return at >= begin && at <= end; }
    friend bool operator==(const Span&, const Span&) = default;
};

// From the start of the first to the end of the second.
inline Span join(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

class Source {
public:
    explicit Source(std::string text = {}, std::string name = "function");

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string_view slice(Span span) const;
    [[nodiscard]] Place placeOf(std::uint32_t offset) const;
    [[nodiscard]] std::string_view line(std::uint32_t number) const;  // without its end of line

private:
    std::string text_;
    std::string name_;
    std::vector<std::uint32_t> starts_;
};

}  // namespace backstep
