import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(501)
x1 = torch.randn(3, 2, requires_grad=True)
w2 = torch.tensor([[4.0, -1.57, 0.647], [-1.733, 1.649, -1.41]], requires_grad=True)
x1 = F.tanhshrink(w2)
v4 = torch.addcmul((w2>=w2), w2, w2, value=0.25)
v5 = x1.min()
v6 = '{:.2f} {:>6}'.format(v5.item(), 1)
v7 = v5.requires_grad
v8 = torch.autograd.grad(v5, [w2, w2], allow_unused=True)
v9 = F.tanhshrink(v5)
v10 = v5.new_tensor([1., 2.])
w12 = torch.randn(3, 1, requires_grad=True)
v13 = torch.normal(0., 1., size=(3,))
v14 = w2.bool()
v15 = [round(x, 3) for x in v10.tolist()]
print([v5, v5])
v17 = v5.aminmax()[0]
print(f"{w2!r:>5}")
v20 = (v13.reciprocal()).dtype
with torch.no_grad():
    v22 = torch.floor(v9)
    v23 = v4.div(v4)
z28 = torch.tensor([[-0.9, 0.605, -0.76]], requires_grad=True)
print(w2.grad)
print(w12.grad)
print(x25.grad)
print(z28.grad)
