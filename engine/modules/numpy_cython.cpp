// SPDX-License-Identifier: GPL-3.0-or-later
// numpy.random is written in Cython, which has its own words for calls that do not fit.
#include "engine/modules/numpy.h"
#include "engine/python/native.h"

namespace backstep::modules {
namespace {

std::string counted(std::size_t n) { return std::to_string(n) + " positional argument" + (n == 1 ? "" : "s"); }

[[noreturn]] void wrongCount(const std::string& name, std::size_t least, std::size_t most, std::size_t given) {
    const char* bound = least == most ? "exactly " : given < least ? "at least " : "at most ";
    failType(name + "() takes " + bound + counted(given < least ? least : most) + " (" + std::to_string(given) + " given)");
}

// What takes one argument and no name for it is a plain C function.
void explainSingle(const std::string& name, std::size_t given, const python::Call& call) {
    if (!call.names.empty()) failType("RandomState." + name + "() takes no keyword arguments");
    if (given != 1) failType("RandomState." + name + "() takes exactly one argument (" + std::to_string(given) + " given)");
}

void explain(const python::Signature& s, std::size_t self, const python::Call& call) {
    const std::size_t most = s.positional - self;
    std::size_t least = 0;
    for (std::size_t i = self; i < s.positional; ++i) least += s.parameters[i].required;
    const std::size_t given = call.count - std::min(call.count, self);
    if (s.positionalOnly > self) return explainSingle(s.name, given, call);
    if (given > most) wrongCount(s.name, least, most, given);
    std::vector<bool> bound(s.parameters.size());
    std::fill(bound.begin(), bound.begin() + static_cast<std::ptrdiff_t>(self + given), true);
    std::string wrong;
    for (const python::Str* key : call.names) {
        const auto at = std::find_if(s.parameters.begin() + static_cast<std::ptrdiff_t>(self), s.parameters.end(),
                                     [&](const auto& p) { return p.name->text == key->text; });
        const auto place = static_cast<std::size_t>(at - s.parameters.begin());
        const bool twice = at != s.parameters.end() && bound[place];
        if (twice) failType(s.name + "() got multiple values for keyword argument '" + key->text + "'");
        if (at != s.parameters.end()) bound[place] = true;
        else if (wrong.empty()) wrong = key->text;
    }
    for (std::size_t i = self; i < s.positional; ++i) {
        if (s.parameters[i].required && !bound[i]) wrongCount(s.name, least, most, given);
    }
    if (!wrong.empty()) failType(s.name + "() got an unexpected keyword argument '" + wrong + "'");
}

}  // namespace

void speakAsCython(python::Dict& members) {
    for (python::Dict::Entry& entry : members.entries) {
        auto* function = entry.value.as<python::NativeFunction>();
        if (function == nullptr || function->signature.variadic || function->signature.raw) continue;
        if (function->signature.name.starts_with("__")) continue;
        function->misfit = [function](Interpreter&, const python::Call& call) {
            explain(function->signature, function->owner != nullptr ? 1 : 0, call);
        };
    }
}

}  // namespace backstep::modules
