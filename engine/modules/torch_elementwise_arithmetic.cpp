// SPDX-License-Identifier: GPL-3.0-or-later
// Functions of two tensors, or of a tensor and a number: add, mul, div, pow, atan2, maximum …
#include <array>
#include <cmath>
#include <numeric>
#include <string>

#include "engine/modules/torch_elementwise.h"

namespace backstep::modules {
namespace {

constexpr const char* kTwo = "(Tensor input, Tensor other, *, Tensor out=None)";
constexpr const char* kTwoOrNumber = "(Tensor input, Number other, *, Tensor out=None)";
constexpr const char* kNumberFirst = "(Number self, Tensor other, *, Tensor out=None)";

void checkAlpha(const Var& a, const Var& b, const Var& alpha) {
    const DType dtype = resultType(a, b);
    if (alpha->dtype() == DType::Bool && dtype != DType::Bool) failRuntime("Boolean alpha only supported for Boolean results.");
    if (isFloating(alpha->dtype()) && !isFloating(dtype)) {
        failRuntime("For integral input tensors, argument alpha must not be a floating point number.");
    }
}

// Without alpha the operators' own rows serve: those are what x + y records.
Value addOrSubtract(TorchCall& c, BinaryOp op, const Var& a, const Var& b, std::size_t alphaAt) {
    const Var alpha = c.number(alphaAt, 1);
    if (op == BinaryOp::Subtract) checkSubtraction(a->dtype(), b->dtype());
    checkAlpha(a, b, alpha);
    if (alpha->item() == 1) return Value(arithmetic(c.g, op, a, b, c.inplace));
    return c.done(op == BinaryOp::Add ? Op::AddAlpha : Op::SubAlpha, {a, b, alpha});
}

void addSums(Interpreter& vm) {
    const char* alpha = "~(Tensor input, Tensor other, *, Number alpha=1, Tensor out=None)";
    defineTorch(vm, "add", {alpha}, kAll, [](TorchCall& c) { return addOrSubtract(c, BinaryOp::Add, c.tensor(0), c.tensor(1), 2); });
    const auto subtract = [](TorchCall& c) { return addOrSubtract(c, BinaryOp::Subtract, c.tensor(0), c.tensor(1), 2); };
    defineTorch(vm, "sub", {alpha}, kAll, subtract);
    defineTorch(vm, "subtract", {alpha + 1, "(Tensor input, Number other, Number alpha=1)"}, kAll, subtract);
    defineTorch(vm, "rsub", {"(Tensor input, Tensor other, *, Number alpha=1)", "(Tensor input, Number other, Number alpha=1)"}, kFunction,
                [](TorchCall& c) {
                    const Var a = c.tensor(0);
                    const Var b = c.which == 0 ? c.tensor(1) : c.number(1);
                    static_cast<void>(c.number(2, 1));
                    if (a->dtype() == DType::Bool || b->dtype() == DType::Bool) return Value(arithmetic(c.g, BinaryOp::Subtract, b, a));
                    return Value(c.g.apply(c.which == 0 ? Op::Rsub : Op::RsubNumber, {a, b, c.number(2, 1)}));
                });
}

Var divided(Autograd& g, const Var& a, const Var& b, const Value& mode, bool inplace) {
    if (mode.isEmpty() || mode.isNone()) return applied(g, Op::DivUnrounded, {a, b}, inplace);
    const std::string text = mode.as<python::Str>()->text;
    if (text != "floor" && text != "trunc") {
        failRuntime("div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '" + text + "'");
    }
    const DType dtype = resultType(a, b);
    static_cast<void>(broadcastOf(std::array{a, b}));
    requireNotBool(text == "floor" ? "div_floor_cpu" : "div_trunc_cpu", dtype);
    if (!isFloating(dtype)) {
        const Tensor divisor = b->value();
        for (const double x : divisor.numbers()) {
            if (x == 0) failRuntime("ZeroDivisionError");
        }
    }
    return applied(g, text == "floor" ? Op::DivFloor : Op::DivTrunc, {a, b}, inplace);
}

void addProducts(Interpreter& vm) {
    const auto simple = [&](const char* name, BinaryOp op, std::vector<std::string_view> overloads) {
        defineTorch(vm, name, std::move(overloads), kAll,
                    [op](TorchCall& c) { return Value(arithmetic(c.g, op, c.tensor(0), c.tensor(1), c.inplace)); });
    };
    simple("mul", BinaryOp::Multiply, {kTwo});
    simple("multiply", BinaryOp::Multiply, {kTwo, "(Tensor input, Number other)"});
    simple("true_divide", BinaryOp::Divide, {kTwo, "(Tensor input, Number other)"});
    simple("floor_divide", BinaryOp::FloorDivide, {kTwo, "(Tensor input, Number other)"});
    for (const char* name : {"div", "divide"}) {
        defineTorch(vm, name,
                    {kTwo, "(Tensor input, Tensor other, *, str? rounding_mode, Tensor out=None)",
                     "(Tensor input, Number other, *, str? rounding_mode)"},
                    kAll, [](TorchCall& c) {
                        if (c.which == 0) return Value(arithmetic(c.g, BinaryOp::Divide, c.tensor(0), c.tensor(1), c.inplace));
                        return Value(divided(c.g, c.tensor(0), c.tensor(1), c[2], c.inplace));
                    });
    }
    defineTorch(vm, "remainder", {kTwo, kNumberFirst, kTwoOrNumber}, kAll, [](TorchCall& c) {
        return Value(arithmetic(c.g, BinaryOp::Modulo, c.which == 1 ? c.number(0) : c.tensor(0), c.which == 2 ? c.number(1) : c.tensor(1),
                                c.inplace));
    });
    defineTorch(vm, "fmod", {kTwo, kTwoOrNumber}, kAll, [](TorchCall& c) {
        const Var a = c.tensor(0);
        const Var b = c.which == 0 ? c.tensor(1) : c.number(1);
        const DType dtype = resultType(a, b);
        static_cast<void>(broadcastOf(std::array{a, b}));
        requireNotBool("fmod_cpu", dtype);
        const Tensor divisor = b->value();
        for (const double x : divisor.numbers()) {
            if (x == 0 && !isFloating(dtype)) failRuntime("ZeroDivisionError");
        }
        return c.done(c.which == 0 ? Op::Fmod : Op::FmodNumber, {a, b});
    });
    for (const bool single : {true, false}) {  // mul.Scalar and div.Scalar, which only PyTorch's own code calls
        defineFunctionOf(
            vm, "torch", single ? "_mul_scalar(tensor, number)" : "_div_scalar(tensor, number)", [single](Interpreter& vm, Arguments& a) {
                return Value(gradOf(vm).apply(single ? Op::MulNumber : Op::DivNumber, {asVar(a[0]), tensorOrNumber(vm, a[1]).value()}));
            });
    }
}

void addPowers(Interpreter& vm) {
    const char* tensors = "(Tensor input, Tensor exponent, *, Tensor out=None)";
    const char* base = "(Number self, Tensor exponent, *, Tensor out=None)";
    const char* number = "(Tensor input, Number exponent, *, Tensor out=None)";
    defineTorch(vm, "pow", {tensors, base, number}, kAll, [](TorchCall& c) {
        if (c.which == 1) {  // torch.pow(2, x) has a node of its own
            requireNotBool("pow", resultType(c.number(0), c.tensor(1)));
            return Value(c.g.apply(Op::PowBase, {c.tensor(1), c.number(0)}));
        }
        return Value(arithmetic(c.g, BinaryOp::Power, c.tensor(0), c.which == 0 ? c.tensor(1) : c.number(1), c.inplace));
    });
    defineTorch(vm, "float_power", {tensors, base, number}, kAll, [](TorchCall& c) {
        const auto widened = [&](Var v) {
            if (v->isNumber || v->dtype() == DType::Float64) return v;
            Attributes to;
            to.dtype = DType::Float64;
            return c.g.call(Op::ToCopy, {v}, to);
        };
        if (c.which == 1) return Value(c.g.apply(Op::PowBase, {widened(c.tensor(1)), c.number(0)}));
        const Var a = c.tensor(0);
        if (c.inplace && a->dtype() != DType::Float64) {
            failRuntime("the base given to float_power_ has dtype " + dtypeWord(a->dtype()) +
                        " but the operation's result requires dtype Double");
        }
        return Value(arithmetic(c.g, BinaryOp::Power, widened(a), c.which == 0 ? widened(c.tensor(1)) : c.number(1), c.inplace));
    });
    defineTorch(vm, "ldexp", {kTwo}, kAll, [](TorchCall& c) {
        const Var scale = c.g.apply(Op::PowBase, {c.tensor(1), c.g.number(2.0, DType::Float64)});
        return Value(arithmetic(c.g, BinaryOp::Multiply, c.tensor(0), scale, c.inplace));
    });
}

struct Row {
    const char* name;
    Op op;
    const char* kernel;  // that exists only for floating numbers; null: for all
    unsigned forms;
};

void addPairs(Interpreter& vm) {
    using enum Op;
    for (const auto& [name, op, kernel, forms] :
         {Row{"atan2", Atan2, nullptr, kAll}, Row{"arctan2", Atan2, nullptr, kAll}, Row{"hypot", Hypot, "hypot_cpu", kAll},
          Row{"maximum", Maximum, nullptr, kBoth}, Row{"minimum", Minimum, nullptr, kBoth}, Row{"fmax", Fmax, nullptr, kBoth},
          Row{"fmin", Fmin, nullptr, kBoth}, Row{"logaddexp", Logaddexp, "logaddexp_cpu", kBoth},
          Row{"logaddexp2", Logaddexp2, "logaddexp2_cpu", kBoth}}) {
        defineTorch(vm, name, {kTwo}, forms, [op = op, kernel = kernel](TorchCall& c) {
            if (kernel) requireFloating(kernel, resultType(c.tensor(0), c.tensor(1)));
            return c.done(op, {c.tensor(0), c.tensor(1)});
        });
    }
    defineTorch(vm, "copysign", {kTwo, kTwoOrNumber}, kAll, [](TorchCall& c) {
        return c.done(c.which == 0 ? Copysign : CopysignNumber, {c.tensor(0), c.which == 0 ? c.tensor(1) : c.number(1)});
    });
    const auto xlogy = [](TorchCall& c) {
        if (c.which == 1) return c.done(XlogyOfNumber, {c.tensor(1), c.number(0)});
        return c.done(c.which == 0 ? Xlogy : XlogyNumber, {c.tensor(0), c.which == 0 ? c.tensor(1) : c.number(1)});
    };
    defineTorch(vm, "xlogy", {kTwo, kNumberFirst, kTwoOrNumber}, kAll, xlogy);
    defineTorch(vm, "xlogy", {kTwo, kNumberFirst, kTwoOrNumber}, kFunction, xlogy, "torch.special");
    defineTorch(
        vm, "xlog1py", {kTwo}, kFunction,
        [](TorchCall& c) {
            return c.done(Xlog1py, {c.tensor(0), c.tensor(1)});
        },
        "torch.special");
    defineTorch(vm, "heaviside", {"(Tensor input, Tensor values, *, Tensor out=None)"}, kAll, [](TorchCall& c) {
        if (c.tensor(0)->dtype() != c.tensor(1)->dtype())
            failRuntime("heaviside is not yet implemented for tensors with different dtypes.");
        return c.done(Heaviside, {c.tensor(0), c.tensor(1)});
    });
    const auto whole = [&](const char* name, double (*function)(const double*)) {
        const std::string kernel = std::string(name) + "_cpu";
        defineTorch(vm, name, {kTwo}, kAll, [kernel, function](TorchCall& c) {
            const DType dtype = resultType(c.tensor(0), c.tensor(1));
            if (isFloating(dtype) || dtype == DType::Bool) notImplementedFor(kernel, dtype);
            return Value(stored(c.g, mapElementwise(std::array{c.tensor(0), c.tensor(1)}, dtype, dtype, function), c.tensor(0), c.inplace));
        });
    };
    whole("gcd",
          [](const double* x) { return static_cast<double>(std::gcd(static_cast<std::int64_t>(x[0]), static_cast<std::int64_t>(x[1]))); });
    whole("lcm",
          [](const double* x) { return static_cast<double>(std::lcm(static_cast<std::int64_t>(x[0]), static_cast<std::int64_t>(x[1]))); });
}

}  // namespace

void addElementwiseArithmetic(Interpreter& vm) {
    addSums(vm);
    addProducts(vm);
    addPowers(vm);
    addPairs(vm);
}

}  // namespace backstep::modules
