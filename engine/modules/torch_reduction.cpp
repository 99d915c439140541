// SPDX-License-Identifier: GPL-3.0-or-later
// torch.sum, mean, max, var, norm …: from Python's arguments to reductions.
#include <cmath>

#include "engine/autograd/ops_reduce.h"
#include "engine/autograd/ops_shape.h"
#include "engine/autograd/steps.h"
#include "engine/modules/torch_parser.h"
#include "engine/modules/torch_returns.h"
#include "engine/modules/torch_sorting.h"

namespace backstep::modules {
namespace {

using ops::Along;
using Overload = std::vector<std::string_view>;

std::optional<DType> dtypeAt(TorchCall& c, std::size_t i) { return c.has(i) ? dtypeArgument(c.vm, c[i]) : std::nullopt; }

// The dims at place i and keepdim at place k; None or nothing: all elements at once.
Along alongAt(TorchCall& c, std::size_t i, std::size_t k) {
    Along along;
    if (c.has(i)) along.dims = wrapDims(integers(c.vm, c[i]), c.tensor(0)->dims());
    along.keepdim = c.truth(k, false);
    return along;
}

Along dimAt(TorchCall& c, std::size_t i, std::size_t k) {
    Along along;
    if (c.has(i)) along.dims = ops::Dims{wrapDim(c.integer(i, 0), c.tensor(0)->dims())};
    along.keepdim = c.truth(k, false);
    return along;
}

using Sums = Var (*)(Autograd&, const Var&, const Along&, std::optional<DType>);

void defineSums(Interpreter& vm) {
    const Overload overloads{"(Tensor input, *, torch.dtype dtype=None)",
                             "(Tensor input, tuple of ints? dim, bool keepdim=False, *, torch.dtype dtype=None, Tensor out=None)",
                             "(Tensor input, tuple of names dim, bool keepdim=False, *, torch.dtype dtype=None, Tensor out=None)"};
    for (const auto& [name, f] : {std::pair<const char*, Sums>{"sum", ops::sum}, {"mean", ops::mean}}) {
        defineTorch(vm, name, overloads, [f = f](TorchCall& c) {
            if (c.which == 0) return toValue(f(c.g, c.tensor(0), {}, dtypeAt(c, 1)));
            Along along = alongAt(c, 1, 2);
            if (!along.dims) along.dims.emplace(wrapDims({}, c.tensor(0)->dims()));
            return toValue(f(c.g, c.tensor(0), along, dtypeAt(c, 3)));
        });
    }
    for (const auto& [name, f] : {std::pair<const char*, Sums>{"nansum", ops::nansum}, {"nanmean", ops::nanmean}}) {
        defineTorch(vm, name, {"(Tensor input, tuple of ints dim=None, bool keepdim=False, *, torch.dtype dtype=None, Tensor out=None)"},
                    [f = f](TorchCall& c) { return toValue(f(c.g, c.tensor(0), alongAt(c, 1, 2), dtypeAt(c, 3))); });
    }
    defineTorch(vm, "prod",
                {"(Tensor input, *, torch.dtype dtype=None)",
                 "(Tensor input, int dim, bool keepdim=False, *, torch.dtype dtype=None, Tensor out=None)",
                 "(Tensor input, name dim, bool keepdim=False, *, torch.dtype dtype=None, Tensor out=None)"},
                [](TorchCall& c) {
                    if (c.which == 0) return toValue(ops::prod(c.g, c.tensor(0), {}, dtypeAt(c, 1)));
                    return toValue(ops::prod(c.g, c.tensor(0), dimAt(c, 1, 2), dtypeAt(c, 3)));
                });
    defineTorch(vm, "logsumexp",
                {"(Tensor input, tuple of ints dim, bool keepdim=False, *, Tensor out=None)",
                 "(Tensor input, tuple of names dim, bool keepdim=False, *, Tensor out=None)"},
                [](TorchCall& c) {
                    const Var a = c.tensor(0);
                    const ops::Dims dims = *alongAt(c, 1, 2).dims;
                    if (dims.empty() && a->dims() > 0 && !c.truth(2, false)) {  // all of them are reduced, none is dropped
                        failRuntime("output with shape [] doesn't match the broadcast shape " + sizesText(TensorShape(a->dims(), 1)));
                    }
                    return toValue(ops::logsumexp(c.g, a, dims, c.truth(2, false)));
                });
}

void defineExtremes(Interpreter& vm) {
    for (const bool largest : {true, false}) {
        const char* name = largest ? "max" : "min";
        defineWithOuts(vm, name,
                       {"(Tensor input)", "(Tensor input, Tensor other, *, Tensor out=None)",
                        "(Tensor input, int dim, bool keepdim=False, *, tuple of Tensors out=None)",
                        "(Tensor input, name dim, bool keepdim=False, *, tuple of Tensors out=None)"},
                       [largest, name](TorchCall& c) {
                           const Var a = c.tensor(0);
                           if (c.which == 0) return toValue(ops::extreme(c.g, a, largest));
                           if (c.which == 1) return toValue(c.g.apply(largest ? Op::Maximum : Op::Minimum, {a, c.tensor(1)}));
                           const ops::Picked p = ops::extremeDim(c.g, a, wrapDim(c.integer(1, 0), a->dims()), c.truth(2, false), largest);
                           return returned(c.vm, name, {"values", "indices"}, {p.values, p.places});
                       });
        defineTorch(vm, largest ? "amax" : "amin", {"(Tensor input, tuple of ints? dim=(), bool keepdim=False, *, Tensor out=None)"},
                    [largest](TorchCall& c) {
                        Along along = alongAt(c, 1, 2);
                        if (!along.dims) along.dims.emplace();
                        return toValue(ops::extremeAlong(c.g, c.tensor(0), along, largest));
                    });
        defineTorch(vm, largest ? "argmax" : "argmin", {"(Tensor input, int dim=None, bool keepdim=False, *, Tensor out=None)"},
                    [largest](TorchCall& c) {
                        const Along along = dimAt(c, 1, 2);
                        return toValue(ops::placeOfExtreme(c.g, c.tensor(0), along.dims ? std::optional(along.dims->front()) : std::nullopt,
                                                           along.keepdim, largest));
                    });
    }
    defineWithOuts(vm, "aminmax", {"(Tensor input, *, int dim=None, bool keepdim=False, tuple of Tensors out=None)"}, [](TorchCall& c) {
        return returned(c.vm, "aminmax", {"min", "max"}, ops::aminmax(c.g, c.tensor(0), dimAt(c, 1, 2)));
    });
}

void defineSpread(Interpreter& vm) {
    using enum ops::Spread;
    const Overload overloads{"(Tensor input, tuple of ints? dim, *, int? correction, bool keepdim=False, Tensor out=None)",
                             "(Tensor input, tuple of ints? dim, bool unbiased=True, bool keepdim=False, *, Tensor out=None)",
                             "(Tensor input, bool unbiased=True)",
                             "(Tensor input, tuple of names dim, *, int? correction, bool keepdim=False, Tensor out=None)",
                             "(Tensor input, tuple of names dim, bool unbiased=True, bool keepdim=False, *, Tensor out=None)"};
    const Overload pairs{"(Tensor input, tuple of ints? dim, *, int? correction, bool keepdim=False)",
                         "(Tensor input, tuple of ints? dim, bool unbiased=True, bool keepdim=False)", "(Tensor input, bool unbiased=True)",
                         "(Tensor input, tuple of names dim, *, int? correction, bool keepdim=False)",
                         "(Tensor input, tuple of names dim, bool unbiased=True, bool keepdim=False)"};
    for (const auto& [name, what] : {std::pair{"var", Var}, {"std", Std}, {"var_mean", VarMean}, {"std_mean", StdMean}}) {
        const bool pair = what == VarMean || what == StdMean;
        defineTorch(vm, name, pair ? pairs : overloads, pair ? kFunction : kBoth, [what = what, pair](TorchCall& c) {
            double correction = 1;
            Along along;
            if (c.which == 2) {
                correction = c.truth(1, true) ? 1 : 0;
            } else {
                along = alongAt(c, 1, 3);
                correction = c.which == 0 ? static_cast<double>(c.integer(2, 1)) : c.truth(2, true) ? 1 : 0;
            }
            std::vector<backstep::Var> out = ops::spread(c.g, c.tensor(0), along, correction, what);
            return pair ? toValue(c.vm, std::move(out)) : toValue(out[0]);
        });
    }
}

void defineNorms(Interpreter& vm) {
    defineTorch(vm, "_norm", {"(Tensor input, Number p=None, tuple of ints dim=None, bool keepdim=False, *, torch.dtype dtype=None)"},
                kFunction, [](TorchCall& c) {
                    Along along = alongAt(c, 2, 3);
                    if (c.has(2) && integers(c.vm, c[2]).empty()) along.dims = ops::Dims{};
                    return toValue(ops::norm(c.g, c.tensor(0), c.real(1, 2), along, dtypeAt(c, 4)));
                });
    defineTorch(vm, "dist", {"(Tensor input, Tensor other, Number p=2)"},
                [](TorchCall& c) { return toValue(ops::dist(c.g, c.tensor(0), c.tensor(1), c.real(2, 2))); });
    defineTorch(vm, "renorm", {"(Tensor input, Number p, int dim, Number maxnorm, *, Tensor out=None)"},
                [](TorchCall& c) { return toValue(ops::renorm(c.g, c.tensor(0), c.real(1, 2), c.integer(2, 0), c.real(3, 0))); });
}

void defineTruth(Interpreter& vm) {
    for (const bool all : {true, false}) {
        defineTorch(vm, all ? "all" : "any",
                    {"(Tensor input, *, Tensor out=None)", "(Tensor input, int dim, bool keepdim=False, *, Tensor out=None)",
                     "(Tensor input, name dim, bool keepdim=False, *, Tensor out=None)"},
                    [all](TorchCall& c) {
                        const Along along = c.which == 0 ? Along{} : dimAt(c, 1, 2);
                        return toValue(ops::anyOrAll(c.g, c.tensor(0), along.dims ? std::optional(along.dims->front()) : std::nullopt,
                                                     along.keepdim, all));
                    });
    }
    defineTorch(vm, "count_nonzero", {"(Tensor input, int dim=None)", "(Tensor input, tuple of ints dim)"}, [](TorchCall& c) {
        const Along along = alongAt(c, 1, 99);
        return toValue(ops::countNonzero(c.g, c.tensor(0), along.dims));
    });
    defineTorch(vm, "diff", {"(Tensor input, int n=1, int dim=-1, Tensor prepend=None, Tensor append=None, *, Tensor out=None)"},
                [](TorchCall& c) {
                    const Var a = c.tensor(0);
                    if (a->dims() == 0) failRuntime("diff expects input to be at least one-dimensional");
                    std::vector<Var> parts{a};
                    for (const std::size_t i : {std::size_t{3}, std::size_t{4}}) {
                        if (!c.has(i)) continue;
                        if (c.tensor(i)->dims() != a->dims())
                            failRuntime("diff expects prepend or append to be the same dimension as input");
                        parts.insert(i == 3 ? parts.begin() : parts.end(), c.tensor(i));
                    }
                    const std::int64_t dim = wrapDim(c.integer(2, -1), a->dims());
                    return toValue(ops::diff(c.g, parts.size() == 1 ? a : ops::cat(c.g, parts, dim), c.integer(1, 1), dim));
                });
    for (const auto& [name, op] : {std::pair{"_unique", Op::Unique},
                                   {"_unique_consecutive", Op::UniqueConsecutive},
                                   {"_unique_dim", Op::UniqueDim},
                                   {"_undefined_grad", Op::UndefinedGrad}}) {
        defineTorch(vm, name, {"(Tensor input, bool sorted=True)"}, kFunction, [op = op](TorchCall& c) {
            Attributes attributes;
            attributes.flag = !c.truth(1, true);
            attributes.n = op == Op::UniqueDim ? 1 : 0;
            return toValue(c.g.call(op, {c.tensor(0)}, attributes));
        });
    }
    defineTorch(vm, "histc", {"(Tensor input, int bins=100, Number min=0, Number max=0, *, Tensor out=None)"},
                [](TorchCall& c) { return toValue(ops::histc(c.g, c.tensor(0), c.integer(1, 100), c.real(2, 0), c.real(3, 0))); });
}

}  // namespace

void defineWithOuts(Interpreter& vm, std::string_view name, std::vector<std::string_view> overloads, const TorchCode& code) {
    std::vector<std::string> without;
    for (const std::string_view overload : overloads) {
        std::string text(overload);
        for (const std::string_view out : {", *, tuple of Tensors out=None", ", tuple of Tensors out=None"}) {
            if (const std::size_t at = text.find(out); at != std::string::npos) text.erase(at, out.size());
        }
        without.push_back(std::move(text));
    }
    defineTorch(vm, name, std::move(overloads), kFunction, code);
    defineTorch(vm, name, {without.begin(), without.end()}, kMethod, code);
}

void addTorchReduction(Interpreter& vm) {
    defineSums(vm);
    defineExtremes(vm);
    defineSpread(vm);
    defineNorms(vm);
    defineTruth(vm);
    addTorchSorting(vm);
}

}  // namespace backstep::modules
