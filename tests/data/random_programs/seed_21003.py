import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(544)
w1 = torch.tensor([[1.414, 0.3, 1.013]])
z2 = torch.tensor(-2.0, dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([0.18, 1.7, -0.2], dtype=torch.float64, requires_grad=True)
v4 = torch.frac(z2)
v5 = v4.masked_fill(w1>1.77, (-0.65))
v6 = torch.exp((w3.double()))
print(z2.grad_fn)
if w1.requires_grad:
    v9 = v4.fmod(0.79)
    v11 = w3.sum()
    v9 = v5-v4
else:
    v9 = torch.einsum('ij, jk->ik', w1, w1)
    v9 = z2.repeat_interleave(2, dim=1)
