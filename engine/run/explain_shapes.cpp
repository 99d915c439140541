// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of shapes: whose shape is which, and the transposition or the other operation that fits.
#include <algorithm>

#include "engine/run/explain_parts.h"

namespace backstep {
namespace {

using enum ExplanationKind;

// The two operands of the operation that failed: of a + b, a @ b, torch.mm(a, b), a.mm(b).
struct Pair {
    ExprId left, right;
};

Pair operands(const ProgramView& view) {
    const ExprId id = view.at(view.error.span);
    if (const auto* binary = view.as<BinaryExpr>(id)) return {binary->left, binary->right};
    if (const auto* compare = view.as<CompareExpr>(id); compare != nullptr && !compare->rest.empty())
        return {compare->first, compare->rest.front()};
    const StmtId statement = view.statementAt(view.error.span.begin);
    if (const auto* augmented = view.as<AugmentedStmt>(statement)) return {augmented->target, augmented->value};
    const CallExpr* call = view.callAt(view.error.span);
    if (call == nullptr) return {};
    if (call->arguments.size() >= 2) return {call->arguments[0], call->arguments[1]};
    if (call->arguments.size() == 1) return {view.receiver(*call), call->arguments[0]};
    return {};
}

const Tensor* tensorOf(const std::optional<Reported>& value) { return value && value->tensor ? &*value->tensor : nullptr; }

void pair(Explaining& e) {
    const Pair p = operands(e.view);
    if (p.left.valid()) e.describe("left", p.left);
    if (p.right.valid()) e.describe("right", p.right);
}

// "2x3" of PyTorch's message.
std::pair<std::string, std::string> sides(const std::string& text) {
    const std::size_t x = text.find('x');
    return x == std::string::npos ? std::pair(std::string(), std::string()) : std::pair(text.substr(0, x), text.substr(x + 1));
}

void matrices(Explaining& e) {
    const auto [rows, inner] = sides(e.fact("left"));
    const auto [other, columns] = sides(e.fact("right"));
    e.fact("leftSizes", e.fact("left"));
    e.fact("rightSizes", e.fact("right"));
    e.fact("inner", inner);
    e.fact("other", other);
    e.out.facts.erase("left");
    e.out.facts.erase("right");
    // A layer: its weight is the other matrix.
    const CallExpr* call = e.view.callAt(e.view.error.span);
    if (call != nullptr && call->arguments.size() == 1 && !e.view.value(e.view.receiver(*call))) {
        e.fact("layer", e.view.text(call->callee));
        e.describe("left", call->arguments[0]);
        return;
    }
    pair(e);
    const Pair p = operands(e.view);
    const std::optional<Reported> leftValue = e.view.value(p.left), rightValue = e.view.value(p.right);
    const Tensor* left = tensorOf(leftValue);
    const Tensor* right = tensorOf(rightValue);
    const bool both = left != nullptr && right != nullptr && left->dims() == 2 && right->dims() == 2;
    if (!both) return;
    if (inner == columns) e.offer(FixKind::Transpose, e.behind(p.right, ".T"), {e.atom(p.right)});
    if (rows == other) e.offer(FixKind::Transpose, e.behind(p.left, ".T"), {e.atom(p.left)});
}

// torch.dot of matrices: @ does it if the sizes fit.
void dotOfMatrices(Explaining& e) {
    e.fact("leftDims", e.fact("left"));
    e.fact("rightDims", e.fact("right"));
    e.out.facts.erase("left");
    e.out.facts.erase("right");
    pair(e);
    const Pair p = operands(e.view);
    const std::optional<Reported> leftValue = e.view.value(p.left), rightValue = e.view.value(p.right);
    const Tensor* left = tensorOf(leftValue);
    const Tensor* right = tensorOf(rightValue);
    const CallExpr* call = e.view.callAt(e.view.error.span);
    const auto* attribute = call != nullptr ? e.view.as<AttributeExpr>(call->callee) : nullptr;
    if (attribute == nullptr || left == nullptr || right == nullptr || left->dims() == 0 || right->dims() == 0) return;
    const std::int64_t inner = right->dims() == 1 ? right->shape()[0] : right->shape()[right->dims() - 2];
    if (left->shape().back() != inner) return;
    e.offer(FixKind::Replace, {{attribute->nameSpan, "matmul"}}, {e.view.text(attribute->nameSpan), "matmul"});
}

void reshaped(Explaining& e) {
    const CallExpr* call = e.view.callAt(e.view.error.span);
    if (call == nullptr) return;
    const ExprId receiver = e.view.receiver(*call);
    const bool function = e.view.text(receiver) == e.view.aliasOf("torch");
    const ExprId what = function && !call->arguments.empty() ? call->arguments[0] : receiver;
    if (what.valid()) e.describe("variable", what);
    if (e.out.kind == ViewNeedsReshape) {
        if (const auto* attribute = e.view.as<AttributeExpr>(call->callee))
            e.offer(FixKind::Replace, {{attribute->nameSpan, "reshape"}}, {attribute->name, "reshape"});
        return;
    }
    // One size left open, where the others divide.
    const Tensor* tensor = nullptr;
    const std::optional<Reported> value = e.view.value(what);
    if (value && value->tensor) tensor = &*value->tensor;
    std::vector<ExprId> sizes(call->arguments.begin() + (function ? 1 : 0), call->arguments.end());
    if (sizes.size() == 1 && e.view.as<TupleExpr>(sizes[0])) sizes = std::vector<ExprId>(e.view.as<TupleExpr>(sizes[0])->items);
    if (tensor == nullptr || sizes.size() < 2 || e.out.kind != ReshapeSize) return;
    for (std::size_t open = 0; open < sizes.size(); ++open) {
        std::int64_t product = 1;
        bool known = true;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            if (i == open) continue;
            const auto* whole = e.view.as<IntegerExpr>(sizes[i]);
            known = known && whole != nullptr && whole->digits.size() < 9;
            if (known) product *= std::stoll(whole->digits);
        }
        if (!known || product <= 0 || tensor->size() % product != 0) continue;
        e.offer(FixKind::Replace, {{e.view.spanOf(sizes[open]), "-1"}}, {e.view.text(sizes[open]), "-1"});
        return;
    }
}

void dimension(Explaining& e) {
    const CallExpr* call = e.view.callAt(e.view.error.span);
    if (call == nullptr) return;
    const ExprId receiver = e.view.receiver(*call);
    const bool method = receiver.valid() && e.view.value(receiver) && e.view.value(receiver)->tensor;
    const ExprId what = method ? receiver : call->arguments.empty() ? ExprId() : call->arguments[0];
    if (!what.valid()) return;
    e.describe("variable", what);
    const std::optional<Reported> value = e.view.value(what);
    if (!value || !value->tensor) return;
    e.fact("dims", std::to_string(value->tensor->dims()));
    if (value->tensor->dims() == 0) return;
    // The number as it is written, in place of which 0 can stand.
    const std::string dim = e.fact("dim");
    std::vector<ExprId> places(call->arguments.begin(), call->arguments.end());
    for (const Keyword& k : call->keywords) places.push_back(k.value);
    for (const ExprId place : places) {
        if (e.view.text(place) != dim || place == what) continue;
        const std::string last = std::to_string(value->tensor->dims() - 1);
        e.offer(FixKind::Replace, {{e.view.spanOf(place), last}}, {dim, last});
        return;
    }
}

void variableOf(Explaining& e) {
    const CallExpr* call = e.view.callAt(e.view.error.span);
    if (call == nullptr) return;
    const ExprId receiver = e.view.receiver(*call);
    const bool method = receiver.valid() && e.view.value(receiver) && e.view.value(receiver)->tensor;
    const ExprId what = method ? receiver : call->arguments.empty() ? ExprId() : call->arguments[0];
    if (what.valid()) e.describe("variable", what);
}

void assigned(Explaining& e) {
    const StmtId statement = e.view.statementAt(e.view.error.span.begin);
    if (const auto* store = e.view.as<StoreStmt>(statement)) e.fact("target", e.view.text(store->targets.front()));
    if (const auto* augmented = e.view.as<AugmentedStmt>(statement)) {
        e.describe("variable", augmented->target);
        const bool named = e.view.as<NameExpr>(augmented->target) != nullptr;
        const auto fix = named ? e.notInPlace(e.view.error.span.begin) : std::nullopt;
        if (fix) e.offer(fix->kind, fix->edits, fix->arguments);
    }
}

}  // namespace

