// SPDX-License-Identifier: GPL-3.0-or-later
// The constant parts of a web page.
#pragma once

namespace backstep {

extern const char* const kPageStyle;
extern const char* const kPageScript;

}  // namespace backstep
