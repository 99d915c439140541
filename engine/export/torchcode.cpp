// SPDX-License-Identifier: GPL-3.0-or-later
// A formula's numbers are float64 tensors, never Python's: 1/0 is infinity, not an exception. So a constant beside a
// constant, or in a function, is written as a tensor; beside a tensor a plain number does.
#include "engine/export/torchcode.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "engine/base/numbers.h"
#include "engine/export/pythontext.h"
#include "engine/syntax/functions.h"

namespace backstep {
namespace {

// How tightly an expression holds together, in Python's own order.
enum Grip : int { Choice, Or, And, Not, Compare, Sum, Product, Sign, Power, Atom };

struct Piece {
    std::string text;
    Grip grip = Atom;
    bool constant = false;  // a Python number still, no tensor
};

std::string within(Piece piece, Grip least) { return piece.grip < least ? "(" + piece.text + ")" : std::move(piece.text); }

constexpr const char* kCbrt =
    "\n\nclass CubeRoot(torch.autograd.Function):\n"
    "    @staticmethod\n"
    "    def forward(ctx, x):\n"
    "        y = torch.sign(x) * torch.abs(x) ** (1 / 3)\n"
    "        ctx.save_for_backward(y)\n"
    "        return y\n\n"
    "    @staticmethod\n"
    "    def backward(ctx, grad):\n"
    "        (y,) = ctx.saved_tensors\n"
    "        return grad / (3 * y * y)\n";

// Of each function's operands, in brackets behind it; what is not called like this is written below.
const std::map<std::string_view, const char*>& torchNames() {
    static const std::map<std::string_view, const char*> names{
        // clang-format off
        {"Exp", "torch.exp"},       {"Log", "torch.log"},         {"Log2", "torch.log2"},       {"Log10", "torch.log10"},     {"Log1p", "torch.log1p"},
        {"Expm1", "torch.expm1"},   {"Sqrt", "torch.sqrt"},       {"Cbrt", "CubeRoot.apply"},   {"Abs", "torch.abs"},         {"Sign", "torch.sign"},
        {"Floor", "torch.floor"},   {"Ceil", "torch.ceil"},       {"Round", "torch.round"},     {"Trunc", "torch.trunc"},     {"Frac", "torch.frac"},
        {"Maximum", "torch.maximum"}, {"Minimum", "torch.minimum"}, {"Clamp", "torch.clamp"},   {"Sin", "torch.sin"},         {"Cos", "torch.cos"},
        {"Tan", "torch.tan"},       {"Asin", "torch.asin"},       {"Acos", "torch.acos"},       {"Atan", "torch.atan"},       {"Atan2", "torch.atan2"},
        {"Sinh", "torch.sinh"},     {"Cosh", "torch.cosh"},       {"Tanh", "torch.tanh"},       {"Asinh", "torch.asinh"},     {"Acosh", "torch.acosh"},
        {"Atanh", "torch.atanh"},   {"Sigmoid", "torch.sigmoid"}, {"Softplus", "torch.nn.functional.softplus"},               {"Relu", "torch.relu"},
        {"Elu", "torch.nn.functional.elu"},                       {"Gelu", "torch.nn.functional.gelu"},                       {"Silu", "torch.nn.functional.silu"},
        {"Erf", "torch.erf"},       {"Erfc", "torch.erfc"},       {"Lgamma", "torch.lgamma"},   {"Digamma", "torch.digamma"}, {"Hypot", "torch.hypot"},
        {"Pow", "torch.pow"},       {"Mod", "torch.remainder"},   {"Fmod", "torch.fmod"},       {"Square", "torch.square"},   {"ZerosLike", "torch.zeros_like"},
        // clang-format on
        {"OnesLike", "torch.ones_like"},
    };
    return names;
}

class TorchWriter {
public:
    TorchWriter(const Source& source, const Ast& ast, const Recording& recording, const std::vector<double>& gradient)
        : source_(source), ast_(ast), r_(recording), gradient_(gradient) {}

    std::string write() {
        std::string inputs = leaves();
        std::string lines = statements();
        std::string out = pythonComment(source_.text()) + "import math\n\nimport torch\n";
        if (usesNumber_) out += "\n\ndef number(value):\n    return torch.tensor(value, dtype=torch.float64)\n";
        if (usesCbrt_) out += kCbrt;
        return out + (usesNumber_ || usesCbrt_ ? "\n\n" : "\n") + inputs + (lines.starts_with('\n') ? "" : "\n") + lines + check();
    }

private:
    const Source& source_;
    const Ast& ast_;
    const Recording& r_;
    const std::vector<double>& gradient_;
    std::set<std::string> taken_{"torch", "math", "number", "close", "CubeRoot", "print", "int", "abs"};
    std::map<std::string, std::string> names_;  // of values, in Python
    std::map<std::string, std::string> functions_;
    std::vector<std::string> leaves_;
    std::string output_;
    bool usesNumber_ = false;
    bool usesCbrt_ = false;

