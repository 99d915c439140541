// SPDX-License-Identifier: GPL-3.0-or-later
// How the functions that make tensors take their arguments: PyTorch's overloads, in the order in which it prints them.
#include "engine/modules/torch_parser.h"

namespace backstep::modules {
namespace {

using Overloads = std::vector<std::string>;

// What all factories take at the end.
std::string with(const std::string& parameters) {
    return "(" + parameters +
           "torch.dtype dtype=None, torch.layout layout=None, torch.device device=None, bool? pin_memory=False, "
           "bool? requires_grad=False)";
}

std::string like(const std::string& parameters) { return with(parameters + ", *, torch.memory_format memory_format=None, "); }

void bindSized(Interpreter& vm) {
    const std::string names = "tuple of names? names, ";
    const std::string out = "Tensor out=None, ";
    for (const char* name : {"zeros", "ones"}) {
        bindAs(vm, name, {with("tuple of ints! size, *, " + names), with("tuple of SymInts! size, *, " + out)});
    }
    const std::string format = "torch.memory_format memory_format=None, ";
    bindAs(vm, "empty", {with("tuple of ints! size, *, " + names + format), with("tuple of SymInts! size, *, " + format + out)});
    bindAs(vm, "full",
           {with("tuple of ints! size, Number fill_value, *, " + names), with("tuple of SymInts! size, Number fill_value, *, " + out)});
    const std::string generator = "torch.Generator? generator, ";
    for (const char* name : {"rand", "randn"}) {
        bindAs(vm, name,
               {with("tuple of ints! size, *, " + generator + names), with("tuple of ints! size, *, " + generator + out),
                with("tuple of ints! size, *, " + out), with("tuple of ints! size, *, " + names)});
    }
    Overloads randint;
    for (const char* bounds : {"int high, ", "int low, int high, "}) {
        randint.push_back(with(bounds + ("tuple of ints! size, *, " + generator) + out));
        randint.push_back(with(bounds + ("tuple of ints! size, *, " + out)));
    }
    bindAs(vm, "randint", randint);
    bindAs(vm, "randperm", {with("int n, *, " + generator + out), with("int n, *, " + out)});
    const std::string drawn = "torch.Generator generator=None, Tensor out=None";
    bindAs(vm, "normal",
           {"(Tensor mean, Tensor std, *, " + drawn + ")", "(Tensor mean, float std=1, *, " + drawn + ")",
            "(float mean, Tensor std, *, " + drawn + ")", with("float mean, float std, tuple of ints! size, *, " + drawn + ", ")});
    const Overloads multinomial{"(Tensor input, int num_samples, bool replacement=False, *, " + drawn + ")"};
    bindAs(vm, "multinomial", multinomial);
    bindAs(vm, "multinomial", {"(int num_samples, bool replacement=False, *, torch.Generator generator=None)"}, true);
}

void bindOthers(Interpreter& vm) {
    const std::string out = "Tensor out=None, ";
    bindAs(vm, "eye", {with("int n, *, " + out), with("int n, int m, *, " + out)});
    bindAs(
        vm, "arange",
        {with("Number end, *, " + out), with("Number start, Number end, *, "), with("Number start, Number end, Number step=1, *, " + out)});
    bindAs(vm, "range", {with("Number start, Number end, Number step=1, *, " + out)});
    bindAs(vm, "linspace", {with("Number start, Number end, int steps, *, " + out)});
    bindAs(vm, "logspace", {with("Number start, Number end, int steps, float base=10, *, " + out)});
    for (const char* name : {"zeros_like", "ones_like", "empty_like", "rand_like", "randn_like"}) bindAs(vm, name, {like("Tensor input")});
    bindAs(vm, "full_like", {like("Tensor input, Number fill_value")});
    bindAs(vm, "randint_like", {like("Tensor input, int high"), like("Tensor input, int low, int high")});
    bindAs(vm, "tensor",
           {"(object data, *, torch.dtype dtype=None, torch.device device=None, bool? pin_memory=False, bool? requires_grad=False, "
            "tuple of names names=None)"});
    bindAs(vm, "as_tensor", {"(object data, *, torch.dtype dtype=None, torch.device device=None)"});
    for (const char* name : {"new_zeros", "new_ones", "new_empty"}) bindAs(vm, name, {with("tuple of SymInts! size, *, ")}, true);
    bindAs(vm, "new_full", {with("tuple of SymInts! size, Number fill_value, *, ")}, true);
    bindAs(vm, "new_tensor", {"(object data, *, torch.dtype dtype=None, torch.device device=None, bool? requires_grad=False)"}, true);
    const std::string end = "bool non_blocking=False, bool copy=False, *, torch.memory_format memory_format=None)";
    bindAs(vm, "to", {"(torch.device device=None, torch.dtype dtype=None, " + end, "(torch.dtype dtype, " + end, "(Tensor tensor, " + end},
           true);
}

void bindMethods(Interpreter& vm) {
    bindBare(vm, {"item", "tolist", "detach", "dim", "retain_grad", "t"});
    bindAs(vm, "t", {"(Tensor input)"});
    bindAs(vm, "clone", {"(*, torch.memory_format memory_format=None)"}, true);
    bindAs(vm, "unsqueeze", {"(int dim)"}, true);
    bindAs(vm, "requires_grad_", {"(bool requires_grad=True)"}, true);
}

}  // namespace

void checkDevice(Interpreter& vm, const Value& value) {
    if (value.isEmpty() || value.isNone() || (value.isObject() && vm.isInstance(value, Torch::of(vm).device))) return;
    const std::string name = vm.str(value);
    if (value.isInt() || name == "cuda" || name.starts_with("cuda:"))
        python::raise<python::AssertionError>("Torch not compiled with CUDA enabled");
    const std::string kind = name.substr(0, name.find(':'));
    if (kind == "cpu") return;
    if (kind.empty() || kind.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_") != std::string::npos)
        failRuntime("Invalid device string: '" + name + "'");
    const std::string known =
        "cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, ort, xla, lazy, vulkan, mps, meta, hpu, privateuseone";
    if ((", " + known + ",").find(", " + kind + ",") == std::string::npos)
        failRuntime("Expected one of " + known + " device type at start of device string: " + kind);
    python::unsupported("device '" + name + "'", "'cpu'");
}

void bindFactories(Interpreter& vm) {
    bindSized(vm);
    bindOthers(vm);
    bindMethods(vm);
}

void checkLegacyTensor(Interpreter& vm, const python::Call& call) {
    // One list is data, whatever is in it.
    if (call.total() == 1 && call.count == 1 && (call.values[0].is<python::List>() || call.values[0].is<python::Tuple>())) return;
    const std::string device = "torch.device device=None)";
    static const Overloads kOverloads{"(*, " + device, "(torch.Storage storage)", "(Tensor other)", "(tuple of ints! size, *, " + device,
                                      "(object data, *, " + device};
    bindingOf(vm, "new", kOverloads)(vm, call);
}

}  // namespace backstep::modules
