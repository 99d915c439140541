// SPDX-License-Identifier: GPL-3.0-or-later
// Comparison, logic, bits, and what is asked of numbers: isnan, isclose, allclose, equal.
#include <array>
#include <cmath>

#include "engine/modules/torch_elementwise.h"

namespace backstep::modules {
namespace {

std::int64_t asWhole(double x) { return static_cast<std::int64_t>(x); }

constexpr std::int64_t kBits = 64;

double bitAnd(const double* x) { return static_cast<double>(asWhole(x[0]) & asWhole(x[1])); }
double bitOr(const double* x) { return static_cast<double>(asWhole(x[0]) | asWhole(x[1])); }
double bitXor(const double* x) { return static_cast<double>(asWhole(x[0]) ^ asWhole(x[1])); }
double shiftLeft(const double* x) { return x[1] < 0 || x[1] >= static_cast<double>(kBits) ? 0 : std::ldexp(x[0], static_cast<int>(x[1])); }
double shiftRight(const double* x) {
    const std::int64_t by = x[1] < 0 || x[1] >= static_cast<double>(kBits) ? kBits - 1 : asWhole(x[1]);
    return static_cast<double>(asWhole(x[0]) >> by);
}

bool isCloseTo(double a, double b, double rtol, double atol, bool equalNan) {
    if (a == b || (equalNan && std::isnan(a) && std::isnan(b))) return true;
    const double allowed = atol + std::fabs(rtol * b);
    const double difference = std::fabs(a - b);
    return std::isfinite(difference) && difference <= allowed;
}

Tensor closeness(TorchCall& c) {
    const Var a = c.tensor(0);
    const Var b = c.tensor(1);
    if (a->dtype() != b->dtype()) failRuntime(dtypeWord(a->dtype()) + " did not match " + dtypeWord(b->dtype()));
    const double rtol = c.real(2, 1e-5);
    const double atol = c.real(3, 1e-8);
    const bool equalNan = c.truth(4, false);
    const auto number = [&](std::size_t i) { return c.vm.repr(c[i]); };
    if (rtol < 0) failRuntime("rtol must be greater than or equal to zero, but got " + number(2));
    if (atol < 0) failRuntime("atol must be greater than or equal to zero, but got " + number(3));
    const TensorShape shape = broadcastOf(std::array{a, b});
    const Tensor x = a->value().expandedTo(shape);
    const Tensor y = b->value().expandedTo(shape);
    std::vector<double> out(static_cast<std::size_t>(x.size()));
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto at = static_cast<std::int64_t>(i);
        out[i] = isCloseTo(x.at(at), y.at(at), rtol, atol, equalNan) ? 1 : 0;
    }
    return Tensor::exact(shape, std::move(out), DType::Bool);
}

struct Comparison {
    const char* name;
    CompareOp op;
    Op withNumber, withTensor;  // in place, where the result is a number and a step of the sweep
};

void addComparison(Interpreter& vm, const Comparison& row) {
    defineTorch(vm, row.name, {"(Tensor input, Tensor other, *, Tensor out=None)", "(Tensor input, Number other, *, Tensor out=None)"},
                kAll, [row](TorchCall& c) {
                    const Var self = c.tensor(0);
                    const Var other = c.which == 0 ? c.tensor(1) : c.number(1);
                    if (c.inplace && isFloating(self->dtype()))
                        return c.done(c.which == 0 ? row.withTensor : row.withNumber, {self, other});
                    const Var out = compared(c.g, row.op, self, other);
                    if (c.inplace && c.which == 0) Autograd::checkOverlaps(std::array{self, other});
                    return Value(c.inplace ? stored(c.g, out->value(), self, true) : out);
                });
}

void addComparisons(Interpreter& vm) {
    using enum CompareOp;
    addComparison(vm, {"eq", Equal, Op::EqNumberInto, Op::EqInto});
    for (const char* name : {"ne", "not_equal"}) addComparison(vm, {name, NotEqual, Op::NeNumberInto, Op::NeInto});
    for (const char* name : {"lt", "less"}) addComparison(vm, {name, Less, Op::LtNumberInto, Op::LtInto});
    for (const char* name : {"le", "less_equal"}) addComparison(vm, {name, LessEqual, Op::LeNumberInto, Op::LeInto});
    for (const char* name : {"gt", "greater"}) addComparison(vm, {name, Greater, Op::GtNumberInto, Op::GtInto});
    for (const char* name : {"ge", "greater_equal"}) addComparison(vm, {name, GreaterEqual, Op::GeNumberInto, Op::GeInto});
}

// PyTorch composes some questions of differentiable operations, whose nodes nobody sees; a view that was changed gets its history
// then already, and with it its place in the order of a sweep.
void askHistory(Autograd& g, const Var& v) {
    if (g.gradEnabled() && !g.inference()) static_cast<void>(g.gradFn(v));
}

void addLogic(Interpreter& vm) {
    struct Name {
        const char* name;
        Op op;
    };
    for (const auto& [name, op] : {Name{"logical_and", Op::And}, Name{"logical_or", Op::Or}, Name{"logical_xor", Op::Xor}}) {
        defineTorch(vm, name, {"(Tensor input, Tensor other, *, Tensor out=None)"}, kAll, [op = op](TorchCall& c) {
            const Var out = c.g.apply(op, {c.tensor(0), c.tensor(1)});
            if (c.inplace) Autograd::checkOverlaps(std::array{c.tensor(0), c.tensor(1)});
            return Value(c.inplace ? stored(c.g, out->value(), c.tensor(0), true) : out);
        });
    }
    defineTorch(vm, "logical_not", {"(Tensor input, *, Tensor out=None)"}, kAll, [](TorchCall& c) {
        const Var out = c.g.apply(Op::Not, {c.tensor(0)});
        return Value(c.inplace ? stored(c.g, out->value(), c.tensor(0), true) : out);
    });
    for (const auto& [name, op] : {Name{"isnan", Op::IsNan}, Name{"isinf", Op::IsInf}, Name{"isfinite", Op::IsFinite}}) {
        defineTorch(vm, name, {"(Tensor input)"}, [op = op](TorchCall& c) {
            if (op != Op::IsNan) askHistory(c.g, c.tensor(0));
            return Value(c.g.apply(op, {c.tensor(0)}));
        });
    }
    struct Question {
        const char* name;
        double (*ask)(const double*);
    };
    for (const auto& [name, ask] : {Question{"isposinf", [](const double* x) { return x[0] == HUGE_VAL ? 1.0 : 0.0; }},
                                    Question{"isneginf", [](const double* x) { return x[0] == -HUGE_VAL ? 1.0 : 0.0; }},
                                    Question{"signbit", [](const double* x) { return std::signbit(x[0]) ? 1.0 : 0.0; }}}) {
        defineTorch(vm, name, {"(Tensor input, *, Tensor out=None)"}, [ask = ask](TorchCall& c) {
            const Var a = c.tensor(0);
            return Value(c.g.laidOut(mapElementwise(std::array{a}, a->dtype(), DType::Bool, ask), std::array{a}));
        });
    }
    defineTorch(vm, "isreal", {"(Tensor input)"},
                [](TorchCall& c) { return Value(c.g.make(Tensor::filled(c.tensor(0)->shape(), 1, DType::Bool))); });
}

void addBits(Interpreter& vm) {
    struct Name {
        const char* name;
        BinaryOp op;
    };
    using enum BinaryOp;
    for (const auto& [name, op] : {Name{"bitwise_and", BitAnd}, Name{"bitwise_or", BitOr}, Name{"bitwise_xor", BitXor},
                                   Name{"bitwise_left_shift", ShiftLeft}, Name{"bitwise_right_shift", ShiftRight}}) {
        defineTorch(vm, name,
                    {"(Tensor input, Tensor other, *, Tensor out=None)", "(Number self, Tensor other)",
                     "(Tensor input, Number other, *, Tensor out=None)"},
                    kAll, [op = op](TorchCall& c) {
                        return Value(bitwise(c.g, op, c.which == 1 ? c.number(0) : c.tensor(0), c.which == 2 ? c.number(1) : c.tensor(1),
                                             c.inplace));
                    });
    }
    defineTorch(vm, "bitwise_not", {"(Tensor input, *, Tensor out=None)"}, kAll,
                [](TorchCall& c) { return Value(bitwiseNot(c.g, c.tensor(0), c.inplace)); });
}

}  // namespace

