// SPDX-License-Identifier: GPL-3.0-or-later
// Long because one function an operation, each with its checks in PyTorch's words.
// Joining, turning, and what is read and written by indices and masks.
#include <algorithm>
#include <array>

#include "engine/autograd/ops_shape.h"
#include "engine/python/errors.h"

namespace backstep::ops {
namespace {

std::string number(std::int64_t n) { return std::to_string(n); }
std::string count(std::size_t n) { return std::to_string(n); }

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

bool isSkipped(const Var& v) { return v->dims() == 1 && v->size() == 0; }

void checkSize(Autograd& g, const TensorShape& shape) {
    if (g.host().checkSize) g.host().checkSize(shape);
}

Operation prepared(Op op, std::vector<Var> operands, std::int64_t dim, const Var& index) {
    Operation out{op, std::move(operands), {}, {index}};
    out.attributes.dims = {dim};
    out.attributes.tensors = {index->value()};
    return out;
}

[[noreturn]] void sizesDiffer(const TensorShape& a, const TensorShape& b) {
    for (std::size_t back = 1; back <= std::min(a.size(), b.size()); ++back) {
        const std::int64_t x = a[a.size() - back];
        const std::int64_t y = b[b.size() - back];
        if (x == y || x == 1 || y == 1) continue;
        failRuntime("The size of tensor a (" + number(x) + ") must match the size of tensor b (" + number(y) +
                    ") at non-singleton dimension " + count(std::max(a.size(), b.size()) - back));
    }
    failRuntime("The sizes of the tensors do not match");
}

}  // namespace

// --- joining ---

Var cat(Autograd& g, const std::vector<Var>& tensors, std::int64_t dim) {
    if (tensors.empty()) failRuntime("torch.cat(): expected a non-empty list of Tensors");
    std::size_t first = tensors.size();
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        if (tensors[i]->dims() == 0) failRuntime("zero-dimensional tensor (at position " + count(i) + ") cannot be concatenated");
        if (first == tensors.size() && !isSkipped(tensors[i])) first = i;
    }
    const Var& model = tensors[first == tensors.size() ? 0 : first];
    // Nothing but empty vectors: PyTorch does not look along which dimension they are joined.
    const std::size_t d = first == tensors.size() ? 0 : wrapped(dim, model->dims());
    TensorShape shape = model->shape();
    for (std::size_t i = first + 1; i < tensors.size(); ++i) {
        const Var& v = tensors[i];
        if (isSkipped(v)) continue;
        if (v->dims() != model->dims()) {
            failRuntime("Tensors must have same number of dimensions: got " + count(model->dims()) + " and " + count(v->dims()));
        }
        for (std::size_t k = 0; k < v->dims(); ++k) {
            if (k == d || v->shape()[k] == model->shape()[k]) continue;
            failRuntime("Sizes of tensors must match except in dimension " + count(d) + ". Expected size " + number(model->shape()[k]) +
                        " but got size " + number(v->shape()[k]) + " for tensor number " + count(i) + " in the list.");
        }
        shape[d] += v->shape()[d];
    }
    checkSize(g, shape);
    Attributes a;
    a.dims = {static_cast<std::int64_t>(d)};
    return g.call(Op::Cat, tensors, std::move(a));
}

Var stack(Autograd& g, const std::vector<Var>& tensors, std::int64_t dim) {
    if (tensors.empty()) failRuntime("stack expects a non-empty TensorList");
    Attributes a;
    a.dims = {static_cast<std::int64_t>(wrapped(dim, tensors[0]->dims() + 1))};
    for (std::size_t i = 1; i < tensors.size(); ++i) {
        if (tensors[i]->shape() == tensors[0]->shape()) continue;
        failRuntime("stack expects each tensor to be equal size, but got " + textOf(tensors[0]->shape()) + " at entry 0 and " +
                    textOf(tensors[i]->shape()) + " at entry " + count(i));
    }
    TensorShape shape = tensors[0]->shape();
    shape.push_back(static_cast<std::int64_t>(tensors.size()));
    checkSize(g, shape);
    return g.call(Op::Stack, tensors, std::move(a));
}

