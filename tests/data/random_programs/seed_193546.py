import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(721)
z1 = torch.tensor([1.8, -1.3, 0.29], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([-1, 0, -2]) > 0
with torch.no_grad():
    z1.mul_(z1)
v5 = z1.view_as(z1)
v7 = v5.float()
v5.backward(torch.randn_like(v5), retain_graph=True)
v9 = torch.logaddexp(v5, v5)
v10 = v9.any()
v11 = z1.register_hook(lambda q: q.clamp(-1, 1))
v12 = z1.bool()
v13 = ~v10
b14 = torch.tensor([-0.725, -0.467, -1.75], dtype=torch.int32)
v15 = z1/v5
v9.grad_fn
v17 = torch.zeros_like(v10)
v18 = torch.floor_divide((v15.norm(3)), (-1.5))
if v18.sum() > -0.46:
    v19 = F.logsigmoid(v9)
    v20 = '{:.2f} {:>6}'.format(v18.item(), 3)
    v19 = v5.norm(1)
else:
    v19 = (a2[:0]).median()
    v19 = (torch.max(v18, -1)[0]).requires_grad
try:
    v22 = v5.detach()
    v23 = [1.0][2]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v24 = b14@b14
v25 = v22-v22.mean(0)
print(f'{v18:.3f}')
v7.pow(2).mean().backward(create_graph=True)
v5.sum().backward()
print(z1.grad)
