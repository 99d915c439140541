def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


def d(l, f):
    try:
        r = f(l)
        print(l, r)
    except Exception as e:
        print(l, type(e).__name__, e)


L = [3, 1, 2]
d(L[:], lambda l: l.append(4)); d(L[:], lambda l: l.extend("ab")); d(L[:], lambda l: l.insert(1, 9)); d(L[:], lambda l: l.insert(-1, 9)); d(L[:], lambda l: l.insert(100, 9)); d(L[:], lambda l: l.insert(-100, 9)); d(L[:], lambda l: l.pop()); d(L[:], lambda l: l.pop(0)); d(L[:], lambda l: l.pop(5)); d([], lambda l: l.pop()); d(L[:], lambda l: l.pop("a")); d(L[:], lambda l: l.remove(1)); d(L[:], lambda l: l.remove(9)); d(L[:], lambda l: l.index(2)); d(L[:], lambda l: l.index(9)); d(L[:], lambda l: l.index(3, 1)); d(L[:], lambda l: l.index("a")); d(L[:], lambda l: l.count(1)); d(L[:], lambda l: l.sort()); d(L[:], lambda l: l.sort(reverse=True)); d(L[:], lambda l: l.sort(key=lambda x: -x)); d(L[:], lambda l: l.reverse()); d(L[:], lambda l: l.clear()); d(L[:], lambda l: l.copy()); d(L[:], lambda l: l.extend(5)); d(L[:], lambda l: l.append()); d(L[:], lambda l: l.append(1, 2)); d([1, "a"], lambda l: l.sort()); d(L[:], lambda l: l.sort(lambda x: x)); d(L[:], lambda l: l.sort(foo=1)); d(L[:], lambda l: l.foo()); d(L[:], lambda l: l.extend(l)); d(L[:], lambda l: l.index(1, 0, 1)); d(L[:], lambda l: l.count()); d(L[:], lambda l: l.insert(1))
def setslice(l, s, v):
    l[s] = v
def delslice(l, s):
    del l[s]
for s, v in [(slice(1, 2), [7, 8, 9]), (slice(None), []), (slice(0, 0), "ab"), (slice(None, None, 2), [5, 6]), (slice(None, None, 2), [5]), (slice(5, 10), [1]), (slice(2, 0), [9]), (slice(None, None, -1), [1, 2, 3]), (slice(0, 2), 5), (0, 99), (-1, 99), (5, 1), ("a", 1), (slice(1, None, None), (i for i in range(2)))]:
    d(L[:], lambda l: setslice(l, s, v))
for s in [slice(1, 2), slice(None), slice(None, None, 2), slice(None, None, -1), 0, -1, 5, "a", slice(5, 1), 1.5]:
    d(L[:], lambda l: delslice(l, s))
for s in [slice(1, 2), slice(None, None, -1), slice(-2, None), slice(10, 20), slice(None, None, 2), slice(2, 0, -1), 0, -3, 3, -4, "a", 1.0, None, slice("a", None), slice(None, None, 0)]:
    print(s, end=" ")
    t(lambda: L[s]); t(lambda: tuple(L)[s]); t(lambda: range(3)[s])
t(lambda: [1] + [2]); t(lambda: [1] + (2,)); t(lambda: (1,) + [2]); t(lambda: [1] * 3); t(lambda: 3 * (1, 2)); t(lambda: [1] * -1); t(lambda: [1] * 1.5); t(lambda: [1, 2] == [1, 2.0]); t(lambda: [1, 2] < [1, 3]); t(lambda: (1, 2) < (1, 2, 3)); t(lambda: [1] < (1,)); t(lambda: [1] == (1,)); t(lambda: [1, "a"] < [1, 2]); t(lambda: 1 in [1.0]); t(lambda: [] < []); t(lambda: [1] - [1]); t(lambda: -[1]); t(lambda: [1](0)); t(lambda: (1, 2, 1).count(1)); t(lambda: (1, 2).index(2)); t(lambda: (1, 2).index(5)); t(lambda: (1,)); t(lambda: ()); t(lambda: ((1,), [2], {3: (4,)})); t(lambda: list()); t(lambda: list(5)); t(lambda: list(1, 2)); t(lambda: list(x=1)); t(lambda: tuple("ab")); t(lambda: tuple(5)); t(lambda: list({"a": 1})); t(lambda: list(range(5, 0, -2)))
a = [1]; a.append(a); print(a)
b = {}; b["x"] = b; print(b)
c = ([],); c[0].append(c); print(c)
x = [1, 2, 3]; y = x; x += [4]; print(y, x is y); x = x + [5]; print(y, x)
x = (1, 2); y = x; x += (3,); print(y, x)
def mut():
    l = [3, 2, 1]
    def key(v):
        l.append(v)
        return v
    l.sort(key=key)
