import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(26)
b1 = torch.tensor([-1.4, -3.0, -0.886, -1.946], dtype=torch.float64, requires_grad=True)
z2 = torch.tensor(0.68, dtype=torch.float64, requires_grad=True)
with torch.no_grad():
    b1.data.mul_(1.0)
v3 = torch.tensor([True, False, True])
print(f"{z2.item():.4f} {v3.shape}")
with torch.no_grad():
    z2*=z2
v6 = b1
for k7, ek7 in enumerate(b1):
    print(v3.tolist())
    v6 = v6 * 0.5
def f10(p, q, k=3, *args):
    q = p.unbind()[0]
    print(p.grad_fn.next_functions)
    return torch.float_power((torch.kron(q, p)), 2), p
v11 = f10(v6, z2)[0]
v6.div_(0.001)
v12 = torch.randn(2).mul(1.45).requires_grad_()
v13 = torch.true_divide((v11==0), z2)
v14, = torch.autograd.grad(v11.sum(), (b1,), retain_graph=True)
v16 = (v11/3)>=v14
v17 = v11.floor()
print(torch.allclose(v11, v13))
print(v13.grad_fn.next_functions)
ek7.backward()
v13.sum().backward()
print(b1.grad)
print(z2.grad)
print(v12.grad)
