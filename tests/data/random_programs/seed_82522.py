# ---- 82522
import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(386)
b1 = torch.tensor([[2, 3, 1]])
z2 = torch.tensor([[-1.5, 0.052, -1.44]], requires_grad=True)
with torch.no_grad():
    z2.copy_(b1)
v3 = torch.arange(2., requires_grad=True)
with torch.no_grad():
    v3.neg_()
v6 = (b1-b1).type(torch.float64)
def f9(p):
    total = [0]
    def inner(q):
        total[0] += 1
        pass
        return (2/q).var()
    print(total)
    return inner
v10 = f9(v3)(v3)
with torch.no_grad():
    v10.unsqueeze_(0)
v10.backward()
print(z2.grad)
print(v3.grad)

