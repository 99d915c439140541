import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(644)
z1 = torch.tensor([1.0, 0.81, 2.0])
a2 = torch.tensor([-3.0], requires_grad=True)
a3 = torch.tensor([[-2.0, -1.37], [0.0, 1.22]], requires_grad=True)
x4 = torch.randn(2, 2, 2, requires_grad=True)
v7 = x4[[-1, -2]]
def f8(p):
    total = [0]
    def inner(q):
        total[0] += 1
        pass
        return F.soft_margin_loss(p, (q>0).float()*2-1)
    print(total)
    return inner
v9 = f8(a2)(a3)
