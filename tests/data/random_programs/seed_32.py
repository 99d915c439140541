import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(310)
w1 = torch.tensor([[-0.7, 4.0], [-2.0, -0.06]], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[[-1.5, -0.245, -1.85]], [[-0.128, 1.26, 0.3]]], dtype=torch.float64, requires_grad=True)
z3 = torch.tensor([-1.024, 1.0, -1.721], dtype=torch.float64, requires_grad=True)
x4 = torch.tensor([[[2.0, -0.96], [-1.8, 0.02]], [[4.0, 1.74], [0.1, -0.5]]], dtype=torch.float64, requires_grad=True)
try:
    v7 = F.elu(z3)
    v8 = torch.tensor([1, 2]).backward()
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v11 = (F.mse_loss(z3, z3, reduction='sum')).norm(p=2, dim=0)
v12 = sum([x.item() for x in v7])
z13 = torch.tensor([[-2.0, 0.9, -0.11], [0.82, 0.63, -3.0]], dtype=torch.float64, requires_grad=True)
v14 = F.kl_div(F.log_softmax(z13, -1), F.softmax(v11, -1), reduction='batchmean')
b15 = torch.tensor([[1.86], [1.98], [-0.21]])
w16 = torch.tensor([-2.0, -1.47, -0.04, 0.254], dtype=torch.float64, requires_grad=True)
with torch.no_grad():
    v19 = 1/b15
    v20 = b15.sign()
v21 = torch.sqrt(v14)
v22 = torch.rsqrt(b15)
v23 = np.mean(w16.tolist())
v14.backward()
print(w1.grad)
print(b2.grad)
print(z3.grad)
print(x4.grad)
