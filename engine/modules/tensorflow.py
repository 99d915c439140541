# SPDX-License-Identifier: GPL-3.0-or-later
# Module tensorflow: constants, variables, mathematics and GradientTape as TensorFlow 2 defines them, computed by torch.
# What a tape does not see is computed without history; each value of a variable is a leaf of its own, so that assigning
# leaves older tapes right.
#
# Names that hide built-ins (range, abs, …) are defined last; the code here uses the built-ins under the names below.
import _backstep
import torch

_range, _abs, _bool, _round, _pow = range, abs, bool, round, pow
__version__ = "2.11.0"
newaxis = None


class DType:
    __module__ = "tensorflow.python.framework.dtypes"

    def __init__(self, name, kind):
        self.name = name
        self._kind = kind
        self.is_floating = kind.is_floating_point
        self.is_integer = not self.is_floating and name != "bool"

    @property
    def as_numpy_dtype(self):
        return self.name

    def __eq__(self, other):
        return _dtype(other) is self if other is not None else False

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self.name)

    def __str__(self):
        return f"<dtype: '{self.name}'>"

    def __repr__(self):
        return f"tf.{self.name}"


_DTYPES = {name: DType(name, kind) for name, kind in (("float32", torch.float32), ("float64", torch.float64), ("int32", torch.int32),
                                                      ("int64", torch.int64), ("bool", torch.bool))}
_BY_KIND = {dtype._kind: dtype for dtype in _DTYPES.values()}


def _dtype(value):
    if value is None or isinstance(value, DType):
        return value
    name = value if isinstance(value, str) else getattr(value, "__name__", str(value))
    name = {"float": "float32", "int": "int32", "double": "float64"}.get(name, name)
    if name not in _DTYPES:
        _backstep.unsupported(f"TensorFlow's dtype {name}", "tf.float32")
    return _DTYPES[name]


class InvalidArgumentError(Exception):
    __module__ = "tensorflow.python.framework.errors_impl"


class TensorShape:
    __module__ = "tensorflow.python.framework.tensor_shape"

    def __init__(self, dims):
        self._dims = [int(size) for size in dims]

    @property
    def rank(self):
        return len(self._dims)

    @property
    def ndims(self):
        return len(self._dims)

    def as_list(self):
        return list(self._dims)

    def num_elements(self):
        count = 1
        for size in self._dims:
            count *= size
        return count

    def __len__(self):
        return len(self._dims)

    def __iter__(self):
        return iter(self._dims)

    def __getitem__(self, index):
        return TensorShape(self._dims[index]) if isinstance(index, slice) else self._dims[index]

    def __eq__(self, other):
        return self._dims == list(other)

    def __ne__(self, other):
        return self._dims != list(other)

    def __hash__(self):
        return hash(tuple(self._dims))

    def __str__(self):
        return str(tuple(self._dims))

    def __repr__(self):
        return f"TensorShape({self._dims})"


# ---- tapes: which operations are recorded ----

_tapes = []
_count = [0]


def _recording():
    return len(_tapes) > 0


class _Node:
    """What EagerTensor and ResourceVariable have in common: a torch tensor and the operators."""

    @property
    def shape(self):
        return TensorShape(self._t.size())

    @property
    def dtype(self):
        return _BY_KIND[self._t.dtype]

    @property
    def ndim(self):
        return self._t.dim()

    @property
    def device(self):
        return "/job:localhost/replica:0/task:0/device:CPU:0"

    def get_shape(self):
        return self.shape

    def numpy(self):
        array = self._t.detach().numpy()
        return array if self._t.dim() else array[()]

    def __array__(self, dtype=None):
        array = self._t.detach().numpy()
        return array if dtype is None else array.astype(dtype)

    def __len__(self):
        if self._t.dim() == 0:
            raise TypeError("Scalar tensor has no `len()`")
        return self._t.size(0)

    def __iter__(self):
        if self._t.dim() == 0:
            raise TypeError("Cannot iterate over a scalar tensor.")
        for i in _range(self._t.size(0)):
            yield self[i]

    def __getitem__(self, index):
        if isinstance(index, _Node):
            index = int(index)
        parts = index if isinstance(index, tuple) else (index,)
        for part in parts:
            if isinstance(part, (str, float, list)):
                raise TypeError("Only integers, slices (`:`), ellipsis (`...`), tf.newaxis (`None`) and scalar tf.int32/tf.int64 tensors are "
                                f"valid indices, got {part!r}")
        if isinstance(index, int) and self._t.dim() and not -self._t.size(0) <= index < self._t.size(0):
            raise InvalidArgumentError(f"slice index {index} of dimension 0 out of bounds. [Op:StridedSlice] name: strided_slice/")
        if isinstance(index, slice) and index.step is not None and index.step < 0:
            places = torch.tensor(list(_range(self._t.size(0)))[index], dtype=torch.int64)
            return _run(lambda t: t.index_select(0, places), self)
        if any(isinstance(part, slice) and part.step is not None and part.step < 0 for part in parts):
            _backstep.unsupported("negative steps in several dimensions of a TensorFlow tensor", "tf.transpose and x[::-1]")
        return _run(lambda t: t[index], self)

    def __bool__(self):
        if self._t.numel() != 1:
            raise ValueError("The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()")
        return _bool(self._t.detach().item())

    def _one(self):
        if self._t.numel() != 1:
            raise TypeError("only size-1 arrays can be converted to Python scalars")
        return self._t.detach().item()

    def __float__(self):
        return float(self._one())

    def __int__(self):
        return int(self._one())

    def __index__(self):
        if self._t.is_floating_point() or self._t.dim():
            raise TypeError("only integer scalar arrays can be converted to a scalar index")
        return int(self._one())

    def __hash__(self):
        raise TypeError("Tensor is unhashable. Instead, use tensor.ref() as the key.")

    def __neg__(self):
        return _run(lambda t: -t, self)

    def __pos__(self):
        return self

    def __abs__(self):
        return _run(torch.abs, self)

    def __add__(self, other):
        return _binary("AddV2", lambda a, b: a + b, self, other)

    def __radd__(self, other):
        return _binary("AddV2", lambda a, b: a + b, other, self)

    def __sub__(self, other):
        return _binary("Sub", lambda a, b: a - b, self, other)

    def __rsub__(self, other):
        return _binary("Sub", lambda a, b: a - b, other, self)

    def __mul__(self, other):
        return _binary("Mul", lambda a, b: a * b, self, other)

    def __rmul__(self, other):
        return _binary("Mul", lambda a, b: a * b, other, self)

    def __truediv__(self, other):
        return _binary("RealDiv", _true_division, self, other)

    def __rtruediv__(self, other):
        return _binary("RealDiv", _true_division, other, self)

    def __floordiv__(self, other):
        return _binary("FloorDiv", lambda a, b: torch.div(a, b, rounding_mode="floor"), self, other)

    def __rfloordiv__(self, other):
        return _binary("FloorDiv", lambda a, b: torch.div(a, b, rounding_mode="floor"), other, self)

    def __mod__(self, other):
        return _binary("FloorMod", torch.remainder, self, other)

    def __rmod__(self, other):
        return _binary("FloorMod", torch.remainder, other, self)

    def __pow__(self, other):
        return _binary("Pow", lambda a, b: a ** b, self, other)

    def __rpow__(self, other):
        return _binary("Pow", lambda a, b: a ** b, other, self)

    def __matmul__(self, other):
        return matmul(self, other)

    def __rmatmul__(self, other):
        return matmul(other, self)

    def __lt__(self, other):
        return _binary("Less", lambda a, b: a < b, self, other)

    def __le__(self, other):
        return _binary("LessEqual", lambda a, b: a <= b, self, other)

    def __gt__(self, other):
        return _binary("Greater", lambda a, b: a > b, self, other)

    def __ge__(self, other):
        return _binary("GreaterEqual", lambda a, b: a >= b, self, other)

    def __eq__(self, other):
        if other is None:
            return False
        return _same("Equal", lambda a, b: a == b, self, other, False)

    def __ne__(self, other):
        if other is None:
            return True
        return _same("NotEqual", lambda a, b: a != b, self, other, True)

    def __and__(self, other):
        return _binary("LogicalAnd", torch.logical_and, self, other)

    def __or__(self, other):
        return _binary("LogicalOr", torch.logical_or, self, other)

    def __invert__(self):
        return _run(torch.logical_not, self)


