import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(84)
z1 = torch.tensor([[1.97, -2.0], [-3.0, 0.9], [-0.51, 0.83]], dtype=torch.float64, requires_grad=True)
z2 = torch.tensor([[1.64, -0.305], [0.57, -1.9], [-0.36, 1.547]], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([-0.194, 1.08, -0.07, -0.8])
v4 = z1.expand_as(z1)
print(type(w3), w3.type())
v7 = torch.autograd.grad(v4, z1, grad_outputs=torch.ones_like(v4))
v8 = w3.expand_as(w3)
v8[2]=0
v8.index_fill_(0,torch.tensor([0]),0.001)
v10 = torch.cos(v4)
v12 = v8.lt(w3)
v13 = v10==z2
b14 = torch.tensor(-0.47, dtype=torch.float64, requires_grad=True)
v15 = [p for p in (z2, v4) if p.requires_grad]
print(v10.grad_fn.name())
v16, = torch.autograd.grad(v10.sum(), (z1,), retain_graph=True)
with torch.inference_mode():
    v17 = torch.trace((v4.sub(v4)))
    v4.backward(torch.ones_like(v4))
v19 = v8.unbind()[0]
v4.sum().backward()
print(z1.grad)
print(z2.grad)
print(b14.grad)
