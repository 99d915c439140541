// SPDX-License-Identifier: GPL-3.0-or-later
// Normalizations over layers, groups and batches, with the roundings of PyTorch 1.13's AVX2 build: its moments by vectors of 32 bytes, its
// slopes and offsets, its fused steps. (Where it divides the rows among threads, as one thread adds them.)
#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>

#include "engine/tape/normalize.h"
#include "engine/tape/shaped.h"

namespace backstep::kernels {
namespace {

using Operands = std::span<const Tensor>;

std::size_t at(std::int64_t i) { return static_cast<std::size_t>(i); }

// Which elements are normalized together, and which weight each has; see shaped_nn.def.
struct Norms {
    enum Kind : std::int64_t { Rows, Groups, Channels };
    std::int64_t kind, inner, channels, groups, size;
    Norms(const Attributes& a, std::int64_t elements)
        : kind(a.n), inner(a.sizes[0]), channels(a.sizes[1]), groups(a.sizes[2]), size(elements) {}

    [[nodiscard]] std::int64_t channel(std::int64_t i) const { return i / inner % channels; }
    [[nodiscard]] std::int64_t group(std::int64_t i) const {
        if (kind == Channels) return channel(i);
        const std::int64_t row = i / (inner * channels);
        return kind == Rows ? row : row * groups + channel(i) / (channels / groups);
    }
    [[nodiscard]] std::int64_t count() const {
        if (kind == Channels) return channels;
        const std::int64_t rows = channels * inner == 0 ? 0 : size / (channels * inner);
        return kind == Rows ? rows : rows * groups;
    }
    [[nodiscard]] double members() const { return count() == 0 ? 0 : static_cast<double>(size) / static_cast<double>(count()); }
};

template <class T>
constexpr std::size_t kVector = 32 / sizeof(T);

// --- Welford's moments of a row, by vectors in chunks of sixteen, which are joined in pairs ---

template <class T>
struct RowMoments {
    std::int64_t count = 0;
    T mean = 0, squares = 0;

