// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autograd/ops_shape.h"

#include <algorithm>
#include <limits>

#include "engine/python/errors.h"

namespace backstep::ops {
namespace {

std::string number(std::int64_t n) { return std::to_string(n); }

Attributes alongDim(std::size_t dim) {
    Attributes a;
    a.dims = {static_cast<std::int64_t>(dim)};
    return a;
}

Attributes ofShape(TensorShape shape) {
    Attributes a;
    a.sizes = std::move(shape);
    return a;
}

Var viewAs(Autograd& g, Op op, const Var& x, Window window) {
    Attributes a = ofShape(window.shape);
    return g.view(op, x, std::move(window), std::move(a));
}

const char* typeWord(DType dtype) {
    switch (dtype) {
        case DType::Bool: return "Bool";
        case DType::Int32: return "Int";
        case DType::Int64: return "Long";
        case DType::Float32: return "Float";
        case DType::Float64: return "Double";
    }
    return "";
}

}  // namespace

std::string textOf(const Sizes& sizes) {
    std::string out = "[";
    for (std::size_t i = 0; i < sizes.size(); ++i) out += (i ? ", " : "") + number(sizes[i]);
    return out + "]";
}

std::size_t wrapped(std::int64_t dim, std::size_t dims) {
    const auto n = static_cast<std::int64_t>(std::max<std::size_t>(dims, 1));
    if (dim < -n || dim >= n) {
        failIndex("Dimension out of range (expected to be in range of [" + number(-n) + ", " + number(n - 1) + "], but got " + number(dim) +
                  ")");
    }
    return static_cast<std::size_t>(dim < 0 ? dim + n : dim);
}

std::size_t existing(std::int64_t dim, const Var& x) {
    if (x->dims() == 0) failIndex("Dimension specified as " + number(dim) + " but tensor has no dimensions");
    return wrapped(dim, x->dims());
}

// --- shapes ---

TensorShape inferred(const Sizes& shape, std::int64_t elements) {
    TensorShape out = shape;
    std::int64_t known = 1;
    std::optional<std::size_t> open;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (shape[i] == -1) {
            if (open) failRuntime("only one dimension can be inferred");
            open = i;
        } else if (shape[i] < 0) {
            failRuntime("invalid shape dimension " + number(shape[i]));
        } else if (__builtin_mul_overflow(known, shape[i], &known)) {
            known = std::numeric_limits<std::int64_t>::max();
        }
    }
    if (known == elements || (open && known > 0 && elements % known == 0)) {
        if (!open) return out;
        if (known == 0) {
            failRuntime("cannot reshape tensor of 0 elements into shape " + textOf(shape) +
                        " because the unspecified dimension size -1 can be any value and is ambiguous");
        }
        out[*open] = elements / known;
        return out;
    }
    failRuntime("shape '" + textOf(shape) + "' is invalid for input of size " + number(elements));
}

Var view(Autograd& g, const Var& x, const Sizes& shape) {
    // What is wrong with the tensor's own history is said before what is wrong with the shape.
    if (g.gradEnabled() && x->requiresGrad && x->extra && x->extra->base) static_cast<void>(g.gradFn(x));
    const std::optional<Window> window = reshaped(windowOf(*x), inferred(shape, x->size()));
    if (!window) {
        failRuntime(
            "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous "
            "subspaces). Use .reshape(...) instead.");
    }
    return viewAs(g, Op::View, x, *window);
}

Var reshape(Autograd& g, const Var& x, const Sizes& shape) {
    const TensorShape to = inferred(shape, x->size());
    if (const std::optional<Window> window = reshaped(windowOf(*x), to)) return viewAs(g, Op::ReshapeAlias, x, *window);
    return g.call(Op::UnsafeView, {contiguous(g, x)}, ofShape(to));
}

