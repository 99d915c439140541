import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(988)
b1 = torch.tensor(-0.54, dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([-0.36, 1.4, 0.6], dtype=torch.float64, requires_grad=True)
b3 = torch.tensor([[[0.4, 1.3, -1.03]], [[0.9, -1.62, 1.57]]], dtype=torch.float64, requires_grad=True)
b4 = torch.tensor([-1.1, 4.0], dtype=torch.float64, requires_grad=True)
b1 = torch.nan_to_num(b1)
v6 = b3.clamp(max=(-0.22))
b1 = a2[[1, 0], ...]
print(v6.tolist())
print(b4.detach())
v9 = b3.flatten()
b1 = torch.log10(v9)
print(a2.shape, v6.dtype)
v13 = [torch.sin(e) for e in a2][0]
print(v13.grad_fn.name())
v14 = sum(e ** 2 for e in b1)
with torch.no_grad():
    v6[:,0]=a2
print(b3.detach())
b16 = torch.tensor([-3.0])
v13.backward(inputs=[a2])
v14.backward()
v9.sum().backward()
print(a2.grad)
print(b3.grad)
print(b4.grad)
