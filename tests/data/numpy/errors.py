# SPDX-License-Identifier: GPL-3.0-or-later
# What numpy says of programs that are wrong.
import numpy as np
a = np.array([1., 2., 3.]); m = np.ones((2, 3)); i = np.array([1, 2, 3])
for e, make in [
    ('a + np.array([1, 2])', lambda: a + np.array([1, 2])),
    ('bool(a)', lambda: bool(a)),
    ('a and True', lambda: a and True),
    ('if_(a)', lambda: if_(a)),
    ('a[5]', lambda: a[5]),
    ('a[1.0]', lambda: a[1.0]),
    ('a[0, 1]', lambda: a[0, 1]),
    ("a['x']", lambda: a['x']),
    ('a[np.array([0, 5])]', lambda: a[np.array([0, 5])]),
    ('a[[True, False]]', lambda: a[[True, False]]),
    ('len(np.array(1))', lambda: len(np.array(1))),
    ('iter(np.array(1))', lambda: iter(np.array(1))),
    ('a.foo', lambda: a.foo),
    ('np.foo', lambda: np.foo),
    ('np.float', lambda: np.float),
    ('np.int', lambda: np.int),
    ('np.array([[1, 2], [3]])', lambda: np.array([[1, 2], [3]])),
    ('a.reshape(2, 2)', lambda: a.reshape(2, 2)),
    ('a.reshape(-1, 2)', lambda: a.reshape(-1, 2)),
    ('np.zeros((2, -1))', lambda: np.zeros((2, -1))),
    ('np.zeros(3.0)', lambda: np.zeros(3.0)),
    ('np.concatenate([a, m])', lambda: np.concatenate([a, m])),
    ('np.concatenate([])', lambda: np.concatenate([])),
    ('np.stack([a, i[:2]])', lambda: np.stack([a, i[:2]])),
    ('np.dot(a, np.ones(2))', lambda: np.dot(a, np.ones(2))),
    ('m @ m', lambda: m @ m),
    ('m @ np.ones(2)', lambda: m @ np.ones(2)),
    ('a @ 2', lambda: a @ 2),
    ('np.sum(a, axis=1)', lambda: np.sum(a, axis=1)),
    ('np.sum(m, axis=(0, 0))', lambda: np.sum(m, axis=(0, 0))),
    ('np.linalg.inv(np.zeros((2, 2)))', lambda: np.linalg.inv(np.zeros((2, 2)))),
    ('np.linalg.inv(m)', lambda: np.linalg.inv(m)),
    ('np.linalg.solve(np.eye(2), np.ones(3))', lambda: np.linalg.solve(np.eye(2), np.ones(3))),
    ('np.squeeze(m, axis=0)', lambda: np.squeeze(m, axis=0)),
    ('np.transpose(a, (1, 0))', lambda: np.transpose(a, (1, 0))),
    ('np.expand_dims(a, 3)', lambda: np.expand_dims(a, 3)),
    ('np.argmax([])', lambda: np.argmax([])),
    ('np.min([])', lambda: np.min([])),
    ('np.vstack([a, np.ones(2)])', lambda: np.vstack([a, np.ones(2)])),
    ('np.linspace(0, 1, 3.0)', lambda: np.linspace(0, 1, 3.0)),
    ('np.linspace(0, 1, -1)', lambda: np.linspace(0, 1, -1)),
    ('np.arange(0, 1, 0)', lambda: np.arange(0, 1, 0)),
    ('a + None', lambda: a + None),
    ("a + 'x'", lambda: a + 'x'),
    ("a < 'x'", lambda: a < 'x'),
    ('a < None', lambda: a < None),
    ('float(a)', lambda: float(a)),
    ('int(a)', lambda: int(a)),
    ('a.item()', lambda: a.item()),
    ('i ** -1', lambda: i ** -1),
    ('np.array([True]) - np.array([True])', lambda: np.array([True]) - np.array([True])),
    ('-np.array([True])', lambda: -np.array([True])),
    ('a & 1', lambda: a & 1),
    ("np.sin('x')", lambda: np.sin('x')),
    ('np.sin(None)', lambda: np.sin(None)),
    ('np.sin()', lambda: np.sin()),
    ('np.sin(1, 2, 3, 4)', lambda: np.sin(1, 2, 3, 4)),
    ('np.exp([[1], [2, 3]])', lambda: np.exp([[1], [2, 3]])),
    ("np.dtype('foo')", lambda: np.dtype('foo')),
    ('np.random.choice(5, 6, replace=False)', lambda: np.random.choice(5, 6, replace=False)),
    ('np.random.randint(5, 3)', lambda: np.random.randint(5, 3)),
    ('np.random.seed(-1)', lambda: np.random.seed(-1)),
    ("a.reshape('x')", lambda: a.reshape('x')),
    ('np.ones(2)[np.array([0.5])]', lambda: np.ones(2)[np.array([0.5])]),
    ('hash(a)', lambda: hash(a)),
    ('a()', lambda: a()),
    ("np.linalg.norm(a, 'x')", lambda: np.linalg.norm(a, 'x')),
    ('np.split(a, 2)', lambda: np.split(a, 2)),
    ('np.broadcast_to(a, (2, 2))', lambda: np.broadcast_to(a, (2, 2))),
    ('np.reshape(a, (3, 3))', lambda: np.reshape(a, (3, 3))),
    ('np.array([1, 2, 3]).dot([1, 2])', lambda: np.array([1, 2, 3]).dot([1, 2])),
    ('a[0][0]', lambda: a[0][0]),
    ('i.__iadd__(1.5)', lambda: i.__iadd__(1.5)),
    ('np.full((2,), [1, 2, 3])', lambda: np.full((2,), [1, 2, 3])),
    ('a.sum(5)', lambda: a.sum(5)),
    ('np.gradient(np.array([1.0]))', lambda: np.gradient(np.array([1.0]))),
    ('np.cross([1], [2])', lambda: np.cross([1], [2])),
    ('np.interp(1, [], [])', lambda: np.interp(1, [], [])),
    ('a[0:1, 0]', lambda: a[0:1, 0]),
    ('a[()]', lambda: a[()]),
    ('a[:, None][0, 0, 0]', lambda: a[:, None][0, 0, 0]),
    ('np.unique(a, axis=None)', lambda: np.unique(a, axis=None)),
    ('np.diff(np.array(1))', lambda: np.diff(np.array(1))),
    ('np.polyfit([1, 2], [1], 1)', lambda: np.polyfit([1, 2], [1], 1)),
    ('a.nope()', lambda: a.nope()),
    ('np.linalg.foo', lambda: np.linalg.foo),
    ('np.random.foo', lambda: np.random.foo),
    ('{a: 1}', lambda: {a: 1}),
    ('np.AxisError', lambda: np.AxisError),
    ('a[...] == a', lambda: a[...] == a),
]:
    try:
        r = make()
        print(e, '->', repr(r))
    except Exception as err:
        print(e, '!!', type(err).__name__, err)


