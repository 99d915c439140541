import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(806)
b1 = torch.tensor([[-0.34, 4.0, 0.172], [-0.7, -1.0, 0.66]], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor(0)
v3 = torch.acos((b1%(-0.5)))
v4 = torch.autograd.grad(v3.sum(), b1, create_graph=True)[0]
with torch.no_grad():
    v4.floor_()
v6 = torch.min(b1, (F.poisson_nll_loss(v3, v3.abs())))
v8 = b1/v3
v9 = F.mish(v8)
v10 = torch.special.expit((v9.view_as(v6)))
v12 = v3.lerp(v6, 0.5)
with torch.inference_mode():
    print(v10.shape, v10.dtype)
    v13 = v3[(0, 1)]
print('value', v3.max(), end=';\n')
x14 = torch.tensor([-2.0, -1.31, 1.41, -1.616], dtype=torch.float32)
v15 = v13
for k16 in range(4):
    v15 = v13.storage_offset()
v17 = v10 * 1
for k18 in range(2):
    v17 = F.relu((v13.detach().clone()))
    if k18 == 2:
        continue
x21 = torch.randn((), requires_grad=True)
v13
f22 = lambda p, q=0.5: (torch.stack((p, p, p))).as_strided((2, 2), (1, 1))
v23 = f22(v13, b1)
v24 = v23.gt(0.1)
torch.manual_seed(1)
net25 = nn.Linear(2, 2, bias=False)
for p in net25.parameters():
    nn.init.uniform_(p, -1, 1)
v26x, v26y = torch.randn(4, 2), torch.randint(0, 2, (4,))
v26o = torch.optim.SGD(net25.parameters(), lr=0.05, momentum=0.9, nesterov=True)
v26c = nn.CrossEntropyLoss()
for k in range(4):
    v26l = v26c(net25(v26x), v26y)
    v26o.zero_grad()
    v26l.backward()
    v26o.step()
    print(f'{k}: {v26l.item():.5f}')
print(sum(p.numel() for p in net25.parameters()))
v27 = v23.reshape(-1, 2)
v29 = torch.remainder(v9, x21)
v30 = torch.tensor(2., requires_grad=True)
v27.sum().backward()
print(b1.grad)
print(v13.grad)
print(x21.grad)
print(p.grad)
