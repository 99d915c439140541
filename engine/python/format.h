// SPDX-License-Identifier: GPL-3.0-or-later
// Values as text: the format mini-language, '…' % …, '…'.format(…).
#pragma once

#include "engine/python/interpreter.h"

namespace backstep::python {

// What PyOS_double_to_string does: code is one of e E f F g G r ('r': the shortest that reads back).
struct DoubleStyle {
    char code = 'r';
    int precision = 0;
    bool alternate = false;  // '#': keeps the point and trailing zeros
    bool addPointZero = false;
    bool noNegativeZero = false;
};
[[nodiscard]] std::string formatDouble(Interpreter& vm, double value, const DoubleStyle& style);

// [[fill]align][sign][z][#][0][width][grouping][.precision][type]
struct FormatSpec {
    std::string fill = " ";  // one code point
    char align = '<';
    char sign = 0;  // 0: none was said
    bool noNegativeZero = false, alternate = false;
    std::int64_t width = -1, precision = -1;
    char grouping = 0;  // ',' or '_'
    char32_t type = 0;
};
// `number`: aligned to the right unless said otherwise.
[[nodiscard]] FormatSpec parseFormatSpec(std::string_view text, bool number, char32_t standardType, const std::string& typeName);

[[nodiscard]] std::string formatText(Interpreter& vm, std::string_view text, std::string_view spec);
[[nodiscard]] std::string formatInteger(Interpreter& vm, const Value& number, std::string_view spec);  // int, bool
[[nodiscard]] std::string formatReal(Interpreter& vm, double number, std::string_view spec);

// '…' % arguments
Value percentFormat(Interpreter& vm, const Value& format, const Value& arguments);

// '…'.format(*positional, **named): a lookup raises KeyError for a name that is not there.
[[nodiscard]] std::string formatFields(Interpreter& vm, std::string_view text, std::span<const Value> positional,
                                       const std::function<Value(const std::string&)>& named, bool ofMap = false);

// repr with everything beyond ASCII escaped.
[[nodiscard]] std::string asciiRepr(Interpreter& vm, const Value& value);

// The digits of |number| in base 2, 8, 10 or 16.
[[nodiscard]] std::string digitsOf(const mpz_class& number, int base, bool upper = false);

}  // namespace backstep::python
