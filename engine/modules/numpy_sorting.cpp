// SPDX-License-Identifier: GPL-3.0-or-later
// sort, argsort, unique, searchsorted, bincount, interp: what compares numbers with numbers. NaN is the largest.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/modules/numpy.h"

namespace backstep::modules {
namespace {

bool less(double a, double b) { return a < b || (std::isnan(b) && !std::isnan(a)); }

// Along the axis, in place of each row: its order.
template <class F>
Tensor rowByRow(const Tensor& v, std::int64_t axis, DType dtype, F f) {
    const auto d = static_cast<std::size_t>(axis);
    std::size_t inner = 1;
    for (std::size_t k = d + 1; k < v.dims(); ++k) inner *= static_cast<std::size_t>(v.shape()[k]);
    const auto n = static_cast<std::size_t>(v.shape()[d]);
    std::vector<double> out(static_cast<std::size_t>(v.size()));
    std::vector<double> row(n);
    for (std::size_t o = 0; n > 0 && o < out.size() / (n * inner); ++o) {
        for (std::size_t i = 0; i < inner; ++i) {
            for (std::size_t k = 0; k < n; ++k) row[k] = v.numbers()[(o * n + k) * inner + i];
            const std::vector<double> result = f(row);
            for (std::size_t k = 0; k < n; ++k) out[(o * n + k) * inner + i] = result[k];
        }
    }
    return Tensor::exact(v.shape(), std::move(out), dtype);
}

std::vector<std::size_t> orderOf(const std::vector<double>& row) {
    std::vector<std::size_t> order(row.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return less(row[a], row[b]); });
    return order;
}

Tensor sortedAlong(Interpreter& vm, Tensor v, const Value& axis) {
    if (axis.isNone()) v = v.reshaped({v.size()});
    if (v.dims() == 0) failAxis(vm, vm.toIndex(axis), 0);
    return rowByRow(v, axisOf(vm, axis.isNone() ? 0 : vm.toIndex(axis), v.dims()), v.dtype(), [](std::vector<double> row) {
        std::stable_sort(row.begin(), row.end(), less);
        return row;
    });
}

// Every kind gives the same order here; `order` is for fields, which no array has.
void checkSorting(Interpreter& vm, const Value& kind, const Value& order) {
    if (kind.is<python::Str>()) {
        const std::string& text = kind.as<python::Str>()->text;
        const bool known = !text.empty() && std::string_view("qhmsQHMS").find(text[0]) != std::string_view::npos;
        if (!known) failValue("sort kind must be one of 'quick', 'heap', or 'stable' (got '" + text + "')");
    } else if (!kind.isNone()) {
        failType("sort kind must be str, not " + vm.typeOf(kind)->name);
    }
    if (!order.isNone()) failValue("Cannot specify order when the array has no fields.");
}

Value argsort(Interpreter& vm, Arguments& a) {
    checkSorting(vm, a[2], a[3]);
    Tensor v = tensorOf(vm, a[0]);
    if (a[1].isNone() || v.dims() == 0) v = v.reshaped({v.size()});
    const Tensor out = rowByRow(v, a[1].isNone() ? 0 : oneAxisOf(vm, a[1], v.dims()), DType::Int64, [](const std::vector<double>& row) {
        std::vector<double> places;
        for (const std::size_t i : orderOf(row)) places.push_back(static_cast<double>(i));
        return places;
    });
    return wrapLike(vm, a[0], arrayValue(vm, out));
}

Value unique(Interpreter& vm, Arguments& a) {
    if (a.has(4)) python::unsupported("numpy.unique(…, axis=…)");
    const Tensor v = tensorOf(vm, a[0]);
    const std::vector<double> all(v.numbers().begin(), v.numbers().end());
    std::vector<double> found;
    std::vector<double> first;
    std::vector<double> counts;
    std::vector<double> inverse(all.size());
    for (const std::size_t i : orderOf(all)) {
        const bool again = !found.empty() && (found.back() == all[i] || (std::isnan(found.back()) && std::isnan(all[i])));
        if (!again) {
            found.push_back(all[i]);
            first.push_back(static_cast<double>(i));
            counts.push_back(0);
        }
        counts.back() += 1;
        inverse[i] = static_cast<double>(found.size() - 1);
    }
    const auto row = [&](std::vector<double> numbers, DType dtype) {
        const auto n = static_cast<std::int64_t>(numbers.size());
        return arrayValue(vm, Tensor::exact({n}, std::move(numbers), dtype));
    };
    std::vector<Value> out{row(std::move(found), v.dtype())};
    if (a.truth(1)) out.push_back(row(std::move(first), DType::Int64));
    if (a.truth(2)) out.push_back(row(std::move(inverse), DType::Int64));
    if (a.truth(3)) out.push_back(row(std::move(counts), DType::Int64));
    return out.size() == 1 ? out[0] : vm.tuple(std::move(out));
}

void checkRow(const Tensor& of) {
    if (of.dims() > 1) failValue("object too deep for desired array");
    if (of.dims() < 1) failValue("object of too small depth for desired array");
}

Value searchSorted(Interpreter& vm, const Tensor& sorted, const Tensor& v, bool right) {
    checkRow(sorted);
    const std::span<const double> row = sorted.numbers();
    std::vector<double> out;
    for (const double x : v.numbers()) {
        const auto at = right ? std::upper_bound(row.begin(), row.end(), x, less) : std::lower_bound(row.begin(), row.end(), x, less);
        out.push_back(static_cast<double>(at - row.begin()));
    }
    return resultValue(vm, Tensor(v.shape(), std::move(out), DType::Int64));
}

bool isRight(Arguments& a, std::size_t i) {
    if (a.text(i) != "left" && a.text(i) != "right") failValue("search side must be 'left' or 'right' (got '" + a.text(i) + "')");
    return a.text(i) == "right";
}

// np.interp: linear between the points, constant outside, with numpy's way of rounding.
Value interpolated(Interpreter& vm, Arguments& a) {
    const Tensor x = tensorOf(vm, a[0]);
    const Tensor xp = tensorOf(vm, a[1]);
    const Tensor fp = tensorOf(vm, a[2]);
    if (a.has(5)) python::unsupported("numpy.interp(…, period=…)");
    checkRow(xp);
    checkRow(fp);
    if (xp.size() == 0) failValue("array of sample points is empty");
    if (xp.size() != fp.size()) failValue("fp and xp are not of the same length.");
    const double left = a.has(3) ? a.number(3) : fp.at(0);
    const double right = a.has(4) ? a.number(4) : fp.at(fp.size() - 1);
    const std::span<const double> points = xp.numbers();
    std::vector<double> out;
    for (const double at : x.numbers()) {
        if (std::isnan(at)) {
            out.push_back(at);
            continue;
        }
        const auto above = std::upper_bound(points.begin(), points.end(), at) - points.begin();
        const std::int64_t j = above - 1;
        if (j < 0) {
            out.push_back(left);
        } else if (j == xp.size() - 1) {
            out.push_back(at > points[static_cast<std::size_t>(j)] ? right : fp.at(j));
        } else if (points[static_cast<std::size_t>(j)] == at) {
            out.push_back(fp.at(j));
        } else {
            const double slope = (fp.at(j + 1) - fp.at(j)) / (xp.at(j + 1) - xp.at(j));
            double y = slope * (at - xp.at(j)) + fp.at(j);
            if (std::isnan(y)) y = slope * (at - xp.at(j + 1)) + fp.at(j + 1);
            out.push_back(y);
        }
    }
    return resultValue(vm, Tensor(x.shape(), std::move(out), DType::Float64));
}

Value bincount(Interpreter& vm, Arguments& a) {
    Tensor v = tensorOf(vm, a[0]);
    checkRow(v);
    if (isArray(vm, a[0])) checkCast(v.dtype(), DType::Int64, "safe");
    v = castNumpy(vm, v, DType::Int64);  // a list is made whole
    std::int64_t n = a.integer(2);
    for (const double x : v.numbers()) {
        if (x < 0) failValue("'list' argument must have no negative elements");
        n = std::max(n, static_cast<std::int64_t>(x) + 1);
    }
    checkSize(vm, {n});
    std::vector<double> out(static_cast<std::size_t>(n), 0.0);
    const Tensor weights = a.has(1) ? tensorOf(vm, a[1]) : Tensor();
    for (std::int64_t i = 0; i < v.size(); ++i) out[static_cast<std::size_t>(v.at(i))] += a.has(1) ? weights.at(i) : 1;
    return arrayValue(vm, Tensor::exact({n}, std::move(out), a.has(1) ? DType::Float64 : DType::Int64));
}

}  // namespace

