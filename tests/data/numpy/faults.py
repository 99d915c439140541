# SPDX-License-Identifier: GPL-3.0-or-later
# Faults of arithmetic are warnings, and what numpy says of them.
import numpy as np
a = np.array([1., 0., -1.])
print(1 / a)
print(np.log(a))
print(np.sqrt(a))
print(a / 0)
print(np.float64(1) / 0)
print(np.exp(np.array([1000.])))
print(np.array([1, 2]) // 0)
print(np.float64(0) / 0)
print(np.array([]).mean())
print(np.int64(1) % 0)
print(a ** -1)
print(np.power(0., -1))
print(np.array([np.nan, 1]).astype(int))
print(np.std([1.0], ddof=1))
print(np.array([1e308]) * 10)
print(np.arcsin(2.0))
print(np.sum(np.array([1e308, 1e308])))
with np.errstate(divide='ignore', invalid='ignore'):
    print(a / 0)
old = np.seterr(all='raise')
try:
    np.log(np.array([0.0]))
except FloatingPointError as e:
    print(e)
np.seterr(**old)
print(old)
print(np.var([]))
print(bool(np.array([])))
print(a == 'x', a == None, a == np.array([1, 2]))
