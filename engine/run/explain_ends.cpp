// SPDX-License-Identifier: GPL-3.0-or-later
// Backstep's own ends: what it does not do, its limits, the person's stop; and what the program raised itself.
#include "engine/run/explain_parts.h"

namespace backstep {

void explainOperations(Explaining&) {}
void explainSyntax(Explaining&) {}
void explainEnds(Explaining& e) {
    if (e.out.kind == ExplanationKind::NotSupported) e.fact("nearest", e.view.error.hint);
}

}  // namespace backstep
