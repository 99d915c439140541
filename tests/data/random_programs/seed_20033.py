import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(774)
w1 = torch.tensor([[-1, -3, 2], [-2, 0, 8], [1, 3, 2]]) > 0
a2 = torch.tensor([0.0, 0.81, 0.5], dtype=torch.float64, requires_grad=True)
print(f"{w1!r:>5}")
a2 = a2//w1
a2.retain_grad()
x3 = torch.tensor([[0.03, 1.39, 4.0]], dtype=torch.float64, requires_grad=True)
class C4:
    def __init__(self, w):
        self.w = w
    def __call__(self, u):
        return self.w * (torch.heaviside(u, u))
    def __repr__(self):
        return f'C4({self.w})'
v5 = C4(0.001)
print(v5)
v5r = v5(x3)
print(a2.grad)
with torch.no_grad():
    a2.add_((-1.07))
v10 = a2.requires_grad
v11 = np.mean(x3.tolist())
print(x3.tolist())
v12 = torch.where((x3.transpose(0, -1))<a2, 3.0, x3)
print([a2, x3])
v13 = F.mse_loss(x3, x3)
v14 = 1/(1+torch.exp(-a2))
with torch.no_grad():
    v13.normal_()
v15 = a2.reshape(-1)
try:
    v15.triu_()
except IndexError as e:
    print(type(e).__name__, e)
v13.backward()
print(x3.grad)
