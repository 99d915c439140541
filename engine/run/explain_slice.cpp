// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/explain_slice.h"

#include <algorithm>
#include <array>
#include <set>

namespace backstep {
namespace {

constexpr std::array<std::string_view, 22> kCreations{"tensor",     "arange",    "linspace",    "ones",      "zeros",      "full",
                                                      "eye",        "rand",      "randn",       "normal",    "randint",    "logspace",
                                                      "empty",      "as_tensor", "from_numpy",  "ones_like", "zeros_like", "rand_like",
                                                      "randn_like", "Tensor",    "FloatTensor", "full_like"};
constexpr std::array<std::string_view, 6> kSteps{"argmax", "argmin", "eq", "gt", "lt", "sort_indices"};

// Follows names back to what they were given, expression by expression.
class Slice {
public:
    explicit Slice(const ProgramView& view) : view_(view), children_(view.ast.exprs.size()) {
        view.forEach([&](ExprId id) {
            if (view.statementOf(id).valid() && view.parent(id).valid()) children_[view.parent(id)].push_back(id);
        });
    }

    std::vector<ExprId> exprs;  // in the order of finding
    std::vector<StmtId> statements;

    void follow(ExprId root) {
        add(root);
        for (std::size_t i = 0; i < exprs.size() && i < 5000; ++i) expand(exprs[i]);
    }

private:
    const ProgramView& view_;
    Table<ExprId, std::vector<ExprId>> children_;
    std::set<std::uint32_t> seen_;

    void add(ExprId id) {
        if (!id.valid() || !seen_.insert(id.value).second) return;
        exprs.push_back(id);
    }

    void expand(ExprId id) {
        if (const auto* name = view_.as<NameExpr>(id)) {
            const ExprId value = view_.assignedBefore(name->name, view_.spanOf(id).begin);
            if (!value.valid()) return;
            const StmtId statement = view_.statementOf(value);
            if (std::find(statements.begin(), statements.end(), statement) == statements.end()) statements.push_back(statement);
            add(value);
            return;
        }
        if (const auto* call = view_.as<CallExpr>(id)) {
            if (const auto* f = view_.as<NameExpr>(call->callee)) body(f->name);
        }
        for (const ExprId child : children_[id]) add(child);
    }

    // What a function of the program returns.
    void body(const std::string& function) {
        for (std::size_t i = 0; i < view_.ast.stmts.size(); ++i) {
            const auto* def = view_.as<DefStmt>(StmtId(i));
            if (def == nullptr || def->name != function) continue;
            for (std::size_t k = 0; k < view_.ast.stmts.size(); ++k) {
                const auto* result = view_.as<ReturnStmt>(StmtId(k));
                if (result != nullptr && view_.functionAround(view_.spanOf(StmtId(k)).begin) == StmtId(i)) add(result->value);
            }
        }
    }
};

bool mentionsTensor(const ProgramView& view, ExprId id) {
    bool found = false;
    view.forEach([&](ExprId e) {
        const Span outer = view.spanOf(id), inner = view.spanOf(e);
        if (inner.begin < outer.begin || inner.end > outer.end || view.as<NameExpr>(e) == nullptr) return;
        const std::optional<Reported> value = view.value(e);
        if (value && value->tensor && value->kind == "tensor") found = true;
    });
    return found;
}

// What the program asks for the gradient of: x in x.grad.
bool gradAskedOf(const ProgramView& view, const std::string& name) { return view.source.text().find(name + ".grad") != std::string::npos; }

}  // namespace

bool isCreation(const ProgramView& view, const CallExpr& call) {
    const std::string name = view.calledName(call);
    return std::find(kCreations.begin(), kCreations.end(), name) != kCreations.end();
}

CutFrom whyNoGraph(const ProgramView& view, ExprId root) {
    Slice slice(view);
    slice.follow(root);
    CutFrom leaf, steps;
    for (const ExprId id : slice.exprs) {
        if (const auto* attribute = view.as<AttributeExpr>(id); attribute != nullptr && attribute->name == "data") return {"data", id, {}};
        if (const auto* compare = view.as<CompareExpr>(id); compare != nullptr && !steps.expr.valid()) steps = {"steps", id, {}};
        const auto* call = view.as<CallExpr>(id);
        const StmtId statement = view.statementOf(id);
        if (const ExprId context = view.noGradAround(view.spanOf(id).begin);
            context.valid() && statement.valid() && (view.as<StoreStmt>(statement) || view.as<ReturnStmt>(statement))) {
            return {"noGrad", context, {}};
        }
        if (call == nullptr) continue;
        const std::string name = view.calledName(*call);
        if (name == "detach") return {"detach", id, {}};
        if (name == "item" || name == "tolist" || name == "numpy") {
            // Its number went into a new tensor.
            const bool again = std::any_of(slice.exprs.begin(), slice.exprs.end(), [&](ExprId e) {
                const auto* made = view.as<CallExpr>(e);
                return made != nullptr && isCreation(view, *made) && !made->arguments.empty() && view.as<NameExpr>(made->arguments[0]);
            });
            return {name == "item" ? "item" : "detach", id, {}, !again};
        }
        if (std::find(kSteps.begin(), kSteps.end(), name) != kSteps.end() && !steps.expr.valid()) steps = {"steps", id, {}};
        if (!isCreation(view, *call)) continue;
        if ((name == "tensor" || name == "as_tensor" || name == "Tensor") && !call->arguments.empty() &&
            mentionsTensor(view, call->arguments[0]))
            return {"copied", id, {}};
        std::string variable;
        if (const auto* store = view.as<StoreStmt>(statement); store != nullptr && !store->targets.empty())
            variable = view.text(store->targets.front());
        const bool better = !leaf.expr.valid() || (!gradAskedOf(view, leaf.name) && gradAskedOf(view, variable));
        if (better) leaf = {"leaf", id, variable};
    }
    return steps.expr.valid() ? steps : leaf;
}

std::vector<StmtId> computedOutside(const ProgramView& view, ExprId root, Span span) {
    Slice slice(view);
    slice.follow(root);
    std::vector<StmtId> out;
    const Tape& tape = view.recording.tape;
    for (const StmtId id : slice.statements) {
        const Span s = view.spanOf(id);
        if (s.begin >= span.begin || view.parent(id).valid()) continue;
        bool computes = false;
        for (std::size_t i = 0; i < tape.size() && !computes; ++i) {
            const Span at = tape.origin(NodeId(i)).span;
            computes = tape.op(NodeId(i)) != Op::Input && tape.op(NodeId(i)) != Op::Constant && !at.empty() && at.begin >= s.begin &&
                       at.end <= s.end;
        }
        if (computes) out.push_back(id);
    }
    std::sort(out.begin(), out.end(), [&](StmtId a, StmtId b) { return view.spanOf(a).begin < view.spanOf(b).begin; });
    return out;
}

}  // namespace backstep
