# SPDX-License-Identifier: GPL-3.0-or-later
# numpy's own random numbers.
import numpy as np
np.random.seed(0)
print(np.random.rand(), type(np.random.rand()), np.random.rand(3), np.random.rand(2, 2))
print(np.random.randn(), np.random.randn(3), np.random.randn(2, 2))
print(np.random.random(), np.random.random(3), np.random.random((2, 2)), np.random.random_sample(2))
print(np.random.uniform(-1, 1), np.random.uniform(-1, 1, 3), np.random.uniform(low=[0, 10], high=[1, 20]), np.random.uniform(size=(2, 2)))
print(np.random.normal(), np.random.normal(5, 2, 3), np.random.normal(loc=0.0, scale=0.1, size=(2, 2)), np.random.normal([0, 100], 1))
print(np.random.randint(10), type(np.random.randint(10)), np.random.randint(0, 10, 5), np.random.randint(1, 7, size=(2, 3)), np.random.randint(5, size=3))
print(np.random.choice(5), np.random.choice(5, 3), np.random.choice([1.5, 2.5, 3.5], 4), np.random.choice(5, 3, replace=False), np.random.choice(3, 5, p=[0.1, 0.2, 0.7]))
print(type(np.random.choice(5)), type(np.random.choice([1.5, 2.5])), np.random.choice(4, (2, 2)))
x = np.arange(8)
np.random.shuffle(x)
print(x, np.random.permutation(5), np.random.permutation([1.5, 2.5, 3.5]))
m = np.arange(6).reshape(3, 2)
np.random.shuffle(m)
print(m)
l = [1, 2, 3, 4]
np.random.shuffle(l)
print(l)
print(np.random.exponential(2.0, 3), np.random.standard_normal(2), np.random.poisson(3, 5), np.random.binomial(10, 0.3, 5), np.random.beta(1, 2, 2), np.random.gamma(2, 1, 2))
np.random.seed(42)
print(np.random.rand(2), np.random.normal(size=2))
r = np.random.RandomState(7)
print(r.rand(2), r.randint(5, size=3), r.normal(size=2), r.choice(3))
g = np.random.default_rng(5)
print(g.random(), g.random(3), g.normal(), g.normal(1, 2, 3), g.uniform(0, 5, 2), g.integers(10), type(g.integers(10)), g.integers(0, 5, 4), g.integers(1, 6, size=3, endpoint=True))
print(g.standard_normal((2, 2)), g.choice(5), g.choice(5, 3), g.choice([1, 2, 3], 2, replace=False), g.permutation(4))
y = np.arange(5)
g.shuffle(y)
print(y, type(g).__name__)
np.random.seed(np.int64(3))
print(np.random.rand())
print(np.random.seed(1), np.random.uniform())
for e, make in [
    ('np.random.seed(-1)', lambda: np.random.seed(-1)),
    ('np.random.choice(5, 6, replace=False)', lambda: np.random.choice(5, 6, replace=False)),
    ('np.random.randint(5, 3)', lambda: np.random.randint(5, 3)),
    ('np.random.normal(0, -1)', lambda: np.random.normal(0, -1)),
    ('np.random.rand(-1)', lambda: np.random.rand(-1)),
    ('np.random.choice([])', lambda: np.random.choice([])),
    ('np.random.choice(3, p=[0.5, 0.5])', lambda: np.random.choice(3, p=[0.5, 0.5])),
    ('np.random.choice(3, p=[0.5, 0.5, 0.5])', lambda: np.random.choice(3, p=[0.5, 0.5, 0.5])),
    ('np.random.default_rng(-1)', lambda: np.random.default_rng(-1)),
    ('np.random.randint(0)', lambda: np.random.randint(0)),
]:
    try:
        print(make())
    except Exception as err:
        print(e, type(err).__name__, err)
