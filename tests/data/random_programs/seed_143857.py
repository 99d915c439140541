import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(159)
w1 = torch.tensor(2)
z2 = torch.tensor([[-0.2], [0.54], [-0.9]], requires_grad=True)
w3 = torch.tensor([-1.0, -0.47, 1.71], requires_grad=True)
v4 = w3 * 1
def f6(p):
    total = [0]
    def inner(q):
        total[0] += 1
        v9 = torch.empty(0)
        return 1/(1+torch.exp(-q))
    print(total)
    return inner
v10 = f6(v4)(v4)
a11 = torch.tensor(-2) > 0
v12, = torch.autograd.grad(v10.sum(), (w3,), retain_graph=True)
print(str(v10))
print(w3.detach().numpy())
print(v10.grad_fn.name())
with torch.inference_mode():
    print(f'{v4.sum().item():+.2e} {2:03d}')
    v14 = w3[1:2]
v10 = (a11*v4).clamp(max=0.1)
v10.mul_(v14)
v16 = v14 * 1
k17 = 0
while v16.norm() < 5 and k17 < 3:
    k17 += 1
    print(repr(k17))
v18 = v12*torch.log(v16.abs()+1)
z19 = torch.tensor([[2, 1, 1]])
w20 = torch.tensor([[[1.83, 0.4], [1.68, -0.85]], [[-1.08, 1.675], [-0.04, 1.9]]], dtype=torch.bool)
v21 = torch.normal(0., 1., size=(3,))
v21.normal_()
v16.backward()
v18.sum().backward()
print(z2.grad)
print(w3.grad)
print(v14.grad)