    const std::string& named(const std::string& name) {
        auto found = names_.find(name);
        if (found == names_.end()) found = names_.emplace(name, pythonName(name, taken_)).first;
        return found->second;
    }

    // --- the lines ---

    [[nodiscard]] bool isRebound(const std::string& name) const {
        return std::any_of(ast_.body.begin(), ast_.body.end(), [&](StmtId id) {
            const auto* line = std::get_if<AssignStmt>(&ast_.stmts[id].node);
            return line != nullptr && line->name == name;
        });
    }

    std::string leaves() {
        std::string out;
        for (const NodeId id : r_.inputs) {
            const std::string& name = r_.tape.nameOf(id);
            const std::string variable = named(name);
            // A line that gives the name to another value must not take the leaf away.
            const std::string leaf = isRebound(name) ? pythonName(variable + "_input", taken_) : variable;
            out += leaf + " = torch.tensor(" + pythonNumber(r_.tape.scalar(id)) + ", dtype=torch.float64, requires_grad=True)\n";
            if (leaf != variable) out += variable + " = " + leaf + "\n";
            leaves_.push_back(leaf);
        }
        return out;
    }

    std::string statements() {
        std::string out;
        for (const StmtId id : ast_.body) {
            const bool last = id == ast_.body.back();
            if (const auto* line = std::get_if<ExpressionStmt>(&ast_.stmts[id].node); line != nullptr && last) {
                out += assign(pythonName("f", taken_), tensor(line->value));
            } else if (const auto* assignment = std::get_if<AssignStmt>(&ast_.stmts[id].node)) {
                const std::string value = tensor(assignment->value);
                out += assign(named(assignment->name), value);
            } else if (const auto* function = std::get_if<FunctionStmt>(&ast_.stmts[id].node)) {
                out += define(*function);
                if (last) out += assign(pythonName("y", taken_), call(*function));
            }
        }
        return out;
    }
    std::string assign(const std::string& name, const std::string& value) {
        output_ = name;
        return name + " = " + value + "\n";
    }

    std::string define(const FunctionStmt& function) {
        const std::string name = pythonName(function.name, taken_);
        const auto outer = names_;
        std::string parameters;
        std::set<std::string> own = taken_;  // a parameter may have the name of an input: it hides it, as in the formula
        for (const std::string& p : function.parameters) {
            const auto known = names_.find(p);
            if (known == names_.end()) names_[p] = pythonName(p, own);
            parameters += (parameters.empty() ? "" : ", ") + names_[p];
        }
        const std::string body = tensor(function.body);
        names_ = outer;
        functions_[function.name] = name;
        return "\n\ndef " + name + "(" + parameters + "):\n    return " + body + "\n\n\n";
    }
    std::string call(const FunctionStmt& function) {
        std::string arguments;
        for (const std::string& p : function.parameters) arguments += (arguments.empty() ? "" : ", ") + named(p);
        return functions_[function.name] + "(" + arguments + ")";
    }

    // --- expressions ---

    std::string asTensor(Piece piece) {
        if (!piece.constant) return std::move(piece.text);
        usesNumber_ = true;
        return "number(" + piece.text + ")";
    }
    std::string tensor(ExprId id) { return asTensor(value(id)); }

    Piece value(ExprId id) {
        return std::visit(
            Overloaded{
                [&](const NumberExpr& e) { return constant(e.value); },
                [&](const NameExpr& e) { return name(e.name); },
                [&](const UnaryExpr& e) {
                    if (e.op == UnaryOp::Not) return asNumber(condition(id));
                    Piece inside = value(e.operand);
                    return Piece{"-" + within(inside, Sign), Sign, inside.constant};
                },
                [&](const BinaryExpr&) { return binary(id); },
                [&](const CompareExpr&) { return asNumber(condition(id)); },
                [&](const BoolExpr&) { return asNumber(condition(id)); },
                [&](const CallExpr& e) { return function(e); },
                [&](const ConditionalExpr& e) {
                    return Piece{tensorChoice(e.whenTrue) + " if " + within(condition(e.condition), Or) + " else " + tensor(e.whenFalse),
                                 Choice};
                },
                [](const auto&) {
                    return Piece{"None", Atom};
                },
            },
            ast_.exprs[id].node);
    }
    std::string tensorChoice(ExprId id) {
        Piece piece = value(id);
        return piece.constant ? asTensor(std::move(piece)) : within(std::move(piece), Or);
    }

