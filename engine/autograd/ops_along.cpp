// SPDX-License-Identifier: GPL-3.0-or-later
// What is read and written by an index along a dimension, by masks and by places, each with its checks in PyTorch's words.
#include <algorithm>
#include <array>

#include "engine/autograd/ops_shape.h"
#include "engine/autograd/ops_words.h"
#include "engine/python/errors.h"
#include "engine/tape/indexing.h"

namespace backstep::ops {

// --- along a dimension ---

namespace {

Operation prepared(Op op, std::vector<Var> operands, std::int64_t dim, const Var& index) {
    Operation out{op, std::move(operands), {}, {index}};
    out.attributes.dims = {dim};
    out.attributes.tensors = {index->value()};
    return out;
}

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

std::int64_t sizeAlong(const Var& x, std::size_t d) { return x->dims() == 0 ? 1 : x->shape()[d]; }

bool isOutside(double i, std::int64_t least, std::int64_t size) { return i < static_cast<double>(least) || i >= static_cast<double>(size); }

bool anyOutside(const Tensor& index, std::int64_t least, std::int64_t size) {
    const auto numbers = index.numbers();
    return std::any_of(numbers.begin(), numbers.end(), [&](double i) { return isOutside(i, least, size); });
}

std::string outOfBounds(double i, std::int64_t dim, std::int64_t size) {
    return "index " + number(static_cast<std::int64_t>(i)) + " is out of bounds for dimension " + number(dim) + " with size " +
           number(size);
}

// One number of the index, where it writes, and what.
struct Written {
    double index = 0;
    std::int64_t place = 0;
    double number = 0;
};

// The writes in their order, until an index lies outside [least, size): `message` says so.
template <class Message>
void stopAt(Operation& op, const std::vector<Written>& writes, std::int64_t least, std::int64_t size, bool adds, Message message) {
    Writer out(op.operands[0]->value());
    const auto stop = std::find_if(writes.begin(), writes.end(), [&](const Written& w) { return isOutside(w.index, least, size); });
    if (stop == writes.end()) return;
    for (auto w = writes.begin(); w != stop; ++w) {
        if (adds) out.add(w->place, w->number);
        else out.put(w->place, w->number);
    }
    op.stopped = Stopped{message(stop->index), true, {}};
    if (stop != writes.begin()) op.stopped->written = out.done().front();
}

// The elements of a scatter's index as PyTorch goes through them (cpu_scatter_gather_base_kernel): row by row along the dimension,
// for each place in the dimensions that its iterator does not join to rows.
std::vector<std::int64_t> orderOfScatter(const Var& x, const Tensor& index, const Var& src, std::size_t d) {
    const TensorShape shape = index.dims() > 0 ? index.shape() : TensorShape{1};
    const std::vector<std::int64_t> strides = contiguousStrides(shape);
    const auto joins = [&](std::size_t k) { return shape[k] == x->shape()[k] && (!src || shape[k] == src->shape()[k]); };
    std::size_t run = shape.size();
    while (run > d + 1 && (run == shape.size() || shape[run] == 1 || joins(run))) --run;
    std::vector<std::size_t> dims;
    for (std::size_t k = 0; k < shape.size(); ++k) {
        if (k == run) dims.push_back(d);
        if (k != d) dims.push_back(k);
    }
    if (run == shape.size()) dims.push_back(d);
    Window window;
    for (const std::size_t k : dims) {
        window.shape.push_back(shape[k]);
        window.strides.push_back(strides[k]);
    }
    return placesOf(window);
}

Operation scatterOf(Op op, const char* function, const Var& x, std::int64_t dim, const Var& index, const Var& src, double value = 0) {
    const std::size_t d = wrapped(dim, x->dims());
    const auto along = static_cast<std::int64_t>(d);
    if (index->size() != 0 && index->dtype() != DType::Int64) failRuntime(std::string(function) + "(): Expected dtype int64 for index");
    if (src && src->dtype() != x->dtype()) failRuntime(std::string(function) + "(): Expected self.dtype to be equal to src.dtype");
    checkIndex(index, function, "self", x, along, false, src);
    Operation out = prepared(op, src ? std::vector{x, src} : std::vector{x}, along, index);
    out.attributes.number = value;
    const Tensor& places = out.attributes.tensors[0];
    const std::int64_t size = sizeAlong(x, d);
    if (!anyOutside(places, 0, size)) return out;
    const std::vector<std::int64_t> to = placesAlong(x->shape(), places, along);
    std::vector<std::int64_t> from(to.size(), 0);
    if (src && src->dims() > 0) from = placesOf({places.dims() > 0 ? places.shape() : TensorShape{1}, contiguousStrides(src->shape()), 0});
    std::vector<Written> writes;
    for (const std::int64_t i : orderOfScatter(x, places, src, d)) {
        const auto k = static_cast<std::size_t>(i);
        writes.push_back({places.at(i), to[k], src ? src->value().at(from[k]) : value});
    }
    stopAt(out, writes, 0, size, op == Op::ScatterAdd, [&](double i) { return outOfBounds(i, along, size); });
    out.stopped->ofIndex = false;
    return out;
}

}  // namespace

Operation gather(const Var& x, std::int64_t dim, const Var& index) {
    const std::size_t d = wrapped(dim, x->dims());
    checkIndex(index, "gather", "input", x, static_cast<std::int64_t>(d), true, {});
    const Tensor places = index->value();
    for (const double i : places.numbers()) {
        if (isOutside(i, 0, sizeAlong(x, d))) failRuntime(outOfBounds(i, static_cast<std::int64_t>(d), sizeAlong(x, d)));
    }
    return prepared(Op::Gather, {x}, static_cast<std::int64_t>(d), index);
}

Operation scatter(const Var& x, std::int64_t dim, const Var& index, const Var& src) {
    return scatterOf(Op::Scatter, "scatter", x, dim, index, src);
}

Operation scatter(const Var& x, std::int64_t dim, const Var& index, double value) {
    return scatterOf(Op::ScatterValue, "scatter", x, dim, index, {}, value);
}

Operation scatterAdd(const Var& x, std::int64_t dim, const Var& index, const Var& src) {
    return scatterOf(Op::ScatterAdd, "scatter", x, dim, index, src);
}

void Stopped::fail() const {
    if (ofIndex) failIndex(message);
    failRuntime(message);
}

Var Operation::call(Autograd& g) const {
    if (stopped) stopped->fail();
    return g.call(op, operands, attributes, kept);
}

Var Operation::inplace(Autograd& g) const {
    refuseOverlap();
    if (stopped && stopped->written) {
        const Var& self = operands[0];
        g.assign(self, *stopped->written);
        --(self->ownVersion ? *self->ownVersion : self->storage->version);  // PyTorch counts a change where it has ended
    }
    if (stopped) stopped->fail();
    g.inplace(op, operands, attributes, kept);
    return operands[0];
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

namespace {

// What an operation on whole slices writes, in PyTorch's order: row by row; index_add: slice by slice.
template <class Number>
std::vector<Written> writesOfSlices(const Operation& op, bool bySlice, Number number) {
    const Var& x = op.operands[0];
    const Tensor& index = op.attributes.tensors[0];
    TensorShape shape;
    std::vector<std::int64_t> places = placesOfSlices(x->shape(), index, op.attributes.dims[0], shape);
    if (x->dims() == 0) {
        places.assign(static_cast<std::size_t>(index.size()), 0);
        shape = {index.size()};
    }
    const std::vector<std::int64_t> strides = contiguousStrides(shape);
    const auto d = static_cast<std::size_t>(op.attributes.dims[0]);
    Window window{shape, strides, 0};
    if (bySlice) {
        const auto first = static_cast<std::ptrdiff_t>(d);
        std::rotate(window.shape.begin(), window.shape.begin() + first, window.shape.begin() + first + 1);
        std::rotate(window.strides.begin(), window.strides.begin() + first, window.strides.begin() + first + 1);
    }
    std::vector<Written> writes;
    for (const std::int64_t i : placesOf(window))
        writes.push_back({index.at(i / strides[d] % shape[d]), places[static_cast<std::size_t>(i)], number(i)});
    return writes;
}

}  // namespace

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
    Operation out = prepared(Op::IndexAdd, {x, source}, static_cast<std::int64_t>(d), index);
    out.attributes.number = alpha;
    const std::int64_t size = sizeAlong(x, d);
    if (!anyOutside(out.attributes.tensors[0], 0, size)) return out;
    Tensor added = source->value();
    if (source->dims() > 1) {
        TensorShape wide = x->shape();
        wide[d] = index->size();
        added = added.expandedTo(wide);
    }
    const auto writes = writesOfSlices(out, x->dims() > 1, [&](std::int64_t i) { return rounded(added.at(i) * alpha, x->dtype()); });
    stopAt(out, writes, 0, size, true, [](double) { return std::string("index out of range in self"); });
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
    Operation out = prepared(value->isNumber ? Op::IndexFill : Op::IndexFillTensor, {x}, static_cast<std::int64_t>(d), index);
    if (value->isNumber) out.attributes.number = value->item();
    else out.operands.push_back(value);
    const std::int64_t size = sizeAlong(x, d);
    if (!anyOutside(out.attributes.tensors[0], -size, size)) return out;
    const auto writes = writesOfSlices(out, false, [&](std::int64_t) { return value->item(); });
    stopAt(out, writes, -size, size, false, [&](double i) { return outOfBounds(i, static_cast<std::int64_t>(d), size); });
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
    Operation out = prepared(Op::IndexCopy, {x, source}, static_cast<std::int64_t>(d), index);
    const std::int64_t size = sizeAlong(x, d);
    if (!anyOutside(out.attributes.tensors[0], 0, size)) return out;
    const auto writes = writesOfSlices(out, false, [&](std::int64_t i) { return source->value().at(i); });
    stopAt(out, writes, 0, size, false, [&](double i) { return "index_copy_(): " + outOfBounds(i, static_cast<std::int64_t>(d), size); });
    return out;
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

Operation flat(Op op, std::vector<Var> operands, const Var& index, const char* function, bool accumulate = false) {
    const std::int64_t size = operands[0]->size();
    if (index->dtype() != DType::Int64)
        failRuntime(std::string(function) + "(): Expected a long tensor for index, but got " + typeWord(index->dtype()));
    if (size == 0 && index->size() != 0) failIndex(std::string(function) + "(): tried to take from an empty tensor");
    Operation out{op, std::move(operands), {}, {index}};
    out.attributes.tensors = {index->value()};
    out.attributes.flag = accumulate;
    const Tensor& places = out.attributes.tensors[0];
    if (!anyOutside(places, -size, size)) return out;
    std::vector<Written> writes;
    for (std::int64_t i = 0; i < places.size(); ++i) {
        const double at = places.at(i);
        const double from = out.operands.size() > 1 ? out.operands[1]->value().at(i) : 0;
        writes.push_back({at, static_cast<std::int64_t>(at < 0 ? at + static_cast<double>(size) : at), from});
    }
    stopAt(out, writes, -size, size, accumulate, [&](double i) {
        return "out of range: tried to access index " + number(static_cast<std::int64_t>(i)) + " on a tensor of " + number(size) +
               " elements.";
    });
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
    return flat(Op::Put, {x, source}, index, "put_", accumulate);
}

}  // namespace backstep::ops
