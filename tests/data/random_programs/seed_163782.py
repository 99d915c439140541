import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(563)
w1 = torch.tensor([4.0, 0.0, -1.42, 0.4], requires_grad=True)
x2 = torch.tensor(-0.97, requires_grad=True)
w1.grad
class C3(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(3.0))
    def forward(self, u):
        return self.w * (u.to(u.dtype))
v4 = C3()
print(v4)
v4r = v4(x2).sum()
v4r.backward()
print(v4.w.grad)
v5 = torch.minimum((w1+True), x2)
v6 = nn.L1Loss(reduction='sum')(v5, x2)
v7 = v5.expand_as(v5)
v7[0].mul_(3.0)
v8 = torch.autograd.grad(v6, [x2, x2], allow_unused=True)
v7.select(0,0).add_(v7.mean())
a10 = torch.tensor([-0.7, -1.55, 3.0, 1.4], requires_grad=True)
print(v8)
v11 = torch.reciprocal((x2.clamp((-0.5), 0.001)))
v12 = nn.L1Loss(reduction='sum')((torch.max(v5, a10)), v6)
v13 = 3 // 2 + 2 % 3 - 2 ** 2
print(v6.grad_fn)
print(type(a10), v11.type())
v15 = v12 + 0
v15.fill_(0.1)
v16 = torch.histc(v11.detach(), 4)
print('value', w1.max(), end=';\n')
print(w1.grad)
print(x2.grad)
print(a10.grad)