    // 2 and not 2.0, as a person writes it.
    static Piece constant(double number) {
        std::string text = pythonNumber(number);
        if (text.ends_with(".0")) text.resize(text.size() - 2);
        return {text, number < 0 ? Sign : Atom, true};
    }

    Piece name(const std::string& name) {
        double number = 0;
        if (names_.contains(name) || !isConstantName(name, number)) return {named(name), Atom};
        const bool pi = name == "pi" || name == "π";
        return {pi ? "math.pi" : name == "e" ? "math.e" : name == "∞" ? "math.inf" : "math.tau", Atom, true};
    }

    // A sum or product of many terms is a tree that leans to the left: its spine is walked in a loop.
    Piece binary(ExprId id) {
        std::vector<ExprId> spine;
        while (const auto* e = ast_.as<BinaryExpr>(id)) {
            spine.push_back(id);
            id = e->left;
        }
        Piece left = value(id);
        for (; !spine.empty(); spine.pop_back()) {
            const auto* e = ast_.as<BinaryExpr>(spine.back());
            left = operation(e->op, std::move(left), value(e->right));
        }
        return left;
    }
    Piece operation(BinaryOp op, Piece left, Piece right) {
        if (op == BinaryOp::Power && left.constant && left.text == "math.e") return {"torch.exp(" + asTensor(std::move(right)) + ")", Atom};
        if (left.constant && right.constant) left = {asTensor(std::move(left)), Atom};
        switch (op) {
            case BinaryOp::Add: return {within(left, Sum) + " + " + within(right, Product), Sum};
            case BinaryOp::Subtract: return {within(left, Sum) + " - " + within(right, Product), Sum};
            case BinaryOp::Multiply: return {within(left, Product) + " * " + within(right, Sign), Product};
            case BinaryOp::Divide: return {within(left, Product) + " / " + within(right, Sign), Product};
            default: return {within(left, Atom) + "**" + within(right, Sign), Power};
        }
    }

    // In front of `if`: what is true, not what is 1.
    Piece condition(ExprId id) {
        if (const auto* e = ast_.as<UnaryExpr>(id); e != nullptr && e->op == UnaryOp::Not)
            return {"not " + within(condition(e->operand), Not), Not};
        if (const auto* e = ast_.as<BoolExpr>(id)) {
            const Grip grip = e->op == BoolOp::And ? And : Or;
            return {within(condition(e->left), grip) + (grip == And ? " and " : " or ") +
                        within(condition(e->right), static_cast<Grip>(grip + 1)),
                    grip};
        }
        if (const auto* e = ast_.as<CompareExpr>(id)) {
            constexpr std::array<const char*, 6> kSigns{" < ", " <= ", " > ", " >= ", " == ", " != "};
            Piece first = value(e->first);
            std::string out = first.constant ? asTensor(std::move(first)) : within(std::move(first), Sum);
            for (std::size_t i = 0; i < e->ops.size(); ++i)
                out += kSigns[static_cast<std::size_t>(e->ops[i])] + within(value(e->rest[i]), Sum);
            return {out, Compare};
        }
        return {within(value(id), Sum) + " != 0", Compare};
    }
    Piece asNumber(const Piece& condition) {
        usesNumber_ = true;
        return {"number(1.0 if " + within(condition, Or) + " else 0.0)", Atom};
    }

    Piece function(const CallExpr& e) {
        const std::string& callee = ast_.as<NameExpr>(e.callee)->name;
        std::vector<std::string> a;
        for (const ExprId argument : e.arguments) a.push_back(tensor(argument));
        std::string all;
        for (const std::string& argument : a) all += (all.empty() ? "" : ", ") + argument;
        if (const auto own = functions_.find(callee); own != functions_.end()) return {own->second + "(" + all + ")", Atom};
        const FunctionInfo* info = findFunction(callee);
        const std::string_view op = info == nullptr ? std::string_view() : info->op;
        const auto inside = [&](std::size_t i) { return "(" + a[i] + ")"; };
        if (op == "Sec") return {"1 / torch.cos" + inside(0), Product};
        if (op == "Csc") return {"1 / torch.sin" + inside(0), Product};
        if (op == "Cot") return {"1 / torch.tan" + inside(0), Product};
        if (op == "LogBase") return {"torch.log" + inside(0) + " / torch.log" + inside(1), Product};
        if (op == "Polygamma") return {"torch.polygamma(int" + inside(0) + ", " + a[1] + ")", Atom};
        if (op == "LeakyRelu" && a.size() == 1) return {"torch.nn.functional.leaky_relu" + inside(0), Atom};
        if (op == "LeakyRelu") return {"torch.where(" + a[0] + " > 0, " + a[0] + ", " + inside(0) + " * " + inside(1) + ")", Atom};
        if (op == "Where") return {"torch.where(" + inside(0) + " != 0, " + a[1] + ", " + a[2] + ")", Atom};
        usesCbrt_ = usesCbrt_ || op == "Cbrt";
        const auto known = torchNames().find(op);
        return {(known == torchNames().end() ? "torch." + std::string(infoOf(opNamed(op).value_or(Op::Input)).name)
                                             : std::string(known->second)) +
                    "(" + all + ")",
                Atom};
    }

