# SPDX-License-Identifier: GPL-3.0-or-later
# Module types: names for the types of functions and the like; list[int] and int | None; SimpleNamespace.


def _f():
    yield


FunctionType = LambdaType = type(_f)
GeneratorType = type(_f())
BuiltinFunctionType = BuiltinMethodType = type(len)
NoneType = type(None)
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)


class _C:
    def method(self):
        pass


MethodType = type(_C().method)


class SimpleNamespace:
    def __init__(self, /, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __repr__(self):
        items = (f"{k}={v!r}" for k, v in self.__dict__.items())
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        return f"{name}({', '.join(items)})"

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented


def _text(t):
    if isinstance(t, type):
        return t.__qualname__ if t.__module__ == "builtins" else f"{t.__module__}.{t.__qualname__}"
    if t is ...:
        return "..."
    if t is None:
        return "None"
    if isinstance(t, list):
        return "[" + ", ".join(map(_text, t)) + "]"
    return repr(t)


# list[int], as annotations say it; called, it is a list.
class GenericAlias:
    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = ()

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.__origin__, name)

    def __getitem__(self, item):
        raise TypeError(f"{self!r} is not a generic class")

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __repr__(self):
        return f"{_text(self.__origin__)}[{', '.join(map(_text, self.__args__)) if self.__args__ else '()'}]"


# int | None
class UnionType:
    def __init__(self, args):
        self.__args__ = args
        self.__parameters__ = ()

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __eq__(self, other):
        if not isinstance(other, UnionType):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        return " | ".join("None" if t is NoneType else _text(t) for t in self.__args__)


def _union(a, b):
    kept = []
    for side in (a, b):
        if side is None:
            side = NoneType
        if not isinstance(side, (type, GenericAlias, UnionType)):
            return NotImplemented
        for each in side.__args__ if isinstance(side, UnionType) else (side,):
            if each not in kept:
                kept.append(each)
    return kept[0] if len(kept) == 1 else UnionType(tuple(kept))
