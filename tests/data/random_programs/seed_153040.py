import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(87)
z1 = torch.tensor([[-0.941, 1.785], [-0.198, 1.6], [-0.98, -0.51]], requires_grad=True)
x2 = torch.tensor([[[-1, 2, -1]], [[-3, 1, -1]]])
z3 = torch.tensor([[1.69, -1.03], [-1.9, 1.01], [-0.14, -1.23]], requires_grad=True)
x4 = torch.tensor([[1.429, 1.8, -0.251], [0.88, 1.0, 1.101], [4.0, -1.72, 1.29]], requires_grad=True)
try:
    v5 = (F.cross_entropy(z1, x4.argmax(1), weight=torch.rand(4))).topk(1, 0)[0]
except Exception as e:
    print(type(e).__name__, e)
v8 = (z3//z3).sum((-1, 0))
x2[None]
class C10:
    def __init__(self, w):
        self.w = w
    def __call__(self, u):
        return self.w * (u.std())
    def __repr__(self):
        return f'C10({self.w})'
v11 = C10(0.25)
print(v11)
v11r = v11(v8)
try:
    v12 = nn.HuberLoss()((x2.reshape(2, -1)), v8)
except Exception as e:
    print(type(e).__name__, e)
F.poisson_nll_loss(v8, z1.abs())
v13 = (v8-z1.mean())/z1.std()
print([z3, x4])
with torch.no_grad():
    x4.sqrt_()
print(z1.grad)
print(z3.grad)
print(x4.grad)