    void join(const RowMoments& other) {
        const std::int64_t n = count + other.count;
        const T share = n == 0 ? T(0) : static_cast<T>(other.count) / static_cast<T>(n);
        const T delta = other.mean - mean;
        mean += share * delta;
        squares += other.squares + delta * delta * share * static_cast<T>(count);
        count = n;
    }
    void add(T x, T share) {
        const T delta = x - mean;
        ++count;
        mean += delta * share;
        squares += delta * (x - mean);
    }
};

template <class T>
using VectorMoments = std::array<RowMoments<T>, kVector<T>>;

template <class T>
void join(VectorMoments<T>& into, const VectorMoments<T>& other) {
    for (std::size_t k = 0; k < into.size(); ++k) into[k].join(other[k]);
}

template <class T>
RowMoments<T> momentsOfRow(const std::vector<T>& row) {
    constexpr std::size_t kChunk = 16;
    const std::size_t vectors = row.size() / kVector<T>;
    const std::size_t chunks = (vectors + kChunk - 1) / kChunk;
    std::size_t depth = 1;
    while ((std::size_t{1} << depth) < chunks) ++depth;
    std::vector<VectorMoments<T>> levels(depth);
    for (std::size_t i = 0; i < chunks; ++i) {
        VectorMoments<T> chunk{};
        const std::size_t length = std::min(kChunk, vectors - i * kChunk);
        for (std::size_t j = 0; j < length; ++j) {
            const T share = T(1) / static_cast<T>(j + 1);
            for (std::size_t k = 0; k < kVector<T>; ++k) chunk[k].add(row[(i * kChunk + j) * kVector<T> + k], share);
        }
        join(levels[0], chunk);
        std::size_t mask = i + 1;
        for (std::size_t j = 1; j < depth && (mask & 1U) == 0; ++j, mask >>= 1U) {
            join(levels[j], levels[j - 1]);
            levels[j - 1] = {};
        }
    }
    for (std::size_t j = 1; j < depth; ++j) join(levels[0], levels[j]);
    RowMoments<T> all;
    for (std::size_t i = vectors * kVector<T>; i < row.size(); ++i) {
        const T delta = row[i] - all.mean;
        ++all.count;
        all.mean += delta / static_cast<T>(all.count);
        all.squares += delta * (row[i] - all.mean);
    }
    for (const RowMoments<T>& each : levels[0]) all.join(each);
    return all;
}

// --- sums of products by vectors ---

template <class T>
T acrossVector(std::array<T, kVector<T>> v) {
    if constexpr (std::is_same_v<T, float>) {
        for (const std::size_t far : {4U, 2U, 1U}) {
            const std::array<T, kVector<T>> before = v;
            for (std::size_t k = 0; k < v.size(); ++k) v[k] = before[k] + before[k ^ far];
        }
    } else {
        for (std::size_t k = 1; k < v.size(); ++k) v[0] += v[k];
    }
    return v[0];
}

// f(j): the two factors of term j.
template <class T, class F>
T sumOfProducts(std::size_t n, F f) {
    const auto product = [&](std::size_t j) {
        const auto [p, q] = f(j);
        return p * q;
    };
    const auto added = [&](T sum, std::size_t j) {
        const auto [p, q] = f(j);
        return std::fma(p, q, sum);
    };
    if (n < kVector<T>) {
        T sum = n > 0 ? product(0) : T(0);
        for (std::size_t j = 1; j < n; ++j) sum += product(j);
        return sum;
    }
    std::array<T, kVector<T>> sums;
    for (std::size_t j = 0; j < sums.size(); ++j) sums[j] = product(j);
    for (std::size_t j = sums.size(); j < n; ++j) sums[j % sums.size()] = added(sums[j % sums.size()], j);
    return acrossVector<T>(sums);
}

// --- the moments of every group ---

template <class T>
struct Moments {
    std::vector<T> mean, steepness;  // one over the standard deviation
    std::vector<T> squares;          // of channels: the squares of what is away from the mean, summed
};

template <class T>
std::vector<T> numbersOf(const Tensor& x) {
    std::vector<T> out(at(x.size()));
    std::transform(x.numbers().begin(), x.numbers().end(), out.begin(), [](double v) { return static_cast<T>(v); });
    return out;
}

// Of a channel with one number for each sample the sums are the channel's own, number by number; of one with several, double.
template <class T>
Moments<T> momentsOfChannels(const Norms& norms, const std::vector<T>& x, double eps) {
    using Sum = double;
    Moments<T> m{std::vector<T>(at(norms.channels)), std::vector<T>(at(norms.channels)), std::vector<T>(at(norms.channels))};
    const T n = static_cast<T>(norms.members());
    for (std::int64_t c = 0; c < norms.channels; ++c) {
        const auto eachOf = [&](auto&& f) {
            for (std::int64_t first = c * norms.inner; first < norms.size; first += norms.channels * norms.inner) {
                for (std::int64_t i = first; i < first + norms.inner; ++i) f(x[at(i)]);
            }
        };
        T mean = 0, squares = 0;
        if (norms.inner == 1) {
            eachOf([&](T v) { mean += v; });
            mean /= n;
            eachOf([&](T v) { squares = std::fma(v - mean, v - mean, squares); });
        } else {
            Sum sum = 0, wide = 0;
            eachOf([&](T v) { sum += static_cast<Sum>(v); });
            mean = static_cast<T>(sum / static_cast<Sum>(n));
            eachOf([&](T v) {
                const T square = (v - mean) * (v - mean);
                wide += static_cast<Sum>(square);
            });
            squares = static_cast<T>(wide);
        }
        m.mean[at(c)] = mean;
        m.squares[at(c)] = squares;
        m.steepness[at(c)] = static_cast<T>(1 / std::sqrt(static_cast<Sum>(squares / n) + eps));
    }
    return m;
}

template <class T>
Moments<T> momentsOf(const Norms& norms, const Tensor& of, const Attributes& a, bool backward = false) {
    const T eps = static_cast<T>(a.number);
    if (a.flag) {  // running statistics; on the way back with ε in double
        Moments<T> m{numbersOf<T>(a.tensors[0]), numbersOf<T>(a.tensors[1]), {}};
        for (T& s : m.steepness) s = backward ? static_cast<T>(1 / std::sqrt(static_cast<double>(s) + a.number)) : 1 / std::sqrt(s + eps);
        return m;
    }
    const std::vector<T> x = numbersOf<T>(of);
    if (norms.kind == Norms::Channels) return momentsOfChannels<T>(norms, x, a.number);
    Moments<T> m;
    const std::size_t members = x.empty() ? 0 : at(static_cast<std::int64_t>(norms.members()));
    for (std::size_t first = 0; members > 0 && first < x.size(); first += members) {
        const RowMoments<T> row =
            momentsOfRow<T>({x.begin() + static_cast<std::ptrdiff_t>(first), x.begin() + static_cast<std::ptrdiff_t>(first + members)});
        m.mean.push_back(row.mean);
        m.steepness.push_back(1 / std::sqrt(std::max(row.squares / static_cast<T>(members), T(0)) + eps));
    }
    return m;
}

// The weight of a channel, or what stands for it.
template <class T>
T weightAt(Operands x, std::size_t operand, const Attributes& a, std::int64_t channel, double otherwise) {
    return static_cast<T>(a.more[operand - 1] ? x[operand].at(channel) : otherwise);
}

template <class T>
Tensor normalized(Operands x, const Attributes& a) {
    const Norms norms(a, x[0].size());
    const Moments<T> m = momentsOf<T>(norms, x[0], a);
    std::vector<double> out(at(x[0].size()));
    for (std::int64_t i = 0; i < x[0].size(); ++i) {
        const std::size_t k = at(norms.group(i));
        const T v = static_cast<T>(x[0].at(i));
        const T weight = weightAt<T>(x, 1, a, norms.channel(i), 1), bias = weightAt<T>(x, 2, a, norms.channel(i), 0);
        if (norms.kind == Norms::Rows) {
            const T y = std::fma(v, m.steepness[k], -m.steepness[k] * m.mean[k]);
            out[at(i)] = static_cast<double>(std::fma(y, weight, bias));
        } else if (norms.kind == Norms::Groups && !a.more[0] && !a.more[1]) {
            out[at(i)] = static_cast<double>((v - m.mean[k]) * m.steepness[k]);
        } else {
            const T slope = m.steepness[k] * weight;
            const T offset = norms.kind == Norms::Groups ? -slope * m.mean[k] + bias : std::fma(-m.mean[k], slope, bias);
            out[at(i)] = static_cast<double>(std::fma(v, slope, offset));
        }
    }
    return {x[0].shape(), std::move(out), x[0].dtype()};
}

}  // namespace

BatchStatistics statisticsOf(const Tensor& x, const Attributes& attributes) {
    const Norms norms(attributes, x.size());
    const auto of = [&]<class T>(const Moments<T>& m) {
        BatchStatistics out{{m.mean.begin(), m.mean.end()}, {}};
        for (const T squares : m.squares) out.variances.push_back(static_cast<double>(squares / static_cast<T>(norms.members() - 1)));
        return out;
    };
    return x.dtype() == DType::Float32 ? of(momentsOf<float>(norms, x, attributes)) : of(momentsOf<double>(norms, x, attributes));
}

std::vector<Tensor> normalize(Operands x, const Attributes& a) {
    return {x[0].dtype() == DType::Float32 ? normalized<float>(x, a) : normalized<double>(x, a)};
}

namespace {

// What the rules of a normalization look at: which elements belong together, their moments, and the weight of each.
struct Normalized {
    const Tensor& x;
    const Tensor& weight;
    const Attributes& a;
    Norms norms;
    Moments<double> m;
    Normalized(Operands given, const Attributes& attributes)
        : x(given[1]),
          weight(given[attributes.n == Norms::Rows ? 4 : 2]),
          a(attributes),
          norms(a, x.size()),
          m(momentsOf<double>(norms, x, a)) {}

