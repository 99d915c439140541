// SPDX-License-Identifier: GPL-3.0-or-later
// A block of TOML as a tree of values with their places in the whole file. The library is seen by one .cpp.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/exercise/fault.h"

namespace backstep::exercise {

struct TomlValue;
struct TomlEntry;

struct TomlValue {
    enum class Kind : std::uint8_t { None, Text, Whole, Number, Truth, List, Table, Other };
    Kind kind = Kind::None;
    std::string text;
    double number = 0;  // of Whole and Number
    bool truth = false;
    std::vector<TomlValue> items;
    std::vector<TomlEntry> entries;  // in the order of the file
    Span span;

    [[nodiscard]] const TomlValue* find(std::string_view key) const;
    [[nodiscard]] bool isNumber() const { return kind == Kind::Whole || kind == Kind::Number; }
};
struct TomlEntry {
    std::string key;
    Span keySpan;
    TomlValue value;
};

// `part` of the text. A fault of syntax is said with its place; the table is then empty.
[[nodiscard]] TomlValue readToml(std::string_view text, Span part, Faults& faults);

}  // namespace backstep::exercise
