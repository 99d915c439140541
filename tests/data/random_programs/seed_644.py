import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(108)
a1 = torch.randn(3, 2, requires_grad=True)
b2 = torch.tensor([-1.0], requires_grad=True)
a3 = torch.tensor([[-1.8, -1.97], [1.86, -1.797]], requires_grad=True)
x4 = torch.tensor(-3.0, dtype=torch.float32)
class C5:
    def __init__(self, w):
        self.w = w
    def __call__(self, u):
        return self.w * (torch.logit(u.sigmoid()))
    def __repr__(self):
        return f'C5({self.w})'
v6 = C5(1.0)
print(v6)
v6r = v6(b2)
try:
    v7 = b2.fmod(2.0)
    v8 = torch.ones(2) + torch.ones(3)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v10 = F.cross_entropy(b2, F.softmax(b2, -1))
z11 = torch.tensor([[-0.4, 0.73, -0.56], [1.5, -1.1, -0.25]], requires_grad=True)
print(a1.grad)
v12 = nn.MSELoss()(x4, (0.1*x4**3-4*b2))
v13 = torch.hstack([(torch.max(x4, x4)), v7])
print(str(v10))
v14 = torch.sub((F.softmax(z11, dim=0)), v12, alpha=3)
v15 = torch.exp(-z11**2)*0.5
v17 = v13.shape
print(v15.grad_fn.name())
v19 = z11*v12*v15
v20 = torch.logical_not(z11)
b2 = F.relu6(v12)
v22 = torch.sinc(v13)
v7.grad_fn
z24 = torch.tensor([-1.92, 1.487], requires_grad=True)
v25 = torch.logspace(0, 1, 3)
print(b2.grad_fn.name())
v27 = v25[::4]
v7.backward()
v22.sum().backward()
print(a1.grad)
print(a3.grad)
print(z11.grad)
print(z24.grad)
