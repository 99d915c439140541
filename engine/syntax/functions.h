// SPDX-License-Identifier: GPL-3.0-or-later
// The functions that math notation knows by name. Their meaning is in engine/tape/op.def.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backstep {

struct FunctionInfo {
    std::string_view name;  // as typed
    std::string_view op;    // the enumerator of engine/tape/op.def
    int least = 1;
    int most = 1;
};

// Nothing for an unknown name.
[[nodiscard]] const FunctionInfo* findFunction(std::string_view name);
[[nodiscard]] const std::vector<FunctionInfo>& allFunctions();
[[nodiscard]] std::vector<std::string> functionNames();

// sinx, sin2x, xlnx, xln: a letter, a function and what it is applied to, run together. With the gaps put in (sin x,
// sin 2x, x ln x, x ln), or empty where the name is no such run.
[[nodiscard]] std::string withGaps(std::string_view name);

// SIN, LN and PI are slips for sin, ln and pi. Empty for a name that is nothing in small letters either.
[[nodiscard]] std::string inSmallLetters(std::string_view name);

// pi π e τ tau ∞; false for any other name.
[[nodiscard]] bool isConstantName(std::string_view name, double& value);

}  // namespace backstep
