import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(833)
w1 = torch.tensor(-0.96, dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([1.11, 3.0, -1.66])
x3 = torch.tensor(2)
try:
    v4 = w2.expand(2, -1, -1)
except Exception as e:
    print(type(e).__name__, e)
v5 = w1.item()
v6 = torch.norm(w2)
v7 = w1
k8 = 0
while v7.norm() < 2 and k8 < 5:
    k8 += 1
    v7 = torch.mul(v7, v6)
v11 = v7.expand_as(v7)
v11.clamp_(0,1)
v11.backward(torch.ones_like(v11))
v12 = F.huber_loss(w2, w2, delta=1.0)
v13 = torch.from_numpy(np.arange(3.))
v14 = x3.numel()
x15 = torch.tensor([[-1.141], [-0.5], [-0.94]], dtype=torch.float64, requires_grad=True)
v18 = v6.detach().clone()
try:
    v22 = torch.reciprocal((w1[v18>0.001]))
    v23 = int('x')
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v25 = v11.register_hook(lambda q: print('hook', q))
v26 = F.mish(v18)
v28 = (torch.isnan(v12)).pow(2)
v22.backward()
print(w1.grad)
print(x15.grad)
