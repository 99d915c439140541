import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(400)
w1 = torch.tensor([[1.76, 0.55, -0.6], [-2.0, -1.0, -0.798]], requires_grad=True)
x2 = torch.tensor([[4.0], [-1.469], [0.54]], requires_grad=True)
b3 = torch.tensor([[-1.46, 1.2], [-0.8, 0.0], [-1.2, 0.93]], requires_grad=True)
b4 = torch.tensor([0.33, 1.2, -1.46], requires_grad=True)
with torch.set_grad_enabled(True):
    print(b4)
    v8 = torch.sqrt(b4*b4+b4*b4)
v9 = (w1**w1).split(2)[0]
v11 = v9.mT
v8.clamp_max_(0.25)
v12 = v11.sign()
v13 = v9.reshape(-1, 3)
v14 = torch.log(torch.exp(v8)+1)
with torch.no_grad():
    v9.diagonal().zero_()
v16 = v11==0
print(b4.grad)
with torch.no_grad():
    w1[0][0]=2.0
def f17(p, q=2):
    v18 = torch.eye(2)
    return v18.log1p(), p
v19 = f17(x2, x2)[0]
v20 = isinstance(v9, torch.Tensor)
w1.grad
b3
print(torch.allclose(b4, v13))
b21 = torch.tensor([[-1.5, 0.391, -1.01], [0.35, -0.073, 2.0], [0.83, 1.542, 0.823]], requires_grad=True)
print(w1.grad)
print(x2.grad)
print(b3.grad)
print(b4.grad)
