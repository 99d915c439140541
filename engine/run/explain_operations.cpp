// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of Python's own operations: operands of the wrong kind, None, indices, unpacking, arithmetic.
#include <algorithm>

#include "engine/run/explain_parts.h"

namespace backstep {
namespace {

using enum ExplanationKind;

// Where a None came from: a call of a function that returns nothing, a .grad before backward().
void originOfNone(Explaining& e, ExprId id) {
    const ProgramView& view = e.view;
    if (const auto* attribute = view.as<AttributeExpr>(id); attribute != nullptr && attribute->name == "grad") {
        e.fact("isGrad", "yes");
        e.describe("variable", attribute->object);
        e.fact("none", view.text(id));
        const std::optional<Reported> value = view.value(attribute->object);
        if (value && value->tensor) {
            if (!value->requiresGrad) e.fact("needsNoGrad", "yes");
            else if (!value->isLeaf) e.fact("notLeaf", "yes");
            else if (view.recording.backwardCalls.empty()) e.fact("noBackward", "yes");
        }
        return;
    }
    ExprId from = id;
    if (const auto* name = view.as<NameExpr>(id)) {
        e.fact("none", name->name);
        const ExprId value = view.assignedBefore(name->name, view.error.span.begin);
        if (value.valid()) from = value;
    }
    const auto* call = view.as<CallExpr>(from);
    if (call == nullptr) return;
    if (e.fact("none").empty()) e.fact("none", view.text(id).size() <= 40 ? view.text(id) : "");
    e.fact("returned", view.text(call->callee).size() <= 40 ? view.text(call->callee) : "");
    e.fact("returnedLine", view.line(view.spanOf(from)));
    const std::string function = view.calledName(*call);
    for (std::size_t i = 0; i < view.ast.stmts.size(); ++i) {
        const auto* def = view.as<DefStmt>(StmtId(i));
        if (def == nullptr || def->name != function) continue;
        e.fact("definedLine", view.line(view.spanOf(StmtId(i))));
        // Its last statement is the value that was meant to be returned.
        const StmtId last = def->body.back();
        const auto* expression = view.as<ExpressionStmt>(last);
        const auto* store = view.as<StoreStmt>(last);
        const auto* print = expression != nullptr ? view.as<CallExpr>(expression->value) : nullptr;
        const std::uint32_t begin = view.spanOf(last).begin;
        if (print != nullptr && view.calledName(*print) == "print") {
            e.fact("prints", "yes");
            if (print->arguments.size() == 1 && print->keywords.empty()) {
                const std::string returned = "return " + view.text(print->arguments[0]);
                e.offer(FixKind::Replace, {{view.spanOf(last), returned}}, {view.text(view.spanOf(last)), returned});
            }
        } else if (expression != nullptr) {
            e.offer(FixKind::Insert, {Explaining::insert(begin, "return ")}, {"return"});
        } else if (store != nullptr && store->targets.size() == 1 && view.as<NameExpr>(store->targets[0]) != nullptr) {
            const std::string line = "return " + view.text(store->targets[0]);
            e.offer(FixKind::Insert, {Explaining::insert(view.spanOf(last).end, "\n" + view.indentOf(begin) + line)}, {line});
        }
    }
}

void operands(Explaining& e) {
    const ProgramView& view = e.view;
    ExprId left, right;
    const ExprId id = view.at(view.error.span);
    if (const auto* binary = view.as<BinaryExpr>(id)) left = binary->left, right = binary->right;
    else if (const auto* compare = view.as<CompareExpr>(id); compare != nullptr && !compare->rest.empty())
        left = compare->first, right = compare->rest.front();
    else if (const auto* augmented = view.as<AugmentedStmt>(view.statementAt(view.error.span.begin)))
        left = augmented->target, right = augmented->value;
    std::string leftType = e.said("left"), rightType = e.said("right");
    if (e.out.kind == NoneOperand) (leftType.empty() ? leftType : rightType) = "NoneType";
    // The facts left and right are the operands as written; their types go by names of their own.
    e.out.facts.erase("left");
    e.out.facts.erase("right");
    e.fact("leftType", leftType);
    e.fact("rightType", rightType);
    if (left.valid()) e.describe("left", left);
    if (right.valid()) e.describe("right", right);
    if (e.out.kind == NoneOperand) return originOfNone(e, leftType == "NoneType" ? left : right);
    const auto text = [&](ExprId which) {
        const Span s = view.spanOf(which);
        e.offer(FixKind::ToText, {Explaining::insert(s.begin, "str("), Explaining::insert(s.end, ")")}, {view.text(which)});
    };
    if (e.out.kind == Concatenation && right.valid()) text(right);
    if (e.out.kind == Operands && e.fact("operator") == "+" && left.valid() && rightType == "str") text(left);
    const std::string torch = view.aliasOf("torch");
    const bool listed = (leftType == "list" && left.valid()) || (rightType == "list" && right.valid());
    if ((e.out.kind == Operands || e.out.kind == ListTimes) && !torch.empty()) {
        const ExprId list = e.out.kind == ListTimes || leftType == "list" ? left : right;
        if (!listed && e.out.kind != ListTimes) return;
        if (!list.valid() || e.fact("operator") == "@") return;
        const std::optional<Reported> a = view.value(left), b = view.value(right);
        if (e.out.kind == ListTimes && a && a->kind != "list" && b && b->kind == "list") return;
        const Span s = view.spanOf(list);
        e.offer(FixKind::Replace, {Explaining::insert(s.begin, torch + ".tensor("), Explaining::insert(s.end, ")")},
                {view.text(list), torch + ".tensor(" + view.text(list) + ")"});
    }
}

void notSubscriptable(Explaining& e) {
    const ProgramView& view = e.view;
    const ExprId id = view.at(view.error.span);
    const auto* subscript = view.as<SubscriptExpr>(id);
    if (subscript == nullptr) return;
    e.describe("container", subscript->object);
    const std::string type = e.fact("type");
    if (type == "NoneType") return originOfNone(e, subscript->object);
    const bool function = type == "function" || type == "builtin_function_or_method" || type == "method" || type == "type";
    if (!function) return;
    e.fact("function", "yes");
    const Span object = view.spanOf(subscript->object);
    const std::size_t open = view.source.text().find('[', object.end);
    if (open == std::string::npos || open >= view.error.span.end) return;
    const auto at = static_cast<std::uint32_t>(open);
    const std::uint32_t end = view.spanOf(id).end;
    e.offer(FixKind::Replace, {{{at, at + 1}, "("}, {{end - 1, end}, ")"}},
            {view.text(id), view.text(subscript->object) + "(" + view.text(subscript->index) + ")"});
}

void notIterable(Explaining& e) {
    const ProgramView& view = e.view;
    const StmtId statement = view.statementAt(view.error.span.begin);
    const auto* loop = view.as<ForStmt>(statement);
    const auto* targets = loop != nullptr ? view.as<TupleExpr>(loop->target) : nullptr;
    if (targets != nullptr && view.error.span.begin < view.spanOf(loop->iterable).begin) {  // an element that is no pair
        e.fact("element", "yes");
        e.describe("variable", loop->iterable);
        e.fact("targets", view.text(loop->target));
        const Span s = view.spanOf(loop->iterable);
        if (targets->items.size() == 2) {
            e.offer(FixKind::Replace, {Explaining::insert(s.begin, "enumerate("), Explaining::insert(s.end, ")")},
                    {view.text(loop->iterable), "enumerate(" + view.text(loop->iterable) + ")"});
        }
        return;
    }
    if (loop != nullptr && view.spanOf(loop->iterable).begin <= view.error.span.begin) {
        e.describe("variable", loop->iterable);
        const Span s = view.spanOf(loop->iterable);
        if (e.fact("type") == "int") {
            e.offer(FixKind::Replace, {Explaining::insert(s.begin, "range("), Explaining::insert(s.end, ")")},
                    {view.text(loop->iterable), "range(" + view.text(loop->iterable) + ")"});
        }
    } else if (const auto* store = view.as<StoreStmt>(statement)) {
        e.describe("variable", store->value);
    }
    if (e.fact("type") == "NoneType") {
        if (loop != nullptr) originOfNone(e, loop->iterable);
        else if (const auto* store = view.as<StoreStmt>(statement)) originOfNone(e, store->value);
    }
}

// range(10 / 2), x[3 / 2]: whole division, or int().
void wholeNumber(Explaining& e) {
    const ProgramView& view = e.view;
    ExprId which;
    if (const auto* subscript = view.as<SubscriptExpr>(view.at(view.error.span))) {
        which = subscript->index;
        e.describe("container", subscript->object);
    } else if (const CallExpr* call = view.callAt(view.error.span)) {
        e.fact("function", view.calledName(*call));
        for (const ExprId argument : call->arguments) {
            const std::optional<Reported> value = view.value(argument);
            const auto* binary = view.as<BinaryExpr>(argument);
            const bool division = binary != nullptr && binary->op == BinaryOp::Divide;
            if ((value && value->kind == e.fact("type")) || division || call->arguments.size() == 1) {
                which = argument;
                break;
            }
        }
    }
    if (!which.valid()) return;
    e.describe("variable", which);
    const auto* binary = view.as<BinaryExpr>(which);
    if (binary != nullptr && binary->op == BinaryOp::Divide) {
        const Span between{view.spanOf(binary->left).end, view.spanOf(binary->right).begin};
        const std::size_t at = view.text(between).find('/');
        if (at != std::string::npos) {
            const auto begin = static_cast<std::uint32_t>(between.begin + at);
            e.offer(FixKind::Replace, {{{begin, begin + 1}, "//"}},
                    {view.text(which), view.text(binary->left) + " // " + view.text(binary->right)});
            return;
        }
    }
    if (e.fact("type") != "float") return;
    const Span s = view.spanOf(which);
    e.offer(FixKind::Replace, {Explaining::insert(s.begin, "int("), Explaining::insert(s.end, ")")},
            {view.text(which), "int(" + view.text(which) + ")"});
}

void zeroDivision(Explaining& e) {
    const auto* binary = e.view.as<BinaryExpr>(e.view.at(e.view.error.span));
    const auto* augmented = e.view.as<AugmentedStmt>(e.view.statementAt(e.view.error.span.begin));
    if (binary != nullptr && !e.view.as<IntegerExpr>(binary->right) && !e.view.as<NumberExpr>(binary->right))
        e.describe("divisor", binary->right);
    else if (binary != nullptr) return;
    else if (augmented != nullptr) e.describe("divisor", augmented->value);
}

void outOfRange(Explaining& e) {
    const ProgramView& view = e.view;
    const auto* subscript = view.as<SubscriptExpr>(view.at(view.error.span));
    if (subscript == nullptr) return;
    e.describe("container", subscript->object);
    e.describe("index", subscript->index);
    const std::string size = e.fact("containerSize");
    if (size.empty() || size == "0") {
        if (size == "0") e.fact("isEmpty", "yes");
        return;
    }
    const std::string last = std::to_string(std::stoll(size) - 1);
    e.fact("last", last);
    if (view.as<IntegerExpr>(subscript->index))
        e.offer(FixKind::Replace, {{view.spanOf(subscript->index), last}}, {view.text(subscript->index), last});
}

void missingKey(Explaining& e) {
    const ProgramView& view = e.view;
    const auto* subscript = view.as<SubscriptExpr>(view.at(view.error.span));
    if (subscript == nullptr) return;
    e.describe("container", subscript->object);
    const std::optional<Reported> value = view.value(subscript->object);
    const auto* key = view.as<TextExpr>(subscript->index);
    if (!value || value->kind != "dict") return;
    std::vector<std::string> keys;
    std::string shown;
    for (const auto& [name, item] : value->items) {
        keys.push_back(name);
        if (shown.size() < 50) shown += (shown.empty() ? "" : ", ") + name;
    }
    e.fact("keys", shown);
    if (key == nullptr) return;
    const std::string meant = nearest(key->value, keys);
    if (meant.empty()) return;
    const Span s = view.spanOf(subscript->index);
    const char quote = view.source.text()[s.begin];
    if (quote != '\'' && quote != '"') return;
    e.fact("meant", meant);
    e.offer(FixKind::Replace, {{s, quote + meant + quote}}, {view.text(s), quote + meant + quote});
}

void mathDomain(Explaining& e) {
    const CallExpr* call = e.view.callAt(e.view.error.span);
    if (call == nullptr) return;
    e.fact("function", e.view.calledName(*call));
    if (!call->arguments.empty()) e.describe("variable", call->arguments[0]);
}

void unpacked(Explaining& e) {
    const StmtId statement = e.view.statementAt(e.view.error.span.begin);
    if (const auto* store = e.view.as<StoreStmt>(statement)) {
        e.fact("targets", e.view.text(store->targets.front()));
        e.describe("variable", store->value);
    } else if (const auto* loop = e.view.as<ForStmt>(statement)) {
        e.fact("targets", e.view.text(loop->target));
        e.describe("variable", loop->iterable);
        const Span s = e.view.spanOf(loop->iterable);
        const auto* targets = e.view.as<TupleExpr>(loop->target);
        const std::optional<Reported> value = e.view.value(loop->iterable);
        if (targets != nullptr && targets->items.size() == 2 && value && (value->kind == "list" || value->kind == "tensor")) {
            e.offer(FixKind::Replace, {Explaining::insert(s.begin, "enumerate("), Explaining::insert(s.end, ")")},
                    {e.view.text(loop->iterable), "enumerate(" + e.view.text(loop->iterable) + ")"});
        }
    }
}

void contextManager(Explaining& e) {
    const auto* with = e.view.as<WithStmt>(e.view.statementAt(e.view.error.span.begin));
    if (with == nullptr || with->items.empty()) return;
    const ExprId context = with->items.front().context;
    e.describe("context", context);
    if (e.view.as<AttributeExpr>(context) == nullptr && e.view.as<NameExpr>(context) == nullptr) return;
    e.offer(FixKind::Replace, {Explaining::insert(e.view.spanOf(context).end, "()")}, {e.view.text(context), e.view.text(context) + "()"});
}

void assertion(Explaining& e) {
    const auto* check = e.view.as<AssertStmt>(e.view.statementAt(e.view.error.span.begin));
    if (check == nullptr) return;
    e.fact("condition", e.view.text(check->condition).size() <= 60 ? e.view.text(check->condition) : "");
    if (const auto* compare = e.view.as<CompareExpr>(check->condition); compare != nullptr && compare->rest.size() == 1) {
        e.describe("left", compare->first);
        e.describe("right", compare->rest.front());
    }
}

void noLength(Explaining& e) {
    const CallExpr* call = e.view.callAt(e.view.error.span);
    if (call == nullptr || call->arguments.empty()) return;
    e.describe("variable", call->arguments[0]);
    if (e.fact("type") == "NoneType") originOfNone(e, call->arguments[0]);
}

}  // namespace

void explainOperations(Explaining& e) {
    if (!e.context.parsed.ok()) return;
    switch (e.out.kind) {
        case NoneOperand:
        case Operands:
        case Concatenation:
        case ListPlus:
        case ListTimes:
        case Ordering: return operands(e);
        case NotSubscriptable: return notSubscriptable(e);
        case NotIterable: return notIterable(e);
        case NoLength: return noLength(e);
        case NotAContextManager: return contextManager(e);
        case WholeNumberExpected: return wholeNumber(e);
        case ZeroDivision:
        case WholeDivisionByZero: return zeroDivision(e);
        case ListIndexOutOfRange: return outOfRange(e);
        case MissingKey: return missingKey(e);
        case MathDomain:
        case MathOverflow:
        case RealNumberExpected:
        case BadNumberText: return mathDomain(e);
        case TooManyToUnpack:
        case TooFewToUnpack: return unpacked(e);
        case AssertionFailed: return assertion(e);
        default: return;
    }
}

}  // namespace backstep
