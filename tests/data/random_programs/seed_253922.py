import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(168)
b1 = torch.tensor([-1.4, 0.284], dtype=torch.int32)
w2 = torch.tensor([2, -6, -1])
b3 = torch.tensor([[0.239, 0.861], [-1.6, -0.78]], dtype=torch.bool)
v7 = b3&b3
b10 = torch.tensor([[1.0, 4.0, -2.0], [-0.58, 3.0, -0.763]], requires_grad=True)
v12 = b10._version
v13 = torch.prod(b10, -2)
print(v13.is_leaf, v13.requires_grad, b10._version)
v13.sum().backward()
b10.grad.zero_()
print(len(b1), v13.numel())
v14 = F.softplus(v13)
v13 = torch.einsum('ij->', b10)
v15 = (torch.isfinite(v13)).topk(1, -1)[0]
torch.sum(b3, 0)
w16 = torch.tensor(0) > 0
try:
    v17 = v13%v14
    v18 = torch.tensor([1, 2]).backward()
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v19 = torch.atanh(v14)
v13.backward()
print(b10.grad)
