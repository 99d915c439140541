#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program with the real PyTorch and says everything that is known of the run, in the form in which Backstep says it:
# output, echo, warnings, error, variables and gradients, every backward call node by node.
#   pytorch_record.py PROGRAM.py     prints it as JSON
import ast
import contextlib
import io
import json
import os
import re
import sys
import traceback
import warnings

os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np
import torch

torch.set_num_threads(1)
MAX_VALUES = 1000  # of a larger tensor only a sample is kept
MAX_STEPS_TENSOR = 64
MAX_BACKWARD_CALLS = 6
MAX_NODES = 150

def num(v, f32=False):
    if isinstance(v, (bool, np.bool_)):
        return bool(v)
    if isinstance(v, (int, np.integer)):
        return int(v)
    if isinstance(v, complex):
        return {"complex": [num(v.real), num(v.imag)]}
    v = float(v)
    if v != v:
        return "NaN"
    if v in (float("inf"), float("-inf")):
        return "Infinity" if v > 0 else "-Infinity"
    if f32:
        v = float(str(np.float32(v)))  # shortest decimal that is the same float32
    return v


def nested(a, f32):
    if isinstance(a, list):
        return [nested(i, f32) for i in a]
    return num(a, f32)


def array_values(arr):
    """numpy array -> dict with values, or a sample if it is large"""
    f32 = arr.dtype == np.float32 or arr.dtype == np.float16
    if arr.size <= MAX_VALUES:
        return {"values": nested(arr.tolist(), f32)}
    flat = arr.reshape(-1)
    idx = np.unique(np.linspace(0, flat.size - 1, 101).astype(int))
    return {"values": None, "size": int(flat.size),
            "sample_index": [int(i) for i in idx],
            "sample_values": [num(flat[i], f32) for i in idx]}


def t_numpy(t):
    t = t.detach()
    if torch._is_zerotensor(t):  # has no memory to read
        return np.zeros(tuple(t.shape), {torch.float64: np.float64}.get(t.dtype, np.float32))
    if t.is_sparse:
        t = t.to_dense()
    if t.dtype == torch.bfloat16:
        t = t.float()
    return t.resolve_conj().resolve_neg().cpu().numpy()


def grad_fn_of(t):
    """None also where asking for it raises: a view whose base was changed behind its back."""
    try:
        return t.grad_fn
    except RuntimeError:
        return None


def tensor_info(t, with_grad=True):
    d = {"kind": "tensor", "dtype": str(t.dtype), "shape": list(t.shape)}
    d.update(array_values(t_numpy(t)))
    try:
        t.is_leaf
    except RuntimeError:  # a view whose base was changed behind its back: nothing can be asked of its history
        return d
    d["requires_grad"] = bool(t.requires_grad)
    d["is_leaf"] = bool(t.is_leaf)
    fn = grad_fn_of(t)
    d["grad_fn"] = fn.name() if fn is not None else None
    if with_grad:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            g = t.grad
        if g is None:
            d["grad"] = None
        else:
            gi = {"dtype": str(g.dtype), "shape": list(g.shape)}
            gi.update(array_values(t_numpy(g)))
            if g.requires_grad:
                gi["requires_grad"] = True
                gi["grad_fn"] = g.grad_fn.name() if g.grad_fn is not None else None
            d["grad"] = gi
    return d


def value_info(v, depth=0):
    if isinstance(v, torch.Tensor):
        return tensor_info(v)
    if isinstance(v, np.ndarray):
        if v.dtype == object:
            return {"kind": "ndarray", "dtype": "object", "shape": list(v.shape)}
        d = {"kind": "ndarray", "dtype": str(v.dtype), "shape": list(v.shape)}
        d.update(array_values(v))
        return d
    if v is None:
        return {"kind": "NoneType", "value": None}
    if isinstance(v, bool) or isinstance(v, np.bool_):
        return {"kind": type(v).__name__, "value": bool(v)}
    if isinstance(v, (int, float, np.integer, np.floating, complex)):
        return {"kind": type(v).__name__, "value": num(v, isinstance(v, np.float32))}
    if isinstance(v, str):
        return {"kind": "str", "value": v}
    if isinstance(v, (torch.dtype, torch.Size)):
        return {"kind": "torch." + type(v).__name__, "value": str(v)}
    if isinstance(v, (list, tuple, set)) and depth < 3:
        items = list(v)
        if len(items) <= 200:
            return {"kind": type(v).__name__, "items": [value_info(i, depth + 1) for i in items]}
        return {"kind": type(v).__name__, "len": len(items),
                "first": value_info(items[0], depth + 1), "last": value_info(items[-1], depth + 1)}
    if isinstance(v, dict) and depth < 3:
        return {"kind": "dict", "items": {str(k): value_info(x, depth + 1) for k, x in v.items()}}
    return {"kind": type(v).__name__}


