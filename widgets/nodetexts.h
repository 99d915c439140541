// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a node beside the picture: for a screen reader, and under the pointer.
#pragma once

#include <cstddef>

#include <QString>

namespace backstep {

class StepCursor;

// `index` is one of the snapshot's graph. "v3 = sin x, value 0.9093, adjoint 1.3863"
[[nodiscard]] QString spokenNode(const StepCursor& cursor, std::size_t index);

// Plain text in lines: name and expression in full, every digit, and what the backward pass keeps of it.
[[nodiscard]] QString nodeTip(const StepCursor& cursor, std::size_t index);

}  // namespace backstep
