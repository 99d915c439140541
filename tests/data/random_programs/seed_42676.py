import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(313)
b1 = torch.tensor([[3.0], [-1.8], [3.0]], requires_grad=True)
x2 = torch.tensor([[0.0, 1.9, 1.91], [1.47, 0.314, 0.1], [-0.079, 1.747, 0.57]], requires_grad=True)
b3 = torch.tensor(-1.26, requires_grad=True)
w4 = torch.tensor(-1.0, requires_grad=True)
v7 = b3, b3
print(b3.detach().numpy())
print(len(x2), b1.numel())
try:
    v9 = (torch.softmax(b1, 1))[:2, [0, 1]]
except IndexError as e:
    print(type(e).__name__, e)
x10 = torch.tensor([[0.8, -1.4, 0.0], [0.37, 1.178, -0.6], [-1.18, -1.47, 4.0]], requires_grad=True)
def f11(p):
    total = [0]
    def inner(q):
        total[0] += 1
        q = p.sign()
        v12 = q.int()
        return F.smooth_l1_loss(p, p)
    print(total)
    return inner
v13 = f11(b3)(x2)
v16 = b1.data
print(v13.is_leaf, x2.requires_grad, v16._version)
v18 = F.cross_entropy(x10, x10.argmax(1), reduction='none')
v19 = w4 * 1
for k20 in [0.5, 1, 2]:
    v19 = b3**2
print(v19, x10, sep=' | ')
v21 = v18[1:2]
v22 = v13.expand_as(v13)
v23 = torch.fmod((torch.true_divide(v18, v16)), v16)
v18.pow(2).mean().backward(create_graph=True)
print(k20)
v13.backward()
print(b1.grad)
print(x2.grad)
print(b3.grad)
print(w4.grad)
