def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


class A:
    """Doc of A."""
    x = 1

    def __init__(self, v=0):
        self.v = v

    def m(self):
        return self.v


class B(A):
    pass


a = A(5); b = B(7)
t(lambda: getattr(a, "v")); t(lambda: getattr(a, "zz")); t(lambda: getattr(a, "zz", None)); t(lambda: getattr(a, 1)); t(lambda: hasattr(a, "m")); t(lambda: hasattr(a, "zz")); t(lambda: setattr(a, "w", 3)); t(lambda: a.w); t(lambda: delattr(a, "w")); t(lambda: a.w); t(lambda: delattr(a, "zz")); t(lambda: vars(a)); t(lambda: a.__dict__); t(lambda: vars(5)); t(lambda: isinstance(b, A)); t(lambda: isinstance(b, (int, A))); t(lambda: isinstance(1, 5)); t(lambda: isinstance(True, int)); t(lambda: issubclass(B, A)); t(lambda: issubclass(1, A)); t(lambda: issubclass(B, 5)); t(lambda: issubclass(bool, int)); t(lambda: callable(a)); t(lambda: callable(A)); t(lambda: callable(len)); t(lambda: callable(lambda: 0)); t(lambda: type(a).__name__); t(lambda: type(5)); t(lambda: type("")); t(lambda: type(None)); t(lambda: type(type)); t(lambda: type(len)); t(lambda: type(a.m)); t(lambda: type(lambda: 0)); t(lambda: A.__doc__); t(lambda: A.__name__); t(lambda: B.__bases__); t(lambda: B.__mro__); t(lambda: a.__class__); t(lambda: type(a) is A); t(lambda: type([]) == list); t(lambda: type(1.5)); t(lambda: type(...)); t(lambda: type(NotImplemented)); t(lambda: type(range(1))); t(lambda: type(slice(1))); t(lambda: type({}.keys())); t(lambda: type(x for x in [])); t(lambda: type(1, 2)); t(lambda: type()); t(lambda: object()  is not None); t(lambda: object(1)); t(lambda: A(1, 2, 3)); t(lambda: B(1).m()); t(lambda: A.m()); t(lambda: A.m(b)); t(lambda: a.m(1)); t(lambda: a()); t(lambda: a + 1); t(lambda: a < b); t(lambda: a == a); t(lambda: a[0]); t(lambda: len(a)); t(lambda: iter(a)); t(lambda: -a); t(lambda: int(a)); t(lambda: float(a)); t(lambda: [1, 2][a]); t(lambda: id(a) == id(a)); t(lambda: id(a) == id(b)); t(lambda: id(5) == id(5)); t(lambda: [n for n in dir(a) if not n.startswith("_")]); t(lambda: "append" in dir([])); t(lambda: [n for n in dir(str) if not n.startswith("_")]); t(lambda: [n for n in dir(list) if not n.startswith("_")]); t(lambda: [n for n in dir(dict) if not n.startswith("_")]); t(lambda: [n for n in dir(set) if not n.startswith("_")]); t(lambda: [n for n in dir(int) if not n.startswith("_")]); t(lambda: [n for n in dir(float) if not n.startswith("_")]); t(lambda: [n for n in dir(tuple) if not n.startswith("_")]); t(lambda: repr(len)); t(lambda: repr(print)); t(lambda: str.upper); t(lambda: 5 .foo); t(lambda: None.foo); t(lambda: A.zz); t(lambda: len.__name__); t(lambda: (1).__class__); t(lambda: "a".__class__.__name__); t(lambda: repr(A)); t(lambda: format(a.v, "03d")); t(lambda: repr(int)); t(lambda: str(list)); t(lambda: f"{int}"); t(lambda: hash(a) == hash(a)); t(lambda: a != b); t(lambda: not a)


class Num:
    def __init__(self, n):
        self.n = n

    def __abs__(self):
        return "abs"

    def __round__(self, d=None):
        return ("round", d)

    def __divmod__(self, o):
        return "divmod"

    def __rdivmod__(self, o):
        return "rdivmod"

    def __int__(self):
        return 7

    def __float__(self):
        return 7.5

    def __index__(self):
        return 2

    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * 10

    def __bool__(self):
        return False

    def __contains__(self, v):
        return v == "x"

    def __reversed__(self):
        return iter("rev")

    def __hash__(self):
        return 11

    def __eq__(self, o):
        return isinstance(o, Num)

    def __pow__(self, o, m=None):
        return ("pow", o, m)

    def __trunc__(self):
        return 1

    def __floor__(self):
        return "floor"

    def __dir__(self):
        return ["z", "a"]

    def __call__(self, *a, **k):
        return a, k


