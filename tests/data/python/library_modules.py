import bisect
import collections
import copy
import dataclasses
import functools
import heapq
import io
import operator
import statistics
import string
import sys
from abc import ABC, abstractmethod
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from contextlib import contextmanager, suppress, redirect_stdout
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Tuple, Union


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


P = namedtuple("P", "x y"); p = P(1, 2)
print(p, p.x, p[1], p == (1, 2), p._asdict(), p._replace(x=5), P._fields, P._make([3, 4]), *p, P(y=1, x=2), isinstance(p, tuple), len(p), hash(p) == hash((1, 2)))
t(lambda: P(1)); t(lambda: P(1, 2, 3)); t(lambda: P(1, z=2)); t(lambda: namedtuple("Q", "a a")); t(lambda: namedtuple("Q", "1a")); t(lambda: namedtuple("Q", "class")); t(lambda: namedtuple("Q", ["a", "b"], defaults=[5])(1)); t(lambda: p.z); t(lambda: setattr(p, "x", 3)); t(lambda: P)
class Sub(namedtuple("Sub", "a b")):
    def total(self):
        return self.a + self.b
print(Sub(1, 2), Sub(1, 2).total())
dd = defaultdict(list); dd["a"].append(1); dd["b"]; print(dd, dict(dd), len(dd), "c" in dd, dd.get("z")); t(lambda: defaultdict()["x"]); t(lambda: defaultdict(5)); print(defaultdict(int, a=1), defaultdict(lambda: 7)["q"])
od = OrderedDict([("a", 1), ("b", 2)]); od.move_to_end("a"); print(od, od.popitem(), od.popitem(last=False), od); t(lambda: OrderedDict().popitem()); print(OrderedDict(a=1) == OrderedDict(a=1), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1})
c = Counter("mississippi"); print(c, c.most_common(2), c["z"], sorted(c.elements()), c.total(), c - Counter("miss"), c + Counter("m"), c & Counter("mm"), c | Counter("zzz"), Counter(a=1, b=2), Counter([1, 1, 2]), +Counter(a=-1, b=1)); c.update("mm"); c.subtract("s"); print(c, Counter(), Counter({"x": 3}) == Counter("xxx")); del c["zzz"]; print(c.most_common())
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); print(q, q.pop(), q.popleft(), q, q.maxlen, len(q), q[0], 2 in q); q.extend([5, 6, 7]); q.rotate(1); print(q, list(q), deque("abc"), deque() == deque(), deque([1]) + deque([2]), list(reversed(deque([1, 2])))); t(lambda: deque().pop()); t(lambda: deque([1])[5]); t(lambda: deque(maxlen=-1)); t(lambda: deque([1]).remove(5)); t(lambda: q.index(99)); q.extendleft([1, 2]); q.reverse(); q.insert; print(q, q.count(1)); t(lambda: [x for x in q if q.append(x)])
print(collections.ChainMap({"a": 1}, {"a": 2, "b": 3})["b"], collections.ChainMap({"a": 1}, {"b": 3}))
@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info(), fib.__name__); fib.cache_clear(); print(fib.cache_info())
@functools.lru_cache(maxsize=2)
def sq(x):
    print("compute", x)
    return x * x
print(sq(1), sq(2), sq(1), sq(3), sq(2), sq.cache_info())
@functools.cache
def f0(x):
    return x
print(f0(3), functools.reduce(lambda a, b: a + b, [1, 2, 3]), functools.reduce(operator.mul, [1, 2, 3], 10)); t(lambda: functools.reduce(lambda a, b: a, []))
def deco(fn):
    @functools.wraps(fn)
    def inner(*a, **k):
        "inner doc"
        return fn(*a, **k)
    return inner
@deco
def named(x):
    "named doc"
    return x
print(named.__name__, named.__doc__, named(3), named.__wrapped__(4))
pw = functools.partial(pow, 2); print(pw(5), pw.args, pw.keywords, functools.partial(int, base=2)("101"), functools.partial(print, sep="-")(1, 2))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
@functools.total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(2), V(1) > V(2), V(2) >= V(2), V(3) != V(3))
class Cp:
    @functools.cached_property
    def slow(self):
        print("once")
        return 5
cp = Cp(); print(cp.slow, cp.slow)
print(operator.add(1, 2), operator.itemgetter(1)([1, 2]), operator.itemgetter(0, 2)("abc"), operator.attrgetter("real")(5), operator.methodcaller("upper")("a"), operator.neg(3), operator.truediv(1, 2), operator.contains([1], 1), operator.not_(1), operator.lt(1, 2), operator.concat([1], [2]), operator.iadd([1], [2]), operator.mod(7, 3), operator.xor(5, 1), operator.getitem({"a": 1}, "a"))
l = [1, [2, 3], {"k": [4]}]; s = copy.copy(l); dp = copy.deepcopy(l); l[1].append(9); l[2]["k"].append(8); print(l, s, dp, s[1] is l[1], dp[1] is l[1])
class Node:
    def __init__(self, v): self.v = v; self.next = self
