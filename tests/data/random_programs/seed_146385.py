import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(352)
b1 = torch.tensor([[[0.2, 0.053, -0.508]], [[-1.47, -1.75, -1.9]]], requires_grad=True)
z2 = torch.tensor([4.0], requires_grad=True)
z3 = torch.tensor(3.0, requires_grad=True)
print('value', b1.max(), end=';\n')
a5 = torch.tensor([[0.93, 2.0], [-0.328, 1.49], [2.0, 0.96]], requires_grad=True)
x6 = torch.tensor([[[-0.18, 0.0], [0.32, 2.0]], [[0.224, -1.0], [-3.0, -0.1]]], requires_grad=True)
try:
    z3 = torch.slogdet(z3)[1]
except Exception as e:
    print(type(e).__name__, e)
v7 = b1.eq(b1)
x8 = torch.tensor(1.5, requires_grad=True)
for k in range(4):
    y9 = x8**4 - 3*x8**2 + 2
    y9.backward()
    print(k, x8.data, y9.item(), x8.grad)
    with torch.no_grad():
        x8 -= 0.1 * x8.grad
    x8.grad.zero_()
with torch.inference_mode():
    v10 = torch.tensor(3)
    v12 = (b1**3).tanh()
v13 = v10/2
v14 = torch.logaddexp(x8, y9)
v20 = torch.tensor(2., requires_grad=True)
y9.grad_fn
print(repr(k))
print(v14.grad_fn)
v21 = y9.unsqueeze(0)
v22 = sorted(v21.tolist(), reverse=True)
def f23(p, q):
    print(v22)
    v24 = torch.exp2(p)
    if p.sum() > 0:
        return v24.kthvalue(1)[0]
    return q
v25 = f23(v21, b1)
try:
    v26 = torch.tril((torch.dot(v14, v12)), -1)
except RuntimeError as e:
    print(type(e).__name__, e)
print(b1.grad)
print(z2.grad)
print(z3.grad)
print(a5.grad)
