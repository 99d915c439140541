import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(904)
a1 = torch.tensor([-1.532, 1.47, 1.43], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[-0.899], [0.45], [3.0]], dtype=torch.int64)
x3 = torch.tensor([[0, -2, -1], [0, -2, 0], [2, 3, 2]]) > 0
a1 = torch.fmod(a1, a1)
with torch.no_grad():
    a1.lerp_(a1,0.5)
print(f"{a1}")
v4 = torch.atan2(a1, a1)
v5 = v4
for k6 in range(3):
    v7 = x3.sum()
    if k6 == 2:
        continue
v5 = v4[torch.randperm(2)]
v8 = torch.logical_and(v5, b2)
print(v5.grad_fn.next_functions)
v5 = torch.lerp(a1, a1, 0.1)
v9 = F.leaky_relu(a1, 0.1)
v4.sum().backward()
