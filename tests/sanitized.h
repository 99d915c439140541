// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the tests run under a sanitizer, where everything takes several times as long and as much memory.
#pragma once

namespace backstep {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif
inline constexpr int kPatience = kSanitized ? 20 : 1;  // by which limits of time are multiplied

}  // namespace backstep
