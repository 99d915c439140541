import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(998)
x1 = torch.tensor([0.0, 0.19, 0.4, 1.43], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor(0.0)
v3 = b2 * 1
k4 = 0
while v3.norm() < 100 and k4 < 2:
    k4 += 1
    print('%.4f' % b2, b2.item() > 0)
    v3 = v3 - 0.1 * v3 ** 3
    if k4 == 2:
        continue
x5 = torch.tensor([[-1.7], [0.4], [4.0]])
v6 = x1.lerp(x1, 0.5)
v7 = x5.clone()
for k8 in [0.5, 1, 2]:
    v7 = v3+v6*v6-v6/2.0
    v7 = v7 * 0.5
print(k8)
v10 = [torch.sin(e) for e in v6][0]
try:
    v11 = torch.square((v7//v7))
    v12 = torch.ones(2, 3) @ v6
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v10.backward()
print(x1.grad)
