# SPDX-License-Identifier: GPL-3.0-or-later
# Module abc: abstract methods; a class that still has one cannot be instantiated.


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def _is_abstract(value):
    if isinstance(value, property):
        return any(getattr(f, "__isabstractmethod__", False) for f in (value.fget, value.fset, value.fdel) if f is not None)
    if isinstance(value, (staticmethod, classmethod)):
        value = value.__func__
    return getattr(value, "__isabstractmethod__", False) is True


class ABC:
    def __new__(cls, *args, **kwargs):
        names = set()
        for base in cls.__mro__[::-1]:
            for name, value in base.__dict__.items():
                if _is_abstract(value):
                    names.add(name)
                else:
                    names.discard(name)
        if names:
            plural = "" if len(names) == 1 else "s"
            raise TypeError(f"Can't instantiate abstract class {cls.__name__} with abstract method{plural} {', '.join(sorted(names))}")
        return super().__new__(cls)
