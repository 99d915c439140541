import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(606)
z1 = torch.tensor([2.0, -0.95, -1.27], requires_grad=True)
b2 = torch.tensor([0.24, 1.43, 1.587, -1.9], requires_grad=True)
w3 = torch.tensor([[1.07, -1.0, -0.5], [0.31, -1.81, 1.22]], requires_grad=True)
x4 = torch.tensor([[-1.74, -0.5, -3.0], [-3.0, -0.53, -1.18], [0.351, -0.3, -3.0]], requires_grad=True)
print([x4, x4])
v5 = F.softsign(w3)
try:
    v6 = x4[x4.argmax()]
except IndexError as e:
    print(type(e).__name__, e)
print(len(v5), z1.numel())
v8 = v5[:0]
torch.manual_seed(61)
net9 = nn.Linear(2, 1)
for p in net9.parameters():
    nn.init.constant_(p, 0.3)
v10x, v10y = torch.randn(4, 2), torch.randint(0, 1, (4,))
v10o = torch.optim.Adam(net9.parameters(), lr=0.01, weight_decay=0.1)
v10c = nn.CrossEntropyLoss()
for k in range(4):
    v10l = v10c(net9(v10x), v10y)
    v10o.zero_grad()
    v10l.backward()
    v10o.step()
print(v10o)
v8 = p==v5
v11 = v8&v8
print(b2, w3, sep=' | ')
with torch.no_grad():
    b2.select(0,0).add_(b2.mean())
v12 = (v11[0, :, None])**3.0
try:
    v13 = torch.cdist(x4, (v12.gt(0.001)))
except Exception as e:
    print(type(e).__name__, e)
try:
    v14 = torch.linalg.matrix_norm(v12)
    v15 = v5.view(7, 7)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
with torch.no_grad():
    v16 = torch.trapz(v12)
    v18 = F.mse_loss((v12.fliplr()), p, reduction='none')
with torch.no_grad():
    v12.data.mul_(0.25)
v19 = F.smooth_l1_loss((v18.lerp(v14, 0.5)), v18, beta=0.5)
v14 = torch.round(v12)
v5.sum().backward()
print(z1.grad)
print(b2.grad)
print(w3.grad)
print(x4.grad)
