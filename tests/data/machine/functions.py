# SPDX-License-Identifier: GPL-3.0-or-later
# functions: as CPython 3.11 runs it, and so must we.
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
print(f(1, c=3), f(1, 2, 3, 4, c=5, d=6, e=7))
def g(a, /, b, *, c): return a, b, c
print(g(1, 2, c=3), g(1, b=2, c=3))
def calls(fn, *a, **k):
    try:
        print(fn(*a, **k))
    except TypeError as e:
        print(e)
calls(f); calls(f, 1); calls(f, c=1); calls(g, 1, 2, 3); calls(g, a=1, b=2, c=3); calls(g, 1, 2); calls(g, 1, 2, c=3, d=4)
calls(g, 1, 2, b=3, c=3)
def h(x, y, z): pass
calls(h); calls(h, 1); calls(h, 1, 2, 3, 4); calls(h, 1, 2, 3, 4, 5, x=1)
def h1(x): pass
calls(h1, 1, 2); calls(h1, 1, 2, 3)
def h2(x, y=1): pass
calls(h2, 1, 2, 3); calls(h2)
def h0(): pass
calls(h0, 1); calls(h0, 1, 2); calls(h0, a=1)
def k1(*, a, b): pass
calls(k1); calls(k1, 1); calls(k1, 1, 2, a=1); calls(k1, 1, a=2); calls(k1, 1, a=1, b=2)
class A:
    def m(self, x): return x
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, x): return cls.__name__, x
a = A()
calls(a.m); calls(a.m, 1, 2); calls(a.m, 5); calls(A.m, a, 3); calls(a.s, 1); calls(A.s); calls(A.c, 1); calls(a.c); calls(A.m)
calls(A, 1)
class B:
    def __init__(self, x, y=1): self.x = x
calls(B); calls(B, 1, 2, 3); calls(B, z=1)
print(B(5).x)
calls(h, *[1, 2], **{'w': 3}); calls(h, **{'x': 1, 'y': 2, 'z': 3}); calls(lambda x: x); calls(lambda *a: a, 1, 2)
try: h(*1)
except TypeError as e: print(e)
try: h(**1)
except TypeError as e: print(e)
try: h(1, *2)
except TypeError as e: print(e)
try: f(1, c=1, **{'c': 2})
except TypeError as e: print(e)
print(f(*[1, 2], *(3,), c=1, **{'e': 1}, **{'g': 2}))
def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        return x
    def other(): return x
    return inner, other
i, o = outer()
i(); i(); print(o())
fs = [lambda n=n: n for n in range(3)]
print([q() for q in fs])
fs = [lambda: n for n in range(3)]
print([q() for q in fs])
count = 0
def inc():
    global count, fresh
    count += 1
    fresh = count * 10
inc(); inc(); print(count, fresh)
def deco(fn):
    def wrapped(*a, **k):
        print("call", fn.__name__)
        return fn(*a, **k)
    return wrapped
def times(n):
    def d(fn):
        def w(*a):
            return [fn(*a) for _ in range(n)]
        return w
    return d
@deco
@times(2)
def dd(x): "doc"; return x
print(dd(4))
def doc():
    """The doc."""
print(doc.__doc__, doc.__name__, doc.__qualname__, A.m.__qualname__, dd.__name__)
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(30))
def mutable(x, acc=[]):
    acc.append(x)
    return acc
mutable(1); print(mutable(2))
def unb():
    print(v)
    v = 1
try: unb()
except UnboundLocalError as e: print(e)
def unb2():
    try:
        1/0
    except ZeroDivisionError as e:
        pass
    return e
try: unb2()
except UnboundLocalError as e: print(e)
def free():
    def q(): return zz
    if 0: zz = 1
    return q
try: free()()
except NameError as e: print(e)
print((lambda x, *y, z=3, **w: (x, y, z, w))(1, 2, k=4))
def ret(): return
print(ret(), (lambda: None)())
def annotated(x: int, y: "str" = 3) -> float: return x
print(annotated(1), annotated.__annotations__)
def rec(n):
    return rec(n + 1)
try: rec(0)
except RecursionError as e: print(e)
print(max([3, 1, 2], key=lambda v: -v), sorted("bca", reverse=True))
def star(first, *rest): return first, rest
print(star(*"abc"))
def defaults(a, b=count): return b
count = 99
print(defaults(0))
