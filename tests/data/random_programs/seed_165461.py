import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(150)
a1 = torch.tensor([1.39, -0.14, 3.0], dtype=torch.float64)
b2 = torch.tensor(4.0, requires_grad=True)
z3 = torch.tensor([[[-0.02, 1.193, 1.062]], [[1.64, 1.6, 0.0]]], requires_grad=True)
v5 = torch.nonzero(z3)
v6 = torch.einsum('i, j->ij', a1, a1)
v7 = b2.register_hook(lambda q: q.clamp(-1, 1))
x8 = torch.tensor(1.5, requires_grad=True)
for k in range(5):
    y9 = torch.sin(x8) + 0.1*x8**2
    y9.backward()
    print(k, x8.tolist(), y9.item(), x8.grad)
    x8.data -= 0.1 * x8.grad.data
    x8.grad.data.zero_()
v10 = torch.erf(a1)
z13 = torch.tensor([[[-1.36, -2.0, 1.07]], [[0.55, 0.34, 4.0]]], requires_grad=True)
v14 = torch.empty(0)
v15 = F.cosine_similarity(y9, x8, dim=0)
b17 = torch.tensor([4.0], requires_grad=True)
print(k)
v18 = F.batch_norm((v14.int()), None, None, training=True)
print('value', v15.max(), end=';\n')
v19 = v15.int()
v20 = F.threshold(v14, 0.1, (-0.5))
try:
    v21 = torch.randn(3, 1)
    v22 = [1.0][2]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
torch.manual_seed(72)
net23 = nn.Linear(3, 1)
v24x, v24y = torch.randn(4, 3), torch.randint(0, 1, (4,))
v24o = torch.optim.RMSprop(net23.parameters(), lr=0.01)
v24c = nn.CrossEntropyLoss()
for k in range(1):
    v24l = v24c(net23(v24x), v24y)
    v24o.zero_grad()
    v24l.backward()
    v24o.step()
    print(f'{k}: {v24l.item():.5f}')
print(v24o)
v29 = (torch.add(v14, b17, alpha=0.25)).norm(p=2, dim=-1)
def f31(p, q, k=3, *args):
    v32 = q.reciprocal()
    q = v32.std(unbiased=False)
    return +(torch.log2(q))
v33 = f31(v6, v15)
v14 = b17.exp()
print(v33, v33, sep=' | ')
v14.sum().backward()
v34 = F.batch_norm(((v15-v20)**2), None, None, training=True)
print(b2.grad)
print(z3.grad)
print(x8.grad)
print(z13.grad)
