import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(980)
a1 = torch.tensor([[0.15, -0.69, -1.237], [0.44, 1.5, -1.536], [0.349, -1.035, 0.7]], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([1.78])
w3 = torch.tensor([-2.0, -0.7, 4.0, -1.0], dtype=torch.float64, requires_grad=True)
x4 = torch.tensor(-2) > 0
v5 = w2.dtype
v7 = w2 * 1
for k8 in w3:
    v9 = w3.cos()
    v7 = v7 - 0.1 * v7 ** 3
(k8 * v9).sum().backward()
print(w3.detach().numpy())
v11 = abs(w2)
v12 = (w3**k8).reciprocal()
v13 = k8**v7
v14 = a1-a1
v15 = torch.diag_embed(a1)
v12.div_(0.25)
v17 = w2.unsqueeze(0)
v17.erf_()
v18 = torch.logcumsumexp(v13, -1)
v19 = v15.register_hook(lambda q: q * 2)
v20 = torch.acosh(v15)
v21 = torch.index_select(a1, 0, torch.tensor([1, 0, 1]))
w3.grad
v18 = torch.copysign(v15, (v18/k8))
v22 = torch.numel((v17<=v17))
print(f'{k8:.3f}')
v23 = bool(k8)
v24 = v15**1
k8.backward()
v18.sum().backward()
print(a1.grad)
print(w3.grad)