def _from_its_own_line(text):
    return "\n" + text if "\n" in text else text


def _shape_text(t):
    return str(tuple(t.size()))


class EagerTensor(_Node):
    __module__ = "tensorflow.python.framework.ops"

    def __init__(self, t, inputs=()):
        self._t = t
        self._inputs = inputs
        self._stamp = _count[0]

    def __repr__(self):
        return f"<tf.Tensor: shape={_shape_text(self._t)}, dtype={self.dtype.name}, numpy={_from_its_own_line(repr(self.numpy()))}>"

    def __str__(self):
        return f"tf.Tensor({_from_its_own_line(str(self.numpy()))}, shape={_shape_text(self._t)}, dtype={self.dtype.name})"

    def __format__(self, spec):
        return format(self.numpy(), spec)

    def __getattr__(self, name):
        if name in ("T", "astype", "ravel", "transpose", "reshape", "clip", "size", "tolist", "data"):
            raise AttributeError(f"EagerTensor object has no attribute '{name}'. \n        If you are looking for numpy-related methods, "
                                 "please run the following:\n        from tensorflow.python.ops.numpy_ops import np_config\n        "
                                 "np_config.enable_numpy_behavior()\n      ")
        if name in ("assign", "assign_add", "assign_sub") and "_of_variable" in self.__dict__:
            _backstep.unsupported("assigning to a part of a tf.Variable", "v.assign(…) of the whole")
        raise AttributeError(f"'tensorflow.python.framework.ops.EagerTensor' object has no attribute '{name}'")

    def __setitem__(self, index, value):
        raise TypeError("'tensorflow.python.framework.ops.EagerTensor' object does not support item assignment")


def _no_inplace(sign, method):
    def refuse(self, other):
        raise RuntimeError(f"`variable {sign} value` with `tf.Variable`s is not supported. Use `variable.{method}(value)` to modify the "
                           f"variable, or `out = variable {sign[0]} value` if you need to get a new output Tensor.")
    return refuse


class ResourceVariable(_Node):
    __module__ = "tensorflow.python.ops.resource_variable_ops"

    def __init__(self, initial_value=None, trainable=True, validate_shape=True, caching_device=None, name=None, variable_def=None,
                 dtype=None, import_scope=None, constraint=None, shape=None):
        if initial_value is None:
            raise ValueError("The `initial_value` arg to `tf.Variable` must be specified except when you are not providing a "
                             "`variable_def`. You provided neither.")
        if callable(initial_value) and not isinstance(initial_value, _Node):
            initial_value = initial_value()
        self.trainable = trainable
        self.name = ("Variable" if name is None else name) + ":0"
        self._store(_raw(initial_value, dtype))

    def _store(self, raw):
        self._t = raw.detach().clone()
        if self._t.is_floating_point():
            self._t.requires_grad_(self.trainable)

    def __repr__(self):
        return f"<tf.Variable '{self.name}' shape={_shape_text(self._t)} dtype={self.dtype.name}, numpy={_from_its_own_line(repr(self.numpy()))}>"

    def __str__(self):
        return repr(self)

    def _assigned(self, raw):
        if raw.size() != self._t.size():
            raise ValueError(f"Cannot assign value to variable ' {self.name}': Shape mismatch.The variable shape "
                             f"{_shape_text(self._t)}, and the assigned value shape {_shape_text(raw)} are incompatible.")
        self._store(raw)
        return _Unread(self)

    def _given(self, value):
        if isinstance(value, _Node) and value._t.dtype != self._t.dtype:
            _refuse_conversion(value, self.dtype)
        return _raw(value, like=self._t.dtype).detach()

    def __hash__(self):
        raise TypeError(f"Variable is unhashable. Instead, use variable.ref() as the key. (Variable: {self!r})")

    def assign(self, value, use_locking=False, name=None, read_value=True):
        return self._assigned(self._given(value))

    def assign_add(self, delta, use_locking=False, name=None, read_value=True):
        return self._assigned(self._t.detach() + self._given(delta))

    def assign_sub(self, delta, use_locking=False, name=None, read_value=True):
        return self._assigned(self._t.detach() - self._given(delta))

    def value(self):
        return identity(self)

    def read_value(self):
        return identity(self)

    def __getitem__(self, index):
        part = _Node.__getitem__(self, index)
        part._of_variable = True
        return part

    def set_shape(self, shape):
        pass

    __iadd__ = _no_inplace("+=", "assign_add")
    __isub__ = _no_inplace("-=", "assign_sub")
    __imul__ = _no_inplace("*=", "assign")
    __itruediv__ = _no_inplace("/=", "assign")
    __ipow__ = _no_inplace("**=", "assign")


