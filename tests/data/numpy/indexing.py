# SPDX-License-Identifier: GPL-3.0-or-later
# Views, copies and assignment by every kind of index.
import numpy as np
x = np.arange(24).reshape(2, 3, 4)
for text, make in [
    ('x[1]', lambda: x[1]),
    ('x[1, 2]', lambda: x[1, 2]),
    ('x[1, 2, 3]', lambda: x[1, 2, 3]),
    ('x[-1, -1, -1]', lambda: x[-1, -1, -1]),
    ('x[:, 1]', lambda: x[:, 1]),
    ('x[..., 1]', lambda: x[..., 1]),
    ('x[1, ..., 1]', lambda: x[1, ..., 1]),
    ('x[:, :, 1:3]', lambda: x[:, :, 1:3]),
    ('x[::-1, ::2, ::-2]', lambda: x[::-1, ::2, ::-2]),
    ('x[0, 1:1]', lambda: x[0, 1:1]),
    ('x[None].shape', lambda: x[None].shape),
    ('x[:, None, 1].shape', lambda: x[:, None, 1].shape),
    ('x[..., None].shape', lambda: x[..., None].shape),
    ('x[[0, 1]]', lambda: x[[0, 1]]),
    ('x[[0, 1], [1, 2]]', lambda: x[[0, 1], [1, 2]]),
    ('x[[0, 1], :, [1, 2]]', lambda: x[[0, 1], :, [1, 2]]),
    ('x[:, [0, 2], 1]', lambda: x[:, [0, 2], 1]),
    ('x[:, [0, 2]][:, :, [1]]', lambda: x[:, [0, 2]][:, :, [1]]),
    ('x[0, [0, 2]]', lambda: x[0, [0, 2]]),
    ('x[[0], [1], [2]]', lambda: x[[0], [1], [2]]),
    ('x[np.array([[0, 1], [1, 0]])].shape', lambda: x[np.array([[0, 1], [1, 0]])].shape),
    ('x[np.array([[0, 1], [1, 0]]), 0]', lambda: x[np.array([[0, 1], [1, 0]]), 0]),
    ('x[x > 20]', lambda: x[x > 20]),
    ('x[x[:, :, 0] > 3]', lambda: x[x[:, :, 0] > 3]),
    ('x[0, [True, False, True]]', lambda: x[0, [True, False, True]]),
    ('x[:, [True, False, True], 1]', lambda: x[:, [True, False, True], 1]),
    ('x[[]].shape', lambda: x[[]].shape),
    ('x[np.array([], dtype=int)].shape', lambda: x[np.array([], dtype=int)].shape),
    ('x[1][2][3]', lambda: x[1][2][3]),
    ('x[()].shape', lambda: x[()].shape),
    ('x[...].shape', lambda: x[...].shape),
    ('x[0, ..., None].shape', lambda: x[0, ..., None].shape),
    ('x[np.int64(1), np.int64(2)]', lambda: x[np.int64(1), np.int64(2)]),
    ('x[slice(0, 1), slice(None), 0]', lambda: x[slice(0, 1), slice(None), 0]),
    ('x[1:, 1:, 1:]', lambda: x[1:, 1:, 1:]),
    ('x[5:].shape', lambda: x[5:].shape),
    ('x[:, -1:, :]', lambda: x[:, -1:, :]),
    ('x[[1, 0], ::2, 1]', lambda: x[[1, 0], ::2, 1]),
    ('x[:, np.array([0, 1])[:, None], np.array([1, 2])].shape', lambda: x[:, np.array([0, 1])[:, None], np.array([1, 2])].shape),
    ('x[np.newaxis, [0], :, None].shape', lambda: x[np.newaxis, [0], :, None].shape),
    ('x[-3:1]', lambda: x[-3:1]),
    ('x.take([1, 2])', lambda: x.take([1, 2])),
    ('x.take([1], axis=1).shape', lambda: x.take([1], axis=1).shape),
    ('np.take(x, [[0, 1]], axis=2).shape', lambda: np.take(x, [[0, 1]], axis=2).shape),
    ('x.ravel()[::5]', lambda: x.ravel()[::5]),
    ('x.T.shape', lambda: x.T.shape),
    ('x.swapaxes(0, 2)[1]', lambda: x.swapaxes(0, 2)[1]),
    ('x.diagonal().shape', lambda: x.diagonal().shape),
    ('x.reshape(-1)[3]', lambda: x.reshape(-1)[3]),
    ('x.nonzero()[0][:3]', lambda: x.nonzero()[0][:3]),
    ('x.item(5)', lambda: x.item(5)),
    ('x.item(1, 2, 3)', lambda: x.item(1, 2, 3)),
]:
    try:
        r = make()
        print(text, "->", type(r).__name__, r)
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


