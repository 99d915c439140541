// SPDX-License-Identifier: GPL-3.0-or-later
// Words for the ways of looking: names of values and elements, counts, what a check says.
#pragma once

#include <QString>

#include "engine/ways/ways.h"

namespace backstep {

[[nodiscard]] QString wayName(const Ways& ways, NodeId node);  // v₃
[[nodiscard]] QString wayNumber(double value);                 // four digits
[[nodiscard]] QString wayValue(const Tensor& value);
[[nodiscard]] QString wayCount(double count);  // 1,024 · about 1.1 · 10¹² where it is no longer exact
// Why there is nothing to show; empty where there is.
[[nodiscard]] QString waySentence(const Ways& ways);
// x → v₁ → f
[[nodiscard]] QString pathNames(const Ways& ways, const Path& path);
// What the checks of a program say of a leaf, for the step card; empty where nothing was checked.
[[nodiscard]] QString leafSentence(const Ways& ways, SweepId sweep, NodeId leaf, bool& wrong);
[[nodiscard]] QString checkSentence(const Ways& ways, const WayCheck& check);
[[nodiscard]] bool differs(const WayCheck& check);
[[nodiscard]] bool agrees(const WayCheck& check);

}  // namespace backstep
