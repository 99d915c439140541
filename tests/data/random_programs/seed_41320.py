import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(486)
z1 = torch.tensor([[-1.57, 1.854, -0.92], [1.76, -1.6, 1.9]], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([[1.3, 2.0], [-1.45, 1.84], [-1.79, 2.0]], dtype=torch.float64, requires_grad=True)
v6 = torch.tensor(2.0)
a9 = torch.tensor([4.0, -1.9, 3.0], dtype=torch.float64, requires_grad=True)
v10 = {k: k ** 2 for k in range(4)}
v11 = a9%v6
v12 = a9*a9*a9
with torch.inference_mode():
    v13 = torch.autograd.functional.jvp(lambda q: q * q, v12, torch.ones_like(v12))[1]
    v14 = (torch.positive(v6))-a9
v15 = torch.linalg.vector_norm(v6, 3)
v16 = a9.clone()
for k17 in (1, 2):
    v16 = v11>v11
    v16 = (torch.vstack([v15, v6])).clamp_min(0.1)
    v16 = torch.tanh(v16)
v19 = torch.cat([e.view(1) for e in a9])
b20 = torch.tensor([[1.808, -1.14], [4.0, 1.5]], dtype=torch.float64, requires_grad=True)
v21 = v16*torch.log(b20.abs()+1)
print(len(v21), v16.numel())
v22 = F.selu(v16)
w23 = torch.tensor([[-1.86], [0.07], [4.0]], dtype=torch.float64, requires_grad=True)
v22 = w23.pow(4)
a2 = v16.lt(b20)
v24 = v19.amax(-1)
v24.backward()
v12.sum().backward()
print(z1.grad)
print(a9.grad)
print(b20.grad)
print(w23.grad)
