# SPDX-License-Identifier: GPL-3.0-or-later
# Makes NAME.expected of every program here with real numpy 1.24 and torch 1.13: python3 expected.py
import contextlib
import glob
import io
import os
import sys
import warnings

if "NPY_DISABLE_CPU_FEATURES" not in os.environ:  # the C library's functions, not those of one processor
    os.environ["NPY_DISABLE_CPU_FEATURES"] = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"
    os.execv(sys.executable, [sys.executable] + sys.argv)

os.chdir(os.path.dirname(os.path.abspath(__file__)))
import numpy  # noqa: E402
import torch  # noqa: E402, F401

for name in sorted(sys.argv[1:] or glob.glob("*.py")):
    if name == "expected.py":
        continue
    with open(name) as file:
        text = file.read()
    out = io.StringIO()
    numpy.set_printoptions(edgeitems=3, threshold=1000, floatmode="maxprec", precision=8, suppress=False, linewidth=75, sign="-")
    numpy.seterr(divide="warn", over="warn", under="ignore", invalid="warn")
    with warnings.catch_warnings(record=True) as told, contextlib.redirect_stdout(out):
        warnings.simplefilter("default")
        try:
            exec(compile(text, "main.py", "exec"), {"__name__": "__main__"})
            error = ""
        except Exception as e:
            error = f"error: {type(e).__name__}: {e}\n"
    for w in told:
        out.write(f"warning: {w.category.__name__}: {w.message}\n")
    with open(name[:-3] + ".expected", "w") as file:
        file.write(out.getvalue() + error)
