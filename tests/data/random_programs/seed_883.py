import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(582)
x1 = torch.tensor([0.42, -1.8, -1.719], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[-1.7], [2.0], [-0.72]], dtype=torch.float64, requires_grad=True)
b3 = torch.tensor([[-3.0], [-0.52], [2.0]], dtype=torch.float64, requires_grad=True)
x4 = torch.randn(3, 1, requires_grad=True)
v5 = torch.sub(b3, x2, alpha=3)
v6 = (torch.exp2(x4)).prod(-1)
v8 = x2.register_hook(lambda q: q.clamp(-1, 1))
v10 = F.hardswish(((x1-v5)**2))
a11 = torch.tensor([[-1.0, -0.214, 1.1], [1.4, -1.6, 1.285], [-0.74, -0.9, -1.632]])
v12 = torch.bernoulli(torch.full((1,), 0.5))
v13 = x4.max(1, keepdim=True)[0]
a11 = x2.detach().clone()
v15 = torch.mul(v5, x2)
v16 = sorted(v12.tolist(), reverse=True)
v17 = torch.addcdiv(a11, a11, v15, value=(-0.5))
v18 = v13.log1p()
with torch.no_grad():
    b3.T[0]=(-1.5)
v13.sum().backward(retain_graph=True)
try:
    v19 = torch.fmod(a11, v6)
    v20 = [1.0][2]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
x2 = v15[-1]
a11 = torch.sigmoid((torch.rad2deg(v19)))
x2.backward()
v10.sum().backward()
print(x1.grad)
print(b3.grad)
print(x4.grad)