Var flatten(Autograd& g, const Var& x, std::int64_t start, std::int64_t end) {
    const std::size_t first = wrapped(start, x->dims());
    const std::size_t last = wrapped(end, x->dims());
    if (first > last) failRuntime("flatten() has invalid args: start_dim cannot come after end_dim");
    if (x->dims() == 0) return reshape(g, x, {1});
    if (first == last) return x;
    Sizes sizes(x->shape().begin(), x->shape().begin() + static_cast<std::ptrdiff_t>(first));
    std::int64_t product = 1;
    for (std::size_t d = first; d <= last; ++d) product *= x->shape()[d];
    sizes.push_back(product);
    sizes.insert(sizes.end(), x->shape().begin() + static_cast<std::ptrdiff_t>(last) + 1, x->shape().end());
    return reshape(g, x, sizes);
}

Var unflatten(Autograd& g, const Var& x, std::int64_t dim, Sizes sizes) {
    const std::size_t d = wrapped(dim, x->dims());
    if (sizes.empty()) failRuntime("unflatten: sizes must be non-empty");
    const std::int64_t own = x->shape()[existing(static_cast<std::int64_t>(d), x)];
    const auto open = std::count(sizes.begin(), sizes.end(), -1);
    if (open > 1) failRuntime("unflatten got an unexpected error:\nonly one dimension can be inferred");
    const std::int64_t known = open == 0 ? elementCount(sizes) : -elementCount(sizes);
    if (open == 0 ? known != own : known <= 0 || own % known != 0) {
        failRuntime("unflatten: Provided sizes " + textOf(sizes) + " don't multiply up to the size of dim " +
                    number(static_cast<std::int64_t>(d)) + " (" + number(own) + ") in the input tensor");
    }
    sizes = inferred(sizes, own);
    Sizes shape = x->shape();
    shape.erase(shape.begin() + static_cast<std::ptrdiff_t>(d));
    shape.insert(shape.begin() + static_cast<std::ptrdiff_t>(d), sizes.begin(), sizes.end());
    return view(g, x, shape);
}

Var squeeze(Autograd& g, const Var& x) { return viewAs(g, Op::Squeeze, x, squeezed(windowOf(*x), -1)); }

Var squeeze(Autograd& g, const Var& x, std::int64_t dim) {
    const std::size_t d = wrapped(dim, x->dims());
    Window window = squeezed(windowOf(*x), static_cast<std::int64_t>(d));
    Attributes a = alongDim(d);
    a.sizes = window.shape;
    return g.view(Op::SqueezeDim, x, std::move(window), std::move(a));
}

Var unsqueeze(Autograd& g, const Var& x, std::int64_t dim) {
    const std::size_t d = wrapped(dim, x->dims() + 1);
    Window window = unsqueezed(windowOf(*x), static_cast<std::int64_t>(d));
    Attributes a = alongDim(d);
    a.sizes = window.shape;
    return g.view(Op::Unsqueeze, x, std::move(window), std::move(a));
}

Var permute(Autograd& g, const Var& x, const Sizes& dims) {
    if (dims.size() != x->dims()) {
        failRuntime(
            "permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of "
            "dimensions i.e. input.dim() = " +
            number(static_cast<std::int64_t>(x->dims())) +
            " is not equal to len(dims) = " + number(static_cast<std::int64_t>(dims.size())));
    }
    Attributes a;
    std::vector<bool> seen(x->dims());
    for (const std::int64_t dim : dims) {
        const std::size_t d = wrapped(dim, x->dims());
        if (seen[d]) failRuntime("permute(): duplicate dims are not allowed.");
        seen[d] = true;
        a.dims.push_back(static_cast<std::int64_t>(d));
    }
    Window window = permuted(windowOf(*x), a.dims);
    return g.view(Op::Permute, x, std::move(window), std::move(a));
}

