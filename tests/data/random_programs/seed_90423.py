import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(615)
w1 = torch.tensor([[[1.1, 1.03, 0.254]], [[-2.0, -0.4, -1.0]]], requires_grad=True)
b2 = torch.tensor([3.0, -2.0, -1.48], requires_grad=True)
v3 = (torch.fmod(w1, w1)).amax(-1)
v4 = w1.reshape(-1)
v5 = b2
k6 = 0
while v5.norm() < 2 and k6 < 4:
    k6 += 1
    w1.data[0]=0.5
    v5 = F.relu6(v3)
v7 = 1/(1+torch.exp(-v3))
v8 = v4.register_hook(lambda q: q * 2)
b2 = torch.linalg.vector_norm(v5)
b9 = torch.tensor([-1.61, -1.97, -1.548, -1.34], requires_grad=True)
v10 = 0.5*(b2**2).sum()
v11 = v5.var()
try:
    v13 = torch.clone()
except Exception as e:
    print(type(e).__name__, e)
v14 = torch.min(v4, v4)
try:
    print(b9.grad_fn)
    v15 = torch.tensor([1, 2]).backward()
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v16 = b2+v10
v17, v172 = v14, v3
v16.backward()
v14.sum().backward()
print(w1.grad)
print(v5.grad)
print(b9.grad)