void addNumpySorting(Interpreter& vm) {
    defineNumpy(vm, "sort(a, axis=-1, kind=None, order=None)", [](Interpreter& vm, Arguments& a) {
        checkSorting(vm, a[2], a[3]);
        return arrayValue(vm, sortedAlong(vm, tensorOf(vm, a[0]), a[1]));
    });
    defineArrayMethod(vm, "sort(self, axis=-1, kind=None, order=None)", [](Interpreter& vm, Arguments& a) {
        checkSorting(vm, a[2], a[3]);
        static_cast<void>(vm.toIndex(a[1]));  // in place there is no flattening
        assignArray(vm, asVar(a[0]), sortedAlong(vm, asVar(a[0])->value(), a[1]));
        return Value::none();
    });
    defineNumpyBoth(vm, "argsort(a, axis=-1, kind=None, order=None)", argsort);
    defineNumpy(vm, "unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None)", unique);
    const auto searching = [](Interpreter& vm, Arguments& a) {
        if (a.has(3)) python::unsupported("numpy.searchsorted(…, sorter=…)", "a sorted array");
        return searchSorted(vm, tensorOf(vm, a[0]), tensorOf(vm, a[1]), isRight(a, 2));
    };
    defineNumpy(vm, "searchsorted(a, v, side='left', sorter=None)", searching);
    defineArrayMethod(vm, "searchsorted(self, v, side='left', sorter=None)", searching);
    defineNumpy(vm, "interp(x, xp, fp, left=None, right=None, period=None)", interpolated);
    defineNumpy(vm, "bincount(x, weights=None, minlength=0)", bincount);
}

}  // namespace backstep::modules
