# SPDX-License-Identifier: GPL-3.0-or-later
# Module numpy._prelude: what numpy composes of other functions, in the same order of operations. Names are looked up here when first used.
# Long because there is a function for each name.
import _backstep
import numpy as np
from builtins import abs as _abs, any as _some, max as _largest, min as _smallest
from numpy import (abs, all, any, arange, array, asarray, bool_, broadcast_to, concatenate, dot, empty_like, isfinite, isnan, mean,
                   moveaxis, ndarray, ndim, not_equal, ones, ones_like, reciprocal, reshape, sort, sqrt, subtract, sum, transpose, unique,
                   where, zeros, zeros_like)

_missing = object()


def _axis_of(axis, ndim):
    axis = int(axis)
    if not -ndim <= axis < ndim:
        raise np.AxisError(f"axis {axis} is out of bounds for array of dimension {ndim}")
    return axis + ndim if axis < 0 else axis


def _axes_of(axis, ndim):
    if isinstance(axis, (tuple, list)):
        axes = tuple(_axis_of(a, ndim) for a in axis)
        if len(set(axes)) != len(axes):
            raise ValueError("repeated axis")
        return axes
    return (_axis_of(axis, ndim),)


def _without(function, **options):
    """Refuses what the function takes by name but does not do here."""
    for name, given in options.items():
        if given is not None and given is not False:
            _backstep.unsupported(f"numpy.{function}(…, {name}=…)", f"{function} without it")


def _floating(a):
    return a.dtype.kind == "f"


# ---- comparing ----

def isclose(a, b, rtol=1.e-5, atol=1.e-8, equal_nan=False):
    x = asarray(a)
    y = asarray(b)
    if not _floating(y):
        y = y.astype(float)
    fine = isfinite(x) & isfinite(y)
    with errstate(invalid="ignore"):
        near = np.less_equal(abs(x - y), atol + rtol * abs(y))
    if all(fine):
        return near
    near = where(fine, near, x == y)
    if equal_nan:
        near = near | (isnan(x) & isnan(y))
    return near[()]


def allclose(a, b, rtol=1.e-5, atol=1.e-8, equal_nan=False):
    return bool(all(isclose(a, b, rtol=rtol, atol=atol, equal_nan=equal_nan)))


def array_equal(a1, a2, equal_nan=False):
    a1, a2 = asarray(a1), asarray(a2)
    if a1.shape != a2.shape:
        return False
    same = a1 == a2
    if equal_nan:
        same = same | (isnan(a1) & isnan(a2))
    return bool(all(same))


def array_equiv(a1, a2):
    a1, a2 = asarray(a1), asarray(a2)
    try:
        broadcast_shapes(a1.shape, a2.shape)
    except ValueError:
        return False
    return bool(all(a1 == a2))


def isscalar(element):
    return isinstance(element, (np.generic, int, float, str))


def iterable(y):
    try:
        iter(y)
    except TypeError:
        return False
    return True


def isreal(x):
    return ones_like(asarray(x), dtype=bool)[()]


def iscomplex(x):
    return zeros_like(asarray(x), dtype=bool)[()]


def isrealobj(x):
    return True


def iscomplexobj(x):
    return False


def isposinf(x, out=None):
    _without("isposinf", out=out)
    return np.logical_and(np.isinf(x), ~np.signbit(x))


def isneginf(x, out=None):
    _without("isneginf", out=out)
    return np.logical_and(np.isinf(x), np.signbit(x))


def real(val):
    return asarray(val)[()] if not isinstance(val, ndarray) else val


def imag(val):
    return zeros_like(asarray(val))[()]


def shares_memory(a, b, max_work=None):
    def owner(x):
        return x if x.base is None else x.base
    return owner(a) is owner(b)


may_share_memory = shares_memory


def issubdtype(arg1, arg2):
    def scalar_type(t):
        if isinstance(t, type) and issubclass(t, np.generic):
            return t
        return np.dtype(t).type
    return issubclass(scalar_type(arg1), scalar_type(arg2))


def can_cast(from_, to, casting="safe"):
    kinds = "bif"
    a = np.dtype(from_) if not isscalar(from_) or isinstance(from_, (str, type)) else np.result_type(from_)
    b = np.dtype(to)
    if casting == "unsafe":
        return True
    if casting == "same_kind":
        return kinds.index(a.kind) <= kinds.index(b.kind)
    return np.promote_types(a, b) == b


# ---- differences and sums ----

def diff(a, n=1, axis=-1, prepend=_missing, append=_missing):
    if n == 0:
        return a
    if n < 0:
        raise ValueError("order must be non-negative but got " + repr(n))
    a = asarray(a)
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one dimensional")
    axis = _axis_of(axis, a.ndim)

    def edge(value):
        value = asarray(value)
        if value.ndim == 0:
            shape = list(a.shape)
            shape[axis] = 1
            value = broadcast_to(value, tuple(shape))
        return value

    parts = [a]
    if prepend is not _missing:
        parts.insert(0, edge(prepend))
    if append is not _missing:
        parts.append(edge(append))
    if len(parts) > 1:
        a = concatenate(parts, axis)
    later = (slice(None),) * axis + (slice(1, None),)
    earlier = (slice(None),) * axis + (slice(None, -1),)
    operation = not_equal if a.dtype == bool_ else subtract
    for _ in range(n):
        a = operation(a[later], a[earlier])
    return a


def ediff1d(ary, to_end=None, to_begin=None):
    ary = asarray(ary).ravel()
    parts = [ary[1:] - ary[:-1]]
    if to_begin is not None:
        parts.insert(0, asarray(to_begin).ravel())
    if to_end is not None:
        parts.append(asarray(to_end).ravel())
    return parts[0] if len(parts) == 1 else concatenate(parts)


def _spacings(f, axes, varargs):
    if len(varargs) == 0:
        return [1.0] * len(axes)
    if len(varargs) == 1 and ndim(varargs[0]) == 0:
        return list(varargs) * len(axes)
    if len(varargs) != len(axes):
        raise TypeError("invalid number of arguments")
    spacings = []
    for axis, given in zip(axes, varargs):
        distances = asarray(given)
        if distances.ndim == 0:
            spacings.append(given)
            continue
        if distances.ndim != 1:
            raise ValueError("distances must be either scalars or 1d")
        if len(distances) != f.shape[axis]:
            raise ValueError("when 1d, distances must match the length of the corresponding dimension")
        if distances.dtype.kind == "i":
            distances = distances.astype(np.float64)
        steps = diff(distances)
        spacings.append(steps[0] if (steps == steps[0]).all() else steps)
    return spacings


def _gradient_along(f, axis, dx, edge_order):
    """The derivative along one axis: second order inside, first or second order at the ends."""
    if f.shape[axis] < edge_order + 1:
        raise ValueError("Shape of array too small to calculate a numerical gradient, "
                         "at least (edge_order + 1) elements are required.")
    out = empty_like(f)

    def at(index):
        return (slice(None),) * axis + (index,)

    inside, before, after = at(slice(1, -1)), at(slice(None, -2)), at(slice(2, None))
    uniform = ndim(dx) == 0
    if uniform:
        out[inside] = (f[after] - f[before]) / (2. * dx)
        first, second, last, last_but_one = dx, dx, dx, dx
    else:
        left, right = dx[0:-1], dx[1:]
        shape = [1] * f.ndim
        shape[axis] = -1
        a = (-(right) / (left * (left + right))).reshape(shape)
        b = ((right - left) / (left * right)).reshape(shape)
        c = (left / (right * (left + right))).reshape(shape)
        out[inside] = a * f[before] + b * f[inside] + c * f[after]
        first, last = dx[0], dx[-1]
    if edge_order == 1:
        out[at(0)] = (f[at(1)] - f[at(0)]) / first
        out[at(-1)] = (f[at(-1)] - f[at(-2)]) / last
        return out
    if uniform:
        a, b, c = -1.5 / dx, 2. / dx, -0.5 / dx
    else:
        d1, d2 = dx[0], dx[1]
        a, b, c = -(2. * d1 + d2) / (d1 * (d1 + d2)), (d1 + d2) / (d1 * d2), - d1 / (d2 * (d1 + d2))
    out[at(0)] = a * f[at(0)] + b * f[at(1)] + c * f[at(2)]
    if uniform:
        a, b, c = 0.5 / dx, -2. / dx, 1.5 / dx
    else:
        d1, d2 = dx[-2], dx[-1]
        a, b, c = (d2) / (d1 * (d1 + d2)), - (d2 + d1) / (d1 * d2), (2. * d2 + d1) / (d2 * (d1 + d2))
    out[at(-1)] = a * f[at(-3)] + b * f[at(-2)] + c * f[at(-1)]
    return out


def gradient(f, *varargs, axis=None, edge_order=1):
    f = asarray(f)
    axes = tuple(range(f.ndim)) if axis is None else _axes_of(axis, f.ndim)
    spacings = _spacings(f, axes, varargs)
    if edge_order > 2:
        raise ValueError("'edge_order' greater than 2 not supported")
    if f.dtype.kind == "i":
        f = f.astype(np.float64)
    results = [_gradient_along(f, a, dx, edge_order) for a, dx in zip(axes, spacings)]
    return results[0] if len(results) == 1 else results


