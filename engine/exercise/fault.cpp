// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exercise/fault.h"

#include <algorithm>
#include <array>

namespace backstep::exercise {
namespace {

struct Info {
    const char* name;
    Severity severity;
};
constexpr std::array kInfo{
#define EXERCISE_FAULT(kind, severity) Info{#kind, Severity::severity},
#include "engine/exercise/fault.def"
};

}  // namespace

Severity severityOf(FaultKind kind) { return kInfo[static_cast<std::size_t>(kind)].severity; }
const char* nameOf(FaultKind kind) { return kInfo[static_cast<std::size_t>(kind)].name; }

bool hasErrors(const Faults& faults) {
    return std::any_of(faults.begin(), faults.end(), [](const Fault& f) { return f.isError(); });
}

}  // namespace backstep::exercise
