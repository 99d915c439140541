// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"

#include <array>
#include <charconv>
#include <cmath>

#include "engine/base/numbers.h"

namespace backstep {

void JsonWriter::separate() {
    if (afterKey_) afterKey_ = false;
    else if (!first_.back()) out_ += ", ";
    first_.back() = false;
}

JsonWriter& JsonWriter::open(char bracket) {
    separate();
    out_ += bracket;
    first_.push_back(true);
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    out_ += bracket;
    first_.pop_back();
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    string(name);
    out_ += ": ";
    afterKey_ = true;
    return *this;
}

JsonWriter& JsonWriter::value(double number) {
    separate();
    if (std::isnan(number)) out_ += "\"NaN\"";
    else if (std::isinf(number)) out_ += number > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    else if (number == 0 && std::signbit(number)) out_ += "-0.0";  // "-0" is a whole number to some readers, and loses its sign
    else out_ += shortest(number);
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    separate();
    out_ += std::to_string(number);
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    string(text);
    return *this;
}

JsonWriter& JsonWriter::value32(double number) {
    if (!std::isfinite(number) || number == 0) return value(number);
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), static_cast<float>(number));
    separate();
    out_.append(text.data(), end.ptr);
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    separate();
    out_ += json;
    return *this;
}

JsonWriter& JsonWriter::flag(bool truth) {
    separate();
    out_ += truth ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::null() {
    separate();
    out_ += "null";
    return *this;
}

void JsonWriter::string(std::string_view text) {
    constexpr std::string_view kHex = "0123456789abcdef";
    out_ += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out_ += '\\';
            out_ += c;
        } else if (c == '\n') {
            out_ += "\\n";
        } else if (byte < 0x20) {
            out_ += "\\u00";
            out_ += kHex[byte >> 4U];
            out_ += kHex[byte & 15U];
        } else {
            out_ += c;
        }
    }
    out_ += '"';
}

}  // namespace backstep
