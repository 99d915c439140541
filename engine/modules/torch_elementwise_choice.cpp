// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing and mixing: where, clamp, lerp, addcmul, addcdiv; what overwrites: fill_, zero_, copy_.
#include <array>
#include <cmath>
#include <limits>

#include "engine/modules/torch_elementwise.h"

namespace backstep::modules {
namespace {

// Only in these words has torch "float", "double", "long int".
std::string cName(DType dtype) {
    switch (dtype) {
        case DType::Bool: return "bool";
        case DType::Int32: return "int";
        case DType::Int64: return "long int";
        case DType::Float32: return "float";
        case DType::Float64: return "double";
    }
    return {};
}

void checkClampInto(const Var& self, const Var& bound, bool inplace) {
    if (!inplace || !bound) return;
    const DType dtype = resultType(self, bound);
    if (isFloating(dtype) && !isFloating(self->dtype())) {
        failRuntime("result type " + dtypeWord(dtype) + " can't be cast to the desired output type " + cName(self->dtype()));
    }
}

Value clamped(TorchCall& c) {
    const Var a = c.tensor(0);
    const bool hasMin = c.has(1);
    const bool hasMax = c.has(2);
    if (!hasMin && !hasMax) failRuntime("torch.clamp: At least one of 'min' or 'max' must not be None");
    const auto bound = [&](std::size_t i) { return c.which == 0 ? c.tensor(i) : c.number(i); };
    const Var low = hasMin ? bound(1) : Var();
    const Var high = hasMax ? bound(2) : Var();
    checkClampInto(a, low, c.inplace);
    checkClampInto(a, high, c.inplace);
    if (!isFloating(a->dtype()) && !(hasMin && hasMax)) {  // an infinite bound would make it floating
        return c.done(hasMin         ? (c.which == 0 ? Op::ClampMinTensor : Op::ClampMin)
                      : c.which == 0 ? Op::ClampMaxTensor
                                     : Op::ClampMax,
                      {a, hasMin ? low : high});
    }
    return c.done(c.which == 0 ? Op::ClampTensors : Op::Clamp,
                  {a, hasMin ? low : c.g.number(-HUGE_VAL, DType::Float64), hasMax ? high : c.g.number(HUGE_VAL, DType::Float64)});
}

void addClamps(Interpreter& vm) {
    for (const char* name : {"clamp", "clip"}) {
        defineTorch(vm, name,
                    {"(Tensor input, Tensor min=None, Tensor max=None, *, Tensor out=None)",
                     "(Tensor input, Number min=None, Number max=None, *, Tensor out=None)"},
                    kAll | kInplaceFunction, clamped);
    }
    defineTorch(
        vm, "clamp_min", {"(Tensor input, Tensor min, *, Tensor out=None)", "(Tensor input, Number min, *, Tensor out=None)"},
        kAll | kInplaceFunction, [](TorchCall& c) {
            return c.done(c.which == 0 ? Op::ClampMinTensor : Op::ClampMin, {c.tensor(0), c.which == 0 ? c.tensor(1) : c.number(1)});
        });
    defineTorch(
        vm, "clamp_max", {"(Tensor input, Tensor max, *, Tensor out=None)", "(Tensor input, Number max, *, Tensor out=None)"},
        kAll | kInplaceFunction, [](TorchCall& c) {
            return c.done(c.which == 0 ? Op::ClampMaxTensor : Op::ClampMax, {c.tensor(0), c.which == 0 ? c.tensor(1) : c.number(1)});
        });
}

Var chosen(Autograd& g, const Var& condition, const Var& yes, const Var& no) {
    if (condition->dtype() != DType::Bool) {
        failRuntime("where expected condition to be a boolean tensor, but got a tensor with dtype " + dtypeWord(condition->dtype()));
    }
    return g.apply(Op::Where, {condition, yes, no});
}

void addWhere(Interpreter& vm) {
    defineTorch(vm, "where",
                {"(Tensor condition)", "(Tensor condition, Tensor input, Tensor other, *, Tensor out=None)",
                 "(Tensor condition, Number self, Tensor other)", "(Tensor condition, Tensor input, Number other)",
                 "(Tensor condition, Number self, Number other)"},
                kFunction, [](TorchCall& c) -> Value {
                    if (c.which == 0) {
                        return c.vm.call(c.vm.getAttribute(Value(&c.vm.defineModule("torch")), "nonzero"), std::array{c[0]},
                                         std::array{std::pair<std::string_view, Value>("as_tuple", Value(true))});
                    }
                    const Var yes = c.which == 2 || c.which == 4 ? c.number(1) : c.tensor(1);
                    const Var no = c.which == 3 || c.which == 4 ? c.number(2) : c.tensor(2);
                    return Value(chosen(c.g, c.tensor(0), yes, no));
                });
    defineTorch(vm, "where", {"(Tensor condition, Tensor input, Tensor other)"}, kMethod,
                [](TorchCall& c) { return Value(chosen(c.g, c.tensor(0), c.tensor(1), c.tensor(2))); });
}

void checkSame(DType dtype, const Var& other, const char* name) {
    if (!other->isNumber && other->dtype() != dtype) {
        failRuntime("expected dtype " + cName(dtype) + " for `" + name + "` but got dtype " + cName(other->dtype()));
    }
}

void addMixing(Interpreter& vm) {
    defineTorch(
        vm, "lerp",
        {"(Tensor input, Tensor end, Tensor weight, *, Tensor out=None)", "(Tensor input, Tensor end, Number weight, *, Tensor out=None)"},
        kAll, [](TorchCall& c) {
            const Var a = c.tensor(0);
            checkSame(a->dtype(), c.tensor(1), "end");
            if (c.which == 0) checkSame(a->dtype(), c.tensor(2), "weight");
            requireFloating(c.which == 0 ? "lerp_kernel_tensor" : "lerp_kernel_scalar", a->dtype());
            return c.done(c.which == 0 ? Op::LerpTensor : Op::Lerp, {a, c.tensor(1), c.which == 0 ? c.tensor(2) : c.number(2)});
        });
    const char* three = "~(Tensor input, Tensor tensor1, Tensor tensor2, *, Number value=1, Tensor out=None)";
    defineTorch(vm, "addcmul", {three}, kAll, [](TorchCall& c) {
        Var value = c.number(3, 1);
        const DType dtype = backstep::resultType(std::array{c.tensor(0), c.tensor(1), c.tensor(2)});
        requireNotBool("addcmul_cpu_out", dtype);
        if (!isFloating(dtype)) value = c.g.number(std::trunc(value->item()), dtype);
        return c.done(Op::Addcmul, {c.tensor(0), c.tensor(1), c.tensor(2), value});
    });
    defineTorch(vm, "addcdiv", {three}, kAll, [](TorchCall& c) {
        if (!isFloating(c.tensor(1)->dtype()) && !isFloating(c.tensor(2)->dtype())) {
            failRuntime(
                "Integer division with addcdiv is no longer supported, and in a future  release addcdiv will perform a true division of "
                "tensor1 and tensor2. The historic addcdiv behavior can be implemented as (input + value * torch.trunc(tensor1 / "
                "tensor2)).to(input.dtype) for integer inputs and as (input + value * tensor1 / tensor2) for float inputs. The future "
                "addcdiv behavior is just the latter implementation: (input + value * tensor1 / tensor2), for all dtypes.");
        }
        return c.done(Op::Addcdiv, {c.tensor(0), c.tensor(1), c.tensor(2), c.number(3, 1)});
    });
}

void addOverwriting(Interpreter& vm) {
    defineTorch(vm, "fill", {"(Tensor input, Tensor value)", "(Tensor input, Number value)"}, kInplace | kInplaceFunction,
                [](TorchCall& c) {
                    const Var self = c.tensor(0);
                    if (c.which == 0) {
                        const Var value = c.tensor(1);
                        if (value->dims() > 0) {
                            failRuntime("fill_ only supports 0-dimension value tensor but got tensor with " +
                                        std::to_string(value->dims()) + " dimensions.");
                        }
                        if (value->requiresGrad) return c.done(Op::FillWith, {self, value});
                    }
                    return c.done(Op::Fill, {self, c.g.number(rounded(c.number(1)->item(), self->dtype()), self->dtype())});
                });
    defineTorch(vm, "zero", {"(Tensor input)"}, kInplace | kInplaceFunction, [](TorchCall& c) { return c.done(Op::Zero, {c.tensor(0)}); });
    defineTorch(vm, "copy_", {"(Tensor input, Tensor other, bool non_blocking=False)"}, kInplace, [](TorchCall& c) {
        const Var self = c.tensor(0);
        const Var other = c.tensor(1);
        c.g.checkChange(std::array{self, other});
        Autograd::checkOverlaps(std::array{self, other}, true);
        const TensorShape shape = broadcastOf(std::array{self, other});
        if (shape != self->shape()) {
            failRuntime("output with shape " + sizesText(self->shape()) + " doesn't match the broadcast shape " + sizesText(shape));
        }
        c.g.inplace(Op::CopyInto, std::array{self, other});
        return Value(self);
    });
}

}  // namespace

void addElementwiseChoice(Interpreter& vm) {
    addClamps(vm);
    addWhere(vm);
    addMixing(vm);
    addOverwriting(vm);
}

}  // namespace backstep::modules
