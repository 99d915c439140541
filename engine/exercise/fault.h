// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with an exercise, as a fact: kind, place, arguments. A widget says it in the reader's language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/diagnostic.h"

namespace backstep::exercise {

enum class FaultKind : std::uint8_t {
#define EXERCISE_FAULT(kind, severity) kind,
#include "engine/exercise/fault.def"
};

[[nodiscard]] Severity severityOf(FaultKind kind);
[[nodiscard]] const char* nameOf(FaultKind kind);

struct Fault {
    FaultKind kind{};
    Span span;
    std::vector<std::string> arguments;
    [[nodiscard]] bool isError() const { return severityOf(kind) == Severity::Error; }
};
using Faults = std::vector<Fault>;

[[nodiscard]] bool hasErrors(const Faults& faults);

}  // namespace backstep::exercise
