import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(402)
w1 = torch.tensor(-3.0, dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([[1.3, 0.815, -1.635]], dtype=torch.float64, requires_grad=True)
z3 = torch.randn(2, 2, 2, requires_grad=True)
x9 = torch.tensor([[-1.3, -0.81], [-0.053, -0.38], [-0.32, -0.4]], dtype=torch.float64, requires_grad=True)
w1.grad
v14 = z3.clone()
k15 = 0
while v14.norm() < 5 and k15 < 2:
    k15 += 1
    v16 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
    v14 = v14 * v14 * 0.3
v18 = F.binary_cross_entropy_with_logits((v14.any()), torch.rand_like(w1), reduction='sum')