class _Unread(ResourceVariable):
    """What an assignment gives back: the same variable, which is shown by another name."""

    def __init__(self, of):
        self._of = of._of if isinstance(of, _Unread) else of
        self.trainable = of.trainable
        self.name = "UnreadVariable"

    @property
    def _t(self):
        return self._of._t

    def _store(self, raw):
        self._of._store(raw)


Tensor = EagerTensor
Variable = ResourceVariable


def _refuse_conversion(value, dtype):
    raise ValueError(f"Tensor conversion requested dtype {dtype.name} for Tensor with dtype {value.dtype.name}: {value!r}")


def _check_kind(value, kind):
    """What TensorFlow does not make of Python's values: fractions whole, truths numbers, numbers truths."""
    if isinstance(value, (list, tuple)):
        for item in value:
            _check_kind(item, kind)
    elif isinstance(value, str):
        _backstep.unsupported("TensorFlow's tensors of text", "numbers")
    elif isinstance(value, (_bool, int, float)) and kind is not None:
        fits = isinstance(value, _bool) if kind == torch.bool else not isinstance(value, _bool)
        if not fits or (isinstance(value, float) and not kind.is_floating_point):
            raise TypeError(f"Cannot convert {value!r} to EagerTensor of dtype {_WORDS[kind]}")


def _check_rectangular(value):
    sizes = {len(item) if isinstance(item, (list, tuple)) else None for item in value}
    if len(sizes) > 1:
        raise ValueError("Can't convert non-rectangular Python sequence to Tensor.")
    for item in value:
        if isinstance(item, (list, tuple)):
            _check_rectangular(item)


def _raw(value, dtype=None, like=None):
    """The torch tensor of a value; numbers and lists become float32 or int32, or what `like` says."""
    dtype = _dtype(dtype)
    if isinstance(value, _Node):
        t = value._t
        if isinstance(value, ResourceVariable):
            for tape in _tapes:
                tape._read(value._of if isinstance(value, _Unread) else value)
    elif isinstance(value, torch.Tensor):
        t = value
    elif hasattr(value, "tolist"):
        t = torch.tensor(value.tolist(), dtype=_DTYPES[str(value.dtype)]._kind)
        if like is not None and dtype is None:
            t = t.to(like)
    else:
        if isinstance(value, (list, tuple)) and _holds_tensors(value):
            t = torch.stack([_raw(item, dtype, like) for item in value])
        else:
            kind = like if dtype is None else dtype._kind
            _check_kind(value, kind)
            if isinstance(value, (list, tuple)):
                _check_rectangular(value)
            t = torch.tensor(value, dtype=kind) if kind is not None else torch.tensor(value)
            if kind is None and t.dtype == torch.int64:
                t = t.to(torch.int32)
    if isinstance(value, _Node) and dtype is not None and t.dtype != dtype._kind:
        _refuse_conversion(value, dtype)
    return t if dtype is None or t.dtype == dtype._kind else t.to(dtype._kind)


def _holds_tensors(values):
    for value in values:
        if isinstance(value, _Node) or (isinstance(value, (list, tuple)) and _holds_tensors(value)):
            return True
    return False


def _run(function, *values):
    """One operation: with history where a tape looks on, without elsewhere."""
    raws = [_raw(value) for value in values]
    if not _recording():
        with torch.no_grad():
            return EagerTensor(function(*raws))
    with torch.enable_grad():
        result = function(*raws)
    _count[0] += 1
    return EagerTensor(result, tuple(value for value in values if isinstance(value, _Node)))


_WORDS = {torch.float32: "float", torch.float64: "double", torch.int32: "int32", torch.int64: "int64", torch.bool: "bool"}


def _word(t):
    return _WORDS[t.dtype]


def _sizes_word(t):
    return "[" + ",".join(str(size) for size in t.size()) + "]"


def _shapes_fit(a, b):
    return all(m == n or m == 1 or n == 1 for m, n in zip(list(a.size())[::-1], list(b.size())[::-1]))


def _need_kind(name, t, allowed):
    """An operation that has no kernel for these."""
    if t.dtype not in allowed:
        words = {_FLOATS: "bfloat16, half, float, double, complex64, complex128",
                 _NUMBERS: "float, double, int32, uint8, int16, int8, complex64, int64, qint8, quint8, qint32, bfloat16, qint16, quint16, "
                           "uint16, complex128, half, uint32, uint64"}[allowed]
        word = "bool" if t.dtype == torch.bool else _BY_KIND[t.dtype].name
        raise InvalidArgumentError(f"Value for attr 'T' of {word} is not in the list of allowed values: {words} [Op:{name}]")


_FLOATS = (torch.float32, torch.float64)
_NUMBERS = (torch.float32, torch.float64, torch.int32, torch.int64)


def _binary(name, function, a, b):
    first, second = isinstance(a, _Node), isinstance(b, _Node)
    if first and not second:
        b = EagerTensor(_raw(b, like=a._t.dtype))
    elif second and not first:
        a = EagerTensor(_raw(a, like=b._t.dtype))
    if a._t.dtype != b._t.dtype:
        raise InvalidArgumentError(f"cannot compute {name} as input #1(zero-based) was expected to be a {_word(a._t)} tensor but is a "
                                   f"{_word(b._t)} tensor [Op:{name}]")
    if name in _OF_NUMBERS:
        _need_kind(name, a._t, _NUMBERS)
    if name in ("LogicalAnd", "LogicalOr") and a._t.dtype != torch.bool:
        raise InvalidArgumentError(f"cannot compute {name} as input #0(zero-based) was expected to be a bool tensor but is a {_word(a._t)} "
                                   f"tensor [Op:{name}]")
    if name in _ELEMENTWISE and not _shapes_fit(a._t, b._t):
        raise InvalidArgumentError(f"Incompatible shapes: {_sizes_word(a._t)} vs. {_sizes_word(b._t)} [Op:{name}]")
    return _run(function, a, b)


