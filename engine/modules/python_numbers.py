# SPDX-License-Identifier: GPL-3.0-or-later
# Module numbers: Number, Real, Integral …
from _collections import make_class


def _tower(name, *types):
    def check(cls):
        return issubclass(cls, types)
    return make_class(name, (object,), {"__module__": "numbers", "__subclasshook_native__": staticmethod(check)})


Number = _tower("Number", int, float)
Complex = _tower("Complex", int, float)
Real = _tower("Real", int, float)
Rational = _tower("Rational", int)
Integral = _tower("Integral", int)
