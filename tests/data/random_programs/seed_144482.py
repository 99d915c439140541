import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(896)
z1 = torch.tensor([0.896, -1.186, -0.28], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([[-3, 2, -3], [-2, 1, 2]]) > 0
v4 = z1.sum().item()
v5 = w2.repeat(1, 1)
torch.manual_seed(68)
net7 = nn.Sequential(nn.Linear(2, 2), nn.Tanh(), nn.Dropout(0.), nn.Linear(2, 1))
for p in net7.parameters():
    nn.init.uniform_(p, -1, 1)
v8x, v8y = torch.randn(4, 2), torch.zeros(4, 1)
v8o = torch.optim.SGD(net7.parameters(), lr=0.05, momentum=0.9, nesterov=True)
v8c = F.l1_loss
for k in range(2):
    v8l = v8c(net7(v8x), v8y)
    v8o.zero_grad()
    v8l.backward()
    v8o.step()
    print(f'{k}: {v8l.item():.5f}')
print(net7.state_dict())
v9 = z1 * 1
for k10, ek10 in enumerate(z1):
    v9 = (p-p)**2
class C11(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, k):
        ctx.save_for_backward(u)
        ctx.k = k
        return u * u * k
    @staticmethod
    def backward(ctx, grad):
        u, = ctx.saved_tensors
        return grad * 2 * u * ctx.k, None
v12 = C11.apply(v9, 0.5)
v13 = ek10.detach()
v13.t_()
print(v5, v13, sep=' | ')
try:
    v15 = v5.reshape(-1)
    v16 = ek10.view(7, 7)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v17 = max(ek10, ek10)
with torch.set_grad_enabled(True):
    v18 = torch.tensor([v17, v17])
v12.sum().backward()
print(z1.grad)
print(p.grad)
