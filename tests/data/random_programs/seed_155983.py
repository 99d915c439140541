import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(270)
a1 = torch.tensor([0.1], requires_grad=True)
x2 = torch.tensor(-1.121, requires_grad=True)
w3 = torch.tensor([[[0.42, -1.68, -1.08]], [[1.799, -0.42, 0.9]]], dtype=torch.float32)
v4 = '{:.2f} {:>6}'.format(x2.item(), 3)
v6 = (torch.round(w3))//a1
w7 = torch.tensor([[[0.66, 0.9], [-1.0, 0.2]], [[0.6, -1.43], [1.6, 1.2]]], requires_grad=True)
v8 = tuple(v6.shape)
v9 = torch.renorm(w3, 2, 0, 1.)
with torch.inference_mode():
    v10 = torch.asin((v9[:-1]))
    v11 = v6.register_hook(lambda q: q * 2)
def f12(p, q):
    v13 = p.max().item()
    return (p.reshape(-1)).size()
v14 = f12(v9, v6)
w15 = torch.tensor(0)
v10 = v10[torch.tensor(0)]
v16 = v10.detach()
v16.add_(x2,alpha=0.1)
v17 = torch.clamp(v16, min=0)
v18 = tuple(v9.shape)
print(v10.detach().numpy())
v19 = w3.exp()
v20 = torch.tensor([x2, x2])
v21 = v19.T
v22 = F.mish(v21)
v23 = v21
for k24 in (1, 2):
    v23 = F.cross_entropy(v19, v19.argmax(1), reduction='none')
print(a1.grad)
print(x2.grad)
print(w7.grad)
