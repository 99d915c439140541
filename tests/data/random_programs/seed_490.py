import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(485)
x1 = torch.tensor([[-0.017, -0.338, -1.05]], requires_grad=True)
w2 = torch.tensor([[3.0], [3.0], [0.633]], requires_grad=True)
b3 = torch.tensor([[-0.57, 0.14, 0.13]], requires_grad=True)
b4 = torch.tensor([[0.0, -1.705, 1.98], [-2.0, -1.52, 0.09], [-0.81, 0.32, -0.7]], dtype=torch.float64)
v5 = w2.diag()
with torch.no_grad():
    v6 = b3-v5
    torch.relu_(b4)
v9 = v6>v5
v10 = torch.from_numpy(np.arange(3.))
v11 = v10 * 1
k12 = 0
while v11.norm() < 5 and k12 < 4:
    k12 += 1
    v11 = 1/(v11[np.array([0, 1])])
    v11 = torch.trapz((torch.sinc(v11)))
    v11 = v11 * v11 * 0.3
v13 = v6!=v5
b3.grad
v14 = b3.to(torch.float64)
v15 = torch.positive(v5)
f16 = lambda p, q=3.0: q[0, :, None]
v17 = f16(v15, x1)
v18 = torch.where(v11<w2, (-1.5), x1)
v5.retain_grad()
print(v18.norm())
v5.backward()
v15.sum().backward()
print(x1.grad)
print(w2.grad)
print(b3.grad)
