# SPDX-License-Identifier: GPL-3.0-or-later
# Module torch._prelude: what PyTorch composes of other functions, with the same nodes. `import torch` takes the names of __all__ from here.
#
# Native names relied on (beside ordinary functions and methods):
#   torch._norm(input, p, dim: list, keepdim, dtype=None): aten norm.ScalarOpt_dim, one NormBackward1
#   torch._mul_scalar(tensor, number) torch._div_scalar(tensor, number): see torch_nn_functional.py
#   _backstep.set_method(type, name, function)
import _backstep
import math as _math
import torch
from torch import Tensor
from torch.autograd import enable_grad, inference_mode, no_grad, set_grad_enabled

__all__ = ("typename norm einsum tensordot meshgrid cartesian_prod combinations block_diag cdist cov corrcoef chain_matmul broadcast_tensors broadcast_shapes "
           "atleast_1d atleast_2d atleast_3d hstack vstack row_stack dstack column_stack trapz trapezoid unique unique_consecutive FloatTensor DoubleTensor LongTensor IntTensor BoolTensor finfo iinfo "
           "no_grad enable_grad set_grad_enabled inference_mode").split()


_Builtin = type(torch.relu)


def typename(o):
    if isinstance(o, Tensor):
        return o.type()
    if type(o) is _Builtin and getattr(torch, o.__name__, None) is o:
        return "torch._VariableFunctionsClass." + o.__name__
    module = getattr(o, "__module__", None)
    module = module + "." if module is not None and module != "builtins" else ""
    if hasattr(o, "__qualname__"):
        return module + o.__qualname__
    return module + (o.__name__ if hasattr(o, "__name__") else type(o).__name__)


def _tensors(tensors):
    """The operands, given one by one or as one list."""
    if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)):
        tensors = tuple(tensors[0])
    for i, tensor in enumerate(tensors):
        if not isinstance(tensor, Tensor):
            raise TypeError(f"expected Tensor as element {i} in argument 0, but got {type(tensor).__name__}")
    return tensors


def _check_tensor(function, name, position, value):
    if not isinstance(value, Tensor):
        kind = {"Size": "torch.Size", "ndarray": "numpy.ndarray"}.get(type(value).__name__, type(value).__name__)
        raise TypeError(f"{function}(): argument '{name}' (position {position}) must be Tensor, not {kind}")


# ---- norm ----

def _frobenius(input, dim, keepdim):
    if len(dim) > 2:
        raise RuntimeError(f"Expected at most 2 dimensions, but got {len(dim)} dimensions instead.")
    if len(dim) < 2:
        return torch._norm(input, 2, list(dim), keepdim)
    first, second = (d + input.dim() if d < 0 else d for d in dim)
    if first == second:
        raise RuntimeError(f"Expected dims to be different, got {list(dim)} instead.")
    return torch.sqrt(torch.sum(input * input, (first, second), keepdim))


def norm(input, p="fro", dim=None, keepdim=False, out=None, dtype=None):
    if out is not None:
        _backstep.unsupported("out=", "the value that norm returns")
    ndim = input.dim()
    if dim is None and dtype is None and p == "fro":
        return _frobenius(input, (), keepdim)
    if dim is not None:
        dim = [dim] if isinstance(dim, int) else list(dim)
    else:
        dim = list(range(ndim))
    if not isinstance(p, str):
        return torch._norm(input, p, dim, keepdim) if dtype is None else torch._norm(input, p, dim, keepdim, dtype=dtype)
    if p == "fro":
        if dtype is not None:
            raise ValueError("dtype argument is not supported in frobenius norm")
        return _frobenius(input, dim, keepdim)
    if p == "nuc":
        if dtype is not None:
            raise ValueError("dtype argument is not supported in nuclear norm")
        _backstep.unsupported("the nuclear norm", "torch.norm(x)")
    raise RuntimeError(f"only valid string values are 'fro' and 'nuc', found {p}")


def _norm_method(self, p="fro", dim=None, keepdim=False, dtype=None):
    return norm(self, p, dim, keepdim, dtype=dtype)


_norm_method.__name__ = "norm"
_backstep.set_method(Tensor, "norm", _norm_method)


# ---- einsum ----

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ELLIPSIS = "..."


def _letter(subscript):
    if subscript is Ellipsis:
        return _ELLIPSIS
    if 0 <= subscript < 52:
        return _LETTERS[subscript]
    raise ValueError("einsum(): subscript in subscript list is not within the valid range [0, 52)")


def einsum(*args):
    if len(args) < 2:
        raise ValueError("einsum(): must specify the equation string and at least one operand, "
                         "or at least one operand and its subscripts list")
    if isinstance(args[0], Tensor):
        odd = len(args) % 2 == 1
        equation = ",".join("".join(_letter(s) for s in subscripts) for subscripts in args[1::2])
        if odd:
            equation += "->" + "".join(_letter(s) for s in args[-1])
        operands = args[:-1:2] if odd else args[::2]
    else:
        equation = args[0]
        operands = args[1:]
    if len(operands) == 1 and isinstance(operands[0], (list, tuple)):
        return einsum(equation, *operands[0])
    if not isinstance(equation, str):
        raise TypeError(f"einsum(): argument 'equation' (position 1) must be str, not {type(equation).__name__}")
    for i, operand in enumerate(operands):
        if not isinstance(operand, Tensor):
            raise TypeError(f"expected Tensor as element {i} in argument 1, but got {type(operand).__name__}")
    return _einsum(equation, operands)


