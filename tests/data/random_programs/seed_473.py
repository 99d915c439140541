import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(381)
x1 = torch.tensor([[-2, -2, 0]])
z2 = torch.tensor([[-1.4, -1.0], [1.52, 4.0]])
w3 = torch.tensor([[[-1.02, -1.044], [3.0, 2.0]], [[-1.24, -0.44], [1.12, 1.3]]])
a4 = torch.tensor(-2.0, dtype=torch.float64, requires_grad=True)
v5 = F.leaky_relu(a4)
print([x1, x1])
class C6(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(-1.5))
    def forward(self, u):
        return self.w * (u.sum())
v7 = C6()
print(v7)
v7r = v7(w3).sum()
v7r.backward()
print(v7.w.grad)
v8 = torch.is_tensor(z2)
v10 = torch.zeros(2, 2)
v5.grad_fn
v14 = torch.autograd.grad(v5, a4, grad_outputs=torch.ones_like(v5))
v15 = z2.unsqueeze(0)
v15.zero_()
z16 = torch.tensor([1.36, -1.88, -1.0], dtype=torch.float64, requires_grad=True)
v17 = z16[5:]
class C18(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, k):
        ctx.save_for_backward(u)
        ctx.k = k
        return u * u * k
    @staticmethod
    def backward(ctx, grad):
        u, = ctx.saved_tensors
        return grad * 2 * u * ctx.k, None
v19 = C18.apply(a4, 0.16)
v20 = torch.stack([e * 2 for e in z16])
print(v19)
v15 = x1%4
v22 = torch.lgamma(z16.abs()+0.5)
v23 = a4.register_hook(lambda q: q.clamp(-1, 1))
def f24(p):
    total = [0]
    def inner(q):
        total[0] += 1
        q.normal_()
        return torch.sinh(q)
    print(total)
    return inner
v25 = f24(v10)(v22)
torch.autograd.backward(v17.sum(), retain_graph=True)
v26 = z16.grad.norm()
print([v19, v19])
print(a4.grad)
print(z16.grad)
