// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of one table, each asked for once; what nobody asked for is unknown, and said with the nearest key.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/exercise/exercise.h"
#include "engine/exercise/toml.h"

namespace backstep::exercise {

class Fields {
public:
    Fields(const TomlValue& table, Faults& faults) : table_(table), faults_(faults) {}

    // Each says a fault where the key is there but of another type.
    [[nodiscard]] std::optional<std::string> text(const char* key);
    [[nodiscard]] std::string name(const char* key);                         // letters, digits, - and _
    [[nodiscard]] Text words(const char* key, std::size_t most = kMaxText);  // a text, or a table by language
    [[nodiscard]] std::vector<Text> wordList(const char* key);               // a list of them, or lists by language
    [[nodiscard]] std::vector<std::string> texts(const char* key);           // a text or a list of texts
    [[nodiscard]] Written written(const char* key);                          // an expression: a text or a number
    [[nodiscard]] std::vector<Written> writtenList(const char* key);
    [[nodiscard]] std::optional<double> number(const char* key, double least, double most);
    [[nodiscard]] std::optional<std::int64_t> whole(const char* key, std::int64_t least, std::int64_t most);
    [[nodiscard]] std::optional<bool> truth(const char* key);
    [[nodiscard]] std::string choice(const char* key, const std::vector<std::string>& choices);  // empty: not there, or not one of them
    [[nodiscard]] const TomlValue* list(const char* key, std::size_t most = kMaxList);
    [[nodiscard]] const TomlValue* table(const char* key);
    [[nodiscard]] const TomlValue* any(const char* key);

    void missing(const char* key) { say(FaultKind::MissingKey, table_.span, {key}); }
    void say(FaultKind kind, Span span, std::vector<std::string> arguments = {}) { faults_.push_back({kind, span, std::move(arguments)}); }
    [[nodiscard]] Faults& faults() { return faults_; }
    [[nodiscard]] Span span() const { return table_.span; }
    // To be called last.
    void finish();

private:
    const TomlValue& table_;
    Faults& faults_;
    std::vector<std::string> asked_;

    const TomlValue* find(const char* key);
    void wrongType(const char* key, const TomlValue& value, const char* wanted);
    bool shortEnough(const char* key, const TomlValue& value, std::size_t most);
    [[nodiscard]] Text wordsOf(const char* key, const TomlValue& value, std::size_t most);
    [[nodiscard]] Written writtenOf(const char* key, const TomlValue& value);
};

// A number as an expression is written: shortest, whole numbers without ".0".
[[nodiscard]] std::string plainNumber(double value);
[[nodiscard]] std::size_t characters(std::string_view utf8);

}  // namespace backstep::exercise