def _input_labels(left, count):
    """The labels of each operand, "..." among them."""
    labels = [[] for _ in range(count)]
    current = 0
    found = False
    i = 0
    while i < len(left):
        c = left[i]
        if c == ".":
            if found:
                raise RuntimeError(f"einsum(): found '.' for operand {current} for which an ellipsis was already found")
            if left[i:i + 3] != _ELLIPSIS:
                raise RuntimeError(f"einsum(): found '.' for operand {current} that is not part of any ellipsis")
            labels[current].append(_ELLIPSIS)
            found = True
            i += 2
        elif c == ",":
            current += 1
            if current >= count:
                raise RuntimeError("einsum(): fewer operands were provided than specified in the equation")
            found = False
        elif c in _LETTERS:
            labels[current].append(c)
        elif c != " ":
            raise RuntimeError(f"einsum(): invalid subscript given at index {i} in the equation string, subscripts must be in [a-zA-Z]")
        i += 1
    if current != count - 1:
        raise RuntimeError("einsum(): more operands were provided than specified in the equation")
    return labels


def _output_labels(right, start, count):
    labels = []
    i = 0
    while i < len(right):
        c = right[i]
        if c == ".":
            if _ELLIPSIS in labels:
                raise RuntimeError("einsum(): found '.' for output but an ellipsis (...) was already found")
            if right[i:i + 3] != _ELLIPSIS:
                raise RuntimeError("einsum(): found '.' for output that is not part of any ellipsis (...)")
            labels.append(_ELLIPSIS)
            i += 2
        elif c in _LETTERS:
            if c in labels or c not in count:
                raise RuntimeError(f"einsum(): output subscript {c} " + ("appears more than once in the output" if c in labels else
                                   "does not appear in the equation for any input operand"))
            labels.append(c)
        elif c != " ":
            raise RuntimeError(f"einsum(): invalid subscript given at index {start + i} in the equation string, "
                               "subscripts must be in [a-zA-Z]")
        i += 1
    return labels


class _Plan:
    """Where each label's dimension stands once all operands are aligned: output first, then what is summed."""

    def __init__(self, equation, operands):
        arrow = equation.find("->")
        left = equation if arrow < 0 else equation[:arrow]
        self.labels = _input_labels(left, len(operands))
        self.ellipsis_dims = 0
        count = {}
        for i, operand in enumerate(operands):
            named = [c for c in self.labels[i] if c != _ELLIPSIS]
            covered = operand.dim() - len(named)
            has_ellipsis = _ELLIPSIS in self.labels[i]
            if has_ellipsis:
                self.ellipsis_dims = max(self.ellipsis_dims, covered)
            if covered < 0 or (covered > 0 and not has_ellipsis):
                raise RuntimeError(f"einsum(): the number of subscripts in the equation ({len(named)}" +
                                   (") is more than the number of dimensions (" if has_ellipsis else
                                    ") does not match the number of dimensions (") +
                                   f"{operand.dim()}) for operand {i}" + ("" if has_ellipsis else " and no ellipsis was given"))
            for c in named:
                count[c] = count.get(c, 0) + 1
        self.place = {}
        self.ellipsis_place = 0
        self.size = 0
        if arrow < 0:
            output = [_ELLIPSIS] + [c for c in _LETTERS if count.get(c) == 1]
        else:
            output = _output_labels(equation[arrow + 2:], len(left) + 2, count)
        for c in output:
            self._add(c)
        self.outputs = self.size
        if _ELLIPSIS not in output:
            self._add(_ELLIPSIS)
        for c in _LETTERS:
            if c in count and c not in self.place:
                self._add(c)

    def _add(self, label):
        if label == _ELLIPSIS:
            self.ellipsis_place = self.size
            self.size += self.ellipsis_dims
        else:
            self.place[label] = self.size
            self.size += 1


def _aligned(plan, operands):
    """The operands, each with plan.size dimensions in the plan's order; and how many operands have each of them."""
    sizes = [1] * plan.size
    counts = [0] * plan.size
    result = []
    for i, operand in enumerate(operands):
        order = [-1] * plan.size
        dim = 0
        for label in plan.labels[i]:
            if label == _ELLIPSIS:
                covered = operands[i].dim() - (len(plan.labels[i]) - 1)
                for j in range(plan.ellipsis_dims - covered, plan.ellipsis_dims):
                    place = plan.ellipsis_place + j
                    size = operand.size(dim)
                    if size != 1:
                        if sizes[place] != 1 and sizes[place] != size:
                            raise RuntimeError(f"einsum(): dimension {dim} covered by ellipsis in operand {i}has size {size} which does "
                                               f"not broadcast with previously seen ellipsis with size {sizes[place]} for the "
                                               "respective dimension")
                        sizes[place] = size
                        counts[place] += 1
                    order[place] = dim
                    dim += 1
                continue
            place = plan.place[label]
            size = operand.size(dim)
            if order[place] == -1:
                if size != 1:
                    if sizes[place] != 1 and sizes[place] != size:
                        raise RuntimeError(f"einsum(): subscript {label} has size {size} for operand {i} which does not broadcast with "
                                           f"previously seen size {sizes[place]}")
                    sizes[place] = size
                    counts[place] += 1
                order[place] = dim
                dim += 1
            else:
                before = order[place]
                if size != operand.size(before):
                    raise RuntimeError(f"einsum(): subscript {label} is repeated for operand {i} but the sizes don't match, "
                                       f"{size} != {operand.size(before)}")
                operand = operand.diagonal(0, before, dim).movedim(-1, before)
        for place in range(plan.size):
            if order[place] == -1:
                operand = operand.unsqueeze(dim)
                order[place] = dim
                dim += 1
        result.append(operand.permute(order))
    return result, counts