Var repeat(Autograd& g, const Var& x, const Sizes& times) {
    if (times.size() < x->dims()) failRuntime("Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor");
    TensorShape shape = times;
    for (std::size_t d = 0; d < x->dims(); ++d) shape[d + times.size() - x->dims()] *= x->shape()[d];
    for (const std::int64_t size : shape) {
        if (size < 0) failRuntime("Trying to create tensor with negative dimension " + number(size) + ": " + textOf(shape));
    }
    checkSize(g, shape);
    Attributes a;
    a.sizes = times;
    return g.call(Op::Repeat, {x}, std::move(a));
}

// --- turning ---

Var flip(Autograd& g, const Var& x, const Sizes& dims) {
    Attributes a;
    for (const std::int64_t dim : dims) {
        const auto d = static_cast<std::int64_t>(wrapped(dim, x->dims()));
        if (std::find(a.dims.begin(), a.dims.end(), d) != a.dims.end())
            failRuntime("dim " + number(d) + " appears multiple times in the list of dims");
        a.dims.push_back(d);
    }
    return g.call(Op::Flip, {x}, std::move(a));
}

Var roll(Autograd& g, const Var& x, const Sizes& shifts, const Sizes& dims) {
    if (shifts.empty()) failRuntime("`shifts` required");
    if (shifts.size() != dims.size() && !(dims.empty() && shifts.size() == 1)) {
        failRuntime("shifts and dimensions must align. shifts: " + count(shifts.size()) + ", dims:" + count(dims.size()));
    }
    Attributes a;
    a.sizes = shifts;
    if (x->size() == 0) {  // nothing to turn: PyTorch does not look at the dimensions
        a.sizes = {0};
    } else {
        for (const std::int64_t dim : dims) a.dims.push_back(static_cast<std::int64_t>(existing(dim, x)));
    }
    return g.call(Op::Roll, {x}, std::move(a));
}

Var rot90(Autograd& g, const Var& x, std::int64_t times, const Sizes& dims) {
    const auto n = static_cast<std::int64_t>(x->dims());
    if (dims.size() != 2) failRuntime("expected total rotation dims == 2, but got dims = " + count(dims.size()));
    if (n < 2) failRuntime("expected total dims >= 2, but got total dims = " + number(n));
    if (dims[0] == dims[1] || std::abs(dims[0] - dims[1]) == n) {
        failRuntime("expected rotation dims to be different, but got dim0 = " + number(dims[0]) + " and dim1 = " + number(dims[1]));
    }
    for (std::size_t k = 0; k < 2; ++k) {
        if (dims[k] >= n || dims[k] < -n)
            failRuntime("Rotation dim" + count(k) + " out of range, dim" + count(k) + " = " + number(dims[k]));
    }
    Attributes a;
    a.n = times;
    a.dims = {static_cast<std::int64_t>(wrapped(dims[0], x->dims())), static_cast<std::int64_t>(wrapped(dims[1], x->dims()))};
    const Var out = g.call(Op::Rot90, {x}, a);
    // It is flipped, where it lies as x does, and then seen transposed.
    Window window{x->shape(), commonStrides({windowOf(*x)}, x->shape()), 0};
    if (times % 2 != 0) window = transposed(std::move(window), a.dims[0], a.dims[1]);
    if (!isContiguous(window)) g.relayout(out, window.strides);
    return out;
}

Var diag(Autograd& g, const Var& x, std::int64_t offset) {
    if (x->dims() != 1 && x->dims() != 2) failRuntime("matrix or a vector expected");
    if (x->dims() == 1) checkSize(g, {x->size() + std::abs(offset), x->size() + std::abs(offset)});
    Attributes a;
    a.n = offset;
    return g.call(Op::Diag, {x}, std::move(a));
}

Var diagEmbed(Autograd& g, const Var& x, std::int64_t offset, std::int64_t dim1, std::int64_t dim2) {
    Attributes a;
    a.n = offset;
    a.dims = {static_cast<std::int64_t>(wrapped(dim1, x->dims() + 1)), static_cast<std::int64_t>(wrapped(dim2, x->dims() + 1))};
    if (a.dims[0] == a.dims[1]) failRuntime("diagonal dimensions cannot be identical " + number(dim1) + ", " + number(dim2));
    TensorShape shape = x->shape();
    if (!shape.empty()) shape.push_back(shape.back() + std::abs(offset));
    checkSize(g, shape);
    return g.call(Op::DiagEmbed, {x}, std::move(a));
}

