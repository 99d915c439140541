def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for s in ["12", " 12 ", "-5", "+5", "1_000", "1__0", "_1", "1_", "", "abc", "1.5", "0x10", "٣", "12a", "- 5", "0b1"]:
    print(repr(s), end=" ")
    t(lambda: int(s))
for s, b in [("ff", 16), ("0xff", 16), ("0xff", 0), ("0b101", 0), ("0o17", 0), ("010", 0), ("00", 0), ("z", 36), ("12", 2), ("1", 1), ("1", 37), ("0b1", 2), ("b1", 2), ("0x", 16), ("0x_f", 16), ("-0x1f", 0), ("", 0), ("101", 2)]:
    print(repr(s), b, end=" ")
    t(lambda: int(s, b))
t(lambda: int(1.9)); t(lambda: int(-1.9)); t(lambda: int(1e30)); t(lambda: int(float("nan"))); t(lambda: int(float("inf"))); t(lambda: int(None)); t(lambda: int([])); t(lambda: int("5", base=10)); t(lambda: int(5, 10)); t(lambda: int()); t(lambda: int(True)); t(lambda: int(x=5)); t(lambda: int(1, 2, 3)); t(lambda: int(base=5))
for s in ["1.5", " 1.5 ", "1e5", "-.5", "5.", ".", "", "inf", "-Infinity", "NaN", "1_0.5", "1__0", "1e", "abc", "0x1", "1e400", "1e-400", "-1e400", "+1", "1e+5", "infinit", "1.5f", "١.٥", "1e5.5", "--1", "e5", "1,5"]:
    print(repr(s), end=" ")
    t(lambda: float(s))
t(lambda: float(None)); t(lambda: float([])); t(lambda: float()); t(lambda: float(10**400)); t(lambda: float(True)); t(lambda: float(1, 2)); t(lambda: bool()); t(lambda: bool([])); t(lambda: bool("a")); t(lambda: bool(0.0)); t(lambda: bool(1, 2))
for x, n in [(0.5, None), (1.5, None), (2.5, None), (-0.5, None), (2.675, 2), (1.005, 2), (0.125, 2), (0.375, 2), (1234.5678, -2), (1250.0, -2), (1350.0, -2), (5, -1), (15, -1), (25, -1), (-25, -1), (12345, -5), (1e300, 5), (1.5, 400), (1.5, -400), (1e16, 2), (2.5, 0), (-0.4, 0), (123.456, 1), (5.015, 2), (float("nan"), 2), (1e-320, 320), (149.99999999999997, -2), (150.0, -2), (1.7e308, -308), (True, None), (True, 1), (10**30 + 5, -1)]:
    print(x, n, end=" ")
    t(lambda: round(x) if n is None else round(x, n))