Var transpose(Autograd& g, const Var& x, std::int64_t a, std::int64_t b) {
    Attributes dims;
    dims.dims = {static_cast<std::int64_t>(wrapped(a, x->dims())), static_cast<std::int64_t>(wrapped(b, x->dims()))};
    if (x->dims() == 0) dims.dims.clear();
    Window window = dims.dims.empty() ? windowOf(*x) : transposed(windowOf(*x), dims.dims[0], dims.dims[1]);
    return g.view(Op::Transpose, x, std::move(window), std::move(dims));
}

Var t(Autograd& g, const Var& x) {
    if (x->dims() > 2)
        failRuntime("t() expects a tensor with <= 2 dimensions, but self is " + number(static_cast<std::int64_t>(x->dims())) + "D");
    Attributes dims;
    if (x->dims() == 2) dims.dims = {0, 1};
    Window window = dims.dims.empty() ? windowOf(*x) : transposed(windowOf(*x), 0, 1);
    return g.view(Op::MatrixT, x, std::move(window), std::move(dims));
}

Var movedim(Autograd& g, const Var& x, const Sizes& source, const Sizes& destination) {
    if (source.size() != destination.size()) {
        failRuntime("movedim: Invalid source or destination dims: source (" + textOf(source) +
                    " dims) should contain the same number of dims as destination (" + textOf(destination) + " dims)");
    }
    Sizes from, to;
    for (const std::int64_t d : source) from.push_back(static_cast<std::int64_t>(wrapped(d, x->dims())));
    for (const std::int64_t d : destination) to.push_back(static_cast<std::int64_t>(wrapped(d, x->dims())));
    const auto repeats = [](Sizes dims) {
        std::sort(dims.begin(), dims.end());
        return std::adjacent_find(dims.begin(), dims.end()) != dims.end();
    };
    if (repeats(from)) failRuntime("movedim: repeated dim in `source` (" + textOf(source) + ")");
    if (repeats(to)) failRuntime("movedim: repeated dim in `destination` (" + textOf(destination) + ")");
    if (x->dims() == 0) return g.view(Op::Alias, x, windowOf(*x), {});
    Sizes order(x->dims(), -1);
    for (std::size_t i = 0; i < from.size(); ++i) order[static_cast<std::size_t>(to[i])] = from[i];
    std::int64_t next = 0;
    for (std::int64_t& place : order) {
        if (place >= 0) continue;
        while (std::find(from.begin(), from.end(), next) != from.end()) ++next;
        place = next++;
    }
    return permute(g, x, order);
}

Var expand(Autograd& g, const Var& x, const Sizes& sizes) {
    const auto dims = static_cast<std::int64_t>(x->dims());
    if (sizes.size() < x->dims()) {
        const std::string type = x->dtype() == DType::Bool ? "CPUBoolType" : std::string("torch.") + typeWord(x->dtype()) + "Tensor";
        failRuntime("expand(" + type + "{" + textOf(x->shape()) + "}, size=" + textOf(sizes) + "): the number of sizes provided (" +
                    number(static_cast<std::int64_t>(sizes.size())) +
                    ") must be greater or equal to the number of dimensions in the tensor (" + number(dims) + ")");
    }
    if (dims == 0 && std::any_of(sizes.begin(), sizes.end(), [](std::int64_t n) { return n < 0; })) {
        if (std::find(sizes.begin(), sizes.end(), 0) != sizes.end()) python::unsupported("a tensor with a dimension of negative size");
        failRuntime("numel: integer multiplication overflow");
    }
    Sizes to = sizes;
    const std::size_t pad = sizes.size() - x->dims();
    for (std::size_t d = sizes.size(); d-- > 0;) {
        if (d < pad) {
            if (to[d] < 0) {
                failRuntime("The expanded size of the tensor (" + number(to[d]) + ") isn't allowed in a leading, non-existing dimension " +
                            number(static_cast<std::int64_t>(d)));
            }
            continue;
        }
        const std::int64_t own = x->shape()[d - pad];
        if (to[d] == -1) to[d] = own;
        if (to[d] == own || own == 1) continue;
        failRuntime("The expanded size of the tensor (" + number(to[d]) + ") must match the existing size (" + number(own) +
                    ") at non-singleton dimension " + number(static_cast<std::int64_t>(d)) + ".  Target sizes: " + textOf(sizes) +
                    ".  Tensor sizes: " + textOf(x->shape()));
    }
    if (g.host().checkSize) g.host().checkSize(to);
    return viewAs(g, Op::ExpandTo, x, expanded(windowOf(*x), to));
}