void explainShapes(Explaining& e) {
    if (!e.context.parsed.ok()) return;
    switch (e.out.kind) {
        case MatrixShapes: return matrices(e);
        case DotOfMatrices: return dotOfMatrices(e);
        case DotSizes:
            e.fact("leftSize", e.fact("left"));
            e.fact("rightSize", e.fact("right"));
            e.out.facts.erase("left");
            e.out.facts.erase("right");
            return pair(e);
        case BroadcastShapes:
        case NumpyBroadcast:
        case NumpyMatmul:
        case MatrixVectorShapes:
        case BatchShapes:
        case MatrixExpected:
        case LossShape:
        case LossBatch: return pair(e);
        case ReshapeSize:
        case ReshapeTwoUnknown:
        case ViewNeedsReshape: return reshaped(e);
        case DimensionOutOfRange: return dimension(e);
        case ExpandSize: {
            const auto* store = e.view.as<StoreStmt>(e.view.statementAt(e.view.error.span.begin));
            if (store == nullptr || e.view.as<SubscriptExpr>(store->targets.front()) == nullptr) return variableOf(e);
            e.out.kind = AssignShape;
            return assigned(e);
        }
        case SingularMatrix:
        case SquareExpected:
        case EmptyReduction: return variableOf(e);
        case OutputShape:
        case AssignShape: return assigned(e);
        default: return;
    }
}

}  // namespace backstep