def _product_of_pair(left, right, sum_dims):
    """Multiplies and sums over sum_dims (kept with size 1) by one batched matrix product."""
    if not sum_dims:
        return left * right
    both, left_only, right_only = [], [], []
    both_size = left_size = right_size = sum_size = 1
    for d in range(left.dim()):
        in_left = left.size(d) != 1
        in_right = right.size(d) != 1
        if d in sum_dims:
            if in_left and in_right:
                sum_size *= left.size(d)
            elif in_left:
                left = left.sum(d, True)
            elif in_right:
                right = right.sum(d, True)
        elif in_left and in_right:
            both.append(d)
            both_size *= left.size(d)
        elif in_left:
            left_only.append(d)
            left_size *= left.size(d)
        else:
            right_only.append(d)
            right_size *= right.size(d)
    out_size = [left.size(d) for d in both + left_only] + [1] * len(sum_dims) + [right.size(d) for d in right_only]
    order = both + left_only + sum_dims + right_only
    back = [0] * len(order)
    for i, d in enumerate(order):
        back[d] = i
    left = left.permute(order).reshape([both_size, left_size, sum_size])
    right = right.permute(both + sum_dims + right_only + left_only).reshape([both_size, sum_size, right_size])
    return torch.bmm(left, right).view(out_size).permute(back)


def _einsum(equation, operands):
    plan = _Plan(equation, operands)
    aligned, counts = _aligned(plan, operands)
    result = aligned[0]
    for other in aligned[1:]:
        sum_dims, left_dims, right_dims = [], [], []
        for d in range(plan.outputs, plan.size):
            in_left = result.size(d) != 1
            in_right = other.size(d) != 1
            if in_left and in_right:
                counts[d] -= 1
                if counts[d] == 1:
                    sum_dims.append(d)
                    counts[d] = 0
            elif counts[d] == 1 and (in_left or in_right):
                (left_dims if in_left else right_dims).append(d)
                counts[d] = 0
        if left_dims:
            result = result.sum(left_dims, True)
        if right_dims:
            other = other.sum(right_dims, True)
        result = _product_of_pair(result, other, sum_dims)
    if plan.size > plan.outputs:
        if len(aligned) > 1:
            return result.view(list(result.size())[:plan.outputs])
        return result.sum(list(range(plan.outputs, plan.size)))
    return result


def tensordot(a, b, dims=2, out=None):
    if out is not None:
        _backstep.unsupported("out=", "the value that tensordot returns")
    if not isinstance(dims, (tuple, list, Tensor, int)):
        raise RuntimeError("tensordot expects dims to be int or Tuple[List[int], List[int]] or List[List[int]] containing two lists, but "
                           f"got dims={dims}")
    _check_tensor("tensordot", "input", 1, a)
    _check_tensor("tensordot", "other", 2, b)
    if isinstance(dims, Tensor):
        if dims.numel() > 1:
            assert dims.size(0) == 2
            dims = dims.tolist()
        else:
            dims = int(dims.item())
    if isinstance(dims, int):
        if dims < 0:
            raise RuntimeError(f"tensordot expects dims >= 0, but got dims={dims}")
        dims = (list(range(-dims, 0)), list(range(dims)))
    first, second = dims
    first = [first] if isinstance(first, int) else list(first)
    second = [second] if isinstance(second, int) else list(second)
    if len(first) != len(second):
        raise RuntimeError("both dimension lists should have same length")
    shared = 1
    left, right = a, b
    for i, j in zip(first, second):
        m, n = a.size(i), b.size(j)
        if n == 1:
            left = left.sum(i, True)
        elif m == 1:
            right = right.sum(j, True)
        elif m != n:
            raise RuntimeError(f"contracted dimensions need to match, but first has size {m} in dim {i} and second has size {n} in dim {j}")
        else:
            shared *= m
    first = [i % a.dim() for i in first]
    second = [j % b.dim() for j in second]
    left_free = [i for i in range(a.dim()) if i not in first]
    right_free = [j for j in range(b.dim()) if j not in second]
    sizes = [left.size(i) for i in left_free] + [right.size(j) for j in right_free]
    rows = columns = 1
    for i in left_free:
        rows *= left.size(i)
    for j in right_free:
        columns *= right.size(j)
    left = left.permute(left_free + first).reshape([rows, shared])
    right = right.permute(second + right_free).reshape([shared, columns])
    return torch.mm(left, right).reshape(sizes)


# ---- grids and blocks ----

_warned = set()


def _warn_once(key, message):
    if key not in _warned:
        _warned.add(key)
        _backstep.warn(UserWarning, message)


def _number_in_errors(number, width, style):
    """C++ shows the sign that every number that is none has, Python does not."""
    if number != number and _math.copysign(1, number) < 0:
        return "-nan".rjust(width)
    return style % number


