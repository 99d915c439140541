import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(854)
a1 = torch.tensor([[1.07, -0.67, -1.18], [0.56, 1.6, 1.46], [-1.228, 1.08, 1.8]], requires_grad=True)
a2 = torch.tensor([[1.932, 1.757], [0.18, -1.9], [4.0, -1.61]], requires_grad=True)
v3 = torch.normal(0., 1., size=(3,))
z4 = torch.randn(3, requires_grad=True)
v5 = a1.register_hook(lambda q: q.clamp(-1, 1))
z4 = torch.clamp(a1, min=0)
v6 = torch.div(v3, v3)
v7 = z4.register_hook(lambda q: print('hook', q))
a1.grad = None
z4.retain_grad()
v10 = z4.register_hook(lambda q: q * 2)
z4.sum().backward()
print(a1.grad)
print(a2.grad)
