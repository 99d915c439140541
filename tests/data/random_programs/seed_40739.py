import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(647)
w1 = torch.tensor(-1.6, requires_grad=True)
z2 = torch.tensor(-0.9, requires_grad=True)
w3 = torch.tensor([[1.06, -0.3], [0.92, 1.0]], requires_grad=True)
with torch.no_grad():
    w1.reciprocal_()
v6 = torch.square((torch.isfinite(w3)))
try:
    v8 = (torch.sqrt(w1)).roll(2, 2)
except IndexError as e:
    print(type(e).__name__, e)
print(w1)
print(round(w1.item(), 4))
if (z2 > 0).any():
    v10 = len((w3.var(-2, unbiased=False)))
    v11 = v9.flatten()
    v9 = v11.sub(w3)
else:
    v12 = (w3+w3).chunk(2)[0]
    v9 = v12.sin()
def f13(p):
    total = [0]
    def inner(q):
        total[0] += 1
        pass
        return (q-q.mean())/p.std()
    print(total)
    return inner
v15 = f13(v9)(z2)
v16 = w3.type(torch.float64)
v16 = v6>>1
with torch.no_grad():
    print(type(v15), v6.type())
    v18 = v6**2
v19 = torch.linalg.matrix_norm(v9)
print(w1.grad)
v23 = v18.double()+v12
v25 = (v19.clamp(2.0, (-1.5)))+z2
try:
    v26 = torch.diag_embed((v25.cumsum(0)))
except IndexError as e:
    print(type(e).__name__, e)
print(v19.grad)
v27 = torch.tensor(np.linspace(0, 1, 4))
v28 = w1.clone()
x29 = torch.tensor([-0.95, -1.9, 2.0, -2.0], requires_grad=True)
v30 = (torch.log1p(v19)).int()
v9.sum().backward()
v28.backward(inputs=[z2])
print(w1.grad)
print(z2.grad)
print(w3.grad)
print(x29.grad)
