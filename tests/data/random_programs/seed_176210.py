import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(700)
b1 = torch.tensor(1.25, requires_grad=True)
w2 = torch.randn((), requires_grad=True)
w3 = torch.tensor([0.74, 3.0, -1.8, 3.0], requires_grad=True)
b4 = torch.tensor([[[0, 2], [6, -3]], [[0, -3], [0, -1]]])
def f5(p):
    total = [0]
    def inner(q):
        total[0] += 1
        pass
        return q/q.norm()
    print(total)
    return inner
v7 = f5(b1)(b1)
v8 = torch.logical_or(b4, b4)
class C11:
    def __init__(self, w):
        self.w = w
    def __call__(self, u):
        return self.w * (u-u.mean(0))
    def __repr__(self):
        return f'C11({self.w})'
v12 = C11(0.5)
print(v12)
v12r = v12(b1)
with torch.inference_mode():
    v14 = b4[(0, 1)]
    v7.backward(retain_graph=True)
v15 = torch.stack([w3, w3], 0)
v16 = v8.repeat(1, 2, 1)
w17 = torch.tensor([[-1.783, 0.0], [-1.694, 1.243], [-0.8, 1.21]], requires_grad=True)
v7.sum().backward()
v15
v7.backward(inputs=[w3])
v14[[0, 1]]
z19 = torch.tensor(1.51, requires_grad=True)
v15.sum().backward()
print(b1.grad)
print(w2.grad)
print(w3.grad)
print(w17.grad)