_OF_NUMBERS = ("AddV2", "Sub", "Mul", "RealDiv", "FloorDiv", "FloorMod", "Pow", "Less", "LessEqual", "Greater", "GreaterEqual", "Maximum",
               "Minimum", "SquaredDifference")
_ELEMENTWISE = _OF_NUMBERS + ("Equal", "NotEqual", "LogicalAnd", "LogicalOr", "Atan2")


def _same(name, function, a, b, otherwise):
    """== and != give one answer where the shapes do not fit."""
    other = b if isinstance(b, _Node) else EagerTensor(_raw(b, like=a._t.dtype))
    return _binary(name, function, a, other) if _shapes_fit(a._t, other._t) else EagerTensor(torch.tensor(otherwise))


def _true_division(a, b):
    if not a.is_floating_point():
        a, b = a.to(torch.float64), b.to(torch.float64)
    return a / b


class _StopRecording:
    def __enter__(self):
        self._kept = list(_tapes)
        _tapes.clear()

    def __exit__(self, *args):
        _tapes.extend(self._kept)
        return False


class UnconnectedGradients:
    NONE = "none"
    ZERO = "zero"


class GradientTape:
    """Records what is computed inside of it. A source is connected to a target only by operations that this tape saw."""
    __module__ = "tensorflow.python.eager.backprop"

    def __init__(self, persistent=False, watch_accessed_variables=True):
        self._persistent = persistent
        self._watch_variables = watch_accessed_variables
        self._clear()
        self._used = False
        self._entered = False

    def _clear(self):
        self._leaves = {}
        self._watched = {}
        self._spans = []

    def __enter__(self):
        if self in _tapes_by_identity(_tapes, self):
            raise ValueError("Tape is still recording, This can happen if you try to re-enter an already-active tape.")
        self._entered = True
        self._used = False
        self._spans.append([_count[0], None])
        _tapes.append(self)
        return self

    def __exit__(self, *args):
        self._leave()
        return False

    def _leave(self):
        for i in _range(len(_tapes)):
            if _tapes[i] is self:
                del _tapes[i]
                self._spans[-1][1] = _count[0]
                return

    def _active(self):
        return len(_tapes_by_identity(_tapes, self)) > 0

    def _read(self, variable):
        if not self._watch_variables and id(variable) not in self._watched:
            return
        leaves = self._leaves.setdefault(id(variable), [])
        if not leaves or leaves[-1] is not variable._t:
            leaves.append(variable._t)

    def watch(self, tensor):
        for value in _flattened(tensor):
            if not isinstance(value, _Node):
                raise ValueError(f"Passed in object {value} of type '{type(value).__name__}', not tf.Tensor or tf.Variable or "
                                 "ExtensionType.")
            self._watched[id(value)] = value
            if value._t.is_floating_point() and not value._t.requires_grad:
                # a leaf of its own: the same numbers, seen by another tape without watching, stay constants there
                value._t = value._t.detach().requires_grad_(True)

    def stop_recording(self):
        return _StopRecording()

    def reset(self):
        self._clear()
        if self._active():
            self._spans.append([_count[0], None])

    def watched_variables(self):
        return tuple(value for value in self._watched.values() if isinstance(value, ResourceVariable))

    def _saw(self, stamp):
        return any(start < stamp and (end is None or stamp <= end) for start, end in self._spans)

    def _connected(self, targets):
        """The ids of everything that the targets were computed from under this tape."""
        seen = set()
        todo = list(targets)
        while todo:
            value = todo.pop()
            if id(value) in seen:
                continue
            seen.add(id(value))
            if isinstance(value, EagerTensor) and self._saw(value._stamp):
                todo.extend(value._inputs)
        return seen

    def _leaves_of(self, source):
        if isinstance(source, ResourceVariable):
            return [leaf for leaf in self._leaves.get(id(source), []) if leaf.requires_grad]
        if source._t.is_leaf and id(source) not in self._watched:
            return []
        return [source._t] if source._t.requires_grad else []

    def gradient(self, target, sources, output_gradients=None, unconnected_gradients=UnconnectedGradients.NONE):
        if self._used and not self._persistent:
            raise RuntimeError("A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)")
        if unconnected_gradients not in ("none", "zero"):
            raise ValueError(f"Unknown value for unconnected_gradients: {unconnected_gradients!r}")
        if not self._persistent:
            self._leave()
        flat = _flattened(sources)
        for source in flat:
            if not isinstance(source, _Node):
                _backstep.unsupported(f"a gradient with respect to {type(source).__name__}", "tf.Variable or tf.constant")
        targets = [value for value in _flattened(target) if value._t.is_floating_point()]
        seeds = None if output_gradients is None else [_raw(value, like=torch.float32) for value in _flattened(output_gradients)]
        connected = self._connected(targets)
        results = self._sweep(targets, seeds, [self._leaves_of(source) if id(source) in connected else [] for source in flat])
        self._used = True
        found = []
        for source, result in zip(flat, results):
            if result is None and unconnected_gradients == "zero":
                result = torch.zeros_like(source._t)
            found.append(None if result is None else EagerTensor(result, tuple(targets) + tuple(flat)))
        return _shaped_like(sources, found)

    def _sweep(self, targets, seeds, leaves):
        roots = [(target._t, torch.ones_like(target._t) if seeds is None else seeds[i]) for i, target in enumerate(targets)
                 if target._t.requires_grad]
        every = []
        for group in leaves:
            for leaf in group:
                if not any(leaf is other for other in every):
                    every.append(leaf)
        if not roots or not every:
            return [None for _ in leaves]
        outer = _recording()
        with torch.set_grad_enabled(outer):
            found = torch.autograd.grad([root for root, seed in roots], every, [seed for root, seed in roots], retain_graph=True,
                                        create_graph=outer, allow_unused=True)
        if outer:
            _count[0] += 1
        results = []
        for group in leaves:
            total = None
            for leaf, gradient in zip(every, found):
                if gradient is not None and any(leaf is own for own in group):
                    total = gradient if total is None else total + gradient
            results.append(total)
        return results

    def jacobian(self, target, sources, unconnected_gradients=UnconnectedGradients.NONE, parallel_iterations=None,
                 experimental_use_pfor=True):
        if self._used and not self._persistent:
            raise RuntimeError("A non-persistent GradientTape can only be used to compute one set of gradients (or jacobians)")
        if not self._persistent:
            self._leave()
        flat = _flattened(sources)
        connected = self._connected([target])
        leaves = [self._leaves_of(source) if id(source) in connected else [] for source in flat]
        rows = []
        for i in _range(target._t.numel()):
            seed = torch.zeros(target._t.numel(), dtype=target._t.dtype)
            seed[i] = 1
            rows.append(self._sweep([target], [seed.reshape(target._t.size())], leaves))
        self._used = True
        found = []
        for j, source in enumerate(flat):
            column = [row[j] for row in rows]
            shape = list(target._t.size()) + list(source._t.size())
            found.append(None if not column or column[0] is None else EagerTensor(torch.stack(column).reshape(shape), (target, source)))
        return _shaped_like(sources, found)


