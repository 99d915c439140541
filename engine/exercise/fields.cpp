// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exercise/fields.h"

#include <algorithm>
#include <cmath>

#include "engine/base/numbers.h"

namespace backstep::exercise {
namespace {

bool isName(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

}  // namespace

std::string plainNumber(double value) {
    if (value == std::floor(value) && std::fabs(value) < 1e15) return std::to_string(static_cast<std::int64_t>(value));
    return shortest(value);
}

std::size_t characters(std::string_view utf8) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); ++count) (void)decodeUtf8(utf8, at);
    return count;
}

const TomlValue* Fields::find(const char* key) {
    asked_.emplace_back(key);
    return table_.find(key);
}

void Fields::wrongType(const char* key, const TomlValue& value, const char* wanted) {
    say(FaultKind::WrongType, value.span, {key, wanted});
}

bool Fields::shortEnough(const char* key, const TomlValue& value, std::size_t most) {
    if (value.text.size() <= most) return true;
    say(FaultKind::TextTooLong, value.span, {key, std::to_string(most)});
    return false;
}

std::optional<std::string> Fields::text(const char* key) {
    const TomlValue* value = find(key);
    if (value == nullptr) return {};
    if (value->kind != TomlValue::Kind::Text) return wrongType(key, *value, "text"), std::nullopt;
    if (!shortEnough(key, *value, kMaxText)) return {};
    return value->text;
}

std::string Fields::name(const char* key) {
    const auto said = text(key);
    if (!said) return {};
    if (isName(*said)) return *said;
    say(FaultKind::BadName, table_.find(key)->span, {*said});
    return {};
}

Text Fields::wordsOf(const char* key, const TomlValue& value, std::size_t most) {
    Text out;
    if (value.kind == TomlValue::Kind::Text) {
        if (shortEnough(key, value, most)) out.in.emplace_back("", value.text);
    } else if (value.kind == TomlValue::Kind::Table) {
        for (const TomlEntry& entry : value.entries) {
            if (entry.value.kind != TomlValue::Kind::Text) wrongType(key, entry.value, "text");
            else if (shortEnough(key, entry.value, most)) out.in.emplace_back(entry.key, entry.value.text);
        }
    } else {
        wrongType(key, value, "text");
    }
    return out;
}

Text Fields::words(const char* key, std::size_t most) {
    const TomlValue* value = find(key);
    return value == nullptr ? Text() : wordsOf(key, *value, most);
}

std::vector<Text> Fields::wordList(const char* key) {
    const TomlValue* value = find(key);
    std::vector<Text> out;
    if (value == nullptr) return out;
    if (value->kind == TomlValue::Kind::Text) return {wordsOf(key, *value, kMaxText)};
    if (value->items.size() > kMaxList) return say(FaultKind::TooMany, value->span, {key, std::to_string(kMaxList)}), out;
    if (value->kind == TomlValue::Kind::List) {
        for (const TomlValue& item : value->items) out.push_back(wordsOf(key, item, kMaxText));
        return out;
    }
    if (value->kind != TomlValue::Kind::Table) return wrongType(key, *value, "list"), out;
    for (const TomlEntry& entry : value->entries) {  // lists by language: as many in each
        if (entry.value.kind != TomlValue::Kind::List) {
            wrongType(key, entry.value, "list");
            continue;
        }
        if (entry.value.items.size() > kMaxList) {
            say(FaultKind::TooMany, entry.value.span, {key, std::to_string(kMaxList)});
            continue;
        }
        if (out.empty()) out.resize(entry.value.items.size());
        else if (out.size() != entry.value.items.size()) {
            say(FaultKind::LanguagesDiffer, entry.value.span, {key});
            continue;
        }
        for (std::size_t i = 0; i < out.size(); ++i) {
            const TomlValue& item = entry.value.items[i];
            if (item.kind != TomlValue::Kind::Text) wrongType(key, item, "text");
            else if (shortEnough(key, item, kMaxText)) out[i].in.emplace_back(entry.key, item.text);
        }
    }
    return out;
}

