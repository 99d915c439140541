import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(993)
a1 = torch.tensor(0.585, requires_grad=True)
z2 = torch.tensor([[2.0, -0.951, -0.3]], requires_grad=True)
print(f'{z2.sum().item():+.2e} {2:03d}')
v3 = torch.fmax(a1, a1)
v3 = F.logsigmoid((1/(1+torch.exp(-z2))))
v3.sum().backward(retain_graph=True)
v3.backward(torch.ones_like(v3))
try:
    print(torch.allclose(v3, v3))
    v5 = int('x')
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
print('value', a1.max(), end=';\n')
v6 = (torch.isclose(z2, v3)).aminmax()[0]
z2//0.001
v10 = z2.aminmax()[0]
v14 = v3.max(0)[1]
v16 = max(a1, v10)
v3.retain_grad()
v17 = v16 * 1
k18 = 0
while v17.norm() < 100 and k18 < 3:
    k18 += 1
    print(a1.grad)
    v17 = v17 * 0.5
    if k18 == 2:
        break
v19 = z2.mT
print(v16)
v20 = torch.bincount(v14.flatten().abs())
v21 = F.kl_div(F.log_softmax(v19, -1), F.softmax(v16, -1), reduction='batchmean')
v22, v222 = v3, v16
z2.grad.data.zero_()
v28 = v222.log()
v17.backward()
print(a1.grad)
print(z2.grad)
print(v16.grad)
print(v222.grad)
