# SPDX-License-Identifier: GPL-3.0-or-later
# classes: as CPython 3.11 runs it, and so must we.
class P:
    kind = "p"
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return "P(%r, %r)" % (self.x, self.y)
    def __add__(self, o): return P(self.x + o.x, self.y + o.y) if isinstance(o, P) else NotImplemented
    def __radd__(self, o): return ("radd", o)
    def __mul__(self, k): return P(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __eq__(self, o): return isinstance(o, P) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __lt__(self, o): return self.x < o.x
    def __neg__(self): return P(-self.x, -self.y)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __bool__(self): return bool(self.x or self.y)
    def __len__(self): return 2
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __iter__(self): return iter((self.x, self.y))
    def __contains__(self, v): return v in (self.x, self.y)
    def __call__(self, *a): return a
    def __iadd__(self, o): self.x += o; return self
    def __sub__(self, o): return 'sub'
    def __getattr__(self, n):
        if n == 'magic': return 42
        raise AttributeError(n)
    def __matmul__(self, o): return 'mm'
    def __rsub__(self, o): return 'rsub'
    def __pow__(self, o): return 'pow'
    def __truediv__(self, o): return 'div'
    def __floordiv__(self, o): return 'fdiv'
    def __mod__(self, o): return 'mod'
    def __invert__(self): return 'inv'
    def __pos__(self): return 'pos'
    def __and__(self, o): return 'and'
    def __or__(self, o): return 'or'
    def __xor__(self, o): return 'xor'
    def __lshift__(self, o): return 'ls'
    def __rshift__(self, o): return 'rs'
a, b = P(1, 2), P(3, 4)
print(a + b, a * 2, 2 * a, a == P(1, 2), a != b, a < b, b > a, -a, abs(b), bool(P(0, 0)), len(a), a[0], list(a), 2 in a, a(1, 2))
print(5 + a, 5 - a, a @ b, a ** 2, a / 1, a // 1, a % 1, ~a, +a, a & 1, a | 1, a ^ 1, a << 1, a >> 1)
try: a + 5
except TypeError as e: print(e)
try: a <= b
except TypeError as e: print(e)
a += 5; print(a, a.magic, {a: 1}[P(6, 2)])
try: a.nothing
except AttributeError as e: print(e)
x, y = a; print(x, y)
class Q(P):
    kind = "q"
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = True
    def __repr__(self): return "Q" + super().__repr__()
    def __len__(self): return super().__len__() + 10
q = Q(7, 8)
print(q, q.kind, P.kind, len(q), isinstance(q, P), isinstance(q, (int, P)), issubclass(Q, P), type(q), type(q).__name__, Q.__mro__)
print(q.__class__, q.__dict__, Q.__bases__, hasattr(q, 'extra'), getattr(q, 'zz', None) if False else 'skip')
class T:
    def __init__(self): self._t = 1
    @property
    def t(self): "doc t"; return self._t
    @t.setter
    def t(self, v): self._t = v
    @t.deleter
    def t(self): print("del")
    @property
    def ro(self): return 1
t = T(); t.t = 5; print(t.t); del t.t
try: t.ro = 1
except AttributeError as e: print(e)
try: del t.ro
except AttributeError as e: print(e)
class Empty: pass
e = Empty()
try: e.x
except AttributeError as ex: print(ex)
try: del e.x
except AttributeError as ex: print(ex)
try: Empty.x
except AttributeError as ex: print(ex)
try: e + 1
except TypeError as ex: print(ex)
try: e()
except TypeError as ex: print(ex)
try: e[0]
except TypeError as ex: print(ex)
try: e[0] = 1
except TypeError as ex: print(ex)
try: del e[0]
except TypeError as ex: print(ex)
try: len(e)
except TypeError as ex: print(ex)
try: iter(e)
except TypeError as ex: print(ex)
try: 1 in e
except TypeError as ex: print(ex)
try: Empty(1)
except TypeError as ex: print(ex)
try: -e
except TypeError as ex: print(ex)
try: e < e
except TypeError as ex: print(ex)
try:
    with e: pass
except TypeError as ex: print(ex)
class E2:
    def __init__(self): return 5
try: E2()
except TypeError as ex: print(ex)
class Meta:
    n = 0
    def __new__(cls, *a):
        cls.n += 1
        o = super().__new__(cls)
        o.tag = a
        return o
    def __init__(self, *a): print("init", a)
m = Meta(1, 2); print(m.tag, Meta.n)
class Base:
    def who(self): return "Base"
    def hello(self): return self.who()
class L(Base):
    def who(self): return "L" + super().who()
class R(Base):
    def who(self): return "R" + super().who()
class D(L, R):
    def who(self): return "D" + super().who()
print(D().hello(), [c.__name__ for c in D.__mro__])
class Cnt:
    total = 0
    def __init__(self): Cnt.total += 1; self.__secret = 3
    def get(self): return self.__secret
c = Cnt(); Cnt(); print(Cnt.total, c.total, c.get(), c.__dict__)
class Ctx:
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t, v); return t is ValueError
with Ctx() as cc: print("body")
with Ctx(): raise ValueError("v")
try:
    with Ctx() as a1, Ctx() as a2: raise KeyError("k")
except KeyError as ke: print("got", ke)
class S:
    def __str__(self): return "str!"
    def __repr__(self): return "repr!"
    def __format__(self, spec): return "fmt:" + spec
print(S(), [S()], f"{S()} {S()!r} {S():abc} {S()!s}", "%s %r" % (S(), S()))
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(It(4)), sum(It(5)), max(It(3)), 2 in It(4))
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
print(list(Seq()), 4 in Seq())
class Desc:
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, o, t): return self if o is None else getattr(o, self.name, 'unset')
    def __set__(self, o, v): setattr(o, self.name, v * 2)
