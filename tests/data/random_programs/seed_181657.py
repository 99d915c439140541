import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(419)
z1 = torch.tensor([[[-1, 2, -1]], [[-3, -1, 0]]])
a2 = torch.tensor([[1.33], [-0.577], [0.55]], requires_grad=True)
with torch.inference_mode():
    v3 = a2.as_strided((2, 2), (1, 1))
    v4 = torch.log(torch.exp(a2)+1)
try:
    v5 = F.softplus(v3)
    v6 = a2.foo
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
print(v5.norm())
def f7(p, q):
    v8 = torch.linalg.norm(q, dim=-2)
    if p.sum() > 0:
        return (torch.fmin(q, p))[2:1]
    return q
v9 = f7(v3, v5)
v11 = F.dropout(v5, 0.5, training=False)
v12 = v3.detach()
v12.requires_grad_()
v14 = v11.sum().item()
v16 = torch.tensor(0.1, requires_grad=True)
v17 = v5.var()
print(v16.grad)
print(type(v5), v12.type())
v17.pow(2).mean().backward(create_graph=True)
b18 = torch.tensor([[-1.0], [3.0], [-1.03]], requires_grad=True)
with torch.no_grad():
    v12.detach_()
v22 = torch.arange(2., requires_grad=True)
v17.backward()
print(a2.grad)
print(v3.grad)
print(v16.grad)
print(b18.grad)