Var triangle(Autograd& g, const Var& x, std::int64_t diagonal, bool upper) {
    if (x->size() > 0) static_cast<void>(existing(-2, x));
    Attributes a;
    a.n = diagonal;
    return g.call(upper ? Op::Triu : Op::Tril, {x}, std::move(a));
}

// --- along a dimension ---

namespace {

// gather and scatter: as many dimensions, and not larger than self but along the dimension itself.
void checkIndex(const Var& index, const char* function, const char* than, const Var& x, std::int64_t d, bool ofGather, const Var& src) {
    if (index->size() == 0) return;
    if (index->dtype() != DType::Int64) failRuntime(std::string(function) + "(): Expected dtype int64 for index");
    const auto dims = [](const Var& v) { return std::max<std::size_t>(v->dims(), 1); };
    const auto size = [](const Var& v, std::size_t k) { return v->dims() == 0 ? 1 : v->shape()[k]; };
    if (dims(index) != dims(x)) failRuntime(std::string("Index tensor must have the same number of dimensions as ") + than + " tensor");
    if (src && dims(index) != dims(src)) failRuntime("Index tensor must have the same number of dimensions as src tensor");
    for (std::size_t k = 0; k < dims(x); ++k) {
        const bool wide = static_cast<std::int64_t>(k) != d && size(index, k) > size(x, k);
        if (ofGather && wide) {
            failRuntime("Size does not match at dimension " + count(k) + " expected index " + textOf(index->shape()) +
                        " to be smaller than self " + textOf(x->shape()) + " apart from dimension " + number(d));
        }
        if (!ofGather && (wide || (src && size(index, k) > size(src, k)))) {
            failRuntime("Expected index " + textOf(index->shape()) + " to be smaller than self " + textOf(x->shape()) +
                        " apart from dimension " + number(d) + (src ? " and to be smaller size than src " + textOf(src->shape()) : ""));
        }
    }
}

void checkBounds(const Tensor& index, std::int64_t size, std::int64_t dim) {
    for (const double i : index.numbers()) {
        if (i >= 0 && i < static_cast<double>(size)) continue;
        failRuntime("index " + number(static_cast<std::int64_t>(i)) + " is out of bounds for dimension " + number(dim) + " with size " +
                    number(size));
    }
}

std::int64_t sizeAlong(const Var& x, std::size_t d) { return x->dims() == 0 ? 1 : x->shape()[d]; }

Operation scatterOf(Op op, const char* function, const Var& x, std::int64_t dim, const Var& index, const Var& src) {
    const std::size_t d = wrapped(dim, x->dims());
    const auto along = static_cast<std::int64_t>(d);
    if (index->size() != 0 && index->dtype() != DType::Int64) failRuntime(std::string(function) + "(): Expected dtype int64 for index");
    if (src && src->dtype() != x->dtype()) failRuntime(std::string(function) + "(): Expected self.dtype to be equal to src.dtype");
    checkIndex(index, function, "self", x, along, false, src);
    checkBounds(index->value(), sizeAlong(x, d), along);
    return prepared(op, src ? std::vector{x, src} : std::vector{x}, along, index);
}

}  // namespace

Operation gather(const Var& x, std::int64_t dim, const Var& index) {
    const std::size_t d = wrapped(dim, x->dims());
    checkIndex(index, "gather", "input", x, static_cast<std::int64_t>(d), true, {});
    checkBounds(index->value(), sizeAlong(x, d), static_cast<std::int64_t>(d));
    return prepared(Op::Gather, {x}, static_cast<std::int64_t>(d), index);
}

Operation scatter(const Var& x, std::int64_t dim, const Var& index, const Var& src) {
    return scatterOf(Op::Scatter, "scatter", x, dim, index, src);
}

Operation scatter(const Var& x, std::int64_t dim, const Var& index, double value) {
    Operation out = scatterOf(Op::ScatterValue, "scatter", x, dim, index, {});
    out.attributes.number = value;
    return out;
}

