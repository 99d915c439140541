// SPDX-License-Identifier: GPL-3.0-or-later
// Which place of the text gave a tensor its numbers, and the numbers that somebody set instead.
#pragma once

#include <unordered_map>
#include <vector>

#include "engine/tape/leaf.h"

namespace backstep {

class Creations {
public:
    explicit Creations(std::vector<LeafOverride> overrides = {}) : overrides_(std::move(overrides)), met_(overrides_.size(), false) {}

    LeafKey next(Span span) { return {span, seen_[(std::uint64_t{span.begin} << 32) | span.end]++}; }
    // Null where there are none for the key, or not so many numbers.
    [[nodiscard]] const Tensor* overrideOf(const LeafKey& key, std::int64_t size);
    [[nodiscard]] std::vector<LeafKey> unmet() const;  // overrides that no creation took

private:
    std::vector<LeafOverride> overrides_;
    std::vector<bool> met_;
    std::unordered_map<std::uint64_t, std::uint32_t> seen_;
};

}  // namespace backstep
