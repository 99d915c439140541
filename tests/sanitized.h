// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the tests run under a sanitizer, or with the engine's lines counted, where everything takes several times as long.
#pragma once

namespace backstep {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif
#if defined(ENGINE_IS_COUNTED)
inline constexpr bool kCounted = true;  // every line of the engine is, which is hardly optimised for that
#else
inline constexpr bool kCounted = false;
#endif
inline constexpr int kPatience = kSanitized ? 20 : kCounted ? 10 : 1;  // by which limits of time are multiplied

}  // namespace backstep
