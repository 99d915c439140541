# SPDX-License-Identifier: GPL-3.0-or-later
# Products and solutions, to the last digit.
import numpy as np
rng = np.random.default_rng(3)
np.set_printoptions(precision=17, floatmode="unique")
for n in (1, 2, 3, 5, 8):
    a = rng.normal(size=(n, n))
    b = rng.normal(size=n)
    print(np.linalg.det(a), np.linalg.slogdet(a)[0], np.linalg.inv(a).ravel()[:3], np.linalg.solve(a, b), np.linalg.solve(a, rng.normal(size=(n, 2)))[0])
    print(a @ a, a @ b, b @ a, b @ b, np.dot(a, b), np.outer(b, b)[0], np.inner(a, a)[0], np.vdot(b, b), np.linalg.matrix_power(a, 3)[0], np.linalg.norm(a), np.linalg.norm(b))
s = rng.normal(size=(4, 3, 2))
t = rng.normal(size=(4, 2, 5))
print((s @ t).shape, (s @ t)[1, 2], np.matmul(s, t[0])[3, 0], (s @ np.ones(2))[0], np.linalg.inv(rng.normal(size=(2, 2, 2)))[1], np.linalg.det(rng.normal(size=(2, 2, 2))))
f = rng.normal(size=(3, 3)).astype(np.float32)
print(f @ f, np.linalg.inv(f), np.linalg.det(f), f.sum(), f.mean(axis=0), np.linalg.norm(f))
print(np.array([[1, 2], [3, 4]]) @ np.array([[5, 6], [7, 8]]), np.array([1, 2, 3]) @ np.array([4, 5, 6]), np.array([True, False]) @ np.array([True, True]))
print(np.linalg.det(np.array([[1, 2], [3, 4]])), np.linalg.inv(np.array([[1, 2], [3, 4]])), np.linalg.det(np.zeros((2, 2))), np.linalg.det(np.eye(3)))
for n in (3, 8, 9, 100, 128, 129, 1000, 1025, 5000):
    x = rng.normal(size=n)
    y = x.astype(np.float32)
    print(n, x.sum(), x.mean(), x.var(), x.std(ddof=1), y.sum(), y.mean(), y.std(), np.dot(x, x), np.prod(x[:20]), x.cumsum()[-1])
m = rng.normal(size=(40, 33))
print(m.sum(), m.sum(axis=0)[:3], m.sum(axis=1)[:3], m.T.sum(), m.T.sum(axis=0)[:3], m.T.sum(axis=1)[:3], m.mean(axis=1)[:2], m.std(axis=0)[:2], m.T.mean(axis=1)[:2], m[::2].sum(), m[:, ::2].sum(axis=1)[:2], m[:, ::-1].sum(axis=1)[:2])
c = rng.normal(size=(5, 6, 7))
print(c.sum(axis=(0, 2))[:2], c.sum(axis=1)[0, :2], c.sum(axis=(0, 1))[:2], c.sum(axis=(1, 2))[:2], c.transpose(2, 0, 1).sum(axis=0)[0, :2], c.mean(), c.var(axis=(0, 1))[:2])
