import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(257)
a1 = torch.tensor([3.0, -1.65], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor(1.59, dtype=torch.float64, requires_grad=True)
b3 = torch.tensor([[1.0, -0.4], [-0.03, 1.187], [0.8, 1.7]])
a4 = torch.tensor([1.31])
v5 = b2+b3
x6 = torch.tensor(1.5, requires_grad=True)
for k in range(3):
    y7 = torch.log(1 + torch.exp(-x6))
    y7.backward()
    print(k, x6.tolist(), y7.item(), x6.grad)
    with torch.no_grad():
        x6 -= 0.1 * x6.grad
    x6.grad.zero_()
print(f"{b2!r:>5}")
v9 = torch.cumprod(x6, -1)
v10 = (x6*x6).sum()+1.0*a1
v11 = +y7
v13 = v10.add((torch.special.expit(v10)))
a1.grad
v15 = x6+x6
v13.sum().backward()
f16 = lambda p, q=1.75: p//p
v17 = f16(v11, v11)
v17.grad_fn
v18 = torch.addcdiv(v10, v17, v17, value=0.1)
v19 = torch.tensor((-1.5))
with torch.no_grad():
    F.relu(v17,inplace=True)
w20 = torch.tensor([[3, 1, -2]])
v21 = v18.aminmax()[0]
v15.backward()
v15.sum().backward()
print(a1.grad)
print(b2.grad)
print(x6.grad)
