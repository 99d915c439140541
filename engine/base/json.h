// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON object, written in the order given: numbers in the shortest form that reads back, "NaN", "Infinity" and
// "-Infinity" as strings. (QJsonDocument sorts keys and has no words for what is not finite.)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backstep {

class JsonWriter {
public:
    JsonWriter& beginObject() { return open('{'); }
    JsonWriter& endObject() { return close('}'); }
    JsonWriter& beginArray() { return open('['); }
    JsonWriter& endArray() { return close(']'); }
    JsonWriter& key(std::string_view name);
    JsonWriter& value(double number);
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(std::string_view text);
    JsonWriter& value32(double number);      // a float32: the shortest form that reads back to the same float32
    JsonWriter& raw(std::string_view json);  // already JSON: a whole number of any size
    JsonWriter& flag(bool truth);
    JsonWriter& null();

    [[nodiscard]] const std::string& text() const { return out_; }

private:
    std::string out_;
    std::vector<bool> first_{true};
    bool afterKey_ = false;

    void separate();
    void string(std::string_view text);
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
};

}  // namespace backstep
