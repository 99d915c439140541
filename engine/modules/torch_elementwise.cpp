// SPDX-License-Identifier: GPL-3.0-or-later
// The operators of tensors: + - * / // % ** & | ^ << >> ~, comparisons, and the same in place.
#include "engine/modules/torch_elementwise.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace backstep::modules {
namespace {

constexpr std::int64_t kExactInt = std::int64_t{1} << 53;

bool anyZero(const Var& v) {
    const Tensor value = v->value();
    const auto numbers = value.numbers();
    return std::any_of(numbers.begin(), numbers.end(), [](double x) { return x == 0; });
}

void checkDivisor(std::string_view kernel, const Var& a, const Var& b) {
    const DType dtype = resultType(a, b);
    static_cast<void>(broadcastOf(std::array{a, b}));
    requireNotBool(kernel, dtype);
    if (!isFloating(dtype) && anyZero(b)) failRuntime("ZeroDivisionError");
}

Var power(Autograd& g, const Var& a, const Var& b, bool inplace) {
    const DType dtype = resultType(a, b);
    requireNotBool("pow", dtype);
    if (a->isNumber) {  // 2 ** x: the number becomes a tensor of the result's dtype
        const bool fraction = isFloating(a->dtype()) && !isFloating(b->dtype());
        return applied(g, Op::Pow, {g.make(Tensor(a->item(), fraction ? g.defaultDType() : dtype)), b}, inplace);
    }
    if (inplace && dtype != a->dtype() && isFloating(dtype) && !isFloating(a->dtype())) {
        failRuntime("Found dtype " + dtypeWord(a->dtype()) + " but expected " + dtypeWord(dtype));
    }
    if (b->isNumber) {
        if (!isFloating(dtype) && b->item() < 0) failRuntime("Integers to negative integer powers are not allowed.");
        return applied(g, Op::PowNumber, {a, b}, inplace);
    }
    return applied(g, Op::Pow, {a, b}, inplace);
}

}  // namespace

void notImplementedFor(std::string_view kernel, DType dtype) {
    failRuntime("\"" + std::string(kernel) + "\" not implemented for '" + dtypeWord(dtype) + "'");
}
void requireFloating(std::string_view kernel, DType dtype) {
    if (!isFloating(dtype)) notImplementedFor(kernel, dtype);
}
void requireNotBool(std::string_view kernel, DType dtype) {
    if (dtype == DType::Bool) notImplementedFor(kernel, dtype);
}

DType resultType(const Var& a, const Var& b) { return backstep::resultType(std::array{a, b}); }

Var applied(Autograd& g, Op op, std::span<const Var> operands, bool inplace) {
    if (!inplace) return g.apply(op, operands);
    g.inplace(op, operands);
    return operands[0];
}

Var stored(Autograd& g, Tensor value, const Var& self, bool inplace) {
    if (!inplace) return g.make(std::move(value));
    if (value.shape() != self->shape()) {
        failRuntime("output with shape " + sizesText(self->shape()) + " doesn't match the broadcast shape " + sizesText(value.shape()));
    }
    g.assign(self, value.cast(self->dtype()));
    return self;
}

Var arithmetic(Autograd& g, BinaryOp op, const Var& a, const Var& b, bool inplace) {
    switch (op) {
        case BinaryOp::Add: return applied(g, Op::Add, {a, b}, inplace);
        case BinaryOp::Subtract: checkSubtraction(a->dtype(), b->dtype()); return applied(g, Op::Sub, {a, b}, inplace);
        case BinaryOp::Multiply: return applied(g, Op::Mul, {a, b}, inplace);
        case BinaryOp::Divide: return applied(g, Op::Div, {a, b}, inplace);
        case BinaryOp::FloorDivide:
            checkDivisor("div_floor_cpu", a, b);
            return applied(g, b->isNumber ? Op::FloorDivideNumber : Op::FloorDivide, {a, b}, inplace);
        case BinaryOp::Modulo:
            checkDivisor("remainder_cpu", a, b);
            if (a->isNumber && !b->isNumber) return g.apply(Op::ModOfNumber, {b, a});
            return applied(g, b->isNumber ? Op::ModNumber : Op::Mod, {a, b}, inplace);
        case BinaryOp::Power: return power(g, a, b, inplace);
        default: return bitwise(g, op, a, b, inplace);
    }
}

Var negated(Autograd& g, const Var& a, bool inplace) {
    if (a->dtype() == DType::Bool) {
        failRuntime(
            "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or "
            "`logical_not()` operator instead.");
    }
    return applied(g, Op::Neg, {a}, inplace);
}

Var absolute(Autograd& g, const Var& a, bool inplace) {
    requireNotBool("abs_cpu", a->dtype());
    return applied(g, Op::Abs, {a}, inplace);
}

Var compared(Autograd& g, CompareOp op, const Var& a, const Var& b) {
    constexpr std::array<Op, 6> kOps{Op::Lt, Op::Le, Op::Gt, Op::Ge, Op::Eq, Op::Ne};
    return g.apply(kOps[static_cast<std::size_t>(op)], {a, b});
}

