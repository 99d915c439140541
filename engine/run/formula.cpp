// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/formula.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <set>
#include <utility>

#include "engine/base/numbers.h"
#include "engine/run/kinks.h"
#include "engine/syntax/functions.h"

namespace backstep {
namespace {

// Leaves the run; the diagnostic is noted. Never leaves this file.
struct Stopped {};

constexpr int kMaxCallDepth = 64;

// A free variable is a letter, a Greek or other non-Latin word, or a word that cannot be a slip for a function.
bool mayBeInput(const std::string& name) {
    if (name.size() > 32) return false;
    if (static_cast<unsigned char>(name[0]) >= 0x80) return true;
    const std::string stem = name.substr(0, name.find('_'));
    const bool letterAndDigits = std::all_of(stem.begin() + 1, stem.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (letterAndDigits) return true;
    if (name == "nan" || name == "NaN" || name == "inf" || name == "infinity") return false;
    if (name == "arc" || (name.size() == 3 && name.starts_with("pi"))) return false;  // arc sin x, pix
    static const std::set<std::string_view> kGreek{"alpha", "beta",    "gamma",  "delta", "epsilon", "zeta", "eta",     "theta",
                                                   "iota",  "kappa",   "lambda", "mu",    "nu",      "xi",   "omicron", "rho",
                                                   "sigma", "upsilon", "phi",    "chi",   "psi",     "omega"};
    if (kGreek.contains(name)) return true;
    if (!inSmallLetters(name).empty() || !withGaps(name).empty()) return false;
    const std::vector<std::string> functions = functionNames();
    for (const std::string& f : functions) {
        if (f.size() >= 2 && name.starts_with(f)) return false;
    }
    return nearest(name, functions, 1).empty();  // loss and mass are words of their own; sine is a slip for sin
}

class FormulaRun {
public:
    FormulaRun(const Source& source, const Ast& ast, const FormulaInputs& inputs) : source_(source), ast_(ast), inputs_(inputs) {}

    Recording run() {
        out_.tape.makeConditionsNumbers();
        try {
            recordInputs();
            statements();
            nameNodes();
        } catch (const Stopped&) {
            out_.output = NodeId();
        }
        return std::move(out_);
    }

private:
    const Source& source_;
    const Ast& ast_;
    const FormulaInputs& inputs_;
    Recording out_;
    std::map<std::string, NodeId> names_;
    std::map<std::string, NodeId> lines_;  // names_ outside any call
    std::map<std::string, const FunctionStmt*> functions_;
    bool inCondition_ = false;
    int callDepth_ = 0;

    [[noreturn]] void stop(DiagnosticKind kind, Span span, std::vector<std::string> arguments, std::vector<Fix> fixes = {}) {
        out_.diagnostics.push_back({kind, span, std::move(arguments), std::move(fixes)});
        throw Stopped{};
    }
    [[nodiscard]] Span spanOf(ExprId id) const { return ast_.exprs[id].span; }

    // --- statements ---

    void recordInputs() {
        const std::vector<std::string> names = inputNames(ast_);
        const Stmt* last = ast_.body.empty() ? nullptr : &ast_.stmts[ast_.body.back()];
        const auto* function = last != nullptr ? std::get_if<FunctionStmt>(&last->node) : nullptr;
        for (const std::string& name : names) {
            const bool parameter = function != nullptr &&
                                   std::find(function->parameters.begin(), function->parameters.end(), name) != function->parameters.end();
            const Span span = firstUse(name);
            if (!parameter && !mayBeInput(name)) unknown(name, span);
            if (!parameter) refuseRunTogether(name, span, names);
            const auto given = inputs_.values.find(name);
            const NodeId id = out_.tape.input(name, Tensor(given == inputs_.values.end() ? inputs_.otherwise : given->second), span);
            noteRecorded(id);
            out_.inputs.push_back(id);
            names_[name] = id;
        }
    }
    // xy beside x and y, or xe^x: a product whose factors were written without a gap, not a name of its own.
    void refuseRunTogether(const std::string& name, Span span, const std::vector<std::string>& names) {
        if (name.size() < 2 ||
            !std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }))
            return;
        const bool lettersKnown = std::all_of(name.begin(), name.end(), [&](char c) {
            const std::string letter(1, c);
            return c == 'e' || names_.contains(letter) || std::find(names.begin(), names.end(), letter) != names.end();
        });
        if (!lettersKnown && !(name.size() == 2 && name[1] == 'e' && isRaised(name))) return;
        std::string gaps;
        for (const char c : name) gaps.append(gaps.empty() ? 0U : 1U, ' ').push_back(c);
        stop(DiagnosticKind::UnknownName, span, {name, gaps}, {{span, gaps}});
    }
    [[nodiscard]] bool isRaised(const std::string& name) const {
        return std::any_of(ast_.exprs.begin(), ast_.exprs.end(), [&](const Expr& e) {
            const auto* power = std::get_if<BinaryExpr>(&e.node);
            if (power == nullptr || power->op != BinaryOp::Power) return false;
            const auto* base = ast_.as<NameExpr>(power->left);
            return base != nullptr && base->name == name;
        });
    }
    // The place of an input: where the text first uses it.
    [[nodiscard]] Span firstUse(const std::string& name) const {
        Span best;
        for (const Expr& e : ast_.exprs) {
            const auto* use = std::get_if<NameExpr>(&e.node);
            if (use != nullptr && use->name == name && (best.empty() || e.span.begin < best.begin)) best = e.span;
        }
        return best;
    }

