import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(999)
x1 = torch.tensor([4.0, -1.6, 1.8], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([[[-1.9, -0.1, -1.25]], [[-1.88, 1.0, 0.94]]])
w3 = torch.tensor([[-0.4, -1.153, 1.2], [-1.44, -0.4, 0.1]])
v8 = F.mse_loss(a2, a2)
v9 = torch.autograd.functional.jvp(lambda q: q * q, x1, torch.ones_like(x1))[1]
v10 = [torch.sin(e) for e in v9][0]
try:
    v11 = v8[[-1, -2]]
except Exception as e:
    print(type(e).__name__, e)
v12 = (x1.split(2)[0])**4
v13 = w3.gt(3.0)
v14 = v8 + 0
v14.normal_()
v12.sum().backward()
print(x1.grad)
