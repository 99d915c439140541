import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(361)
x1 = torch.randn(1, 3, requires_grad=True)
b2 = torch.tensor([1.3, 1.56, -1.6])
a3 = torch.tensor([1.625, 4.0], requires_grad=True)
print(a3.grad)
v4 = torch.ceil(x1)
print(a3.norm())
try:
    print(f"{b2!r:>5}")
    v6 = int('x')
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
b7 = torch.tensor([-1.161, -1.49, -2.0], requires_grad=True)
v8 = x1
k9 = 0
while v8.norm() < 5 and k9 < 3:
    k9 += 1
    v10 = torch.cosh(a3)
    v8 = torch.tanh(v8)
v4 = b2.amin()
v4 = torch.rad2deg((F.tanhshrink(b7)))
v11 = (v10.unflatten(0, (3, -1))).T@v10