    // --- what must come out ---

    std::string check() {
        const std::string result = output_;
        std::string out;
        const bool differentiable = r_.tape.requiresGrad(r_.output);
        if (differentiable) out += result + ".backward()\n";
        out +=
            "\n\ndef close(actual, expected):\n"
            "    if math.isnan(expected):\n        return math.isnan(actual)\n"
            "    return math.isclose(actual, expected, rel_tol=1e-9, abs_tol=1e-12)\n\n\n";
        out += "print(" + quoted(r_.function) + ", " + result + ".item())\n";
        out += "assert close(" + result + ".item(), " + pythonNumber(r_.tape.scalar(r_.output)) + ")\n";
        for (std::size_t i = 0; i < leaves_.size() && i < gradient_.size(); ++i) {
            const std::string& leaf = leaves_[i];
            const std::string expected = pythonNumber(gradient_[i]);
            if (gradient_[i] == 0) {  // none arrived, or 0 did
                out += "assert " + leaf + ".grad is None or close(" + leaf + ".grad.item(), 0.0)\n";
            } else {
                out += "print(" + quoted("∂" + r_.function + "/∂" + r_.tape.nameOf(r_.inputs[i])) + ", " + leaf + ".grad.item())\n";
                out += "assert close(" + leaf + ".grad.item(), " + expected + ")\n";
            }
        }
        return out;
    }

    static std::string quoted(const std::string& text) {
        std::string out = "\"";
        for (const char c : text) {
            if (c == '"' || c == '\\') out += '\\';
            out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
        return out + "\"";
    }
};

}  // namespace

std::string formulaAsTorch(const Source& source, const Ast& ast, const Recording& recording, const std::vector<double>& gradient) {
    return TorchWriter(source, ast, recording, gradient).write();
}

std::string programWithAsserts(const Source& source, const std::vector<Diagnostic>& notes, const ProgramReport& report) {
    constexpr std::size_t kMostElements = 10'000;  // of a gradient that is spelled out
    std::string out = source.text();
    std::for_each(notes.rbegin(), notes.rend(), [&](const Diagnostic& note) {
        if (note.kind != DiagnosticKind::MagicLine || note.span.end > out.size()) return;
        const std::size_t behind = out.find_first_not_of(' ', note.span.end);
        const bool runs = behind != std::string::npos && out[behind] != '\n' && out[behind] != '\r';  // %time y = f(x)
        if (runs) out.erase(note.span.begin, behind - note.span.begin);
        else out.insert(note.span.begin, "# ");
    });
    if (!out.ends_with('\n')) out += '\n';
    out += "\n# The gradients that Backstep found. An AssertionError says that PyTorch finds others.\n";
    if (report.error) return out + "# The program ends with " + report.error->type + ", so nothing is asserted.\n";
    if (report.unseededRandom)
        return out + "# The program draws random numbers without a seed: others each time, so nothing is asserted.\n";
    out += "import math\n\nimport torch as backstep_torch\n\n";
    std::size_t asserted = 0;
    for (const auto& [name, value] : report.variables) {
        if (value.kind != "tensor" || !value.grad || !value.grad->tensor) continue;
        const Tensor& gradient = *value.grad->tensor;
        if (static_cast<std::size_t>(gradient.size()) > kMostElements) {
            out += "# " + name + ".grad has too many elements to be spelled out here.\n";
            continue;
        }
        const bool wide = gradient.dtype() == DType::Float64;
        out += "assert backstep_torch.allclose(" + name + ".grad, " + pythonTensor(gradient, "backstep_torch") +
               ", rtol=" + (wide ? "1e-9" : "1e-4") + ", atol=" + (wide ? "1e-12" : "1e-6") + ", equal_nan=True)\n";
        ++asserted;
    }
    if (asserted == 0) out += "# No variable at the end has a gradient.\n";
    return out;
}

}  // namespace backstep