    void statements() {
        for (const StmtId id : ast_.body) {
            const bool last = id == ast_.body.back();
            std::visit(Overloaded{
                           [&](const ExpressionStmt& s) {
                               const NodeId value = evaluate(s.value);
                               if (last) finish(value, "f");
                           },
                           [&](const AssignStmt& s) {
                               const NodeId value = evaluate(s.value);
                               names_[s.name] = value;
                               if (last) finish(value, s.name);
                               else if (!out_.tape.isConstant(value)) out_.tape.name(value, s.name);
                           },
                           [&](const FunctionStmt& s) {
                               if (last) finish(evaluate(s.body), s.name);
                               else functions_[s.name] = &s;
                           },
                           [](const auto&) { throw Stopped{}; },
                       },
                       ast_.stmts[id].node);
        }
    }
    void finish(NodeId output, const std::string& name) {
        out_.output = output;
        out_.function = name;
        out_.tape.name(output, name);
    }

    // v1, v2 … in order of recording, past names that the text has taken.
    void nameNodes() {
        std::set<std::string> taken;
        for (const auto& [name, node] : names_) taken.insert(name);
        int number = 0;
        for (std::size_t i = 0; i < out_.tape.size(); ++i) {
            const NodeId id(i);
            if (out_.tape.isConstant(id) || !out_.tape.nameOf(id).empty() || isControl(id)) continue;
            std::string name;
            do name = "v" + std::to_string(++number);
            while (taken.contains(name));
            out_.tape.name(id, name);
        }
    }
    [[nodiscard]] bool isControl(NodeId id) const { return std::find(out_.control.begin(), out_.control.end(), id) != out_.control.end(); }

    // --- recording ---

    void noteRecorded(NodeId id) {
        if (out_.tape.size() > kMaxTapeNodes)
            stop(DiagnosticKind::TooManyNodes, out_.tape.origin(id).span, {std::to_string(kMaxTapeNodes)});
        if (out_.tape.isConstant(id)) return;
        if (inCondition_) out_.control.push_back(id);
        else out_.log.events.emplace_back(EventKind::Recorded, id.index());
    }

    NodeId record(Op op, std::vector<NodeId> operands, Span span) {
        const NodeId id = out_.tape.record(op, operands, {span, {}, 0});
        noteRecorded(id);
        checkValue(op, id, operands, span);
        return id;
    }

