import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(192)
z1 = torch.tensor([[-0.54, -1.03], [1.4, -1.6], [1.107, -2.0]], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[-0.36, -0.7, 1.243]], dtype=torch.float64, requires_grad=True)
z3 = torch.tensor([[[-2.0, 1.0, -2.0]], [[-2.0, -1.94, 0.19]]], dtype=torch.float64, requires_grad=True)
try:
    v4 = torch.logaddexp(z1, b2)
except RuntimeError as e:
    print(type(e).__name__, e)
f6 = lambda p, q=-0.5: torch.sign(p)
v7 = f6(b2, b2)
v9 = z3%0.5
v10 = torch.combinations((b2.stride()))
