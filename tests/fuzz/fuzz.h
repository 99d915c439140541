// SPDX-License-Identifier: GPL-3.0-or-later
// What every fuzz program shares: the bytes as text, and a way to say that something which must hold does not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "engine/text/source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace backstep {

inline std::string textOf(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

inline void requireInside(const Span& span, const std::string& text) {
    require(span.begin <= span.end && span.end <= text.size(), "a span is inside the text");
}

}  // namespace backstep
