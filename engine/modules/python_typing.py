# SPDX-License-Identifier: GPL-3.0-or-later
# Module typing: the names are accepted in annotations, and print as Python's; nothing is checked.
import collections.abc as _abc
from types import UnionType as _UnionType, _text

TYPE_CHECKING = False


class _Special:
    def __init__(self, name, origin=None):
        self._name = name
        self.__origin__ = origin

    def __getitem__(self, item):
        items = item if isinstance(item, tuple) else (item,)
        if self._name == "Optional":
            return Union[items[0], None]
        if self._name == "Union":
            kept = []
            for item in items:
                item = type(None) if item is None else item
                joined = isinstance(item, _UnionType) or isinstance(item, _Alias) and item._name == "Union"
                for each in item.__args__ if joined else (item,):
                    if each not in kept:
                        kept.append(each)
            if len(kept) == 1:
                return kept[0]
            items = tuple(kept)
        return _Alias(self._name, items, self.__origin__)

    def __call__(self, *args, **kwargs):
        if self.__origin__ is not None:
            return self.__origin__(*args, **kwargs)
        raise TypeError(f"Cannot instantiate typing.{self._name}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f"typing.{self._name}"


class _Alias(_Special):
    def __init__(self, name, args, origin):
        self._name = name
        self.__args__ = args
        self.__origin__ = origin

    def __getitem__(self, item):
        return self

    def __eq__(self, other):
        return isinstance(other, _Alias) and self._name == other._name and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._name, self.__args__))

    def __repr__(self):
        args = self.__args__
        if self._name == "Union" and len(args) == 2 and type(None) in args:
            return f"typing.Optional[{_text(args[0] if args[1] is type(None) else args[1])}]"
        return f"typing.{self._name}[{', '.join(['None' if a is type(None) and self._name != 'Union' else _text(a) for a in args])}]"


Any = _Special("Any")
Union = _Special("Union")
Optional = _Special("Optional")
Callable = _Special("Callable", _abc.Callable)
List = _Special("List", list)
Dict = _Special("Dict", dict)
Tuple = _Special("Tuple", tuple)
Set = _Special("Set", set)
FrozenSet = _Special("FrozenSet", frozenset)
Type = _Special("Type", type)
Iterable = _abc.Iterable
Iterator = _abc.Iterator
Generator = _abc.Generator
Sequence = _abc.Sequence
MutableSequence = _abc.MutableSequence
Mapping = _abc.Mapping
MutableMapping = _abc.MutableMapping
Collection = _abc.Collection
Container = _abc.Container
Hashable = _abc.Hashable
Sized = _abc.Sized
Reversible = _abc.Reversible
AbstractSet = _abc.Set
Literal = _Special("Literal")
ClassVar = _Special("ClassVar")
Final = _Special("Final")
Annotated = _Special("Annotated")
NoReturn = _Special("NoReturn")
Never = _Special("Never")
Self = _Special("Self")
LiteralString = _Special("LiteralString")
TypeAlias = _Special("TypeAlias")
Concatenate = _Special("Concatenate")
TypeGuard = _Special("TypeGuard")
Required = _Special("Required")
NotRequired = _Special("NotRequired")
Unpack = _Special("Unpack")
Deque = _Special("Deque")
DefaultDict = _Special("DefaultDict")
OrderedDict = _Special("OrderedDict")
Counter = _Special("Counter")
ContextManager = _Special("ContextManager")
Awaitable = _Special("Awaitable")
AsyncIterator = _Special("AsyncIterator")
IO = _Special("IO")
TextIO = _Special("TextIO")
Text = str
AnyStr = None


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self._sign = "+" if covariant else "-" if contravariant else "~"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return self._sign + self.__name__


ParamSpec = TypeVar
AnyStr = TypeVar("AnyStr", str)


class Generic:
    def __class_getitem__(cls, item):
        return cls


class Protocol:
    def __class_getitem__(cls, item):
        return cls


class SupportsFloat(Protocol):
    pass


class SupportsInt(Protocol):
    pass


class SupportsIndex(Protocol):
    pass


class NamedTuple(tuple):
    def __init_subclass__(cls):
        from collections import _tuple_body
        if cls.__dict__.get("_fields") is not None or NamedTuple not in cls.__bases__:
            return
        fields = tuple(cls.__dict__.get("__annotations__", {}))
        defaults = {name: cls.__dict__[name] for name in fields if name in cls.__dict__}
        for name, value in _tuple_body(cls.__name__, fields, defaults).items():
            if name not in ("__module__", "__doc__") and (name not in cls.__dict__ or name in fields or name == "__new__"):
                setattr(cls, name, staticmethod(value) if name == "__new__" else value)


class TypedDict(dict):
    def __init_subclass__(cls, total=True):
        pass


def NewType(name, tp):
    def new_type(x):
        return x
    new_type.__name__ = name
    new_type.__supertype__ = tp
    return new_type


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def no_type_check(arg):
    return arg


def runtime_checkable(cls):
    return cls


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    return dict(getattr(obj, "__annotations__", {}))


def get_origin(tp):
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return getattr(tp, "__args__", ())
