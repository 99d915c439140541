import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(743)
b1 = torch.tensor([4.0, -0.26, -0.39], requires_grad=True)
b2 = torch.tensor(0.6, requires_grad=True)
v3 = b2 * 1
for k4 in b1:
    v5 = torch.randint(0, 5, (3, 2))
    v3 = v3-b1.mean(0)
with torch.inference_mode():
    v6 = torch.arange(2., requires_grad=True)
    v7 = torch.isnan(b1)
v8 = b1.detach()
v8.index_fill_(0,torch.tensor([0]),1.0)
v9 = v6.pow(2)
v10 = v3 * 1
k11 = 0
while v10.norm() < 2 and k11 < 4:
    k11 += 1
    v10 = torch.add(v6, (torch.sin(v3)*torch.cos(v6)), alpha=3.0)
    v8.T[0]=(-0.5)
    v10 = v10 * 0.5
print(v6.shape, v5.dtype)
v12 = v3.expand(3, 2)
v13 = F.cross_entropy(b2, F.softmax(v6, -1))
