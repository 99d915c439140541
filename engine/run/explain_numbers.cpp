// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of dtypes, of one number where there are many, of indices.
#include "engine/run/explain_parts.h"
#include "engine/run/explain_slice.h"

namespace backstep {
namespace {

using enum ExplanationKind;

// What the operation is of: x of x.mean(), or of torch.mean(x), float(x), len(x).
ExprId subject(const ProgramView& view, const CallExpr* call) {
    if (call == nullptr) return {};
    const ExprId receiver = view.receiver(*call);
    const std::optional<Reported> value = view.value(receiver);
    const bool isModule = view.as<NameExpr>(receiver) != nullptr && !value;
    if (receiver.valid() && !isModule && !view.text(receiver).starts_with(view.aliasOf("torch") + ".")) return receiver;
    return call->arguments.empty() ? ExprId() : call->arguments[0];
}

void wholeNumbers(Explaining& e) {
    const ExprId of = subject(e.view, e.view.callAt(e.view.error.span));
    if (!of.valid()) return;
    e.describe("variable", of);
    e.offer(FixKind::ToFloat, e.behind(of, ".float()"), {e.atom(of)});
}

// Two tensors of different dtypes: the one that is not float32 is turned into what the other is.
void kindsDiffer(Explaining& e) {
    ExprId left, right;
    const ExprId id = e.view.at(e.view.error.span);
    if (const auto* binary = e.view.as<BinaryExpr>(id)) left = binary->left, right = binary->right;
    else if (const CallExpr* call = e.view.callAt(e.view.error.span)) {
        if (call->arguments.size() >= 2) left = call->arguments[0], right = call->arguments[1];
        else if (call->arguments.size() == 1) left = e.view.receiver(*call), right = call->arguments[0];
    }
    for (const char* name : {"left", "right"}) {
        e.fact(std::string(name) + "Type", e.said(name));
        e.out.facts.erase(name);
    }
    if (left.valid()) e.describe("left", left);
    if (right.valid()) e.describe("right", right);
    const std::optional<Reported> a = e.view.value(left), b = e.view.value(right);
    const bool whole = a && a->tensor && !isFloating(a->tensor->dtype());
    const bool wholeRight = b && b->tensor && !isFloating(b->tensor->dtype());
    const bool wide = a && a->tensor && a->tensor->dtype() == DType::Float64;
    const bool wideRight = b && b->tensor && b->tensor->dtype() == DType::Float64;
    if (whole != wholeRight) {
        const bool other64 = whole ? wideRight : wide;
        const ExprId which = whole ? left : right;
        e.offer(FixKind::ToFloat, e.behind(which, other64 ? ".double()" : ".float()"), {e.atom(which)});
    } else if (wide != wideRight) {
        const ExprId which = wide ? left : right;
        e.offer(FixKind::ToFloat, e.behind(which, ".float()"), {e.atom(which)});
    } else if (const CallExpr* call = e.view.callAt(e.view.error.span); call != nullptr && !a && b && wideRight) {
        e.offer(FixKind::ToFloat, e.behind(right, ".float()"), {e.atom(right)});
    } else if (call != nullptr && call->arguments.size() == 1) {  // a layer of float32
        const std::optional<Reported> x = e.view.value(call->arguments[0]);
        if (x && x->tensor && x->tensor->dtype() != DType::Float32)
            e.offer(FixKind::ToFloat, e.behind(call->arguments[0], ".float()"), {e.atom(call->arguments[0])});
    }
}

// x ^ 2 of tensors, where a power was meant.
void notForThisKind(Explaining& e) {
    const ExprId id = e.view.at(e.view.error.span);
    const auto* binary = e.view.as<BinaryExpr>(id);
    if (binary == nullptr) {
        const ExprId of = subject(e.view, e.view.callAt(e.view.error.span));
        if (of.valid()) e.describe("variable", of);
        if (of.valid() && (e.fact("dtype") == "Long" || e.fact("dtype") == "Int" || e.fact("dtype") == "Bool")) {
            e.offer(FixKind::ToFloat, e.behind(of, ".float()"), {e.atom(of)});
        }
        return;
    }
    if (binary->op == BinaryOp::MatrixMultiply) return kindsDiffer(e);
    if (binary->op != BinaryOp::BitXor) return;
    e.fact("caret", "yes");
    const Span between{e.view.spanOf(binary->left).end, e.view.spanOf(binary->right).begin};
    const std::size_t at = e.view.text(between).find('^');
    if (at == std::string::npos) return;
    const auto begin = static_cast<std::uint32_t>(between.begin + at);
    e.offer(FixKind::Replace, {{{begin, begin + 1}, "**"}},
            {e.view.text(id), e.view.text(binary->left) + " ** " + e.view.text(binary->right)});
}

void negativePower(Explaining& e) {
    const auto* binary = e.view.as<BinaryExpr>(e.view.at(e.view.error.span));
    const ExprId base = binary != nullptr ? binary->left : subject(e.view, e.view.callAt(e.view.error.span));
    if (!base.valid()) return;
    e.describe("variable", base);
    e.offer(FixKind::ToFloat, e.behind(base, ".float()"), {e.atom(base)});
}

void itemOfMany(Explaining& e) {
    const CallExpr* call = e.view.callAt(e.view.error.span);
    const ExprId of = subject(e.view, call);
    if (!of.valid()) return;
    e.describe("variable", of);
    e.fact("function", e.view.calledName(*call));
    const auto* attribute = e.view.as<AttributeExpr>(call->callee);
    if (attribute != nullptr && attribute->name == "item")
        e.offer(FixKind::Replace, {{attribute->nameSpan, "tolist"}}, {"item()", "tolist()"});
    else e.offer(FixKind::SumFirst, e.behind(of, ".sum()"), {e.atom(of)});
}

void truthOfMany(Explaining& e) {
    ExprId condition = e.view.at(e.view.error.span);
    const StmtId statement = e.view.statementAt(e.view.error.span.begin);
    if (const auto* branch = e.view.as<IfStmt>(statement)) {
        for (const ExprId c : branch->conditions) {
            if (e.view.spanOf(c).contains(e.view.error.span.begin)) condition = c;
        }
    } else if (const auto* loop = e.view.as<WhileStmt>(statement)) {
        condition = loop->condition;
    } else if (const auto* check = e.view.as<AssertStmt>(statement)) {
        condition = check->condition;
    }
    // Of `a > 0 and b`, `not a`, `bool(a)`: the part that is a tensor.
    for (;;) {
        if (const auto* unary = e.view.as<UnaryExpr>(condition); unary != nullptr && unary->op == UnaryOp::Not) condition = unary->operand;
        else if (const auto* both = e.view.as<BoolExpr>(condition)) condition = both->left;
        else if (const auto* call = e.view.as<CallExpr>(condition);
                 call != nullptr && e.view.calledName(*call) == "bool" && !call->arguments.empty())
            condition = call->arguments[0];
        else break;
    }
    if (!condition.valid()) return;
    e.describe("condition", condition);
    ExprId inside = condition;
    if (const auto* compare = e.view.as<CompareExpr>(condition)) {
        const std::optional<Reported> first = e.view.value(compare->first);
        inside = first && first->tensor ? compare->first : compare->rest.front();
    }
    e.describe("variable", inside);
    e.offer(FixKind::AllOf, e.behind(condition, ".all()"), {e.view.text(condition)});
    e.offer(FixKind::AnyOf, e.behind(condition, ".any()"), {e.view.text(condition)});
}

void scalarAsList(Explaining& e) {
    const StmtId statement = e.view.statementAt(e.view.error.span.begin);
    ExprId of;
    if (const auto* subscript = e.view.as<SubscriptExpr>(e.view.at(e.view.error.span))) of = subscript->object;
    else if (const CallExpr* call = e.view.callAt(e.view.error.span)) of = subject(e.view, call);
    else if (const auto* loop = e.view.as<ForStmt>(statement)) of = loop->iterable;
    if (!of.valid()) return;
    e.describe("variable", of);
    if (e.out.kind == IndexOfScalar) {
        const auto* subscript = e.view.as<SubscriptExpr>(e.view.at(e.view.error.span));
        if (subscript == nullptr || e.view.statementOf(of) != statement) return;
        const auto* store = e.view.as<StoreStmt>(statement);
        if (store != nullptr && e.view.spanOf(store->targets.front()).contains(e.view.error.span.begin)) return;
        e.offer(FixKind::Replace, {{{e.view.spanOf(of).end, e.view.error.span.end}, ".item()"}},
                {e.view.text(e.view.error.span), e.view.text(of) + ".item()"});
    }
    if (e.out.kind == LengthOfScalar) {
        ExprId id;
        const CallExpr* call = e.view.callAt(e.view.error.span, &id);
        if (call == nullptr || e.view.calledName(*call) != "len" || !e.view.isAtom(of)) return;
        e.offer(FixKind::Replace, {{e.view.spanOf(id), e.view.text(of) + ".numel()"}}, {e.view.text(id), e.view.text(of) + ".numel()"});
    }
}

void indexed(Explaining& e) {
    if (const auto* subscript = e.view.as<SubscriptExpr>(e.view.at(e.view.error.span))) e.describe("variable", subscript->object);
    const std::string size = e.fact("size");
    if (!size.empty() && size != "0") e.fact("last", std::to_string(std::stoll(size) - 1));
    const auto* subscript = e.view.as<SubscriptExpr>(e.view.at(e.view.error.span));
    if (subscript == nullptr || e.fact("last").empty() || e.view.text(subscript->index) != e.fact("index")) return;
    e.offer(FixKind::Replace, {{e.view.spanOf(subscript->index), e.fact("last")}}, {e.fact("index"), e.fact("last")});
}

void negativeStep(Explaining& e) {
    const auto* subscript = e.view.as<SubscriptExpr>(e.view.at(e.view.error.span));
    const std::string torch = e.view.aliasOf("torch");
    if (subscript == nullptr || torch.empty()) return;
    e.describe("variable", subscript->object);
    if (e.view.text(subscript->index) != "::-1") return;
    const std::string flipped = torch + ".flip(" + e.view.text(subscript->object) + ", [0])";
    e.offer(FixKind::Replace, {{e.view.error.span, flipped}}, {e.view.text(e.view.error.span), flipped});
}

void cuda(Explaining& e) {
    ExprId id;
    const CallExpr* call = e.view.callAt(e.view.error.span, &id);
    if (call == nullptr) return;
    const auto* attribute = e.view.as<AttributeExpr>(call->callee);
    if (attribute != nullptr && attribute->name == "cuda") {
        const std::uint32_t from = attribute->nameSpan.begin - 1;
        e.offer(FixKind::Remove, {{{from, e.view.spanOf(id).end}, ""}}, {".cuda()"});
        return;
    }
    e.view.forEach([&](ExprId t) {
        const auto* text = e.view.as<TextExpr>(t);
        if (text == nullptr || !text->value.starts_with("cuda") || !e.out.fixes.empty()) return;
        e.offer(FixKind::Replace, {{e.view.spanOf(t), "'cpu'"}}, {e.view.text(t), "'cpu'"});
    });
}

}  // namespace

void explainNumbers(Explaining& e) {
    if (!e.context.parsed.ok()) return;
    switch (e.out.kind) {
        case MeanOfWholeNumbers: return wholeNumbers(e);
        case KindsDiffer: return kindsDiffer(e);
        case NotForThisKind: return notForThisKind(e);
        case NegativePowerOfWhole: return negativePower(e);
        case ItemOfMany: return itemOfMany(e);
        case TruthOfMany: return truthOfMany(e);
        case LengthOfScalar:
        case IterateScalar:
        case IndexOfScalar: return scalarAsList(e);
        case TensorIndexOutOfRange:
        case TooManyIndices:
        case MaskShape:
        case BadTensorIndex:
        case IndexKind: return indexed(e);
        case NegativeStep: return negativeStep(e);
        case ResultKind: {
            const auto fix = e.notInPlace(e.view.error.span.begin);
            if (const auto* augmented = e.view.as<AugmentedStmt>(e.view.statementAt(e.view.error.span.begin)))
                e.describe("variable", augmented->target);
            if (fix) e.offer(fix->kind, fix->edits, fix->arguments);
            return;
        }
        case Cuda: return cuda(e);
        default: return;
    }
}

}  // namespace backstep
