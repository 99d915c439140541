import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(347)
x1 = torch.tensor([[-0.97], [1.15], [-2.0]], requires_grad=True)
b2 = torch.tensor([[3, -6], [-2, 0]]) > 0
b3 = torch.tensor([[-2], [0], [3]])
z4 = torch.tensor([[0.053, 3.0], [-1.46, -0.8], [-1.5, 0.7]], requires_grad=True)
print(x1)
try:
    v6 = x1.sub(z4)
    v7 = v6.foo
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v8 = F.triplet_margin_loss((F.leaky_relu(x1, 0.1)), x1, x1)
v9 = torch.fmax(x1, x1)
try:
    v10 = (v9.detach())[:, :, 0]
except IndexError as e:
    print(type(e).__name__, e)
v13, = torch.autograd.grad(v9.sum(), (x1,), retain_graph=True)
v13
v14 = b3**2
with torch.no_grad():
    x1.floor_()
a16 = torch.tensor([[1.9, 0.16], [-1.3, 1.04], [1.0, -0.7]], requires_grad=True)
v6 = v13.float()
v17 = z4.to(torch.float64)
v18 = b3/2
print(done)
print(b2, v14, sep=' | ')
a16 = (2**v13)*v17.detach()
try:
    v19 = torch.histc((z4>0).detach(), 4)
except RuntimeError as e:
    print(type(e).__name__, e)
v20 = v17.int()
print(v20.shape, v20.dtype)
v22 = v8+a16.T
v23 = torch.randn(2).mul((-1.5)).requires_grad_()
v17.sum().backward()
print(x1.grad)
print(z4.grad)
print(v23.grad)
