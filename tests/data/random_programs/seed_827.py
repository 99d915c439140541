import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(625)
z1 = torch.tensor([[3, 3], [3, 0]])
a2 = torch.tensor([1, -6])
w12 = torch.tensor([[[1.053, -1.21], [0.6, -1.0]], [[-1.81, 1.3], [0.16, -0.16]]], dtype=torch.float64, requires_grad=True)
v14 = w12.remainder((-1.5))
v15 = w12.std()
v16 = torch.where(v14>0, v14, v15)
try:
    v17 = torch.max(v14, 1)[0]
    v18 = v16[99]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
print(v14.grad_fn.next_functions)
with torch.no_grad():
    print(w12.grad)
    v19 = w12+v15.T
print(done)
v20 = torch.sum((w12.std(-1, keepdim=True)), dim=-1)
print(v20.grad_fn.next_functions)
torch.manual_seed(27)
net21 = nn.Linear(1, 1, bias=False)
print(net21)
v22x, v22y = torch.randn(4, 1), torch.randn(4, 1)
v22o = torch.optim.Adagrad(net21.parameters(), lr=0.1)
v22c = nn.MSELoss(reduction='sum')
for k in range(1):
    v22l = v22c(net21(v22x), v22y)
    v22o.zero_grad()
    v22l.backward()
    torch.nn.utils.clip_grad_norm_(net21.parameters(), 0.5)
    v22o.step()
for name, p in net21.named_parameters():
    print(name, p.shape, p.grad)
v15.backward()
print(w12.grad)
print(p.grad)
