import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(954)
x1 = torch.tensor([[0.86, 4.0], [-0.55, -0.94], [1.0, 1.0]], requires_grad=True)
b2 = torch.tensor([[0.37, 0.0], [1.0, -1.09], [-0.82, -1.062]], requires_grad=True)
v3 = torch.maximum((x1.index_fill(-2, torch.tensor([0]), (-1.5))), x1)
v4 = torch.cat([x1, x1], 1)
v5 = v3.sigmoid()
v3.backward(torch.randn_like(v3), retain_graph=True)
print(v4.tolist())
v8 = x1//(-0.5)
print(v4.grad_fn)
with torch.no_grad():
    v5[0].mul_((-1.73))
v9 = (x1.erf()).amax(1)
x1.grad
try:
    v3 = torch.cartesian_prod((v9[torch.tensor(0)]), v9)
except RuntimeError as e:
    print(type(e).__name__, e)
print(b2.shape, v8.dtype)
v9.pow(2).mean().backward(create_graph=True)
print(x1.grad)
print(b2.grad)
