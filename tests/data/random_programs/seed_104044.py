import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(221)
w1 = torch.tensor([[-1.686], [1.38], [4.0]], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([1.67, -1.0, -1.2, -1.8], dtype=torch.float64, requires_grad=True)
print(w2, w2, sep=' | ')
w1 = w1.chunk(2)[0]
with torch.no_grad():
    w1[1]=0
v7 = w1.cpu().detach().numpy().sum()
a8 = torch.tensor(2) > 0
v9 = w2 * 1
v9[a8]=(-1.5)
v10 = 1/(1+torch.exp(-(v9.max())))
v11 = torch.autograd.grad(v10.sum(), w2)
v12 = sum(v9)
w2.grad
v13 = v12.bool()
print(v12, w2, sep=' | ')
print(repr(v7))
v14 = torch.empty(0)
v15 = F.leaky_relu(v12)
print(w2.grad)