Operation scatterAdd(const Var& x, std::int64_t dim, const Var& index, const Var& src) {
    return scatterOf(Op::ScatterAdd, "scatter", x, dim, index, src);
}

void Operation::refuseOverlap() const {
    if (op == Op::MaskedFill || op == Op::MaskedFillTensor) {
        const auto wide = broadcastShapes(operands[0]->shape(), attributes.tensors[0].shape());
        if (wide && *wide != operands[0]->shape()) {
            failRuntime("output with shape " + textOf(operands[0]->shape()) + " doesn't match the broadcast shape " + textOf(*wide));
        }
    }
    constexpr std::array kChecked{Op::IndexAdd, Op::IndexCopy, Op::Scatter, Op::ScatterAdd, Op::Put, Op::IndexPut, Op::IndexPutImpl};
    if (std::find(kChecked.begin(), kChecked.end(), op) == kChecked.end()) return;
    const Var& self = operands[0];
    for (std::size_t i = 1; i < operands.size(); ++i) {
        const Var& other = operands[i];
        if (other->storage != self->storage || other->size() == 0 || !isDense(windowOf(*self)) || !isDense(windowOf(*other))) continue;
        if (self->offset() >= other->offset() + other->size() || other->offset() >= self->offset() + self->size()) continue;
        failRuntime(
            "unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. Please "
            "clone() the tensor before performing the operation.");
    }
}

Operation indexSelect(const Var& x, std::int64_t dim, const Var& index) {
    const std::size_t d = wrapped(dim, x->dims());
    if (index->dims() > 1) failIndex("index_select(): Index is supposed to be a vector");
    if (index->dtype() != DType::Int64 && index->dtype() != DType::Int32)
        failRuntime("index_select(): Expected dtype int32 or int64 for index");
    const Tensor places = index->value();
    const bool ofNothing = x->dims() > 1 && x->size() == 0;
    if (ofNothing && index->size() > 0 && sizeAlong(x, d) == 0) failRuntime("index_select(): self indexing axis dim should be positive");
    for (const double i : places.numbers()) {
        if (i >= 0 && i < static_cast<double>(sizeAlong(x, d))) continue;
        // PyTorch goes another way along the second dimension.
        if (d == 1 || ofNothing)
            failRuntime("INDICES element is out of DATA bounds, id=" + number(static_cast<std::int64_t>(i)) +
                        " axis_dim=" + number(sizeAlong(x, d)));
        failIndex("index out of range in self");
    }
    if (x->dims() == 0 && index->size() != 1) python::unsupported("index_select of a number at several places", "Tensor.expand");
    return prepared(Op::IndexSelect, {x}, static_cast<std::int64_t>(d), index);
}

Operation indexAdd(const Var& x, std::int64_t dim, const Var& index, const Var& source, double alpha) {
    const std::size_t d = wrapped(dim, x->dims());
    if (index->dims() > 1)
        failIndex("index_add_(): Index is supposed to be a vector, but got dim: " + count(index->dims()) +
                  " with type: " + typeWord(index->dtype()) + " and size: " + textOf(index->shape()));
    if (index->dtype() != DType::Int64 && index->dtype() != DType::Int32)
        failRuntime("index_add_(): Expected dtype int32/int64 for index but got: " + std::string(typeWord(index->dtype())));
    if (x->dtype() != source->dtype()) {
        failRuntime(std::string("index_add_(): self (") + typeWord(x->dtype()) + ") and source (" + typeWord(source->dtype()) +
                    ") must have the same scalar type");
    }
    if (d > 0 && d >= source->dims())
        failRuntime("index_add_(): Indexing dim " + count(d) + " is out of bounds of the source tensor with dim " + count(source->dims()));
    const std::int64_t along = source->dims() == 0 ? 1 : source->shape()[d];
    if (index->size() != along) {
        if (source->dims() == 0) failIndex("Dimension specified as 0 but tensor has no dimensions");
        failRuntime("index_add_(): Number of indices (" + number(index->size()) + ") should be equal to source.size(dim): (" +
                    number(along) + "), for dim: " + count(d));
    }
    if (x->dims() <= 1 && source->dims() > 1) {
        failRuntime("source.dim() (" + count(source->dims()) + ") must one or zero for given self.dim() (" + count(x->dims()) + ")");
    }
    if (x->dims() > 1 && source->dims() == 0) failIndex("select() cannot be applied to a 0-dim tensor.");
    if (x->dims() > 1 && source->dims() != x->dims()) {
        python::unsupported("index_add of a source with another number of dimensions",
                            "give the source as many dimensions as the tensor has");
    }
    if (x->dims() > 1) {  // slice by slice, which broadcast
        TensorShape slice = x->shape();
        TensorShape added = source->shape();
        slice.erase(slice.begin() + static_cast<std::ptrdiff_t>(d));
        added.erase(added.begin() + static_cast<std::ptrdiff_t>(d));
        const auto both = broadcastShapes(slice, added);
        if (!both) sizesDiffer(slice, added);
        if (*both != slice) failRuntime("output with shape " + textOf(slice) + " doesn't match the broadcast shape " + textOf(*both));
    }
    const Tensor places = index->value();
    for (const double i : places.numbers()) {
        if (i < 0 || i >= static_cast<double>(sizeAlong(x, d))) failIndex("index out of range in self");
    }
    Operation out = prepared(Op::IndexAdd, {x, source}, static_cast<std::int64_t>(d), index);
    out.attributes.number = alpha;
    return out;
}