def _matrix_in_errors(rows, width, style, scale, indent):
    """The rows in blocks of as many columns as a line takes."""
    text = ""
    columns = len(rows[0]) if rows else 0
    block = max((80 - len(indent)) // (width + 1), 1)
    for first in range(0, columns, block):
        last = min(first + block, columns) - 1
        if block < columns:
            text += ("\n" if first else "") + f"Columns {first + 1} to {last + 1}" + indent
        if scale != 1:
            text += f"{scale:g} *\n{indent}"
        for i, row in enumerate(rows):
            text += " ".join(_number_in_errors(x / scale, width, style) for x in row[first:last + 1]) + "\n"
            if i + 1 < len(rows):
                text += indent + (" " if scale != 1 else "")
    return text


def _in_errors(tensor):
    """A tensor as messages of PyTorch's own show it."""
    kind = "CPUBoolType" if tensor.dtype == torch.bool else tensor.detach().type()
    foot = f"[ {kind}{{" + ",".join(str(size) for size in tensor.size()) + "} ]"
    if tensor.numel() == 0:
        return foot
    text = ""
    precision = 6  # of what is not rounded to four digits; C++'s stream keeps what was set last
    # Every matrix, the first dimension counting fastest.
    places = [()]
    for size in reversed(tensor.size()[:-2]):
        places = [(i,) + place for place in places for i in range(size)]
    for place in places:
        matrix = tensor.detach()[place]
        indent = ""
        if place:
            text += ("\n" if text else "") + "(" + ",".join(str(i + 1) for i in place) + ",.,.) = \n "
            indent = " "
        width, scale, style = _style_in_errors([float(x) for x in matrix.flatten().tolist()])
        if style != "g":
            precision = 4
        text += _matrix_in_errors(matrix.tolist(), width, f"%{width}.{precision}{style}", scale, indent)
    return text + foot


def _style_in_errors(numbers):
    """Width, scale and notation of one matrix."""
    finite = [x for x in numbers if _math.isfinite(x)]
    least = min([abs(x) for x in finite], default=1)
    most = max([abs(finite[0])] + finite) if finite else 1
    least = _math.floor(_math.log10(least)) + 1 if least else 1
    most = _math.floor(_math.log10(most)) + 1 if most else 1
    if all(x == _math.ceil(x) for x in finite):
        return (most + 1, 1, "g") if most <= 9 else (11, 1, "e")
    if most - least > 4:
        return 12 if abs(most) > 99 or abs(least) > 99 else 11, 1, "e"
    if most > 5 or most < 0:
        return 7, 10.0 ** (most - 1), "f"
    return 7 if most == 0 else most + 6, 1, "f"


def meshgrid(*tensors, indexing=None):
    tensors = _tensors(tensors)
    if not tensors:
        raise RuntimeError("meshgrid expects a non-empty TensorList")
    if indexing is None:
        _warn_once("meshgrid", "torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument. "
                   "(Triggered internally at  ./aten/src/ATen/native/TensorShape.cpp:3190.)")
        indexing = "ij"
    for tensor in tensors[1:]:
        if tensor.dtype != tensors[0].dtype:
            raise RuntimeError("meshgrid expects all tensors to have the same dtype")
    if indexing not in ("ij", "xy"):
        raise RuntimeError(f"torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: {indexing}")
    swap = indexing == "xy" and len(tensors) >= 2
    tensors = list(tensors)
    if swap:
        tensors[0], tensors[1] = tensors[1], tensors[0]
    shape = []
    for tensor in tensors:
        if tensor.dim() > 1:
            raise RuntimeError(f"torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: {_in_errors(tensor)}")
        shape.append(tensor.numel())
    grids = []
    for i, tensor in enumerate(tensors):
        sizes = [1] * len(tensors)
        sizes[i] = -1
        grids.append(tensor.view(sizes).expand(shape))
    if swap:
        grids[0], grids[1] = grids[1], grids[0]
    return tuple(grids)


def cartesian_prod(*tensors):
    tensors = _tensors(tensors)
    for tensor in tensors:
        if tensor.dim() != 1:
            raise RuntimeError("Expect a 1D vector, but got shape [" + ", ".join(str(size) for size in tensor.size()) + "]")
    if len(tensors) == 1:
        return tensors[0]
    return torch.stack([grid.flatten() for grid in meshgrid(tensors, indexing="ij")], dim=1)


def combinations(input, r=2, with_replacement=False):
    _check_tensor("combinations", "input", 1, input)
    if input.dim() != 1:
        raise RuntimeError("Expect a 1D vector, but got shape [" + ", ".join(str(size) for size in input.size()) + "]")
    if r < 0:
        raise RuntimeError(f"Expect a non-negative number, but got {r}")
    if r == 0:
        return torch.empty((0,), dtype=input.dtype)
    count = input.numel()
    grids = meshgrid([input] * r, indexing="ij")
    places = meshgrid([torch.arange(count)] * r, indexing="ij")
    mask = torch.full(grids[0].size(), True)
    for i in range(r - 1):
        mask = mask & ((places[i] <= places[i + 1]) if with_replacement else (places[i] < places[i + 1]))
    return torch.stack([grid.masked_select(mask) for grid in grids], dim=1)


def block_diag(*tensors):
    tensors = _tensors(tensors)
    for i, tensor in enumerate(tensors):
        if tensor.dim() > 2:
            raise RuntimeError(f"torch.block_diag: Input tensors must have 2 or fewer dimensions. Input {i} has {tensor.dim()} dimensions")
    return torch._block_diag(tensors) if tensors else torch.empty((1, 0))


def cdist(x1, x2, p=2.0, compute_mode="use_mm_for_euclid_dist_if_necessary"):
    if compute_mode not in ("use_mm_for_euclid_dist_if_necessary", "use_mm_for_euclid_dist", "donot_use_mm_for_euclid_dist"):
        raise ValueError(f"{compute_mode} is not a valid value for compute_mode")
    _check_tensor("cdist", "x1", 1, x1)
    _check_tensor("cdist", "x2", 2, x2)
    return torch._cdist(x1, x2, p)


def _kind(tensor):
    return {torch.float32: "Float", torch.float64: "Double", torch.int64: "Long", torch.int32: "Int", torch.bool: "Bool"}[tensor.dtype]


def _cov_weights(name, weights, count, whole):
    if weights.dim() > 1:
        raise RuntimeError(f"cov(): expected {name} to have one or fewer dimensions but got {name} with {weights.dim()} dimensions")
    if weights.is_floating_point() == whole or weights.dtype == torch.bool:
        kind = "integral" if whole else "floating point"
        raise RuntimeError(f"cov(): expected {name} to have {kind} dtype but got {name} with {_kind(weights)} dtype")
    if weights.numel() != count:
        raise RuntimeError(f"cov(): expected {name} to have the same numel as there are observations in the input but got "
                           f"{weights.numel()} != {count}")
    if count and bool(weights.min() < 0):
        raise RuntimeError(f"cov(): {name} cannot be negative")


def cov(input, *, correction=1, fweights=None, aweights=None):
    _check_tensor("cov", "input", 1, input)
    if input.dim() > 2:
        raise RuntimeError(f"cov(): expected input to have two or fewer dimensions but got an input with {input.dim()} dimensions")
    if input.dtype == torch.bool:
        raise RuntimeError("cov(): bool dtype is not supported for input")
    rows = input.view((1, -1)) if input.dim() < 2 else input
    count = rows.size(1)
    weights = None
    if fweights is not None:
        _cov_weights("fweights", fweights, count, True)
        weights = fweights
    if aweights is not None:
        _cov_weights("aweights", aweights, count, False)
        weights = aweights if weights is None else weights * aweights
    total = torch.tensor(count) if weights is None else weights.sum()
    if weights is not None and not bool(total != 0):
        raise RuntimeError("cov(): weights sum to zero, can't be normalized")
    mean = (rows if weights is None else rows * weights).sum(1) / total
    if weights is not None and aweights is not None and correction != 0:
        share = total - correction * (weights * aweights).sum() / total
    else:
        share = total - correction
    if bool(share <= 0):
        _backstep.warn(UserWarning, "cov(): degrees of freedom is <= 0 (Triggered internally at  ./aten/src/ATen/native/Correlation.cpp:100.)")
        share = share * 0
    rows = rows - mean.unsqueeze(1)
    other = (rows if weights is None else rows * weights).t()
    return torch.true_divide(torch.mm(rows, other), share).squeeze()


def corrcoef(input):
    _check_tensor("corrcoef", "input", 1, input)
    if input.dim() > 2:
        raise RuntimeError(f"corrcoef(): expected input to have two or fewer dimensions but got an input with {input.dim()} dimensions")
    c = cov(input)
    if c.dim() == 0:
        return c / c
    deviations = torch.sqrt(c.diag())
    c = c / deviations.view((-1, 1))
    c = c / deviations.view((1, -1))
    return c.clip(-1, 1)


def _cov_method(self, *, correction=1, fweights=None, aweights=None):
    return cov(self, correction=correction, fweights=fweights, aweights=aweights)


def _corrcoef_method(self):
    return corrcoef(self)


def _fill_diagonal_(self, fill_value=..., wrap=False):
    if fill_value is ...:
        raise TypeError('fill_diagonal_() missing 1 required positional arguments: "fill_value"')
    sizes = self.size()
    if len(sizes) < 2:
        raise RuntimeError("dimensions must larger than 1")
    if len(sizes) > 2 and any(size != sizes[0] for size in sizes):
        raise RuntimeError("all dimensions of input must be of equal length")
    height, width = sizes[0], sizes[1]
    stride = sum(self.stride())
    count = min(height, width)
    self.as_strided((count,), (stride,), self.storage_offset()).fill_(fill_value)
    if wrap and len(sizes) == 2 and height > width + 1:
        step = width + 1
        rest = (self.numel() + step - 1) // step - count
        self.as_strided((rest,), (stride,), self.storage_offset() + self.stride(0) * (width + 1)).fill_(fill_value)
    return self


for _name, _method in (("cov", _cov_method), ("corrcoef", _corrcoef_method), ("fill_diagonal_", _fill_diagonal_)):
    _method.__name__ = _name
    _backstep.set_method(Tensor, _name, _method)


def _best_order(matrices):
    """Where to split each product of matrices i … j for the fewest multiplications."""
    count = len(matrices)
    sizes = [matrix.size(0) for matrix in matrices] + [matrices[-1].size(1)]
    if count == 3:
        a, b, c, d = sizes
        first = 0 if a * c * (b + d) > b * d * (a + c) else 1
        return [[0, 0, first], [0, 0, 1], [0, 0, 0]]
    cost = [[0] * count for _ in range(count)]
    split = [[0] * count for _ in range(count)]
    for length in range(1, count):
        for i in range(count - length):
            j = i + length
            best = None
            for k in range(i, j):
                total = cost[i][k] + cost[k + 1][j] + sizes[i] * sizes[k + 1] * sizes[j + 1]
                if best is None or total < best:
                    best = total
                    split[i][j] = k
            cost[i][j] = best
    return split


def _multiply(matrices, split, i, j):
    if i == j:
        return matrices[i]
    k = split[i][j]
    return torch.mm(_multiply(matrices, split, i, k), _multiply(matrices, split, k + 1, j))


def _multi_dot(tensors):
    if len(tensors) < 2:
        raise RuntimeError("multi_dot(): expected at least 2 tensors but got " + str(len(tensors)))
    given = tensors
    tensors = list(tensors)
    shape = []
    for place in (0, -1):
        end = tensors[place]
        name = "first" if place == 0 else "last"
        if end.dim() == 1:
            tensors[place] = end.unsqueeze(0 if place == 0 else 1)
        elif end.dim() == 2:
            shape.append(end.size(0 if place == 0 else 1))
        else:
            raise RuntimeError(f"multi_dot(): the {name} tensor must be 1D or 2D but got {end.dim()}D")
    for i, tensor in enumerate(tensors[1:-1]):
        if tensor.dim() != 2:
            raise RuntimeError(f"multi_dot(): tensor {i + 1} must be 2D but got {tensor.dim()}D")
    named = {torch.int64: "long int", torch.int32: "int", torch.float64: "double", torch.float32: "float"}
    for i in range(1, len(tensors)):
        if tensors[i].dtype != tensors[0].dtype:
            first, other = [named.get(t.dtype, str(t.dtype).removeprefix("torch.")) for t in (tensors[0], tensors[i])]
            raise RuntimeError(f"multi_dot(): all tensors must have be the same dtype but tensor 0 is {first} and tensor {i} {other}")
        if tensors[i - 1].size(-1) != tensors[i].size(0):
            raise RuntimeError(f"multi_dot(): tensors {i - 1} and {i} with shapes {list(given[i - 1].size())} and "
                               f"{list(given[i].size())} cannot be multiplied")
    return _multiply(tensors, _best_order(tensors), 0, len(tensors) - 1).view(shape)


def chain_matmul(*matrices, out=None):
    if out is not None:
        _backstep.unsupported("out=", "the value that chain_matmul returns")
    matrices = _tensors(matrices)
    _warn_once("chain_matmul", "torch.chain_matmul is deprecated and will be removed in a future PyTorch release. Use "
               "torch.linalg.multi_dot instead, which accepts a list of two or more tensors rather than multiple parameters. "
               "(Triggered internally at  ./aten/src/ATen/native/LinearAlgebra.cpp:967.)")
    for matrix in matrices:
        if matrix.dim() != 2:
            raise RuntimeError(f"Tensor dimension is {matrix.dim()}, expected 2 instead.")
    if not matrices:
        raise RuntimeError("chain_matmul(): Expected one or more matrices")
    return matrices[0] if len(matrices) == 1 else _multi_dot(matrices)


torch.linalg.multi_dot = _multi_dot


# ---- shapes ----

def broadcast_shapes(*shapes):
    longest = 0
    for shape in shapes:
        if isinstance(shape, (tuple, list)):
            longest = max(longest, len(shape))
        elif isinstance(shape, int):
            longest = max(longest, 1)
    result = [1] * longest
    for shape in shapes:
        if isinstance(shape, int):
            shape = (shape,)
        if not isinstance(shape, (tuple, list)):
            raise RuntimeError("Input shapes should be of type ints, a tuple of ints, or a list of ints, got ", shape)
        for i in range(-1, -1 - len(shape), -1):
            if shape[i] < 0:
                raise RuntimeError(f"Trying to create tensor with negative dimension ({shape[i]}): ({shape[i]})")
            if shape[i] == 1 or shape[i] == result[i]:
                continue
            if result[i] != 1:
                raise RuntimeError("Shape mismatch: objects cannot be broadcast to a single shape")
            result[i] = shape[i]
    return torch.Size(result)


def broadcast_tensors(*tensors):
    tensors = _tensors(tensors)
    sizes = []
    for tensor in tensors:
        shape = list(tensor.size())
        longest = max(len(sizes), len(shape))
        shape = [1] * (longest - len(shape)) + shape
        sizes = [1] * (longest - len(sizes)) + sizes
        for i in range(longest - 1, -1, -1):
            if sizes[i] != shape[i] and sizes[i] != 1 and shape[i] != 1:
                raise RuntimeError(f"The size of tensor a ({sizes[i]}) must match the size of tensor b ({shape[i]}) "
                                   f"at non-singleton dimension {i}")
            sizes[i] = shape[i] if sizes[i] == 1 else sizes[i]
    return tuple(tensor if list(tensor.size()) == sizes else tensor.expand(sizes) for tensor in tensors)


def _each(function, tensors):
    if len(tensors) == 1:
        if isinstance(tensors[0], Tensor):
            return function(tensors[0])
        tensors = tensors[0]
    return tuple(function(tensor) for tensor in _tensors(tensors))


def _atleast_1d(tensor):
    return tensor.reshape(1) if tensor.dim() == 0 else tensor


def _atleast_2d(tensor):
    if tensor.dim() == 0:
        return tensor.reshape(1, 1)
    return tensor.unsqueeze(0) if tensor.dim() == 1 else tensor


def _atleast_3d(tensor):
    if tensor.dim() == 0:
        return tensor.reshape(1, 1, 1)
    if tensor.dim() == 1:
        return tensor.unsqueeze(0).unsqueeze(-1)
    return tensor.unsqueeze(-1) if tensor.dim() == 2 else tensor


def _at_least(name, function, tensors):
    if len(tensors) == 1 and not isinstance(tensors[0], (Tensor, list, tuple)):
        kind = type(tensors[0]).__name__
        wrong = f"      didn't match because some of the arguments have invalid types: (!{kind}!)\n"
        raise TypeError(f"{name}() received an invalid combination of arguments - got ({kind}), but expected one of:\n"
                        f" * (Tensor input)\n{wrong} * (tuple of Tensors tensors)\n{wrong}")
    return _each(function, tensors)


def atleast_1d(*tensors):
    return _at_least("atleast_1d", _atleast_1d, tensors)


def atleast_2d(*tensors):
    return _at_least("atleast_2d", _atleast_2d, tensors)


def atleast_3d(*tensors):
    return _at_least("atleast_3d", _atleast_3d, tensors)


def _stackable(name, tensors):
    if isinstance(tensors, Tensor):
        raise TypeError(f"{name}(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor")
    tensors = _tensors((tensors,))
    if not tensors:
        raise RuntimeError(f"{name} expects a non-empty TensorList")
    return tensors


def hstack(tensors):
    tensors = [_atleast_1d(tensor) for tensor in _stackable("hstack", tensors)]
    return torch.cat(tensors, dim=0 if tensors[0].dim() == 1 else 1)


def vstack(tensors):
    return torch.cat([_atleast_2d(tensor) for tensor in _stackable("vstack", tensors)], dim=0)


row_stack = vstack


def dstack(tensors):
    return torch.cat([_atleast_3d(tensor) for tensor in _stackable("dstack", tensors)], dim=2)


def column_stack(tensors):
    tensors = _stackable("column_stack", tensors)
    return hstack([tensor.reshape(tensor.numel(), 1) if tensor.dim() <= 1 else tensor for tensor in tensors])


# ---- the rest ----

def trapezoid(y, x=None, *, dx=None, dim=-1):
    _check_tensor("trapezoid", "y", 1, y)
    if x is None and y.dtype == torch.bool:
        raise RuntimeError("trapezoid: received a bool input for `y`, but bool is not supported")
    if x is not None and torch.bool in (x.dtype, y.dtype):
        raise RuntimeError("trapezoid: received a bool input for `x` or `y`, but bool is not supported")
    if x is not None:
        if x.dim() == 1 and y.dim() > 1:
            if x.size(0) != y.size(dim):
                raise RuntimeError("trapezoid: There must be one `x` value for each sample point")
            sizes = [1] * y.dim()
            sizes[dim] = x.size(0)
            x = x.view(sizes)
        left = x.narrow(dim, 0, x.size(dim) - 1)
        steps = x.narrow(dim, 1, x.size(dim) - 1) - left
        pairs = y.narrow(dim, 0, y.size(dim) - 1) + y.narrow(dim, 1, y.size(dim) - 1)
        return torch._div_scalar((pairs * steps).sum(dim), 2.0)
    if y.size(dim) == 0:
        return torch.zeros([size for i, size in enumerate(y.size()) if i != dim % y.dim()], dtype=y.dtype)
    last = y.select(dim, -1)
    ends = torch._mul_scalar(y.select(dim, 0) + last, 0.5)
    return torch._mul_scalar(y.sum(dim) - ends, 1 if dx is None else dx)


def trapz(y, x=None, *, dx=None, dim=-1):
    _check_tensor("trapz", "y", 1, y)
    return trapezoid(y, x, dx=dx, dim=dim)


def _unique_of(kind, input, return_inverse, return_counts, places, counts):
    """The values, and on request where each came from and how often."""
    result = [kind(input)]
    if return_inverse:
        result.append(torch.tensor(places, dtype=torch.int64).reshape(input.size()))
    if return_counts:
        result.append(torch.tensor(counts, dtype=torch.int64))
    return result[0] if len(result) == 1 else tuple(result)


def _unsorted(input):
    return torch._unique(input, False)


def _check_truths(function, **given):
    for name, value in given.items():
        if not isinstance(value, bool):
            raise TypeError(f"{function}(): argument '{name}' must be bool, not {type(value).__name__}")


def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None):
    _check_tensor("_unique2" if dim is None else "unique_dim", "input", 1, input)
    _check_truths("_unique2" if dim is None else "unique_dim", sorted=sorted, return_inverse=return_inverse, return_counts=return_counts)
    if dim is not None and input.dim() > 1:
        _backstep.unsupported("torch.unique with dim", "torch.unique(x)")
    if dim is not None:
        input.size(dim)
    flat = input.detach().reshape(-1).tolist()
    kind = torch._unique_dim if dim is not None else torch._unique if sorted else _unsorted
    values = kind(input.detach()).tolist()
    place = {value: i for i, value in enumerate(values)}
    # Without dim PyTorch looks each value up in a table of hashes, where a NaN is never found: place 0, count 0.
    found = [dim is not None or value == value for value in values]
    places = [place[value] if dim is not None or value == value else 0 for value in flat] if return_inverse else None
    counts = [flat.count(value) if known else 0 for value, known in zip(values, found)] if return_counts else None
    return _unique_of(kind, input, return_inverse, return_counts, places, counts)


