// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autograd/quantile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

#include "engine/autograd/ops_reduce.h"
#include "engine/autograd/ops_shape.h"
#include "engine/tape/lanes.h"

namespace backstep::ops {
namespace {

std::string nameOf(const QuantileOptions& options) { return options.ignoreNan ? "nanquantile()" : "quantile()"; }

double (*roundingOf(const std::string& interpolation))(double) {
    if (interpolation == "lower") return [](double x) { return std::floor(x); };
    if (interpolation == "higher") return [](double x) { return std::ceil(x); };
    if (interpolation == "nearest") return [](double x) { return std::nearbyint(x); };
    return [](double x) { return x; };
}

// The steps in place that PyTorch does on the result, each a node of its own.
Var squeezedLast(Autograd& g, const Var& x) {
    Attributes attributes;
    attributes.dims = {static_cast<std::int64_t>(x->dims()) - 1};
    attributes.sizes = x->shape();
    if (attributes.sizes.back() == 1) attributes.sizes.pop_back();
    return g.call(Op::SqueezeDimInto, {x}, std::move(attributes));
}

Var movedToFront(Autograd& g, const Var& x) {
    Attributes front;
    front.sizes = x->shape();
    front.sizes.insert(front.sizes.begin(), 1);
    front.dims = {0};
    const Var y = g.call(Op::UnsqueezeInto, {x}, std::move(front));
    Attributes swapped;
    swapped.dims = {0, static_cast<std::int64_t>(y->dims()) - 1};
    return squeezedLast(g, g.call(Op::TransposeInto, {y}, std::move(swapped)));
}

// Where in the sorted lane each quantile lies; of a lane with NaN at its end, so that it is NaN.
Tensor ranksOf(const Tensor& sorted, const Tensor& q, const QuantileOptions& options) {
    const std::int64_t n = sorted.shape().back();
    TensorShape shape = sorted.shape();
    shape.back() = q.size();
    std::vector<double> ranks;
    const auto round = roundingOf(options.interpolation);
    for (std::int64_t lane = 0; n > 0 && lane < sorted.size() / n; ++lane) {
        std::int64_t numbers = 0;
        while (numbers < n && !std::isnan(sorted.at(lane * n + numbers))) ++numbers;
        for (const double at : q.numbers()) {
            double rank = rounded(at * static_cast<double>(n - 1), sorted.dtype());
            if (options.ignoreNan) rank = std::max(rounded(at * static_cast<double>(numbers - 1), sorted.dtype()), 0.0);
            else if (numbers < n) rank = static_cast<double>(n - 1);
            ranks.push_back(round(rank));
        }
    }
    return Tensor(shape, std::move(ranks), sorted.dtype());
}

void check(const Var& a, const Var& q, const QuantileOptions& options) {
    const std::string name = nameOf(options);
    if (a->size() == 0) failRuntime(name + " input tensor must be non-empty");
    if (q->dims() > 1) failRuntime(name + " q must be a scalar or 1D tensor");
    if (!isFloating(a->dtype())) failRuntime(name + " input tensor must be either float or double dtype");
    if (a->dtype() != q->dtype()) failRuntime(name + " q tensor must be same dtype as the input tensor");
    constexpr std::array<std::string_view, 5> kModes{"linear", "lower", "higher", "midpoint", "nearest"};
    if (std::find(kModes.begin(), kModes.end(), options.interpolation) == kModes.end()) {
        failRuntime(name + " interpolation must be one of linear, lower, higher, midpoint or nearest, but got " + options.interpolation);
    }
    const Tensor values = q->value();
    for (const double x : values.numbers()) {
        if (!(x >= 0 && x <= 1)) failRuntime("quantile() q values must be in the range [0, 1]");
    }
}

}  // namespace

Var quantile(Autograd& g, const Var& a, double q, const QuantileOptions& options) {
    if (!(q >= 0 && q <= 1)) {
        std::ostringstream number;
        number << q;
        failRuntime("quantile() q must be in the range [0, 1] but got " + number.str());
    }
    return quantile(g, a, g.make(Tensor(q, isFloating(a->dtype()) ? a->dtype() : DType::Float32)), options);
}

Var quantile(Autograd& g, const Var& a, const Var& q, const QuantileOptions& options) {
    check(a, q, options);
    std::optional<std::int64_t> dim;
    if (options.dim) dim = static_cast<std::int64_t>(wrapped(*options.dim, a->dims()));
    TensorShape lanes;  // without the dimension of the quantiles
    if (dim && a->dims() > 0) {
        lanes = a->shape();
        if (options.keepdim) lanes[static_cast<std::size_t>(*dim)] = 1;
        else lanes.erase(lanes.begin() + *dim);
    } else if (options.keepdim) {
        lanes.assign(a->dims(), 1);
    }
    const bool last = dim && *dim == static_cast<std::int64_t>(a->dims()) - 1;
    Var sorted = !dim ? flatten(g, a) : last ? a : transpose(g, unsqueeze(g, a, -1), *dim, -1);
    sorted = sort(g, sorted, std::max<std::int64_t>(static_cast<std::int64_t>(sorted->dims()) - 1, 0), false).values;
    TensorShape shape = lanes;
    shape.push_back(sorted->dims() == 0 ? 1 : sorted->shape().back());
    sorted = view(g, sorted, shape);

    const Tensor ranks = ranksOf(sorted->value(), q->value(), options);
    const auto mapped = [&](DType dtype, double (*f)(double)) {
        std::vector<double> out(ranks.numbers().begin(), ranks.numbers().end());
        std::transform(out.begin(), out.end(), out.begin(), f);
        return g.make(Tensor(ranks.shape(), std::move(out), dtype));
    };
    Var out = gather(sorted, -1, mapped(DType::Int64, [](double x) { return std::floor(x); })).call(g);
    if (options.interpolation == "linear" || options.interpolation == "midpoint") {
        const Var above = gather(sorted, -1, mapped(DType::Int64, [](double x) { return std::ceil(x); })).call(g);
        const Var weights = options.interpolation == "linear" ? mapped(a->dtype(), [](double x) { return x - std::floor(x); })
                                                              : mapped(a->dtype(), [](double) { return 0.5; });
        out = g.apply(Op::LerpTensor, {out, above, weights});
    }
    const bool between = options.interpolation == "linear" || options.interpolation == "midpoint";
    out = q->dims() == 0 ? squeezedLast(g, out) : movedToFront(g, out);
    if (out->dims() == 0) out->more().left = 1;
    out->storage->version = (between ? 1U : 0U) + (q->dims() == 0 ? 1U : 3U);  // so many changes in place
    return out;
}

}  // namespace backstep::ops
