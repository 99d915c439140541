// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exercise/toml.h"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 32
#include <toml++/toml.h>

#include <algorithm>

#include "engine/base/numbers.h"

namespace backstep::exercise {
namespace {

class Converter {
public:
    Converter(std::string_view text, Span part) : text_(text), part_(part) {
        starts_.push_back(part.begin);
        for (std::uint32_t i = part.begin; i < part.end; ++i) {
            if (text[i] == '\n') starts_.push_back(i + 1);
        }
    }

    // The library counts lines and columns from 1, columns in code points.
    [[nodiscard]] std::uint32_t offsetOf(const toml::source_position& at) const {
        if (at.line == 0) return part_.begin;
        if (at.line > starts_.size()) return part_.end;
        std::size_t offset = starts_[at.line - 1];
        for (toml::source_index column = 1; column < at.column && offset < part_.end && text_[offset] != '\n'; ++column) (void)decodeUtf8(text_, offset);
        return static_cast<std::uint32_t>(std::min<std::size_t>(offset, part_.end));
    }
    [[nodiscard]] Span spanOf(const toml::source_region& region) const {
        const std::uint32_t begin = offsetOf(region.begin);
        return {begin, std::max(begin, offsetOf(region.end))};
    }

    [[nodiscard]] TomlValue value(const toml::node& node) const {
        using enum TomlValue::Kind;
        TomlValue out;
        out.span = spanOf(node.source());
        switch (node.type()) {
            case toml::node_type::string: out.kind = Text, out.text = node.as_string()->get(); break;
            case toml::node_type::integer: out.kind = Whole, out.number = static_cast<double>(node.as_integer()->get()); break;
            case toml::node_type::floating_point: out.kind = Number, out.number = node.as_floating_point()->get(); break;
            case toml::node_type::boolean: out.kind = Truth, out.truth = node.as_boolean()->get(); break;
            case toml::node_type::array:
                out.kind = List;
                for (const toml::node& item : *node.as_array()) out.items.push_back(value(item));
                break;
            case toml::node_type::table: table(*node.as_table(), out); break;
            default: out.kind = Other; break;  // dates
        }
        return out;
    }

private:
    std::string_view text_;
    Span part_;
    std::vector<std::uint32_t> starts_;

    void table(const toml::table& from, TomlValue& out) const {
        out.kind = TomlValue::Kind::Table;
        for (const auto& [key, node] : from) out.entries.push_back({std::string(key.str()), spanOf(key.source()), value(node)});
        std::stable_sort(out.entries.begin(), out.entries.end(), [](const TomlEntry& a, const TomlEntry& b) { return a.keySpan.begin < b.keySpan.begin; });
    }
};

}  // namespace

const TomlValue* TomlValue::find(std::string_view key) const {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const TomlEntry& e) { return e.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

TomlValue readToml(std::string_view text, Span part, Faults& faults) {
    const Converter converter(text, part);
    const toml::parse_result result = toml::parse(text.substr(part.begin, part.end - part.begin));
    TomlValue out;
    out.kind = TomlValue::Kind::Table;
    if (result) {
        out = converter.value(result.table());
    } else {
        const toml::parse_error& error = result.error();
        Span at = converter.spanOf(error.source());
        if (at.empty()) at.end = std::min(at.begin + 1, part.end);
        faults.push_back({FaultKind::BadToml, at, {std::string(error.description())}});
    }
    if (out.span.empty()) out.span = {part.begin, part.begin};
    return out;
}

}  // namespace backstep::exercise
