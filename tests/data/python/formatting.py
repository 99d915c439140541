def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


cases = [(1, "abc"), (1.5, "abc"), ("a", "abc"), (1, ".3"), (1, "z"), (1.5, "d"), ("a", "d"), ("a", "+"), ("a", " "), ("a", "#"), ("a", "="), ("a", "010"), ("a", "z"), (1, "c"), (1, "+c"), (1, "#c"), (-1, "c"), (0x110000, "c"), (1, ",c"), (1, ",x"), (1, "_x"), (1, ",_d"), (1, "_,d"), (1, "."), (1.5, "."), ("a", ","), (1, "s"), ([], "s"), (1, "010,"), (1234, "010,"), (float("inf"), "05"), (-0.0, "z.1f"), (1.5, "z"), (1.5, "n"), (123456789.0, ","), (1e20, ","), (1e16, "_"), (True, ""), (True, "d"), (True, "5"), (None, "5"), (1, "9" * 30), ("a", "é>5"), (1.5, "%"), (1e300 * 1e10, "%"), (float("nan"), "+010.2f"), (1.0, ".0f"), (2.5, ".0f"), (1.0, "#.0f"), (1.0, "g"), (1.0, "#g"), (1.0, ".3"), (123456.0, ".3"), (1e6, ".7"), (1e16, ""), (1, "e"), (10**400, "e"), (255, "#X"), (255, "#b"), (255, "#010x"), (-255, "#010x"), (1234567, "+,d"), (1.5, "_"), (0.0001234, "g"), (5, "<5"), (5, "^5"), (5, "*^6"), (0.1, ".20f"), (1e-5, ""), (1e-7, "f"), (123.456, "10.2f"), (123.456, "<10.2f"), (123.456, "+.1e"), (0.5, ".0%"), (1234.5678, ",.2f"), (-1234.5, "012,.1f"), (3, "03d"), (-3, "04d"), (3, "+d"), (3, " d"), (42, "b"), (42, "o"), (42, "x"), (1234567, "_b"), (65, "c"), ("abc", ".2"), ("abc", ">6.2s"), ("abc", "^7"), (0.0, "e"), (-0.0, "f"), (1e100, ".3g"), (123456789, "g"), (1.0, ".10g"), (100000.0, "g"), (1000000.0, "g"), (1e15, ""), (5e-324, ""), (1.7976931348623157e308, ""), (0.1 + 0.2, ""), (1 / 3, ".3"), (2.675, ".2f"), (1e23, ""), (float("-inf"), "F"), (float("nan"), "G"), (12.0, ".1"), (0.00001, ".1"), (99.99, ".3"), (1.0, "E"), (10**20, ","), (3, ".2f"), (True, ".1f"), (12345.678, "=+15,.1f"), (-7, "=5"), ("x", "<"), (7, "x<4"), (1.5, "<<6"), (1e5, "#.3g"), (123, "#.1g") , (0, "#x"), (0, "#o"), (-5, "#b"), (1, "1000000000000")]
for v, s in cases[:-1]:
    print(repr(v)[:25], s[:25], end=" ")
    t(lambda: format(v, s))
x = 3.14159; n = 42; name = "Bob"; items = [1, 2]; d = {"k": 5}
print(f"{x:.2f} {n:5d}| {name!r} {name:>6} {items} {d['k']} {n:#x} {x!s:.3} {{}} {n + 1} {x:{10}.{3}}|")
print(f"{n=} {x=:.1f} {name=!s} {n + 1 = }")
print(f"{'a' if n > 3 else 'b'} {[i * 2 for i in items]} {len(name):02d} {(lambda: 5)()}")
print(f"{n!r:>5}{None}{True}{1.0}{'nested ' + f'{n}'}")
t(lambda: "{} {}".format(1, 2)); t(lambda: "{1} {0}".format(1, 2)); t(lambda: "{a} {b:.2f}".format(a=1, b=2)); t(lambda: "{:>5}|{:<5}|{:^5}|".format("a", "b", "c")); t(lambda: "{0[1]} {1[k]} {2.real}".format([1, 2], {"k": 3}, 4))
t(lambda: "{:{}}".format(5, 10)); t(lambda: "{:{:{}}}".format(5, 10, 3)); t(lambda: "{{}}".format()); t(lambda: "{!r:>10}".format("a")); t(lambda: "{0!s}".format("é")); t(lambda: "{0!a}".format("é")); t(lambda: "{:>{w}}".format("a", w=5)); t(lambda: "{ a }".format(**{" a ": 1})); t(lambda: "{-1}".format(1)); t(lambda: "{0!r:}".format("q"))
t(lambda: "{a}".format_map({"a": 1})); t(lambda: "{a}".format_map({})); t(lambda: "{}".format()); t(lambda: "{1}".format(0)); t(lambda: "{a}".format(0)); t(lambda: "{0}".format_map({"a": 1})); t(lambda: "a".format_map(1))
for bad in ["{", "}", "{0", "{0!}", "{0!x}", "{0!rx}", "{0!r", "{}{0}", "{0}{}", "{0.}", "{0[}", "{0[0]x}", "{0[]}", "{0.foo}", "a{}b{", "{0:{", "{0:}}", "{99999999999999999999}", "{!}", "{0[0}", "{0[0][1]}", "{a{b}}"]:
    print(bad, end=" ")
    t(lambda: bad.format([[1, 2]]))
