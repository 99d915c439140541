# SPDX-License-Identifier: GPL-3.0-or-later
# Module statistics: averages and spreads; sums are native and exact.
import math
from _statistics import mean as _mean, variance as _variance, deviation as _deviation, harmonic as _harmonic


class StatisticsError(ValueError):
    pass


def _listed(data):
    return data if isinstance(data, (list, tuple)) else list(data)


def mean(data):
    data = _listed(data)
    if len(data) < 1:
        raise StatisticsError("mean requires at least one data point")
    return _mean(data)


def fmean(data, weights=None):
    data = _listed(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return math.fsum(data) / len(data)
    weights = _listed(weights)
    if len(data) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    total = math.fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return math.fsum(x * w for x, w in zip(data, weights)) / total


def geometric_mean(data):
    try:
        return math.exp(fmean(map(math.log, data)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    data = _listed(data)
    if len(data) < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is not None:
        from _backstep import unsupported
        unsupported("statistics.harmonic_mean(…, weights)")
    if any(x < 0 for x in data):
        raise StatisticsError("harmonic mean does not support negative values")
    if any(x == 0 for x in data):
        return 0
    return _harmonic([1 / x for x in data])


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2 == 1:
        return data[n // 2]
    i = n // 2
    return (data[i - 1] + data[i]) / 2


def median_low(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    return data[n // 2] if n % 2 == 1 else data[n // 2 - 1]


def median_high(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    return data[n // 2]


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    ld = len(data)
    if ld < 2:
        raise StatisticsError("must have at least two data points")
    if method == "inclusive":
        m = ld - 1
        result = []
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        m = ld + 1
        result = []
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else ld - 1 if j > ld - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


def variance(data, xbar=None):
    data = _listed(data)
    if len(data) < 2:
        raise StatisticsError("variance requires at least two data points")
    return _variance(data, xbar, 1)


def pvariance(data, mu=None):
    data = _listed(data)
    if len(data) < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _variance(data, mu, 0)


def stdev(data, xbar=None):
    data = _listed(data)
    if len(data) < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _deviation(data, xbar, 1)


def pstdev(data, mu=None):
    data = _listed(data)
    if len(data) < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _deviation(data, mu, 0)
