# SPDX-License-Identifier: GPL-3.0-or-later
# text: as CPython 3.11 runs it, and so must we.
x = 3.14159; n = 42; s = "text"
print(f"{x:.2f} {n:05d} {s!r:>10} {x=} {n = } {s:^10}| {x:10.3e} {n:x} {n:,} {1e10:g} {'nested ' + s}")
print(f"{n:>{8}} {x:.{2}f} {{}} {'a' if n else 'b'} {[i for i in range(3)]} {dict(a=1)['a']}")
print(f'{"quote"}' f" concat {n}" " plain")
w, p = 10, 3
print(f"{x:{w}.{p}}|{s:{'*'}^{w}}|")
print("%s %d %5.2f %-5s| %05d %x %e %g %%" % (s, n, x, s[:2], n, n, x, x))
print("{} {1}".format(1, 2) if False else "{0} {1} {0}".format(1, 2), "{a:>5} {b!r}".format(a=1, b='x'), "{:.3f} {:>8}".format(x, s))
print(f"{x!s} {x!r} {s!a} {'é'!a}")
print(f"""multi
{n}
line""")
print(f"{lambda_ if (lambda_ := 5) else 0}")
print(f"{n:b} {n:o} {n:X} {n:#x} {-n:+d} {n: d} {0.5:%} {12345.678:,.1f} {1e-10} {1e16} {1e15} {123456789.123}")
print(repr(0.1 + 0.2), 1/3, 1e300 * 1e10, -0.0, 5e-324, 1.0, 100000000000000000.0, 1.5e-5)
print(str(1.0), repr('a\'b"c\n\t\\\x00é\u200b'), 'a\x41\u00e9\N{BULLET}' if False else 'a\x41\u00e9')
print("a" "b" 'c', r"raw\n", b"bytes" if False else "")
print("tab\tend", "new\\n", 'it''s', "\101", "\
cont")
class Fmt:
    def __format__(self, s): return f"<{s}>"
print(f"{Fmt():abc} {Fmt()}", "{:zz}".format(Fmt()), format(Fmt(), "q"))
try: f"{x:zz}"
except ValueError as e: print(e)
try: f"{s:d}"
except ValueError as e: print(e)
try: "%d" % "x"
except TypeError as e: print(e)
try: "%s %s" % (1,)
except TypeError as e: print(e)
try: "%s" % (1, 2)
except TypeError as e: print(e)
try: "{} {}".format(1)
except IndexError as e: print(e)
try: "{a}".format(b=1)
except KeyError as e: print(e)
print(f"{None} {True} {[1.0, 'a']} {(1,)} { {1: 2} }")
