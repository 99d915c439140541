// SPDX-License-Identifier: GPL-3.0-or-later
// Where a value came from, read off the text: the assignments that lead to it, and what on the way cut its history off.
#pragma once

#include "engine/run/explain_view.h"

namespace backstep {

struct CutFrom {
    std::string cause;    // "detach", "item", "data", "noGrad", "copied", "steps", "leaf"; empty: not found
    ExprId expr;          // what did it; of a leaf: what creates it
    std::string name;     // of the leaf
    bool certain = true;  // of an item(): without it the history would be whole
};

[[nodiscard]] CutFrom whyNoGraph(const ProgramView& view, ExprId root);

// The assignments outside of that span which compute, with history, what the root is made of; in the order of the text.
[[nodiscard]] std::vector<StmtId> computedOutside(const ProgramView& view, ExprId root, Span span);

// Whether the call makes a tensor of plain numbers: torch.tensor, torch.ones …
[[nodiscard]] bool isCreation(const ProgramView& view, const CallExpr& call);

}  // namespace backstep
