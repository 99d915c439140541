import types, typing, collections
from typing import List, Optional, Union, Callable, get_type_hints
from dataclasses import dataclass, fields
x = list[int]
print(x, dict[str, float], tuple[int, ...], set[str], frozenset[int], type[int], list[list[int]], dict[str, list[float]], tuple[()])
print(int | None, int | str | None, None | int, (int | str) == (str | int), int | int, (int | str) | (int | float), list[int] | None, float | list[int])
print(isinstance(3, int | str), isinstance(None, int | None), issubclass(bool, int | str), isinstance(2., int | str))
print(type(x), type(int | str), x.__origin__, x.__args__, (int | str).__args__)
print(list[int]([1, 2]), dict[str, int](a=1), list[int] == list[int], list[int] == list[float], hash(list[int]) == hash(list[int]), list[int] is list)
print(Optional[list[int]], Union[int, list[str]], List[list[int]], list[Optional[int]], Callable[[int], str], list["A"], list[None], Optional[int] | str, int | Optional[str])
def f(x: list[int], y: dict[str, float] | None = None, *z: int | str) -> list[int] | None:
    w: tuple[int, ...] = (1,)
    return x
print(f([1]), f.__annotations__)
class A:
    v: list[int]
    w: int | None = None
print(A.__annotations__, A | None, list[A])
@dataclass
class C:
    h: list[int]
    n: int | None = None
print(C([1]), [(a.name, a.type) for a in fields(C)])
for g in (lambda: isinstance([], list[int]), lambda: isinstance(3, int | list[int]), lambda: int[3], lambda: list[int][int], lambda: int | 3, lambda: 3 | int, lambda: A[int], lambda: issubclass(list, list[int]), lambda: list | 'x'):
    try: print(g())
    except TypeError as e: print(type(e).__name__, e)
print(types.GenericAlias, types.UnionType, isinstance(x, types.GenericAlias), isinstance(int | str, types.UnionType))
class L(list[int]):
    pass
print(L([1, 2]), L.__mro__, L.__bases__)
d = {list[int]: 1, int | str: 2}
print(d[list[int]], d[str | int])
v: list[int] = []
Vec = list[float]
def g(a: Vec) -> "Vec": return a
print(g.__annotations__, repr(Vec), str(Vec), f"{Vec}")
print(collections.deque[int], collections.defaultdict[str, int], collections.OrderedDict[str, int], collections.Counter[str])
