// SPDX-License-Identifier: GPL-3.0-or-later
// Where an operation is defined, in words: from the condition in engine/tape/op.def, which is written in C++.
#pragma once

#include <QString>

namespace backstep {

// Of an operation that left its domain: its name, the operand that did, and the condition of the table.
[[nodiscard]] QString outsideDomain(const QString& op, const QString& value, const QString& condition);

// a >= -1 && a <= 1 as −1 ≤ x ≤ 1.
[[nodiscard]] QString conditionAsMathematics(const QString& condition);

}  // namespace backstep
