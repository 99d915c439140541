from dataclasses import dataclass, field
from typing import List, Optional
import torch
@dataclass
class A:
    x: int
    y: List[int] = field(default_factory=list)
    z: "Optional[int]" = None
    w: list[int] | None = None
    t: torch.Tensor = None
    q: float = field(default=1.5, kw_only=True)
    r: int = field(default=3, init=False)
print(A.__doc__)
@dataclass
class B(A):
    "mine"
    k: str = 'a'
print(B.__doc__, A(1))
@dataclass
class C: pass
print(C.__doc__, C())
