import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(975)
x1 = torch.tensor([[-6, -1, 4]]) > 0
w2 = torch.tensor([[-0.79, 0.18], [-0.56, 1.639], [1.2, -1.4]], dtype=torch.float64, requires_grad=True)
z3 = torch.tensor([[-1.735, -3.0, -0.37], [-1.22, 0.16, 1.581], [1.16, -1.0, 0.0]], dtype=torch.float64, requires_grad=True)
z4 = torch.tensor([[-1.8, 1.07], [1.821, 1.49], [0.59, 0.41]], dtype=torch.float64, requires_grad=True)
v5 = z3
k6 = 0
while v5.norm() < 2 and k6 < 3:
    k6 += 1
    print(type(v5), w2.type())
z7 = torch.tensor([[-1.53, 1.684], [1.73, 0.3], [-0.62, 1.053]], dtype=torch.float64, requires_grad=True)
v8 = z7.sort(-1, descending=True)[1]
v9 = torch.numel(v8)
print(v8)
v10 = (z3.argmax(0)).sum(dtype=torch.float64)
v13 = z7[[0, 0, 1]]
if w2.requires_grad:
    v15, v152 = v5, v13
    v14 = x1^x1
    v14 = torch.fmin(z7, z7)
else:
    v14 = torch.softmax(v14, -1)
    v14 = torch.rad2deg(z4)
with torch.no_grad():
    v152.sub_(z7)
v17 = +(v15.nansum(-2))
try:
    v18 = 2.0-v152
    v19 = int('x')
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v20 = torch.linalg.norm((z4.sort()[0]), 'fro')
v21 = F.hardswish((torch.float_power(v18, 2)))
v22 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
v23 = torch.ravel(v5)
v24 = v20.bool()
v14 = v13.sin()
v25 = (v14//(-0.95)).sin()
v20.backward()
v18.sum().backward()
print(w2.grad)
print(z3.grad)
print(z4.grad)
print(v5.grad)