Var sumTo(Autograd& g, const Var& x, const TensorShape& shape) {
    Attributes sum = ofShape(shape);
    if (isFloating(x->dtype())) sum.more = memoryOrder(*x);
    if (shape.empty()) return g.call(Op::SumToScalar, {x}, std::move(sum));  // also of a number
    if (x->shape() == shape) return x;
    const std::size_t lead = x->dims() - shape.size();
    TensorShape kept = x->shape();
    for (std::size_t d = 0; d < kept.size(); ++d) {
        if (d < lead || shape[d - lead] == 1) kept[d] = 1;
    }
    // What comes before is summed also where there is only one of it.
    sum.sizes = kept;
    const Var summed = lead == 0 && kept == x->shape() ? x : g.call(Op::SumTo, {x}, std::move(sum));
    return lead > 0 ? view(g, summed, shape) : summed;
}

Var clone(Autograd& g, const Var& x) { return g.call(Op::Clone, {x}); }

// A copy row by row: of what lies in some other order it is not what clone gives.
Var contiguous(Autograd& g, const Var& x) { return x->isContiguous() ? x : g.call(Op::CloneRows, {x}); }

// PyTorch computes these losses element by element in the memory of their sum, and leaves the rest there.
static bool leavesMore(Op op) {
    return op == Op::MseLoss || op == Op::SmoothL1Loss || op == Op::SoftMarginLoss || op == Op::BinaryCrossEntropy;
}

Var asStrided(Autograd& g, const Var& x, const Sizes& sizes, const Sizes& strides, std::optional<std::int64_t> offset) {
    if (sizes.size() != strides.size()) failRuntime("mismatch in length of strides and shape");
    const std::int64_t start = offset.value_or(x->offset());
    for (const std::int64_t stride : strides) {
        if (stride < 0) failRuntime("as_strided: Negative strides are not supported at the moment, got strides: " + textOf(strides));
    }
    if (start < 0) failRuntime("Tensor: invalid storage offset " + number(start));
    std::int64_t last = start;
    for (std::size_t d = 0; d < sizes.size(); ++d) {
        if (sizes[d] < 0) failRuntime("Trying to create tensor with negative dimension " + number(sizes[d]) + ": " + textOf(sizes));
        last += (sizes[d] - 1) * strides[d];
    }
    const std::int64_t held = x->storage->value.size();
    if (elementCount(sizes) > 0 && last >= held) {
        if (leavesMore(x->node.valid() ? g.tape().op(x->node) : x->madeBy))
            python::unsupported("what lies in memory behind a loss that was reduced");
        const std::int64_t item = x->dtype() == DType::Bool ? 1 : x->dtype() == DType::Float64 || x->dtype() == DType::Int64 ? 8 : 4;
        failRuntime("setStorage: sizes " + textOf(sizes) + ", strides " + textOf(strides) + ", storage offset " + number(start) +
                    ", and itemsize " + number(item) + " requiring a storage size of " + number((last + 1) * item) +
                    " are out of bounds for storage of size " + number(held * item));
    }
    // The attributes are relative to x; its own window may be a part of the storage.
    Attributes a;
    a.sizes = sizes;
    a.more = strides;
    a.n = start - x->offset();
    if (!x->isContiguous()) a.dims = x->strides();
    return g.view(Op::AsStrided, x, {sizes, strides, start}, std::move(a));
}

// --- parts ---

