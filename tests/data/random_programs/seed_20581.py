import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(224)
w1 = torch.tensor([[4.0, 3.0, -2.0], [2.0, -1.0, 1.231]], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[[-3, -2], [-2, 1]], [[4, 2], [6, 2]]])
w1 = torch.sin(w1)
x2
v3 = w1.register_hook(lambda q: print('hook', q))
v4 = w1>w1
print(w1)
torch.manual_seed(0)
net6 = nn.Linear(3, 1)
print(net6)
v7x, v7y = torch.randn(4, 3), torch.randint(0, 1, (4,))
v7o = torch.optim.SGD(net6.parameters(), lr=0.1)
v7c = nn.CrossEntropyLoss()
for k in range(3):
    v7l = v7c(net6(v7x), v7y)
    v7o.zero_grad()
    v7l.backward()
    v7o.step()
print(net6.state_dict())
print(w1.is_leaf, w1.requires_grad, w1._version)
v8 = w1.T
v8.sin_()
w1 = torch.vstack([v8, v8])
w1 = x2*(x2[None, ..., 0])
def f9(p, q=2):
    q = torch.histc(q.detach(), 4)
    q = torch.is_tensor(p)
    return p**3
v10 = f9(v8, v8)
v11 = v10.add(v10)
x12 = torch.tensor(0.3, requires_grad=True)
for k in range(2):
    y13 = x12**4 - 3*x12**2 + 2
    y13.backward()
    print(k, x12.detach(), y13.item(), x12.grad)
    with torch.no_grad():
        x12 = x12 - 0.1 * x12.grad
    x12.requires_grad_()
print(f"{y13!r:>5}")
v10.uniform_(-1,1)
v4|v4
v14 = torch.log(torch.exp(v11)+1)
v15 = torch.linalg.cholesky(v14@v10.T+2*torch.eye(3))
y13.backward(inputs=[x12])
y13 = v15[v10.argsort()]
v17 = v11.unsqueeze(0)
v17.sqrt_()
v10.sum().backward()
print(x12.grad)
