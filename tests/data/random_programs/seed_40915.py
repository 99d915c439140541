import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(979)
a1 = torch.tensor([1.17, 1.56, -0.67], requires_grad=True)
b2 = torch.randn(2, requires_grad=True)
w3 = torch.randn(2, 2, requires_grad=True)
print(len(b2), b2.numel())
x7 = torch.tensor([[-1.1, -3.0], [-1.0, -0.445]], requires_grad=True)
try:
    v8 = torch.isfinite((torch.logical_and(a1, a1)))
    v9 = x7.view(7, 7)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v10 = 2**(F.gaussian_nll_loss(x7, w3, w3.abs()+1))
try:
    v11 = w3.unflatten(0, (3, -1))
except Exception as e:
    print(type(e).__name__, e)
v12 = torch.tensor([[0.1, 3], [4, (-0.78)]])
w3 = a1.max().item()
with torch.no_grad():
    b2.uniform_(-1,1)
v16 = x7.T
f17 = lambda p, q=2.0: q.relu()
v18 = f17(v12, v12)
with torch.no_grad():
    v12.floor_()
v19 = torch.bernoulli(torch.full((4,), 0.5))
v20 = v12 * 1
for k21 in [0.5, 1, 2]:
    v22 = v10/v10
b2 = v19[True]
v22 = v12[1:2]
print(v22.detach().numpy())
v27 = v20.double()
v10.backward()
print(a1.grad)
print(x7.grad)
