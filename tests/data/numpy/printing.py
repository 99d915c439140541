# SPDX-License-Identifier: GPL-3.0-or-later
# Texts of arrays, and what changes them.
import numpy as np
for a in [np.array([1.0, 2.5]), np.array([1e-10, 1]), np.array([1e10, 1]), np.array([0.1, 0.25, 1 / 3]), np.array([np.nan, np.inf, -1]), np.array([[1, 20], [300, 4]]), np.array([True, False]), np.array([]), np.zeros((0, 3)), np.array(2.5), np.arange(2000), np.arange(10000).reshape(100, 100), np.linspace(0, 1, 30), np.ones((2, 2, 2)), np.array([1e300, 1e-300]), np.array([123456789.0, 0.1]), np.array([1.0, 1e5, 1e-3]), np.float32([0.1, 1 / 3]), np.array([-0.0, 0.0]), np.array([1e16, 1]), np.arange(5, dtype=np.int32), np.array([[1.5, np.nan]]), np.full(12, 1 / 7), np.array([1e5, 1e-5])]:
    print(a)
    print(repr(a))
np.set_printoptions(precision=3)
print(np.array([1 / 3, 2 / 3, 100.12345]), np.pi, np.float64(1 / 3))
np.set_printoptions(suppress=True)
print(np.array([1e-10, 1.5]), np.array([1e-5, 1000.5]))
np.set_printoptions(precision=8, suppress=False, threshold=5, edgeitems=1)
print(np.arange(20), np.ones((4, 4)))
np.set_printoptions(threshold=1000, edgeitems=3, linewidth=40)
print(np.arange(30) * 1.5)
np.set_printoptions(linewidth=75, floatmode="fixed", precision=2)
print(np.array([1, 2.345]))
np.set_printoptions(floatmode="maxprec", precision=8, sign="+")
print(np.array([1.0, -2]))
np.set_printoptions(sign="-")
with np.printoptions(precision=2):
    print(np.array([1 / 3]))
print(np.array([1 / 3]), np.get_printoptions()["precision"])
print(np.array2string(np.array([1.5, 2.25]), precision=1, separator=", "), np.array_repr(np.array([1])), np.array_str(np.array([1.0])))
print([np.array([1, 2]), np.array([3.5])], {"a": np.zeros(2)}, (np.float64(1.5),))
print(f"{np.array([1.5, 2])} {np.array([1, 2])!r} {np.mean([1, 2]):.4f} {np.array(3.14159):.2f}")
print("%s %r" % (np.array([1]), np.array([2.0])), str(np.eye(2)), np.array([1.0, 2.0]).tolist())
