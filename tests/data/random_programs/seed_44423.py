import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(881)
b1 = torch.tensor([-0.9, -0.9, -1.93], dtype=torch.float64, requires_grad=True)
w2 = torch.randn((), requires_grad=True)
x3 = torch.tensor([[-1.29, 1.5, 0.6], [-1.56, -1.44, 1.75], [-0.38, 1.77, -1.0]], dtype=torch.float64, requires_grad=True)
x4 = torch.tensor(-1.743, dtype=torch.float64, requires_grad=True)
try:
    v5 = torch.addbmm(w2, w2, w2)
except Exception as e:
    print(type(e).__name__, e)
v6 = torch.dist(w2, x3, 1)
v9 = torch.fmod(b1, b1)
b10 = torch.tensor([1.0, 1.0, -1.43, 0.6], dtype=torch.float64, requires_grad=True)
print(len(v9), w2.numel())
x11 = torch.tensor(-2.0, requires_grad=True)
for k in range(2):
    y12 = torch.log(1 + torch.exp(-x11))
    y12.backward()
    print(k, x11.data, y12.item(), x11.grad)
    with torch.no_grad():
        x11 -= 0.1 * x11.grad
    x11.grad.zero_()
v13 = ('%.3f' % w2, '%d' % 2)
x14 = torch.tensor([1.86, -1.478, 2.0, 0.54], dtype=torch.bool)
b10 = x3@v9
v15, *v152 = b10
v20 = {'a': x11, 'b': 2}
v21 = v6*torch.log(y12.abs()+1)
print(x11.grad)
try:
    print(round(x4.item(), 4))
    v22 = [1.0][2]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v23 = min(b1)
v25 = v21.clone()
for k26, ek26 in enumerate(b10):
    v25 = F.softplus(v25, beta=2)
    v25 = F.elu(v23)
v29 = torch.randn(2, 2)
v30 = v23*v9
v31 = x3.register_hook(lambda q: q.clamp(-1, 1))
print(v9.detach())
ek26.sum().backward()
print(b1.grad)
print(w2.grad)
print(x3.grad)
print(x4.grad)
