// SPDX-License-Identifier: GPL-3.0-or-later
// torch.matmul, dot, addmm …, torch.linalg: from Python's arguments to products and linear algebra.
#include "engine/autograd/ops_linalg.h"
#include "engine/autograd/ops_reduce.h"
#include "engine/modules/torch_parser.h"
#include "engine/modules/torch_returns.h"

namespace backstep::modules {
namespace {

using Two = Var (*)(Autograd&, const Var&, const Var&);

void defineProducts(Interpreter& vm) {
    struct Row {
        const char* name;
        const char* overload;
        Two f;
    };
    constexpr auto kDot = [](Autograd& g, const Var& a, const Var& b) { return ops::dot(g, a, b); };
    constexpr auto kVdot = [](Autograd& g, const Var& a, const Var& b) { return ops::dot(g, a, b, true); };
    for (const Row& row : {Row{"dot", "(Tensor input, Tensor tensor, *, Tensor out=None)", kDot},
                           {"vdot", "(Tensor input, Tensor other, *, Tensor out=None)", kVdot},
                           {"inner", "(Tensor input, Tensor other, *, Tensor out=None)", ops::inner},
                           {"outer", "(Tensor input, Tensor vec2, *, Tensor out=None)", ops::outer},
                           {"ger", "(Tensor input, Tensor vec2, *, Tensor out=None)", ops::outer},
                           {"mv", "(Tensor input, Tensor vec, *, Tensor out=None)", ops::mv},
                           {"mm", "(Tensor input, Tensor mat2, *, Tensor out=None)", ops::mm},
                           {"bmm", "(Tensor input, Tensor mat2, *, Tensor out=None)", ops::bmm},
                           {"matmul", "(Tensor input, Tensor other, *, Tensor out=None)", ops::matmul},
                           {"kron", "(Tensor input, Tensor other, *, Tensor out=None)", ops::kron}}) {
        defineTorch(vm, row.name, {row.overload}, [f = row.f](TorchCall& c) { return toValue(f(c.g, c.tensor(0), c.tensor(1))); });
    }
    defineTorch(vm, "cross", {"(Tensor input, Tensor other, int dim=None, *, Tensor out=None)"}, [](TorchCall& c) {
        if (!c.has(2)) return toValue(ops::firstCross(c.g, c.tensor(0), c.tensor(1)));
        return toValue(ops::cross(c.g, c.tensor(0), c.tensor(1), c.integer(2, 0)));
    });
}

// Of the sums of products only addr looks at what beta and alpha are, once the shapes fit.
void checkScales(const TorchCall& c) {
    const Var sum = c.tensor(0), a = c.tensor(1), b = c.tensor(2);
    if (a->dims() != 1 || b->dims() != 1) return;
    const TensorShape shape{a->size(), b->size()};
    if (broadcastShapes(sum->shape(), shape) != shape) return;
    const DType dtype = promote(sum->dtype(), promote(a->dtype(), b->dtype()));
    for (const auto& [at, name] : {std::pair<std::size_t, std::string>{3, "beta"}, {4, "alpha"}}) {
        if (!c.has(at)) continue;
        const DType scale = c.number(at, 1)->dtype();
        if (scale == DType::Bool && dtype != DType::Bool) failRuntime("Boolean " + name + " only supported for Boolean results.");
        if (isFloating(scale) && !isFloating(dtype))
            failRuntime("For integral input tensors, argument " + name + " must not be a floating point number.");
    }
}

// addbmm_ gives a smaller tensor the shape of the sum.
void refuseResize(const std::array<Var, 3>& operands) {
    const auto& [self, a, b] = operands;
    if (a->dims() != 3 || b->dims() != 3) return;
    const TensorShape shape{a->shape()[1], b->shape()[2]};
    if (self->shape() != shape && broadcastShapes(self->shape(), shape) == shape)
        python::unsupported("addbmm_ into a tensor of another shape", "x = x.addbmm(…)");
}

void defineSums(Interpreter& vm) {
    using Three = Var (*)(Autograd&, const Var&, const Var&, const Var&, ops::Scales);
    struct Row {
        const char* name;
        const char* overload;
        Three f;
    };
    for (const Row& row :
         {Row{"addmm", "(Tensor input, Tensor mat1, Tensor mat2, *, Number beta=1, Number alpha=1, Tensor out=None)", ops::addmm},
          {"addmv", "(Tensor input, Tensor mat, Tensor vec, *, Number beta=1, Number alpha=1, Tensor out=None)", ops::addmv},
          {"addr", "(Tensor input, Tensor vec1, Tensor vec2, *, Number beta=1, Number alpha=1, Tensor out=None)", ops::addr},
          {"baddbmm", "(Tensor input, Tensor batch1, Tensor batch2, *, Number beta=1, Number alpha=1, Tensor out=None)", ops::baddbmm},
          {"addbmm", "(Tensor input, Tensor batch1, Tensor batch2, *, Number beta=1, Number alpha=1, Tensor out=None)", ops::addbmm}}) {
        defineTorch(vm, row.name, {row.overload}, kAll, [f = row.f](TorchCall& c) {
            const std::array operands{c.tensor(0), c.tensor(1), c.tensor(2)};
            if (c.inplace) c.g.checkChange(operands);
            // PyTorch's own result depends on the library that multiplies.
            if (c.inplace && (operands[0]->storage == operands[1]->storage || operands[0]->storage == operands[2]->storage))
                python::unsupported("a product that is added into one of its own factors", "the same without the underscore");
            if (f == static_cast<Three>(ops::addr)) checkScales(c);
            if (c.inplace && f == static_cast<Three>(ops::addbmm)) refuseResize(operands);
            const Var out = f(c.g, operands[0], operands[1], operands[2], {c.real(3, 1), c.real(4, 1), c.inplace});
            return c.inplace ? c[0] : toValue(out);
        });
    }
}

using One = Var (*)(Autograd&, const Var&);

void defineSquare(Interpreter& vm) {
    for (const auto& [name, f] :
         {std::pair<const char*, One>{"trace", ops::trace}, {"det", ops::det}, {"logdet", ops::logdet}, {"inverse", ops::inverse}}) {
        const bool mayWrite = f == static_cast<One>(ops::inverse);
        defineTorch(vm, name, {mayWrite ? "(Tensor input, *, Tensor out=None)" : "(Tensor input)"},
                    [f = f](TorchCall& c) { return toValue(f(c.g, c.tensor(0))); });
    }
    defineTorch(vm, "slogdet", {"(Tensor input)"}, [](TorchCall& c) {
        return returned(c.vm, "slogdet", {"sign", "logabsdet"}, ops::slogdet(c.g, c.tensor(0)));
    });
    defineTorch(vm, "matrix_power", {"(Tensor input, int n, *, Tensor out=None)"},
                [](TorchCall& c) { return toValue(ops::matrixPower(c.g, c.tensor(0), c.integer(1, 1))); });
}

// --- torch.linalg ---

// A function that errors call linalg_NAME and programs torch.linalg.NAME.
void defineLinalg(Interpreter& vm, const std::string& name, std::vector<std::string_view> overloads, const TorchCode& code) {
    defineTorch(vm, "linalg_" + name, std::move(overloads), kFunction, code, "torch._C._linalg");
    const Value function = vm.getAttribute(Value(&vm.defineModule("torch._C._linalg")), "linalg_" + name);
    vm.setAttribute(Value(&vm.defineModule("torch.linalg")), name, function);
}

std::optional<DType> dtypeAt(TorchCall& c, std::size_t i) { return c.has(i) ? dtypeArgument(c.vm, c[i]) : std::nullopt; }

std::optional<std::vector<std::int64_t>> dimsAt(TorchCall& c, std::size_t i) {
    return c.has(i) ? std::optional(integers(c.vm, c[i])) : std::nullopt;
}

std::optional<ops::MatrixNorm> orderAt(TorchCall& c, std::size_t i) {
    if (!c.has(i)) return std::nullopt;
    if (c[i].is<python::Str>()) return ops::MatrixNorm{std::nullopt, c.vm.str(c[i])};
    return ops::MatrixNorm{c.real(i, 2), {}};
}

void defineLinalgNorms(Interpreter& vm) {
    defineLinalg(vm, "norm",
                 {"(Tensor input, Number ord=None, tuple of ints dim=None, bool keepdim=False, *, torch.dtype dtype=None, Tensor out=None)",
                  "(Tensor input, str ord, tuple of ints dim=None, bool keepdim=False, *, torch.dtype dtype=None, Tensor out=None)"},
                 [](TorchCall& c) {
                     return toValue(ops::linalgNorm(c.g, c.tensor(0), orderAt(c, 1), dimsAt(c, 2), c.truth(3, false), dtypeAt(c, 4)));
                 });
    defineLinalg(vm, "vector_norm",
                 {"(Tensor input, Number ord=2, tuple of ints dim=None, bool keepdim=False, *, torch.dtype dtype=None, Tensor out=None)"},
                 [](TorchCall& c) {
                     ops::Along along{std::nullopt, c.truth(3, false)};
                     if (c.has(2)) along.dims = wrapDims(integers(c.vm, c[2]), c.tensor(0)->dims());
                     return toValue(ops::vectorNorm(c.g, c.tensor(0), c.real(1, 2), along, dtypeAt(c, 4)));
                 });
    defineLinalg(
        vm, "matrix_norm",
        {"(Tensor input, Number ord, tuple of ints dim=None, bool keepdim=False, *, torch.dtype dtype=None, Tensor out=None)",
         "(Tensor input, str ord='fro', tuple of ints dim=None, bool keepdim=False, *, torch.dtype dtype=None, Tensor out=None)"},
        [](TorchCall& c) {
            return toValue(ops::matrixNorm(c.g, c.tensor(0), orderAt(c, 1).value_or(ops::MatrixNorm{}),
                                           dimsAt(c, 2).value_or(std::vector<std::int64_t>{-2, -1}), c.truth(3, false), dtypeAt(c, 4)));
        });
    defineLinalg(vm, "cond", {"(Tensor input, Number p=None, *, Tensor out=None)", "(Tensor input, str p, *, Tensor out=None)"},
                 [](TorchCall& c) { return toValue(ops::cond(c.g, c.tensor(0), orderAt(c, 1))); });
}

void defineLinalgSquare(Interpreter& vm) {
    defineLinalg(vm, "det", {"(Tensor A, *, Tensor out=None)"}, [](TorchCall& c) { return toValue(ops::det(c.g, c.tensor(0))); });
    defineLinalg(vm, "inv", {"(Tensor A, *, Tensor out=None)"}, [](TorchCall& c) { return toValue(ops::inverse(c.g, c.tensor(0))); });
    defineLinalg(vm, "slogdet", {"(Tensor A, *, tuple of Tensors out=None)"}, [](TorchCall& c) {
        return returned(c.vm, "linalg_slogdet", {"sign", "logabsdet"}, ops::slogdet(c.g, c.tensor(0)));
    });
    defineLinalg(vm, "solve", {"(Tensor A, Tensor B, *, bool left=True, Tensor out=None)"}, [](TorchCall& c) {
        if (!c.truth(2, true)) python::unsupported("torch.linalg.solve(…, left=False)", "the transposed equation");
        return toValue(ops::solve(c.g, c.tensor(0), c.tensor(1)));
    });
    defineLinalg(vm, "matrix_power", {"(Tensor input, int n, *, Tensor out=None)"},
                 [](TorchCall& c) { return toValue(ops::matrixPower(c.g, c.tensor(0), c.integer(1, 1))); });
    defineLinalg(vm, "cholesky", {"(Tensor input, *, bool upper=False, Tensor out=None)"},
                 [](TorchCall& c) { return toValue(ops::cholesky(c.g, c.tensor(0), c.truth(1, false))); });
    defineLinalg(vm, "svdvals", {"(Tensor A, *, str driver=None, Tensor out=None)"},
                 [](TorchCall& c) { return toValue(ops::svdvals(c.g, c.tensor(0))); });
    defineLinalg(vm, "cross", {"(Tensor input, Tensor other, *, int dim=-1, Tensor out=None)"},
                 [](TorchCall& c) { return toValue(ops::cross(c.g, c.tensor(0), c.tensor(1), c.integer(2, -1))); });
    defineLinalg(vm, "matmul", {"(Tensor input, Tensor other, *, Tensor out=None)"},
                 [](TorchCall& c) { return toValue(ops::matmul(c.g, c.tensor(0), c.tensor(1))); });
    defineLinalg(vm, "vecdot", {"(Tensor x, Tensor y, *, int dim=-1, Tensor out=None)"}, [](TorchCall& c) {
        if (c.tensor(0)->dims() == 1 && c.tensor(1)->dims() == 1) return toValue(ops::dot(c.g, c.tensor(0), c.tensor(1), true));
        const Var product = c.g.apply(Op::Mul, {c.tensor(0), c.tensor(1)});
        return toValue(ops::sum(c.g, product, {ops::Dims{wrapDim(c.integer(2, -1), product->dims())}, false}));
    });
    vm.setAttribute(Value(&vm.defineModule("torch.linalg")), "LinAlgError", Value(ops::linalgErrorType()));
}

}  // namespace

Value tensorMatmul(Interpreter& vm, const Value& left, const Value& right) {
    if (!isTensor(vm, left) || !isTensor(vm, right)) return Value::notImplemented();
    return toValue(ops::matmul(gradOf(vm), asVar(left), asVar(right)));
}

void addTorchLinear(Interpreter& vm) {
    defineProducts(vm);
    defineSums(vm);
    defineSquare(vm);
    defineLinalgNorms(vm);
    defineLinalgSquare(vm);
}

}  // namespace backstep::modules
