# SPDX-License-Identifier: GPL-3.0-or-later
# control: as CPython 3.11 runs it, and so must we.
i = 0
while i < 10:
    i += 1
    if i == 3:
        continue
    if i == 7:
        break
    print(i, end=' ')
else:
    print("no")
print()
for x in range(3):
    for y in range(3):
        if y == 2: break
        print(x, y)
    else:
        print("never")
n = 5
while n:
    n -= 1
else:
    print("while else", n)
for c in "héllo": print(c, end='|')
print()
x = 5
print("a" if x > 3 else "b", not x, x and 0, x or 1, 0 or '' or None, 1 and 2 and 3)
print(1 < 2 < 3, 1 < 2 > 5, 3 > 2 >= 2 == 2 != 1)
def t(x):
    print("t", x)
    return x
print(t(1) < t(5) < t(3) < t(9))
print(t(0) or t(2) and t(3))
if t(0) or t(1) and not t(0):
    print("yes")
elif t(4):
    print("no")
if not (t(1) and t(0)): print("neg")
print([t(k) for k in range(3) if k != 1 and k < 5])
pass
a = b = c = [1]
a.append(2)
print(b, c is a)
(p, q), r = (1, 2), 3
print(p, q, r)
[p, q] = "xy"
print(p, q)
p, q = q, p
print(p, q)
*a, b = range(4); print(a, b)
a, *b, c = 1, 2; print(a, b, c)
x = 10
x -= 3; x *= 2; x //= 4; x **= 3; x %= 10; x <<= 2; x |= 1; x ^= 3; x &= 14; x >>= 1
print(x)
d = {'k': [1, 2]}
d['k'][0] += 5
d['k'] += [3]
print(d)
class O: pass
o = O(); o.v = 1; o.v += 2; print(o.v)
assert x == x, "fine"
try:
    assert 0, ("m", 1)
except AssertionError as e:
    print(repr(e))
print((y := 5) + y, [z := 1, z + 1])
print([last := k for k in range(4)], last)
del a, d['k']
print(d)
lst = [1,2,3,4,5]
del lst[1:3]; print(lst)
print(lst[::-1], lst[-2:], lst[5:], lst[-100:100])
lst[1:2] = [9, 9, 9]; print(lst)
lst[::2] = 'ab' if len(lst) == 4 else 'abc'; print(lst)
if True: print("one line")
while False: pass
for k, (a, b) in enumerate([(1, 2), (3, 4)]): print(k, a, b)
for i in range(5, 0, -2): print(i)
print(...)
print(10 // 3, -10 // 3, 10 % -3, -7 / 2, 2 ** -1, 7 // 2.0)
print(0x1f, 0b101, 0o17, 1_000_000, 1e3, .5, 5., 1e-7)
