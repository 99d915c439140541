// SPDX-License-Identifier: GPL-3.0-or-later
// The handbook's page on what is supported, written from the tables that the interpreter reads.
#pragma once

#include <string>

namespace backstep {

[[nodiscard]] std::string supportedPage();   // resources/handbook/en/supported.md
[[nodiscard]] std::string supportedShort();  // the README's part of it

}  // namespace backstep