t(lambda: "%d" % 1.9); t(lambda: "%d" % "a"); t(lambda: "%x" % 1.5); t(lambda: "%s %s" % (1,)); t(lambda: "%s" % (1, 2)); t(lambda: "%" % 1); t(lambda: "%y" % 1); t(lambda: "%(a)s" % 1); t(lambda: "%(a)s" % {"b": 1}); t(lambda: "%(a" % {"a": 1}); t(lambda: "%c" % "ab"); t(lambda: "%c" % 1.5); t(lambda: "%c" % -1); t(lambda: "%*d" % (5, 1)); t(lambda: "%*d" % ("a", 1)); t(lambda: "%.*f" % (2, 1.23456)); t(lambda: "%-5d|" % 3); t(lambda: "%+d % d" % (3, 3)); t(lambda: "%05d" % -3); t(lambda: "%#x %#o %#X" % (255, 8, 255)); t(lambda: "%5.1f|%-8.3e|%g" % (1.25, 1234.5, 1e-7)); t(lambda: "%s" % [1, 2]); t(lambda: "%r" % "a"); t(lambda: "%a" % "é"); t(lambda: "%%" % ()); t(lambda: "%%" % 1); t(lambda: "abc" % 1); t(lambda: "abc" % []); t(lambda: "abc" % {}); t(lambda: "%5s|%-5s|%.2s" % ("a", "b", "cde")); t(lambda: "%f" % "a"); t(lambda: "%f" % None); t(lambda: "%i" % 10**20); t(lambda: "%(a)d %(b)s" % {"a": 1, "b": "x"}); t(lambda: "%.3d" % 5); t(lambda: "%08.3f" % -1.5); t(lambda: "%.0f" % 0.5); t(lambda: "%#.0f" % 1); t(lambda: "%5%" % ()); t(lambda: "%ld" % 5); t(lambda: "%s %s" % "ab"); t(lambda: "%d%%" % 5); t(lambda: "%F %E %G" % (1e10, 1e10, 1e10)); t(lambda: "%5c|" % "a"); t(lambda: "%#5x|" % 15); t(lambda: "%#05x|" % 15); t(lambda: "%-05d|" % 15); t(lambda: "%x" % -255); t(lambda: "%d" % True); t(lambda: "%s" % ()); t(lambda: "%.5x" % 255); t(lambda: "%+x" % 255); t(lambda: "%05s|" % "a"); t(lambda: "%z" % 1); t(lambda: "é%y" % 1); t(lambda: "%(a)s %s" % {"a": 1}); t(lambda: "%d" % None); t(lambda: "%d" % float("inf")); t(lambda: "%d" % float("nan")); t(lambda: "%05f" % float("inf")); t(lambda: "%g" % 100000.0); t(lambda: "%g" % 1000000.0); t(lambda: "%o" % 8); t(lambda: "%X" % 255); t(lambda: "%(x)5.2f" % {"x": 3.14159}); t(lambda: "%u" % 5); t(lambda: "%e" % 0); t(lambda: "%s" % None); t(lambda: "%s %r" % ("a", "a")); t(lambda: "%s" % ((1, 2),)); t(lambda: "%6.2f%%" % 12.345)


class Money:
    def __init__(self, v):
        self.v = v

    def __format__(self, spec):
        return f"<{spec}:{self.v}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


m = Money(3)
print(f"{m} {m:abc} {m!r} {m!s:>5}", "{:x}".format(m), "%s %r" % (m, m), format(m), format(m, "q"))


class Plain:
    pass


t(lambda: format(Plain(), "5")); t(lambda: f"{[1]:5}"); t(lambda: format((1,), "")); t(lambda: format({}, "x"))