def trapz(y, x=None, dx=1.0, axis=-1):
    y = asarray(y)
    if x is None:
        d = dx
    else:
        x = asarray(x)
        if x.ndim == 1:
            d = diff(x)
            shape = [1] * y.ndim
            shape[axis] = d.shape[0]
            d = d.reshape(shape)
        else:
            d = diff(x, axis=axis)
    axis = _axis_of(axis, y.ndim)
    head = (slice(None),) * axis
    return (d * (y[head + (slice(1, None),)] + y[head + (slice(None, -1),)]) / 2.0).sum(axis)


def trace(a, offset=0, axis1=0, axis2=1, dtype=None, out=None):
    _without("trace", out=out)
    return asarray(a).diagonal(offset, axis1, axis2).sum(-1, dtype=dtype)


def cross(a, b, axisa=-1, axisb=-1, axisc=-1, axis=None):
    if axis is not None:
        axisa, axisb, axisc = (axis,) * 3
    a = moveaxis(asarray(a), axisa, -1)
    b = moveaxis(asarray(b), axisb, -1)
    if a.shape[-1] not in (2, 3) or b.shape[-1] not in (2, 3):
        raise ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    a0, a1, b0, b1 = a[..., 0], a[..., 1], b[..., 0], b[..., 1]
    if a.shape[-1] == 2 and b.shape[-1] == 2:
        return asarray(a0 * b1 - a1 * b0)
    a2 = a[..., 2] if a.shape[-1] == 3 else zeros_like(a0)
    b2 = b[..., 2] if b.shape[-1] == 3 else zeros_like(b0)
    parts = [asarray(a1 * b2 - a2 * b1), asarray(a2 * b0 - a0 * b2), asarray(a0 * b1 - a1 * b0)]
    return moveaxis(np.stack(parts, -1), -1, axisc)


def kron(a, b):
    a, b = asarray(a), asarray(b)
    while a.ndim < b.ndim:
        a = a[None]
    while b.ndim < a.ndim:
        b = b[None]
    shape_a, shape_b = [], []
    for m, n in zip(a.shape, b.shape):
        shape_a += [m, 1]
        shape_b += [1, n]
    product = a.reshape(shape_a) * b.reshape(shape_b)
    return product.reshape(tuple(m * n for m, n in zip(a.shape, b.shape)))


def tensordot(a, b, axes=2):
    a, b = asarray(a), asarray(b)
    if isinstance(axes, int):
        of_a, of_b = list(range(a.ndim - axes, a.ndim)), list(range(axes))
    else:
        of_a, of_b = axes
        of_a = [of_a] if isinstance(of_a, int) else list(of_a)
        of_b = [of_b] if isinstance(of_b, int) else list(of_b)
    of_a = [d + a.ndim if d < 0 else d for d in of_a]
    of_b = [d + b.ndim if d < 0 else d for d in of_b]
    if len(of_a) != len(of_b) or _some(a.shape[i] != b.shape[k] for i, k in zip(of_a, of_b)):
        raise ValueError("shape-mismatch for sum")
    rest_a = [d for d in range(a.ndim) if d not in of_a]
    rest_b = [d for d in range(b.ndim) if d not in of_b]
    n = 1
    for d in of_a:
        n *= a.shape[d]
    left = a.transpose(rest_a + of_a).reshape(-1, n)
    right = b.transpose(of_b + rest_b).reshape(n, -1)
    shape = tuple(a.shape[d] for d in rest_a) + tuple(b.shape[d] for d in rest_b)
    return dot(left, right).reshape(shape)


def einsum(*operands, optimize=False):
    if not isinstance(operands[0], str):
        _backstep.unsupported("numpy.einsum without subscripts", "numpy.einsum('ij,jk->ik', a, b)")
    subscripts, arrays = operands[0].replace(" ", ""), [asarray(x) for x in operands[1:]]
    if "..." in subscripts:
        _backstep.unsupported("numpy.einsum with '...'", "subscripts for every dimension")
    if "->" in subscripts:
        given, result = subscripts.split("->")
    else:
        given = subscripts
        letters = given.replace(",", "")
        result = "".join(sorted(c for c in set(letters) if letters.count(c) == 1))
    terms = given.split(",")
    if len(terms) != len(arrays):
        few = len(terms) > len(arrays)
        raise ValueError("einstein sum subscripts string contains too many subscripts for operand 0" if not few else
                         "fewer operands provided to einstein sum function than specified in the subscripts string")
    sizes = {}
    for k, (term, x) in enumerate(zip(terms, arrays)):
        if len(term) > x.ndim:
            raise ValueError(f"einstein sum subscripts string contains too many subscripts for operand {k}")
        if len(term) < x.ndim:
            raise ValueError("operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to "
                             "broadcast the extra dimensions.")
        for c, n in zip(term, x.shape):
            if sizes.setdefault(c, n) != n:
                shapes = " ".join(str(y.shape).replace(" ", "") for y in arrays)
                raise ValueError(f"operands could not be broadcast together with remapped shapes [original->remapped]: {shapes}")
    order = result + "".join(sorted(c for c in sizes if c not in result))
    product = None
    for term, x in zip(terms, arrays):
        while len(set(term)) < len(term):
            c = next(c for c in term if term.count(c) > 1)
            i = term.index(c)
            k = term.index(c, i + 1)
            x = x.diagonal(0, i, k)
            term = term[:i] + term[i + 1:k] + term[k + 1:] + c
        x = x.transpose([term.index(c) for c in order if c in term]).reshape([sizes[c] if c in term else 1 for c in order])
        product = x if product is None else product * x
    product = broadcast_to(product, tuple(sizes[c] for c in order))
    return product.sum(tuple(range(len(result), len(order)))) if len(order) > len(result) else array(product)


def convolve(a, v, mode="full"):
    a, v = array(a, ndmin=1), array(v, ndmin=1)
    if len(v) > len(a):
        a, v = v, a
    if len(a) == 0:
        raise ValueError("a cannot be empty")
    if len(v) == 0:
        raise ValueError("v cannot be empty")
    if a.ndim > 1 or v.ndim > 1:
        raise ValueError("object too deep for desired array")
    return _correlated(a, v[::-1], mode)


def correlate(a, v, mode="valid"):
    a, v = array(a, ndmin=1), array(v, ndmin=1)
    if a.ndim > 1 or v.ndim > 1:
        raise ValueError("object too deep for desired array")
    if len(v) > len(a):
        return _correlated(v, a, mode)[::-1]
    return _correlated(a, v, mode)


def _correlated(a, v, mode):
    n, m = len(a), len(v)
    full = [dot(a[_largest(0, k - m + 1):k + 1], v[_largest(0, m - 1 - k):m - _largest(0, k - n + 1)]) for k in range(n + m - 1)]
    if mode == "full":
        return array(full)
    if mode == "same":
        start = (m - 1) // 2
        return array(full[start:start + n])
    if mode == "valid":
        return array(full[m - 1:n])
    raise ValueError(f"mode must be one of 'valid', 'same', or 'full' (got '{mode}')")


# ---- statistics ----

