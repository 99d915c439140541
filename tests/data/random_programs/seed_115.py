import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(116)
x1 = torch.tensor([1.0, 0.56, 0.19])
w2 = torch.tensor(-1.0, dtype=torch.float64, requires_grad=True)
a3 = torch.randn(1, 3, requires_grad=True)
x4 = torch.tensor([[-1.01, -1.068, 0.0]], dtype=torch.float64, requires_grad=True)
print(x4.detach().numpy())
try:
    v6 = torch.min(x1, dim=0).values
    v7 = x1.foo
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v8 = x1.cos()
if x4.sum() > 0.16:
    print(repr(done))
    v9 = 0.5*((v6.floor())**2).sum()
    v9 = torch.cartesian_prod(a3, a3)
else:
    v9 = F.binary_cross_entropy_with_logits(v6, torch.rand_like(w2), reduction='sum')
    v9 = torch.add(v8, x4, alpha=3.0)
v12 = v8.detach()
v12.clamp_(-1,1)
x4 = v6.std(unbiased=False)
v13 = (v6.eq(x4))/x1.norm()
torch.count_nonzero(v8)
print(v9)
v14 = x1.ndim
v15 = type(v8).__name__
print('value', v6.max(), end=';\n')
f17 = lambda p, q=3.0: (torch.minimum(p, p))[torch.tensor(0)]
v18 = f17(v8, v13)
v19 = v6.movedim(0, -1)
v20 = 2 // 2 + 1 % 3 - 2 ** 2
v21 = v19
for k22 in range(1):
    v21 = v19.bool()
    print(f"{a3!r:>5}")
print(done)
with torch.no_grad():
    v19.relu_()
v19 = torch.ones_like(v12)
v9.sum().backward()
print(w2.grad)
print(a3.grad)
