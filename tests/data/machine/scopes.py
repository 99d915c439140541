# SPDX-License-Identifier: GPL-3.0-or-later
# scopes: as CPython 3.11 runs it, and so must we.
x = 'global'
def f():
    x = 'f'
    class C:
        y = x
        x = 'C'
        def m(self): return x
        z = x
    return C.y if hasattr(C, 'y') else None, C().m(), C.z
try: print(f())
except NameError as e: print(e)
class D:
    x = x
    def g(self): return x
print(D.x, D().g())
def outer():
    a = 1
    def mid():
        b = 2
        def inner():
            nonlocal a, b
            a += 10; b += 20
            return a, b
        r = inner()
        return r, b
    return mid(), a
print(outer())
def loopclos():
    out = []
    for i in range(3):
        def g(): return i
        out.append(g)
    return [g() for g in out]
print(loopclos())
def comp():
    y = 5
    return [y + i for i in range(3)], (lambda: y)(), [[y * i * j for j in range(2)] for i in range(2)]
print(comp())
def shadow(list): return list
print(shadow(3))
print([i for i in range(3)], 'i' in globals())
def p(a): 
    def q(): return a
    a += 1
    return q()
print(p(1))
def args(*a, **k):
    return (lambda: (a, k))()
print(args(1, b=2))
def delv():
    z = 1
    del z
    try: return z
    except UnboundLocalError as e: return str(e)
print(delv())
def delcell():
    z = 1
    def g(): return z
    del z
    try: return g()
    except NameError as e: return str(e)
print(delcell())
g1 = 1
def useglobal():
    global g1
    g1 = 2
    class K:
        g1 = 3
        def h(self): return g1
    return K().h()
print(useglobal())
def deep():
    v = 0
    def a():
        def b():
            def c():
                nonlocal v
                v += 1
                return v
            return c
        return b()
    f = a()
    f(); f()
    return v
print(deep())
def walrus():
    if any((found := n) > 2 for n in range(5)): return found
print(walrus())
print((lambda a: lambda b: a + b)(1)(2))
def gen():
    n = 0
    def bump():
        nonlocal n; n += 1
    while n < 3:
        bump(); yield n
print(list(gen()))
class Outer:
    val = 1
    def make(self):
        class Inner(Outer):
            def get(self): return super().val, __class__.__name__
        return Inner().get()
print(Outer().make())
def kwdef(a, b=lambda: x): return b()
print(kwdef(1))
del x
try: x
except NameError as e: print(e)
def f_locals():
    a = 1; b = 2
    return sorted(locals().items())
print(f_locals())
for i in range(2):
    def late(): return i
print(late())
if True:
    cond = 1
print(cond)
try: print(undefined_thing)
except NameError as e: print(e)
def params(a, b, *c, d=1, **e):
    a2 = lambda: (a, b, c, d, e)
    return a2()
print(params(1, 2, 3, d=4, f=5))