def change_0(y):
    y[0] = 1


def change_1(y):
    y[0, 0] = [1, 2, 3, 4]


def change_2(y):
    y[:, 1] = np.arange(4)


def change_3(y):
    y[..., 0] = -1


def change_4(y):
    y[y > 10] = 0


def change_5(y):
    y[[0, 1], [0, 1]] = 9


def change_6(y):
    y[[0, 0], 0, 0] = [5, 6]


def change_7(y):
    y[1, ::2] = 7


def change_8(y):
    y[:, :, 1:3] = np.ones((3, 2))


def change_9(y):
    y[y % 2 == 0] *= -1


def change_10(y):
    y[0] += 100


def change_11(y):
    y[0][0][0] = 55


def change_12(y):
    y[[1]] = 3.9


def change_13(y):
    y[...] = 2


def change_14(y):
    y[:] = y[:, ::-1]


def change_15(y):
    y[1, 1, 1] = True


def change_16(y):
    y[0, [0, 2]] = [[1, 2, 3, 4], [5, 6, 7, 8]]


def change_17(y):
    y[:, [True, False, True]] = 0


def change_18(y):
    y[x > 5] = x[x > 5] * 2


def change_19(y):
    y[0, 0, :2] = y[1, 1, 2:]


def change_20(y):
    y[np.array([1]), np.array([2])] += 1


def change_21(y):
    y.T[0] = 8


def change_22(y):
    y.ravel()[0] = -8


def change_23(y):
    y.reshape(4, 6)[1] = 4


def change_24(y):
    y.fill(3)


def change_25(y):
    y[None, 0] = 6


def change_26(y):
    y[1:1] = 5


def change_27(y):
    np.put_along_axis(y, np.zeros((2, 3, 1), int), 11, 2)


for text, change in [
    ('y[0] = 1', change_0),
    ('y[0, 0] = [1, 2, 3, 4]', change_1),
    ('y[:, 1] = np.arange(4)', change_2),
    ('y[..., 0] = -1', change_3),
    ('y[y > 10] = 0', change_4),
    ('y[[0, 1], [0, 1]] = 9', change_5),
    ('y[[0, 0], 0, 0] = [5, 6]', change_6),
    ('y[1, ::2] = 7', change_7),
    ('y[:, :, 1:3] = np.ones((3, 2))', change_8),
    ('y[y % 2 == 0] *= -1', change_9),
    ('y[0] += 100', change_10),
    ('y[0][0][0] = 55', change_11),
    ('y[[1]] = 3.9', change_12),
    ('y[...] = 2', change_13),
    ('y[:] = y[:, ::-1]', change_14),
    ('y[1, 1, 1] = True', change_15),
    ('y[0, [0, 2]] = [[1, 2, 3, 4], [5, 6, 7, 8]]', change_16),
    ('y[:, [True, False, True]] = 0', change_17),
    ('y[x > 5] = x[x > 5] * 2', change_18),
    ('y[0, 0, :2] = y[1, 1, 2:]', change_19),
    ('y[np.array([1]), np.array([2])] += 1', change_20),
    ('y.T[0] = 8', change_21),
    ('y.ravel()[0] = -8', change_22),
    ('y.reshape(4, 6)[1] = 4', change_23),
    ('y.fill(3)', change_24),
    ('y[None, 0] = 6', change_25),
    ('y[1:1] = 5', change_26),
    ('np.put_along_axis(y, np.zeros((2, 3, 1), int), 11, 2)', change_27),
]:
    y = x.copy()
    change(y)
    print(text, "->", y.tolist())
a = np.zeros(3)
b = a[:2]
b += 5
c = a[[0, 1]]
c += 5
print(a, b, c, b.base is a, c.base is None)
a[1:] = a[:-1]
print(a)
v = np.arange(5)[::-1]
v[0] = 99
print(v, v[::2], v.copy(), v.sum(), v.reshape(5, 1)[1])
for row in np.arange(4).reshape(2, 2):
    row *= 10
    print(row)
i, j = np.array([3, 4])
print(i, j, *np.array([1.5, 2.5]))