def mask(s):
    """memory addresses differ from run to run"""
    return re.sub(r"0x[0-9a-f]{6,16}", "0xADDR", s)


def printable(v):
    """True where repr(v) holds no memory address"""
    if isinstance(v, (torch.Tensor, np.ndarray, np.generic, int, float, str, bool, complex,
                      torch.dtype, torch.Size, torch.device, range, type(None))):
        return True
    if isinstance(v, (list, tuple, set)):
        return all(printable(i) for i in v)
    if isinstance(v, dict):
        return all(printable(i) for i in v.values())
    return type(v).__module__.startswith("tensorflow")


class Recorder:
    def __init__(self, filename):
        self.filename = filename
        self.calls = []
        self.total = 0
        self.depth = 0
        self.globals = {}

    def frames(self):
        f = sys._getframe(1)
        out = []
        while f is not None:
            if f.f_code.co_filename == self.filename:
                out.append(f)
            f = f.f_back
        return out

    def names(self, frames):
        """id(tensor) -> name, id(grad_fn) -> name: innermost frame first, then globals"""
        byt, byfn = {}, {}
        for f in frames:
            for k, v in list(f.f_locals.items()):
                if isinstance(v, torch.Tensor):
                    byt.setdefault(id(v), k)
                    # Of a view that was changed in place it would make the history anew, earlier than the program does.
                    if not v._is_view() and grad_fn_of(v) is not None:
                        byfn.setdefault(v.grad_fn, k)
        return byt, byfn

    def record(self, kind, roots, kwargs, run):
        if self.depth:
            return run()
        self.total += 1
        frames = self.frames()
        if len(self.calls) >= MAX_BACKWARD_CALLS or not frames:
            self.depth += 1
            try:
                return run()
            finally:
                self.depth -= 1
        byt, byfn = self.names(frames)
        rec = {"call": self.total, "kind": kind, "line": frames[0].f_lineno}
        rec.update(kwargs)
        nodes, index, todo = [], {}, []
        rec["roots"] = []
        for r in roots:
            rec["roots"].append({"var": byt.get(id(r)), "shape": list(r.shape),
                                 "value": array_values(t_numpy(r)).get("values"),
                                 "node": None if r.grad_fn is None else 0})
            if r.grad_fn is not None:
                if r.grad_fn not in index:
                    index[r.grad_fn] = len(index)
                    nodes.append(r.grad_fn)
                    todo.append(r.grad_fn)
                rec["roots"][-1]["node"] = index[r.grad_fn]
        edges = {}
        while todo:
            n = todo.pop(0)
            e = []
            for nxt, nr in n.next_functions:
                if nxt is None:
                    e.append(None)
                    continue
                if nxt not in index:
                    index[nxt] = len(index)
                    nodes.append(nxt)
                    todo.append(nxt)
                e.append(index[nxt])
            edges[index[n]] = e
        rec["nodes"] = []
        handles = []
        steps = rec["steps"] = []
        if len(nodes) <= MAX_NODES:
            for i, n in enumerate(nodes):
                d = {"id": i, "name": n.name().replace("torch::autograd::", "").split("::")[-1]}
                if hasattr(n, "variable"):
                    d["var"] = byt.get(id(n.variable))
                    d["leaf"] = True
                elif n in byfn:
                    d["var"] = byfn[n]
                d["next"] = edges[i]
                rec["nodes"].append(d)

                def hook(gi, go, i=i):
                    def tv(t):
                        if t is None:
                            return None
                        if t.numel() > MAX_STEPS_TENSOR:
                            return {"shape": list(t.shape)}
                        return array_values(t_numpy(t))["values"]
                    steps.append({"node": i, "grad_out": [tv(t) for t in go],
                                  "grad_in": [tv(t) for t in gi]})
                try:
                    handles.append(n.register_hook(hook))
                except Exception:
                    pass
        else:
            rec["nodes_total"] = len(nodes)
        self.calls.append(rec)
        self.depth += 1
        try:
            return run()
        except Exception as e:
            rec["error"] = {"type": type(e).__name__, "message": str(e)}
            raise
        finally:
            self.depth -= 1
            for h in handles:
                h.remove()