n = Node([1]); m = copy.deepcopy(n); print(m.next is m, m.v == n.v, m.v is n.v, copy.copy(n).v is n.v, type(m).__name__)
print(copy.deepcopy((1, [2])), copy.copy({1, 2}), copy.deepcopy({"a": {1, 2}}), copy.deepcopy(deque([1, 2])), copy.deepcopy(None))
@dataclass
class Pt:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    def norm(self): return self.x + self.y
a, b = Pt(1), Pt(1, 0); print(a, a == b, a.norm(), a != Pt(2), dataclasses.asdict(Pt(1, 2, [3])), dataclasses.astuple(a), dataclasses.replace(a, x=9), [f.name for f in dataclasses.fields(Pt)]); a.tags.append(1); print(a, b); t(lambda: Pt()); t(lambda: Pt(1, 2, 3, 4)); t(lambda: Pt(1, z=2)); t(lambda: hash(a)); t(lambda: a < b)
@dataclass(frozen=True, order=True)
class Fr:
    a: int
    b: str = "q"
    def __post_init__(self): pass
print(Fr(1) < Fr(2), hash(Fr(1)) == hash(Fr(1)), sorted([Fr(3), Fr(1)]), {Fr(1): 2}[Fr(1)]); t(lambda: setattr(Fr(1), "a", 5))
@dataclass
class Base:
    i: int = 1
@dataclass
class Derived(Base):
    j: int = 2
    k: float = field(default=3.0, repr=False)
print(Derived(), Derived(5, 6, 7.0).k, Derived(j=9))
class NT(NamedTuple):
    x: int
    y: str = "d"
    def both(self): return (self.x, self.y)
print(NT(1), NT(1, "z").both(), NT(1).y, NT._fields, NT(2) == (2, "d"))
def typed(a: List[int], b: Optional[str] = None, *c: Any) -> Dict[str, Tuple[int, ...]]:
    v: Union[int, str] = 5
    return {"r": (v,)}
print(typed([1]), List[int], Optional[int], Dict[str, int], Callable[[int], str], Union[int, str], Any, List)
print(statistics.mean([1, 2, 3, 4]), statistics.mean([1, 2]), statistics.mean([0.1, 0.2, 0.3]), statistics.median([3, 1, 2]), statistics.median([1, 2, 3, 4]), statistics.mode("aabbb"), statistics.stdev([1, 2, 3, 4]), statistics.pstdev([1.5, 2.5]), statistics.variance([1, 2, 3, 4]), statistics.pvariance([1, 2, 3]), statistics.fmean([1, 2]), statistics.multimode([1, 1, 2, 2]), statistics.quantiles([1, 2, 3, 4, 5]), statistics.median_low([1, 2]), statistics.median_high([1, 2]), statistics.geometric_mean([1, 4]), statistics.harmonic_mean([40, 60]), statistics.stdev([0.1, 0.2, 0.4, 0.9]), statistics.variance([2.5, 3.25, 1.5])); t(lambda: statistics.mean([])); t(lambda: statistics.stdev([1])); t(lambda: statistics.median([])); t(lambda: statistics.mode([]))
print(string.ascii_letters, string.digits, repr(string.punctuation), repr(string.whitespace), string.capwords("ab cd"), string.hexdigits, len(string.printable))
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2)); bl = [1, 3]; bisect.insort(bl, 2); print(bl)
h = [5, 3, 8, 1]; heapq.heapify(h); heapq.heappush(h, 2); print(h, heapq.heappop(h), h, heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [4, 1, 3]), heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h); t(lambda: heapq.heappop([]))
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    name = "sq"
t(lambda: Shape()); print(Sq(3).area(), isinstance(Sq(1), Shape))
class Half(Shape):
    def area(self): return 0
t(lambda: Half())
@contextmanager
def ctx(v):
    print("in", v)
    try:
        yield v * 2
    except ValueError as e:
        print("caught", e)
    finally:
        print("out")
with ctx(2) as w: print(w)
with ctx(3): raise ValueError("bad")
with suppress(KeyError): {}["a"]
buf = io.StringIO()
with redirect_stdout(buf): print("hidden", 1)
print(repr(buf.getvalue())); print("x", file=buf); print(repr(buf.getvalue()), file=sys.stdout); sys.stdout.write("w\n"); print("err", file=sys.stderr)
print(sys.maxsize, sys.float_info.max, sys.float_info.epsilon, sys.version_info >= (3, 8), sys.version_info.major, sys.version_info[:2], sys.byteorder)
print(isinstance([], collections.abc.Iterable), isinstance(5, collections.abc.Iterable), isinstance({}, collections.abc.Mapping), isinstance("a", collections.abc.Sequence), issubclass(list, collections.abc.Sized), isinstance(len, collections.abc.Callable))
try:
    sys.exit(3)
except SystemExit as e:
    print(repr(e), e.code)
