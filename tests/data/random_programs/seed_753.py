import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(885)
w1 = torch.tensor(-1.791, dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([-3.0, 0.3, -0.228], dtype=torch.float64, requires_grad=True)
a3 = torch.tensor([[-1.7, -3.0, -0.15], [-1.0, -1.44, -1.7], [1.73, -0.329, -1.12]], dtype=torch.float64, requires_grad=True)
v4 = a3.T
v5 = a3.clamp(2.0, 2.0)
print(w1.grad)
v6 = v4.div(v4)
v7 = np.array(w1.tolist())
v6.backward(torch.randn_like(v6), retain_graph=True)
z8 = torch.tensor([[-1.71], [0.0], [-1.407]], dtype=torch.float64, requires_grad=True)
v9 = v6[[1, 0], ...]
v4 = (v5[[0, 0, 1]]).cumsum(1)
print(a3)
w12 = torch.tensor([[-1.34, -1.65], [0.54, 0.848]], dtype=torch.float64, requires_grad=True)
v13 = v6.clone()
v13.data=w12.data*2
if w12.sum() > 0.001:
    v14 = v9.dist(v9)
    v14 = (-0.5)**z8
    v14 = torch.tril(w12, -1)
else:
    v17 = torch.tensor(0.001)
    v14 = F.softplus(v17, beta=2)
try:
    v19 = F.smooth_l1_loss(v13, w12)
    v20 = v17[99]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
print(w1.grad)
print(a2.grad)
print(a3.grad)
print(z8.grad)