Var bitwise(Autograd& g, BinaryOp op, const Var& a, const Var& b, bool inplace) {
    const DType dtype = resultType(a, b);
    const auto run = [&](const char* kernel, double (*function)(const double*), bool bools) {
        if (isFloating(dtype) || (!bools && dtype == DType::Bool)) notImplementedFor(kernel, dtype);
        if (inplace && dtype != DType::Bool && a->dtype() == DType::Bool) {
            failRuntime("result type " + dtypeWord(dtype) + " can't be cast to the desired output type Bool");
        }
        if (inplace) Autograd::checkOverlaps(std::array{a, b});
        Tensor value = mapElementwise(std::array{a, b}, dtype, dtype, function);
        return inplace ? stored(g, std::move(value), a, true) : g.laidOut(std::move(value), std::array{a, b});
    };
    switch (op) {
        case BinaryOp::BitAnd: return run("bitwise_and_cpu", bitAnd, true);
        case BinaryOp::BitOr: return run("bitwise_or_cpu", bitOr, true);
        case BinaryOp::BitXor: return run("bitwise_xor_cpu", bitXor, true);
        case BinaryOp::ShiftLeft: return run("lshift_cpu", shiftLeft, false);
        default: return run("rshift_cpu", shiftRight, false);
    }
}