    // A value born outside an op's domain, or an infinity or NaN made of ordinary numbers, is said where it is born.
    void checkValue(Op op, NodeId id, const std::vector<NodeId>& operands, Span span) {
        std::array<double, 3> v{};
        bool finite = true;
        for (std::size_t i = 0; i < operands.size(); ++i) {
            v[i] = out_.tape.scalar(operands[i]);
            finite = finite && std::isfinite(v[i]);
        }
        if (!finite) return;
        const double value = out_.tape.scalar(id);
        const std::string name(infoOf(op).name);
        if (!inDomain(op, v[0], v[1], v[2])) {
            out_.diagnostics.push_back({DiagnosticKind::OutsideDomain,
                                        span,
                                        {name, significant(culprit(op, v[0], v[1]), kCardDigits), std::string(infoOf(op).domain)},
                                        {}});
        } else if (std::isnan(value)) {
            out_.diagnostics.push_back({DiagnosticKind::UndefinedHere, span, {name}, {}});
        } else if (std::isinf(value)) {
            out_.diagnostics.push_back({DiagnosticKind::InfiniteHere, span, {name}, {}});
        } else if (const bool same = operands.size() > 1 && operands[0] == operands[1];
                   !inCondition_ && !same && out_.tape.requiresGrad(id) && isBentAt(op, v[0], v[1], v[2])) {
            out_.diagnostics.push_back({DiagnosticKind::NotDifferentiable, span, {name, significant(v[0], kCardDigits)}, {}});
        }
    }
    // The operand that left the domain.
    static double culprit(Op op, double a, double b) {
        const Breaks breaks = infoOf(op).breaks;
        const bool second =
            breaks == Breaks::PoleB || breaks == Breaks::StepsOfQuotient || breaks == Breaks::PolesOfGammaB || (op == Op::LogBase && a > 0);
        return second ? b : a;
    }

    // --- expressions ---

    NodeId evaluate(ExprId id) {
        const Span span = spanOf(id);
        return std::visit(
            Overloaded{
                [&](const NumberExpr& e) {
                    return out_.tape.constant(Tensor(e.value), {span, {}, 0});
                },
                [&](const NameExpr& e) { return name(e.name, span); },
                [&](const UnaryExpr& e) { return record(e.op == UnaryOp::Minus ? Op::Neg : Op::Not, {evaluate(e.operand)}, span); },
                [&](const BinaryExpr&) { return binary(id); },
                [&](const CompareExpr& e) { return compare(e, span); },
                [&](const BoolExpr& e) {
                    const NodeId left = evaluate(e.left);
                    return record(e.op == BoolOp::And ? Op::And : Op::Or, {left, evaluate(e.right)}, span);
                },
                [&](const CallExpr& e) { return call(e, span); },
                [&](const ConditionalExpr& e) { return choose(e); },
                [](const auto&) -> NodeId { throw Stopped{}; },
            },
            ast_.exprs[id].node);
    }

    // a + b + c + … is a tree that leans to the left: its spine is walked in a loop.
    NodeId binary(ExprId id) {
        std::vector<ExprId> spine;
        while (const auto* e = ast_.as<BinaryExpr>(id)) {
            spine.push_back(id);
            id = e->left;
        }
        NodeId value = evaluate(id);
        for (; !spine.empty(); spine.pop_back()) {
            const auto* e = ast_.as<BinaryExpr>(spine.back());
            value = operation(e->op, value, evaluate(e->right), spanOf(spine.back()));
        }
        return value;
    }
    NodeId operation(BinaryOp op, NodeId left, NodeId right, Span span) {
        constexpr std::array<Op, 5> kOps{Op::Add, Op::Sub, Op::Mul, Op::Div, Op::Pow};
        const bool euler = op == BinaryOp::Power && out_.tape.isConstant(left) && source_.slice(out_.tape.origin(left).span) == "e" &&
                           out_.tape.scalar(left) == std::numbers::e;  // not where a line says e = 2
        if (euler) return record(Op::Exp, {right}, span);              // e^x is exp(x), exact where pow(2.718…, x) is not
        return record(kOps[static_cast<std::size_t>(op)], {left, right}, span);
    }

