import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(935)
z1 = torch.tensor([-1.6, -1.86, -1.54], dtype=torch.float64, requires_grad=True)
z2 = torch.tensor(-1.692)
z3 = torch.tensor(-1.75, dtype=torch.float64, requires_grad=True)
z4 = torch.tensor(0)
try:
    v5 = torch.linalg.norm((z4%1), 'fro')
except RuntimeError as e:
    print(type(e).__name__, e)
z3 = z1.new_zeros(3)
v6 = (torch.repeat_interleave(z3, 2)).argmax(-1)
print(z2.item())
v7 = z3!=z3
with torch.no_grad():
    z1.atan_()
v13 = z2.clone()
k14 = 0
while v13.norm() < 5 and k14 < 4:
    k14 += 1
    print(z1.detach())
    v13 = v13 * v13 * 0.3
    if k14 == 1:
        continue
v19 = (z3.mean()).topk(1, 0)[0]
v7
if v13.sum() > 1.0:
    v20 = v7[None]
    v21 = F.smooth_l1_loss(z3, z2)
    v20 = ((v21-v21.mean())/v19.std()).sort(1).values
else:
    v22 = torch.autograd.functional.hessian(lambda q: (q ** 3).sum(), z3)
    v20 = torch.full_like(z1, 1.36)
with torch.no_grad():
    v13.masked_fill_(v19>0.001,2.0)
print(z1.grad)
