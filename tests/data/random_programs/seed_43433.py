import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(573)
a1 = torch.tensor([1.947], dtype=torch.float64, requires_grad=True)
z2 = torch.tensor(-0.85, dtype=torch.float64, requires_grad=True)
v3 = torch.column_stack(((torch.log(torch.exp(a1)+1)), z2))
x4 = torch.tensor(1.5, requires_grad=True)
for k in range(3):
    y5 = (x4 - 3)**2 + 1
    y5.backward()
    print(k, x4.tolist(), y5.item(), x4.grad)
    x4.data -= 0.1 * x4.grad.data
    x4.grad.data.zero_()
print(z2.grad)
v8 = torch.mean(v3)
v9 = bool(z2)
v10 = torch.autograd.grad(v8, [x4, a1], allow_unused=True)
x11 = torch.tensor(-2.0, requires_grad=True)
for k in range(2):
    y12 = torch.exp(x11) - 2*x11
    y12.backward()
    print(k, x11.detach(), y12.item(), x11.grad)
    with torch.no_grad():
        x11 -= 0.1 * x11.grad
    x11.grad.zero_()
v13 = F.huber_loss(v8, v8, delta=1.0)
def f14(p):
    total = [0]
    def inner(q):
        total[0] += 1
        pass
        return torch.reciprocal(p)
    print(total)
    return inner
v16 = f14(v13)(v3)
try:
    print(f"{v8!r:>5}")
    v18 = torch.ones(3)[99]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v8
print(v16)
v19 = x11.reshape(-1)
print(f"{v19}")
v21 = torch.exp(-y12**2)*0.1
v19.backward()
print(a1.grad)
print(z2.grad)
print(x4.grad)
print(x11.grad)
