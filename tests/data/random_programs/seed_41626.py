import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(902)
a1 = torch.tensor([[-1.507, 1.793, -0.6]], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([[1.4, 0.6], [1.81, 2.0]])
a3 = torch.tensor([[[-0.93, -1.0, -0.2]], [[-0.36, 0.76, -1.4]]], dtype=torch.float64, requires_grad=True)
print(str(a1))
v4 = torch.as_tensor(np.ones((2, 2)))
class C5(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(3.0))
    def forward(self, u):
        return self.w * (u.max(-2).values)
v6 = C5()
print(v6)
v6r = v6(a3).sum()
v6r.backward()
print(v6.w.grad)
print([a1, v4])
z8 = torch.tensor([-1.28], dtype=torch.float64, requires_grad=True)
v10 = z8.gt(0.64)
b13 = torch.tensor([[0.845, 1.0, 4.0], [-1.01, 1.689, 0.4], [-3.0, 4.0, -0.3]])
v14 = torch.triu((torch.masked_select(a3, v10)))
print(b13)
v17 = type(v14).__name__
print(type(b13), v10.type())
v18 = v4
k19 = 0
while v18.norm() < 5 and k19 < 3:
    k19 += 1
    v18 = v18%0.001
v20 = torch.log10(z8)
v21 = nn.L1Loss(reduction='sum')(b13, b13)
v20.backward()
v14.sum().backward()
print(a1.grad)
print(a3.grad)
print(z8.grad)
