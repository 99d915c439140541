import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(200)
x1 = torch.tensor([-0.6], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([0.162, -0.8])
a3 = torch.tensor([[1.0], [1.32], [-1.7]])
v4 = (a3.reciprocal()).masked_select(x1>0.5)
print(w2.grad_fn)
v5 = a3.reshape(-1)
v6 = x1[-2:]
v7 = x1.clone()
for k8, ek8 in enumerate(v6):
    v7 = v5[..., 0]
    v7 = v7 + k8
v9 = torch.cummin((v7**2), -1).values
v10 = v6.sum()
print(x1.grad)
v12 = torch.expm1(v5)
v13 = v9.size()
b14 = torch.randn(3, requires_grad=True)
print(f"{v7!r:>5}")
v15 = (F.gaussian_nll_loss(v9, v9, v7.abs()+1)).mode(-1)[0]
v16 = np.array(v10.tolist())
with torch.no_grad():
    ek8.clamp_(0,1)
v18 = {i: e.item() for i, e in enumerate(v5)}
v19 = v12.reshape(-1)
v6.backward(inputs=[x1])
b14.data.mul_(0.5)
try:
    v12 = torch.cdist((torch.zeros_like(v9)), ek8)
except RuntimeError as e:
    print(type(e).__name__, e)
v6.backward()
v10.sum().backward()
print(x1.grad)
print(b14.grad)