Operation indexFill(const Var& x, std::int64_t dim, const Var& index, const Var& value) {
    const std::size_t d = wrapped(dim, x->dims());
    if (index->dtype() != DType::Int64) failIndex("index_fill_(): Expected dtype int64 for index.");
    if (index->dims() > 1) failRuntime("Index has to be a vector/scalar");
    if (!value->isNumber && value->dims() != 0) {
        failRuntime("index_fill_ only supports a 0-dimensional value tensor, but got tensor with " + count(value->dims()) +
                    " dimension(s).");
    }
    const std::int64_t size = sizeAlong(x, d);
    const Tensor places = index->value();
    for (const double i : places.numbers()) {
        if (i < static_cast<double>(-size) || i >= static_cast<double>(size)) {
            failIndex("index " + number(static_cast<std::int64_t>(i)) + " is out of bounds for dimension " + count(d) + " with size " +
                      number(size));
        }
    }
    Operation out = prepared(value->isNumber ? Op::IndexFill : Op::IndexFillTensor, {x}, static_cast<std::int64_t>(d), index);
    if (value->isNumber) out.attributes.number = value->item();
    else out.operands.push_back(value);
    return out;
}

Operation indexCopy(const Var& x, std::int64_t dim, const Var& index, const Var& source) {
    const std::size_t d = wrapped(dim, x->dims());
    if (index->dims() > 1) failIndex("index_copy_(): Index should have dimension 1 or 0 (got " + count(index->dims()) + ")");
    if (index->dtype() != DType::Int64)
        failIndex("index_copy_(): Expected a long tensor for index, but got " + std::string(typeWord(index->dtype())));
    if (x->dtype() != source->dtype())
        failRuntime(std::string("index_copy_(): self and source expected to have the same dtype, but got (self) ") + typeWord(x->dtype()) +
                    " and (source) " + typeWord(source->dtype()));
    const std::int64_t along = source->dims() == 0 ? 1 : source->shape().at(d);
    if (index->size() != along) {
        failIndex("index_copy_(): Number of indices (" + number(index->size()) + ") should be equal to source.size(dim) (" + number(along) +
                  ")");
    }
    const Tensor places = index->value();
    for (const double i : places.numbers()) {
        if (i >= 0 && i < static_cast<double>(sizeAlong(x, d))) continue;
        failIndex("index_copy_(): index " + number(static_cast<std::int64_t>(i)) + " is out of bounds for dimension " + count(d) +
                  " with size " + number(sizeAlong(x, d)));
    }
    return prepared(Op::IndexCopy, {x, source}, static_cast<std::int64_t>(d), index);
}

// --- masks ---

