import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(215)
z1 = torch.randn(1, requires_grad=True)
w2 = torch.tensor([-1.1], dtype=torch.float64, requires_grad=True)
def f3(p):
    total = [0]
    def inner(q):
        total[0] += 1
        pass
        return F.log_softmax(p, dim=-1)
    print(total)
    return inner
v4 = f3(z1)(w2)
v5 = torch.quantile(w2, 0.5)
print(w2.is_leaf, w2.requires_grad, w2._version)
v6 = w2 * 1
v6.masked_fill_(v5>0.5,3.0)
v7 = torch.addr(w2, v4, v6)
v8 = v6.view_as(z1)
v10 = torch.addcmul((v6<1.0), w2, v5, value=(-1.5))
v11 = v6 + 0
v11.normal_()
v12 = torch.empty(0)
with torch.set_grad_enabled(False):
    v13 = torch.deg2rad(v6)
    print(v11.shape, w2.dtype)
try:
    v14 = 0.001**v12
    v15 = torch.ones(2) + torch.ones(3)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v11.sqrt_()
v16 = z1.detach()
v16.relu_()
w17 = torch.tensor([[-0.5], [0.19], [-0.65]], dtype=torch.float64, requires_grad=True)
print(f"{v14}")
v14.fmod_(2.0)
v18 = v5.item()
with torch.set_grad_enabled(False):
    v19 = torch.trapz(v14)
    v20 = torch.linalg.vector_norm(v19)
v8.backward()
v5.sum().backward()
print(z1.grad)
print(w2.grad)
print(w17.grad)
