import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(694)
b1 = torch.tensor([-1.0, 0.72, -2.0], requires_grad=True)
z2 = torch.tensor([[-0.35, 1.05, -1.7], [4.0, -0.96, -0.52]], requires_grad=True)
v3 = z2
k4 = 0
while v3.norm() < 2 and k4 < 5:
    k4 += 1
    v3 = torch.numel(z2)
v5 = z2**-1
v6 = torch.column_stack((v5, v5))
with torch.no_grad():
    v6**=2
v8 = b1 * 1
for k9 in range(2):
    print(z2.detach().numpy())
    v8 = v3.std(-1, keepdim=True)
v10 = F.softsign((v3[...]))
w11 = torch.tensor([[1.0, 0.85, -1.1], [-1.95, 0.019, 0.07]], requires_grad=True)
try:
    v12 = torch.linalg.norm((v10.min()), 'fro')
except Exception as e:
    print(type(e).__name__, e)
v14 = F.leaky_relu(v6, 0.1)
with torch.no_grad():
    v10.abs_()
print(w11.detach())
v17 = (F.cross_entropy(v14, v5.argmax(1), reduction='none'))<2.0
v5.sum().backward()
print(b1.grad)
print(z2.grad)
print(v3.grad)
print(w11.grad)
