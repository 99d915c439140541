import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(767)
w1 = torch.tensor([[0.47, 0.52, -0.763], [-1.62, -1.687, 1.7], [-0.8, 4.0, -2.0]], requires_grad=True)
z2 = torch.tensor([[3, 8], [3, 0], [-2, 0]])
v3 = F.mse_loss((w1.permute(1, 0)), w1, reduction='none')
v4 = F.smooth_l1_loss(v3, w1)
v5 = torch.tensor([v4, v4])
def f6(p, q, k=3, *args):
    v7 = torch.atan(p)
    p.neg_()
    return q.as_strided((2, 2), (1, 1)), p
v8 = f6(v3, v3)[0]
print(v8.grad_fn.next_functions)
v10 = (torch.cov(w1)).lt(w1)
b11 = torch.tensor([2.0, -1.58, -0.3, -0.5], dtype=torch.float64)
print(round(v4.item(), 4))
v8.sum().backward()
print(w1.grad)
