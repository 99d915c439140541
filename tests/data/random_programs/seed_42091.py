import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(685)
a1 = torch.tensor(-0.9, requires_grad=True)
x2 = torch.tensor(1.3, requires_grad=True)
class C3(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(-1.5))
    def forward(self, u):
        return self.w * (torch.mul(u, u))
v4 = C3()
print(v4)
v4r = v4(x2).sum()
v4r.backward()
print(v4.w.grad)
torch.linalg.vector_norm(x2)
try:
    v8 = x2/x2.norm()
    v9 = torch.ones(2) + torch.ones(3)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
b10 = torch.tensor([2.0, -3.0, -1.653, 1.58], requires_grad=True)
f11 = lambda p, q=0.5: (torch.logical_not(p)).quantile(0.3, dim=-2)
v12 = f11(v8, b10)
