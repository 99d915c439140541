// SPDX-License-Identifier: GPL-3.0-or-later
// Activations as torch and torch._C_nn have them; torch.nn.functional calls these.
#include <array>
#include <string>

#include "engine/modules/torch_elementwise.h"

namespace backstep::modules {
namespace {

constexpr const char* kNN = "torch._C_nn";

Var real(Autograd& g, double value) { return g.number(value, DType::Float64); }

void checkHardtanh(DType dtype) {
    if (dtype == DType::Bool) failRuntime("Bool inputs not supported for hardtanh");
}

void addRectifiers(Interpreter& vm) {
    const unsigned both = kFunction | kInplaceFunction;
    defineTorch(
        vm, "leaky_relu", {"(Tensor input, Number negative_slope=0.01, *, Tensor out=None)"}, both,
        [](TorchCall& c) {
            requireFloating("leaky_relu_cpu", c.tensor(0)->dtype());
            return c.done(Op::LeakyRelu, {c.tensor(0), c.number(1, 0.01)});
        },
        kNN);
    defineTorch(
        vm, "hardtanh", {"(Tensor input, Number min_val=-1, Number max_val=1, *, Tensor out=None)"}, both,
        [](TorchCall& c) {
            checkHardtanh(c.tensor(0)->dtype());
            const DType dtype = c.tensor(0)->dtype();
            return c.done(Op::Hardtanh,
                          {c.tensor(0), c.g.number(rounded(c.real(1, -1), dtype), dtype), c.g.number(rounded(c.real(2, 1), dtype), dtype)});
        },
        kNN);
    defineTorch(
        vm, "relu6", {"(Tensor input)"}, both,
        [](TorchCall& c) {
            checkHardtanh(c.tensor(0)->dtype());
            const DType dtype = c.tensor(0)->dtype();
            return c.done(Op::Hardtanh, {c.tensor(0), c.g.number(0, dtype), c.g.number(6, dtype)});
        },
        kNN);
    defineTorch(vm, "threshold", {"(Tensor input, Number threshold, Number value, *, Tensor out=None)"}, both, [](TorchCall& c) {
        const DType dtype = c.tensor(0)->dtype();
        requireNotBool("threshold_cpu", dtype);
        return c.done(Op::Threshold,
                      {c.tensor(0), c.g.number(rounded(c.real(1, 0), dtype), dtype), c.g.number(rounded(c.real(2, 0), dtype), dtype)});
    });
    defineTorch(vm, "prelu", {"(Tensor input, Tensor weight)"}, [](TorchCall& c) {
        const Var a = c.tensor(0);
        const Var weight = c.tensor(1);
        const std::int64_t channels = a->dims() > 1 ? a->shape()[1] : 1;
        if (weight->size() != 1 && weight->size() != channels) {
            failRuntime("Mismatch of parameter numbers and input channel size. Found parameter numbers = " +
                        std::to_string(weight->size()) + " and channel size = " + std::to_string(channels) + ".");
        }
        if (weight->size() != 1 && a->dims() > 2)
            python::unsupported("torch.prelu of more than two dimensions with a weight for each channel");
        requireFloating("prelu_cpu", a->dtype());
        return c.done(Op::Prelu, {a, weight});
    });
    defineTorch(vm, "hardshrink", {"(Tensor input, Number lambd=0.5, *, Tensor out=None)"}, [](TorchCall& c) {
        requireFloating("hardshrink_cpu", c.tensor(0)->dtype());
        return c.done(Op::Hardshrink, {c.tensor(0), c.number(1, 0.5)});
    });
    defineTorch(
        vm, "softshrink", {"(Tensor input, Number lambd=0.5, *, Tensor out=None)"}, kFunction,
        [](TorchCall& c) {
            requireFloating("softshrink_cpu", c.tensor(0)->dtype());
            if (c.real(1, 0.5) < 0) failRuntime("lambda must be greater or equal to 0, but found to be " + c.vm.str(c[1]) + ".");
            return c.done(Op::Softshrink, {c.tensor(0), c.number(1, 0.5)});
        },
        kNN);
}

void addExponentials(Interpreter& vm) {
    const unsigned both = kFunction | kInplaceFunction;
    defineTorch(
        vm, "elu", {"(Tensor input, Number alpha=1, Number scale=1, Number input_scale=1, *, Tensor out=None)"}, both,
        [](TorchCall& c) {
            requireFloating("elu_cpu", c.tensor(0)->dtype());
            return c.done(Op::EluOf, {c.tensor(0), c.number(1, 1), c.number(2, 1), c.number(3, 1)});
        },
        kNN);
    defineTorch(vm, "selu", {"(Tensor input)"}, both, [](TorchCall& c) {
        requireFloating("elu_cpu", c.tensor(0)->dtype());
        return c.done(Op::EluOf, {c.tensor(0), real(c.g, 1.6732632423543772), real(c.g, 1.0507009873554805), c.g.number(1, DType::Int64)});
    });
    defineTorch(vm, "celu", {"(Tensor input, Number alpha=1)"}, both, [](TorchCall& c) {
        if (c.real(1, 1) == 0) failRuntime("ZeroDivisionError: alpha cannot be 0 for CELU");
        requireFloating("elu_cpu", c.tensor(0)->dtype());
        return c.done(Op::Celu, {c.tensor(0), c.number(1, 1)});
    });
    defineTorch(
        vm, "softplus", {"(Tensor input, Number beta=1, Number threshold=20, *, Tensor out=None)"}, kFunction,
        [](TorchCall& c) {
            requireFloating("softplus_cpu", c.tensor(0)->dtype());
            return c.done(Op::SoftplusOf, {c.tensor(0), c.number(1, 1), c.number(2, 20)});
        },
        kNN);
    defineTorch(
        vm, "gelu", {"(Tensor input, *, str approximate='none', Tensor out=None)"}, kFunction,
        [](TorchCall& c) {
            const std::string mode = c.has(1) ? c[1].as<python::Str>()->text : "none";
            if (mode != "none" && mode != "tanh") failRuntime("approximate argument must be either none or tanh.");
            requireFloating("GeluKernelImpl", c.tensor(0)->dtype());
            return c.done(mode == "tanh" ? Op::GeluTanh : Op::Gelu, {c.tensor(0)});
        },
        kNN);
}

struct Row {
    const char* name;
    Op op;
    unsigned forms;
};

void addSmooth(Interpreter& vm) {
    const unsigned both = kFunction | kInplaceFunction;
    for (const auto& [name, op, forms] :
         {Row{"silu", Op::Silu, both}, Row{"mish", Op::Mish, both}, Row{"log_sigmoid", Op::LogSigmoid, kFunction},
          Row{"hardsigmoid", Op::Hardsigmoid, both}, Row{"hardswish", Op::Hardswish, both}}) {
        const std::string kernel = std::string(name) + "_cpu";
        defineTorch(
            vm, name, {"(Tensor input, *, Tensor out=None)"}, forms,
            [op = op, kernel](TorchCall& c) {
                requireFloating(kernel, c.tensor(0)->dtype());
                return c.done(op, {c.tensor(0)});
            },
            kNN);
    }
}

}  // namespace

void addElementwiseNetwork(Interpreter& vm) {
    addRectifiers(vm);
    addExponentials(vm);
    addSmooth(vm);
}

}  // namespace backstep::modules
