# SPDX-License-Identifier: GPL-3.0-or-later
# Module dataclasses: the methods are made as closures over the fields.


class _Missing:
    def __repr__(self):
        return f"<dataclasses._MISSING_TYPE object at {hex(id(self))}>"


MISSING = _Missing()
KW_ONLY = _Missing()


class FrozenInstanceError(AttributeError):
    pass


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata or {}
        self.kw_only = kw_only

    def has_default(self):
        return self.default is not MISSING or self.default_factory is not MISSING


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_classvar(annotation):
    name = annotation if isinstance(annotation, str) else repr(annotation)
    return name.startswith("typing.ClassVar") or name.startswith("ClassVar")


def _collect(cls, kw_only):
    found = {}
    for base in cls.__mro__[-1:0:-1]:
        for f in base.__dict__.get("__dataclass_fields__", {}).values():
            found[f.name] = f
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if annotation is KW_ONLY:
            kw_only = True
            continue
        if _is_classvar(annotation):
            continue
        default = cls.__dict__.get(name, MISSING)
        f = default if isinstance(default, Field) else field(default=default)
        f.name = name
        f.type = annotation
        if f.kw_only is MISSING:
            f.kw_only = kw_only
        if isinstance(f.default, (list, dict, set)):
            raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: use default_factory")
        if isinstance(default, Field):
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
        found[name] = f
    return found


def _listing(names):
    names = [repr(n) for n in names]
    if len(names) <= 2:
        return " and ".join(names)
    return ", ".join(names[:-1]) + ", and " + names[-1]


def _make_init(cls, fields, frozen):
    positional = [f for f in fields if f.init and not f.kw_only]
    keywords = [f for f in fields if f.init and f.kw_only]
    seen = None
    for f in positional:
        if f.has_default():
            seen = f
        elif seen is not None:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    named = {f.name: f for f in positional + keywords}
    has_post = hasattr(cls, "__post_init__")
    where = f"{cls.__name__}.__init__()"

    def complain(args, kwargs):
        if len(args) > len(positional):
            required = sum(1 for f in positional if not f.has_default())
            takes = str(len(positional) + 1) if required == len(positional) else f"from {required + 1} to {len(positional) + 1}"
            plural = "s" if len(positional) != 0 else ""
            raise TypeError(f"{where} takes {takes} positional argument{plural} but {len(args) + 1} were given")
        for name in kwargs:
            if name not in named:
                raise TypeError(f"{where} got an unexpected keyword argument {name!r}")
        for f, _ in zip(positional, args):
            if f.name in kwargs:
                raise TypeError(f"{where} got multiple values for argument {f.name!r}")
        for group, kind in ((positional[len(args):], "positional"), (keywords, "keyword-only")):
            absent = [f.name for f in group if not f.has_default() and f.name not in kwargs]
            if absent:
                plural = "s" if len(absent) != 1 else ""
                raise TypeError(f"{where} missing {len(absent)} required {kind} argument{plural}: {_listing(absent)}")

    def __init__(self, *args, **kwargs):
        complain(args, kwargs)
        put = object.__setattr__
        for f in fields:
            if f.init:
                if not f.kw_only and args:
                    put(self, f.name, args[0])
                    args = args[1:]
                    continue
                if f.name in kwargs:
                    put(self, f.name, kwargs[f.name])
                    continue
            if f.default_factory is not MISSING:
                put(self, f.name, f.default_factory())
            elif f.default is not MISSING:
                put(self, f.name, f.default)
        if has_post:
            self.__post_init__()
    return __init__


def _annotation(t):
    if isinstance(t, type):
        return t.__qualname__ if t.__module__ == "builtins" else f"{t.__module__}.{t.__qualname__}"
    return repr(t).replace("typing.", "")


