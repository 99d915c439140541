import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(391)
z1 = torch.tensor([[0.0, -0.03, -0.176], [-1.57, -1.83, -1.84], [-2.0, 2.0, 3.0]], requires_grad=True)
w2 = torch.tensor([[0.3, 1.7, 1.29], [4.0, 1.9, -1.54]], requires_grad=True)
b3 = torch.tensor([[[4.0, -0.192, 3.0]], [[1.42, -1.09, 0.975]]])
w4 = torch.tensor([1.2], requires_grad=True)
print(w4.tolist())
w5 = torch.randn(3, requires_grad=True)
v7 = sum(w4)
v8 = w5.requires_grad
v9 = torch.float_power(v7, 2)
v10 = torch.rad2deg(v7)
print(v9.tolist())
v12 = v7.view(-1)
try:
    v12[[0,1]]=0.5
except IndexError as e:
    print(type(e).__name__, e)
v13 = v9 * 1
for k14 in (1, 2):
    v13 = F.log_softmax(v7, dim=0)
    print(v10.grad_fn)
    v13 = torch.sin(v13) * 1.5
print(len(w5), w5.numel())
try:
    print(v12.tolist())
    v18 = v10.view(7, 7)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v19 = torch.column_stack((v7, v7))
print(round(v10.item(), 4))
v20 = torch.mul(v19, v19)
z1.grad
v12.backward()
v10.sum().backward()
print(z1.grad)
print(w2.grad)
print(w4.grad)
print(w5.grad)
