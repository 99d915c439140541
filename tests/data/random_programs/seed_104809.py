import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(999)
w1 = torch.tensor([-1.6, 4.0], requires_grad=True)
a2 = torch.tensor([-3.0, 3.0], requires_grad=True)
z3 = torch.tensor([4.0, -1.33, 1.86], requires_grad=True)
v5 = torch.hstack([(torch.div(a2, 2.0, rounding_mode='floor')), z3])
v6 = np.mean(w1.tolist())
v7 = v5.register_hook(lambda q: print('hook', q))
with torch.no_grad():
    z3.add_(0.001)
try:
    v8 = torch.autograd.grad(v5, w1, torch.ones_like(v5), create_graph=True)[0]
except Exception as e:
    print(type(e).__name__, e)
v5.mean().backward()
v10 = a2.grad.norm()
try:
    v5.mean().backward()
except Exception as e:
    print(type(e).__name__, e)
v11 = v10/(z3.where(v10>0, z3)).norm()
v12 = torch.ones(2, 3, dtype=torch.float64)
v13 = a2._version
v15 = torch.log(torch.exp(a2)+1)
print(a2.detach())
def f16(p, q=2):
    q = torch.acosh((torch.logical_and(q, p)))
    v18 = torch.lerp((q.median(0).values), q, (-0.5))
    if p.sum() > 0:
        return p.floor()
    return q
v19 = f16(v11, v11)
v20 = v5.double()
torch.rad2deg(v10)
v19.copy_(v19)
v21 = [e.item() * 2 for e in a2 if e > 0]
v22 = v19.remainder(1.0)
print(w1.grad)
v24 = torch.autograd.grad(v11, [a2, w1], allow_unused=True)
v11.backward()
v15.sum().backward()
print(w1.grad)
print(a2.grad)
print(z3.grad)
