# SPDX-License-Identifier: GPL-3.0-or-later
# Module functools: partial, wraps, caches and orders; reduce is native.
from _functools import reduce

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for attribute in assigned:
        try:
            value = getattr(wrapped, attribute)
        except AttributeError:
            continue
        setattr(wrapper, attribute, value)
    for attribute in updated:
        for name, value in getattr(wrapped, attribute, {}).items():
            setattr(wrapper, name, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class partial:
    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        self = super().__new__(cls)
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __init__(self, *args, **keywords):
        pass

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend(repr(x) for x in self.args)
        parts.extend(f"{k}={v!r}" for (k, v) in self.keywords.items())
        return "functools.partial(" + ", ".join(parts) + ")"


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return partial(self.func, instance, *self.args, **self.keywords)


def _key(args, keywords, typed):
    key = args
    if keywords:
        key += (_mark,)
        for item in keywords.items():
            key += item
    if typed:
        key += tuple(type(v) for v in args) + tuple(type(v) for v in keywords.values())
    return key


_mark = object()


class _Cached:
    def __init__(self, function, maxsize, typed):
        self.__dict__["_function"] = function
        self._maxsize = maxsize
        self._typed = typed
        self._kept = {}
        self._hits = self._misses = 0
        update_wrapper(self, function)

    def __call__(self, /, *args, **keywords):
        key = args if not keywords and not self._typed else _key(args, keywords, self._typed)
        kept = self._kept
        result = kept.get(key, _mark)
        if result is not _mark:
            self._hits += 1
            if self._maxsize is not None:
                del kept[key]
                kept[key] = result
            return result
        self._misses += 1
        result = self._function(*args, **keywords)
        if self._maxsize is None:
            kept[key] = result
        elif self._maxsize > 0 and key not in kept:
            if len(kept) >= self._maxsize:
                del kept[next(iter(kept))]
            kept[key] = result
        return result

    def __get__(self, instance, owner=None):
        return self if instance is None else partial(self, instance)

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {hex(id(self))}>"

    def cache_info(self):
        from collections import namedtuple
        return namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])(self._hits, self._misses, self._maxsize, len(self._kept))

    def cache_clear(self):
        self._kept.clear()
        self._hits = self._misses = 0

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _Cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda function: _Cached(function, maxsize, typed)


def cache(user_function, /):
    return _Cached(user_function, None, False)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        instance.__dict__[self.attrname] = value
        return value


def cmp_to_key(mycmp):
    class K:
        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None
    return K


def _opposite(name):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else not result
    return method


def _with_equal(name, wanted):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        if result is NotImplemented:
            return result
        return (result or self == other) if wanted else (not result and self != other)
    return method


def _not_or_equal(name):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else not result or self == other
    return method


def _and_unequal(name):
    def method(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else result and self != other
    return method


def total_ordering(cls):
    roots = [name for name in ("__lt__", "__gt__", "__le__", "__ge__")
             if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    if "__lt__" in roots:
        derived = {"__gt__": _with_equal("__lt__", False), "__le__": _with_equal("__lt__", True), "__ge__": _opposite("__lt__")}
    elif "__le__" in roots:
        derived = {"__ge__": _not_or_equal("__le__"), "__lt__": _and_unequal("__le__"), "__gt__": _opposite("__le__")}
    elif "__gt__" in roots:
        derived = {"__lt__": _with_equal("__gt__", False), "__ge__": _with_equal("__gt__", True), "__le__": _opposite("__gt__")}
    else:
        derived = {"__le__": _not_or_equal("__ge__"), "__gt__": _and_unequal("__ge__"), "__lt__": _opposite("__ge__")}
    for name, method in derived.items():
        if name not in roots:
            method.__name__ = name
            setattr(cls, name, method)
    return cls


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        return func

    def register(cls, function=None):
        if function is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            function = cls
            cls = next(iter(function.__annotations__.values()))
        registry[cls] = function
        return function

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)