def _tapes_by_identity(tapes, tape):
    return [other for other in tapes if other is tape]


def _flattened(values):
    if isinstance(values, (list, tuple)):
        return [item for value in values for item in _flattened(value)]
    if isinstance(values, dict):
        return [item for key in sorted(values) for item in _flattened(values[key])]
    return [values]


def _shaped_like(values, found):
    found = iter(found)

    def build(value):
        if isinstance(value, (list, tuple)):
            return type(value)([build(item) for item in value])
        if isinstance(value, dict):
            return {key: build(value[key]) for key in sorted(value)}
        return next(found)
    return build(values)


# ---- making ----

def constant(value, dtype=None, shape=None, name="Const"):
    if isinstance(value, _Node) and dtype is not None and _dtype(dtype) is not value.dtype:
        raise TypeError(f"Expected tensor {value} with dtype {_dtype(dtype)!r}, but got dtype {value.dtype!r}.")
    t = _raw(value, dtype).detach().clone()
    if shape is not None:
        t = t.expand(_sizes(shape)).clone() if t.numel() == 1 else t.reshape(_sizes(shape))
    return EagerTensor(t)


def convert_to_tensor(value, dtype=None, dtype_hint=None, name=None):
    return value if isinstance(value, EagerTensor) and dtype is None else EagerTensor(_raw(value, dtype))


def _sizes(shape):
    return [int(size) for size in shape] if hasattr(shape, "__len__") or isinstance(shape, TensorShape) else [int(shape)]


def ones(shape, dtype="float32", name=None):
    return EagerTensor(torch.ones(_sizes(shape), dtype=_dtype(dtype)._kind))


def zeros(shape, dtype="float32", name=None):
    return EagerTensor(torch.zeros(_sizes(shape), dtype=_dtype(dtype)._kind))


def fill(dims, value, name=None):
    return EagerTensor(_raw(value).detach().expand(_sizes(dims)).clone())


def eye(num_rows, num_columns=None, batch_shape=None, dtype="float32", name=None):
    return EagerTensor(torch.eye(num_rows, num_rows if num_columns is None else num_columns, dtype=_dtype(dtype)._kind))


def ones_like(input, dtype=None, name=None):
    return EagerTensor(torch.ones_like(_raw(input, dtype).detach()))


def zeros_like(input, dtype=None, name=None):
    return EagerTensor(torch.zeros_like(_raw(input, dtype).detach()))


def linspace(start, stop, num, name=None, axis=0):
    first = _raw(start)
    last = _raw(stop, like=first.dtype)
    if not first.is_floating_point():
        _backstep.unsupported("tf.linspace of whole numbers", "tf.linspace(0.0, 1.0, 5)")
    if first.dim() or last.dim():
        _backstep.unsupported("tf.linspace of tensors with dimensions", "numbers")
    return EagerTensor(torch.linspace(first.item(), last.item(), int(num), dtype=first.dtype))


def one_hot(indices, depth, on_value=None, off_value=None, axis=None, dtype="float32", name=None):
    return EagerTensor(torch.nn.functional.one_hot(_raw(indices).to(torch.int64), depth).to(_dtype(dtype)._kind))


# ---- shapes ----

def identity(input, name=None):
    return _run(lambda t: t.clone(), input)


def stop_gradient(input, name=None):
    return EagerTensor(_raw(input).detach())


def cast(x, dtype, name=None):
    kind = _dtype(dtype)._kind
    return _run(lambda t: t.to(kind), x)


def reshape(tensor, shape, name=None):
    return _run(lambda t: t.reshape(_sizes(shape)), tensor)


def transpose(a, perm=None, conjugate=False, name=None):
    return _run(lambda t: t.permute(perm if perm is not None else list(_range(t.dim()))[::-1]), a)


def squeeze(input, axis=None, name=None):
    return _run(lambda t: t.squeeze() if axis is None else t.squeeze(axis[0] if isinstance(axis, (list, tuple)) else axis), input)


def expand_dims(input, axis, name=None):
    return _run(lambda t: t.unsqueeze(axis), input)


def concat(values, axis, name="concat"):
    return _run(lambda *ts: torch.cat(ts, axis), *values)


def stack(values, axis=0, name="stack"):
    return _run(lambda *ts: torch.stack(ts, axis), *[value if isinstance(value, _Node) else constant(value) for value in values])


def unstack(value, num=None, axis=0, name="unstack"):
    return [_run(lambda t: t.select(axis, i), value) for i in _range(_raw(value).size(axis))]


def tile(input, multiples, name=None):
    return _run(lambda t: t.repeat(_sizes(multiples)), input)


def broadcast_to(input, shape, name=None):
    return _run(lambda t: t.expand(_sizes(shape)), input)


def gather(params, indices, validate_indices=None, axis=0, batch_dims=0, name=None):
    places = _raw(indices).to(torch.int64)
    return _run(lambda t: t.index_select(axis, places.reshape(-1)).reshape(list(t.size())[:axis] + list(places.size()) +
                                                                         list(t.size())[axis + 1:]), params)


def shape(input, out_type=None, name=None):
    return EagerTensor(torch.tensor(list(_raw(input).size()), dtype=torch.int32))


def rank(input, name=None):
    return EagerTensor(torch.tensor(_raw(input).dim(), dtype=torch.int32))


