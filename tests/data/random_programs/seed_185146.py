import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(363)
w1 = torch.tensor([[-0.164, 0.43, 4.0], [1.0, -1.0, 0.24]], requires_grad=True)
x2 = torch.tensor([[[-1.34, 1.0, -1.179]], [[0.53, 2.0, -0.38]]], requires_grad=True)
v3 = x2[:0]
b4 = torch.tensor([[-0.9, 1.54], [1.07, 1.76]], requires_grad=True)
v6 = x2.lerp(x2, 0.5)
v7 = b4.argmax(0)
v8 = b4.register_hook(lambda q: q.clamp(-1, 1))
v9 = b4.reshape(-1)
v10 = b4.expand_as(b4)
b11 = torch.tensor([[[3, 8, 0]], [[-6, -1, 0]]]) > 0
def f12(p):
    total = [0]
    def inner(q):
        total[0] += 1
        pass
        return q%(q[[0], [1]])
    print(total)
    return inner
v13 = f12(v9)(b4)
v14 = v10.new_ones(2, 4)
with torch.no_grad():
    v9/=2.0
v15 = type(v13).__name__
torch.manual_seed(37)
net16 = nn.Sequential(nn.Linear(3, 2), nn.Softplus(), nn.Dropout(0.), nn.Linear(2, 1))
print(net16)
v17x, v17y = torch.randn(4, 3), torch.randint(0, 1, (4,))
v17o = torch.optim.SGD(net16.parameters(), lr=0.1, weight_decay=0.01)
v17c = nn.CrossEntropyLoss()
for k in range(3):
    v17l = v17c(net16(v17x), v17y)
    v17o.zero_grad()
    v17l.backward()
    torch.nn.utils.clip_grad_norm_(net16.parameters(), 0.5)
    v17o.step()
    print(f'{k}: {v17l.item():.5f}')
for name, p in net16.named_parameters():
    print(name, p.shape, p.grad)
v18 = v6.new_ones(2, 2)
v20 = v18.unsqueeze(0)
try:
    v20[:,0]=v18
except RuntimeError as e:
    print(type(e).__name__, e)
print(v14)
v21 = v20.softmax(-1)
v22 = torch.cat([e.view(1) for e in v9])
v3.sum().backward()
print(w1.grad)
print(x2.grad)
print(b4.grad)
print(p.grad)