t(lambda: round(float("nan"))); t(lambda: round(float("inf"))); t(lambda: round("a")); t(lambda: round(1.5, "a")); t(lambda: round(1.5, None)); t(lambda: round(number=1.25, ndigits=1)); t(lambda: round(1.5, 1.5)); t(lambda: round())
for a, b in [(7, 3), (-7, 3), (7, -3), (-7, -3), (7.5, 2), (-7.5, 2), (7, 0), (7.0, 0), (0, 5), (1e300, 1e-300), (5, True), (-1, 10**20), (10**20, 7), (float("inf"), 2), (-0.0, 1), (5, float("inf")), (-5, float("inf"))]:
    print(a, b, end=" ")
    t(lambda: divmod(a, b)); t(lambda: a // b); t(lambda: a % b); t(lambda: a / b)
t(lambda: divmod("a", 1)); t(lambda: divmod(1)); t(lambda: divmod(1, 0))
t(lambda: 2**10); t(lambda: 2**-1); t(lambda: 2**0.5); t(lambda: 0**-1); t(lambda: 0.0**-1); t(lambda: 2.0**5000); t(lambda: (-2)**3); t(lambda: -2**2); t(lambda: 0**0); t(lambda: 10**25); t(lambda: pow(2, 10, 1000)); t(lambda: pow(3, -1, 7)); t(lambda: pow(2, -1, 4)); t(lambda: pow(2, 3, 0)); t(lambda: pow(2.0, 3, 5)); t(lambda: pow(2, 3, -5)); t(lambda: pow(2, exp=3)); t(lambda: pow("a", 2)); t(lambda: (-1)**10**5); t(lambda: pow("a", 2, 3))
t(lambda: 1 << 70); t(lambda: 1 << -1); t(lambda: -5 >> 1); t(lambda: 5 & 3 | 8 ^ 2); t(lambda: ~5); t(lambda: True + True); t(lambda: True & False); t(lambda: 5 & 1.5); t(lambda: -True); t(lambda: 10**20 // 3); t(lambda: -10**20 % 7); t(lambda: 2**63); t(lambda: -2**63 - 1); t(lambda: 9223372036854775807 + 1); t(lambda: 3037000500**2); t(lambda: 1 / 3); t(lambda: 10**30 / 10**10); t(lambda: 2**1100 / 2**1090); t(lambda: 2**2000 / 3); t(lambda: 1 / 10**400); t(lambda: 10**400 * 1.0); t(lambda: 1e308 * 10); t(lambda: 7 // 2.0)
t(lambda: (5).bit_length()); t(lambda: (0).bit_length()); t(lambda: (-256).bit_length()); t(lambda: (255).bit_count()); t(lambda: (5).conjugate()); t(lambda: (5).real); t(lambda: (5).imag); t(lambda: (5).numerator); t(lambda: (5).denominator); t(lambda: (5).as_integer_ratio()); t(lambda: True.real); t(lambda: (1.5).as_integer_ratio()); t(lambda: (0.1).as_integer_ratio()); t(lambda: float("inf").as_integer_ratio()); t(lambda: float("nan").as_integer_ratio()); t(lambda: (2.0).is_integer()); t(lambda: (2.5).is_integer()); t(lambda: float("inf").is_integer()); t(lambda: (1.5).hex()); t(lambda: (0.1).hex()); t(lambda: (-0.0).hex()); t(lambda: (5e-324).hex()); t(lambda: float.fromhex("0x1.8p1")); t(lambda: float.fromhex("zz")); t(lambda: (1e300).hex()); t(lambda: float("inf").hex()); t(lambda: (-3.7).__int__()); t(lambda: (5).__add__(3)); t(lambda: (2.5).__round__()); t(lambda: (5).foo); t(lambda: (-3.7).__floor__()); t(lambda: (5).__float__())
t(lambda: abs(-5)); t(lambda: abs(-5.5)); t(lambda: abs(True)); t(lambda: abs("a")); t(lambda: abs(-2**63)); t(lambda: abs(-10**20)); t(lambda: bin(10)); t(lambda: bin(-10)); t(lambda: oct(8)); t(lambda: hex(255)); t(lambda: hex(-255)); t(lambda: hex(1.5)); t(lambda: hex(2**70)); t(lambda: chr(97)); t(lambda: chr(-1)); t(lambda: chr(0x110000)); t(lambda: chr("a")); t(lambda: ord("a")); t(lambda: ord("ab")); t(lambda: ord(1)); t(lambda: ord("😀")); t(lambda: chr(128512)); t(lambda: ord(""))
t(lambda: 1 == 1.0); t(lambda: 2**53 == 2.0**53 + 1); t(lambda: 2**53 + 1 == 2.0**53); t(lambda: 10**400 > 1e308); t(lambda: float("nan") == float("nan")); t(lambda: 1 < 2 < 3); t(lambda: 1 < "a"); t(lambda: None < 1); t(lambda: hash(1) == hash(1.0) == hash(True)); t(lambda: hash(2**61 - 1)); t(lambda: hash(-1)); t(lambda: hash(0.5)); t(lambda: hash(float("inf"))); t(lambda: hash((1, 2))); t(lambda: hash([])); t(lambda: hash(10**20)); t(lambda: hash(1e300)); t(lambda: hash(-2)); t(lambda: hash(())); t(lambda: hash(frozenset([1, 2])))
for x in [0.1, 1e16, 1e15, 123456789012345678.0, 1e-4, 1e-5, 1.0, 100.0, 1e22, 1e21, 5e-324, 0.1 + 0.2, -0.0, 1 / 3, 2 / 3, 1e100, float("inf"), 12345.678]:
    print(x, repr(x), str(x))
t(lambda: sum([1, 2, 3])); t(lambda: sum([0.1] * 10)); t(lambda: sum([[1], [2]], [])); t(lambda: sum(["a"])); t(lambda: sum(["a"], "")); t(lambda: sum([1, 2], start=5)); t(lambda: sum(5)); t(lambda: sum()); t(lambda: sum([2**62, 2**62])); t(lambda: sum([1, 2.5])); t(lambda: sum([True, True])); t(lambda: sum(x * x for x in range(10)))
t(lambda: max(1, 2)); t(lambda: max([])); t(lambda: max()); t(lambda: max([], default=5)); t(lambda: max(1, 2, default=3)); t(lambda: max("abc", key=lambda c: -ord(c))); t(lambda: min([3, 1, 2])); t(lambda: max(1, "a")); t(lambda: max(5)); t(lambda: min((1, 2), (1, 1))); t(lambda: max([1, 1.0, True])); t(lambda: max({"a": 1, "b": 2}, key={"a": 1, "b": 2}.get)); t(lambda: max([1, 2], x=3)); t(lambda: min(float("nan"), 1)); t(lambda: min(1, float("nan"))); t(lambda: max(key=abs))
