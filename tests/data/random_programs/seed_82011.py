import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(512)
z1 = torch.tensor([[-0.4, 0.38, 0.15], [1.0, -1.583, 1.431]], requires_grad=True)
w2 = torch.tensor([1.7], requires_grad=True)
a3 = torch.tensor([[-0.4], [1.52], [-0.8]], requires_grad=True)
v4 = w2.add(w2)
x5 = torch.tensor(-2.0, requires_grad=True)
for k in range(2):
    y6 = torch.sin(x5) + 0.1*x5**2
    y6.backward()
    print(k, x5, y6.item(), x5.grad)
    x5.data -= 0.1 * x5.grad.data
    x5.grad.data.zero_()
v7 = w2.clone()
for k8 in [0.5, 1, 2]:
    v7 = F.cross_entropy(a3, (torch.logical_and(x5, a3)).argmax(1), weight=torch.rand(1))
    v7 = v7 + k8
v10 = w2.clone()
for k11 in [0.5, 1, 2]:
    v10 = torch.positive((torch.lerp(w2, v7, 0.001)))
    v12 = torch.relu(z1)
    v10 = v10 * v10 * 0.3
v7.grad_fn
v15 = {i: e.item() for i, e in enumerate(v4)}
print(f"{v7.item():.4f} {y6.shape}")
v4.sum().backward(retain_graph=True)
print(f'{v7:.3f}')
v10.tanh_()
f16 = lambda p, q=2.0: (p.sigmoid()).prod()
v17 = f16(v7, x5)
v12.grad_fn
print(v15)
v18 = torch.linalg.norm(v12)
try:
    print(str(v7))
    v20 = torch.ones(3)[99]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
print(k8)
v21 = y6
k22 = 0
while v21.norm() < 100 and k22 < 3:
    k22 += 1
    torch.autograd.backward(v18.sum(), retain_graph=True)
v10.backward()
print(z1.grad)
print(w2.grad)
print(a3.grad)
print(x5.grad)
