import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(587)
z1 = torch.tensor([-1.703, -1.87], dtype=torch.bool)
b2 = torch.tensor([-0.23], dtype=torch.float64, requires_grad=True)
z3 = torch.tensor([-0.1, -1.82], dtype=torch.float64, requires_grad=True)
w4 = torch.tensor(0.076, dtype=torch.float64, requires_grad=True)
print(b2.detach())
v11 = torch.sort((w4.norm(float('inf'))), 0, True)[0]
v12 = v11.masked_fill(v11>(-0.5), 1.0)
with torch.set_grad_enabled(False):
    v13 = w4.eq(b2)
    v14 = v11**3
v12.sum().backward(retain_graph=True)
v12.backward(retain_graph=True)
v15 = z3!=z3
z18 = torch.tensor([-2.0, 3.0, -1.645], dtype=torch.float64, requires_grad=True)
v20 = b2.clone()
v20[0]*=0.001
v21 = (w4**3.0)[True]
v22 = v14*v14*v11
v23 = v20/v21
v21 = v12.lt(v21)
v27 = torch.floor_divide(v20, (-1.07))
v28 = torch.tensor(1.0, requires_grad=True)
v29 = v20[0]
v29[w4<0]*=-1
v20.backward()
print(b2.grad)
print(z3.grad)
print(w4.grad)
print(z18.grad)