    NodeId name(const std::string& name, Span span) {
        if (const auto found = names_.find(name); found != names_.end()) {
            // A use of a constant line keeps the place of the use, so that a reader sees the name there.
            return out_.tape.isConstant(found->second) ? out_.tape.constant(out_.tape.value(found->second), {span, {}, 0}) : found->second;
        }
        double value = 0;
        if (isConstantName(name, value)) return out_.tape.constant(Tensor(value), {span, {}, 0});
        if (findFunction(name) != nullptr) stop(DiagnosticKind::FunctionWithoutArgument, span, {name});
        unknown(name, span);
    }
    [[noreturn]] void unknown(const std::string& name, Span span) {
        std::vector<std::string> known = functionNames();
        for (const auto& [other, node] : names_) known.push_back(other);
        known.emplace_back("pi");
        std::string near = inSmallLetters(name);
        if (near.empty()) near = withGaps(name);
        if (near.empty() && name.size() == 3 && name.starts_with("pi")) near = "pi " + name.substr(2);
        if (near.empty() && name != "nan") near = name == "inf" || name == "infinity" ? "∞" : nearest(name, known);
        const std::string shown = name.size() > 40 ? name.substr(0, 37) + "…" : name;
        stop(DiagnosticKind::UnknownName, span, {shown, near}, near.empty() ? std::vector<Fix>{} : std::vector<Fix>{{span, near}});
    }

    NodeId compare(const CompareExpr& e, Span span) {
        constexpr std::array<Op, 6> kOps{Op::Lt, Op::Le, Op::Gt, Op::Ge, Op::Eq, Op::Ne};
        NodeId left = evaluate(e.first);
        NodeId all;
        for (std::size_t i = 0; i < e.ops.size(); ++i) {
            const NodeId right = evaluate(e.rest[i]);
            const NodeId one = record(kOps[static_cast<std::size_t>(e.ops[i])], {left, right}, span);
            all = all.valid() ? record(Op::And, {all, one}, span) : one;
            left = right;
        }
        return all;
    }

    NodeId call(const CallExpr& e, Span span) {
        const std::string& callee = ast_.as<NameExpr>(e.callee)->name;
        std::vector<NodeId> operands;
        for (const ExprId argument : e.arguments) operands.push_back(evaluate(argument));
        if (const auto user = functions_.find(callee); user != functions_.end()) return inlineCall(*user->second, operands, span);
        const FunctionInfo* info = findFunction(callee);
        if (info == nullptr) stop(DiagnosticKind::RecursiveFunction, spanOf(e.callee), {callee});
        const Op op = opNamed(info->op).value();
        if (op == Op::LeakyRelu && operands.size() == 1) operands.push_back(out_.tape.constant(Tensor(0.01), {span, {}, 0}));
        return record(op, std::move(operands), span);
    }
    NodeId inlineCall(const FunctionStmt& function, const std::vector<NodeId>& operands, Span span) {
        if (operands.size() != function.parameters.size()) {
            stop(DiagnosticKind::WrongArgumentCount, span,
                 {function.name, std::to_string(function.parameters.size()), std::to_string(operands.size())});
        }
        if (++callDepth_ > kMaxCallDepth) stop(DiagnosticKind::RecursiveFunction, span, {function.name});
        if (callDepth_ == 1) lines_ = names_;
        const auto outer = names_;
        names_ = lines_;  // a body sees its own parameters and the lines above, not the parameters of who calls it
        for (std::size_t i = 0; i < operands.size(); ++i) names_[function.parameters[i]] = operands[i];
        const NodeId value = evaluate(function.body);
        names_ = outer;
        --callDepth_;
        return value;
    }

    // Only the branch taken is evaluated; the condition leaves control nodes, which guard a replay at other points.
    NodeId choose(const ConditionalExpr& e) {
        const bool outer = std::exchange(inCondition_, true);
        const NodeId condition = evaluate(e.condition);
        inCondition_ = outer;
        const double value = out_.tape.scalar(condition);
        const bool taken = value != 0 && !std::isnan(value);
        out_.log.events.emplace_back(EventKind::Branched, out_.log.branches.size());
        out_.log.branches.push_back({condition, taken, {}});
        return evaluate(taken ? e.whenTrue : e.whenFalse);
    }
};

}  // namespace

Recording runFormula(const Source& source, const Ast& ast, const FormulaInputs& inputs) { return FormulaRun(source, ast, inputs).run(); }

}  // namespace backstep