def where(condition, x=None, y=None, name=None):
    if x is None:
        _backstep.unsupported("tf.where of one argument", "tf.where(condition, x, y)")
    like = x if isinstance(x, _Node) else y
    kind = like._t.dtype if isinstance(like, _Node) else None
    return _run(torch.where, condition, EagerTensor(_raw(x, like=kind)) if not isinstance(x, _Node) else x,
                EagerTensor(_raw(y, like=kind)) if not isinstance(y, _Node) else y)


# ---- mathematics ----

def _unary(label, function, op=None, allowed=_FLOATS):
    """Of one tensor; `op` is what errors call it."""
    op = label.capitalize() if op is None else op

    def operation(x, name=None):
        value = x if isinstance(x, _Node) else EagerTensor(_raw(x))
        _need_kind(op, value._t, allowed)
        return _run(function, value)
    operation.__name__ = label
    return operation


def _pair(name, op, function):
    def operation(x, y, name=None):
        if not isinstance(x, _Node) and not isinstance(y, _Node):
            x = constant(x)
        return _binary(op, function, x, y)
    operation.__name__ = name
    return operation


def _reduction(label, every, along, op, allowed=_NUMBERS):
    def operation(input_tensor, axis=None, keepdims=False, name=None):
        input_tensor = input_tensor if isinstance(input_tensor, _Node) else EagerTensor(_raw(input_tensor))
        if allowed is None and input_tensor._t.dtype != torch.bool:
            raise InvalidArgumentError(f"cannot compute {op} as input #0(zero-based) was expected to be a bool tensor but is a "
                                       f"{_word(input_tensor._t)} tensor [Op:{op}]")
        if allowed is not None:
            _need_kind(op, input_tensor._t, allowed)
        for place in axis if isinstance(axis, (list, tuple)) else [] if axis is None else [axis]:
            size = input_tensor._t.dim()
            if not -size <= place < size:
                raise InvalidArgumentError(f"Invalid reduction dimension ({place} for input with {size} dimension(s) [Op:{op}]")
        if axis is None:
            if keepdims:
                return _run(lambda t: every(t).reshape([1] * t.dim()), input_tensor)
            return _run(every, input_tensor)
        return _run(lambda t: along(t, list(axis) if isinstance(axis, (list, tuple)) else axis, keepdims), input_tensor)
    operation.__name__ = label
    return operation