def _signature(fields):
    parts = []
    for keyword_only in (False, True):
        group = [f for f in fields if f.init and f.kw_only == keyword_only]
        if keyword_only and group:
            parts.append("*")
        for f in group:
            default = "" if not f.has_default() else f" = {f.default!r}" if f.default is not MISSING else " = <factory>"
            parts.append(f"{f.name}: {_annotation(f.type)}{default}")
    return f"({', '.join(parts)})"


def _setattr_frozen(self, name, value):
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr_frozen(self, name):
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _values(self, fields):
    return tuple([getattr(self, f.name) for f in fields])


def _comparison(name, op, fields):
    def compare(self, other):
        if other.__class__ is self.__class__:
            return op(_values(self, fields), _values(other, fields))
        return NotImplemented
    compare.__name__ = name
    return compare


def _process(cls, init, repr_, eq, order, unsafe_hash, frozen, match_args, kw_only):
    found = _collect(cls, kw_only)
    fields = list(found.values())
    own = set(cls.__dict__)
    cls.__dataclass_fields__ = found
    if cls.__doc__ is None:
        cls.__doc__ = cls.__name__ + _signature(fields)
    if init:
        cls.__init__ = _make_init(cls, fields, frozen)
        cls.__init__.__qualname__ = f"{cls.__qualname__}.__init__"
    if repr_ and "__repr__" not in own:
        shown = [f for f in fields if f.repr]

        def __repr__(self):
            return self.__class__.__qualname__ + "(" + ", ".join([f"{f.name}={getattr(self, f.name)!r}" for f in shown]) + ")"
        cls.__repr__ = __repr__
    compared = [f for f in fields if f.compare]
    if eq and "__eq__" not in own:
        cls.__eq__ = _comparison("__eq__", lambda a, b: a == b, compared)
    if order:
        if not eq:
            raise ValueError("eq must be true if order is true")
        for name, op in (("__lt__", lambda a, b: a < b), ("__le__", lambda a, b: a <= b), ("__gt__", lambda a, b: a > b),
                         ("__ge__", lambda a, b: a >= b)):
            if name in own:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering")
            setattr(cls, name, _comparison(name, op, compared))
    if "__hash__" not in own:
        if unsafe_hash or (eq and frozen):
            hashed = [f for f in fields if (f.compare if f.hash is None else f.hash)]
            cls.__hash__ = lambda self: hash(_values(self, hashed))
        elif eq:
            cls.__hash__ = None
    if frozen:
        cls.__setattr__ = _setattr_frozen
        cls.__delattr__ = _delattr_frozen
    if match_args:
        cls.__match_args__ = tuple([f.name for f in fields if f.init and not f.kw_only])
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
              slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        return tuple(class_or_instance.__dataclass_fields__.values())
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None


def is_dataclass(obj):
    return hasattr(obj, "__dataclass_fields__")


def _plain(value, dict_factory, tuple_factory):
    if is_dataclass(value) and not isinstance(value, type):
        if tuple_factory is not None:
            return tuple_factory([_plain(getattr(value, f.name), dict_factory, tuple_factory) for f in fields(value)])
        return dict_factory([(f.name, _plain(getattr(value, f.name), dict_factory, tuple_factory)) for f in fields(value)])
    if isinstance(value, (list, tuple)):
        items = [_plain(v, dict_factory, tuple_factory) for v in value]
        return type(value)(*items) if hasattr(value, "_fields") else type(value)(items)
    if isinstance(value, dict):
        return type(value)((_plain(k, dict_factory, tuple_factory), _plain(v, dict_factory, tuple_factory)) for k, v in value.items())
    from copy import deepcopy
    return deepcopy(value)


def asdict(obj, *, dict_factory=dict):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("asdict() should be called on dataclass instances")
    return _plain(obj, dict_factory, None)


def astuple(obj, *, tuple_factory=tuple):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("astuple() should be called on dataclass instances")
    return _plain(obj, None, tuple_factory)


def replace(obj, /, **changes):
    for f in fields(obj):
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
