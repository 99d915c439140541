import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(428)
a1 = torch.tensor([[1.47, -0.74, -1.0], [-1.8, 2.0, 0.93], [-0.2, -1.9, 0.177]], dtype=torch.float64)
z2 = torch.tensor([[0.66, 0.49], [-2.0, -1.66]], requires_grad=True)
v3 = z2.sum(-1).mean()
v4 = (torch.xlogy(a1, a1)).new_tensor([1., 2.])
print('value', z2.max(), end=';\n')
v7 = torch.autograd.functional.hessian(lambda q: (q ** 3).sum(), v4)
w8 = torch.tensor([-0.522, 1.36, -0.2, 0.0], requires_grad=True)
with torch.no_grad():
    z2.sin_()
b9 = torch.tensor([[[-1.7, -3.0, -0.39]], [[1.0, 0.36, -1.84]]], requires_grad=True)
v10 = torch.frac(v7)
v11 = v10.select(0, -1)
v12 = torch.logical_or(v3, v11)
v13 = torch.isfinite(v4)
with torch.inference_mode():
    v16 = torch.exp2(v4)
    v19 = torch.log(torch.exp(v11)+1)
v20 = v19[:1]
v20.data=w8.data*2
v20
v22 = torch.zeros(4, 4).scatter(1, torch.tensor([[0], [1]]), 1.)
print(f'{v20.sum().item():+.2e} {3:03d}')
v23 = np.sin(v7.detach().numpy())
v3.backward()
v3.sum().backward()
print(z2.grad)
print(w8.grad)
print(b9.grad)
