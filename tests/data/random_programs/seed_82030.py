# ---- 82030
import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(125)
a1 = torch.tensor([[[0.46, 0.93, 0.351]], [[-1.948, -1.769, 0.14]]])
x2 = torch.tensor([[1.0, 1.6, -1.5], [1.9, -3.0, 4.0], [0.9, 0.0, -3.0]], requires_grad=True)
v3 = [i * 3 for i in range(4)]
(a1.remainder(0.95)).unique()
x2 = torch.triu((x2.repeat(2, 1)))
print(v3)
v4 = torch.quantile(x2, 0.5)
v5 = a1.maximum(a1)
def f6(p, q=2):
    q = torch.dstack([q, q])
    v7 = torch.nan_to_num(p)
    return torch.logcumsumexp(v7, -1), p
v8 = f6(v4, x2)[0]
print('value', x2.max(), end=';\n')
v5.data.mul_((-0.5))
v10 = divmod(2, 2), abs(0.25), pow(2, 3)
v14 = '-'.join(str(k) for k in a1.shape)
def f16(p):
    total = [0]
    def inner(q):
        total[0] += 1
        pass
        return p[0]
    print(total)
    return inner
v17 = f16(v5)(v8)
v18 = F.selu(v5)
v8.backward()

