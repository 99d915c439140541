import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(391)
a1 = torch.tensor([-1.54, 3.0, 0.62, 1.15], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([[-1.892, 0.1], [0.6, 1.7], [0.0, -0.334]], dtype=torch.float64, requires_grad=True)
a3 = torch.tensor([-1.282, 0.6, -1.86], dtype=torch.float64, requires_grad=True)
x4 = torch.tensor([[-1.0, 2.0], [-0.73, 0.0], [1.0, -1.766]], dtype=torch.float64, requires_grad=True)
print(a2, a1, sep=' | ')
print(str(a2))
v6 = a1-a1
v7 = torch.is_tensor(a1)
a1 = x4.sort(-1).values
v8 = a2
k9 = 0
while v8.norm() < 2 and k9 < 5:
    k9 += 1
    a1.add_((-1.5))
    if k9 == 1:
        continue
print(type(a3), a2.type())
v6.clamp_(min=2.0)
v6.normal_()
v10 = all(x > 0 for x in v6)
v13 = v6.detach().numpy()
v6.sum().backward()
print(a2.grad)
print(a3.grad)
print(x4.grad)
print(v8.grad)
