// SPDX-License-Identifier: GPL-3.0-or-later
// Orders and picks. Ties are broken as PyTorch's CPU kernels do: they run the same selections of the C++ library on the
// same pairs, so that the places agree, too.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

#include "engine/base/watch.h"
#include "engine/tape/lanes.h"
#include "engine/tape/shaped.h"

namespace backstep {
namespace {

using Lane = std::span<const double>;
struct Element {
    double number = 0;
    std::int64_t place = 0;
};

// NaN is larger than everything.
bool less(double a, double b) {
    Watch::work(4);
    return (!std::isnan(a) && std::isnan(b)) || a < b;
}
bool greater(double a, double b) {
    Watch::work(4);
    return (std::isnan(a) && !std::isnan(b)) || a > b;
}

std::vector<Element> elementsOf(Lane lane) {
    std::vector<Element> out(lane.size());
    for (std::size_t i = 0; i < lane.size(); ++i) out[i] = {lane[i], static_cast<std::int64_t>(i)};
    return out;
}

std::int64_t firstExtreme(Lane lane, bool largest) {
    std::size_t best = 0;
    for (std::size_t i = 0; i < lane.size(); ++i) {
        if (std::isnan(lane[i])) return static_cast<std::int64_t>(i);
        if (largest ? lane[i] > lane[best] : lane[i] < lane[best]) best = i;
    }
    return static_cast<std::int64_t>(best);
}

std::int64_t medianPlace(Lane lane, bool ignoreNan) {
    const auto nan = std::find_if(lane.begin(), lane.end(), [](double x) { return std::isnan(x); });
    if (!ignoreNan && nan != lane.end()) return nan - lane.begin();
    const auto nans = ignoreNan ? std::count_if(lane.begin(), lane.end(), [](double x) { return std::isnan(x); }) : 0;
    const std::ptrdiff_t counted = static_cast<std::ptrdiff_t>(lane.size()) - nans;
    std::vector<std::int64_t> places(lane.size());
    std::iota(places.begin(), places.end(), 0);
    const auto nth = places.begin() + std::max<std::ptrdiff_t>(counted - 1, 0) / 2;
    std::nth_element(places.begin(), nth, places.end(), [&](std::int64_t i, std::int64_t j) {
        const double x = lane[static_cast<std::size_t>(i)];
        const double y = lane[static_cast<std::size_t>(j)];
        return less(x, y) || (!less(y, x) && i < j);  // of equal ones in their order
    });
    return *nth;
}

// Quickselect by the median of three: afterwards element k is the one that sorting would put there.
void quickSelect(std::vector<Element>& e, std::size_t k) {
    const auto above = [](const Element& a, const Element& b) { return greater(a.number, b.number); };
    std::size_t low = 0;
    std::size_t high = e.size() - 1;
    while (high > low) {
        if (high == low + 1) {
            if (above(e[low], e[high])) std::swap(e[low], e[high]);
            return;
        }
        std::swap(e[low + (high - low) / 2], e[low + 1]);
        if (above(e[low + 1], e[high])) std::swap(e[low + 1], e[high]);
        if (above(e[low], e[high])) std::swap(e[low], e[high]);
        if (above(e[low + 1], e[low])) std::swap(e[low + 1], e[low]);
        std::size_t i = low + 1;
        std::size_t j = high;
        const Element pivot = e[low];
        while (true) {
            do ++i;
            while (above(pivot, e[i]));
            do --j;
            while (above(e[j], pivot));
            if (j < i) break;
            std::swap(e[i], e[j]);
        }
        std::swap(e[low], e[j]);
        if (j <= k) low = i;
        if (j >= k) high = j - 1;
    }
}

std::int64_t modePlace(Lane lane) {
    std::vector<Element> e = elementsOf(lane);
    std::sort(e.begin(), e.end(), [](const Element& a, const Element& b) { return a.number < b.number; });
    std::size_t run = 0;
    std::size_t longest = 0;
    std::int64_t place = 0;
    for (std::size_t i = 0; i < e.size(); ++i) {
        ++run;
        if (i + 1 < e.size() && e[i].number == e[i + 1].number) continue;
        if (run > longest) {
            longest = run;
            place = e[i].place;
        }
        run = 0;
    }
    return place;
}

template <class F>
Tensor placeInLanes(const Tensor& a, std::int64_t dim, bool keepdim, F f) {
    return reduceLanes(a, {dim}, keepdim, DType::Int64, [&](Lane lane) { return static_cast<double>(f(lane)); });
}

void selectTop(std::vector<Element>& e, std::int64_t k, bool largest, bool sorted) {
    const auto before = [largest](const Element& a, const Element& b) {
        return largest ? greater(a.number, b.number) : less(a.number, b.number);
    };
    if (k * 64 <= static_cast<std::int64_t>(e.size())) {
        std::partial_sort(e.begin(), e.begin() + k, e.end(), before);
        return;
    }
    if (k == 0) return;
    std::nth_element(e.begin(), e.begin() + k - 1, e.end(), before);
    if (sorted) std::sort(e.begin(), e.begin() + k - 1, before);
}

}  // namespace

Tensor placesOfExtreme(const Tensor& a, std::int64_t dim, bool keepdim, bool largest) {
    return placeInLanes(a, dim, keepdim, [&](Lane lane) { return firstExtreme(lane, largest); });
}

std::int64_t placeOfExtreme(const Tensor& a, bool largest) { return firstExtreme(a.numbers(), largest); }

Tensor placesInOrder(const Tensor& a, std::int64_t dim, bool descending, bool stable) {
    return mapLanes(a, dim, DType::Int64, [&](Lane lane, std::span<double> out) {
        std::vector<Element> e = elementsOf(lane);
        const auto before = [&](const Element& x, const Element& y) {
            return descending ? greater(x.number, y.number) : less(x.number, y.number);
        };
        // Of more than sixteen, equal ones come out in an order of the library's own, unless one asks for theirs.
        if (stable) std::stable_sort(e.begin(), e.end(), before);
        else std::sort(e.begin(), e.end(), before);
        for (std::size_t i = 0; i < e.size(); ++i) out[i] = static_cast<double>(e[i].place);
    });
}

Tensor placesOfTop(const Tensor& a, std::int64_t k, std::int64_t dim, bool largest, bool sorted) {
    const Lanes lanes(a.shape(), {dim});
    TensorShape shape = a.shape();
    if (!shape.empty()) shape[static_cast<std::size_t>(dim)] = k;
    const Lanes target(shape, {dim});
    std::vector<double> lane, values(static_cast<std::size_t>(elementCount(shape)));
    for (std::size_t l = 0; l < lanes.count(); ++l) {
        lanes.gather(a, l, lane);
        std::vector<Element> e = elementsOf(lane);
        selectTop(e, k, largest, sorted);
        for (std::size_t i = 0; i < target.length(); ++i) values[target.place(l, i)] = static_cast<double>(e[i].place);
    }
    return Tensor::exact(shape, std::move(values), DType::Int64);
}

Tensor placesOfMedian(const Tensor& a, std::int64_t dim, bool keepdim, bool ignoreNan) {
    return placeInLanes(a, dim, keepdim, [&](Lane lane) { return medianPlace(lane, ignoreNan); });
}

Tensor placesOfKth(const Tensor& a, std::int64_t k, std::int64_t dim, bool keepdim) {
    return placeInLanes(a, dim, keepdim, [&](Lane lane) {
        std::vector<Element> e = elementsOf(lane);
        quickSelect(e, static_cast<std::size_t>(k - 1));
        return e[static_cast<std::size_t>(k - 1)].place;
    });
}

Tensor placesOfMode(const Tensor& a, std::int64_t dim, bool keepdim) { return placeInLanes(a, dim, keepdim, modePlace); }

// Of equal ones the latest.
Tensor runningPlaces(const Tensor& a, std::int64_t dim, bool largest) {
    return mapLanes(a, dim, DType::Int64, [&](Lane lane, std::span<double> out) {
        std::size_t best = 0;
        for (std::size_t i = 0; i < lane.size(); ++i) {
            const double x = lane[i];
            if (std::isnan(x) || (!std::isnan(lane[best]) && (largest ? x >= lane[best] : x <= lane[best]))) best = i;
            out[i] = static_cast<double>(best);
        }
    });
}

Tensor taken(const Tensor& a, const Tensor& places, std::int64_t dim) {
    const Lanes lanes(a.shape(), {dim});
    TensorShape shape = places.shape();
    if (places.dims() < a.dims()) shape.insert(shape.begin() + dim, 1);
    const Lanes target(shape, {dim});
    std::vector<double> values(static_cast<std::size_t>(places.size()));
    for (std::size_t l = 0; l < target.count(); ++l) {
        for (std::size_t i = 0; i < target.length(); ++i) {
            const std::size_t at = target.place(l, i);
            values[at] = a.numbers()[lanes.place(l, static_cast<std::size_t>(places.at(static_cast<std::int64_t>(at))))];
        }
    }
    return Tensor::exact(places.shape(), std::move(values), a.dtype());
}

namespace kernels {

std::vector<Tensor> pickAlong(std::span<const Tensor> operands, const Attributes& attributes) {
    return {taken(operands[0], attributes.tensors[0], attributes.dims[0])};
}

std::vector<Tensor> median(std::span<const Tensor> operands, const Attributes&) {
    const Lane all = operands[0].numbers();
    return {Tensor(all.empty() ? std::nan("") : all[static_cast<std::size_t>(medianPlace(all, false))], operands[0].dtype())};
}

std::vector<Tensor> nanmedian(std::span<const Tensor> operands, const Attributes&) {
    const Lane all = operands[0].numbers();
    return {Tensor(all.empty() ? std::nan("") : all[static_cast<std::size_t>(medianPlace(all, true))], operands[0].dtype())};
}

}  // namespace kernels
namespace kernels {

namespace {

// PyTorch puts the values into the C++ library's hash table and then, if they are to be sorted, sorts what is in it. So the same
// table and the same sort give its order, also of what is not sorted, and where NaNs make the sort go astray.
template <class T>
std::vector<double> hashed(Lane numbers, bool sorted) {
    std::vector<T> all;
    all.reserve(numbers.size());
    for (const double x : numbers) all.push_back(static_cast<T>(x));
    const std::unordered_set<T> table(all.begin(), all.end());
    std::vector<T> once(table.begin(), table.end());
    if (sorted) std::sort(once.begin(), once.end());
    return {once.begin(), once.end()};
}

std::vector<double> inOrder(Lane numbers) {
    std::vector<double> values(numbers.begin(), numbers.end());
    std::sort(values.begin(), values.end(), [](double a, double b) { return a < b || (std::isnan(b) && !std::isnan(a)); });
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

}  // namespace

// flag: as they lie in the table; n: 1 where they are compared along a dimension, without one.
std::vector<Tensor> uniqueValues(std::span<const Tensor> operands, const Attributes& a) {
    const Lane numbers = operands[0].numbers();
    const DType dtype = operands[0].dtype();
    std::vector<double> values = a.n == 1 || dtype == DType::Bool ? inOrder(numbers)
                                 : dtype == DType::Float32        ? hashed<float>(numbers, !a.flag)
                                 : dtype == DType::Float64        ? hashed<double>(numbers, !a.flag)
                                 : dtype == DType::Int32          ? hashed<std::int32_t>(numbers, !a.flag)
                                                                  : hashed<std::int64_t>(numbers, !a.flag);
    const auto n = static_cast<std::int64_t>(values.size());
    return {Tensor::exact({n}, std::move(values), dtype)};
}

std::vector<Tensor> uniqueNeighbours(std::span<const Tensor> operands, const Attributes&) {
    const auto numbers = operands[0].numbers();
    std::vector<double> values(numbers.begin(), numbers.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    const auto n = static_cast<std::int64_t>(values.size());
    return {Tensor::exact({n}, std::move(values), operands[0].dtype())};
}

}  // namespace kernels

}  // namespace backstep
