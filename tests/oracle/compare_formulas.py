#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Random formulas by the real PyTorch and by Backstep: value, gradient and Hessian, held against one another. What differs by
# more than rounding is printed; the exit status says whether anything was. Needs Debian's python3-torch, and
# build/release/tests/run_formulas.
#   compare_formulas.py FIRST COUNT             seeds; 100 000 take ten minutes
#   compare_formulas.py --keep FIRST COUNT      writes formula, point and what PyTorch gave, a row each, for tests/data/random_formulas.tsv
import math
import operator
import os
import random
import subprocess
import sys

import torch

HERE = os.path.dirname(os.path.abspath(__file__))
BINARY = os.environ.get("RUN_FORMULAS", os.path.join(HERE, "../../build/release/tests/run_formulas"))
NAMES = ("x", "y", "z")
SPECIAL = (0.0, 1.0, -1.0, 2.0, 0.5, -3.0)
CONSTANTS = ("2", "0.5", "3", "1", "0", "π", "10", "1.5")
F = torch.nn.functional

UNARY = {name: getattr(torch, name) for name in (
    "exp expm1 log log2 log10 log1p sqrt abs sign floor ceil round trunc frac sin cos tan asin acos atan sinh cosh tanh asinh acosh "
    "atanh sigmoid relu erf erfc lgamma digamma square").split()}
UNARY |= {"softplus": F.softplus, "elu": F.elu, "gelu": F.gelu, "silu": F.silu, "leaky_relu": F.leaky_relu,
          "sec": lambda a: 1 / torch.cos(a), "σ": torch.sigmoid}
TWO = {"max": torch.maximum, "min": torch.minimum, "atan2": torch.atan2, "hypot": torch.hypot, "mod": torch.remainder,
          "fmod": torch.fmod, "pow": torch.pow}
OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "^": operator.pow}
COMPARE = {"<": torch.lt, "<=": torch.le, ">": torch.gt, ">=": torch.ge, "==": torch.eq}
COMMON = ("sin", "cos", "exp", "log", "sqrt", "tanh", "sigmoid", "relu", "abs", "square")


class Maker:
    """A formula as a tree: ("x",), ("2",), (how, name, operand ...)."""

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.names = NAMES[: self.r.randint(1, 3)]
        self.left = self.r.choice((2, 4, 6, 9, 14))

    def leaf(self):
        return (self.r.choice(CONSTANTS),) if self.r.random() < 0.25 else (self.r.choice(self.names),)

    def condition(self):
        return ("compare", self.r.choice(list(COMPARE)), ("infix", "*", self.tree(), (self.r.choice(self.names),)), self.leaf())

    def tree(self):
        self.left -= 1
        if self.left < 0:
            return self.leaf()
        k = self.r.random()
        if k < 0.40:
            return ("infix", self.r.choice("++--**//^"), self.tree(), self.tree())
        if k < 0.50:
            return ("call", self.r.choice(list(TWO)), self.tree(), self.tree())
        if k < 0.54:
            return ("minus", "-", self.tree())
        if k < 0.57:
            return ("piecewise", "", self.condition(), self.tree(), self.tree())
        if k < 0.60:
            return ("where", "where", self.condition(), self.tree(), self.tree())
        if k < 0.62:
            return ("clamp", "clamp", self.tree(), self.leaf(), self.leaf())
        if k < 0.63:
            return ("polygamma", str(self.r.randint(0, 3)), self.tree())
        return ("call", self.r.choice(COMMON if self.r.random() < 0.5 else list(UNARY)), self.tree())

    def point(self):
        def one():
            return self.r.choice(SPECIAL) if self.r.random() < 0.15 else round(self.r.uniform(-4, 4), self.r.choice((1, 2, 6)))
        return [one() for _ in self.names]


def text(t):
    if len(t) == 1:
        return t[0]
    how, name, *operands = t
    if how == "piecewise":
        return "{" + text(operands[1]) + " if " + text(operands[0]) + ", " + text(operands[2]) + " otherwise}"
    if how == "polygamma":
        return f"polygamma({name}, {text(operands[0])})"
    if how == "minus":
        return f"(-{text(operands[0])})"
    if how in ("infix", "compare"):
        inside = f"{text(operands[0])} {name} {text(operands[1])}"
        return inside if how == "compare" else f"({inside})"
    return f"{name}({', '.join(map(text, operands))})"


class Torch:
    """The tree by PyTorch. With `noise`, every result is off by a few units in the last place: what changes by that is rounding."""

    def __init__(self, inputs, noise=None):
        self.inputs, self.noise = inputs, noise

    def of(self, t):
        if len(t) == 1:
            if t[0] in self.inputs:
                return self.inputs[t[0]]
            return torch.tensor(math.pi if t[0] == "π" else float(t[0]), dtype=torch.float64)
        y = self.result(*t)
        if self.noise and t[0] != "compare":
            # PyTorch's trigamma has nine digits, ours sixteen.
            y = y * (1 + self.noise.choice((-1, 1)) * self.noise.random() * (1e-9 if t[0] == "polygamma" else 4e-16))
        return y

    def result(self, how, name, *operands):
        if how == "piecewise":
            return self.of(operands[1] if self.of(operands[0]) else operands[2])
        v = [self.of(o) for o in operands]
        if how == "infix" or name == "pow":  # as a program would write it: x ** 2
            constant = [len(o) == 1 and o[0] not in self.inputs for o in operands]
            if constant[0] != constant[1]:
                v[constant.index(True)] = v[constant.index(True)].item()
            return OPERATORS["^" if name == "pow" else name](*v)
        if how == "polygamma":
            if v[0].item() < -1e6:
                raise Endless
            return torch.polygamma(int(name), v[0])
        return {"compare": COMPARE, "minus": {"-": torch.neg}, "where": {"where": torch.where},
                "clamp": {"clamp": torch.clamp}, "call": UNARY if len(v) == 1 else TWO}[how][name](*v)