def install(rec):
    T, A = torch.Tensor, torch.autograd
    t_backward, a_backward, a_grad = T.backward, A.backward, A.grad

    def info(gradient, retain, create):
        d = {}
        if isinstance(gradient, torch.Tensor):
            d["gradient"] = array_values(t_numpy(gradient)).get("values")
        d["retain_graph"], d["create_graph"] = retain, bool(create)
        return d

    def backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None):
        return rec.record("Tensor.backward", [self], info(gradient, retain_graph, create_graph),
                          lambda: t_backward(self, gradient, retain_graph, create_graph, inputs=inputs))

    def abackward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, *a, **k):
        ts = [tensors] if isinstance(tensors, torch.Tensor) else list(tensors)
        return rec.record("autograd.backward", ts, info(grad_tensors, retain_graph, create_graph),
                          lambda: a_backward(tensors, grad_tensors, retain_graph, create_graph, *a, **k))

    def agrad(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, *a, **k):
        ts = [outputs] if isinstance(outputs, torch.Tensor) else list(outputs)
        return rec.record("autograd.grad", ts, info(grad_outputs, retain_graph, create_graph),
                          lambda: a_grad(outputs, inputs, grad_outputs, retain_graph, create_graph, *a, **k))
    T.backward, A.backward, A.grad = backward, abackward, agrad


def strip_magics(src):
    return "\n".join(ln[:len(ln) - len(ln.lstrip())] + "pass" if ln.lstrip()[:1] in ("%", "!") else ln for ln in src.split("\n"))


def error_of(e, fname, line=None):
    """`line`: of the statement whose value could not be shown, where no line of the program was at work."""
    if isinstance(e, SyntaxError):
        return {"type": type(e).__name__, "message": e.msg, "line": e.lineno}
    where = [f.lineno for f in traceback.extract_tb(e.__traceback__) if f.filename == fname]
    return {"type": type(e).__name__, "message": str(e), "line": where[-1] if where else line}


def nudge(factor):
    """Every floating-point number that the program is given is multiplied by `factor` (1 and a few units in the last place) and
    rounded to its type: equal ones stay equal, what is computed of them is rounded otherwise."""
    def nudged(make):
        def made(*a, **k):
            t = make(*a, **k)
            if isinstance(t, torch.Tensor) and t.is_floating_point():
                t.data.copy_(t.data.double() * factor)
            return t
        return made
    for name in ("tensor", "randn", "rand", "normal", "linspace", "full", "randn_like", "rand_like", "as_tensor"):
        setattr(torch, name, nudged(getattr(torch, name)))
    for name in ("normal_", "uniform_", "kaiming_uniform_", "xavier_uniform_", "xavier_normal_"):
        setattr(torch.nn.init, name, nudged(getattr(torch.nn.init, name)))


def run(src, name="program", factor=None):
    fname = name + ".py"
    code = strip_magics(src)
    if factor is not None:
        nudge(factor)
    rec = Recorder(fname)
    install(rec)
    g = {"__name__": "__main__", "__builtins__": __builtins__}
    out = io.StringIO()
    echo, error, line = [], None, None
    with warnings.catch_warnings(record=True) as wl, contextlib.redirect_stdout(out):
        warnings.simplefilter("default")  # as a run by hand has it: once for each place
        try:
            for st in ast.parse(code, fname).body:
                line = st.lineno
                if isinstance(st, ast.Expr) and not (isinstance(st.value, ast.Constant) and isinstance(st.value.value, str)):
                    v = eval(compile(ast.Expression(st.value), fname, "eval"), g)
                    if v is not None:
                        echo.append({"line": st.lineno, **({"repr": mask(repr(v))} if printable(v) else {"type": type(v).__name__})})
                else:
                    exec(compile(ast.Module([st], []), fname, "exec"), g)
        except BaseException as e:
            error = error_of(e, fname, line)
    variables = {}
    for k, v in g.items():
        if k.startswith("__") or isinstance(v, type(sys)) or (callable(v) and not isinstance(v, torch.Tensor)):
            continue
        variables[k] = tensor_info(v) if isinstance(v, torch.Tensor) else value_info(v)
    return {"stdout": mask(out.getvalue()), "echo": echo, "error": error,
            "warnings": [{"category": w.category.__name__, "message": str(w.message)} for w in wl],
            "variables": variables, "backward": rec.calls}


if __name__ == "__main__":
    print(json.dumps(run(open(sys.argv[1], encoding="utf-8").read()), ensure_ascii=False))
