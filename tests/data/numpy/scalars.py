# SPDX-License-Identifier: GPL-3.0-or-later
# The scalar types: texts, arithmetic, conversions, faults.
import numpy as np
a = np.float64(0.1)
print(a, repr(a), type(a).__name__, type(a), isinstance(a, float), isinstance(a, np.floating))
print([a, np.float32(0.1), np.int64(3), np.bool_(True), np.int32(7)])
print(a + 1, 1 + a, a * 2, 2 * a, a - 1, 1 - a, a / 3, 1 / a, a ** 2, 2 ** a, -a, +a, abs(-a))
print(type(a + 1), type(np.float32(1) + 1), type(np.float32(1) + np.float32(1)), type(np.int64(1) + 1), type(np.int64(1) + 1.0), type(np.int64(1) / 2))
print(np.float32(1) / np.float32(3), np.float32(0.1) + np.float32(0.2), np.float64(0.1) + np.float64(0.2))
print(np.int64(7) // 2, np.int64(-7) // 2, np.int64(7) % 3, np.int64(-7) % 3, np.int64(2) ** 10, np.float64(7.5) // 2, np.float64(-7.5) % 2)
print(a > 0, a < 0, a == 0.1, type(a > 0), not a, bool(a), (a > 0) is True, a != 0.1)
print(int(np.float64(3.7)), float(np.float32(0.1)), float(np.int64(3)), int(np.int64(5)), round(np.float64(2.567), 2), round(np.float64(2.5)), type(round(np.float64(2.5))))
print(f"{a:.3f} {a} {np.float32(0.1)} {np.int64(42):5d}| {np.float64(1e10)} {np.float64(1e16)} {np.float64(1e-5)} {np.float64(123456789.123)}")
print("%.3f %d %s" % (a, np.int64(3), np.float32(0.25)), "{:.2e}".format(np.float64(12345.678)))
print(np.float64(1.0), np.float64(100), np.float64(1e300) * 10, np.float64("nan"), np.float64("inf"), -np.float64("inf"))
print(np.float64(), np.int64(), np.bool_(), np.float32("1.5"), np.int64("12"), np.int64(3.9), np.float64(True))
print(a.dtype, a.shape, a.ndim, a.size, a.item(), type(a.item()), a.T, a.real, a.tolist())
print(hash(np.float64(2.0)) == hash(2.0), {np.int64(1): 'x'}[1], np.float64(0.5) in [0.5, 1])
print(range(np.int64(3)), [10, 20, 30][np.int64(1)], "ab" * np.int64(2), [0] * np.int64(3))
print(np.sqrt(2), np.sin(0.0), np.exp(0), np.log(1), np.abs(-3), np.abs(-3.5), np.sign(-2), np.floor(2.7), np.maximum(1, 2.5))
print(type(np.sqrt(2)), type(np.abs(-3)), type(np.floor(2)), type(np.float32(2) * 2.0), np.sqrt(np.float32(2)))
print(max(np.float64(1), np.float64(2)), min([np.float64(3), 1]), sum([np.float64(1), np.float64(2)]), sorted([np.float64(3), np.float64(1)]))
print(np.bool_(True) & np.bool_(False), np.bool_(True) | False, ~np.bool_(True), np.bool_(True) + 1, not np.bool_(False))
print(np.int32(5) + np.int32(6), type(np.int32(5) + np.int32(6)), np.int32(5) * 2, type(np.int32(5) * 2), np.int64(5) & 3, np.int64(5) << 2, ~np.int64(5))
print(divmod(np.float64(7), 2), pow(np.float64(2), 3), np.float64(3).is_integer(), np.float64(2.5).as_integer_ratio())
print(str(np.float32(16777216)), np.float32(1e-7), np.float32(3.4e38), np.float32(1) / 3, np.float64(5e-324), np.float64(0.30000000000000004))
print(np.float64(1).__add__(2), np.float64(3).__class__.__name__, np.float64.__name__, np.bool_.__name__, np.int64.__mro__)
import math
print(math.sqrt(np.float64(4)), math.floor(np.float64(2.7)), math.isclose(np.float64(0.1), 0.1))
x = np.float64(1)
x += 1
print(x, type(x))
for e, make in [
    ('np.float64(1)+None', lambda: np.float64(1)+None),
    ('np.float64(1).foo', lambda: np.float64(1).foo),
    ("np.float64('abc')", lambda: np.float64('abc')),
    ('np.int64(2)**-1', lambda: np.int64(2)**-1),
    ('np.float64(2)*[1,2]', lambda: np.float64(2)*[1,2]),
    ("np.float64(1)<'x'", lambda: np.float64(1)<'x'),
    ('np.float64(1)[0]', lambda: np.float64(1)[0]),
    ('len(np.float64(1))', lambda: len(np.float64(1))),
    ('np.float64(1)()', lambda: np.float64(1)()),
    ("np.float64(1)+'a'", lambda: np.float64(1)+'a'),
    ('[1,2][np.float64(1)]', lambda: [1,2][np.float64(1)]),
    ('np.int64([1,2])[5]', lambda: np.int64([1,2])[5]),
]:
    try:
        print(make())
    except Exception as err:
        print(e, type(err).__name__, err)
print(np.int64(3) * [1, 2], np.float64(2) == 'x', np.float64([1, 2]), np.float64(2) * np.array([1, 2]))