def gradient(y, inputs, further):
    if not y.requires_grad:
        return [torch.zeros((), dtype=torch.float64) for _ in inputs]
    got = torch.autograd.grad(y, inputs, create_graph=further, retain_graph=True, allow_unused=True)
    return [torch.zeros((), dtype=torch.float64) if g is None else g for g in got]


class Endless(Exception):
    """PyTorch sums polygamma of a negative number one by one up to zero."""


def by_torch(tree, names, point, noise=None):
    """Value, gradient, Hessian row by row, in one list."""
    inputs = {n: torch.tensor(p, dtype=torch.float64, requires_grad=True) for n, p in zip(names, point)}
    if noise:
        inputs = {n: (v.detach() * (1 + noise.choice((-1, 1)) * noise.random() * 2e-16)).requires_grad_() for n, v in inputs.items()}
    leaves = list(inputs.values())
    y = Torch(inputs, noise).of(tree)
    first = gradient(y, leaves, True)
    out = [y.item()] + [g.item() for g in first]
    for g in first:
        try:
            out += [h.item() for h in gradient(g, leaves, False)]
        except RuntimeError as e:  # what PyTorch 1.13 cannot differentiate twice
            assert "not implemented" in str(e), e
            out += [None] * len(leaves)
    return out


def near(a, b, slack):
    if b is None or a == b or (math.isnan(a) and math.isnan(b)):
        return True
    return math.isfinite(a) and math.isfinite(b) and abs(a - b) <= slack


def rounding_alone(tree, names, point, ours, theirs):
    """Whether PyTorch itself, with every result a few units off, is as far from itself, or is of either mind."""
    # PyTorch's trigamma has nine digits, ours sixteen.
    relative = 1e-7 if "gamma" in text(tree) else 1e-13
    spread = [relative * max(1.0, abs(t)) if t is not None and math.isfinite(t) else 0.0 for t in theirs]
    seen = [[t] for t in theirs]
    for k in range(40):
        other = by_torch(tree, names, point, random.Random(k))
        for i, (o, t) in enumerate(zip(other, theirs)):
            seen[i].append(o)
            if None not in (o, t) and math.isfinite(o) and math.isfinite(t):
                spread[i] = max(spread[i], 30 * abs(o - t))
    return all(near(a, t, s) or any(o is not None and near(a, o, s) for o in many) for a, t, s, many in zip(ours, theirs, spread, seen))


def at_no_number_only(ours, theirs, inputs):
    """Whether only second derivatives differ, and only where an infinity or a NaN is: there PyTorch's zero of second order (of abs,
    relu, elu) is now a zero that stays one, now a number that is multiplied out, by which of its kernels ran."""
    first = 1 + inputs
    if not all(near(a, t, 1e-7 * max(1.0, abs(t))) for a, t in zip(ours[:first], theirs[:first])):
        return False
    return not all(math.isfinite(n) for n in ours + [t for t in theirs if t is not None])


def numbers(line):
    return [float(n) for n in line.split()]


def run(first, count, keep):
    torch.set_num_threads(1)
    makers = [Maker(s) for s in range(first, first + count)]
    cases = [(f"f({', '.join(m.names)}) = {text(t)}", t, m.names, m.point()) for m in makers for t in [m.tree()]]
    asked = "".join("\t".join([c[0]] + [repr(p) for p in c[3]]) + "\n" for c in cases)
    answers = subprocess.run([BINARY], input=asked.encode(), capture_output=True, check=True).stdout.decode().splitlines()
    assert len(answers) == count, (len(answers), count)
    wrong = rounded = edges = endless = 0
    for seed, (formula, tree, names, point), answer in zip(range(first, first + count), cases, answers):
        try:
            theirs = by_torch(tree, names, point)
        except Endless:
            endless += 1
            continue
        try:
            ours = numbers(answer)
        except ValueError:
            ours = []
        if keep and len(ours) == len(theirs) and all(near(a, t, 1e-9 * max(1.0, abs(t or 0.0))) for a, t in zip(ours, theirs)):
            print("\t".join([formula, " ".join(map(repr, point)), " ".join("-" if t is None else repr(t) for t in theirs)]))
        if len(ours) == len(theirs) and all(near(a, t, 1e-12 * max(1.0, abs(t or 0.0))) for a, t in zip(ours, theirs)):
            continue
        if len(ours) == len(theirs) and rounding_alone(tree, names, point, ours, theirs):
            rounded += 1
            continue
        if len(ours) == len(theirs) and at_no_number_only(ours, theirs, len(names)):
            edges += 1
            continue
        wrong += 1
        print(f"seed {seed}: {formula}\n  at {point}\n  ours    {ours or answer}\n  PyTorch {theirs}", file=sys.stderr)
    print(f"{count} formulas, {wrong} differ, {rounded} within rounding only, {edges} in a second derivative at an infinity or a NaN, {endless} "
          "without end in PyTorch", file=sys.stderr)
    return wrong


if __name__ == "__main__":
    arguments = sys.argv[1:]
    keep = arguments[:1] == ["--keep"]
    first, count = map(int, arguments[keep:])
    total = 0
    for at in range(first, first + count, 2000):
        total += run(at, min(2000, first + count - at), keep)
    sys.exit(total > 0)
