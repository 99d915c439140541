# SPDX-License-Identifier: GPL-3.0-or-later
# operators: as CPython 3.11 runs it, and so must we.
# operators on everything
vals = [1, True, 2.5, "s", [1], (1,), None, {1: 2}, {1}, 10**20, range(2)]
import operator
ops = ['+', '-', '*', '/', '//', '%', '**', '&', '|', '^', '<<', '>>', '<', '<=', '>', '>=', '==', '!=', '@', 'in', 'is']
fs = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b, '//': lambda a, b: a // b, '%': lambda a, b: a % b,
      '**': lambda a, b: a ** b, '&': lambda a, b: a & b, '|': lambda a, b: a | b, '^': lambda a, b: a ^ b, '<<': lambda a, b: a << b, '>>': lambda a, b: a >> b,
      '<': lambda a, b: a < b, '<=': lambda a, b: a <= b, '>': lambda a, b: a > b, '>=': lambda a, b: a >= b, '==': lambda a, b: a == b, '!=': lambda a, b: a != b,
      '@': lambda a, b: a @ b, 'in': lambda a, b: a in b}
for op, f in fs.items():
    for a in vals:
        for b in vals:
            if b == 10**20 and op in ('<<', '**', '*', '>>') : continue
            if a == 10**20 and op in ('*',): continue
            try: r = repr(f(a, b))
            except Exception as e: r = type(e).__name__ + ': ' + str(e)
            print(repr(a), op, repr(b), '->', r)
def ia(op, a, b):
    try:
        if op == '+': a += b
        elif op == '-': a -= b
        elif op == '*': a *= b
        elif op == '**': a **= b
        elif op == '|': a |= b
        elif op == '@': a @= b
        elif op == '//': a //= b
        elif op == '<<': a <<= b
        return repr(a)
    except Exception as e: return type(e).__name__ + ': ' + str(e)
for op in ['+', '-', '*', '**', '|', '@', '//', '<<']:
    for a in [1, 2.5, "s", [1], (1,), None, {1: 2}, {1}]:
        for b in [2, "t", [2], (2,), None, {3: 4}, {3}]:
            print(repr(a), op + '=', repr(b), '->', ia(op, a, b))
for v in vals:
    for name, u in [('-', lambda x: -x), ('+', lambda x: +x), ('~', lambda x: ~x), ('not', lambda x: not x), ('len', len), ('iter', lambda x: list(iter(x))), ('bool', bool), ('hash', lambda x: hash(x) if not isinstance(x, (str, type(None))) else 0), ('call', lambda x: x()), ('idx', lambda x: x[0]), ('slice', lambda x: x[::-1]), ('attr', lambda x: x.nope)]:
        try: r = repr(u(v))
        except Exception as e: r = type(e).__name__ + ': ' + str(e)
        print(name, repr(v), '->', r)
