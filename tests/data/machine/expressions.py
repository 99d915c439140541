# SPDX-License-Identifier: GPL-3.0-or-later
# expressions: as CPython 3.11 runs it, and so must we.
# starred, dict/set displays
a = [1, 2]
print([*a, *a, 3], (*a, 0), {*a, 5}, {**{'x': 1}, 'y': 2, **{'x': 3}})
print([*range(3), *"ab"], *a, sep='-')
def f(*args, **kw): return args, kw
print(f(*a, 5, *(6,), k=1, **{'z': 2}))
first, (second, *others), last = 1, (2, 3, 4), 5
print(first, second, others, last)
for i, (x, *y) in enumerate([(1, 2, 3), "abc"]): print(i, x, y)
x = y = 0
x, y = y + 1, x + 2
print(x, y)
lst = [0] * 3
i = 0
i, lst[i] = 1, 9
print(i, lst)
m = [[0] * 2 for _ in range(2)]
m[0][1] = 5
m[1][0] += 7
print(m)
d = {}
d['a'], d['b'] = 1, 2
d.setdefault('c', []).append(3)
for k, v in d.items(): print(k, v)
d = {k: v for v, k in enumerate("abc")}
del d['a']
d['a'] = 9
print(d, list(d), len(d), 'a' in d, d.pop('b'), d)
nested = {'x': {'y': {'z': 1}}}
nested['x']['y']['z'] += 1
print(nested)
s = slice(1, 3)
print([0, 1, 2, 3][s], "hello"[1:-1:2], (1, 2, 3)[::-1], s)
class G:
    def __getitem__(self, k): return k
g = G()
print(g[1], g[1:2], g[1:2, ::3], g[...], g[None], g[1, 2], g[()], g[-1:], g[:], g["a":"b"])
class St:
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
st = St(); st[1, 2:3] = 4; del st[5]; st[::2] = [1]
print(1 if 0 else 2 if 0 else 3)
print((lambda: (yield))() is not None)
print(not 1 == 2, 1 < 2 == 2, (1 < 2) == True, 1 in [1] == True)
print(2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 2 ** -1, not True or True, 1 + 2 * 3 - 4 / 2 // 1 % 3)
print(5 & 3 | 4 ^ 1 << 2, ~5 + 1, 7 // -2, -7 % 3, 7.5 // 2, -7.5 % 2, divmod(-7, 3))
print(0.1 + 0.2 == 0.3, 1 == 1.0, 1 is True, "a" < "b", [1, 2] < [1, 3], (1,) == (1.0,), None == 0)
print(10**18 * 10**18, 2**64 - 2**63, -(2**63), 2**63 // -1, (-2**63) * -1, 9223372036854775807 + 1, abs(-2**63))
print(int("9" * 30) % 7, 10**30 // 7, -10**30 // 7, 10**30 % -7, 1 << 70 >> 69, ~(1 << 65), (1 << 65) & (1 << 65) - 1, 2**100 > 1e30, 1e30 < 10**31)
print(1_000, 0xff, 0b11, 0o17, 1e5, 1.e2, 3.)
print(True + True, True * 3, sum([True, False, True]), isinstance(True, int), True == 1, {True: 'a', 1: 'b'})
print("abc" * 0, [] * 5, "x" * -1, (1, 2) * 2)
print("é" + "ü", len("日本語"), "日本語"[1], "日本語"[::-1], "a\u0301", [c for c in "añb"])
import math as mm, random
from math import sqrt as sq, pi
print(sq(16), mm.floor(2.7), pi)
print(__name__, type(__name__))
if __name__ == "__main__": print("main")
print(print.__name__, len.__name__, type(print), type(len), type(f), type(g.__getitem__), type([].append), type(None), type(...), type(NotImplemented), type(int), type(type))
print([].append.__name__, f.__name__, (lambda: 0).__name__)
print(id(a) == id(a), hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"))
print(isinstance(1, (str, (int,))), issubclass(bool, int))
try: isinstance(1, 1)
except TypeError as e: print(e)
print(list(map(str, [1, None, 2.5])), list(filter(lambda x: x % 2, range(5))), sorted([3, 1, 2], key=lambda x: -x), list(zip("ab", [1, 2], (3, 4))))
print(min(3, 1, 2), max([1, 5, 2]), sum([1, 2], 10), abs(-3), round(2.567, 2), round(2.5), round(3.5), round(-2.5), pow(2, 10), pow(2, 10, 7))
print(any([]), all([]), list(reversed("abc")), chr(97), ord("a"), bin(10), hex(255), oct(8))
print(str([1, 'a', None, 1.0, True, (1,), {}, set(), {1: 'x'}]))
print(globals()['pi'] == pi, 'a' in dir() or True)
while True:
    try:
        n = next(iter([]))
    except StopIteration:
        print("stop"); break
exec_count = 0
def side():
    global exec_count
    exec_count += 1
    return exec_count
r = [side(), side()][side() - 3]
print(r, exec_count)
print({side(): side() for _ in range(2)})
def order(*a): return a
print(order(side(), *[side(), side()], side()))
x = [1, 2, 3, 4]
x[1:3], y = [9], 5
print(x, y)
a = [1, 2, 3]; b = a; b += [4]; print(a); b = b + [5]; print(a, b)
t = (1, [2]); 
try: t[1] += [3]
except TypeError as e: print(e, t)
print("end" if not () else "no")