std::vector<std::string> Fields::texts(const char* key) {
    const TomlValue* value = find(key);
    if (value == nullptr) return {};
    if (value->kind == TomlValue::Kind::Text) return {value->text};
    if (value->kind != TomlValue::Kind::List) return wrongType(key, *value, "list"), std::vector<std::string>();
    if (value->items.size() > kMaxList) say(FaultKind::TooMany, value->span, {key, std::to_string(kMaxList)});
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(value->items.size(), kMaxList); ++i) {
        if (value->items[i].kind != TomlValue::Kind::Text) wrongType(key, value->items[i], "text");
        else if (shortEnough(key, value->items[i], 200)) out.push_back(value->items[i].text);
    }
    return out;
}

Written Fields::writtenOf(const char* key, const TomlValue& value) {
    if (value.isNumber()) return {plainNumber(value.number), value.span};
    if (value.kind != TomlValue::Kind::Text) return wrongType(key, value, "expression"), Written();
    if (!shortEnough(key, value, kMaxText)) return {};
    return {value.text, value.span};
}

Written Fields::written(const char* key) {
    const TomlValue* value = find(key);
    return value == nullptr ? Written() : writtenOf(key, *value);
}

std::vector<Written> Fields::writtenList(const char* key) {
    const TomlValue* value = find(key);
    if (value == nullptr) return {};
    if (value->kind != TomlValue::Kind::List) return {writtenOf(key, *value)};
    if (value->items.size() > kMaxList) say(FaultKind::TooMany, value->span, {key, std::to_string(kMaxList)});
    std::vector<Written> out;
    for (std::size_t i = 0; i < std::min(value->items.size(), kMaxList); ++i) out.push_back(writtenOf(key, value->items[i]));
    return out;
}

std::optional<double> Fields::number(const char* key, double least, double most) {
    const TomlValue* value = find(key);
    if (value == nullptr) return {};
    if (!value->isNumber()) return wrongType(key, *value, "number"), std::nullopt;
    if (value->number >= least && value->number <= most) return value->number;
    say(FaultKind::OutOfRange, value->span, {key, plainNumber(least), plainNumber(most)});
    return {};
}

std::optional<std::int64_t> Fields::whole(const char* key, std::int64_t least, std::int64_t most) {
    const TomlValue* value = find(key);
    if (value == nullptr) return {};
    if (value->kind != TomlValue::Kind::Whole) return wrongType(key, *value, "whole"), std::nullopt;
    if (value->number >= static_cast<double>(least) && value->number <= static_cast<double>(most))
        return static_cast<std::int64_t>(value->number);
    say(FaultKind::OutOfRange, value->span, {key, std::to_string(least), std::to_string(most)});
    return {};
}

std::optional<bool> Fields::truth(const char* key) {
    const TomlValue* value = find(key);
    if (value == nullptr) return {};
    if (value->kind != TomlValue::Kind::Truth) return wrongType(key, *value, "truth"), std::nullopt;
    return value->truth;
}

std::string Fields::choice(const char* key, const std::vector<std::string>& choices) {
    const auto said = text(key);
    if (!said) return {};
    if (std::find(choices.begin(), choices.end(), *said) != choices.end()) return *said;
    say(FaultKind::BadChoice, table_.find(key)->span, {key, said->substr(0, 60), nearest(*said, choices)});
    return {};
}

const TomlValue* Fields::list(const char* key, std::size_t most) {
    const TomlValue* value = find(key);
    if (value == nullptr) return nullptr;
    if (value->kind != TomlValue::Kind::List) return wrongType(key, *value, "list"), nullptr;
    if (value->items.size() > most) return say(FaultKind::TooMany, value->span, {key, std::to_string(most)}), nullptr;
    return value;
}

const TomlValue* Fields::table(const char* key) {
    const TomlValue* value = find(key);
    if (value == nullptr) return nullptr;
    if (value->kind != TomlValue::Kind::Table) return wrongType(key, *value, "table"), nullptr;
    return value;
}

const TomlValue* Fields::any(const char* key) { return find(key); }

void Fields::finish() {
    for (const TomlEntry& entry : table_.entries) {
        if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) continue;
        say(FaultKind::UnknownKey, entry.keySpan, {entry.key.substr(0, 60), nearest(entry.key, asked_)});
    }
}

}  // namespace backstep::exercise
