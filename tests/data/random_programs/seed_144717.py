import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(922)
z1 = torch.randn(1, requires_grad=True)
z2 = torch.tensor([[0.99, 3.0, -3.0], [-1.92, -0.67, 1.399], [1.93, -1.7, -1.84]], requires_grad=True)
w3 = torch.tensor(-0.9, dtype=torch.bool)
x4 = torch.tensor([0.177], requires_grad=True)
a5 = torch.tensor([[-0.23, 3.0, 1.1]], requires_grad=True)
v6 = z1>=(z2[...])
v8 = sum(e ** 2 for e in z1)
print(f"{a5!r:>5}")
z1 = F.batch_norm((z2[::2]), None, None, training=True)
with torch.no_grad():
    a5.remainder_((-0.5))
f9 = lambda p, q=0.001: (p.std(unbiased=False))**q
v10 = f9(z2, v8)
a5 = a5*z1
x4**x4
class C11(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(1.0))
    def forward(self, u):
        return self.w * (torch.flip(u, [0]))
v12 = C11()
print(v12)
v12r = v12(a5).sum()
v12r.backward()
print(v12.w.grad)
v13 = z2.is_leaf
v14 = v10
k15 = 0
while v14.norm() < 5 and k15 < 2:
    k15 += 1
    print(v8.item())
    if k15 == 1:
        continue
v16 = torch.log2((v8.erf()))
def f17(p, q):
    q = torch.rsqrt(q)
    if p.sum() > 0:
        return (q.norm(3)).any()
    return q
v18 = f17(z2, v8)
v20 = z2.grad * 0.25
v21 = {'a': v10, 'b': 3}
v23 = torch.lgamma(v8.abs()+0.5)
v24 = (torch.chain_matmul(v10, v18)).median(0).values