def change_0(a, i, m):
    a[5] = 1


def change_1(a, i, m):
    a[0] = [1, 2]


def change_2(a, i, m):
    a[0:2] = [1, 2, 3]


def change_3(a, i, m):
    a[a > 1] = [1, 2, 3]


def change_4(a, i, m):
    a[[0, 1]] = [1, 2, 3]


def change_5(a, i, m):
    i += 1.5


def change_6(a, i, m):
    a += np.ones(2)


def change_7(a, i, m):
    a += np.ones((2, 3))


def change_8(a, i, m):
    a.shape = (2, 2)


def change_9(a, i, m):
    i /= 2


def change_10(a, i, m):
    m[0, 5] = 1


def change_11(a, i, m):
    a['x'] = 1


def change_12(a, i, m):
    a[0] = 'x'


def change_13(a, i, m):
    a.T = 1


def change_14(a, i, m):
    del a[0]


def change_15(a, i, m):
    a.flat = [7, 8]
    print(a)


def change_16(a, i, m):
    a.foo = 1


def change_17(a, i, m):
    np.random.shuffle(5)


def change_18(a, i, m):
    assert a


def change_19(a, i, m):
    while a:
        pass


def change_20(a, i, m):
    a.flat = 3


for text, change in [
    ('a[5] = 1', change_0),
    ('a[0] = [1, 2]', change_1),
    ('a[0:2] = [1, 2, 3]', change_2),
    ('a[a > 1] = [1, 2, 3]', change_3),
    ('a[[0, 1]] = [1, 2, 3]', change_4),
    ('i += 1.5', change_5),
    ('a += np.ones(2)', change_6),
    ('a += np.ones((2, 3))', change_7),
    ('a.shape = (2, 2)', change_8),
    ('i /= 2', change_9),
    ('m[0, 5] = 1', change_10),
    ("a['x'] = 1", change_11),
    ("a[0] = 'x'", change_12),
    ('a.T = 1', change_13),
    ('del a[0]', change_14),
    ('a.flat = [7, 8]', change_15),
    ('a.foo = 1', change_16),
    ('np.random.shuffle(5)', change_17),
    ('assert a', change_18),
    ('while a: pass', change_19),
    ('a.flat = 3', change_20),
]:
    try:
        change(a.copy(), i.copy(), m.copy())
    except Exception as err:
        print(text, '!!', type(err).__name__, err)
