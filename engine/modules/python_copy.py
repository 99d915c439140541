# SPDX-License-Identifier: GPL-3.0-or-later
# Module copy: copy and deepcopy.


class Error(Exception):
    pass


error = Error
_ATOMIC = (type(None), int, float, bool, str, range, slice, type, type(Ellipsis), type(NotImplemented), type(lambda: 0), type(len))


def _rebuild(x, state):
    cls = type(x)
    for base, make in ((list, list), (dict, dict), (set, set)):
        if isinstance(x, base):
            y = cls.__new__(cls)
            break
    else:
        if isinstance(x, (tuple, str, frozenset)):
            y = cls.__new__(cls, *x) if hasattr(cls, "_fields") else cls.__new__(cls, x)
        else:
            y = cls.__new__(cls)
    if hasattr(x, "__setstate__") and hasattr(x, "__getstate__") and type(x).__dict__.get("__setstate__"):
        y.__setstate__(x.__getstate__())
    else:
        for name, value in state.items():
            y.__dict__[name] = value
    return y


def _refuse(what, x):
    from _backstep import unsupported
    unsupported(f"copy.{what} of a {type(x).__name__}")


def copy(x):
    cls = type(x)
    if cls in _ATOMIC or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set):
        return x.copy()
    if hasattr(cls, "__copy__"):
        return cls.__copy__(x)
    if not hasattr(x, "__dict__") and not isinstance(x, (list, dict, set, tuple)):
        _refuse("copy", x)
    y = _rebuild(x, getattr(x, "__dict__", {}))
    if isinstance(x, list):
        y.extend(x)
    elif isinstance(x, dict):
        for key, value in x.items():
            y[key] = value
    elif isinstance(x, set):
        y.update(x)
    return y


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _ATOMIC or cls.__name__ in ("dtype", "device"):
        return x
    if memo is None:
        memo = {}
    key = id(x)
    found = memo.get(key, _nil)
    if found is not _nil:
        return found
    if cls is list:
        y = []
        memo[key] = y
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = {}
        memo[key] = y
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if key in memo:
            return memo[key]
        y = x if all(a is b for a, b in zip(items, x)) else tuple(items)
    elif cls in (set, frozenset):
        y = cls([deepcopy(item, memo) for item in x])
    elif hasattr(cls, "__deepcopy__"):
        y = x.__deepcopy__(memo)
    elif isinstance(x, (property, staticmethod, classmethod)):
        y = x
    else:
        if not hasattr(x, "__dict__") and not isinstance(x, (list, dict, set, tuple)):
            from collections import deque
            if not isinstance(x, deque):
                _refuse("deepcopy", x)
            y = cls([deepcopy(item, memo) for item in x], x.maxlen)
            memo[key] = y
            return y
        if isinstance(x, tuple):
            y = cls(*[deepcopy(item, memo) for item in x]) if hasattr(cls, "_fields") else cls([deepcopy(item, memo) for item in x])
            memo[key] = y
            return y
        y = cls.__new__(cls)
        memo[key] = y
        for name, value in getattr(x, "__dict__", {}).items():
            y.__dict__[name] = deepcopy(value, memo)
        if isinstance(x, list):
            y.extend([deepcopy(item, memo) for item in x])
        elif isinstance(x, dict):
            for k, v in x.items():
                y[deepcopy(k, memo)] = deepcopy(v, memo)
        elif isinstance(x, set):
            y.update([deepcopy(item, memo) for item in x])
    memo[key] = y
    memo.setdefault(id(memo), []).append(x)
    return y