def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    a = asarray(a)
    if weights is None:
        result = a.mean(axis, keepdims=keepdims)
        scale = asarray(result).dtype.type(a.size / asarray(result).size)
    else:
        w = asarray(weights)
        dtype = np.promote_types(np.promote_types(a.dtype, w.dtype), a.dtype if _floating(a) else "f8")
        if a.shape != w.shape:
            if axis is None:
                raise TypeError("Axis must be specified when shapes of a and weights differ.")
            if w.ndim != 1:
                raise TypeError("1D weights expected when shapes of a and weights differ.")
            if w.shape[0] != a.shape[axis]:
                raise ValueError("Length of weights not compatible with specified axis.")
            w = broadcast_to(w, (a.ndim - 1) * (1,) + w.shape).swapaxes(-1, axis)
        scale = w.sum(axis=axis, dtype=dtype, keepdims=keepdims)
        if any(scale == 0.0):
            raise ZeroDivisionError("Weights sum to zero, can't be normalized")
        result = (a.astype(dtype) * w.astype(dtype)).sum(axis=axis, keepdims=keepdims) / scale
    if returned:
        return result, broadcast_to(scale, asarray(result).shape)[()]
    return result


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    _without("median", out=out)
    a = asarray(a)
    if isinstance(axis, (tuple, list)):
        rest = [d for d in range(a.ndim) if d not in _axes_of(axis, a.ndim)]
        return median(a.transpose(rest + list(_axes_of(axis, a.ndim))).reshape([a.shape[d] for d in rest] + [-1]), -1)
    kept = a.ndim
    if axis is None:
        a = a.ravel()
        along = 0
    else:
        along = _axis_of(axis, a.ndim)
    a = sort(a, along)
    n = a.shape[along]
    head = (slice(None),) * along
    if n == 0:
        return mean(a, axis=along)
    result = mean(a[head + (slice((n - 1) // 2, n // 2 + 1),)], axis=along)
    if _floating(a):
        bad = isnan(a[head + (-1,)])
        if any(bad):
            result = where(bad, np.nan, result)[()]
    if keepdims:
        return reshape(result, (1,) * kept) if axis is None else np.expand_dims(result, along)
    return result


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, interpolation=None):
    _without("quantile", out=out)
    q = asarray(q)
    if not (all(0 <= q) and all(q <= 1)):
        raise ValueError("Quantiles must be in the range [0, 1]")
    return _quantile(a, q, axis, _method(method, interpolation, "quantile"), keepdims)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, interpolation=None):
    _without("percentile", out=out)
    q = np.true_divide(q, 100)
    if not (all(0 <= q) and all(q <= 1)):
        raise ValueError("Percentiles must be in the range [0, 100]")
    return _quantile(a, asarray(q), axis, _method(method, interpolation, "percentile"), keepdims)


def _method(method, interpolation, function):
    if interpolation is None:
        return method
    _backstep.warn(DeprecationWarning,
                   f"the `interpolation=` argument to {function} was renamed to `method=`, which has additional options.\n"
                   "Users of the modes 'nearest', 'lower', 'higher', or 'midpoint' are encouraged to review the method they used. "
                   "(Deprecated NumPy 1.22)")
    return interpolation


def _quantile(a, q, axis, method, keepdims):
    a = asarray(a)
    kept = a.ndim
    if axis is None:
        a = a.ravel()
    elif isinstance(axis, (tuple, list)):
        _backstep.unsupported("quantiles along several axes")
    else:
        a = moveaxis(a, axis, 0)
    a = sort(a, 0)
    n = a.shape[0]
    position = (n - 1) * q
    low = np.floor(position).astype(int)
    if method == "lower":
        result = a[low]
    elif method == "higher":
        result = a[np.ceil(position).astype(int)]
    elif method == "nearest":
        result = a[np.rint(position).astype(int)]
    elif method == "midpoint":
        result = (a[low] + a[np.ceil(position).astype(int)]) / 2
    elif method == "linear":
        high = np.minimum(low + 1, n - 1)
        before, after = a[low], a[high]
        t = reshape(position - low, q.shape + (1,) * (a.ndim - 1)) if a.ndim > 1 else position - low
        step = after - before
        result = where(t >= 0.5, after - step * (1 - t), before + step * t)[()]
    else:
        _backstep.unsupported(f"numpy.quantile with method '{method}'", "method='linear'")
    if _floating(a) and any(isnan(a[-1])):
        result = where(isnan(a[-1]), np.nan, result)[()]
    if keepdims:
        return np.expand_dims(result, -1) if axis is not None else reshape(result, q.shape + (1,) * kept)
    return result


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    if fweights is not None or aweights is not None:
        _backstep.unsupported("numpy.cov with weights")
    _without("cov", dtype=dtype)
    x = array(m, ndmin=2, dtype=float)
    if not rowvar and x.shape[0] != 1:
        x = x.T
    if y is not None:
        y = array(y, ndmin=2, dtype=float)
        if not rowvar and y.shape[0] != 1:
            y = y.T
        x = concatenate((x, y), axis=0)
    if ddof is None:
        ddof = 0 if bias else 1
    x = x - mean(x, axis=1)[:, None]
    factor = x.shape[1] - ddof
    if factor <= 0:
        _backstep.warn(RuntimeWarning, "Degrees of freedom <= 0 for slice")
        factor = 0.0
    return (dot(x, x.T) * np.true_divide(1, factor)).squeeze()


def corrcoef(x, y=None, rowvar=True):
    c = cov(x, y, rowvar)
    if ndim(c) == 0:
        return c / c
    d = sqrt(np.diagonal(c))
    c = c / d[:, None]
    c = c / d[None, :]
    return np.clip(c, -1, 1)


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    a = asarray(a).ravel()
    if isinstance(bins, str):
        _backstep.unsupported(f"numpy.histogram with bins='{bins}'", "a number of bins")
    if ndim(bins) == 1:
        edges = asarray(bins)
        if any(edges[:-1] > edges[1:]):
            raise ValueError("`bins` must increase monotonically, when an array")
        return edges
    bins = int(bins)
    if bins < 1:
        raise ValueError("`bins` must be positive, when an integer")
    if range is not None:
        first, last = range
        if first > last:
            raise ValueError("max must be larger than min in range parameter.")
    elif a.size == 0:
        first, last = 0, 1
    else:
        first, last = a.min(), a.max()
        if not (isfinite(first) and isfinite(last)):
            raise ValueError(f"autodetected range of [{first}, {last}] is not finite")
    if first == last:
        first, last = first - 0.5, last + 0.5
    common = np.result_type(first, last, a)
    return np.linspace(first, last, bins + 1, dtype=common if common.kind == "f" else float)


def histogram(a, bins=10, range=None, density=None, weights=None):
    a = asarray(a)
    if weights is not None:
        weights = asarray(weights)
        if weights.shape != a.shape:
            raise ValueError("weights should have the same shape as a.")
        weights = weights.ravel()
    a = a.ravel()
    edges = histogram_bin_edges(a, bins, range)
    if ndim(bins) == 0:
        n = len(edges) - 1
        first, last = edges[0], edges[-1]
        keep = (a >= first) & (a <= last)
        if weights is not None:
            weights = weights[keep]
        a = a[keep].astype(edges.dtype)
        places = ((a - first) * (n / (last - first))).astype(int)
        places[places == n] -= 1
        places[a < edges[places]] -= 1
        places[(a >= edges[places + 1]) & (places != n - 1)] += 1
        counts = np.bincount(places, weights=weights, minlength=n)
    else:
        if weights is not None:
            _backstep.unsupported("numpy.histogram with weights and given bins")
        ordered = sort(a)
        ends = concatenate([np.searchsorted(ordered, edges[:-1], "left"), np.searchsorted(ordered, edges[-1:], "right")])
        counts = diff(ends)
    if density:
        return counts / diff(edges).astype(float) / counts.sum(), edges
    return counts, edges


def digitize(x, bins, right=False):
    bins = asarray(bins)
    steps = diff(bins)
    if all(steps >= 0):
        return np.searchsorted(bins, x, side="left" if right else "right")
    if all(steps <= 0):
        return len(bins) - np.searchsorted(bins[::-1], x, side="right" if right else "left")
    raise ValueError("bins must be monotonically increasing or decreasing")


# ---- without NaN ----

def _without_nan(a, value):
    a = array(a)
    if not _floating(a):
        return a, None
    bad = isnan(a)
    return where(bad, asarray(value, dtype=a.dtype), a), bad


def _shared(total, count):
    """In the type of the sum, which a count of whole numbers does not widen."""
    return (total / count).astype(total.dtype)


def nansum(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=None):
    _without("nansum", out=out, initial=initial, where=where)
    return sum(_without_nan(a, 0)[0], axis=axis, dtype=dtype, keepdims=keepdims)


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=None):
    _without("nanprod", out=out, initial=initial, where=where)
    return np.prod(_without_nan(a, 1)[0], axis=axis, dtype=dtype, keepdims=keepdims)


def nancumsum(a, axis=None, dtype=None, out=None):
    _without("nancumsum", out=out)
    return np.cumsum(_without_nan(a, 0)[0], axis=axis, dtype=dtype)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=None):
    _without("nanmean", out=out, where=where)
    a, bad = _without_nan(a, 0)
    if bad is None:
        return mean(a, axis=axis, dtype=dtype, keepdims=keepdims)
    _without("nanmean", dtype=dtype)
    count = sum(~bad, axis=axis, keepdims=keepdims)
    if any(count == 0):
        _backstep.warn(RuntimeWarning, "Mean of empty slice")
    with errstate(invalid="ignore", divide="ignore"):
        return _shared(sum(a, axis=axis, keepdims=keepdims), count)


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=None):
    _without("nanvar", out=out, where=where)
    _without("nanvar", dtype=dtype)
    clean, bad = _without_nan(a, 0)
    if bad is None:
        return np.var(clean, axis=axis, ddof=ddof, keepdims=keepdims)
    count = sum(~bad, axis=axis, keepdims=True)
    centre = _shared(sum(clean, axis=axis, keepdims=True), count)
    away = np.where(bad, 0, clean - centre)
    degrees = sum(~bad, axis=axis, keepdims=keepdims) - ddof
    if any(degrees <= 0):
        _backstep.warn(RuntimeWarning, "Degrees of freedom <= 0 for slice.")
    return _shared(sum(away * away, axis=axis, keepdims=keepdims), degrees)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=None):
    _without("nanstd", out=out, where=where)
    return sqrt(nanvar(a, axis, dtype, None, ddof, keepdims))


def _extreme_without_nan(name, a, axis, keepdims):
    sign = -1 if name == "max" else 1
    clean, bad = _without_nan(a, sign * np.inf)
    result = getattr(np, name)(clean, axis=axis, keepdims=keepdims)
    if bad is not None:
        none = all(bad, axis=axis, keepdims=keepdims)
        if any(none):
            _backstep.warn(RuntimeWarning, "All-NaN slice encountered" if axis is None else "All-NaN axis encountered")
            result = where(none, np.nan, result)[()]
    return result


def nanmax(a, axis=None, out=None, keepdims=False, initial=None, where=None):
    _without("nanmax", out=out, initial=initial, where=where)
    return _extreme_without_nan("max", a, axis, keepdims)