class HasD:
    d = Desc()
h = HasD(); print(h.d); h.d = 4; print(h.d, h.__dict__)
class Sub:
    subs = []
    def __init_subclass__(cls, tag=None, **k): super().__init_subclass__(**k); Sub.subs.append((cls.__name__, tag))
class S1(Sub, tag='x'): pass
class S2(Sub): pass
print(Sub.subs)
class Cm:
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def st(a): return a
class Cm2(Cm): pass
print(type(Cm2.make()).__name__, Cm2.st(3), Cm2().st(4))
def method(self): return "patched"
Empty.p = method; print(e.p())
Empty.__len__ = lambda self: 7; print(len(e))
e.inst = lambda: "inst"; print(e.inst())
NewT = type('NewT', (P,), {'z': 5}); print(NewT(1, 2).z, NewT.__name__)
class X:
    a = 1
    b = [a for _ in range(2)] if False else a + 1
    def f(self): return self.a
    class Inner:
        v = 3
print(X.b, X.Inner.v, X.Inner.__qualname__, X().f())
class WithSlots(list):
    def total(self): return sum(self)
w = WithSlots([1, 2]); w.append(3); print(w, w.total(), len(w), isinstance(w, list), w == [1, 2, 3])
class Dd(dict):
    def __missing__(self, k): return k * 2
    def __getattr__(self, k): return self[k]
dd = Dd(a=1); print(dd['a'], dd['b'], dd, dd.a, len(dd))
print(P.__eq__(P(1,2), P(1,2)), object.__repr__(5)[:4], (5).__add__(3), "a".__len__(), [1].__contains__(1))
setattr(e, 'dyn', 1); print(e.dyn, vars(e)['dyn']); delattr(e, 'dyn'); print(hasattr(e, 'dyn'))
class Eq:
    def __eq__(self, o): return True
try: hash(Eq())
except TypeError as ex: print(ex)
print(Eq() == 1, 1 == Eq(), Eq() != 1)
print(callable(P), callable(a), callable(e), callable(len))
