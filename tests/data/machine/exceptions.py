# SPDX-License-Identifier: GPL-3.0-or-later
# exceptions: as CPython 3.11 runs it, and so must we.
def f(n):
    try:
        if n == 0: return "ret"
        if n == 1: raise ValueError("v")
        if n == 2: raise KeyError("k")
        if n == 3: 1 / 0
        return "end"
    except ValueError as e:
        return "val " + str(e)
    except (KeyError, IndexError) as e:
        return "key " + str(e)
    else:
        return "else"
    finally:
        print("finally", n)
for i in range(5):
    try: print(f(i))
    except ZeroDivisionError as e: print("outer", e)
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        finally:
            print("fin", i)
    return i
print(g())
def h():
    try:
        return 1
    finally:
        return 2
print(h())
def nested():
    try:
        try:
            raise ValueError("a")
        except ValueError:
            raise KeyError("b")
        finally:
            print("inner fin")
    except KeyError as e:
        print(repr(e), repr(e.__context__), e.__cause__)
        return 5
print(nested())
try:
    try: 1/0
    except ZeroDivisionError as e: raise RuntimeError("x") from e
except RuntimeError as e:
    print(repr(e.__cause__), e.__suppress_context__)
try:
    raise ValueError("a", 1)
except ValueError as e:
    print(e, e.args, repr(e))
class MyError(Exception):
    def __init__(self, code, msg="m"):
        super().__init__(msg)
        self.code = code
class Sub(MyError): pass
try: raise Sub(3)
except MyError as e: print(type(e).__name__, e, e.code, e.args, repr(e))
try: raise MyError
except TypeError as e: print(e)
try:
    raise ValueError
except ValueError as e: print(repr(e), str(e) == '')
def reraise():
    try: raise ValueError("again")
    except ValueError:
        print("log")
        raise
try: reraise()
except ValueError as e: print(e)
try:
    try: raise TypeError("t")
    except ValueError: print("no")
except TypeError as e: print("yes", e)
try:
    pass
except: print("never")
else: print("else")
finally: print("fin")
def gen():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closed"); raise
    finally: print("gen fin")
k = gen(); next(k); k.close()
print(issubclass(KeyError, LookupError), KeyError.__mro__)
for exc in (ValueError("x"), KeyError("x"), KeyError(1, 2), IndexError(), OSError(2, "no"), StopIteration(3), SystemExit(1), NotImplementedError("n")):
    print(repr(exc), "|", str(exc), "|", exc.args)
try: {}['missing']
except KeyError as e: print(e, e.args)
try: [][1]
except Exception as e: print(type(e), e)
def deep(n):
    if n == 0: raise ValueError("deep")
    try: deep(n - 1)
    finally: print("unwind", n)
try: deep(3)
except ValueError as e: print(e)
e = 5
try: raise ValueError
except ValueError as e: pass
try: e
except NameError as x: print(x)
try:
    int("x")
except ValueError as err: print(err)
try: float("x")
except ValueError as err: print(err)
try: raise Exception("a") from None
except Exception as err: print(err.__cause__, err.__suppress_context__)
def f2():
    while True:
        try:
            try: break
            finally: print("b")
        finally: print("c")
    print("d")
f2()
def f3():
    with_log = []
    for x in [1, 2]:
        try:
            try:
                if x == 1: continue
                return with_log
            finally: with_log.append(x)
        except ValueError: pass
print(f3())
def f4():
    try: raise ValueError(1)
    except ValueError as e:
        try: raise KeyError(2)
        except KeyError as e2: print(e2.__context__)
        print(e)
    try: raise IndexError(3)
    except IndexError as e: print(e.__context__)
f4()
try:
    raise ValueError("one")
except ValueError as e:
    saved = e
print(saved, saved.__traceback__ is not None)
class C:
    def __exit__(self, *a): print("exit", a[0]); return True
    def __enter__(self): return 1
def f5():
    for i in range(3):
        with C() as c:
            if i == 1: continue
            if i == 2: return "r"
            print("w", i)
print(f5())
def f6():
    with C(): raise KeyError
    return "after"
print(f6())
try: raise "string"
except TypeError as e: print(e)
try:
    try: raise KeyError("first")
    except KeyError: undefined_name
except NameError as e: print(e, repr(e.__context__))
x = [1, 2, 3]
try: a, b = x
except ValueError as e: print(e)
try:
    import nothing_here
except ModuleNotFoundError as e: print(e, e.name)
try:
    from math import nothing
except ImportError as e: print(str(e)[:30])
print("end")