n = Num(1)
t(lambda: abs(n)); t(lambda: round(n)); t(lambda: round(n, 2)); t(lambda: divmod(n, 1)); t(lambda: divmod(1, n)); t(lambda: int(n)); t(lambda: float(n)); t(lambda: [1, 2, 3][n]); t(lambda: len(n)); t(lambda: list(n)); t(lambda: bool(n)); t(lambda: "x" in n); t(lambda: list(reversed(n))); t(lambda: hash(n)); t(lambda: {n: 1}[Num(2)]); t(lambda: n**2); t(lambda: hex(n)); t(lambda: "abc"[n]); t(lambda: range(n)); t(lambda: n(1, k=2)); t(lambda: dir(n)); t(lambda: max(n)); t(lambda: sum(n)); t(lambda: tuple(n)); t(lambda: "%d %f %x" % (n, n, n)); t(lambda: list(zip(n, n))); t(lambda: [*n]); t(lambda: sorted(n, reverse=True)); t(lambda: n != n); t(lambda: chr(n)); t(lambda: [5] * n); t(lambda: bytes) if False else None


class L(list):
    def __init__(self, *a):
        super().__init__(a)
        self.tag = "t"

    def total(self):
        return sum(self)


l = L(1, 2, 3); l.append(4); print(l, l.total(), l.tag, len(l), l[1:], type(l[1:]), l == [1, 2, 3, 4], isinstance(l, list), l + [5])


class T(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def a(self):
        return self[0]


p = T(1, 2); print(p, p.a, p == (1, 2), type(p), hash(p) == hash((1, 2)), p + (3,))


class S(str):
    def shout(self):
        return self.upper() + "!"


s = S("hi"); print(s, s.shout(), s == "hi", type(s), type(s.upper()), s + "x", len(s), {s: 1}["hi"], repr(s), f"{s:>5}")


class E(Exception):
    pass


class E2(ValueError):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


for exc in [ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"), KeyError(), KeyError("a", "b"), E("x"), E2(5), IndexError(3), StopIteration(4), Exception(None), AttributeError("x"), NotImplementedError, ZeroDivisionError("d")]:
    e = exc if isinstance(exc, BaseException) else exc()
    print(repr(e), str(e), e.args, type(e).__mro__[1].__name__)
print(E2(5).code, StopIteration(4).value, isinstance(E2(1), ValueError))
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise ValueError("v") from z
except ValueError as v:
    print(repr(v.__cause__), repr(v.__context__), v.__suppress_context__, v.__traceback__ is not None)
e = ValueError("a"); e.add_note("n1"); print(e.__notes__, e.with_traceback(None) is e, e == ValueError("a"))
t(lambda: globals()["A"] is A); t(lambda: (lambda q: sorted(locals()))(3)); t(lambda: "n" in globals())
def loc(p, q=2):
    r = p + q
    return sorted(locals().items())
print(loc(1))
print(print("x", end="") is None, print(1, 2, sep="-", end="|\n"), sep="~")
t(lambda: print(1, sep=1)); t(lambda: print(1, foo=2)); t(lambda: print(1, end=3)); print(); print("a", None, 1.5, [1], sep=""); print(*range(3), sep=", "); print("x", flush=True); print(sep="x")

# A derived class without operators beside its base.
class Plain:
    pass


class Derived(Plain):
    pass


def operate(what):
    try:
        print(what())
    except TypeError as e:
        print(e)


operate(lambda: Plain() + Derived())
operate(lambda: Derived() * Plain())
operate(lambda: Plain() < Derived())
operate(lambda: Plain() @ Derived())
operate(lambda: -Derived())
operate(lambda: divmod(Plain(), Derived()))
operate(lambda: Plain() == Derived())
operate(lambda: sum([Plain(), Derived()], Plain()))
x = Plain()
try:
    x += Derived()
except TypeError as e:
    print(e)


class Adds(Plain):
    def __radd__(self, other):
        return "radd"


operate(lambda: Plain() + Adds())
operate(lambda: Plain() - Adds())
operate(lambda: Adds() + Plain())
