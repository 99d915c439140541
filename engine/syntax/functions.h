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

// pi π e τ tau ∞; false for any other name.
[[nodiscard]] bool isConstantName(std::string_view name, double& value);

}  // namespace backstep
