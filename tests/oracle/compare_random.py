#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs random programs (random_programs.py), or the programs named, by the real PyTorch and by Backstep, and says where the two
# differ. Needs Debian's python3-torch, and build/release/tests/run_program.
#   compare_random.py FIRST COUNT [--out FOLDER]     seeds; every program that differs is kept in FOLDER
#   compare_random.py FILE.py ...
#   compare_random.py --answers FILE.py                  what PyTorch gives with the numbers moved, a line each
#   compare_random.py --keep FOLDER SEED-OR-FILE ...     writes program and what PyTorch did into FOLDER, for the test
# Where they differ, PyTorch runs the program again: with every number that the program is given moved by a few units in the last
# place (and once unmoved, for what it reads from memory that nobody wrote), and all that once more by its kernels without AVX. What
# its own answers then do not agree on, within the very same tolerance, is noise of rounding: a difference that lies in such places
# only, and only in numbers, is counted as "rounding", and so is what agrees in everything with one of those answers. Names, shapes,
# types, errors, warnings and the order of backward steps are never excused otherwise.
import json
import math
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
BINARY = os.environ.get("RUN_PROGRAM", os.path.join(HERE, "../../build/release/tests/run_program"))
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+)")


def forked(task, seconds=60):
    """What `task` returns, computed in a process of its own: what it does to the libraries is forgotten."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        import signal
        signal.alarm(seconds)
        try:
            text = json.dumps(task())
        except BaseException as e:
            text = json.dumps({"broken": repr(e)})
        with os.fdopen(write, "w") as f:
            f.write(text)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as f:
        text = f.read()
    os.waitpid(pid, 0)
    return json.loads(text) if text else {"broken": "no answer"}


def ours(path):
    try:
        r = subprocess.run([BINARY, path, "--json"], capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return {"broken": "timeout"}
    if r.returncode:
        return {"broken": f"exit {r.returncode}: {r.stderr.decode(errors='replace')[-300:]}"}
    return json.loads(r.stdout)


def mask(s):
    return re.sub(r"0x[0-9a-f]{6,16}", "0xADDR", s)


# Whether nothing in the program was ever rounded to float32.
PRECISE = [True]


def has_float32(v):
    if isinstance(v, dict):
        return v.get("dtype") in ("torch.float32", "float32") or any(map(has_float32, v.values()))
    return isinstance(v, list) and any(map(has_float32, v))


def is_number(v):
    return isinstance(v, (int, float)) and not isinstance(v, bool) or v in ("NaN", "Infinity", "-Infinity")


def flat(v):
    if isinstance(v, list):
        for i in v:
            yield from flat(i)
    elif is_number(v) and not isinstance(v, str) and abs(v) < 1e30:
        yield abs(v)


def leaves(v):
    if isinstance(v, list):
        for i in v:
            yield from leaves(i)
    else:
        yield v


def near(a, b, relative, scale):
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if not (is_number(a) and is_number(b)):
        return False
    a, b = float(str(a).replace("Infinity", "inf")), float(str(b).replace("Infinity", "inf"))
    if a == b or (math.isnan(a) and math.isnan(b)):
        return True
    return abs(a - b) <= relative * (abs(b) + scale)


def agrees(got, expected, relative, scale=0.1):
    if is_number(expected):
        return near(got, expected, relative, scale)
    if isinstance(expected, list):
        # A sum of large numbers cannot be closer than they are.
        s = max(scale, max(flat(expected), default=0))
        return isinstance(got, list) and len(got) == len(expected) and all(agrees(g, e, relative, s) for g, e in zip(got, expected))
    if isinstance(expected, dict):
        if "sample_index" in expected and isinstance(got, dict):  # of a large tensor PyTorch's record has some numbers only
            numbers = list(leaves(got.get("values")))
            got = {**got, "values": None, "size": len(numbers), "sample_index": expected["sample_index"],
                   "sample_values": [numbers[i] if i < len(numbers) else None for i in expected["sample_index"]]}
        if expected.get("dtype") in ("torch.float64", "float64") and PRECISE[0]:
            relative = min(relative, 1e-10)
        return isinstance(got, dict) and all(k in got and agrees(got[k], v, relative) for k, v in expected.items())
    return got == expected


def text_agrees(a, b):
    a, b = mask(a), mask(b)
    if a == b:
        return True
    pad = re.compile(r" +")  # a number with one digit less moves the columns beside it
    if [pad.sub("", s) for s in NUMBER.split(a)] != [pad.sub("", s) for s in NUMBER.split(b)]:
        return False
    for x, y in zip(NUMBER.findall(a), NUMBER.findall(b)):
        if x == y:
            continue
        if "." not in y and "e" not in y:
            return False
        mantissa, _, exponent = y.lower().partition("e")
        unit = 10.0 ** (int(exponent or 0) - (len(mantissa.partition(".")[2])))
        d = abs(float(x) - float(y))
        if d > 1.01 * unit and d > 4e-6 * abs(float(y)) and d > 2e-6:
            return False
    return True


def short(v):
    s = json.dumps(v)
    return s if len(s) < 260 else s[:260] + "…"


def differences(got, want, text=""):
    if "broken" in got:
        return ["broken: " + got["broken"]]
    out = []
    PRECISE[0] = not has_float32(want["variables"]) and "float()" not in text and "float32" not in text and "nn." not in text
    note = lambda what, g, e: out.append(f"{what}:\n      got  {short(g)}\n      want {short(e)}")
    g, e = got["error"], want["error"]
    if (g is None) != (e is None) or e and (g["type"] != e["type"] or e["line"] not in (g["line"], None) or mask(g["message"]) != mask(e["message"])):
        note("error", g and {k: g[k] for k in ("type", "message", "line")}, e)
    if not text_agrees(got["stdout"], want["stdout"]):
        a, b = got["stdout"].split("\n"), want["stdout"].split("\n")
        k = next((i for i in range(min(len(a), len(b))) if not text_agrees(a[i], b[i])), min(len(a), len(b)))
        note(f"stdout line {k + 1}", a[k:k + 3], b[k:k + 3])
    ge, ee = got["echo"], want["echo"]
    if [i["line"] for i in ge] != [i["line"] for i in ee] or not all(text_agrees(a["repr"], b["repr"]) for a, b in zip(ge, ee) if "repr" in b):
        note("echo", ge, ee)
    gw, ew = [mask(w["message"]) for w in got["warnings"]], [mask(w["message"]) for w in want["warnings"]]
    if gw != ew:
        note("warnings", gw, ew)
    for k, v in want["variables"].items():
        if k not in got["variables"]:
            note("variable " + k, None, v)
        elif not agrees(got["variables"][k], v, 1e-5):
            note("variable " + k, got["variables"][k], v)
    gb, eb = got["backward"], want["backward"]
    if len(gb) < len(eb):
        note("backward calls", len(gb), len(eb))
    for i, (a, b) in enumerate(zip(gb, eb)):
        backward(f"backward {i} ", a, b, note)
    return out


def backward(what, g, e, note):
    if g["line"] != e["line"]:
        note(what + "line", g["line"], e["line"])
    if "nodes_total" in e:
        return
    shape = lambda nodes: [[n["name"], n["next"]] for n in nodes]
    if shape(g["nodes"]) != shape(e["nodes"]):
        return note(what + "nodes", shape(g["nodes"]), shape(e["nodes"]))
    if len(g["steps"]) != len(e["steps"]):
        return note(what + "steps", [s["node"] for s in g["steps"]], [s["node"] for s in e["steps"]])
    for a, b in zip(g["steps"], e["steps"]):
        if a["node"] != b["node"]:
            return note(what + "order", [s["node"] for s in g["steps"]], [s["node"] for s in e["steps"]])
        for side in ("grad_out", "grad_in"):
            same = len(a[side]) == len(b[side])
            for x, y in zip(a[side], b[side]):
                same = same and (x is not None if isinstance(y, dict) else agrees(x, y, 1e-4))
            if not same:
                return note(what + side + " of " + e["nodes"][b["node"]]["name"], a[side], b[side])


NUDGES = (1, 1 + 2.0**-23, 1 - 3 * 2.0**-23, 1 + 5 * 2.0**-23, 1 + 2.0**-50, 1 - 3 * 2.0**-51)


def pieces(record):
    """What a run said, by place: texts as the parts between their numbers, numbers one by one."""
    out = {}

    def put(place, v):
        if isinstance(v, dict):
            for k, i in v.items():
                put(place + (k,), i)
        elif isinstance(v, list):
            out[place + ("length",)] = len(v)
            for k, i in enumerate(v):
                put(place + (k,), i)
        elif isinstance(v, str) and not is_number(v):
            words = re.split("(-?nan|-?inf|" + NUMBER.pattern + ")", mask(v))
            out[place + ("words",)] = [w.replace(" ", "") for w in words[::2]]
            for k, w in enumerate(words[1::2]):
                named = {"nan": "NaN", "-nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}.get(w)
                put(place + (k,), named or (float(w) if set(w) & set(".e") else int(w)))
        else:
            out[place] = v

    put(("stdout",), record["stdout"])
    put(("echo",), [{k: e[k] for k in ("line", "repr") if k in e} for e in record["echo"]])
    put(("error",), record["error"] and [record["error"][k] for k in ("type", "message")])
    put(("warnings",), [w["message"] for w in record["warnings"]])
    put(("variables",), record["variables"])
    put(("backward",), [[[n["name"], n["next"]] for n in c["nodes"]] + c["steps"] for c in record["backward"]])
    return out


def answers(text):
    """What PyTorch gives for the program with the numbers moved."""
    import pytorch_record
    found = (forked(lambda: pytorch_record.run(text, factor=factor)) for factor in NUDGES)
    return [a for a in found if "broken" not in a]


def other_answers(text):
    """Those, and those of its kernels without AVX, which are chosen once for a process."""
    with tempfile.NamedTemporaryFile("w", suffix=".py") as f:
        f.write(text)
        f.flush()
        r = subprocess.run([sys.executable, "-W", "ignore", __file__, "--answers", f.name], capture_output=True,
                           env={**os.environ, "ATEN_CPU_CAPABILITY": "default"})
    return answers(text) + [json.loads(line) for line in r.stdout.splitlines()]


def is_rounding(text, got, want):
    """Whether PyTorch's own answers go apart wherever ours is apart from them, by a tenth of that at least, or one is ours."""
    others = other_answers(text)
    if any(not differences(got, other, text) for other in others):
        return True
    ours, theirs = pieces(got), pieces(want)

    def apart(a, b):
        if a == b or not (is_number(a) and is_number(b)):
            return 0 if a == b else math.inf
        a, b = float(a.replace("Infinity", "inf") if isinstance(a, str) else a), float(b.replace("Infinity", "inf") if isinstance(b, str) else b)
        return 0 if math.isnan(a) and math.isnan(b) else abs(a - b) if math.isfinite(a - b) else math.inf

    wrong = {k: apart(ours.get(k), v) for k, v in theirs.items() if k[0] != "echo" or k in ours}
    wrong = {k: d for k, d in wrong.items() if d > 1e-6 * abs(theirs[k] if is_number(theirs[k]) and not isinstance(theirs[k], str) else 0)}
    if not wrong or any(not is_number(theirs[k]) or not is_number(ours.get(k)) for k in wrong):
        return False
    noise = dict.fromkeys(wrong, 0)
    for other in map(pieces, others):
        noise = {k: max(d, apart(other.get(k), theirs[k])) for k, d in noise.items()}
    return all(d <= 10 * noise[k] for k, d in wrong.items())


