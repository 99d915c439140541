import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(279)
x1 = torch.tensor([[-1.075, -1.0, -1.34], [-1.765, 0.512, 1.3], [-0.69, -0.15, -2.0]], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([-0.59, 0.5, 2.0], dtype=torch.float64, requires_grad=True)
x3 = torch.tensor([[0.35, 0.06, 0.363], [0.48, 0.15, 1.774]], dtype=torch.float64, requires_grad=True)
v4 = x1+x2.T
w5 = torch.tensor([[-2.0, -1.83, 1.56]], dtype=torch.float64, requires_grad=True)
v6 = x2.expand_as(x2)
print(w5.shape, w5.dtype)
w7 = torch.tensor(-0.0, dtype=torch.float64, requires_grad=True)
v8 = torch.ravel(x2)
v9 = w7//w7
v10 = torch.addcdiv(v8, v8, v8, value=0.1)
v11 = F.elu(v9)
v13 = v8*torch.log(w7.abs()+1)
v11 = torch.tanh(v11)
print(v9.shape, w7.dtype)
print(v8.detach())
v14 = v10[...]
v16 = v11/2
def f17(p):
    total = [0]
    def inner(q):
        total[0] += 1
        pass
        return torch.sqrt(q*q+p*p)
    print(total)
    return inner
v18 = f17(v13)(w7)
try:
    print(v18.is_leaf, v14.requires_grad, v11._version)
    v19 = undefined_name
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v20 = v16.cpu().detach().numpy().sum()
v21 = v11.clamp(min=(-1.5))
with torch.no_grad():
    v24 = (v11-v16.mean())/v13.std()
    v10.reciprocal_()
v27 = torch.fmax(v13, v13)
v27.sum().backward()
print(x1.grad)
print(x2.grad)
print(x3.grad)
print(w5.grad)