Var select(Autograd& g, const Var& x, std::int64_t dim, std::int64_t index) {
    if (x->dims() == 0) failIndex("select() cannot be applied to a 0-dim tensor.");
    const std::size_t d = wrapped(dim, x->dims());
    const std::int64_t size = x->shape()[d];
    if (index < -size || index >= size) {
        failIndex("select(): index " + number(index) + " out of range for tensor of size " + textOf(x->shape()) + " at dimension " +
                  number(static_cast<std::int64_t>(d)));
    }
    Attributes a = alongDim(d);
    a.n = index < 0 ? index + size : index;
    Window window = selected(windowOf(*x), a.dims[0], a.n);
    return g.view(Op::Select, x, std::move(window), std::move(a));
}

Var slice(Autograd& g, const Var& x, std::int64_t dim, std::int64_t start, std::int64_t end, std::int64_t step) {
    if (x->dims() == 0) failIndex("slice() cannot be applied to a 0-dim tensor.");
    if (step <= 0) failRuntime("slice step must be positive");
    Attributes a = alongDim(wrapped(dim, x->dims()));
    a.n = start;
    a.sizes = {end};
    a.more = {step};
    Window window = sliced(windowOf(*x), a.dims[0], start, end, step);
    return g.view(Op::Slice, x, std::move(window), std::move(a));
}

Var narrow(Autograd& g, const Var& x, std::int64_t dim, std::int64_t start, std::int64_t length) {
    if (x->dims() == 0) failRuntime("narrow() cannot be applied to a 0-dim tensor.");
    const std::size_t d = wrapped(dim, x->dims());
    const std::int64_t size = x->shape()[d];
    if (start != size) start = static_cast<std::int64_t>(wrapped(start, static_cast<std::size_t>(size)));
    if (start > size - length || length < 0) {
        failRuntime("start (" + number(start) + ") + length (" + number(length) + ") exceeds dimension size (" + number(size) + ").");
    }
    return slice(g, x, dim, start, start + length);
}

Var diagonal(Autograd& g, const Var& x, std::int64_t offset, std::int64_t dim1, std::int64_t dim2) {
    Attributes a;
    a.dims = {static_cast<std::int64_t>(wrapped(dim1, x->dims())), static_cast<std::int64_t>(wrapped(dim2, x->dims()))};
    if (a.dims[0] == a.dims[1]) failRuntime("diagonal dimensions cannot be identical " + number(dim1) + ", " + number(dim2));
    a.n = offset;
    Window window = backstep::diagonal(windowOf(*x), offset, a.dims[0], a.dims[1]);
    return g.view(Op::Diagonal, x, std::move(window), std::move(a));
}

Var unfold(Autograd& g, const Var& x, std::int64_t dim, std::int64_t size, std::int64_t step) {
    const std::size_t d = wrapped(dim, x->dims());
    const std::int64_t most = x->dims() == 0 ? 1 : x->shape()[d];
    if (size > most) {
        failRuntime("maximum size for tensor at dimension " + number(static_cast<std::int64_t>(d)) + " is " + number(most) +
                    " but size is " + number(size));
    }
    if (step <= 0) failRuntime("step is " + number(step) + " but must be > 0");
    Attributes a = alongDim(d);
    a.n = size;
    a.more = {step};
    Window window = unfolded(windowOf(*x), a.dims[0], size, step);
    return g.view(Op::Unfold, x, std::move(window), std::move(a));
}

namespace {

std::vector<Var> parts(Autograd& g, Op op, const Var& x, const Sizes& sizes, std::size_t dim) {
    std::vector<Window> windows;
    std::int64_t start = 0;
    for (const std::int64_t size : sizes) {
        windows.push_back(sliced(windowOf(*x), static_cast<std::int64_t>(dim), start, start + size, 1));
        start += size;
    }
    Attributes a = alongDim(dim);
    a.sizes = sizes;
    return g.views(op, x, std::move(windows), std::move(a));
}

}  // namespace

