import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(280)
w1 = torch.tensor([[[-6, 0], [-1, 3]], [[0, -3], [0, 4]]])
w2 = torch.tensor([[0.853, 1.85], [-1.68, -1.6]], dtype=torch.float64, requires_grad=True)
w2 = w2[(0, 1)]
v3 = torch.acos(w2)
w1
b5 = torch.tensor([0.8, 0.436, -1.16], dtype=torch.float64, requires_grad=True)
b5.grad
v6 = torch.randint(0, 5, (3, 2))
f7 = lambda p, q=-0.5: torch.true_divide(p, p)
v8 = f7(b5, v3)
v9 = torch.logit(v3.sigmoid())
v9[v9<0]*=-1
print(len(v8), v8.numel())
v10 = (v8[-2:]).min()
v11 = torch.linspace(-1, 1, 4)
v12 = torch.ones_like(v10)
v13 = b5.mean()
print(round(v13.item(), 4))
v14 = v13.T
v15 = v10
for k16, ek16 in enumerate(v11):
    v17 = (v11.repeat(2, 1)).mT
    print(str(v15))
v19 = v3
for k20 in [0.5, 1, 2]:
    v19 = v17[None]
    v19 = v19 + k20
ek16
print([ek16, v13])
v22 = (v10.sqrt()).floor()
w2.backward()
v22.sum().backward()
print(b5.grad)
