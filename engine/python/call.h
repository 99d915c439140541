// SPDX-License-Identifier: GPL-3.0-or-later
// The arguments of a call on their way: positional values, then the values of keywords, in one row; nothing is copied.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/python/value.h"

namespace backstep::python {

struct Call {
    const Value* values = nullptr;
    std::size_t count = 0;          // of positional ones
    std::span<Str* const> names{};  // of the keywords, interned; their values follow the positional ones

    [[nodiscard]] std::span<const Value> positional() const { return {values, count}; }
    [[nodiscard]] const Value& keyword(std::size_t i) const { return values[count + i]; }
    [[nodiscard]] std::size_t total() const { return count + names.size(); }
};

}  // namespace backstep::python
