// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/python/argument_errors.h"

#include "engine/python/errors.h"

namespace backstep::python {
namespace {

std::string listed(const std::vector<std::string>& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) out += i + 1 == names.size() ? (names.size() > 2 ? ", and " : " and ") : ", ";
        out += names[i];
    }
    return out;
}

}  // namespace

void missingArguments(const std::string& function, const std::vector<std::string>& names, const char* kind) {
    raise<TypeError>(function + "() missing " + std::to_string(names.size()) + " required " + kind + " argument" +
                     (names.size() == 1 ? "" : "s") + ": " + listed(names));
}

void unexpectedKeyword(const std::string& function, const std::string& name) {
    raise<TypeError>(function + "() got an unexpected keyword argument '" + name + "'");
}

void givenTwice(const std::string& function, const std::string& name) {
    raise<TypeError>(function + "() got multiple values for argument '" + name + "'");
}

void tooManyArguments(const std::string& function, const PositionalCounts& c) {
    const bool plural = c.defaults == 0 ? c.most != 1 : true;
    const std::string takes =
        c.defaults == 0 ? std::to_string(c.most) : "from " + std::to_string(c.most - c.defaults) + " to " + std::to_string(c.most);
    std::string also;
    if (c.keywordOnlyGiven > 0) {
        also = std::string(" positional argument") + (c.given != 1 ? "s" : "") + " (and " + std::to_string(c.keywordOnlyGiven) +
               " keyword-only argument" + (c.keywordOnlyGiven != 1 ? "s" : "") + ")";
    }
    raise<TypeError>(function + "() takes " + takes + " positional argument" + (plural ? "s" : "") + " but " + std::to_string(c.given) +
                     also + (c.given == 1 && c.keywordOnlyGiven == 0 ? " was given" : " were given"));
}

}  // namespace backstep::python
