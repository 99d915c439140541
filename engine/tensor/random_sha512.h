// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-512 (FIPS 180-4): Python seeds its random numbers with it when the seed is text.
#pragma once

#include <string>

namespace backstep {

[[nodiscard]] std::string sha512(const std::string& bytes);  // 64 bytes

}  // namespace backstep
