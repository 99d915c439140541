// SPDX-License-Identifier: GPL-3.0-or-later
// torch.sort, topk, median, quantile, cumsum, softmax …
#include "engine/autograd/ops_reduce.h"
#include "engine/autograd/quantile.h"
#include "engine/modules/torch_returns.h"
#include "engine/modules/torch_sorting.h"

namespace backstep::modules {
namespace {

std::int64_t dimAt(TorchCall& c, std::size_t i, std::int64_t standard) { return wrapDim(c.integer(i, standard), c.tensor(0)->dims()); }

Value picked(TorchCall& c, std::string_view name, const ops::Picked& p) {
    return returned(c.vm, name, {"values", "indices"}, {p.values, p.places});
}

void defineOrders(Interpreter& vm) {
    const auto sorted = [](TorchCall& c) {
        const bool says = c.which % 2 == 0;
        return ops::sort(c.g, c.tensor(0), dimAt(c, says ? 2 : 1, -1), c.truth(says ? 3 : 2, false), says && c.truth(1, false));
    };
    defineWithOuts(vm, "sort",
                   {"(Tensor input, *, bool stable, int dim=-1, bool descending=False, tuple of Tensors out=None)",
                    "(Tensor input, int dim=-1, bool descending=False, *, tuple of Tensors out=None)",
                    "(Tensor input, *, bool stable, name dim, bool descending=False, tuple of Tensors out=None)",
                    "(Tensor input, name dim, bool descending=False, *, tuple of Tensors out=None)"},
                   [sorted](TorchCall& c) { return picked(c, "sort", sorted(c)); });
    defineTorch(vm, "argsort",
                {"(Tensor input, *, bool stable, int dim=-1, bool descending=False)", "(Tensor input, int dim=-1, bool descending=False)",
                 "(Tensor input, name dim, bool descending=False)"},
                [sorted](TorchCall& c) { return toValue(sorted(c).places); });
    defineTorch(vm, "msort", {"(Tensor input, *, Tensor out=None)"},
                [](TorchCall& c) { return toValue(ops::sort(c.g, c.tensor(0), 0, false).values); });
    defineWithOuts(vm, "topk", {"(Tensor input, int k, int dim=-1, bool largest=True, bool sorted=True, *, tuple of Tensors out=None)"},
                   [](TorchCall& c) {
                       return picked(c, "topk",
                                     ops::topk(c.g, c.tensor(0), c.integer(1, 1), dimAt(c, 2, -1), c.truth(3, true), c.truth(4, true)));
                   });
    defineWithOuts(vm, "kthvalue",
                   {"(Tensor input, int k, int dim=-1, bool keepdim=False, *, tuple of Tensors out=None)",
                    "(Tensor input, int k, name dim, bool keepdim=False, *, tuple of Tensors out=None)"},
                   [](TorchCall& c) {
                       return picked(c, "kthvalue", ops::kthvalue(c.g, c.tensor(0), c.integer(1, 1), dimAt(c, 2, -1), c.truth(3, false)));
                   });
    defineWithOuts(vm, "mode",
                   {"(Tensor input, int dim=-1, bool keepdim=False, *, tuple of Tensors out=None)",
                    "(Tensor input, name dim, bool keepdim=False, *, tuple of Tensors out=None)"},
                   [](TorchCall& c) { return picked(c, "mode", ops::mode(c.g, c.tensor(0), dimAt(c, 1, -1), c.truth(2, false))); });
}

void defineMedians(Interpreter& vm) {
    for (const bool ignoreNan : {false, true}) {
        const char* name = ignoreNan ? "nanmedian" : "median";
        defineWithOuts(vm, name,
                       {"(Tensor input)", "(Tensor input, int dim, bool keepdim=False, *, tuple of Tensors out=None)",
                        "(Tensor input, name dim, bool keepdim=False, *, tuple of Tensors out=None)"},
                       [ignoreNan, name](TorchCall& c) {
                           if (c.which == 0) return toValue(ops::medianOfAll(c.g, c.tensor(0), ignoreNan));
                           return picked(c, name, ops::median(c.g, c.tensor(0), dimAt(c, 1, 0), c.truth(2, false), ignoreNan));
                       });
        defineTorch(vm, ignoreNan ? "nanquantile" : "quantile",
                    {"(Tensor input, Tensor q, int dim=None, bool keepdim=False, *, str interpolation='linear', Tensor out=None)",
                     "(Tensor input, float q, int dim=None, bool keepdim=False, *, str interpolation='linear', Tensor out=None)"},
                    [ignoreNan](TorchCall& c) {
                        ops::QuantileOptions options;
                        if (c.has(2)) options.dim = c.integer(2, 0);
                        options.keepdim = c.truth(3, false);
                        options.interpolation = c.has(4) ? c.vm.str(c[4]) : "linear";
                        options.ignoreNan = ignoreNan;
                        if (c.which == 0) return toValue(ops::quantile(c.g, c.tensor(0), c.tensor(1), options));
                        return toValue(ops::quantile(c.g, c.tensor(0), c.real(1, 0), options));
                    });
    }
}

Value scannedInPlace(TorchCall& c, Op op, const std::string& name) {
    const Var self = c.tensor(0);
    c.g.checkChange(std::array{self});
    Attributes attributes;
    attributes.dims = {dimAt(c, 1, 0)};
    attributes.dtype = self->dtype();
    const auto asked = c.has(2) ? dtypeArgument(c.vm, c[2]) : std::nullopt;
    if (asked && *asked != self->dtype()) {
        const auto lower = [](DType dtype) {
            return dtype == DType::Float64   ? "double"
                   : dtype == DType::Float32 ? "float"
                   : dtype == DType::Int64   ? "long int"
                   : dtype == DType::Int32   ? "int"
                                             : "bool";
        };
        failRuntime(std::string("Bad in-place call: input tensor dtype ") + lower(self->dtype()) + " and output tensor dtype " +
                    lower(*asked) + " should match");
    }
    if (self->dtype() == DType::Bool) failRuntime("\"" + name + "_out_cpu\" not implemented for 'Bool'");
    c.g.inplace(op, std::array{self}, std::move(attributes));
    return c[0];
}

void defineScans(Interpreter& vm) {
    for (const auto& [name, op] : {std::pair{"cumsum", Op::Cumsum}, {"cumprod", Op::Cumprod}}) {
        defineTorch(
            vm, name,
            {"(Tensor input, int dim, *, torch.dtype dtype=None, Tensor out=None)",
             "(Tensor input, name dim, *, torch.dtype dtype=None, Tensor out=None)"},
            [op = op](TorchCall& c) {
                return toValue(ops::scan(c.g, op, c.tensor(0), dimAt(c, 1, 0), c.has(2) ? dtypeArgument(c.vm, c[2]) : std::nullopt));
            });
        defineTorch(vm, name, {"(Tensor input, int dim, *, torch.dtype dtype=None)", "(Tensor input, name dim, *, torch.dtype dtype=None)"},
                    kInplace, [op = op, name = std::string(name)](TorchCall& c) { return scannedInPlace(c, op, name); });
    }
    defineTorch(vm, "logcumsumexp", {"(Tensor input, int dim, *, Tensor out=None)", "(Tensor input, name dim, *, Tensor out=None)"},
                [](TorchCall& c) { return toValue(ops::scan(c.g, Op::Logcumsumexp, c.tensor(0), dimAt(c, 1, 0))); });
    for (const bool largest : {true, false}) {
        const char* name = largest ? "cummax" : "cummin";
        defineWithOuts(vm, name,
                       {"(Tensor input, int dim, *, tuple of Tensors out=None)", "(Tensor input, name dim, *, tuple of Tensors out=None)"},
                       [largest, name](TorchCall& c) {
                           const Var a = c.tensor(0);
                           const bool any = a->dims() == 0 || a->size() == 0;  // then PyTorch looks at no dimension
                           return picked(c, name, ops::running(c.g, a, any ? 0 : dimAt(c, 1, 0), largest, c.integer(1, 0)));
                       });
    }
    for (const auto& [name, op] : {std::pair{"softmax", Op::Softmax}, {"log_softmax", Op::LogSoftmax}}) {
        defineTorch(
            vm, name,
            {"(Tensor input, int dim, torch.dtype dtype=None, *, Tensor out=None)", "(Tensor input, name dim, *, torch.dtype dtype=None)"},
            [op = op](TorchCall& c) {
                return toValue(ops::softmax(c.g, op, c.tensor(0), dimAt(c, 1, 0), c.has(2) ? dtypeArgument(c.vm, c[2]) : std::nullopt));
            });
    }
}

}  // namespace

void addTorchSorting(Interpreter& vm) {
    defineOrders(vm);
    defineMedians(vm);
    defineScans(vm);
}

}  // namespace backstep::modules
