import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(286)
a1 = torch.tensor([[[1.808, -0.9], [0.98, 4.0]], [[-1.1, 1.37], [-1.63, 2.0]]], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([0.2, 1.5, 2.0, -1.32])
a3 = torch.randn(3, 2, requires_grad=True)
v4 = torch.floor_divide((a1[torch.tensor([[0], [1]]), torch.tensor([0, 1])]), (-0.5))
print(v4.detach())
def f5(p, q):
    v7 = p.lt(p)
    if p.sum() > 0:
        return p.cumsum(0)
    return q
v8 = f5(a3, a3)
v9 = v4.register_hook(lambda q: print('hook', q))
v10 = torch.as_tensor(np.ones((2, 1)))
v12 = v8 * 1
for k13 in (1, 2):
    v12 = (nn.BCEWithLogitsLoss()(v4, (v4>0).float())).min()
try:
    print(f"{v12.item():.4f} {v12.shape}")
    v14 = float(a3)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v15, v152 = v4, a3
print(v10.is_leaf, v10.requires_grad, b2._version)
v17 = v8%v8
v18 = torch.stack([e * i for i, e in enumerate(b2)]).sum()
v19 = v152.clone()
for k20 in b2:
    print(f"{v17}")
    v19 = torch.asinh((torch.where(v152>0.5, a3, 2.0)))
v17.sum().backward()
print(a1.grad)
print(a3.grad)
print(v8.grad)
print(v152.grad)
