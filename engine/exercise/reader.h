// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks of an exercise file.
#pragma once

#include "engine/exercise/fields.h"

namespace backstep::exercise {

[[nodiscard]] Show readShow(const TomlValue& table, Span span, Faults& faults);
[[nodiscard]] Task readTask(const TomlValue& table, Span span, Faults& faults);
// The keys of a step query, which stand among others.
[[nodiscard]] std::optional<StepQuery> readStepQuery(const TomlValue& table, Faults& faults);
[[nodiscard]] Property readProperty(const TomlValue& table, Faults& faults);

}  // namespace backstep::exercise
