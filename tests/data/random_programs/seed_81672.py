# ---- 81672
import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(338)
b1 = torch.tensor([[-1.6, 0.7, 0.3], [0.5, -1.0, -0.931]], requires_grad=True)
x2 = torch.tensor([[1.7, 0.298, -0.64]], requires_grad=True)
def f3(p, q, k=3, *args):
    q = torch.vstack([p, q])
    q = F.nll_loss(p, p.argmax(1), reduction='sum')
    return (p.norm())**3.0
v4 = f3(x2, b1)
v9 = b1<=v4
v10 = torch.isclose((F.dropout(x2, 0.5, training=False)), v4)
v14 = v4-b1.mean(0)
v15 = x2.new_full((2, ), (-0.5))
f16 = lambda p, q=1.27: (torch.broadcast_to(q, (3, 1)))[...]
v17 = f16(b1, v4)
v18 = torch.tensor([True, False, True])
def f19(p):
    total = [0]
    def inner(q):
        total[0] += 1
        v20 = torch.autograd.grad(q.sum(), p, create_graph=True)[0]
        return (q.sort(0).values)+p.sum()
    print(total)
    return inner
v21 = f19(b1)(v14)
print(x2.is_leaf, v14.requires_grad, x2._version)
v18[0]=True
with torch.no_grad():
    v17.index_fill_(0,torch.tensor([0]),(-1.5))
print([v21, v18])
b1.grad = None
v23 = (F.relu(v21)).sort()[0]
v4.backward()
v24 = v18|v18
v27 = x2
k28 = 0
while v27.norm() < 5 and k28 < 5:
    k28 += 1
    v30 = v21.sin()
v17[0]=(-1.5)
x32 = torch.tensor(1.5, requires_grad=True)
for k in range(5):
    y33 = x32**4 - 3*x32**2 + 2
    y33.backward()
    print(k, x32.tolist(), y33.item(), x32.grad)
    with torch.no_grad():
        x32 -= 0.1 * x32.grad
    x32.grad.zero_()
print(k)
v34 = torch.float_power(v23, 2)
v35 = (torch.xlogy(v34, y33))/2
print(b1.grad)
print(x2.grad)
print(v27.grad)
print(x32.grad)

