// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of autograd: what was differentiated, what was freed or changed, and where.
#include <algorithm>
#include <set>

#include "engine/run/explain_parts.h"
#include "engine/run/explain_slice.h"
#include "engine/run/names.h"

namespace backstep {
namespace {

using enum ExplanationKind;

// The call of backward() or grad() that failed, and what it was to differentiate.
struct Sweep {
    ExprId call;
    const CallExpr* expr = nullptr;
    ExprId root;
    bool isMethod = false;  // y.backward()
};

Sweep sweepAt(const ProgramView& view) {
    Sweep s;
    s.expr = view.callAt(view.error.span, &s.call);
    if (s.expr == nullptr) return s;
    const ExprId receiver = view.receiver(*s.expr);
    const std::string name = view.calledName(*s.expr);
    const std::string before = view.text(receiver);
    s.isMethod = name == "backward" && receiver.valid() && !before.ends_with("autograd");
    if (s.isMethod) s.root = receiver;
    else if (!s.expr->arguments.empty()) s.root = s.expr->arguments.front();
    if (const auto* list = view.as<ListExpr>(s.root); list != nullptr && !list->items.empty()) s.root = list->items.front();
    if (const auto* tuple = view.as<TupleExpr>(s.root); tuple != nullptr && !tuple->items.empty()) s.root = tuple->items.front();
    return s;
}

void describeSaved(Explaining& e, NodeId node) {
    const Tape& tape = e.view.recording.tape;
    if (!node.valid()) return;
    const Span span = tape.origin(node).span;
    e.fact("saver", std::string(infoOf(tape.op(node)).autogradName));
    if (span.empty()) return;
    e.fact("savedLine", e.view.line(span));
    std::string text = e.view.text(span);
    if (text.find('\n') == std::string::npos && text.size() <= 60) e.fact("savedText", std::move(text));
}

const Keyword* keyword(const CallExpr* call, std::string_view name) {
    if (call == nullptr) return nullptr;
    for (const Keyword& k : call->keywords) {
        if (k.name == name) return &k;
    }
    return nullptr;
}

void nonScalar(Explaining& e) {
    const Sweep s = sweepAt(e.view);
    if (!s.root.valid()) return;
    e.describe("root", s.root);
    e.offer(FixKind::SumFirst, e.behind(s.root, ".sum()"), {e.atom(s.root)});
    const std::string torch = e.view.aliasOf("torch");
    if (torch.empty() || e.view.text(s.root).size() > 40) return;
    const std::string ones = torch + ".ones_like(" + e.view.text(s.root) + ")";
    const bool grad = e.view.calledName(*s.expr) == "grad";
    if (s.isMethod || grad)
        e.offer(FixKind::SeedWithOnes, {e.argument(s.call, (grad ? "grad_outputs=" : "gradient=") + ones)}, {e.view.text(s.root)});
}

// A value that each turn computes from its own last one takes the last turn's graph along: h = tanh(w * h).
bool carried(Explaining& e, Span call) {
    const ProgramView& view = e.view;
    const StmtId loop = view.loopAround(call.begin);
    if (!loop.valid() || !view.recording.savedFault) return false;
    const Span inside = view.spanOf(loop);
    const Span saver = view.recording.tape.origin(view.recording.savedFault->node).span;
    if (saver.begin < inside.begin || saver.end > inside.end) return false;
    for (std::size_t i = 0; i < view.ast.stmts.size(); ++i) {
        const auto* store = view.as<StoreStmt>(StmtId(i));
        const Span span = view.spanOf(StmtId(i));
        if (store == nullptr || view.parent(StmtId(i)) != loop || store->targets.size() != 1) continue;
        const auto* target = view.as<NameExpr>(store->targets[0]);
        if (target == nullptr) continue;
        bool own = false;
        view.forEach([&](ExprId id) {
            const auto* name = view.as<NameExpr>(id);
            own = own || (name != nullptr && name->name == target->name && view.statementOf(id) == StmtId(i) && id != store->targets[0]);
        });
        if (!own) continue;
        e.fact("carried", target->name);
        e.fact("carriedLine", view.line(span));
        const std::string line = target->name + " = " + target->name + ".detach()";
        if (view.lineStart(span.begin) + view.indentOf(span.begin).size() == span.begin)
            e.offer(FixKind::Insert, {e.lineBefore(span.begin, line)}, {line});
        return true;
    }
    return false;
}

void twice(Explaining& e) {
    const ProgramView& view = e.view;
    const std::vector<BackwardCall>& calls = view.recording.backwardCalls;
    const NodeId node = view.recording.savedFault ? view.recording.savedFault->node : NodeId();
    describeSaved(e, node);
    const Sweep s = sweepAt(view);
    if (s.root.valid()) e.describe("root", s.root);
    if (calls.size() < 2) return;
    const auto freed = [&](const BackwardCall& c) {
        if (c.retainGraph.value_or(c.createGraph)) return false;
        return !node.valid() || c.ran(node);
    };
    const auto earlier = std::find_if(calls.begin(), calls.end() - 1, freed);
    if (earlier == calls.end() - 1) return;
    e.relate(earlier->span);
    ExprId call;
    const CallExpr* expr = view.callAt(earlier->span, &call);
    if (earlier->span == calls.back().span) {
        // The same line again: the graph must be built again for each turn.
        e.fact("again", "yes");
        if (carried(e, earlier->span)) return;
        const StmtId loop = view.loopAround(earlier->span.begin);
        if (loop.valid()) e.fact("loopLine", view.line(view.spanOf(loop)));
        if (!loop.valid() || !s.root.valid()) return;
        std::string lines;
        const std::string indent = view.indentOf(earlier->span.begin);
        for (const StmtId statement : computedOutside(view, s.root, view.spanOf(loop))) {
            lines += view.text(view.spanOf(statement)) + "\n" + indent;
        }
        const StmtId failing = view.statementAt(earlier->span.begin);
        const std::uint32_t begin = view.spanOf(failing).begin;
        const bool ownLine = view.lineStart(begin) + indent.size() == begin;
        if (!lines.empty() && ownLine) e.offer(FixKind::Insert, {Explaining::insert(begin, lines)}, {lines.substr(0, lines.find('\n'))});
        return;
    }
    if (expr == nullptr) return;
    if (const Keyword* given = keyword(expr, "retain_graph"))
        e.offer(FixKind::RetainGraph, {{view.spanOf(given->value), "True"}}, {e.fact("otherLine")});
    else e.offer(FixKind::RetainGraph, {e.argument(call, "retain_graph=True")}, {e.fact("otherLine")});
}

void savedChanged(Explaining& e) {
    if (!e.view.recording.savedFault) return;
    const SavedFault& fault = *e.view.recording.savedFault;
    describeSaved(e, fault.node);
    const Tape& tape = e.view.recording.tape;
    if (fault.value.valid()) {
        e.fact("variable", withoutCount(tape.nameOf(fault.value)));
        if (fault.value == fault.node) e.fact("savesResult", "yes");
    }
    if (fault.changed.empty()) return;
    e.relate(fault.changed);
    if (e.fact("variable").empty()) {  // a leaf has no name on the tape: the one that was changed
        const auto* augmented = e.view.as<AugmentedStmt>(e.view.statementAt(fault.changed.begin));
        if (augmented != nullptr && e.view.as<NameExpr>(augmented->target) != nullptr) e.fact("variable", e.view.text(augmented->target));
    }
    if (e.view.noGradAround(fault.changed.begin).valid()) {
        e.fact("underNoGrad", "yes");
        return;
    }
    if (const auto fix = e.notInPlace(fault.changed.begin)) e.offer(fix->kind, fix->edits, fix->arguments);
}

// The statements from this one on that change something in place, each indented by four under `with torch.no_grad():`.
std::vector<Fix> underNoGrad(const Explaining& e, StmtId first) {
    const ProgramView& view = e.view;
    const std::string torch = view.aliasOf("torch");
    if (torch.empty() || !first.valid()) return {};
    const Span span = view.spanOf(first);
    const std::string indent = view.indentOf(span.begin);
    const bool ownLine = view.lineStart(span.begin) + indent.size() == span.begin;
    std::vector<Fix> edits{
        Explaining::insert(span.begin, (ownLine ? "" : "\n" + indent) + "with " + torch + ".no_grad():\n" + indent + "    ")};
    for (StmtId next = StmtId(first.index() + 1); ownLine && next.index() < view.ast.stmts.size(); next = StmtId(next.index() + 1)) {
        const Span s = view.spanOf(next);
        if (view.parent(next) != view.parent(first) || view.as<AugmentedStmt>(next) == nullptr) break;
        if (view.indentOf(s.begin) != indent || view.lineStart(s.begin) + indent.size() != s.begin) break;
        if (view.line(s) != view.line(view.spanOf(StmtId(next.index() - 1))) + 1) break;
        edits.push_back(Explaining::insert(s.begin, "    "));
    }
    return edits;
}

void leafChanged(Explaining& e) {
    const StmtId statement = e.view.statementAt(e.view.error.span.begin);
    if (!statement.valid()) return;
    const std::string text = e.view.text(e.view.spanOf(statement));
    e.fact("statement", text.size() <= 80 && text.find('\n') == std::string::npos ? text : "");
    ExprId target;
    if (const auto* augmented = e.view.as<AugmentedStmt>(statement)) target = augmented->target;
    else if (const auto* store = e.view.as<StoreStmt>(statement)) target = store->targets.front();
    else if (const CallExpr* call = e.view.callAt(e.view.error.span)) target = e.view.receiver(*call);
    while (const auto* subscript = e.view.as<SubscriptExpr>(target)) target = subscript->object;
    if (target.valid()) e.describe("variable", target);
    const bool update = text.find(".grad") != std::string::npos;
    if (update) e.fact("update", "yes");
    const auto wrap = [&] { e.offer(FixKind::UnderNoGrad, underNoGrad(e, statement), {text}); };
    const auto fresh = [&] {
        if (e.out.kind != LeafChanged) return;
        if (const auto fix = e.notInPlace(e.view.error.span.begin)) e.offer(fix->kind, fix->edits, fix->arguments);
    };
    if (update) wrap();
    else fresh(), wrap();
}

// Why nothing that leads to the root requires grad.
void noGraph(Explaining& e) {
    const ProgramView& view = e.view;
    const Sweep s = sweepAt(view);
    if (!s.root.valid()) return;
    e.describe("root", s.root);
    const CutFrom cut = whyNoGraph(view, s.root);
    if (cut.expr.valid()) {
        e.fact("cause", cut.cause);
        e.fact("cut", view.text(cut.expr).size() <= 60 ? view.text(cut.expr) : "");
        e.fact("cutLine", view.line(view.spanOf(cut.expr)));
        e.fact("cutName", cut.name);
    }
    if (cut.cause == "detach" || (cut.cause == "item" && cut.certain)) {
        const auto* call = view.as<CallExpr>(cut.expr);
        const ExprId object = call != nullptr ? view.receiver(*call) : ExprId();
        if (object.valid()) {
            std::uint32_t from = view.spanOf(object).end;
            while (from < view.source.text().size() && view.source.text()[from] != '.') ++from;
            const Span gone{from, view.spanOf(cut.expr).end};
            e.offer(FixKind::Remove, {{gone, ""}}, {view.text(gone)});
        }
    } else if (cut.cause == "noGrad") {
        const std::string text = view.text(cut.expr);
        const std::size_t at = text.find("no_grad");
        if (at != std::string::npos) {
            const std::uint32_t begin = view.spanOf(cut.expr).begin + static_cast<std::uint32_t>(at);
            e.offer(FixKind::RecordHere, {{{begin, begin + 7}, "enable_grad"}}, {text});
        }
    } else if (cut.cause == "leaf") {
        e.offer(FixKind::RequireGrad, e.requireGrad(cut.expr), {cut.name.empty() ? view.text(cut.expr) : cut.name});
    }
}

// Appends .detach() to everything in the call that requires grad.
void detachIn(const Explaining& e, ExprId id, std::vector<Fix>& edits, std::string& first) {
    const ProgramView& view = e.view;
    if (const auto* list = view.as<ListExpr>(id)) {
        for (const ExprId item : list->items) detachIn(e, item, edits, first);
        return;
    }
    if (const auto* tuple = view.as<TupleExpr>(id)) {
        for (const ExprId item : tuple->items) detachIn(e, item, edits, first);
        return;
    }
    const std::optional<Reported> value = view.value(id);
    if (!value || !value->tensor || !value->requiresGrad) return;
    if (first.empty()) first = e.atom(id);
    for (Fix& fix : e.behind(id, ".detach()")) edits.push_back(std::move(fix));
}

void needsDetach(Explaining& e) {
    ExprId id;
    const CallExpr* call = e.view.callAt(e.view.error.span, &id);
    if (call == nullptr) return;
    const ExprId receiver = e.view.receiver(*call);
    std::string first;
    std::vector<Fix> edits;
    if (e.view.calledName(*call) == "numpy" && receiver.valid()) {
        e.describe("variable", receiver);
        first = e.atom(receiver);
        edits = e.behind(receiver, ".detach()");
    } else {
        for (const ExprId argument : call->arguments) detachIn(e, argument, edits, first);
        for (const Keyword& k : call->keywords) detachIn(e, k.value, edits, first);
        e.fact("variable", first);
        e.fact("variableAtom", first);
    }
    e.offer(FixKind::DetachFirst, std::move(edits), {first});
}

void inputs(Explaining& e) {
    const Sweep s = sweepAt(e.view);
    if (s.expr == nullptr) return;
    if (s.root.valid()) e.describe("root", s.root);
    ExprId list = s.expr->arguments.size() > 1 ? s.expr->arguments[1] : ExprId();
    if (const Keyword* k = keyword(s.expr, "inputs")) list = k->value;
    std::vector<ExprId> all{list};
    if (const auto* items = e.view.as<ListExpr>(list)) all = items->items;
    if (const auto* items = e.view.as<TupleExpr>(list)) all = items->items;
    if (all.size() == 1) e.describe("input", all.front());
    if (e.out.kind == InputUnused) {
        e.offer(FixKind::AllowUnused, {e.argument(s.call, "allow_unused=True")});
        return;
    }
    for (const ExprId id : all) {
        const std::optional<Reported> value = e.view.value(id);
        const auto* name = e.view.as<NameExpr>(id);
        if (!value || !value->tensor || value->requiresGrad || name == nullptr) continue;
        e.describe("input", id);
        e.offer(FixKind::RequireGrad, e.requireGrad(e.view.assignedBefore(name->name, e.view.error.span.begin)), {name->name});
        return;
    }
}

void seedShape(Explaining& e) {
    const Sweep s = sweepAt(e.view);
    if (s.expr == nullptr || !s.root.valid()) return;
    e.describe("root", s.root);
    const std::string torch = e.view.aliasOf("torch");
    ExprId seed = s.isMethod && !s.expr->arguments.empty() ? s.expr->arguments.front() : ExprId();
    for (const char* name : {"gradient", "grad_outputs", "grad_tensors"}) {
        if (const Keyword* k = keyword(s.expr, name)) seed = k->value;
    }
    if (!seed.valid()) return;
    e.describe("seed", seed);
    if (torch.empty() || e.view.as<ListExpr>(seed)) return;
    e.offer(FixKind::SeedLike, {{e.view.spanOf(seed), torch + ".ones_like(" + e.view.text(s.root) + ")"}}, {e.view.text(s.root)});
}

// Something that needs grad and has none: its creation.
void requireAtCreation(Explaining& e, ExprId of) {
    const auto* name = e.view.as<NameExpr>(of);
    if (name == nullptr) return;
    e.describe("variable", of);
    const ExprId creation = e.view.assignedBefore(name->name, e.view.error.span.begin);
    if (creation.valid()) e.offer(FixKind::RequireGrad, e.requireGrad(creation), {name->name});
}

void wholeNumbers(Explaining& e) {
    const StmtId statement = e.view.statementAt(e.view.error.span.begin);
    ExprId creation;
    const CallExpr* call = e.view.callAt(e.view.error.span, &creation);
    ExprId target;
    if (call != nullptr && e.view.calledName(*call) == "requires_grad_") target = e.view.receiver(*call);
    else if (const auto* store = e.view.as<StoreStmt>(statement)) {
        const auto* attribute = e.view.as<AttributeExpr>(store->targets.front());
        if (attribute != nullptr && attribute->name == "requires_grad") target = attribute->object;
    }
    if (target.valid()) {
        e.describe("variable", target);
        const auto* name = e.view.as<NameExpr>(target);
        creation = name != nullptr ? e.view.assignedBefore(name->name, e.view.error.span.begin) : target;
    } else if (const auto* store = e.view.as<StoreStmt>(statement)) {
        e.fact("variable", e.view.text(store->targets.front()));
    }
    if (!creation.valid()) return;
    const std::vector<Fix> edits = e.makeFloating(creation);
    if (edits.empty()) return;
    e.offer(FixKind::WriteDecimal, edits, {e.view.text(creation), e.view.text(creation)});
}

void flagOfResult(Explaining& e) {
    const StmtId statement = e.view.statementAt(e.view.error.span.begin);
    ExprId of;
    if (const CallExpr* call = e.view.callAt(e.view.error.span)) of = e.view.receiver(*call);
    if (const auto* store = e.view.as<StoreStmt>(statement)) {
        if (const auto* attribute = e.view.as<AttributeExpr>(store->targets.front())) of = attribute->object;
    }
    if (!of.valid()) return;
    e.describe("variable", of);
    if (e.view.as<NameExpr>(of) == nullptr) return;
    const std::string name = e.view.text(of);
    e.offer(FixKind::NewValue, {{e.view.spanOf(statement), name + " = " + name + ".detach()"}},
            {e.view.text(e.view.spanOf(statement)), name + " = " + name + ".detach()"});
}

void gradAssigned(Explaining& e) {
    const auto* store = e.view.as<StoreStmt>(e.view.statementAt(e.view.error.span.begin));
    if (store == nullptr) return;
    const auto* attribute = e.view.as<AttributeExpr>(store->targets.front());
    if (attribute == nullptr) return;
    e.describe("variable", attribute->object);
    e.describe("value", store->value);
    if (e.out.kind == GradNoTensor) e.offer(FixKind::Replace, {{e.view.spanOf(store->value), "None"}}, {e.view.text(store->value), "None"});
}

void tapeUsedUp(Explaining& e) {
    ExprId best;
    e.view.forEach([&](ExprId id) {
        const auto* call = e.view.as<CallExpr>(id);
        if (call == nullptr || e.view.calledName(*call) != "GradientTape" || e.view.spanOf(id).begin > e.view.error.span.begin) return;
        if (!best.valid() || e.view.spanOf(id).begin > e.view.spanOf(best).begin) best = id;
    });
    if (!best.valid()) return;
    e.relate(e.view.spanOf(best));
    e.offer(FixKind::Insert, {e.argument(best, "persistent=True")}, {"persistent=True"});
}

}  // namespace

void explainGradients(Explaining& e) {
    const CallExpr* call = e.view.error.line != 0 && e.context.parsed.ok() ? e.view.callAt(e.view.error.span) : nullptr;
    switch (e.out.kind) {
        case BackwardNonScalar: return nonScalar(e);
        case BackwardTwice: return twice(e);
        case SavedChanged: return savedChanged(e);
        case LeafChanged:
        case LeafViewChanged: return leafChanged(e);
        case NoGraph: return noGraph(e);
        case NumpyNeedsDetach: return needsDetach(e);
        case CopyNeedsDetach: return needsDetach(e);
        case InputUnused:
        case InputNeedsNoGrad: return inputs(e);
        case SeedShape: return seedShape(e);
        case WholeNumbersNoGrad: return wholeNumbers(e);
        case HookNeedsGrad:
        case RetainNeedsGrad:
            if (call != nullptr) requireAtCreation(e, e.view.receiver(*call));
            return;
        case FlagOfResult: return flagOfResult(e);
        case GradShape:
        case GradType:
        case GradNoTensor: return gradAssigned(e);
        case TapeUsedUp: return tapeUsedUp(e);
        default: return;
    }
}

}  // namespace backstep
