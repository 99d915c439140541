// SPDX-License-Identifier: GPL-3.0-or-later
// What a program may use up, and what ends it when it does: none of these can be caught by the program.
#pragma once

#include <cstdint>
#include <string>

#include "engine/text/source.h"

namespace backstep::python {

struct Limits {
    std::int64_t steps = 1'000'000;  // lines run, loop turns, calls
    std::int64_t callDepth = 1000;   // beyond it RecursionError, which can be caught
    std::int64_t nativeDepth = 250;  // Python → C++ → Python …: the machine's stack
    std::int64_t outputBytes = 1 << 20;
    std::int64_t outputLines = 10'000;
    std::int64_t stringBytes = 1 << 20;  // one string
    std::int64_t elements = 1'000'000;   // of lists, tuples, dicts and sets, in all
    std::int64_t digits = 4300;          // of a whole number
};

enum class Limit : std::uint8_t { Steps, OutputBytes, OutputLines, StringBytes, Elements, Digits, Memory, Other };

struct LimitReached {
    Limit limit{};
    std::string message;  // names the limit and its number
    Span span;
    std::uint32_t line = 0;
};

struct Interrupted {
    Span span;
    std::uint32_t line = 0;
};

// Something of Python or of a library that we do not do, reached by the program.
struct Unsupported {
    std::string what;  // "os", "torch.fft", "complex numbers"
    Span span;
    std::uint32_t line = 0;
    std::string hint;  // the nearest thing that we do; may be empty
};

}  // namespace backstep::python