def nanmin(a, axis=None, out=None, keepdims=False, initial=None, where=None):
    _without("nanmin", out=out, initial=initial, where=where)
    return _extreme_without_nan("min", a, axis, keepdims)


def nanargmax(a, axis=None):
    return np.argmax(_without_nan(a, -np.inf)[0], axis=axis)


def nanargmin(a, axis=None):
    return np.argmin(_without_nan(a, np.inf)[0], axis=axis)


def nanmedian(a, axis=None):
    a = asarray(a)
    if axis is None:
        return median(a[~isnan(a)])
    return apply_along_axis(lambda row: median(row[~isnan(row)]), axis, a)


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    a = array(x)
    if not _floating(a):
        return a[()]
    limits = finfo(a.dtype)
    a = where(isnan(a), asarray(nan, dtype=a.dtype), a)
    a = where(isposinf(a), asarray(limits.max if posinf is None else posinf, dtype=a.dtype), a)
    a = where(isneginf(a), asarray(limits.min if neginf is None else neginf, dtype=a.dtype), a)
    return a[()]


# ---- counting and places ----

def count_nonzero(a, axis=None, *, keepdims=False):
    n = sum(asarray(a) != 0, axis=axis, keepdims=keepdims)
    return int(n) if axis is None and not keepdims else n


def argwhere(a):
    a = asarray(a)
    if a.ndim == 0:
        a = a.reshape(1)
        return argwhere(a)[:, :0]
    return transpose(array(a.nonzero()))


def flatnonzero(a):
    return asarray(a).ravel().nonzero()[0]


def extract(condition, arr):
    return asarray(arr).ravel()[flatnonzero(condition)]


def unravel_index(indices, shape, order="C"):
    _without("unravel_index", order=None if order == "C" else order)
    indices = asarray(indices)
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    total = 1
    for n in shape:
        total *= n
    if any(indices < 0) or any(indices >= total):
        wrong = indices[(indices < 0) | (indices >= total)].ravel()[0] if indices.ndim else indices[()]
        raise ValueError(f"index {wrong} is out of bounds for array with size {total}")
    out = []
    for n in reversed(shape):
        out.insert(0, (indices % n)[()])
        indices = indices // n
    return tuple(out)


def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
    _without("ravel_multi_index", mode=None if mode == "raise" else mode, order=None if order == "C" else order)
    place = 0
    for i, n in zip(multi_index, dims):
        i = asarray(i)
        if any(i < 0) or any(i >= n):
            raise ValueError("invalid entry in coordinates array")
        place = place * n + i
    return asarray(place)[()]


def take_along_axis(arr, indices, axis):
    arr, indices = asarray(arr), asarray(indices)
    return arr[_along(arr, indices, axis)]


def put_along_axis(arr, indices, values, axis):
    arr[_along(arr, asarray(indices), axis)] = values


def _along(arr, indices, axis):
    axis = _axis_of(axis, arr.ndim)
    places = []
    for d in range(arr.ndim):
        shape = [1] * arr.ndim
        shape[d] = -1
        places.append(indices if d == axis else arange(arr.shape[d]).reshape(shape))
    return tuple(places)


def choose(a, choices, out=None, mode="raise"):
    _without("choose", out=out, mode=None if mode == "raise" else mode)
    parts = np.stack([broadcast_to(c, asarray(a).shape) for c in choices])
    return take_along_axis(parts, asarray(a)[None], 0)[0]


def select(condlist, choicelist, default=0):
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    if len(condlist) == 0:
        raise ValueError("select with an empty condition list is not possible")
    result = asarray(default)
    for condition, choice in zip(reversed(condlist), reversed(choicelist)):
        result = where(condition, choice, result)
    return result


def piecewise(x, condlist, funclist, *args, **kw):
    x = asarray(x)
    if isscalar(condlist) or (not isinstance(condlist[0], (list, ndarray)) and x.ndim != 0):
        condlist = [condlist]
    conditions = [asarray(c, dtype=bool) for c in condlist]
    if len(conditions) == len(funclist) - 1:
        other = conditions[0]
        for c in conditions[1:]:
            other = other | c
        conditions.append(~other)
    elif len(conditions) != len(funclist):
        n = len(conditions)
        raise ValueError(f"with {n} condition(s), either {n} or {n + 1} functions are expected")
    y = zeros_like(x)
    for condition, function in zip(conditions, funclist):
        if not callable(function):
            y[condition] = function
        else:
            values = x[condition]
            if values.size > 0:
                y[condition] = function(values, *args, **kw)
    return y


def putmask(a, mask, values):
    a[...] = where(mask, values, a)


def copyto(dst, src, casting="same_kind", where=True):
    if not can_cast(src, dst.dtype, casting):
        raise TypeError(f"Cannot cast array data from {asarray(src).dtype!r} to {dst.dtype!r} according to the rule '{casting}'")
    dst[...] = np.where(where, src, dst)


def place(arr, mask, vals):
    arr[asarray(mask, dtype=bool)] = np.resize(vals, (count_nonzero(mask),))


def fill_diagonal(a, val, wrap=False):
    _without("fill_diagonal", wrap=wrap)
    if a.ndim < 2:
        raise ValueError("array must be at least 2-d")
    n = _smallest(a.shape)
    a[(arange(n),) * a.ndim] = val


# ---- sets ----

def union1d(ar1, ar2):
    return unique(concatenate((asarray(ar1).ravel(), asarray(ar2).ravel())))


def in1d(ar1, ar2, assume_unique=False, invert=False):
    ar1, ar2 = asarray(ar1).ravel(), asarray(ar2).ravel()
    found = any(ar1[:, None] == ar2[None, :], axis=1)
    return ~found if invert else found


def isin(element, test_elements, assume_unique=False, invert=False):
    element = asarray(element)
    return in1d(element, test_elements, invert=invert).reshape(element.shape)


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    _without("intersect1d", return_indices=return_indices)
    ar1 = unique(ar1)
    return ar1[in1d(ar1, ar2)].astype(np.promote_types(ar1.dtype, asarray(ar2).dtype))


def setdiff1d(ar1, ar2, assume_unique=False):
    ar1 = asarray(ar1).ravel() if assume_unique else unique(ar1)
    return ar1[in1d(ar1, ar2, invert=True)]


def setxor1d(ar1, ar2, assume_unique=False):
    return sort(concatenate((setdiff1d(ar1, ar2), setdiff1d(ar2, ar1))))


# ---- matrices ----

def diag(v, k=0):
    v = asarray(v)
    if v.ndim == 1:
        n = len(v) + _abs(k)
        out = zeros((n, n), dtype=v.dtype)
        i = arange(len(v))
        out[(i, i + k) if k >= 0 else (i - k, i)] = v
        return out
    if v.ndim == 2:
        return np.diagonal(v, k)
    raise ValueError("Input must be 1- or 2-d.")


def diagflat(v, k=0):
    return diag(asarray(v).ravel(), k)


def tri(N, M=None, k=0, dtype=float):
    M = N if M is None else M
    return (arange(N)[:, None] >= arange(-k, M - k)).astype(dtype)


def tril(m, k=0):
    m = asarray(m)
    return where(tri(*m.shape[-2:], k=k, dtype=bool), m, zeros(1, m.dtype))


def triu(m, k=0):
    m = asarray(m)
    return where(tri(*m.shape[-2:], k=k - 1, dtype=bool), zeros(1, m.dtype), m)


def tril_indices(n, k=0, m=None):
    return tri(n, m, k=k, dtype=bool).nonzero()


def triu_indices(n, k=0, m=None):
    return (~tri(n, m, k=k - 1, dtype=bool)).nonzero()


def tril_indices_from(arr, k=0):
    return tril_indices(arr.shape[-2], k, arr.shape[-1])


def triu_indices_from(arr, k=0):
    return triu_indices(arr.shape[-2], k, arr.shape[-1])


def diag_indices(n, ndim=2):
    return (arange(n),) * ndim


def vander(x, N=None, increasing=False):
    x = asarray(x)
    if x.ndim != 1:
        raise ValueError("x must be a one-dimensional array or sequence.")
    N = len(x) if N is None else N
    columns = [ones_like(x)] if N > 0 else []
    for _ in range(1, N):
        columns.append(columns[-1] * x)
    out = np.stack(columns, 1) if columns else zeros((len(x), 0), x.dtype)
    return out if increasing else out[:, ::-1]


def rot90(m, k=1, axes=(0, 1)):
    m = asarray(m)
    k %= 4
    if k == 0:
        return m[:]
    if k == 2:
        return np.flip(np.flip(m, axes[0]), axes[1])
    order = list(range(m.ndim))
    order[axes[0]], order[axes[1]] = order[axes[1]], order[axes[0]]
    return transpose(np.flip(m, axes[1]), order) if k == 1 else np.flip(transpose(m, order), axes[1])


# ---- grids ----

def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    if indexing not in ("xy", "ij"):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    n = len(xi)
    out = []
    for i, x in enumerate(xi):
        shape = [1] * n
        k = (1 - i) if indexing == "xy" and n > 1 and i < 2 else i
        shape[k] = -1
        out.append(asarray(x).reshape(shape))
    if not sparse:
        out = broadcast_arrays(*out)
    return [array(x) for x in out] if copy else out