// --- the slots of the type ---

namespace {

// + − × / of floating numbers without dimensions, the way that most operations of a small program go. Null: the long way.
Var quick(Autograd& g, BinaryOp op, const Value& self, const Value& other, bool reflected) {
    constexpr std::array<Op, 4> kOps{Op::Add, Op::Sub, Op::Mul, Op::Div};
    const std::size_t which = op == BinaryOp::Add        ? 0
                              : op == BinaryOp::Subtract ? 1
                              : op == BinaryOp::Multiply ? 2
                              : op == BinaryOp::Divide   ? 3
                                                         : 4;
    if (which > 3 || (reflected && which % 2 == 1)) return {};
    const auto plain = [&](const Value& v) -> Variable* {
        if (!v.isObject() || v.object()->type != g.host().tensorType) return nullptr;
        auto* x = static_cast<Variable*>(v.object());
        return !x->window && !x->isNumber && x->storage->value.isScalar() && isFloating(x->storage->value.dtype()) ? x : nullptr;
    };
    Variable* a = plain(self);
    if (a == nullptr) return {};
    if (other.isFloat()) return g.apply(kOps[which], Var(a), other.real(), DType::Float64);
    if (other.isInt() && std::abs(other.integer()) < kExactInt)
        return g.apply(kOps[which], Var(a), static_cast<double>(other.integer()), DType::Int64);
    if (Variable* b = plain(other)) return g.apply(kOps[which], {Var(a), Var(b)});
    return {};
}

}  // namespace

Value tensorBinary(Interpreter& vm, BinaryOp op, const Value& self, const Value& other, bool reflected) {
    if (Var result = quick(gradOf(vm), op, self, other, reflected)) return Value(std::move(result));
    if (op == BinaryOp::MatrixMultiply) {
        if (!isTensor(vm, other)) return Value::notImplemented();
        return reflected ? tensorMatmul(vm, other, self) : tensorMatmul(vm, self, other);
    }
    if (other.is<python::BigInt>()) failRuntime("Overflow when unpacking long");
    if (!isTensor(vm, other) && !isPythonNumber(vm, other)) return Value::notImplemented();
    Autograd& g = gradOf(vm);
    const Var a = asVar(self);
    const Var b = tensorOrNumber(vm, other).value();
    if (!reflected) return Value(arithmetic(g, op, a, b));
    switch (op) {
        case BinaryOp::Add:
        case BinaryOp::Multiply: return Value(arithmetic(g, op, a, b));
        case BinaryOp::Subtract:  // 1 - x
            checkSubtraction(a->dtype(), b->dtype());
            if (a->isInference && !g.inference()) return Value(arithmetic(g, op, b, a));  // as PyTorch computes it where it records nothing
            return Value(g.apply(b->isNumber ? Op::RsubNumber : Op::Rsub, {a, b, g.number(1, DType::Int64)}));
        case BinaryOp::Divide: return Value(g.apply(Op::Mul, {g.apply(Op::Reciprocal, {a}), b}));
        default: return Value(arithmetic(g, op, b, a));
    }
}

Value tensorInplace(Interpreter& vm, BinaryOp op, const Value& self, const Value& other) {
    if (op == BinaryOp::MatrixMultiply) return Value::notImplemented();
    if (other.is<python::BigInt>()) failRuntime("Overflow when unpacking long");
    if (!isTensor(vm, other) && !isPythonNumber(vm, other)) return Value::notImplemented();
    arithmetic(gradOf(vm), op, asVar(self), tensorOrNumber(vm, other).value(), true);
    return self;
}

Value tensorUnary(Interpreter& vm, UnaryOp op, const Value& self) {
    Autograd& g = gradOf(vm);
    const Var a = asVar(self);
    switch (op) {
        case UnaryOp::Minus: return Value(negated(g, a));
        case UnaryOp::Plus:
            if (a->dtype() == DType::Bool) failRuntime("The `+` operator, on a bool tensor is not supported.");
            return self;
        case UnaryOp::Invert:
            if (isFloating(a->dtype())) failType("~ (operator.invert) is only implemented on integer and Boolean-type tensors");
            return Value(bitwiseNot(g, a));
        case UnaryOp::Not: break;
    }
    return Value::notImplemented();
}

Value tensorCompare(Interpreter& vm, CompareOp op, const Value& self, const Value& other) {
    if (op > CompareOp::NotEqual || (!isTensor(vm, other) && !isPythonNumber(vm, other))) return Value::notImplemented();
    if (other.is<python::BigInt>()) failRuntime("Overflow when unpacking long");
    return Value(compared(gradOf(vm), op, asVar(self), tensorOrNumber(vm, other).value()));
}

void addTorchElementwise(Interpreter& vm) {
    addElementwiseUnary(vm);
    addElementwiseArithmetic(vm);
    addElementwiseLogic(vm);
    addElementwiseChoice(vm);
    addElementwiseNetwork(vm);
}

}  // namespace backstep::modules
