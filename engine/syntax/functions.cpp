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

namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What may stand after a function run together with it: x, 2x, or nothing.
bool isShortArgument(std::string_view text) {
    const std::size_t letter = text.find_first_not_of("0123456789");
    return text.empty() || (letter + 1 == text.size() && isLetter(text[letter]));
}

// The longest function that `text` begins with and whose rest is a short argument.
std::string_view functionAtStart(std::string_view text) {
    std::string_view best;
    for (const FunctionInfo& f : allFunctions()) {
        if (f.name.size() >= 2 && f.name.size() > best.size() && text.starts_with(f.name) && isShortArgument(text.substr(f.name.size())))
            best = f.name;
    }
    return best;
}

}  // namespace

std::string withGaps(std::string_view name) {
    if (findFunction(name) != nullptr) return {};
    for (const std::size_t factor : {0U, 1U}) {
        if (name.size() <= factor || (factor == 1 && !isLetter(name[0]))) continue;
        const std::string_view function = functionAtStart(name.substr(factor));
        if (function.empty()) continue;
        std::string out(name.substr(0, factor));
        if (factor > 0) out += ' ';
        out += function;
        const std::string_view rest = name.substr(factor + function.size());
        if (rest.size() == 1 && rest[0] == function.back()) return {};  // sinn is a slip of the finger
        if (!rest.empty()) out.append(" ").append(rest);
        return out;
    }
    return {};
}

std::string inSmallLetters(std::string_view name) {
    std::string small(name);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    double ignored = 0;
    const bool known = small != name && (findFunction(small) != nullptr || isConstantName(small, ignored));
    return known ? small : std::string();
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
