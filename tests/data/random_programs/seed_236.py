import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(749)
x1 = torch.tensor([-0.79, -0.98, 0.92, -1.16])
z2 = torch.tensor([[[-3.0, 1.2, -1.67]], [[-0.67, -3.0, 0.7]]], requires_grad=True)
z3 = torch.tensor([-0.54, 1.36, 0.84], requires_grad=True)
torch.manual_seed(6)
net4 = nn.Linear(1, 3)
print(net4)
for p in net4.parameters():
    nn.init.normal_(p, std=0.1)
v5x, v5y = torch.randn(4, 1), torch.ones(4, 3)
v5o = torch.optim.Adagrad(net4.parameters(), lr=0.1)
v5c = nn.HuberLoss()
for k in range(1):
    v5l = v5c(net4(v5x), v5y)
    v5o.zero_grad()
    v5l.backward()
    v5o.step()
net4.eval()
print(net4(v5x).mean())
print(k)
class C6(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(0.1))
    def forward(self, u):
        return self.w * (2**u)
v7 = C6()
print(v7)
v7r = v7(p).sum()
v7r.backward()
print(v7.w.grad)
print(z3)
v11 = torch.floor_divide(z2, 0.1)
print([p, p])
print(z2.grad)
b15 = torch.tensor([-0.66], requires_grad=True)
v16 = z3.mul(0.25)
try:
    print(len(p), z2.numel())
    v17 = p.view(7, 7)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
print(str(b15))
v18 = torch.where(z3>0, z2, z2)
print(repr(done))
try:
    v19 = torch.acosh(v18)
    v20 = int('x')
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v18.sum().backward()
print(z2.grad)
print(z3.grad)
print(p.grad)
print(b15.grad)
