import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(992)
x1 = torch.tensor([[0.9], [0.0], [-1.5]], dtype=torch.float64, requires_grad=True)
w2 = torch.randn(3, 1, requires_grad=True)
print(w2)
v6 = torch.linalg.svdvals(x1)
v7 = [round(x, 3) for x in v6.tolist()]
with torch.no_grad():
    x1.copy_(x1)
v8 = F.layer_norm(x1, w2.shape[-1:])
v9 = w2
for k10 in (1, 2):
    print([x1, x1])
try:
    print(len(v9), v9.numel())
    v12 = torch.ones(2, 3) @ v8
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v15 = v8.register_hook(lambda q: print('hook', q))
v16 = (torch.histc(x1.detach(), 4)).detach().clone()
v17 = v6/(x1.max(1).values).norm()
v8.zero_()
w18 = torch.tensor([[[0.14, 2.0], [-1.591, 1.1]], [[0.188, -0.07], [-0.07, -1.55]]])
w18.float()
w23 = torch.tensor([[3, 1], [1, 0], [0, -6]]) > 0
print(v17.shape, v16.dtype)
v24 = torch.acos((torch.addcdiv(w18, v17, v17, value=0.35)))
v6.backward()
print(x1.grad)
print(w2.grad)
print(v9.grad)