Var bitwiseNot(Autograd& g, const Var& a, bool inplace) {
    const DType dtype = a->dtype();
    if (isFloating(dtype)) notImplementedFor("bitwise_not_cpu", dtype);
    const bool isBool = dtype == DType::Bool;
    Tensor value = mapElementwise(
        std::array{a}, dtype, dtype,
        isBool ? [](const double* x) { return x[0] == 0 ? 1.0 : 0.0; } : [](const double* x) { return -x[0] - 1; });
    return inplace ? stored(g, std::move(value), a, true) : g.laidOut(std::move(value), std::array{a});
}

void addElementwiseLogic(Interpreter& vm) {
    addComparisons(vm);
    addLogic(vm);
    addBits(vm);
    const char* close = "(Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False)";
    defineTorch(vm, "isclose", {close}, [](TorchCall& c) {
        askHistory(c.g, c.tensor(0));
        askHistory(c.g, c.tensor(1));
        const Var out = c.g.laidOut(closeness(c), std::array{c.tensor(0), c.tensor(1)});
        // So many changes in place.
        const bool nan = c.truth(4, false) && isFloating(c.tensor(0)->dtype());
        const bool tolerant = c.real(2, 1e-5) != 0 || c.real(3, 1e-8) != 0;
        out->storage->version = (nan ? 1U : 0U) + (tolerant ? 1U : 0U);
        return Value(out);
    });
    defineTorch(vm, "allclose", {close}, [](TorchCall& c) {
        const Tensor close = closeness(c);
        for (const double x : close.numbers()) {
            if (x == 0) return Value(false);
        }
        return Value(true);
    });
    defineTorch(vm, "equal", {"(Tensor input, Tensor other)"}, [](TorchCall& c) {
        const Tensor a = c.tensor(0)->value();
        const Tensor b = c.tensor(1)->value();
        if (a.shape() != b.shape()) return Value(false);
        for (std::int64_t i = 0; i < a.size(); ++i) {
            if (a.at(i) != b.at(i)) return Value(false);
        }
        return Value(true);
    });
}

}  // namespace backstep::modules
