# SPDX-License-Identifier: GPL-3.0-or-later
# generators: as CPython 3.11 runs it, and so must we.
def count(n):
    i = 0
    while i < n:
        got = yield i
        if got: i = got
        else: i += 1
    return "done"
g = count(5)
print(next(g), next(g), g.send(3), next(g))
try: next(g)
except StopIteration as e: print("stop", e.value)
try: next(g)
except StopIteration as e: print("stop", e.value)
def deleg():
    r = yield from count(2)
    print("r", r)
    yield from [10, 20]
    x = yield from sub()
    print("x", x)
def sub():
    try:
        yield 'a'
    except ValueError as e:
        print("sub caught", e)
        yield 'b'
    return 'subret'
print(list(deleg()))
d = deleg()
for _ in range(5): print(next(d))
print(d.throw(ValueError("inj")))
print(list(d))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib(); print([next(f) for _ in range(10)])
print(sum(x * x for x in range(10) if x % 2), list(x for x in 'abc'), max((len(w), w) for w in ['a', 'bbb']))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(4)))
def chain(*its):
    for it in its: yield from it
print(list(chain([1], (2, 3), 'x')))
g = (i for i in range(3)); print(g.__next__(), list(g), list(g))
def bad(): yield 1; raise StopIteration
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
def two():
    x = yield
    print("x", x)
    y = yield x * 2
    print("y", y)
t = two(); print(next(t)); print(t.send(4))
try: t.send(5)
except StopIteration: print("stop")
t = two()
try: t.send(1)
except TypeError as e: print(e)
def selfref():
    yield next(me)
me = selfref()
try: next(me)
except ValueError as e: print(e)
def exc():
    try: yield 1
    except ValueError as e: yield "caught " + str(e)
    finally: print("fin")
e = exc(); next(e); print(e.throw(ValueError("x"))); print(list(e))
e = exc()
try: e.throw(KeyError("early"))
except KeyError as k: print("early", k)
def closer():
    try: yield 1
    finally: print("closing")
c = closer(); next(c); c.close(); c.close()
def nested():
    for i in range(3):
        try:
            yield i
        finally: print("f", i)
for v in nested():
    if v == 1: break
print([[j for j in range(i)] for i in range(4)], {i: [j for j in 'ab'] for i in range(2)}, {x % 3 for x in range(10)})
print([(i, j) for i in range(3) for j in range(i) if i + j > 1])
x = 'outer'
l = [x for x in range(3)]; print(x)
class K:
    vals = [1, 2]
    doubled = [v * 2 for v in vals]
print(K.doubled)
def lazy():
    print("started"); yield
z = lazy(); print("made"); next(z)
print(type(z).__name__, dict((i, i * i) for i in range(3)), list(zip(*[(1, 2), (3, 4)])), list(enumerate('ab', 1)), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, '', 'a'])))
it = iter([1, 2, 3]); print(next(it), list(it), next(it, 'default'))
print(any(x > 2 for x in [1, 2, 3]), all(x for x in []))
def gen_with_return(): 
    return 5
    yield
try: next(gen_with_return())
except StopIteration as s: print(s.value)
def inner_exc():
    yield 1
    raise ValueError("from gen")
try:
    for q in inner_exc(): print(q)
except ValueError as v: print("caught", v)
print(list(reversed([1, 2, 3])), sorted(x for x in [3, 1, 2]))
a = [1, 2, 3]
for x in a:
    if x == 2: a.append(4)
    print(x, end=' ')
print()
d = {1: 2}
try:
    for k in d: d[k + 1] = 1
except RuntimeError as r: print(r)
