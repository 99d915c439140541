// SPDX-License-Identifier: GPL-3.0-or-later
// Functions of one tensor: sin, exp, abs, floor … under all their names.
#include <array>
#include <string>

#include "engine/modules/torch_elementwise.h"

namespace backstep::modules {
namespace {

constexpr const char* kOne = "(Tensor input, *, Tensor out=None)";
constexpr unsigned kEverywhere = kAll | kInplaceFunction;

struct Row {
    const char* name;
    Op op;
    unsigned forms = kEverywhere;
};

// Some have nodes of their own in place.
Op changing(Op op) {
    using enum Op;
    return op == Asinh ? AsinhInto : op == Acosh ? AcoshInto : op == Atanh ? AtanhInto : op;
}

// What the operation gives for whole numbers is said at its row of the table (compute.cpp).
void addPlain(Interpreter& vm) {
    using enum Op;
    // clang-format off
    for (const auto& [name, op, forms] :
         {Row{"sin", Sin}, Row{"cos", Cos}, Row{"tan", Tan}, Row{"asin", Asin}, Row{"arcsin", Asin}, Row{"acos", Acos}, Row{"arccos", Acos},
          Row{"atan", Atan}, Row{"arctan", Atan}, Row{"sinh", Sinh}, Row{"cosh", Cosh}, Row{"tanh", Tanh}, Row{"asinh", Asinh}, Row{"arcsinh", Asinh},
          Row{"acosh", Acosh}, Row{"arccosh", Acosh}, Row{"atanh", Atanh}, Row{"arctanh", Atanh}, Row{"exp", Exp}, Row{"exp2", Exp2},
          Row{"expm1", Expm1}, Row{"log", Log}, Row{"log2", Log2}, Row{"log10", Log10}, Row{"log1p", Log1p}, Row{"sqrt", Sqrt}, Row{"rsqrt", Rsqrt},
          Row{"reciprocal", Reciprocal}, Row{"sigmoid", Sigmoid}, Row{"erf", Erf}, Row{"erfc", Erfc}, Row{"erfinv", Erfinv, kAll},
          Row{"lgamma", Lgamma, kAll}, Row{"digamma", Digamma, kAll}, Row{"sinc", Sinc}, Row{"deg2rad", Deg2rad}, Row{"rad2deg", Rad2deg},
          Row{"sign", Sign, kAll}, Row{"sgn", Sgn, kAll}}) {
        defineTorch(vm, name, {kOne}, forms, [op = op](TorchCall& c) { return c.done(c.inplace ? changing(op) : op, {c.tensor(0)}); }, "torch", op);
        // clang-format on
    }
}

// Those that torch has no kernel of for some dtypes.
void addChecked(Interpreter& vm) {
    using enum Op;
    for (const auto& [name, op, forms] : {Row{"floor", Floor}, Row{"ceil", Ceil}, Row{"trunc", Trunc}, Row{"fix", Trunc}}) {
        const std::string kernel = std::string(op == Trunc ? "trunc" : name) + "_vml_cpu";
        defineTorch(vm, name, {kOne}, forms, [op = op, kernel](TorchCall& c) {
            requireNotBool(kernel, c.tensor(0)->dtype());
            return c.done(op, {c.tensor(0)});
        });
    }
    defineTorch(vm, "round", {kOne, "(Tensor input, *, int decimals, Tensor out=None)"}, kEverywhere, [](TorchCall& c) {
        const Var a = c.tensor(0);
        if (c.which == 0) {
            requireNotBool("round_vml_cpu", a->dtype());
            return c.done(Round, {a});
        }
        requireFloating("round_cpu", a->dtype());
        return c.done(RoundDecimals, {a, c.number(1)});
    });
    defineTorch(vm, "frac", {kOne}, kEverywhere, [](TorchCall& c) {
        requireFloating("frac_cpu", c.tensor(0)->dtype());
        return c.done(Frac, {c.tensor(0)});
    });
    for (const char* name : {"abs", "absolute"}) {
        defineTorch(vm, name, {kOne}, std::string_view(name) == "abs" ? kEverywhere : static_cast<unsigned>(kAll),
                    [](TorchCall& c) { return Value(absolute(c.g, c.tensor(0), c.inplace)); });
    }
    for (const char* name : {"neg", "negative"}) {
        defineTorch(vm, name, {kOne}, kEverywhere, [](TorchCall& c) { return Value(negated(c.g, c.tensor(0), c.inplace)); });
    }
    defineTorch(vm, "positive", {"(Tensor input)"}, [](TorchCall& c) {
        if (c.tensor(0)->dtype() == DType::Bool) failRuntime("The `+` operator, on a bool tensor is not supported.");
        return c[0];
    });
    defineTorch(vm, "square", {kOne}, kEverywhere, [](TorchCall& c) {
        const Var a = c.tensor(0);
        return c.done(PowNumber, {a, c.g.number(2, DType::Int64)});
    });
    defineTorch(vm, "relu", {"(Tensor input)"}, kEverywhere, [](TorchCall& c) {
        if (c.tensor(0)->dtype() == DType::Bool) failRuntime("Boolean inputs not supported for relu");
        return c.done(Relu, {c.tensor(0)});
    });
}

void addWithNumbers(Interpreter& vm) {
    defineTorch(vm, "logit", {"(Tensor input, float eps=None, *, Tensor out=None)"}, kEverywhere, [](TorchCall& c) {
        if (!c.has(1)) return c.done(Op::Logit, {c.tensor(0)});
        return c.done(Op::LogitEps, {c.tensor(0), c.number(1)});
    });
    defineTorch(vm, "nan_to_num", {"(Tensor input, float nan=None, float posinf=None, float neginf=None, *, Tensor out=None)"}, kEverywhere,
                [](TorchCall& c) {
                    const Var a = c.tensor(0);
                    if (!isFloating(a->dtype())) return c.inplace ? c[0] : Value(c.g.call(Op::Clone, {a}));
                    const double most = a->dtype() == DType::Float32 ? static_cast<double>(std::numeric_limits<float>::max())
                                                                     : std::numeric_limits<double>::max();
                    const auto number = [&](std::size_t i, double otherwise) { return c.g.number(c.real(i, otherwise), DType::Float64); };
                    return c.done(Op::NanToNum, {a, number(1, 0), number(2, most), number(3, -most)});
                });
    const auto polygamma = [](TorchCall& c) {
        if (c.integer(0, 0) < 0) failRuntime("polygamma(n, x) does not support negative n.");
        const Var out = c.g.apply(Op::Polygamma, {c.number(0), c.tensor(1)});
        if (!c.inplace) return Value(out);
        c.g.inplace(Op::CopyInto, std::array{c.tensor(1), out});
        return c[1];
    };
    defineTorch(vm, "polygamma", {"(int n, Tensor input, *, Tensor out=None)"}, kAll, polygamma);
    defineTorch(vm, "polygamma", {"(int n, Tensor input, *, Tensor out=None)"}, kFunction, polygamma, "torch.special");
    defineTorch(vm, "angle", {kOne}, [](TorchCall& c) {
        const Var a = c.tensor(0);
        if (a->requiresGrad) python::unsupported("the gradient of torch.angle");
        const DType dtype = isFloating(a->dtype()) ? a->dtype() : DType::Float32;
        return Value(c.g.make(mapElementwise(std::array{a}, dtype, dtype, [](const double* x) {
            return x[0] != x[0] ? x[0] : x[0] < 0 ? 3.141592653589793 : 0.0;
        })));
    });
}

void addSpecial(Interpreter& vm) {
    using enum Op;
    for (const auto& [name, op, forms] :
         {Row{"expit", Sigmoid}, Row{"exp2", Exp2}, Row{"expm1", Expm1}, Row{"log1p", Log1p}, Row{"erf", Erf}, Row{"erfc", Erfc},
          Row{"erfinv", Erfinv}, Row{"gammaln", Lgamma}, Row{"digamma", Digamma}, Row{"psi", Digamma}, Row{"sinc", Sinc}, Row{"entr", Entr},
          Row{"round", Round}}) {
        defineTorch(vm, "special_" + std::string(name), {kOne}, kFunction, [op = op](TorchCall& c) { return c.done(op, {c.tensor(0)}); });
        vm.setAttribute(Value(&vm.defineModule("torch.special")), name,
                        vm.getAttribute(Value(&vm.defineModule("torch")), "special_" + std::string(name)));
    }
    defineTorch(
        vm, "logit", {"(Tensor input, float eps=None, *, Tensor out=None)"}, kFunction,
        [](TorchCall& c) {
            if (!c.has(1)) return c.done(Op::Logit, {c.tensor(0)});
            return c.done(Op::LogitEps, {c.tensor(0), c.number(1)});
        },
        "torch.special");
    defineTorch(vm, "special_ndtr", {kOne}, kFunction, [](TorchCall& c) {  // (1 + erf(x / √2)) / 2
        const Var scaled = c.g.apply(MulNumber, {c.tensor(0), c.g.number(0.7071067811865476, DType::Float64)});
        const Var sum = c.g.apply(AddNumber, {c.g.apply(Erf, {scaled}), c.g.number(1, DType::Float64)});
        return Value(c.g.apply(MulNumber, {sum, c.g.number(0.5, DType::Float64)}));
    });
    vm.setAttribute(Value(&vm.defineModule("torch.special")), "ndtr", vm.getAttribute(Value(&vm.defineModule("torch")), "special_ndtr"));
}

}  // namespace

void addElementwiseUnary(Interpreter& vm) {
    addPlain(vm);
    addChecked(vm);
    addWithNumbers(vm);
    addSpecial(vm);
}

}  // namespace backstep::modules