def unique_consecutive(input, return_inverse=False, return_counts=False, dim=None):
    _check_truths("unique_consecutive", return_inverse=return_inverse, return_counts=return_counts)
    if dim is not None and input.dim() > 1:
        _backstep.unsupported("torch.unique_consecutive with dim", "torch.unique_consecutive(x)")
    if dim is not None:
        input.size(dim)
    flat = input.detach().reshape(-1).tolist()
    places, counts = [], []
    for i, value in enumerate(flat):
        if i == 0 or value != flat[i - 1]:
            counts.append(0)
        counts[-1] += 1
        places.append(len(counts) - 1)
    return _unique_of(torch._unique_consecutive, input, return_inverse, return_counts, places, counts)


def _unique_method(self, sorted=True, return_inverse=False, return_counts=False, dim=None):
    return unique(self, sorted, return_inverse, return_counts, dim)


def _unique_consecutive_method(self, return_inverse=False, return_counts=False, dim=None):
    return unique_consecutive(self, return_inverse, return_counts, dim)


def _deepcopy(self, memo):
    if not self.is_leaf:
        raise RuntimeError("Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment")
    if id(self) in memo:
        return memo[id(self)]
    with torch.no_grad():
        if isinstance(self, torch.nn.Parameter):
            result = type(self)(self.detach().clone(), self.requires_grad)
            memo[id(self)] = result
            return result
        # Tensors that share memory have copies that share memory.
        root = self if self._base is None else self._base
        key = ("storage", root.data_ptr() - root.storage_offset() * root.element_size())
        whole = memo.get(key)
        if whole is None:
            whole = root.detach().clone()
            if whole.stride() != root.stride() or root.storage_offset() != 0:
                # Only a part of it is left to see.
                whole = None
                memo[key] = False
            else:
                memo[key] = whole
        elif whole is False:
            _backstep.unsupported("copy.deepcopy of several parts of the same memory")
        if whole is None:
            result = self.detach().clone()
        elif self is root:
            result = whole.detach()
        else:
            result = whole.as_strided(self.size(), self.stride(), self.storage_offset()).detach()
    if self.requires_grad:
        result.requires_grad_()
    if self.grad is not None:
        result.grad = self.grad.__deepcopy__(memo)
    memo[id(self)] = result
    return result


