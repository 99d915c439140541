import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(184)
x1 = torch.tensor([-1.275, -1.0, -0.78])
x2 = torch.tensor([[0.4], [-1.1], [1.0]], requires_grad=True)
x3 = torch.tensor(0.18, requires_grad=True)
v4 = x2
for k5 in range(4):
    v4 = (x1*x3).sum()+(-1.5)*x2
    v4 = v4 * 0.5
    if k5 == 1:
        continue
v6 = F.log_softmax(x1, dim=-1)
v8 = torch.as_tensor(np.ones((2, 2)))
with torch.no_grad():
    x2.data=x1.data*2
class C9(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(-1.2))
    def forward(self, u):
        return self.w * (u.double())
v10 = C9()
print(v10)
v10r = v10(v4).sum()
v10r.backward()
print(v10.w.grad)
print(v4.detach().numpy())
v11 = v8.unsqueeze(0)
x2.grad
v12 = torch.triu(v4)
v13 = x3.mode(-1)[0]
print(f'{v6.sum().item():+.2e} {3:03d}')
with torch.no_grad():
    v11.swapaxes_(0,1)
f16 = lambda p, q=-0.11: q!=q
v17 = f16(v11, v11)
b18 = torch.tensor([[-0.7, -0.36], [1.7, 1.7]], requires_grad=True)
v19 = torch.true_divide(v12, v12)
v25 = v12.median(-2).values
v25
v26 = torch.minimum(v12, (v8.min()))
print(v12.detach())
print(x2.grad)
print(x3.grad)
print(b18.grad)