def broadcast_shapes(*shapes):
    shapes = [(s,) if isinstance(s, int) else tuple(s) for s in shapes]
    n = _largest([len(s) for s in shapes], default=0)
    out = [1] * n
    for s in shapes:
        for i, d in enumerate(s):
            k = n - len(s) + i
            if d != 1 and out[k] not in (1, d):
                words = " ".join("(" + ",".join(str(x) for x in s) + (",)" if len(s) == 1 else ")") for s in shapes)
                raise ValueError("shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape "
                                 + words.replace(" ", " and arg 1 with shape ", 1) + ".")
            if d != 1:
                out[k] = d
    return tuple(out)


def broadcast_arrays(*args, subok=False):
    args = [asarray(x) for x in args]
    shape = broadcast_shapes(*[x.shape for x in args])
    return [x if x.shape == shape else broadcast_to(x, shape) for x in args]


def indices(dimensions, dtype=int, sparse=False):
    grids = meshgrid(*[arange(n, dtype=dtype) for n in dimensions], indexing="ij", sparse=sparse)
    return tuple(grids) if sparse else np.stack(grids)


def fromfunction(function, shape, *, dtype=float, **kwargs):
    return function(*indices(shape, dtype=dtype), **kwargs)


def ix_(*args):
    out = []
    for i, x in enumerate(args):
        x = asarray(x)
        if x.dtype == bool_:
            x = x.nonzero()[0]
        shape = [1] * len(args)
        shape[i] = -1
        out.append(x.reshape(shape))
    return tuple(out)


def _points(key):
    start = 0 if key.start is None else key.start
    step = 1 if key.step is None else key.step
    return arange(start, key.stop, step)


class _Grid:
    def __init__(self, sparse):
        self.sparse = sparse

    def __getitem__(self, key):
        if not isinstance(key, tuple):
            return _points(key)
        grids = meshgrid(*[_points(k) for k in key], indexing="ij", sparse=self.sparse)
        return grids if self.sparse else np.stack(grids)


mgrid = _Grid(False)
ogrid = _Grid(True)


class _Joined:
    def __init__(self, columns):
        self.columns = columns

    def __getitem__(self, key):
        parts = []
        for k in key if isinstance(key, tuple) else (key,):
            if isinstance(k, str):
                _backstep.unsupported("numpy.r_ with a text", "numpy.concatenate")
            part = _points(k) if isinstance(k, slice) else asarray(k)
            if self.columns:
                part = part.reshape(-1, 1) if part.ndim < 2 else part
            parts.append(part.reshape(1) if part.ndim == 0 else part)
        return concatenate(parts, axis=1 if self.columns else 0)


r_ = _Joined(False)
c_ = _Joined(True)


class _Indices:
    def __getitem__(self, key):
        return key


s_ = _Indices()
index_exp = s_


# ---- joining, cutting, filling up ----

def insert(arr, obj, values, axis=None):
    arr = asarray(arr)
    if axis is None:
        arr = arr.ravel()
        axis = 0
    axis = _axis_of(axis, arr.ndim)
    n = arr.shape[axis]
    where_ = [int(i) for i in asarray(obj).ravel()] if not isinstance(obj, slice) else list(range(*obj.indices(n)))
    for i in where_:
        if not -n <= i <= n:
            raise IndexError(f"index {i} is out of bounds for axis {axis} with size {n}")
    values = array(values, dtype=arr.dtype, ndmin=arr.ndim)
    if ndim(obj) == 0:
        values = moveaxis(values, 0, axis) if values.ndim == arr.ndim and arr.ndim > 1 else values
        shape = list(arr.shape)
        shape[axis] = values.shape[axis] if arr.ndim == 1 else values.shape[axis]
        values = broadcast_to(values, tuple(shape))
        i = where_[0] + n if where_[0] < 0 else where_[0]
        head = (slice(None),) * axis
        return concatenate([arr[head + (slice(None, i),)], values, arr[head + (slice(i, None),)]], axis)
    shape = list(arr.shape)
    shape[axis] = len(where_)
    values = moveaxis(broadcast_to(values, tuple(shape)), axis, 0)
    rows = [row for row in moveaxis(arr, axis, 0)]
    places = sorted(range(len(where_)), key=lambda k: where_[k] + n if where_[k] < 0 else where_[k])
    for shift, k in enumerate(places):
        i = where_[k] + n if where_[k] < 0 else where_[k]
        rows.insert(i + shift, values[k])
    return moveaxis(np.stack([asarray(r) for r in rows]), 0, axis)


def delete(arr, obj, axis=None):
    arr = asarray(arr)
    if axis is None:
        arr = arr.ravel()
        axis = 0
    axis = _axis_of(axis, arr.ndim)
    n = arr.shape[axis]
    keep = ones(n, dtype=bool)
    if not isinstance(obj, slice):
        chosen = asarray(obj)
        if chosen.dtype != bool_:
            for i in chosen.ravel():
                if not -n <= i < n:
                    raise IndexError(f"index {i} is out of bounds for axis {axis} with size {n}")
            obj = chosen.astype(int)
    keep[obj] = False
    return arr[(slice(None),) * axis + (keep,)]


