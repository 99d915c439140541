// SPDX-License-Identifier: GPL-3.0-or-later
// Shapes of tensors: views, parts, joining, turning.
#include <numeric>

#include "engine/autograd/ops_shape.h"
#include "engine/modules/notes.h"
#include "engine/modules/torch_given.h"
#include "engine/modules/torch_index.h"
#include "engine/modules/torch_parser.h"

namespace backstep::modules {
namespace {

using python::List;
using python::Tuple;
using Sizes = ops::Sizes;

// dim, which may also be called axis.
std::int64_t dimOf(const Given& in, std::size_t i, std::size_t axis) { return in.integer(in.a.given(axis) ? axis : i, "dim"); }
std::int64_t dimOf(const Given& in, std::size_t i, std::size_t axis, std::int64_t standard) {
    return in.a.given(i) || in.a.given(axis) ? dimOf(in, i, axis) : standard;
}

bool isWhole(DType dtype) { return dtype == DType::Int64 || dtype == DType::Int32; }

std::vector<Var> tensorsOf(const Given& in) { return in.tensors(0, "tensors"); }

// --- shapes ---

void defineShapes(Interpreter& vm) {
    defineTensorMethod(vm, "view", "*size, **kw", [](Given& in) {
        if (in.a.rest().size() == 1 && in.a.rest()[0].isObject() && in.vm.isInstance(in.a.rest()[0], Torch::of(in.vm).dtype)) {
            python::unsupported("Tensor.view(dtype)", "Tensor.to(dtype)");
        }
        if (in.a.rest().empty() && in.a.keyword("size") == nullptr) {
            failType(
                "view() received an invalid combination of arguments - got (), but expected one of:\n * (torch.dtype dtype)\n * (tuple of "
                "SymInts size)\n");
        }
        return toValue(ops::view(in.g, in.self(), in.sizes("size")));
    });
    defineTensorMethod(vm, "reshape", "*shape, **kw", [](Given& in) { return toValue(ops::reshape(in.g, in.self(), in.sizes("shape"))); });
    defineTorchFunction(vm, "reshape", "input, shape=...", [](Given& in) {
        return toValue(ops::reshape(in.g, in.self(), in.integers(1, "shape", "tuple of SymInts", false)));
    });
    defineTensorMethod(vm, "view_as", "other=...",
                       [](Given& in) { return toValue(ops::view(in.g, in.self(), in.tensor(1, "other")->shape())); });
    defineTensorMethod(vm, "reshape_as", "other=...",
                       [](Given& in) { return toValue(ops::reshape(in.g, in.self(), in.tensor(1, "other")->shape())); });
    defineShared(vm, "flatten", "start_dim=0, end_dim=-1",
                 [](Given& in) { return toValue(ops::flatten(in.g, in.self(), in.integer(1, "start_dim"), in.integer(2, "end_dim"))); });
    defineShared(vm, "unflatten", "dim=..., sizes=...", [](Given& in) {
        return toValue(ops::unflatten(in.g, in.self(), in.integer(1, "dim"), in.integers(2, "sizes", "tuple of ints", false)));
    });
    defineShared(vm, "ravel", "", [](Given& in) { return toValue(ops::view(in.g, ops::contiguous(in.g, in.self()), {-1})); });
    defineShared(vm, "squeeze", "dim=..., *, axis=...", [](Given& in) {
        const Var x = in.self();
        if (!in.a.given(1) && !in.a.given(2)) return toValue(ops::squeeze(in.g, x));
        return toValue(ops::squeeze(in.g, x, dimOf(in, 1, 2)));
    });
    defineShared(vm, "unsqueeze", "dim=..., *, axis=...",
                 [](Given& in) { return toValue(ops::unsqueeze(in.g, in.self(), dimOf(in, 1, 2))); });
    defineTensorMethod(vm, "permute", "*dims, **kw",
                       [](Given& in) { return toValue(ops::permute(in.g, in.self(), in.sizes("dims", "tuple of ints"))); });
    defineTorchFunction(vm, "permute", "input, dims=...",
                        [](Given& in) { return toValue(ops::permute(in.g, in.self(), in.integers(1, "dims", "tuple of ints", false))); });
    for (const char* name : {"transpose", "swapdims"}) {
        defineShared(vm, name, "dim0=..., dim1=...",
                     [](Given& in) { return toValue(ops::transpose(in.g, in.self(), in.integer(1, "dim0"), in.integer(2, "dim1"))); });
    }
    defineShared(vm, "swapaxes", "axis0=..., axis1=...",
                 [](Given& in) { return toValue(ops::transpose(in.g, in.self(), in.integer(1, "axis0"), in.integer(2, "axis1"))); });
    defineShared(vm, "t", "", [](Given& in) { return toValue(ops::t(in.g, in.self())); });
    for (const char* name : {"movedim", "moveaxis"}) {
        defineShared(vm, name, "source=..., destination=...", [](Given& in) {
            return toValue(ops::movedim(in.g, in.self(), in.integers(1, "source"), in.integers(2, "destination")));
        });
    }
    defineShared(vm, "contiguous", "*, memory_format=None", [](Given& in) { return toValue(ops::contiguous(in.g, in.self())); });
    defineShared(vm, "clone", "*, memory_format=None", [](Given& in) { return toValue(ops::clone(in.g, in.self())); });
}

Var turned(Autograd& g, const Var& x) {
    Sizes dims;
    for (std::size_t d = x->dims(); d-- > 0;) dims.push_back(static_cast<std::int64_t>(d));
    return ops::permute(g, x, dims);
}

void defineTransposed(Interpreter& vm) {
    Type& t = *Torch::of(vm).tensor;
    python::defineProperty(t, "T", [](Interpreter& vm, const Value& self) {
        const Var x = asVar(self);
        if (x->dims() != 2 && x->dims() != 0) {
            warnOnce(vm, "UserWarning",
                     "The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and it will throw an "
                     "error in a "
                     "future release. Consider `x.mT` to transpose batches of matrices or `x.permute(*torch.arange(x.ndim - 1, -1, -1))` "
                     "to reverse "
                     "the dimensions of a tensor. (Triggered internally at  ./aten/src/ATen/native/TensorShape.cpp:3277.)");
        }
        return toValue(turned(gradOf(vm), x));
    });
    const auto matrix = [](const char* name) {
        return [name](Interpreter& vm, const Value& self) {
            const Var x = asVar(self);
            if (x->dims() == 1) {
                failRuntime(std::string("tensor.") + name + " is only supported on matrices or batches of matrices. Got 1-D tensor.");
            }
            return x->dims() == 0 ? self : toValue(ops::transpose(gradOf(vm), x, -2, -1));
        };
    };
    python::defineProperty(t, "mT", matrix("mT"));
    python::defineProperty(t, "mH", matrix("mH"));
    python::defineProperty(t, "H", [](Interpreter& vm, const Value& self) {
        const Var x = asVar(self);
        if (x->dims() == 0) return self;
        if (x->dims() != 2)
            failRuntime("tensor.H is only supported on matrices (2-D tensors). Got " + std::to_string(x->dims()) + "-D tensor.");
        return toValue(ops::transpose(gradOf(vm), x, 0, 1));
    });
    for (const char* name : {"adjoint"}) {
        defineShared(vm, name, "",
                     [](Given& in) { return in.self()->dims() == 0 ? in.a[0] : toValue(ops::transpose(in.g, in.self(), -2, -1)); });
    }
}

bool expandsTo(const Sizes& from, const TensorShape& to) {
    if (from.size() > to.size()) return false;
    const std::size_t lead = to.size() - from.size();
    for (std::size_t d = 0; d < from.size(); ++d) {
        if (from[d] != 1 && from[d] != to[lead + d]) return false;
    }
    return true;
}

void defineExpanding(Interpreter& vm) {
    defineTensorMethod(vm, "expand", "*size, **kw", [](Given& in) { return toValue(ops::expand(in.g, in.self(), in.sizes("size"))); });
    defineTensorMethod(vm, "expand_as", "other=...",
                       [](Given& in) { return toValue(ops::expand(in.g, in.self(), in.tensor(1, "other")->shape())); });
    defineShared(vm, "broadcast_to", "size=...",
                 [](Given& in) { return toValue(ops::expand(in.g, in.self(), in.integers(1, "size", "tuple of SymInts", false))); });
    defineTensorMethod(vm, "sum_to_size", "*size, **kw", [](Given& in) {
        const Var x = in.self();
        const Sizes size = in.sizes("size");
        if (!expandsTo(size, x->shape()))
            failRuntime("size {" + ops::textOf(size) + "} is not expandable to size {" + ops::textOf(x->shape()) + "}.");
        if (x->shape() == size || isFloating(x->dtype())) return toValue(ops::sumTo(in.g, x, size));
        Attributes whole;
        whole.dtype = DType::Int64;
        return toValue(ops::sumTo(in.g, in.g.call(Op::ToCopy, {x}, whole), size));
    });
    defineTensorMethod(vm, "repeat", "*repeats, **kw",
                       [](Given& in) { return toValue(ops::repeat(in.g, in.self(), in.sizes("repeats"))); });
    const auto tile = [](Given& in, Sizes times) {
        const Var x = in.self();
        if (times.size() < x->dims()) times.insert(times.begin(), x->dims() - times.size(), 1);
        return toValue(ops::repeat(in.g, x, times));
    };
    defineTensorMethod(vm, "tile", "*dims, **kw", [tile](Given& in) { return tile(in, in.sizes("dims", "tuple of ints")); });
    defineTorchFunction(vm, "tile", "input, dims=...",
                        [tile](Given& in) { return tile(in, in.integers(1, "dims", "tuple of ints", false)); });
}

// --- parts ---

void defineParts(Interpreter& vm) {
    defineShared(vm, "select", "dim=..., index=...",
                 [](Given& in) { return toValue(ops::select(in.g, in.self(), in.integer(1, "dim"), in.integer(2, "index"))); });
    defineShared(vm, "narrow", "dim=..., start=..., length=...", [](Given& in) {
        return toValue(ops::narrow(in.g, in.self(), in.integer(1, "dim"), in.integer(2, "start"), in.integer(3, "length")));
    });
    defineShared(vm, "diagonal", "offset=0, dim1=0, dim2=1", [](Given& in) {
        return toValue(ops::diagonal(in.g, in.self(), in.integer(1, "offset"), in.integer(2, "dim1"), in.integer(3, "dim2")));
    });
    defineTensorMethod(vm, "unfold", "dimension=..., size=..., step=...", [](Given& in) {
        return toValue(ops::unfold(in.g, in.self(), in.integer(1, "dimension"), in.integer(2, "size"), in.integer(3, "step")));
    });
    defineShared(vm, "as_strided", "size=..., stride=..., storage_offset=None", [](Given& in) {
        const auto offset = in.has(3) ? std::optional(in.integer(3, "storage_offset")) : std::nullopt;
        return toValue(ops::asStrided(in.g, in.self(), in.integers(1, "size", "tuple of SymInts"),
                                      in.integers(2, "stride", "tuple of SymInts"), offset));
    });
    const auto split = [](Given& in, const Value& size, std::int64_t dim) {
        if (size.isEmpty()) in.missing("\"split_size\"");
        if (size.is<List>() || size.is<Tuple>())
            return toValue(in.vm, ops::splitWithSizes(in.g, in.self(), in.integers(1, "split_sizes"), dim));
        if (size.isFloat() || size.isNone()) {
            failType("split_with_sizes(): argument 'split_sizes' (position 2) must be tuple of ints, not " + torchTypeName(in.vm, size));
        }
        return toValue(in.vm, ops::split(in.g, in.self(), in.integer(1, "split_size"), dim));
    };
    defineTorchFunction(vm, "split", "tensor, split_size_or_sections=..., dim=0",
                        [split](Given& in) { return split(in, in.a[1], in.integer(2, "dim")); });
    defineTensorMethod(vm, "split", "split_size=..., dim=0", [split](Given& in) { return split(in, in.a[1], in.integer(2, "dim")); });
    defineShared(vm, "split_with_sizes", "split_sizes=..., dim=0", [](Given& in) {
        return toValue(in.vm, ops::splitWithSizes(in.g, in.self(), in.integers(1, "split_sizes"), in.integer(2, "dim")));
    });
    defineShared(vm, "chunk", "chunks=..., dim=0, *, axis=...",
                 [](Given& in) { return toValue(in.vm, ops::chunk(in.g, in.self(), in.integer(1, "chunks"), dimOf(in, 2, 3, 0))); });
    defineShared(vm, "unbind", "dim=0, *, axis=...",
                 [](Given& in) { return toValue(in.vm, ops::unbind(in.g, in.self(), dimOf(in, 1, 2))); });
}

Value splitAt(Given& in, const Value& where, std::int64_t dim) {
    if (isTensor(in.vm, where)) {
        const Var at = asVar(where);
        if (at->dims() == 0) return toValue(in.vm, ops::tensorSplit(in.g, in.self(), static_cast<std::int64_t>(at->item()), dim));
        const Tensor value = at->value();
        return toValue(in.vm, ops::tensorSplit(in.g, in.self(), Sizes(value.numbers().begin(), value.numbers().end()), dim));
    }
    if (where.is<List>() || where.is<Tuple>()) return toValue(in.vm, ops::tensorSplit(in.g, in.self(), integers(in.vm, where), dim));
    return toValue(in.vm, ops::tensorSplit(in.g, in.self(), in.vm.toIndex(where), dim));
}

void defineSplits(Interpreter& vm) {
    defineShared(vm, "tensor_split", "indices_or_sections=..., dim=0, *, sections=..., indices=..., tensor_indices_or_sections=...",
                 [](Given& in) {
                     const std::size_t given = in.a.given(3) ? 3 : in.a.given(4) ? 4 : in.a.given(5) ? 5 : 1;
                     if (!in.a.given(given)) in.missing("\"sections\"");
                     return splitAt(in, in.a[given], in.integer(2, "dim"));
                 });
    // hsplit, vsplit, dsplit: along a dimension of their own, which whole sections must divide.
    struct Row {
        const char* name;
        std::int64_t dim;
        std::size_t least;
    };
    for (const Row row : {Row{"hsplit", 1, 1}, Row{"vsplit", 0, 2}, Row{"dsplit", 2, 3}}) {
        defineShared(vm, row.name, "indices_or_sections=..., *, sections=..., indices=...", [row](Given& in) {
            const Var x = in.self();
            const Value& where = in.a[in.a.given(2) ? 2 : in.a.given(3) ? 3 : 1];
            const std::string name = std::string("torch.") + row.name;
            if (x->dims() < row.least) {
                failRuntime(name + " requires a tensor with at least " + std::to_string(row.least) + " dimension" +
                            ", but got a tensor with " + std::to_string(x->dims()) + " dimensions!");
            }
            const std::int64_t dim = x->dims() == 1 ? 0 : row.dim;
            if (where.isInt()) {
                const std::int64_t n = where.integer();
                const std::int64_t size = x->shape()[static_cast<std::size_t>(dim)];
                if (n <= 0 || size % n != 0) {
                    failRuntime(name + " attempted to split along dimension " + std::to_string(dim) + ", but the size of the dimension " +
                                std::to_string(size) + " is not divisible by the split_size " + std::to_string(n) + "!");
                }
            }
            return splitAt(in, where, dim);
        });
    }
}

// --- joining and turning ---

void defineJoining(Interpreter& vm) {
    for (const char* name : {"cat", "concat", "concatenate"}) {
        defineTorchFunction(vm, name, "tensors=..., dim=0, *, axis=..., out=None", [name](Given& in) {
            if (in.has(3)) python::unsupported(std::string("torch.") + name + "(…, out=…)");
            if (!in.a.given(0)) {
                failType(std::string(name) +
                         "() received an invalid combination of arguments - got (), but expected one of:\n * (tuple of Tensors "
                         "tensors, int dim, *, Tensor out)\n * (tuple of Tensors tensors, name dim, *, Tensor out)\n");
            }
            return toValue(ops::cat(in.g, tensorsOf(in), dimOf(in, 1, 2, 0)));
        });
    }
    defineTorchFunction(vm, "stack", "tensors=..., dim=0, *, axis=..., out=None", [](Given& in) {
        if (in.has(3)) python::unsupported("torch.stack(…, out=…)");
        return toValue(ops::stack(in.g, tensorsOf(in), dimOf(in, 1, 2, 0)));
    });
}

void defineTurning(Interpreter& vm) {
    defineTensorMethod(vm, "flip", "*dims, **kw",
                       [](Given& in) { return toValue(ops::flip(in.g, in.self(), in.sizes("dims", "tuple of ints"))); });
    defineTorchFunction(vm, "flip", "input, dims=...",
                        [](Given& in) { return toValue(ops::flip(in.g, in.self(), in.integers(1, "dims", "tuple of ints", false))); });
    defineShared(vm, "fliplr", "", [](Given& in) {
        if (in.self()->dims() < 2) failRuntime("Input must be >= 2-d.");
        return toValue(ops::flip(in.g, in.self(), {1}));
    });
    defineShared(vm, "flipud", "", [](Given& in) {
        if (in.self()->dims() < 1) failRuntime("Input must be >= 1-d.");
        return toValue(ops::flip(in.g, in.self(), {0}));
    });
    defineShared(vm, "roll", "shifts=..., dims=...", [](Given& in) {
        return toValue(ops::roll(in.g, in.self(), in.integers(1, "shifts"), in.has(2) ? in.integers(2, "dims") : Sizes()));
    });
    defineShared(vm, "rot90", "k=1, dims=...", [](Given& in) {
        return toValue(ops::rot90(in.g, in.self(), in.integer(1, "k"), in.has(2) ? in.integers(2, "dims") : Sizes{0, 1}));
    });
    defineShared(vm, "diag", "diagonal=0", [](Given& in) { return toValue(ops::diag(in.g, in.self(), in.integer(1, "diagonal"))); });
    defineShared(vm, "diag_embed", "offset=0, dim1=-2, dim2=-1", [](Given& in) {
        return toValue(ops::diagEmbed(in.g, in.self(), in.integer(1, "offset"), in.integer(2, "dim1"), in.integer(3, "dim2")));
    });
    defineShared(vm, "diagflat", "offset=0", [](Given& in) {
        return toValue(ops::diag(in.g, ops::view(in.g, ops::contiguous(in.g, in.self()), {-1}), in.integer(1, "offset")));
    });
    defineShared(vm, "triu", "diagonal=0",
                 [](Given& in) { return toValue(ops::triangle(in.g, in.self(), in.integer(1, "diagonal"), true)); });
    defineShared(vm, "tril", "diagonal=0",
                 [](Given& in) { return toValue(ops::triangle(in.g, in.self(), in.integer(1, "diagonal"), false)); });
    for (const bool upper : {true, false}) {
        defineTensorMethod(vm, upper ? "triu_" : "tril_", "diagonal=0", [upper](Given& in) {
            in.g.checkChange(std::array{in.self()});
            if (in.self()->size() > 0) static_cast<void>(ops::existing(-2, in.self()));  // it has a matrix
            Attributes a;
            a.n = in.integer(1, "diagonal");
            in.g.inplace(upper ? Op::Triu : Op::Tril, std::array{in.self()}, a);
            return in.a[0];
        });
    }
}

// repeat_interleave: whole slices, each as often as asked.
Var repeated(Given& in, const Var& x, std::size_t d, const Tensor& times) {
    const std::int64_t size = x->dims() == 0 ? 1 : x->shape()[d];
    std::vector<double> which;
    for (std::int64_t i = 0; i < size; ++i) {
        const double n = times.at(times.size() == 1 ? 0 : i);
        if (n < 0) failRuntime("repeats can not be negative");
        TensorShape shape = x->shape();
        if (!shape.empty()) shape[d] = static_cast<std::int64_t>(which.size()) + static_cast<std::int64_t>(n);
        if (in.g.host().checkSize) in.g.host().checkSize(shape);
        which.insert(which.end(), static_cast<std::size_t>(n), static_cast<double>(i));
    }
    const auto count = static_cast<std::int64_t>(which.size());
    return ops::indexSelect(x, static_cast<std::int64_t>(d), in.g.make(Tensor::exact({count}, std::move(which), DType::Int64))).call(in.g);
}

void defineRepeating(Interpreter& vm) {
    defineShared(vm, "repeat_interleave", "repeats=..., dim=None, *, output_size=None", [](Given& in) {
        Var x = in.self();
        if (!in.a.given(1)) {  // of repeats alone: which row each comes from
            if (!isWhole(x->dtype())) failRuntime("\"repeat_interleave_cpu\" not implemented for '" + dtypeWord(x->dtype()) + "'");
            if (x->dims() != 1) failRuntime("repeat_interleave only accept 1D vector as repeat");
            std::vector<double> places(static_cast<std::size_t>(x->size()));
            std::iota(places.begin(), places.end(), 0.0);
            const Var rows = in.g.make(Tensor::exact(x->shape(), std::move(places), DType::Int64));
            return toValue(repeated(in, rows, 0, x->value()));
        }
        Tensor times;
        if (isTensor(in.vm, in.a[1])) {
            times = asVar(in.a[1])->value();
            if (times.dims() > 1) failRuntime("repeats must be 0-dim or 1-dim tensor");
            if (!isWhole(times.dtype())) {
                failRuntime("\"repeat_interleave_cpu\" not implemented for '" + dtypeWord(times.dtype()) + "'");
            }
        } else {
            times = Tensor(static_cast<double>(in.integer(1, "repeats")), DType::Int64);
        }
        std::size_t d = 0;
        if (in.has(2)) d = ops::existing(in.integer(2, "dim"), x);
        else x = ops::flatten(in.g, x);
        const std::int64_t size = x->dims() == 0 ? 1 : x->shape()[d];
        if (times.size() != 1 && times.size() != size) failRuntime("repeats must have the same size as input along dim");
        const Var out = repeated(in, x, d, times);
        if (in.has(3) && out->shape()[d] != in.integer(3, "output_size")) failRuntime("allocated size does not match required size");
        return toValue(out);
    });
}

// --- what a tensor says of itself ---

std::int64_t itemSize(DType dtype) {
    switch (dtype) {
        case DType::Bool: return 1;
        case DType::Int32:
        case DType::Float32: return 4;
        case DType::Int64:
        case DType::Float64: return 8;
    }
    return 0;
}

Value tupleOf(Interpreter& vm, const std::vector<std::int64_t>& numbers) {
    return vm.tuple(std::vector<Value>(numbers.begin(), numbers.end()));
}

// A text or None that is given is a name for PyTorch, and no dimension has one.
void refuseNames(const Given& in) {
    if (in.a.raw().total() > 1 && in.a[1].isNone()) failRuntime("Please look up dimensions by name, got: name = None.");
    if (const auto* name = in.a[1].as<python::Str>()) refuseName(name->text, in.self());
}

void defineFacts(Interpreter& vm) {
    for (const char* name : {"dim", "ndimension"}) {
        defineTensorMethod(vm, name, "", [](Given& in) { return Value(static_cast<std::int64_t>(in.self()->dims())); });
    }
    defineShared(vm, "numel", "", [](Given& in) { return Value(in.self()->size()); });
    defineTensorMethod(vm, "nelement", "", [](Given& in) { return Value(in.self()->size()); });
    defineTensorMethod(vm, "size", "dim=None", [](Given& in) {
        const Var x = in.self();
        refuseNames(in);
        return in.has(1) ? Value(x->shape()[ops::existing(in.integer(1, "dim"), x)]) : sizeValue(in.vm, x->shape());
    });
    defineTensorMethod(vm, "stride", "dim=None", [](Given& in) {
        const Var x = in.self();
        refuseNames(in);
        return in.has(1) ? Value(x->strides()[ops::existing(in.integer(1, "dim"), x)]) : tupleOf(in.vm, x->strides());
    });
    defineTensorMethod(vm, "storage_offset", "", [](Given& in) { return Value(in.self()->offset()); });
    defineTensorMethod(vm, "is_contiguous", "*, memory_format=None", [](Given& in) { return Value(in.self()->isContiguous()); });
    defineTensorMethod(vm, "element_size", "", [](Given& in) { return Value(itemSize(in.self()->dtype())); });
    defineTensorMethod(vm, "is_same_size", "other=...",
                       [](Given& in) { return Value(in.self()->shape() == in.tensor(1, "other")->shape()); });
    defineTensorMethod(vm, "is_set_to", "tensor=...", [](Given& in) {
        const Var x = in.self();
        const Var y = in.tensor(1, "tensor");
        return Value(x->storage == y->storage && x->offset() == y->offset() && x->shape() == y->shape() && x->strides() == y->strides());
    });
    // Where memory would be: the same for variables that share it.
    defineTensorMethod(vm, "data_ptr", "", [](Given& in) {
        const Var x = in.self();
        return Value(static_cast<std::int64_t>(reinterpret_cast<std::intptr_t>(x->storage.get())) + x->offset() * itemSize(x->dtype()));
    });
}

// --- detach, and views in place ---

void defineDetaching(Interpreter& vm) {
    defineShared(vm, "detach", "", [](Given& in) {
        const Var x = in.self();
        const Var out = in.g.detached(x);
        in.g.recording().log.happened(EventKind::Detached, {in.vm.currentSpan(), x->node, 0, {}});
        in.g.noteCut(Cut::By::Detach, x, out);
        return toValue(out);
    });
    defineShared(vm, "detach_", "", [](Given& in) {
        in.g.detachInPlace(in.self());
        return in.a[0];
    });
    const auto inPlace = [](Op op, const Given& in, Window window, Attributes a) {
        in.g.rewindow(op, in.self(), std::move(window), std::move(a));
        return in.a[0];
    };
    defineTensorMethod(vm, "unsqueeze_", "dim=...", [inPlace](Given& in) {
        in.g.checkChange(std::array{in.self()});
        Attributes a;
        a.dims = {static_cast<std::int64_t>(ops::wrapped(in.integer(1, "dim"), in.self()->dims() + 1))};
        Window window = unsqueezed(windowOf(*in.self()), a.dims[0]);
        a.sizes = window.shape;
        return inPlace(Op::UnsqueezeInto, in, std::move(window), std::move(a));
    });
    defineTensorMethod(vm, "squeeze_", "dim=None", [inPlace](Given& in) {
        in.g.checkChange(std::array{in.self()});
        Attributes a;
        const auto d = in.has(1) ? static_cast<std::int64_t>(ops::wrapped(in.integer(1, "dim"), in.self()->dims())) : -1;
        a.dims = {d};
        Window window = squeezed(windowOf(*in.self()), d);
        a.sizes = window.shape;
        return inPlace(d < 0 ? Op::SqueezeInto : Op::SqueezeDimInto, in, std::move(window), std::move(a));
    });
    const auto swapped = [inPlace](Op op, Given& in, std::int64_t first, std::int64_t second) {
        in.g.checkChange(std::array{in.self()});
        Attributes a;
        const std::size_t n = in.self()->dims();
        a.dims = {static_cast<std::int64_t>(ops::wrapped(first, n)), static_cast<std::int64_t>(ops::wrapped(second, n))};
        if (n == 0) a.dims.clear();
        Window window = n > 0 ? transposed(windowOf(*in.self()), a.dims[0], a.dims[1]) : windowOf(*in.self());
        return inPlace(op, in, std::move(window), std::move(a));
    };
    for (const char* name : {"transpose_", "swapaxes_", "swapdims_"}) {
        defineTensorMethod(vm, name, "dim0=..., dim1=...",
                           [swapped](Given& in) { return swapped(Op::TransposeInto, in, in.integer(1, "dim0"), in.integer(2, "dim1")); });
    }
    defineTensorMethod(vm, "t_", "", [swapped](Given& in) {
        in.g.checkChange(std::array{in.self()});
        const std::size_t n = in.self()->dims();
        if (n > 2) failRuntime("t_() expects a tensor with <= 2 dimensions, but self is " + std::to_string(n) + "D");
        return swapped(Op::MatrixTInto, in, 0, n == 2 ? 1 : 0);
    });
}

}  // namespace

void addTorchShape(Interpreter& vm) {
    defineShapes(vm);
    defineTransposed(vm);
    defineExpanding(vm);
    defineParts(vm);
    defineSplits(vm);
    defineJoining(vm);
    defineTurning(vm);
    defineRepeating(vm);
    defineFacts(vm);
    defineDetaching(vm);
    addTorchIndexing(vm);
}

}  // namespace backstep::modules