def refused(got):
    return got.get("error") and got["error"]["type"] in ("Unsupported", "Limit")


def kept(want):
    """What the test compares, with no more digits than it looks at."""
    def short_of(v):
        if isinstance(v, float):
            return float(f"{v:.9g}")
        if isinstance(v, list):
            return [short_of(i) for i in v]
        return {k: short_of(i) for k, i in v.items()} if isinstance(v, dict) else v
    out = dict(want)
    out["backward"] = [{k: v for k, v in call.items() if k in ("line", "nodes", "steps", "nodes_total")} for call in want["backward"]]
    for call in out["backward"]:
        call["nodes"] = [{"name": n["name"], "next": n["next"]} for n in call["nodes"]]
    return short_of(out)


def main():
    args = sys.argv[1:]
    keep = None
    out = None
    if "--out" in args:
        k = args.index("--out")
        out = args[k + 1]
        del args[k:k + 2]
    if args[0] == "--keep":
        keep = args[1]
        args = args[2:]
    import pytorch_record
    import random_programs
    if args[0] == "--answers":
        for answer in answers(open(args[1], encoding="utf-8").read()):
            print(json.dumps(answer))
        return
    if keep or args[0].endswith(".py"):
        jobs = [(a, None) if a.endswith(".py") else (f"seed_{a}", int(a)) for a in args]
    else:
        jobs = [(f"seed_{s}", s) for s in range(int(args[0]), int(args[0]) + int(args[1]))]
    folder = tempfile.mkdtemp()
    if out:
        os.makedirs(out, exist_ok=True)
    counts = {"same": 0, "rounding": 0, "differ": 0, "refused": 0}
    refusals = {}
    pool = ThreadPoolExecutor(2)

    def judge(name, path, text, want, answer):
        got = answer.result()
        if "broken" in want:
            print(f"== {name}: the oracle: {want['broken']}", flush=True)
            return
        if refused(got):
            counts["refused"] += 1
            m = got["error"]["type"] + ": " + got["error"]["message"]
            refusals.setdefault(m, []).append(name)
            return
        d = differences(got, want, text)
        rounding = bool(d) and "broken" not in got and is_rounding(text, got, want)
        counts["rounding" if rounding else "differ" if d else "same"] += 1
        if rounding:
            print(f"~~ {name}: rounding", flush=True)
        elif d:
            print(f"== {name}\n    " + "\n    ".join(d), flush=True)
            if out:
                with open(os.path.join(out, os.path.basename(name).removesuffix(".py") + ".py"), "w") as f:
                    f.write(text)

    waiting = []
    for name, seed in jobs:
        text = open(name, encoding="utf-8").read() if seed is None else forked(lambda: random_programs.program(seed))
        if not isinstance(text, str):
            print(f"== {name}: no program: {text}")
            continue
        want = forked(lambda: pytorch_record.run(text))
        if keep:
            base = os.path.join(keep, os.path.basename(name).removesuffix(".py"))
            with open(base + ".py", "w") as f:
                f.write(text)
            with open(base + ".expected.json", "w") as f:
                f.write(json.dumps(kept(want), separators=(",", ":")) + "\n")
            continue
        path = os.path.join(folder, os.path.basename(name).removesuffix(".py") + ".py")
        with open(path, "w") as f:
            f.write(text)
        waiting.append((name, path, text, want, pool.submit(ours, path)))
        if len(waiting) > 20:
            judge(*waiting.pop(0))
    for w in waiting:
        judge(*w)
    for m, names in sorted(refusals.items(), key=lambda i: -len(i[1])):
        print(f"-- refused {len(names)}: {m}   ({names[0]})")
    print(counts)


if __name__ == "__main__":
    main()
