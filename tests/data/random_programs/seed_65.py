import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(864)
a1 = torch.tensor([[-0.644, -2.0], [4.0, 0.6]], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor(-1.5, dtype=torch.float64, requires_grad=True)
print(f'{b2.sum().item():+.2e} {3:03d}')
v6 = torch.diff(a1)
a1.grad
print(v6, a1, sep=' | ')
print(v6.grad_fn.name())
with torch.no_grad():
    b2/=(-1.01)
print(a1.grad)
w11 = torch.tensor([-1.77, 0.6, -3.0], dtype=torch.float64, requires_grad=True)
v6.mean().backward()
print(a1.grad)
print(b2.grad)
print(w11.grad)