    [[nodiscard]] std::size_t group(std::int64_t i) const { return at(norms.group(i)); }
    [[nodiscard]] std::size_t channel(std::int64_t i) const { return at(norms.channel(i)); }
    [[nodiscard]] double steepness(std::int64_t i) const { return m.steepness[group(i)]; }
    [[nodiscard]] double hat(std::int64_t i) const { return (x.at(i) - m.mean[group(i)]) * steepness(i); }
    [[nodiscard]] double scale(std::int64_t i) const { return a.more[0] ? weight.at(norms.channel(i)) : 1; }
    [[nodiscard]] TensorShape shapeOfWeight() const { return a.more[0] ? weight.shape() : TensorShape{norms.channels}; }

    // For each group the sum over its elements.
    template <class F>
    [[nodiscard]] std::vector<double> sums(F f) const {
        std::vector<double> out(at(norms.count()));
        for (std::int64_t i = 0; i < x.size(); ++i) out[group(i)] += f(i);
        return out;
    }
    template <class F>
    [[nodiscard]] std::vector<double> each(F f) const {
        std::vector<double> out(at(x.size()));
        for (std::int64_t i = 0; i < x.size(); ++i) out[at(i)] = f(i);
        return out;
    }
    template <class F>
    [[nodiscard]] std::vector<double> channels(F f) const {
        std::vector<double> out(at(norms.channels));
        for (std::int64_t i = 0; i < x.size(); ++i) out[channel(i)] += f(i);
        return out;
    }
    // The Jacobian of what is normalized, with weight 1, times `v`: as it is symmetric, both ways.
    template <class F>
    [[nodiscard]] std::vector<double> through(F v) const {
        if (a.flag) return each([&](std::int64_t i) { return steepness(i) * v(i); });
        const std::vector<double> plain = sums(v);
        const std::vector<double> tilted = sums([&](std::int64_t i) { return v(i) * hat(i); });
        return each(
            [&](std::int64_t i) { return steepness(i) * (v(i) - (plain[group(i)] + hat(i) * tilted[group(i)]) / norms.members()); });
    }
};

// --- backward, row by row and channel by channel ---

template <class T>
struct Gradients {
    std::vector<T> input, weight, bias;
};

template <class T>
Gradients<T> backwardOfRows(const Normalized& n, const std::vector<T>& v) {
    const std::vector<T> x = numbersOf<T>(n.x), weight = n.a.more[0] ? numbersOf<T>(n.weight) : std::vector<T>();
    const Moments<T> m = momentsOf<T>(n.norms, n.x, n.a);
    const std::size_t members = at(static_cast<std::int64_t>(n.norms.members()));
    Gradients<T> out{std::vector<T>(x.size()), std::vector<T>(members), std::vector<T>(members)};
    const T scale = 1 / static_cast<T>(members);
    for (std::size_t k = 0; k < m.mean.size(); ++k) {
        const T* dy = &v[k * members];
        const T* of = &x[k * members];
        const T a = m.steepness[k], offset = -a * m.mean[k];
        const auto gamma = [&](std::size_t j) { return weight.empty() ? T(1) : weight[j]; };
        for (std::size_t j = 0; j < members; ++j) {
            out.weight[j] = std::fma(dy[j], std::fma(a, of[j], offset), out.weight[j]);
            out.bias[j] += dy[j];
        }
        const T ds = weight.empty() ? sumOfProducts<T>(members, [&](std::size_t j) { return std::pair(dy[j], of[j]); })
                                    : sumOfProducts<T>(members, [&](std::size_t j) { return std::pair(dy[j] * of[j], weight[j]); });
        const T db = sumOfProducts<T>(members, [&](std::size_t j) { return std::pair(dy[j], gamma(j)); });
        const T b = std::fma(db, m.mean[k], -ds) * a * a * a * scale;
        const T c = std::fma(-b, m.mean[k], -(db * a * scale));
        for (std::size_t j = 0; j < members; ++j) out.input[k * members + j] = std::fma(b, of[j], a * dy[j] * gamma(j)) + c;
    }
    return out;
}

template <class T>
Gradients<T> backwardOfChannels(const Normalized& n, const std::vector<T>& v) {
    const std::vector<T> x = numbersOf<T>(n.x), weight = n.a.more[0] ? numbersOf<T>(n.weight) : std::vector<T>();
    const Moments<T> m = momentsOf<T>(n.norms, n.x, n.a, true);
    const std::size_t inner = at(n.norms.inner), row = at(n.norms.channels) * inner;
    Gradients<T> out{std::vector<T>(x.size()), std::vector<T>(at(n.norms.channels)), std::vector<T>(at(n.norms.channels))};
    const T count = static_cast<T>(n.norms.members());
    for (std::size_t c = 0; c < m.mean.size(); ++c) {
        const T mean = m.mean[c], steepness = m.steepness[c], w = weight.empty() ? T(1) : weight[c];
        double sum = 0, product = 0;
        if (inner == 1) {
            T s = 0, p = 0;
            for (std::size_t i = c; i < x.size(); i += row) {
                s += v[i];
                p = std::fma(x[i] - mean, v[i], p);
            }
            sum = static_cast<double>(s);
            product = static_cast<double>(p);
        } else {
            for (std::size_t first = c * inner; first < x.size(); first += row) {
                sum += static_cast<double>(sumOfProducts<T>(inner, [&](std::size_t j) { return std::pair(v[first + j], T(1)); }));
                product += static_cast<double>(
                    sumOfProducts<T>(inner, [&](std::size_t j) { return std::pair(x[first + j] - mean, v[first + j]); }));
            }
        }
        const T slope = static_cast<T>(product) * steepness * steepness / count;
        const T average = static_cast<T>(sum / static_cast<double>(count));
        for (std::size_t first = c * inner; first < x.size(); first += row) {
            for (std::size_t i = first; i < first + inner; ++i)
                out.input[i] = n.a.flag ? v[i] * steepness * w : std::fma(-(x[i] - mean), slope, v[i] - average) * steepness * w;
        }
        out.weight[c] = static_cast<T>(product * static_cast<double>(steepness));
        out.bias[c] = static_cast<T>(sum);
    }
    return out;
}

template <class T>
std::vector<Tensor> gradientsOf(const Normalized& n, const Tensor& v, const TensorShape& weight, const TensorShape& bias) {
    const Gradients<T> g = n.norms.kind == Norms::Rows ? backwardOfRows<T>(n, numbersOf<T>(v)) : backwardOfChannels<T>(n, numbersOf<T>(v));
    const auto tensor = [&](const TensorShape& shape, const std::vector<T>& numbers) {
        return Tensor(shape, std::vector<double>(numbers.begin(), numbers.end()), n.x.dtype());
    };
    return {tensor(n.x.shape(), g.input), tensor(weight, g.weight), tensor(bias, g.bias)};
}

}  // namespace

// To the input, to the weight, to the bias; operands at their row.
std::vector<Tensor> normalizeBackward(Operands given, const Attributes& a) {
    const Normalized n(given, a);
    const Tensor& v = given[0];
    const TensorShape weight = n.shapeOfWeight();
    const TensorShape bias = a.n == Norms::Rows && a.more[1] ? given[5].shape() : weight;
    if (n.x.size() > 0 && n.norms.kind != Norms::Groups) {
        return n.x.dtype() == DType::Float32 ? gradientsOf<float>(n, v, weight, bias) : gradientsOf<double>(n, v, weight, bias);
    }
    return {Tensor(n.x.shape(), n.through([&](std::int64_t i) { return v.at(i) * n.scale(i); }), n.x.dtype()),
            Tensor(weight, n.channels([&](std::int64_t i) { return v.at(i) * n.hat(i); }), n.x.dtype()),
            Tensor(bias, n.channels([&](std::int64_t i) { return v.at(i); }), n.x.dtype())};
}

// Where adjoints u (of the input's), w (of the weight's) and b (of the bias') arrive: to the adjoint, the input and the weight.
// Operands: those of normalizeBackward, u, w, b.
std::vector<Tensor> normalizeTwice(Operands given, const Attributes& a) {
    const Normalized n(given, a);
    const std::size_t last = given.size() - 3;
    const auto v = [&](std::int64_t i) { return given[0].at(i); };
    const auto u = [&](std::int64_t i) { return given[last].at(i); };
    const auto w = [&](std::int64_t i) { return given[last + 1].at(n.norms.channel(i)); };
    const auto b = [&](std::int64_t i) { return given[last + 2].at(n.norms.channel(i)); };
    const auto scaled = [&](std::int64_t i) { return v(i) * n.scale(i); };

    const std::vector<double> straight = n.through(u);
    std::vector<double> toAdjoint = n.each([&](std::int64_t i) { return straight[at(i)] * n.scale(i) + w(i) * n.hat(i) + b(i); });
    std::vector<double> toWeight = n.channels([&](std::int64_t i) { return straight[at(i)] * v(i); });
    std::vector<double> toInput = n.through([&](std::int64_t i) { return w(i) * v(i); });
    if (!a.flag) {
        // How mean and deviation inside of `through` move with the input.
        const double count = n.norms.members();
        const std::vector<double> v1 = n.sums(scaled);
        const std::vector<double> vh = n.sums([&](std::int64_t i) { return scaled(i) * n.hat(i); });
        const std::vector<double> u1 = n.sums(u);
        const std::vector<double> uh = n.sums([&](std::int64_t i) { return u(i) * n.hat(i); });
        const std::vector<double> uv = n.sums([&](std::int64_t i) { return u(i) * scaled(i); });
        for (std::int64_t i = 0; i < n.x.size(); ++i) {
            const std::size_t k = n.group(i);
            const double bent = n.hat(i) * (u1[k] * v1[k] / count - uv[k] + 3 * vh[k] * uh[k] / count);
            const double crossed = uh[k] * (v1[k] / count - scaled(i)) + vh[k] * (u1[k] / count - u(i));
            toInput[at(i)] += (bent + crossed) * n.steepness(i) * n.steepness(i) / count;
        }
    }
    const DType dtype = n.x.dtype();
    return {Tensor(n.x.shape(), std::move(toAdjoint), dtype), Tensor(n.x.shape(), std::move(toInput), dtype),
            Tensor(n.shapeOfWeight(), std::move(toWeight), dtype)};
}

}  // namespace backstep::kernels
