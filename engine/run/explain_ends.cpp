// SPDX-License-Identifier: GPL-3.0-or-later
// Backstep's own ends: what it does not do, its limits, the person's stop; and what the program raised itself.
#include "engine/run/explain_parts.h"

namespace backstep {

void explainEnds(Explaining& e) {
    using enum ExplanationKind;
    const ProgramError& error = e.view.error;
    if (e.out.kind == NotSupported) e.fact("nearest", error.hint);
    if (e.out.kind == LimitReached) {
        e.fact("limit", error.limit);
        if (const auto& limit = e.context.parsed.limit) {
            using Kind = TextLimit::Kind;
            e.fact("limit", limit->kind == Kind::Text ? "Text" : limit->kind == Kind::Line ? "Line" : "Tree");
            e.fact("most", std::to_string(limit->limit));
        } else if (error.line != 0) {
            const StmtId loop = e.view.loopAround(error.span.begin);
            if (loop.valid()) e.fact("loopLine", e.view.line(e.view.spanOf(loop)));
            if (const auto* forever = e.view.as<WhileStmt>(loop)) e.fact("condition", e.view.text(forever->condition));
        }
    }
    if (!e.context.parsed.ok() || error.line == 0) return;
    // What the program's own `raise` says is the program's business.
    const auto* raise = e.view.as<RaiseStmt>(e.view.statementAt(error.span.begin));
    if (raise == nullptr || !raise->exception.valid()) return;
    if (error.type == "Unsupported" || error.type == "Limit" || error.type == "Interrupted") return;
    const auto* call = e.view.as<CallExpr>(raise->exception);
    const std::string raised = call != nullptr ? e.view.text(call->callee) : e.view.text(raise->exception);
    if (raised != error.type && !raised.ends_with("." + error.type)) return;
    e.out.kind = RaisedByProgram;
    e.out.fixes.clear();
}

}  // namespace backstep
