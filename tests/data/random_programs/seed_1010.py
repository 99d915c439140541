import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(252)
x1 = torch.tensor([-0.25, 0.92, -1.0, 0.41], requires_grad=True)
z2 = torch.tensor(0.97, requires_grad=True)
w3 = torch.tensor([[1.9, -0.3, -3.0], [-1.8, -1.2, -0.85]], dtype=torch.float32)
z4 = torch.tensor([[1.8], [-0.096], [-1.28]], requires_grad=True)
if x1.requires_grad:
    print(z2.tolist())
    print(w3, w3, sep=' | ')
    v5 = x1-z4
else:
    v6 = z2.is_floating_point()
    v5 = z2.max(2).values
with torch.enable_grad():
    v8 = (torch.linalg.norm(x1)).to(torch.float64)
    print(type(z4), z2.type())
v9 = z4.expand_as(z4)
with torch.set_grad_enabled(True):
    v10 = torch.rand(2, 2, requires_grad=True)
    v11 = torch.addcmul(v8, v8, z2, value=2.0)
v12 = v8 + 0
v12.tanh_()
v13 = torch.autograd.grad(v11, [v10, v10], allow_unused=True)
f14 = lambda p, q=-1.5: torch.prod(p, 1)
v15 = f14(v9, v11)
v16 = x1[range(2)]
print(v13)
print(v9.grad_fn.name())
v17 = nn.Parameter(torch.randn(4))
with torch.no_grad():
    v11.erf_()
print(v8.item())
with torch.enable_grad():
    v18 = v17.std(unbiased=False)
    v20 = v15.diag()
print(v10.detach().numpy())
v22 = v12 * 1
v23 = F.selu((torch.logaddexp(v18, v18)))
v25 = torch.randn(3).mul((-1.5)).requires_grad_()
v12.backward()
v18.sum().backward()
print(x1.grad)
print(z2.grad)
print(z4.grad)
print(v10.grad)