namespace {

Operation masked(Op op, std::vector<Var> operands, const Var& mask) {
    if (!broadcastShapes(mask->shape(), operands[0]->shape())) sizesDiffer(mask->shape(), operands[0]->shape());
    Operation out{op, std::move(operands), {}, {mask}};
    out.attributes.tensors = {mask->value()};
    return out;
}

}  // namespace

Operation maskedSelect(const Var& x, const Var& mask) {
    if (mask->dtype() != DType::Bool) failRuntime("masked_select: expected BoolTensor or ByteTensor for mask");
    if (!broadcastShapes(mask->shape(), x->shape())) sizesDiffer(mask->shape(), x->shape());
    return masked(Op::MaskedSelect, {x}, mask);
}

Operation maskedFill(const Var& x, const Var& mask, const Var& value) {
    if (!value->isNumber && value->dims() != 0) {
        failRuntime("masked_fill_ only supports a 0-dimensional value tensor, but got tensor with " + count(value->dims()) +
                    " dimension(s).");
    }
    Operation out = masked(value->isNumber ? Op::MaskedFill : Op::MaskedFillTensor, {x}, mask);
    if (value->isNumber) out.attributes.number = value->item();
    else out.operands.push_back(value);
    return out;
}

Operation maskedScatter(const Var& x, const Var& mask, const Var& source) {
    if (x->dtype() != source->dtype()) {
        failRuntime(std::string("masked_scatter: expected self and source to have same dtypes but gotFloat and ") +
                    typeWord(source->dtype()));
    }
    Operation out = masked(Op::MaskedScatter, {x, source}, mask);
    const TensorShape shape = broadcastShapes(x->shape(), mask->shape()).value();
    const Tensor full = mask->value().expandedTo(shape);
    const auto ones = std::count_if(full.numbers().begin(), full.numbers().end(), [](double m) { return m != 0; });
    if (source->size() < ones) failRuntime("Number of elements of source < number of ones in mask");
    return out;
}

// --- places ---

namespace {

Operation flat(Op op, std::vector<Var> operands, const Var& index, const char* function) {
    const std::int64_t size = operands[0]->size();
    if (index->dtype() != DType::Int64)
        failRuntime(std::string(function) + "(): Expected a long tensor for index, but got " + typeWord(index->dtype()));
    if (size == 0 && index->size() != 0) failIndex(std::string(function) + "(): tried to take from an empty tensor");
    const Tensor places = index->value();
    for (const double i : places.numbers()) {
        if (i >= static_cast<double>(-size) && i < static_cast<double>(size)) continue;
        failIndex("out of range: tried to access index " + number(static_cast<std::int64_t>(i)) + " on a tensor of " + number(size) +
                  " elements.");
    }
    Operation out{op, std::move(operands), {}, {index}};
    out.attributes.tensors = {index->value()};
    return out;
}

}  // namespace

Operation take(const Var& x, const Var& index) { return flat(Op::Take, {x}, index, "take"); }

Operation put(const Var& x, const Var& index, const Var& source, bool accumulate) {
    if (index->size() != source->size()) {
        failIndex("put_(): Expected source and index to have the same number of elements, but got source.numel() = " +
                  number(source->size()) + ", index.numel() = " + number(index->size()));
    }
    if (x->dtype() != source->dtype())
        failRuntime("put_(): self and source expected to have the same dtype, but got self.dtype = " + std::string(typeWord(x->dtype())) +
                    " and source.dtype = " + typeWord(source->dtype()));
    Operation out = flat(Op::Put, {x, source}, index, "put_");
    out.attributes.flag = accumulate;
    return out;
}

void copyInto(Autograd& g, const Var& self, const Var& value) {
    if (self->shape() == value->shape()) return g.inplace(Op::CopyInto, std::array{self, value});
    if (value->dims() == 0) return g.inplace(Op::FillWith, std::array{self, value});
    // Dimensions of size 1 in front do not count; where there are none, it is a view all the same.
    Sizes shape = value->shape();
    while (!shape.empty() && shape.front() == 1) shape.erase(shape.begin());
    const Var from = view(g, value, shape);
    const Var wide = from->shape() == self->shape() ? from : expand(g, from, self->shape());
    g.inplace(Op::CopyInto, std::array{self, wide});
}

}  // namespace backstep::ops
