import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(490)
w1 = torch.tensor([[-0.39, 3.0, 2.0], [0.3, 1.162, 0.1], [-0.6, 0.73, -0.37]], requires_grad=True)
a2 = torch.tensor([[1.98, 1.7, 0.6]], requires_grad=True)
w3 = torch.tensor([1.171], requires_grad=True)
z4 = torch.tensor([0.2, 0.323, 0.3], requires_grad=True)
try:
    w3.diagonal().zero_()
except Exception as e:
    print(type(e).__name__, e)
v5 = (z4.chunk(2)[0]).clamp_min(1.0)
print(v5.is_leaf, v5.requires_grad, v5._version)
v6 = [*z4]
print(len(w3), w3.numel())
w7 = torch.tensor([[0.0, 0.26], [1.0, 0.0]], requires_grad=True)
with torch.inference_mode():
    v9 = 3/v5
    v11 = torch.minimum(w1, a2)
v15 = divmod(1, 2), abs((-1.5)), pow(4, 3)
v16 = z4, w3
print(v11.detach())
v17 = torch.addcdiv(a2, (v11/v11), z4, value=1.0)
a2 = torch.broadcast_tensors(v17, z4)[1]
torch.autograd.backward(v5.sum(), retain_graph=True)
v18 = v11 * 1
k19 = 0
while v18.norm() < 5 and k19 < 5:
    k19 += 1
    v18 = v18//(len(v5))
    v20 = torch.logical_not((torch.logical_and(w1, v17)))
    v18 = v18 * v18 * 0.3
v21 = torch.slogdet(v11)[1]
print(type(v9), v20.type())
v22 = F.mse_loss(v18, w3)
v23 = v18.floor()
torch.manual_seed(81)
net24 = nn.Linear(2, 2)
print(net24)
v25x, v25y = torch.randn(4, 2), torch.randint(0, 2, (4,))
v25o = torch.optim.SGD(net24.parameters(), lr=0.1)
v25c = nn.CrossEntropyLoss()
for k in range(4):
    v25l = v25c(net24(v25x), v25y)
    v25o.zero_grad()
    v25l.backward()
    v25o.step()
    print(f'{k}: {v25l.item():.5f}')
print(v25o)
x27 = torch.tensor(1.5, requires_grad=True)
for k in range(5):
    y28 = (x27 - 3)**2 + 1
    y28.backward()
    print(k, x27.detach(), y28.item(), x27.grad)
    with torch.no_grad():
        x27 = x27 - 0.1 * x27.grad
    x27.requires_grad_()
with torch.set_grad_enabled(False):
    v30 = v20^v20
    v31 = F.gelu(v21)
v32 = F.binary_cross_entropy(torch.sigmoid(v21), (x27>0).float())
v22.backward()
print(w1.grad)
print(w3.grad)
print(z4.grad)
print(w7.grad)
