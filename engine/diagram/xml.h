// SPDX-License-Identifier: GPL-3.0-or-later
// The little of XML that writing needs.
#pragma once

#include <string>
#include <string_view>

namespace backstep {

// `text` made printable and escaped, for element content and for attributes in double quotes alike.
[[nodiscard]] std::string xmlEscaped(std::string_view text);

// As an id: lower case, digits and hyphens; anything else is a hyphen. Never begins with a digit or a hyphen.
[[nodiscard]] std::string xmlId(std::string_view text);

// The shortest decimal form of `value` rounded to hundredths; what is not finite is 0.
[[nodiscard]] std::string xmlNumber(double value);

}  // namespace backstep
