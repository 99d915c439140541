import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(836)
z1 = torch.randn(1, requires_grad=True)
x2 = torch.tensor([[1, 1, -2], [3, 2, -1], [3, 0, 2]]) > 0
z3 = torch.tensor([[-1.492, 1.09, -1.173]], requires_grad=True)
b4 = torch.tensor([-2.0], requires_grad=True)
v5 = torch.isclose(z3, b4)
v6 = F.logsigmoid(b4)
print(f"{v6}")
z7 = torch.tensor([-0.522, -1.349])
class C9(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, k):
        ctx.save_for_backward(u)
        ctx.k = k
        return u * u * k
    @staticmethod
    def backward(ctx, grad):
        u, = ctx.saved_tensors
        return grad * 2 * u * ctx.k, None
v10 = C9.apply(b4, 0.25)
v11 = torch.linalg.vector_norm(v10)
try:
    v12 = v5.all(1)
    v13 = torch.ones(2) + torch.ones(3)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v11.sum(-1, keepdim=True)
v15 = list(zip(v6, range(3)))
v16 = v6 * 1
k17 = 0
while v16.norm() < 2 and k17 < 5:
    k17 += 1
    v16 = v16.maximum((v12.unsqueeze(0)))
    v18 = v16.reshape(-1)
    v16 = v16 + k17
    if k17 == 1:
        break
print(f"{v11.item():.4f} {z1.shape}")
v19 = v10.clone()
k20 = 0
while v19.norm() < 5 and k20 < 3:
    k20 += 1
    v19 = z3.movedim(0, -1)
print(v11.grad_fn.next_functions)
v11.backward()
v19.sum().backward()
print(z1.grad)
print(z3.grad)
print(b4.grad)
