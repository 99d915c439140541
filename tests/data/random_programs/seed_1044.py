import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(771)
a1 = torch.tensor([[1.49], [0.0], [-1.9]])
x2 = torch.tensor([[-0.87, -1.23, 0.0], [-3.0, -1.03, 0.583]], dtype=torch.float64, requires_grad=True)
z3 = torch.tensor([[0.43, 0.98], [1.3, -3.0]], dtype=torch.float64, requires_grad=True)
z4 = torch.tensor(-0.573)
print(x2.grad)
v6 = torch.trace((x2[:2, [0, 1]]))
print(str(z3))
v7 = torch.autograd.grad(v6, x2, grad_outputs=torch.ones_like(v6))
v8 = 2**a1
w10 = torch.tensor([-1.7, -0.0, -1.0], dtype=torch.float64, requires_grad=True)
v11 = z4.kthvalue(1)[0]
print(round(v6.item(), 4))
with torch.no_grad():
    a1.requires_grad_()
v6.grad_fn
v12 = torch.float_power(z3, 2)
v14 = list(enumerate('xyz', 4))
print(round(z4.item(), 4))
f15 = lambda p, q=-1.5: F.huber_loss(q, q, delta=1.0)
v16 = f15(v6, v11)
v20 = torch.heaviside(v12, v12)
v12.sum().backward()
print(a1.grad)
print(x2.grad)
print(z3.grad)
print(w10.grad)