def _mean(t, *along, **keywords):
    """Whole numbers have a whole mean."""
    if t.is_floating_point():
        return t.mean(*along, **keywords)
    total = t.sum(*along, dtype=t.dtype, **keywords)
    return torch.div(total, t.numel() // max(total.numel(), 1), rounding_mode="trunc")


def _product(t, axis, keep):
    for place in sorted([place % t.dim() for place in (axis if isinstance(axis, list) else [axis])], reverse=True):
        t = t.prod(place, keepdim=keep, dtype=t.dtype)
    return t


def _any_along(function):
    def operation(t, axis, keep):
        for place in sorted([place % t.dim() for place in (axis if isinstance(axis, list) else [axis])], reverse=True):
            t = function(t, place, keepdim=keep)
        return t
    return operation


sin, cos, tan = _unary("sin", torch.sin), _unary("cos", torch.cos), _unary("tan", torch.tan)
asin, acos, atan = _unary("asin", torch.asin), _unary("acos", torch.acos), _unary("atan", torch.atan)
sinh, cosh, tanh = _unary("sinh", torch.sinh), _unary("cosh", torch.cosh), _unary("tanh", torch.tanh)
asinh, acosh, atanh = _unary("asinh", torch.asinh), _unary("acosh", torch.acosh), _unary("atanh", torch.atanh)
exp, sqrt, sigmoid = _unary("exp", torch.exp), _unary("sqrt", torch.sqrt), _unary("sigmoid", torch.sigmoid)
square, sign = _unary("square", torch.square, allowed=_NUMBERS), _unary("sign", torch.sign, allowed=_NUMBERS)
floor, ceil = _unary("floor", torch.floor), _unary("ceil", torch.ceil)
negative = _unary("negative", torch.neg, "Neg", _NUMBERS)
_log, _log1p = _unary("log", torch.log), _unary("log1p", torch.log1p)
_expm1, _rsqrt = _unary("expm1", torch.expm1), _unary("rsqrt", torch.rsqrt)
_reciprocal, _erf, _erfc = _unary("reciprocal", torch.reciprocal), _unary("erf", torch.erf), _unary("erfc", torch.erfc)
_is_nan, _is_inf = _unary("is_nan", torch.isnan, "IsNan"), _unary("is_inf", torch.isinf, "IsInf")
_is_finite, _rint = _unary("is_finite", torch.isfinite, "IsFinite"), _unary("rint", torch.round)
_softplus, _softsign = _unary("softplus", torch.nn.functional.softplus), _unary("softsign", torch.nn.functional.softsign)
_lgamma, _digamma = _unary("lgamma", torch.lgamma), _unary("digamma", torch.digamma)
_log_sigmoid = _unary("log_sigmoid", torch.nn.functional.logsigmoid, "Softplus")
add = _pair("add", "AddV2", lambda a, b: a + b)
subtract = _pair("subtract", "Sub", lambda a, b: a - b)
multiply = _pair("multiply", "Mul", lambda a, b: a * b)
divide = _pair("divide", "RealDiv", _true_division)
maximum = _pair("maximum", "Maximum", torch.maximum)
minimum = _pair("minimum", "Minimum", torch.minimum)
_atan2 = _pair("atan2", "Atan2", torch.atan2)
equal = _pair("equal", "Equal", lambda a, b: a == b)
less = _pair("less", "Less", lambda a, b: a < b)
greater = _pair("greater", "Greater", lambda a, b: a > b)
not_equal = _pair("not_equal", "NotEqual", lambda a, b: a != b)
less_equal = _pair("less_equal", "LessEqual", lambda a, b: a <= b)
greater_equal = _pair("greater_equal", "GreaterEqual", lambda a, b: a >= b)
logical_and = _pair("logical_and", "LogicalAnd", torch.logical_and)
logical_or = _pair("logical_or", "LogicalOr", torch.logical_or)
_floordiv = _pair("floordiv", "FloorDiv", lambda a, b: torch.div(a, b, rounding_mode="floor"))
_floormod = _pair("floormod", "FloorMod", torch.remainder)
_squared_difference = _pair("squared_difference", "SquaredDifference", lambda a, b: (a - b) * (a - b))
_xlogy = _pair("xlogy", "Xlogy", torch.xlogy)


def logical_not(x, name=None):
    value = x if isinstance(x, _Node) else EagerTensor(_raw(x))
    if value._t.dtype != torch.bool:
        raise InvalidArgumentError(f"cannot compute LogicalNot as input #0(zero-based) was expected to be a bool tensor but is a "
                                   f"{_word(value._t)} tensor [Op:LogicalNot]")
    return _run(torch.logical_not, value)


def _count_nonzero(input, axis=None, keepdims=None, dtype="int64", name=None):
    if axis is not None or keepdims:
        _backstep.unsupported("tf.math.count_nonzero(axis, keepdims)", "tf.reduce_sum(tf.cast(x != 0, tf.int64), axis)")
    return EagerTensor(_raw(input).detach().count_nonzero().to(_dtype(dtype)._kind))


def _l2_normalize(x, axis=None, epsilon=1e-12, name=None):
    """x / sqrt(max(sum(x²), epsilon))"""
    total = reduce_sum(square(x), axis, True)
    return multiply(x, _rsqrt(maximum(total, epsilon)))
reduce_sum = _reduction("reduce_sum", lambda t: t.sum(dtype=t.dtype), lambda t, axis, keep: t.sum(axis, keepdim=keep, dtype=t.dtype), "Sum")
reduce_mean = _reduction("reduce_mean", _mean, lambda t, axis, keep: _mean(t, axis, keepdim=keep), "Mean")
reduce_max = _reduction("reduce_max", lambda t: t.amax(), lambda t, axis, keep: t.amax(axis, keepdim=keep), "Max")
reduce_min = _reduction("reduce_min", lambda t: t.amin(), lambda t, axis, keep: t.amin(axis, keepdim=keep), "Min")
reduce_prod = _reduction("reduce_prod", lambda t: t.prod(dtype=t.dtype), _product, "Prod")
reduce_any = _reduction("reduce_any", lambda t: t.any(), _any_along(torch.any), "Any", None)
reduce_all = _reduction("reduce_all", lambda t: t.all(), _any_along(torch.all), "All", None)
_reduce_logsumexp = _reduction("reduce_logsumexp", lambda t: t.reshape(-1).logsumexp(0),
                               lambda t, axis, keep: t.logsumexp(axis, keepdim=keep), "Exp", _FLOATS)
_reduce_variance = _reduction("reduce_variance", lambda t: t.var(unbiased=False),
                              lambda t, axis, keep: t.var(axis, unbiased=False, keepdim=keep), "Mean", _FLOATS)
_reduce_std = _reduction("reduce_std", lambda t: t.std(unbiased=False),
                         lambda t, axis, keep: t.std(axis, unbiased=False, keepdim=keep), "Mean", _FLOATS)


def argmax(input, axis=None, output_type="int64", name=None):
    return _run(lambda t: t.argmax(0 if axis is None else axis).to(_dtype(output_type)._kind), input)


def argmin(input, axis=None, output_type="int64", name=None):
    return _run(lambda t: t.argmin(0 if axis is None else axis).to(_dtype(output_type)._kind), input)


def cumsum(x, axis=0, exclusive=False, reverse=False, name=None):
    if exclusive or reverse:
        _backstep.unsupported("tf.cumsum(exclusive, reverse)", "tf.cumsum(x)")
    return _run(lambda t: t.cumsum(axis, dtype=t.dtype), x)


def _cumprod(x, axis=0, exclusive=False, reverse=False, name=None):
    if exclusive or reverse:
        _backstep.unsupported("tf.math.cumprod(exclusive, reverse)", "tf.math.cumprod(x)")
    return _run(lambda t: t.cumprod(axis, dtype=t.dtype), x)


def clip_by_value(t, clip_value_min, clip_value_max, name=None):
    t = t if isinstance(t, _Node) else EagerTensor(_raw(t))
    return minimum(maximum(t, clip_value_min), clip_value_max)


def norm(tensor, ord="euclidean", axis=None, keepdims=None, name=None):
    p = 2 if ord in ("euclidean", "fro") else ord
    tensor = tensor if isinstance(tensor, _Node) else EagerTensor(_raw(tensor))
    _need_kind("Sqrt", tensor._t, _FLOATS)
    if axis is None:
        return _run(lambda t: t.norm() if p == 2 else t.reshape(-1).norm(p), tensor)
    return _run(lambda t: t.norm(p, axis, keepdim=_bool(keepdims)), tensor)


def matmul(a, b, transpose_a=False, transpose_b=False, name=None):
    first = a if isinstance(a, _Node) else constant(a)
    second = b if isinstance(b, _Node) else constant(b)
    for value in (first, second):
        if value._t.dim() < 2:
            raise InvalidArgumentError(f"In[{0 if value is first else 1}] and In[{1 if value is first else 0}] has different ndims: "
                                       f"{list(first._t.size())} vs. {list(second._t.size())} [Op:MatMul]")
    left = first._t.size(-2 if transpose_a else -1)
    right = second._t.size(-1 if transpose_b else -2)
    if left != right:
        one, two = (",".join(str(size) for size in value._t.size()) for value in (first, second))
        raise InvalidArgumentError(f"Matrix size-incompatible: In[0]: [{one}], In[1]: [{two}] [Op:MatMul]")
    return _binary("MatMul", lambda x, y: (x.transpose(-1, -2) if transpose_a else x) @ (y.transpose(-1, -2) if transpose_b else y),
                   first, second)


def tensordot(a, b, axes, name=None):
    return _run(lambda x, y: torch.tensordot(x, y, dims=axes), a if isinstance(a, _Node) else constant(a),
                b if isinstance(b, _Node) else constant(b))


def function(func=None, **kwargs):
    """tf.function: programs run eagerly here, so it changes nothing."""
    return func if func is not None else (lambda f: f)


def custom_gradient(f):
    _backstep.unsupported("tf.custom_gradient", "torch.autograd.Function")


def is_tensor(x):
    return isinstance(x, _Node)


class nn:
    relu = staticmethod(_unary("relu", torch.relu, allowed=_NUMBERS))
    sigmoid = staticmethod(sigmoid)
    tanh = staticmethod(tanh)
    softplus = staticmethod(_softplus)
    elu = staticmethod(_unary("elu", torch.nn.functional.elu))
    selu = staticmethod(_unary("selu", torch.nn.functional.selu))
    gelu = staticmethod(_unary("gelu", torch.nn.functional.gelu))
    silu = staticmethod(_unary("silu", torch.nn.functional.silu))
    swish = staticmethod(_unary("swish", torch.nn.functional.silu))

    @staticmethod
    def leaky_relu(features, alpha=0.2, name=None):
        return _run(lambda t: torch.nn.functional.leaky_relu(t, alpha), features)

    @staticmethod
    def softmax(logits, axis=-1, name=None):
        logits = logits if isinstance(logits, _Node) else EagerTensor(_raw(logits))
        _need_kind("Softmax", logits._t, _FLOATS)
        return _run(lambda t: t.softmax(axis), logits)

    @staticmethod
    def log_softmax(logits, axis=-1, name=None):
        logits = logits if isinstance(logits, _Node) else EagerTensor(_raw(logits))
        _need_kind("LogSoftmax", logits._t, _FLOATS)
        return _run(lambda t: t.log_softmax(axis), logits)


class linalg:
    matmul = staticmethod(matmul)
    norm = staticmethod(norm)
    det = staticmethod(_unary("det", torch.det))
    inv = staticmethod(_unary("inv", torch.inverse))
    trace = staticmethod(_unary("trace", torch.trace))
    matrix_transpose = staticmethod(_unary("matrix_transpose", lambda t: t.transpose(-1, -2)))


class _Refused:
    """A part of TensorFlow that is not here; whatever is asked of it says so."""

    def __init__(self, name, nearest):
        self._name = name
        self._nearest = nearest

    def __getattr__(self, name):
        _backstep.unsupported(f"tf.{self._name}.{name}", self._nearest)

    def __call__(self, *args, **kwargs):
        _backstep.unsupported(f"tf.{self._name}", self._nearest)


keras = _Refused("keras", "tf.Variable and tf.GradientTape")
random = _Refused("random", "tf.constant with numbers of your own")
data = _Refused("data", "tf.constant")
optimizers = _Refused("optimizers", "Variable.assign_sub")
compat = _Refused("compat", "TensorFlow 2's own names")
config = _Refused("config", "nothing: it runs on the CPU")
print = _Refused("print", "print")
while_loop = _Refused("while_loop", "a while statement")
cond = _Refused("cond", "an if statement")


# ---- names that hide built-ins, last ----

float32, float64, int32, int64 = _DTYPES["float32"], _DTYPES["float64"], _DTYPES["int32"], _DTYPES["int64"]


def _tf_range(start, limit=None, delta=1, dtype=None, name="range"):
    if limit is None:
        start, limit = 0, start
    values = [value.numpy().item() if isinstance(value, _Node) else value for value in (start, limit, delta)]
    whole = not any(isinstance(value, float) for value in values)
    kind = _dtype(dtype)._kind if dtype is not None else (torch.int32 if whole else torch.float32)
    start, limit, delta = values
    if delta == 0:
        raise InvalidArgumentError("Requires delta != 0: 0 [Op:Range]")
    span = (limit - start) / delta
    count = max(0, -int(-span // 1))
    return EagerTensor(torch.tensor([start + i * delta for i in _range(count)], dtype=kind))


pow = _pair("pow", "Pow", lambda a, b: a ** b)
abs = _unary("abs", torch.abs, allowed=_NUMBERS)
round = _unary("round", lambda t: torch.round(t) if t.is_floating_point() else t, allowed=_NUMBERS)
bool = _DTYPES["bool"]
range = _tf_range


def size(input, out_type=None, name=None):
    return EagerTensor(torch.tensor(_raw(input).numel(), dtype=torch.int32))


class math:
    sin, cos, tan, asin, acos, atan = (staticmethod(f) for f in (sin, cos, tan, asin, acos, atan))
    sinh, cosh, tanh, asinh, acosh, atanh = (staticmethod(f) for f in (sinh, cosh, tanh, asinh, acosh, atanh))
    exp, log, log1p, expm1, sqrt, rsqrt = (staticmethod(f) for f in (exp, _log, _log1p, _expm1, sqrt, _rsqrt))
    square, sigmoid, softplus, erf, abs, sign = (staticmethod(f) for f in (square, sigmoid, _softplus, _erf, abs, sign))
    floor, ceil, round, negative, reciprocal, is_nan = (staticmethod(f) for f in (floor, ceil, round, negative, _reciprocal, _is_nan))
    add, subtract, multiply, divide, pow, atan2 = (staticmethod(f) for f in (add, subtract, multiply, divide, pow, _atan2))
    maximum, minimum, argmax, argmin, cumsum, is_inf = (staticmethod(f) for f in (maximum, minimum, argmax, argmin, cumsum, _is_inf))
    equal, less, greater = (staticmethod(f) for f in (equal, less, greater))
    reduce_sum, reduce_mean, reduce_max, reduce_min = (staticmethod(f) for f in (reduce_sum, reduce_mean, reduce_max, reduce_min))
    reduce_prod, reduce_any, reduce_all = (staticmethod(f) for f in (reduce_prod, reduce_any, reduce_all))
    not_equal, less_equal, greater_equal = (staticmethod(f) for f in (not_equal, less_equal, greater_equal))
    logical_and, logical_or, logical_not = (staticmethod(f) for f in (logical_and, logical_or, logical_not))
    truediv, floordiv, floormod, mod = (staticmethod(f) for f in (divide, _floordiv, _floormod, _floormod))
    squared_difference, xlogy, cumprod = (staticmethod(f) for f in (_squared_difference, _xlogy, _cumprod))
    is_finite, rint, softsign, log_sigmoid = (staticmethod(f) for f in (_is_finite, _rint, _softsign, _log_sigmoid))
    erfc, lgamma, digamma = (staticmethod(f) for f in (_erfc, _lgamma, _digamma))
    count_nonzero, l2_normalize = (staticmethod(f) for f in (_count_nonzero, _l2_normalize))
    softmax, log_softmax = staticmethod(nn.softmax), staticmethod(nn.log_softmax)
    reduce_logsumexp, reduce_variance, reduce_std = (staticmethod(f) for f in (_reduce_logsumexp, _reduce_variance, _reduce_std))
