// SPDX-License-Identifier: GPL-3.0-or-later
// What CPython says where a call does not fit a function that is written in Python.
#pragma once

#include <string>
#include <vector>

namespace backstep::python {

// `function`: its qualified name; `names`: in quotes; `kind`: "positional" or "keyword-only".
[[noreturn]] void missingArguments(const std::string& function, const std::vector<std::string>& names, const char* kind);
[[noreturn]] void unexpectedKeyword(const std::string& function, const std::string& name);
[[noreturn]] void givenTwice(const std::string& function, const std::string& name);

struct PositionalCounts {
    std::size_t most = 0, defaults = 0, given = 0, keywordOnlyGiven = 0;
};
[[noreturn]] void tooManyArguments(const std::string& function, const PositionalCounts& counts);

}  // namespace backstep::python
