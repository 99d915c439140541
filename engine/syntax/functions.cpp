// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/syntax/functions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace backstep {

const std::vector<FunctionInfo>& allFunctions() {
    static const std::vector<FunctionInfo> functions{
#define FUNCTION(name, op, least, most) {name, #op, least, most},
#include "engine/syntax/functions.def"
    };
    return functions;
}

const FunctionInfo* findFunction(std::string_view name) {
    const auto& all = allFunctions();
    const auto found = std::find_if(all.begin(), all.end(), [&](const FunctionInfo& f) { return f.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<std::string> functionNames() {
    std::vector<std::string> names;
    for (const FunctionInfo& f : allFunctions()) names.emplace_back(f.name);
    return names;
}

bool isConstantName(std::string_view name, double& value) {
    if (name == "pi" || name == "π") value = std::numbers::pi;
    else if (name == "e") value = std::numbers::e;
    else if (name == "tau" || name == "τ") value = 2 * std::numbers::pi;
    else if (name == "∞") value = HUGE_VAL;
    else return false;
    return true;
}

}  // namespace backstep
