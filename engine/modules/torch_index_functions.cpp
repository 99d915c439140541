// SPDX-License-Identifier: GPL-3.0-or-later
// gather, scatter, masked_fill and their kin; what finds places: nonzero, bincount, searchsorted …
#include <algorithm>
#include <cmath>

#include "engine/autograd/ops_shape.h"
#include "engine/modules/torch_given.h"
#include "engine/modules/torch_index.h"

namespace backstep::modules {
namespace {

using Prepare = std::function<ops::Operation(Given&)>;

// torch.NAME, Tensor.NAME, and Tensor.NAME_ that does the same in place.
void defineThree(Interpreter& vm, const std::string& name, const std::string& parameters, const Prepare& prepare) {
    defineShared(vm, name, parameters, [prepare](Given& in) { return toValue(prepare(in).call(in.g)); });
    const bool masks = name == "masked_fill";
    defineTensorMethod(vm, name + "_", parameters, [prepare, masks](Given& in) {
        const Var self = in.self();
        in.g.checkChange(std::array{self});
        // The mask is spread over what is filled: of sizes that do not fit, those come first.
        if (masks && in.has(1) && isTensor(in.vm, in.a[1])) static_cast<void>(broadcastOf(std::array{self, asVar(in.a[1])}));
        return toValue(prepare(in).inplace(in.g));
    });
}

ops::Operation scatterOf(Given& in) {
    const Var x = in.self();
    const std::int64_t dim = in.integer(1, "dim");
    const Var index = in.tensor(2, "index");
    const Value& src = in.a.given(4) ? in.a[4] : in.a[3];
    if (src.isEmpty()) in.missing("\"src\"");
    if (in.has(5)) {
        const std::string& how = in.a.text(5);
        if (how != "add") python::unsupported("scatter with reduce='" + how + "'", "scatter_add");
        if (x->requiresGrad || (isTensor(in.vm, src) && asVar(src)->requiresGrad))
            python::unsupported("the gradient of scatter with reduce", "scatter_add");
        Var from = in.tensorOrNumber(in.a.given(4) ? 4 : 3, "src");
        if (from->isNumber) from = in.g.make(Tensor::filled(index->shape(), from->item(), x->dtype()));
        return ops::scatterAdd(x, dim, index, from);
    }
    if (isTensor(in.vm, src)) return ops::scatter(x, dim, index, asVar(src));
    return ops::scatter(x, dim, index, in.tensorOrNumber(in.a.given(4) ? 4 : 3, "value")->item());
}

void defineAlong(Interpreter& vm) {
    defineShared(vm, "gather", "dim=..., index=..., *, sparse_grad=False",
                 [](Given& in) { return toValue(ops::gather(in.self(), in.integer(1, "dim"), in.tensor(2, "index")).call(in.g)); });
    defineThree(vm, "scatter", "dim=..., index=..., src=..., *, value=..., reduce=None", scatterOf);
    defineThree(vm, "scatter_add", "dim=..., index=..., src=...",
                [](Given& in) { return ops::scatterAdd(in.self(), in.integer(1, "dim"), in.tensor(2, "index"), in.tensor(3, "src")); });
    defineShared(vm, "index_select", "dim=..., index=...",
                 [](Given& in) { return toValue(ops::indexSelect(in.self(), in.integer(1, "dim"), in.tensor(2, "index")).call(in.g)); });
    defineThree(vm, "index_add", "dim=..., index=..., source=..., *, alpha=1", [](Given& in) {
        return ops::indexAdd(in.self(), in.integer(1, "dim"), in.tensor(2, "index"), in.tensor(3, "source"), in.a.number(4));
    });
    defineThree(vm, "index_fill", "dim=..., index=..., value=...", [](Given& in) {
        return ops::indexFill(in.self(), in.integer(1, "dim"), in.tensor(2, "index"), in.tensorOrNumber(3, "value"));
    });
    defineThree(vm, "index_copy", "dim=..., index=..., source=...",
                [](Given& in) { return ops::indexCopy(in.self(), in.integer(1, "dim"), in.tensor(2, "index"), in.tensor(3, "source")); });
    defineShared(vm, "take_along_dim", "indices=..., dim=None", [](Given& in) {
        const Var x = in.self();
        const Var index = in.tensor(1, "indices");
        if (index->dtype() != DType::Int64) {
            failRuntime("torch.take_along_dim(): dtype of indices should be Long but got " + dtypeWord(index->dtype()));
        }
        if (!in.has(2)) return toValue(ops::gather(ops::view(in.g, x, {-1}), 0, ops::view(in.g, index, {-1})).call(in.g));
        if (index->dims() != x->dims()) {
            failRuntime("torch.take_along_dim(): input and indices should have the same number of dimensions, but got " +
                        std::to_string(x->dims()) + " dimensions for input, and " + std::to_string(index->dims()) +
                        " dimensions for indices");
        }
        const std::size_t d = ops::existing(static_cast<std::int64_t>(ops::wrapped(in.integer(2, "dim"), x->dims())), x);
        // The two broadcast against each other in all other dimensions.
        TensorShape ofX = x->shape(), ofIndex = index->shape();
        ofX[d] = ofIndex[d] = 1;
        const auto both = broadcastShapes(ofX, ofIndex);
        if (!both) failRuntime("The size of tensor a must match the size of tensor b");
        ofX = ofIndex = *both;
        ofX[d] = x->shape()[d];
        ofIndex[d] = index->shape()[d];
        return toValue(ops::gather(ops::expand(in.g, x, ofX), static_cast<std::int64_t>(d), ops::expand(in.g, index, ofIndex)).call(in.g));
    });
}

void definePlaces(Interpreter& vm) {
    defineShared(vm, "masked_select", "mask=...",
                 [](Given& in) { return toValue(ops::maskedSelect(in.self(), in.tensor(1, "mask")).call(in.g)); });
    defineThree(vm, "masked_fill", "mask=..., value=...", [](Given& in) {
        const Var mask = in.tensor(1, "mask");
        if (!in.a.given(2)) in.missing("\"value\"");
        if (mask->dtype() != DType::Bool && !(in.a.given(1) && mask->dtype() == DType::Int64)) {
            failRuntime("expected mask dtype to be Bool but got " + dtypeWord(mask->dtype()));
        }
        return ops::maskedFill(in.self(), mask, in.tensorOrNumber(2, "value"));
    });
    defineThree(vm, "masked_scatter", "mask=..., source=...",
                [](Given& in) { return ops::maskedScatter(in.self(), in.tensor(1, "mask"), in.tensor(2, "source")); });
    defineShared(vm, "take", "index=...", [](Given& in) { return toValue(ops::take(in.self(), in.tensor(1, "index")).call(in.g)); });
    defineThree(vm, "put", "index=..., source=..., accumulate=False",
                [](Given& in) { return ops::put(in.self(), in.tensor(1, "index"), in.tensor(2, "source"), in.truth(3)); });
    defineThree(vm, "index_put", "indices=..., values=..., accumulate=False", [](Given& in) {
        std::vector<Var> indices;
        for (const Value& v : in.vm.toVector(in.a[1])) indices.push_back(v.isNone() ? Var() : asVar(v));
        return ops::indexPut(in.self(), indices, in.tensor(2, "values"), in.truth(3));
    });
}

// --- finding ---

Value placesOf(Given& in, bool asTuple) {
    const Var x = in.self();
    const Var places = ops::nonzero(in.g, x);
    if (!asTuple) return toValue(places);
    std::vector<Var> columns;
    if (x->dims() == 0) return toValue(in.vm, {ops::flatten(in.g, ops::nonzero(in.g, ops::unsqueeze(in.g, in.g.make(x->value()), 0)))});
    for (std::size_t d = 0; d < x->dims(); ++d)
        columns.push_back(in.g.make(ops::select(in.g, places, 1, static_cast<std::int64_t>(d))->value()));
    return toValue(in.vm, std::move(columns));
}

// The rows and columns of a triangle of a matrix.
Var triangleIndices(Given& in, bool upper) {
    const std::int64_t rows = in.integer(0, "row"), columns = in.integer(1, "col"), offset = in.integer(2, "offset", 0);
    if (rows < 0) failRuntime("row must be non-negative, got" + std::to_string(rows));
    if (columns < 0) failRuntime("col must be non-negative, got" + std::to_string(columns));
    std::vector<double> r, c;
    if (in.g.host().checkSize) in.g.host().checkSize({rows, columns});
    for (std::int64_t i = 0; i < rows; ++i) {
        for (std::int64_t j = 0; j < columns; ++j) {
            if (upper ? j - i < offset : j - i > offset) continue;
            r.push_back(static_cast<double>(i));
            c.push_back(static_cast<double>(j));
        }
    }
    const auto n = static_cast<std::int64_t>(r.size());
    r.insert(r.end(), c.begin(), c.end());
    const DType dtype = dtypeArgument(in.vm, in.a[3]).value_or(DType::Int64);
    return in.g.make(Tensor(TensorShape{2, n}, std::move(r), dtype));
}

Var bincount(Given& in) {
    const Tensor x = in.self()->value();
    if (isFloating(x.dtype()) || x.dtype() == DType::Bool)
        failRuntime("\"bincount_cpu\" not implemented for '" + dtypeWord(x.dtype()) + "'");
    const std::int64_t least = in.integer(2, "minlength", 0);
    if (least < 0) failRuntime("minlength should be >= 0");
    double most = -1;
    for (const double v : x.numbers()) {
        most = std::max(most, v);
        if (v < 0) failRuntime("bincount only supports 1-d non-negative integral inputs.");
    }
    if (x.dims() != 1) failRuntime("bincount only supports 1-d non-negative integral inputs.");
    const bool weighted = in.has(1);
    Tensor weights;
    if (weighted) weights = in.tensor(1, "weights")->value();
    if (weighted && weights.shape() != x.shape()) failRuntime("weights should be 1-d and have the same length as input");
    const DType dtype = !weighted ? DType::Int64 : weights.dtype() == DType::Float32 ? DType::Float32 : DType::Float64;
    const std::int64_t n = std::max(least, static_cast<std::int64_t>(most) + 1);
    if (in.g.host().checkSize) in.g.host().checkSize({n});
    std::vector<double> counts(static_cast<std::size_t>(n), 0.0);
    for (std::int64_t i = 0; i < x.size(); ++i) {
        double& slot = counts[static_cast<std::size_t>(x.at(i))];
        slot = rounded(slot + (weighted ? weights.at(i) : 1), dtype);
    }
    return in.g.make(Tensor::exact({n}, std::move(counts), dtype));
}

// For each value the place in the sorted row where it would go.
Tensor searched(const Tensor& sorted, const Tensor& values, bool right, DType dtype) {
    const std::int64_t n = sorted.dims() == 0 ? 1 : sorted.shape().back();
    const std::int64_t perRow = sorted.dims() <= 1 ? values.size() : values.shape().back();
    std::vector<double> out(static_cast<std::size_t>(values.size()));
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::int64_t row = sorted.dims() <= 1 || perRow == 0 ? 0 : static_cast<std::int64_t>(i) / perRow;
        const auto numbers = sorted.numbers().subspan(static_cast<std::size_t>(row * n), static_cast<std::size_t>(n));
        const double v = values.at(static_cast<std::int64_t>(i));
        const auto at = right ? std::upper_bound(numbers.begin(), numbers.end(), v) : std::lower_bound(numbers.begin(), numbers.end(), v);
        out[i] = static_cast<double>(at - numbers.begin());
    }
    return Tensor::exact(values.shape(), std::move(out), dtype);
}

void defineSearching(Interpreter& vm) {
    const auto side = [](Given& in, std::size_t right, std::size_t word) {
        const std::string text = in.a.given(word) && in.has(word) ? in.a.text(word) : "";
        if (!text.empty() && text != "left" && text != "right")
            failRuntime("torch.searchsorted(): side can only be 'left' or 'right' but got " + text);
        return in.truth(right) || text == "right";
    };
    defineTorchFunction(
        vm, "searchsorted", "sorted_sequence=..., input=..., *, out_int32=False, right=False, side=None, sorter=None", [side](Given& in) {
            if (in.has(5)) python::unsupported("torch.searchsorted(…, sorter=…)");
            const Tensor sorted = in.tensor(0, "sorted_sequence")->value();
            const Tensor values = in.tensorOrNumber(1, "input")->value();
            if (values.dims() == 0 && sorted.dims() != 1) {
                failRuntime(
                    "torch.searchsorted(): input value can be a scalar only when boundaries tensor dimension is 1, but we got boundaries "
                    "tensor dim(" +
                    std::to_string(sorted.dims()) + ") and input value's dim(0) numel(1)");
            }
            if (sorted.dims() == 0)
                failRuntime("torch.searchsorted(): boundaries tensor should have positive dimension, but got 0 dimension");
            const bool fits = sorted.dims() == 1 || (sorted.dims() == values.dims() &&
                                                     std::equal(sorted.shape().begin(), sorted.shape().end() - 1, values.shape().begin()));
            if (!fits) {
                failRuntime(
                    "torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and "
                    "input "
                    "value tensor must match, but we got boundaries tensor " +
                    sizesText(sorted.shape()) + " and input value tensor " + sizesText(values.shape()));
            }
            return toValue(in.g.make(searched(sorted, values, side(in, 3, 4), in.truth(2) ? DType::Int32 : DType::Int64)));
        });
    defineTorchFunction(vm, "bucketize", "input=..., boundaries=..., *, out_int32=False, right=False", [](Given& in) {
        const Tensor sorted = in.tensor(1, "boundaries")->value();
        if (sorted.dims() != 1) failRuntime("boundaries tensor must be 1 dimension, but got dim(" + std::to_string(sorted.dims()) + ")");
        return toValue(
            in.g.make(searched(sorted, in.tensorOrNumber(0, "input")->value(), in.truth(3), in.truth(2) ? DType::Int32 : DType::Int64)));
    });
}

void defineFinding(Interpreter& vm) {
    defineShared(vm, "nonzero", "*, as_tuple=False", [](Given& in) { return placesOf(in, in.truth(1)); });
    defineShared(vm, "argwhere", "", [](Given& in) { return placesOf(in, false); });
    defineShared(vm, "bincount", "weights=None, minlength=0", [](Given& in) { return toValue(bincount(in)); });
    for (const bool upper : {true, false}) {
        defineTorchFunction(vm, upper ? "triu_indices" : "tril_indices",
                            "row=..., col=..., offset=0, *, dtype=None, device=None, layout=None",
                            [upper](Given& in) { return toValue(triangleIndices(in, upper)); });
    }
    defineSearching(vm);
}

}  // namespace

void addTorchIndexing(Interpreter& vm) {
    defineAlong(vm);
    definePlaces(vm);
    defineFinding(vm);
}

}  // namespace backstep::modules
