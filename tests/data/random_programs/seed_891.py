import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(540)
w1 = torch.tensor(-0.09, requires_grad=True)
z2 = torch.tensor([[-0.1, 1.769, -1.692], [-1.778, -1.74, -1.21], [0.05, 1.63, 0.0]], requires_grad=True)
v3 = F.cosine_similarity(z2, z2, dim=-1)
if w1.item() < 0 or w1.mean() > 0:
    v5 = z2.clamp_max((-0.5))
    w1.data.mul_(0.5)
    v5 = torch.cartesian_prod((v3[None, ..., 0]), v3)
else:
    v6 = F.poisson_nll_loss(w1, w1.abs())
    v5 = torch.sum(v3, dim=2)
v7 = torch.as_tensor(np.ones((2, 2)))
v8 = v7
for k9 in (1, 2):
    v8 = torch.std_mean(v5, 0)[1]
    v11 = v3.sum().item()
v12 = torch.acos(v3)
v14 = z2<0.001
with torch.no_grad():
    v8.neg_()
v12.sum().backward()
print(w1.grad)
print(z2.grad)
