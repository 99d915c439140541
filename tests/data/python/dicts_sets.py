def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


d = {"a": 1, "b": 2, "c": 3}
t(lambda: d["a"]); t(lambda: d["z"]); t(lambda: d.get("z")); t(lambda: d.get("z", 0)); t(lambda: d.setdefault("e", 5)); t(lambda: d.pop("e")); t(lambda: d.pop("z")); t(lambda: d.pop("z", None)); t(lambda: d.keys()); t(lambda: d.values()); t(lambda: d.items()); t(lambda: list(d)); t(lambda: len(d)); t(lambda: "a" in d); t(lambda: d == {"c": 3, "b": 2, "a": 1}); t(lambda: d != {}); t(lambda: d < {}); t(lambda: d | {"z": 0}); t(lambda: {**d, "a": 9}); t(lambda: d.copy()); t(lambda: dict(d, x=1)); t(lambda: dict([("a", 1), ["b", 2]])); t(lambda: dict(a=1, b=2)); t(lambda: dict([1])); t(lambda: dict([(1,)])); t(lambda: dict(5)); t(lambda: dict(1, 2)); t(lambda: dict(["ab", "cd"])); t(lambda: dict.fromkeys("abc")); t(lambda: dict.fromkeys([1, 2], 0)); t(lambda: {}.popitem()); t(lambda: {[]: 1}); t(lambda: {(1, 2): 3}); t(lambda: {(1, []): 3}); t(lambda: d[[]]); t(lambda: {1: "a", 1.0: "b", True: "c"}); t(lambda: list(reversed(d))); t(lambda: list(reversed(d.items()))); t(lambda: d.update(5)); t(lambda: d.foo); t(lambda: d.get()); t(lambda: d.update([("q", 1)])); t(lambda: d.popitem()); t(lambda: d.update(r=7)); t(lambda: d); t(lambda: dict(zip("ab", range(2)))); t(lambda: {k: v for k, v in d.items() if v > 1}); t(lambda: d.items() >= {("a", 1)}); t(lambda: d.keys() & {"a", "z"}); t(lambda: sorted(d.keys() | {"zz"})); t(lambda: sorted(d.keys() - {"a"})); t(lambda: sorted(d.keys() ^ {"a", "y"})); t(lambda: ("a", 1) in d.items()); t(lambda: 3 in d.values()); t(lambda: d.keys() == {"a", "b", "c", "r"}); t(lambda: d.keys()[0]); t(lambda: len(d.items())); t(lambda: d.keys().isdisjoint(["x"])); t(lambda: {1, 2} & {2: 0}.keys()); t(lambda: {1: 0}.keys() | [5]); t(lambda: {}.keys()); t(lambda: {1: 2}.values()); t(lambda: hash({})); t(lambda: None in {None: 1})
def change(f):
    e = {1: 1, 2: 2}
    for k in e:
        f(e, k)
t(lambda: change(lambda e, k: e.pop(k))); t(lambda: change(lambda e, k: e.update({k + 10: 0}))); t(lambda: change(lambda e, k: e.__setitem__(k, 5)))
def delete(e, k):
    del e[k]
    return e
t(lambda: delete({1: 2}, 1)); t(lambda: delete({1: 2}, 5)); t(lambda: delete([1, 2], 0)); t(lambda: delete((1, 2), 0)); t(lambda: delete(5, 0))
big = {i: i * i for i in range(50)}
for i in range(0, 50, 2):
    del big[i]
big[100] = 1; big[0] = 5
print(big)
e = {"x": 1}; e |= {"y": 2}; print(e); e |= [("z", 3)] if False else {"z": 3}; print(e)
class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"
m = Default(a=1); print(m["a"], m["b"], m.get("b"), m, isinstance(m, dict), len(m), type(m.copy()))
s = {3, 1, 2}
t(lambda: s); t(lambda: {5, 17, 33, 1}); t(lambda: set()); t(lambda: frozenset()); t(lambda: frozenset([1, 2])); t(lambda: set("aab") == {"a", "b"}); t(lambda: set([1, [2]])); t(lambda: set(5)); t(lambda: s | {9}); t(lambda: s & {1, 2, 7}); t(lambda: s - {1}); t(lambda: s ^ {1, 9}); t(lambda: s | [1]); t(lambda: s.union([7, 8], (9,))); t(lambda: s.intersection([1, 2], {2})); t(lambda: s.difference([1])); t(lambda: s.symmetric_difference([1, 9])); t(lambda: s.issubset([1, 2, 3, 4])); t(lambda: s.issuperset([1])); t(lambda: s.isdisjoint([7])); t(lambda: s <= {1, 2, 3}); t(lambda: s < {1, 2, 3}); t(lambda: s >= {1}); t(lambda: s == {1, 2, 3}); t(lambda: s == frozenset([1, 2, 3])); t(lambda: s.add(4)); t(lambda: s.discard(99)); t(lambda: s.remove(99)); t(lambda: s.remove(4)); t(lambda: s.pop()); t(lambda: set().pop()); t(lambda: s.update([10, 20], {30})); t(lambda: s); t(lambda: s.difference_update([10])); t(lambda: s.intersection_update({20, 30, 2})); t(lambda: s.symmetric_difference_update([2, 77])); t(lambda: s); t(lambda: s.copy()); t(lambda: s.clear()); t(lambda: s); t(lambda: hash(s)); t(lambda: s.add([])); t(lambda: s[0]); t(lambda: {1, True, 1.0}); t(lambda: frozenset([1]).add(2)); t(lambda: frozenset([1]) | {2}); t(lambda: {2} | frozenset([1])); t(lambda: type({2} | frozenset([1]))); t(lambda: type(frozenset([1]) | {2})); t(lambda: {frozenset([1]): 2}); t(lambda: set(1, 2)); t(lambda: s + s); t(lambda: set(range(20))); t(lambda: set(range(0, 100, 7))); t(lambda: {x % 5 for x in range(20)}); t(lambda: {-1, -2, 1000, 50}); t(lambda: {1.5, 2.5, 0.1}); t(lambda: {(1, 2), (0, 1), (5, 5)}); t(lambda: {None}); t(lambda: sorted({"b", "a"})); t(lambda: len({1, 2})); t(lambda: 5 in {5}); t(lambda: [] in {5}); t(lambda: set([3, 1]) | set([9, 4, 40]));
def change_set():
    u = {1, 2, 3}
    for v in u:
        u.add(v + 100)
t(change_set)
u = {1, 2}; u |= {3}; u &= {1, 3}; u ^= {5}; u -= {1}; print(u)