def _copy(self):
    if isinstance(self, torch.nn.Parameter):
        return type(self)(self.data, self.requires_grad)
    return self.data.requires_grad_() if self.requires_grad else self.data


class tensortype:
    """torch.FloatTensor and the like: they make a tensor, and say of one whether it is theirs."""
    __module__ = "torch"

    def __init__(self, name, dtype):
        self.__name__ = name
        self.__module__ = "torch"
        self.dtype = dtype

    def __call__(self, *args, **kwargs):
        return getattr(torch._C, self.__name__)(*args, **kwargs)

    def __instancecheck__(self, instance):
        return isinstance(instance, Tensor) and instance.dtype == self.dtype

    def __repr__(self):
        return f"<class 'torch.{self.__name__}'>"


FloatTensor = tensortype("FloatTensor", torch.float32)
DoubleTensor = tensortype("DoubleTensor", torch.float64)
LongTensor = tensortype("LongTensor", torch.int64)
IntTensor = tensortype("IntTensor", torch.int32)
BoolTensor = tensortype("BoolTensor", torch.bool)


class _Info:
    __module__ = "torch"

    def __init__(self, type):
        self._type = type
        self.dtype = str(type)[6:]

    def __eq__(self, other):
        return isinstance(other, self.__class__) and self._type == other._type

    def __hash__(self):
        return hash(self._type)


