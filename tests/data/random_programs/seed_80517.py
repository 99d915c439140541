# ---- 80517
import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(842)
w1 = torch.tensor(0.416)
a2 = torch.tensor([[0.81], [4.0], [1.78]], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([1.16, 0.33, -1.2], dtype=torch.float64, requires_grad=True)
w4 = torch.tensor([[0.457, 1.55, -0.5], [0.0, 0.7, 4.0]], dtype=torch.float64, requires_grad=True)
print(f'{a2.sum().item():+.2e} {4:03d}')
v6 = w1.sort()[0]
a2.grad = None
def f7(p, q, k=3, *args):
    q = q.bool()
    return p**2, p
v8 = f7(w1, w3)[0]
v9 = torch.square(w3)
v9 = torch.special.expit(v6)
v10 = torch.log(torch.exp(w3)+1)
print(v10.grad_fn.name())
v11 = torch.block_diag(a2, (v9.where(w3>0, w1)))
b12 = torch.tensor(-1.0, dtype=torch.float64, requires_grad=True)
w13 = torch.tensor([1.87, -0.59, 0.73])
v14 = torch.count_nonzero(v11)
v15 = (torch.zeros(2, 4).scatter(1, torch.tensor([[0], [1]]), 1.)).diag()
print(v11, v11, sep=' | ')
v16 = (torch.rot90(w4)).clamp(min=3.0)
print(v16.grad_fn.name())
torch.manual_seed(27)
net17 = nn.Sequential(nn.Linear(1, 3), nn.SiLU(), nn.Dropout(0.), nn.Linear(3, 1))
v18x, v18y = torch.randn(4, 1), torch.zeros(4, 1)
v18o = torch.optim.SGD(net17.parameters(), lr=0.1, weight_decay=0.01)
v18c = F.l1_loss
for k in range(4):
    v18l = v18c(net17(v18x), v18y)
    v18o.zero_grad()
    v18l.backward()
    v18o.step()
with torch.no_grad():
    print(net17(v18x))
try:
    v19 = (w13.var(-1, unbiased=False))//2.0
    v20 = v15.view(7, 7)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v21 = torch.relu((v11+v19))
v21.swapaxes_(0,1)
print('value', v16.max(), end=';\n')
v11.sum().backward()
print(a2.grad)
print(w3.grad)
print(w4.grad)
print(b12.grad)