std::vector<Var> split(Autograd& g, const Var& x, std::int64_t size, std::int64_t dim) {
    if (x->dims() == 0) failRuntime("split expects at least a 1-dimensional tensor");
    if (size < 0) failRuntime("split expects split_size be non-negative, but got split_size=" + number(size));
    const std::size_t d = wrapped(dim, x->dims());
    const std::int64_t whole = x->shape()[d];
    if (size == 0 && whole != 0) failRuntime("split_size can only be 0 if dimension size is 0, but got dimension size of " + number(whole));
    Sizes sizes;
    for (std::int64_t left = whole; left > 0; left -= size) sizes.push_back(std::min(size, left));
    if (sizes.empty()) sizes.push_back(0);
    return parts(g, Op::Split, x, sizes, d);
}

std::vector<Var> splitWithSizes(Autograd& g, const Var& x, const Sizes& sizes, std::int64_t dim) {
    if (x->dims() == 0) failRuntime("split expects at least a 1-dimensional tensor");
    const std::size_t d = wrapped(dim, x->dims());
    std::int64_t sum = 0;
    for (const std::int64_t size : sizes) {
        if (size < 0)
            failRuntime("split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes=" + textOf(sizes));
        sum += size;
    }
    if (sum != x->shape()[d]) {
        failRuntime("split_with_sizes expects split_sizes to sum exactly to " + number(x->shape()[d]) +
                    " (input tensor's size at dimension " + number(dim) + "), but got split_sizes=" + textOf(sizes));
    }
    return parts(g, Op::SplitWithSizes, x, sizes, d);
}

std::vector<Var> chunk(Autograd& g, const Var& x, std::int64_t chunks, std::int64_t dim) {
    if (x->dims() == 0) failRuntime("chunk expects at least a 1-dimensional tensor");
    if (chunks <= 0) failRuntime("chunk expects `chunks` to be greater than 0, got: " + number(chunks));
    const std::size_t d = wrapped(dim, x->dims());
    const std::int64_t whole = x->shape()[d];
    const std::int64_t size = (whole + chunks - 1) / chunks;
    if (size == 0) return splitWithSizes(g, x, Sizes(static_cast<std::size_t>(chunks), 0), dim);
    return split(g, x, size, dim);
}

std::vector<Var> tensorSplit(Autograd& g, const Var& x, std::int64_t sections, std::int64_t dim) {
    if (x->dims() == 0) failRuntime("tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims");
    const std::size_t d = wrapped(dim, x->dims());
    if (sections <= 0) failRuntime("number of sections must be larger than 0, got " + number(sections));
    const std::int64_t whole = x->shape()[d];
    std::vector<Var> out;
    std::int64_t start = 0;
    for (std::int64_t i = 0; i < sections; ++i) {
        const std::int64_t size = whole / sections + (i < whole % sections ? 1 : 0);
        out.push_back(slice(g, x, dim, start, start + size));
        start += size;
    }
    return out;
}

std::vector<Var> tensorSplit(Autograd& g, const Var& x, const Sizes& indices, std::int64_t dim) {
    if (x->dims() == 0) failRuntime("tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims");
    const std::size_t d = wrapped(dim, x->dims());
    std::vector<Var> out;
    std::int64_t start = 0;
    for (const std::int64_t end : indices) {
        out.push_back(slice(g, x, dim, start, end));
        start = end;
    }
    out.push_back(slice(g, x, dim, start, x->shape()[d]));
    return out;
}

std::vector<Var> unbind(Autograd& g, const Var& x, std::int64_t dim) {
    const std::size_t d = existing(static_cast<std::int64_t>(wrapped(dim, x->dims())), x);
    std::vector<Window> windows;
    for (std::int64_t i = 0; i < x->shape()[d]; ++i) windows.push_back(selected(windowOf(*x), static_cast<std::int64_t>(d), i));
    return g.views(Op::Unbind, x, std::move(windows), alongDim(d));
}

}  // namespace backstep::ops