class finfo(_Info):
    __module__ = "torch"

    def __init__(self, type=None):
        if type is None:
            type = torch.get_default_dtype()
        if not isinstance(type, torch.dtype):
            raise TypeError(f"finfo(): argument 'type' (position 1) must be torch.dtype, not {_kind_of(type)}")
        if type not in (torch.float32, torch.float64):
            raise TypeError("torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'")
        super().__init__(type)
        single = type == torch.float32
        self.bits = 32 if single else 64
        self.eps = 2.0 ** (-23 if single else -52)
        self.max = (2 - self.eps) * 2.0 ** (127 if single else 1023)
        self.min = -self.max
        self.tiny = self.smallest_normal = 2.0 ** (-126 if single else -1022)
        self.resolution = 1e-06 if single else 1e-15

    def __repr__(self):
        return (f"finfo(resolution={self.resolution:g}, min={self.min:g}, max={self.max:g}, eps={self.eps:g}, "
                f"smallest_normal={self.smallest_normal:g}, tiny={self.tiny:g}, dtype={self.dtype})")


class iinfo(_Info):
    __module__ = "torch"

    def __init__(self, type):
        if not isinstance(type, torch.dtype):
            raise TypeError(f"iinfo(): argument 'type' (position 1) must be torch.dtype, not {_kind_of(type)}")
        if type == torch.bool:
            raise TypeError("torch.bool is not supported by torch.iinfo")
        if type not in (torch.int32, torch.int64):
            raise TypeError("torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'")
        super().__init__(type)
        self.bits = 32 if type == torch.int32 else 64
        self.max = 2 ** (self.bits - 1) - 1
        self.min = -self.max - 1

    def __repr__(self):
        return f"iinfo(min={float(self.min):g}, max={float(self.max):g}, dtype={self.dtype})"


def _kind_of(value):
    return type(value).__name__


_deepcopy.__name__ = "__deepcopy__"
_copy.__name__ = "__copy__"
_backstep.set_method(Tensor, "__deepcopy__", _deepcopy)
_backstep.set_method(Tensor, "__copy__", _copy)
_unique_method.__name__ = "unique"
_unique_consecutive_method.__name__ = "unique_consecutive"
_backstep.set_method(Tensor, "unique", _unique_method)
_backstep.set_method(Tensor, "unique_consecutive", _unique_consecutive_method)