t(mut)
nan = float("nan")
print(sorted([3, nan, 1, 2, nan, 0]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted("bca", reverse=True), sorted([1, 2, 3, 4], key=lambda v: v % 2), sorted([1, 2, 3, 4], key=lambda v: v % 2, reverse=True))
print(sorted([5, 3, 1, 4] * 20)[:10], sorted(range(200), key=lambda v: (v * 7919) % 101)[:20], sorted([-1.5, 2, True, 0]))
t(lambda: sorted([1, None])); t(lambda: sorted(5)); t(lambda: sorted([2, 1], key=5)); t(lambda: sorted()); t(lambda: sorted([1], lambda v: v)); t(lambda: sorted(["b", "A", "c"], key=str.lower)); t(lambda: sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]))
for r in [range(5), range(2, 10, 3), range(10, 0, -3), range(0), range(5, 2), range(-3, 3)]:
    print(r, list(r), len(r), r[0] if r else None, r.start, r.stop, r.step, 3 in r, r.count(2), list(reversed(r)), r[1:3], r == range(5), bool(r), hash(r) == hash(range(5)))
t(lambda: range(1.5)); t(lambda: range("a")); t(lambda: range()); t(lambda: range(1, 2, 3, 4)); t(lambda: range(1, 2, 0)); t(lambda: range(3)[5]); t(lambda: range(5).index(3)); t(lambda: range(5).index(9)); t(lambda: range(5).index("a")); t(lambda: 2.0 in range(5)); t(lambda: "a" in range(3)); t(lambda: range(3) + range(2)); t(lambda: sum(range(101))); t(lambda: range(3)[::-1]); t(lambda: max(range(3, 10))); t(lambda: range(True)); t(lambda: range(0, 10, 2)[-1])
t(lambda: slice(1, 2)); t(lambda: slice(5)); t(lambda: slice(1, 2, 3).step); t(lambda: slice(1, None, 2).indices(5)); t(lambda: slice(-1, None, -1).indices(3)); t(lambda: slice()); t(lambda: slice(1, 2) == slice(1, 2)); t(lambda: hash(slice(1)))
t(lambda: list(enumerate("ab"))); t(lambda: list(enumerate("ab", 1))); t(lambda: list(enumerate("ab", start=5))); t(lambda: enumerate(5)); t(lambda: enumerate()); t(lambda: enumerate("a", "b")); t(lambda: list(zip([1, 2], "abc"))); t(lambda: list(zip())); t(lambda: list(zip([1, 2], [3], strict=True))); t(lambda: list(zip([1], [3, 4], strict=True))); t(lambda: list(zip([1], [2], [3, 4], strict=True))); t(lambda: zip(1)); t(lambda: zip([1], foo=2)); t(lambda: list(map(lambda a, b: a + b, [1, 2], [3, 4, 5]))); t(lambda: map(1)); t(lambda: list(map(1, [1]))); t(lambda: list(map(str, [1]))); t(lambda: list(filter(None, [0, 1, "", "a"]))); t(lambda: list(filter(lambda v: v > 1, [1, 2, 3]))); t(lambda: filter(None)); t(lambda: list(reversed([1, 2]))); t(lambda: list(reversed({"a": 1, "b": 2}))); t(lambda: reversed({1})); t(lambda: reversed(5)); t(lambda: list(reversed((1, 2)))); t(lambda: list(reversed("ab"))); t(lambda: any([0, 1])); t(lambda: all([])); t(lambda: any(5)); t(lambda: len(5)); t(lambda: len()); t(lambda: len([], [])); t(lambda: next(iter([]))); t(lambda: next(iter([]), 5)); t(lambda: next([])); t(lambda: iter(5)); t(lambda: list(iter(lambda: 5, 5))); t(lambda: iter(5, 5)); t(lambda: list(zip(*[[1, 2], [3, 4]]))); t(lambda: dict(zip("ab", [1, 2])))
i = iter([1, 2, 3]); print(next(i), list(i), next(i, "end"))
z = zip([1, 2], [3, 4]); print(next(z), list(z), list(z))
print(type(enumerate([])), type(zip()), type(map(str, [])), type(filter(None, [])), type(reversed([])), type(iter([])), type(iter(())), type(iter({})), type(iter({1})), type(iter(range(1))), type(reversed("a")))
first, *rest = [1, 2, 3]; print(first, rest); *init, last = "abc"; print(init, last)
def unpack(v):
    p, q = v
    return p, q
t(lambda: unpack([1])); t(lambda: unpack([1, 2, 3])); t(lambda: unpack(5))
