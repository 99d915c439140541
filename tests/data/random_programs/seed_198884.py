import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(699)
z1 = torch.tensor([-0.6], dtype=torch.float64, requires_grad=True)
z2 = torch.tensor([1.0, 0.0, 0.406])
a3 = torch.tensor([-0.65, -1.48], dtype=torch.float64, requires_grad=True)
v4 = a3.mul(3.0)
v5 = torch.tensor([[0.1, 3], [4, 0.001]])
a7 = torch.tensor([1, 4, -1])
v8 = z2 * 1
v8.pow_(2)
print(v8.grad_fn)
v4.sum().backward(retain_graph=True)
try:
    print(z1.grad)
    v9 = float(a3)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v10 = sum(e ** 2 for e in v4)
v11 = (torch.full_like(v10, 0.001)).std(unbiased=False)
v13 = (v10.norm()).tanh()
v14 = (a7.float().mean()).tolist()
w15 = torch.tensor([[1.065, 4.0, -3.0]], dtype=torch.float64, requires_grad=True)
try:
    v16 = torch.linalg.svdvals((torch.log1p(w15)))
except _LinAlgError as e:
    print(type(e).__name__, e)
v17 = (torch.logical_or(v13, v13))//w15
v10.normal_()
v18 = {'a': v13, 'b': 3}
v10.backward()
print(z1.grad)
print(a3.grad)
print(w15.grad)