def resize(a, new_shape):
    a = asarray(a).ravel()
    shape = (new_shape,) if isinstance(new_shape, int) else tuple(new_shape)
    n = 1
    for d in shape:
        n *= d
    if a.size == 0:
        return zeros(shape, a.dtype)
    return np.tile(a, -(-n // a.size))[:n].reshape(shape)


def pad(array, pad_width, mode="constant", **kwargs):
    a = asarray(array)
    widths = broadcast_to(pad_width, (a.ndim, 2)).tolist()
    values = broadcast_to(kwargs.get("constant_values", 0), (a.ndim, 2)).tolist()
    for axis, (before, after) in enumerate(widths):
        n = a.shape[axis]
        head = (slice(None),) * axis
        if mode == "constant":
            parts = []
            for width, value in ((before, values[axis][0]), (after, values[axis][1])):
                shape = list(a.shape)
                shape[axis] = width
                parts.append(np.full(shape, value, dtype=a.dtype))
            a = concatenate([parts[0], a, parts[1]], axis)
            continue
        i = arange(-before, n + after)
        if mode == "edge":
            i = np.clip(i, 0, n - 1)
        elif mode == "wrap":
            i = i % n
        elif mode == "reflect":
            i = abs((i + n - 1) % (2 * n - 2) - (n - 1)) if n > 1 else i * 0
        elif mode == "symmetric":
            i = where(i % (2 * n) < n, i % (2 * n), 2 * n - 1 - i % (2 * n))
        else:
            _backstep.unsupported(f"numpy.pad with mode '{mode}'", "mode='constant'")
        a = a[head + (i,)]
    return a


def trim_zeros(filt, trim="fb"):
    first, last = 0, len(filt)
    if "f" in trim.lower():
        while first < last and filt[first] == 0:
            first += 1
    if "b" in trim.lower():
        while last > first and filt[last - 1] == 0:
            last -= 1
    return filt[first:last]


def dsplit(ary, indices_or_sections):
    if ndim(ary) < 3:
        raise ValueError("dsplit only works on arrays of 3 or more dimensions")
    return np.split(ary, indices_or_sections, 2)


def rollaxis(a, axis, start=0):
    axis = _axis_of(axis, a.ndim)
    start = start + a.ndim if start < 0 else start
    if axis < start:
        start -= 1
    return moveaxis(a, axis, start)


def block(arrays):
    def depth(x):
        return 1 + depth(x[0]) if isinstance(x, list) else 0

    def joined(x, level):
        if not isinstance(x, list):
            return np.array(x, ndmin=top)
        return concatenate([joined(each, level + 1) for each in x], axis=-(top - level))

    top = depth(arrays)
    return joined(arrays, 0)


# ---- functions of elements ----

def sinc(x):
    x = asarray(x)
    y = np.pi * where(x == 0, 1.0e-20, x)
    return np.sin(y) / y


def fix(x, out=None):
    _without("fix", out=out)
    return np.trunc(x)



def unwrap(p, discont=None, axis=-1, *, period=6.283185307179586):
    p = asarray(p)
    dd = diff(p, axis=axis)
    half = period / 2
    discont = half if discont is None else discont
    ddmod = np.mod(dd + half, period) - half
    ddmod = where((ddmod == -half) & (dd > 0), half, ddmod)
    correct = where(abs(dd) < discont, 0, ddmod - dd)
    up = array(p, dtype=float)
    head = (slice(None),) * _axis_of(axis, p.ndim)
    up[head + (slice(1, None),)] = p[head + (slice(1, None),)] + correct.cumsum(axis)
    return up


def angle(z, deg=False):
    z = asarray(z)
    a = np.arctan2(zeros_like(z, dtype=float), z)
    return a * (180 / np.pi) if deg else a


def frexp(x):
    x = asarray(x, dtype=float)
    size = abs(x)
    e = where(size == 0, 0, np.floor(np.log2(where(size == 0, 1, size))) + 1).astype(np.int32)
    m = x / np.exp2(e)
    high = abs(m) >= 1
    return where(high, m / 2, m)[()], (e + high)[()]


def ldexp(x1, x2):
    return x1 * np.exp2(x2)


def hanning(M):
    if M < 1:
        return array([])
    if M == 1:
        return ones(1)
    n = arange(1 - M, M, 2)
    return 0.5 + 0.5 * np.cos(np.pi * n / (M - 1))


def hamming(M):
    if M < 1:
        return array([])
    if M == 1:
        return ones(1)
    n = arange(1 - M, M, 2)
    return 0.54 + 0.46 * np.cos(np.pi * n / (M - 1))


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    arr = asarray(arr)
    axis = _axis_of(axis, arr.ndim)
    rows = moveaxis(arr, axis, -1)
    results = [asarray(func1d(row, *args, **kwargs)) for row in rows.reshape(-1, arr.shape[axis])]
    out = np.stack(results).reshape(rows.shape[:-1] + results[0].shape)
    return moveaxis(out, -1, axis) if results[0].ndim == 1 else out


class vectorize:
    def __init__(self, pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        if signature is not None:
            _backstep.unsupported("numpy.vectorize with a signature")
        self.pyfunc = pyfunc
        self.otypes = otypes
        self.cache = cache
        self.excluded = set() if excluded is None else set(excluded)
        self.__doc__ = pyfunc.__doc__ if doc is None else doc

    def __call__(self, *args, **kwargs):
        keys = [k for k in kwargs if k not in self.excluded]
        places = [i for i in range(len(args)) if i not in self.excluded]
        given = [asarray(args[i]) for i in places] + [asarray(kwargs[k]) for k in keys]

        def call(values):
            positional = list(args)
            named = dict(kwargs)
            for i, v in zip(places, values):
                positional[i] = v
            for k, v in zip(keys, values[len(places):]):
                named[k] = v
            return self.pyfunc(*positional, **named)

        if not given:
            raise ValueError("args can not be empty")
        types = self.otypes
        first = None
        if types is None:
            if _some(x.size == 0 for x in given):
                raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
            first = call([x.ravel()[0] for x in given])
            types = [asarray(r).dtype for r in (first if isinstance(first, tuple) else (first,))]
        elif isinstance(types, str):
            types = [np.dtype(c) for c in types]
        shape = broadcast_shapes(*[x.shape for x in given])
        columns = [broadcast_to(x, shape).ravel().tolist() for x in given]
        results = []
        for n, values in enumerate(zip(*columns)):
            results.append(first if self.cache and n == 0 and first is not None else call(list(values)))
        if len(types) == 1:
            return array(results, dtype=types[0]).reshape(shape)[()] if shape else array(results[0], dtype=types[0])
        return tuple(array([r[k] for r in results], dtype=t).reshape(shape) for k, t in enumerate(types))


def frompyfunc(func, nin, nout):
    _backstep.unsupported("numpy.frompyfunc", "numpy.vectorize")


# ---- polynomials ----

def polyval(p, x):
    if isinstance(p, poly1d):
        p = p.coeffs
    p = asarray(p)
    if isinstance(x, poly1d):
        y = 0
    else:
        x = asarray(x)
        y = zeros_like(x)
    for c in p:
        y = y * x + c
    return y


def polyder(p, m=1):
    wrap = isinstance(p, poly1d)
    p = asarray(p.coeffs if wrap else p)
    for _ in range(m):
        n = len(p) - 1
        p = p[:-1] * arange(n, 0, -1) if n > 0 else p[:0]
    return poly1d(p) if wrap else p


def polyint(p, m=1, k=None):
    wrap = isinstance(p, poly1d)
    p = asarray(p.coeffs if wrap else p)
    constants = [0.0] * m if k is None else list(asarray(k, dtype=float).ravel())
    for i in range(m):
        p = concatenate((np.true_divide(p, arange(len(p), 0, -1)), [constants[i]]))
    return poly1d(p) if wrap else p


def polyadd(a1, a2):
    wrap = isinstance(a1, poly1d) or isinstance(a2, poly1d)
    a1, a2 = (np.atleast_1d(a.coeffs if isinstance(a, poly1d) else a) for a in (a1, a2))
    n = _largest(len(a1), len(a2))
    out = concatenate((zeros(n - len(a1), a1.dtype), a1)) + concatenate((zeros(n - len(a2), a2.dtype), a2))
    return poly1d(out) if wrap else out


def polysub(a1, a2):
    a2 = a2.coeffs if isinstance(a2, poly1d) else a2
    return polyadd(a1, -np.atleast_1d(a2))


def polymul(a1, a2):
    wrap = isinstance(a1, poly1d) or isinstance(a2, poly1d)
    out = convolve(*(a.coeffs if isinstance(a, poly1d) else a for a in (a1, a2)))
    return poly1d(out) if wrap else out


def polydiv(u, v):
    wrap = isinstance(u, poly1d) or isinstance(v, poly1d)
    u, v = (np.atleast_1d(a.coeffs if isinstance(a, poly1d) else a) + 0.0 for a in (u, v))
    m, n = len(u) - 1, len(v) - 1
    scale = 1. / v[0]
    q = zeros(_largest(m - n + 1, 1), u.dtype)
    r = u.astype(u.dtype)
    for k in range(0, m - n + 1):
        d = scale * r[k]
        q[k] = d
        r[k:k + n + 1] -= d * v
    while allclose(r[0], 0, rtol=1e-14) and r.shape[-1] > 1:
        r = r[1:]
    return (poly1d(q), poly1d(r)) if wrap else (q, r)


class RankWarning(UserWarning):
    pass


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    if full or cov:
        _backstep.unsupported("numpy.polyfit with full or cov", "numpy.polyfit(x, y, deg)")
    order = int(deg) + 1
    x = asarray(x) + 0.0
    y = asarray(y) + 0.0
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError("expected 1D or 2D array for y")
    if x.shape[0] != y.shape[0]:
        raise TypeError("expected x and y to have same length")
    left = vander(x, order)
    if w is not None:
        w = asarray(w) + 0.0
        left = left * w[:, None]
        y = y * (w[:, None] if y.ndim == 2 else w)
    scale = sqrt((left * left).sum(axis=0))
    c, rank = _least_squares(left / scale, y)
    if rank != order:
        _backstep.warn(RankWarning, "Polyfit may be poorly conditioned")
    return (c.T / scale).T


def _least_squares(a, b):
    """Householder's reflections; columns that depend on others before them get coefficient zero."""
    a = array(a, dtype=float)
    b = array(b, dtype=float)
    m, n = a.shape
    size = abs(a).max() if a.size else 0.0
    pivots = []
    row = 0
    for k in range(n):
        if row >= m:
            break
        v = array(a[row:, k])
        length = sqrt(dot(v, v))
        if length <= size * 1e-13 * m:
            continue
        v[0] += length if v[0] >= 0 else -length
        v = v / sqrt(dot(v, v))
        a[row:] -= 2 * np.outer(v, v @ a[row:])
        if b.ndim == 1:
            b[row:] -= 2 * v * dot(v, b[row:])
        else:
            b[row:] -= 2 * np.outer(v, v @ b[row:])
        pivots.append(k)
        row += 1
    x = zeros((n,) + b.shape[1:])
    for i in range(len(pivots) - 1, -1, -1):
        k = pivots[i]
        rest = b[i] - (dot(a[i, k + 1:], x[k + 1:]) if k + 1 < n else 0.0)
        x[k] = rest / a[i, k]
    return x, len(pivots)


class poly1d:
    __hash__ = None

    def __init__(self, c_or_r, r=False, variable=None):
        if isinstance(c_or_r, poly1d):
            self.coeffs, self.variable = c_or_r.coeffs, c_or_r.variable
            return
        if r:
            coeffs = ones(1)
            for root in c_or_r:
                coeffs = convolve(coeffs, array([1, -root]))
            c_or_r = coeffs
        c = np.atleast_1d(c_or_r)
        if c.ndim > 1:
            raise ValueError("Polynomial must be 1d only.")
        c = trim_zeros(c, trim="f")
        self.coeffs = c if len(c) else array([0], dtype=c.dtype)
        self.variable = "x" if variable is None else variable

    c = coef = coefficients = property(lambda self: self.coeffs)
    order = o = property(lambda self: len(self.coeffs) - 1)

    def __call__(self, val):
        return polyval(self.coeffs, val)

    def __len__(self):
        return self.order

    def __iter__(self):
        return iter(self.coeffs)

    def __getitem__(self, power):
        k = self.order - power
        return self.coeffs[k] if 0 <= k <= self.order and power >= 0 else self.coeffs.dtype.type(0)

    def __neg__(self):
        return poly1d(-self.coeffs)

    def __pos__(self):
        return self

    def __add__(self, other):
        return polyadd(self, poly1d(other))

    def __radd__(self, other):
        return polyadd(poly1d(other), self)

    def __sub__(self, other):
        return polysub(self, poly1d(other))

    def __rsub__(self, other):
        return polysub(poly1d(other), self)

    def __mul__(self, other):
        return poly1d(self.coeffs * other) if isscalar(other) else polymul(self, poly1d(other))

    def __rmul__(self, other):
        return poly1d(other * self.coeffs) if isscalar(other) else polymul(poly1d(other), self)

    def __truediv__(self, other):
        return poly1d(self.coeffs / other) if isscalar(other) else polydiv(self, poly1d(other))

    def __pow__(self, val):
        out = [1]
        for _ in range(val):
            out = polymul(self.coeffs, out)
        return poly1d(out)

    def __eq__(self, other):
        if not isinstance(other, poly1d):
            return NotImplemented
        return self.coeffs.shape == other.coeffs.shape and bool((self.coeffs == other.coeffs).all())

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    def deriv(self, m=1):
        return poly1d(polyder(self.coeffs, m=m))

    def integ(self, m=1, k=0):
        return poly1d(polyint(self.coeffs, m=m, k=[k] * m if isscalar(k) else k))

    def __repr__(self):
        return "poly1d(%s)" % repr(self.coeffs)[len("array("):-1]

    def __str__(self):
        terms = []
        n = len(self.coeffs) - 1
        for k, c in enumerate(self.coeffs):
            text = "%.4g" % c
            if text.endswith(".0000"):
                text = text[:-5]
            power = n - k
            if power == 0:
                term = text if text != "0" or k == 0 else ""
            elif power == 1:
                term = "" if text == "0" else self.variable if text == "b" else f"{text} {self.variable}"
            else:
                term = "" if text == "0" else f"{text} {self.variable}**{power}"
            if term:
                terms.append(term if not terms else term if term.startswith("-") else "+ " + term)
        text = ""
        for term in terms:
            if text and term.startswith("-"):
                term = "- " + term[1:]
            text = term if not text else text + " " + term
        return _raised(text)


def _raised(text, wrap=70):
    """Exponents go into a line above, over the place behind what they belong to."""
    above, below, out, at = "", "", " ", 0
    while "**" in text[at:]:
        k = text.index("**", at)
        end = k + 2
        while end < len(text) and text[end].isdigit():
            end += 1
        part, power = text[at:k], text[k + 2:end]
        at = end
        upper, lower = " " * (len(part) - 1) + power, part + " " * (len(power) - 1)
        if _largest(len(below) + len(lower), len(above) + len(upper)) > wrap:
            out += above + "\n" + below + "\n "
            above, below = "", ""
        above += upper
        below += lower
    return out + above + "\n" + below + text[at:]


def poly(seq_of_zeros):
    seq = asarray(seq_of_zeros)
    if seq.ndim != 1:
        _backstep.unsupported("numpy.poly of a matrix")
    a = ones((1,))
    for zero in seq:
        a = convolve(a, array([1, -zero]), mode="full")
    return a


# ---- facts of dtypes ----

class finfo:
    def __new__(cls, dtype):
        dtype = np.dtype(type(dtype) if isinstance(dtype, (float, np.generic)) else dtype.dtype if isinstance(dtype, ndarray) else dtype)
        if dtype.kind != "f":
            raise ValueError(f"data type {dtype.type!r} not inexact")
        self = object.__new__(cls)
        t = dtype.type
        self.dtype = dtype
        wide = dtype == np.float64
        self.bits, self.nmant, self.nexp = (64, 52, 11) if wide else (32, 23, 8)
        self.iexp = self.nexp
        self.precision = 15 if wide else 6
        self.machep, self.negep = -self.nmant, -self.nmant - 1
        self.maxexp, self.minexp = (1024, -1022) if wide else (128, -126)
        self.eps = t(2.0 ** -self.nmant)
        self.epsneg = t(2.0 ** -(self.nmant + 1))
        self.max = t(1.7976931348623157e308 if wide else 3.4028234663852886e38)
        self.min = -self.max
        self.tiny = self.smallest_normal = t(2.2250738585072014e-308 if wide else 1.1754943508222875e-38)
        self.smallest_subnormal = t(5e-324 if wide else 1.401298464324817e-45)
        self.resolution = t(1e-15 if wide else 1e-6)
        return self

    def __repr__(self):
        return f"finfo(resolution={self.resolution}, min={self.min}, max={self.max}, dtype={self.dtype})"


class iinfo:
    def __init__(self, int_type):
        self.dtype = np.dtype(int_type)
        if self.dtype.kind != "i":
            raise ValueError(f"Invalid integer data type {self.dtype.kind!r}.")
        self.kind = "i"
        self.bits = self.dtype.itemsize * 8
        self.min = -(1 << (self.bits - 1))
        self.max = (1 << (self.bits - 1)) - 1

    def __repr__(self):
        return f"iinfo(min={self.min}, max={self.max}, dtype={self.dtype})"


def base_repr(number, base=2, padding=0):
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    n = _abs(int(number))
    out = ""
    while n:
        out = digits[n % base] + out
        n //= base
    return ("-" if number < 0 else "") + "0" * padding + (out or "0")


def binary_repr(num, width=None):
    text = bin(_abs(int(num)))[2:]
    if num < 0:
        if width is None:
            return "-" + text
        return bin((1 << width) + int(num))[2:].rjust(width, "1")
    return text if width is None else text.zfill(width)


# ---- settings for a while ----

class errstate:
    def __init__(self, **kwargs):
        self.call = kwargs.pop("call", None)
        self.kwargs = kwargs

    def __enter__(self):
        self.before = np.seterr(**self.kwargs)

    def __exit__(self, *exc_info):
        np.seterr(**self.before)

    def __call__(self, function):
        def inner(*args, **kwargs):
            with errstate(**self.kwargs):
                return function(*args, **kwargs)
        return inner


class printoptions:
    def __init__(self, *args, **kwargs):
        self.args, self.kwargs = args, kwargs

    def __enter__(self):
        self.before = np.get_printoptions()
        np.set_printoptions(*self.args, **self.kwargs)
        return np.get_printoptions()

    def __exit__(self, *exc_info):
        before = dict(self.before)
        before.pop("legacy")
        before.pop("formatter")
        np.set_printoptions(**before)



class ndindex:
    def __init__(self, *shape):
        if len(shape) == 1 and isinstance(shape[0], tuple):
            shape = shape[0]
        self.shape = shape

    def __iter__(self):
        if not self.shape:
            yield ()
            return
        for i in range(self.shape[0]):
            for rest in ndindex(*self.shape[1:]):
                yield (i,) + rest


class ndenumerate:
    def __init__(self, arr):
        self.arr = asarray(arr)

    def __iter__(self):
        for index in ndindex(*self.arr.shape):
            yield index, self.arr[index]


class nditer:
    """One array, element by element in the order of its memory."""

    def __init__(self, op, flags=None, op_flags=None, op_dtypes=None, order="K", casting="safe", op_axes=None, itershape=None,
                 buffersize=0):
        for name, given in (("op_dtypes", op_dtypes), ("op_axes", op_axes), ("itershape", itershape)):
            if given is not None:
                _backstep.unsupported("numpy.nditer(…, " + name + "=…)")
        if isinstance(op, (tuple, list)):
            _backstep.unsupported("numpy.nditer of several arrays", "zip")
        self._flags = tuple(flags or ())
        for flag in self._flags:
            if flag not in ("multi_index", "c_index", "refs_ok", "zerosize_ok"):
                _backstep.unsupported("numpy.nditer(…, flags=['" + str(flag) + "'])")
        wanted = op_flags[0] if op_flags and isinstance(op_flags[0], (tuple, list)) else op_flags or ["readonly"]
        for flag in wanted:
            if flag not in ("readonly", "readwrite"):
                _backstep.unsupported("numpy.nditer(…, op_flags=['" + str(flag) + "'])")
        self._writes = "readwrite" in wanted
        self._array = asarray(op)
        if self._array.size == 0 and "zerosize_ok" not in self._flags:
            raise ValueError("Iteration of zero-sized operands is not enabled")
        if order not in ("K", "C") or self._array.ndim > 1 and not np.shares_memory(self._array, self._array.ravel()):
            _backstep.unsupported("numpy.nditer in another order than that of memory", "numpy.ndenumerate")
        self.ndim, self.shape, self.itersize, self.nop = self._array.ndim, self._array.shape, self._array.size, 1
        self.reset()

    def reset(self):
        self.iterindex = 0
        self._begun = False

    @property
    def finished(self):
        return self.iterindex >= self.itersize

    @property
    def multi_index(self):
        if self.finished:
            raise ValueError("Iterator is past the end")
        if "multi_index" not in self._flags:
            raise ValueError("Iterator is not tracking a multi-index")
        return self._place()

    @property
    def index(self):
        if "c_index" not in self._flags:
            raise ValueError("Iterator does not have an index")
        if self.finished:
            raise ValueError("Iterator is past the end")
        return self.iterindex

    def _place(self):
        left, place = self.iterindex, []
        for size in self.shape[::-1]:
            place.insert(0, left % size)
            left //= size
        return tuple(place)

    @property
    def value(self):
        if self.finished:
            raise ValueError("Iterator is past the end")
        element = self._array[self._place() + (...,)]
        return element if self._writes else element[()]  # what cannot be written to

    def __getitem__(self, index):
        if index not in (0, -1):
            raise IndexError(f"Iterator operand index {index} is out of bounds")
        return self.value

    def __setitem__(self, index, value):
        if not self._writes:
            raise RuntimeError("Iterator operand 0 is not writeable")
        self[index][...] = value

    def __len__(self):
        return 1

    def iternext(self):
        self.iterindex += 1
        return not self.finished

    def __iter__(self):
        return self

    def __next__(self):
        if self._begun:
            self.iternext()
        self._begun = True
        if self.finished:
            raise StopIteration
        return self.value

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


# ---- numpy.linalg ----

def linalg_norm(x, ord=None, axis=None, keepdims=False):
    x = asarray(x)
    if not _floating(x):
        x = x.astype(float)
    if axis is None and (ord is None or (ord in ("f", "fro") and x.ndim == 2) or (ord == 2 and x.ndim == 1)):
        flat = x.ravel()
        result = sqrt(flat.dot(flat))
        return asarray(result).reshape(x.ndim * [1]) if keepdims else result
    if axis is None:
        axis = tuple(range(x.ndim))
    elif not isinstance(axis, tuple):
        try:
            axis = (int(axis),)
        except Exception as e:
            raise TypeError("'axis' must be None, an integer or a tuple of integers") from e
    if len(axis) == 1:
        return _vector_norm(x, ord, axis, keepdims)
    if len(axis) == 2:
        return _matrix_norm(x, ord, axis, keepdims)
    raise ValueError("Improper number of dimensions to norm.")


def _vector_norm(x, ord, axis, keepdims):
    if isinstance(ord, str):
        raise ValueError(f"Invalid norm order '{ord}' for vectors")
    if ord is None or ord == 2:
        return sqrt(sum(x * x, axis=axis, keepdims=keepdims))
    if ord == np.inf:
        return abs(x).max(axis=axis, keepdims=keepdims)
    if ord == -np.inf:
        return abs(x).min(axis=axis, keepdims=keepdims)
    if ord == 0:
        return (x != 0).astype(x.dtype).sum(axis=axis, keepdims=keepdims)
    if ord == 1:
        return sum(abs(x), axis=axis, keepdims=keepdims)
    result = sum(abs(x) ** ord, axis=axis, keepdims=keepdims)
    return result ** reciprocal(float(ord)).astype(asarray(result).dtype)


def _matrix_norm(x, ord, axis, keepdims):
    row, column = (_axis_of(a, x.ndim) for a in axis)
    if row == column:
        raise ValueError("Duplicate axes given.")
    if ord in (None, "fro", "f"):
        result = sqrt(sum(x * x, axis=axis))
    elif ord in (1, -1):
        sums = sum(abs(x), axis=row)
        at = column - 1 if column > row else column
        result = sums.max(axis=at) if ord == 1 else sums.min(axis=at)
    elif ord in (np.inf, -np.inf):
        sums = sum(abs(x), axis=column)
        at = row - 1 if row > column else row
        result = sums.max(axis=at) if ord == np.inf else sums.min(axis=at)
    elif ord in (2, -2, "nuc"):
        values = svd(moveaxis(x, axis, (-2, -1)), compute_uv=False)
        result = sum(values, axis=-1) if ord == "nuc" else values.max(axis=-1) if ord == 2 else values.min(axis=-1)
    else:
        raise ValueError("Invalid norm order for matrices.")
    if keepdims:
        shape = list(x.shape)
        shape[row] = shape[column] = 1
        result = asarray(result).reshape(shape)
    return result


def _square(a):
    a = asarray(a)
    if a.ndim < 2:
        raise np.linalg.LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a.shape[-1] != a.shape[-2]:
        raise np.linalg.LinAlgError("Last 2 dimensions of the array must be square")
    if a.ndim > 2:
        _backstep.unsupported("numpy.linalg of stacks of matrices")
    return array(a, dtype=a.dtype if _floating(a) else float)


def cholesky(a):
    a = _square(a)
    n = len(a)
    out = zeros_like(a)
    for j in range(n):
        rest = a[j, j] - dot(out[j, :j], out[j, :j])
        if not rest > 0:
            raise np.linalg.LinAlgError("Matrix is not positive definite")
        out[j, j] = sqrt(rest)
        for i in range(j + 1, n):
            out[i, j] = (a[i, j] - dot(out[i, :j], out[j, :j])) / out[j, j]
    return out


def qr(a, mode="reduced"):
    if mode not in ("reduced", "complete", "r"):
        _backstep.unsupported(f"numpy.linalg.qr with mode '{mode}'")
    a = array(a, dtype=float)
    m, n = a.shape
    q = np.eye(m)
    for k in range(_smallest(m, n)):
        v = array(a[k:, k])
        if k == m - 1:
            break
        rest = dot(v[1:], v[1:])
        if rest == 0:
            continue
        length = sqrt(dot(v, v))
        v[0] += length if v[0] >= 0 else -length
        v = v / sqrt(dot(v, v))
        a[k:] -= 2 * np.outer(v, v @ a[k:])
        q[:, k:] -= 2 * np.outer(q[:, k:] @ v, v)
    size = m if mode == "complete" else _smallest(m, n)
    r = triu(a[:size])
    return r if mode == "r" else (q[:, :size], r)


def eigvalsh(a, UPLO="L"):
    """Jacobi's rotations. (The signs of eigenvectors are LAPACK's own: they are not given.)"""
    a = _square(a)
    low = tril(a) if UPLO.upper() == "L" else triu(a).T
    a = low + tril(low, -1).T
    n = len(a)
    for _ in range(60):
        off = sum(tril(a, -1) ** 2)
        if off <= 1e-300 or off <= 1e-34 * sum(a * a):
            break
        for p in range(n - 1):
            for q in range(p + 1, n):
                if a[p, q] == 0:
                    continue
                theta = (a[q, q] - a[p, p]) / (2 * a[p, q])
                t = (1.0 if theta >= 0 else -1.0) / (abs(theta) + sqrt(theta * theta + 1))
                c = 1 / sqrt(t * t + 1)
                s = t * c
                rows = a[[p, q]]
                a[p], a[q] = c * rows[0] - s * rows[1], s * rows[0] + c * rows[1]
                columns = a[:, [p, q]]
                a[:, p], a[:, q] = c * columns[:, 0] - s * columns[:, 1], s * columns[:, 0] + c * columns[:, 1]
    return sort(np.diagonal(a))


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    if compute_uv:
        _backstep.unsupported("numpy.linalg.svd with its vectors", "numpy.linalg.svd(a, compute_uv=False)")
    a = array(a, dtype=float)
    if a.ndim != 2:
        _backstep.unsupported("numpy.linalg.svd of stacks of matrices")
    if a.shape[0] < a.shape[1]:
        a = a.T
    a = array(a)
    n = a.shape[1]
    for _ in range(60):
        turned = False
        for p in range(n - 1):
            for q in range(p + 1, n):
                x, y = array(a[:, p]), array(a[:, q])
                alpha, beta, gamma = dot(x, x), dot(y, y), dot(x, y)
                if abs(gamma) <= 1e-16 * sqrt(alpha * beta):
                    continue
                turned = True
                zeta = (beta - alpha) / (2 * gamma)
                t = (1.0 if zeta >= 0 else -1.0) / (abs(zeta) + sqrt(1 + zeta * zeta))
                c = 1 / sqrt(1 + t * t)
                a[:, p], a[:, q] = c * x - c * t * y, c * t * x + c * y
        if not turned:
            break
    return sort(sqrt(sum(a * a, axis=0)))[::-1]


def cond(x, p=None):
    x = asarray(x)
    if p is None or p in (2, -2):
        s = svd(x, compute_uv=False)
        return s[-1] / s[0] if p == -2 else s[0] / s[-1]
    return linalg_norm(x, p) * linalg_norm(np.linalg.inv(x), p)


def matrix_rank(A, tol=None, hermitian=False):
    A = asarray(A)
    if A.ndim < 2:
        return int(not all(A == 0))
    s = svd(A, compute_uv=False)
    if tol is None:
        tol = s.max() * _largest(A.shape) * finfo(s.dtype).eps
    return np.int64(count_nonzero(s > tol))


def lstsq(a, b, rcond="warn"):
    a, b = asarray(a), asarray(b)
    if a.ndim != 2:
        raise np.linalg.LinAlgError(f"{a.ndim}-dimensional array given. Array must be two-dimensional")
    if a.shape[0] != b.shape[0]:
        raise np.linalg.LinAlgError("Incompatible dimensions")
    x, rank = _least_squares(a, b)
    if rank < a.shape[1]:
        _backstep.unsupported("numpy.linalg.lstsq of a matrix whose columns depend on each other")
    away = asarray(b - dot(a, x))
    residuals = sum(away * away, axis=0) if a.shape[0] > a.shape[1] else array([])
    if ndim(residuals) == 0:
        residuals = array([residuals])
    return x, residuals, rank, svd(a, compute_uv=False)


def pinv(a, rcond=1e-15, hermitian=False):
    a = asarray(a)
    if a.shape[0] >= a.shape[1]:
        return _least_squares(a, np.eye(a.shape[0]))[0]
    return pinv(a.T).T


def multi_dot(arrays, *, out=None):
    _without("linalg.multi_dot", out=out)
    result = arrays[0]
    for each in arrays[1:]:
        result = dot(result, each)
    return result
