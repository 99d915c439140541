import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(519)
z1 = torch.tensor([0.79], requires_grad=True)
b2 = torch.tensor([-1.1, 1.0, 0.128], requires_grad=True)
x3 = torch.tensor([1.061, -3.0, -0.8, 0.472], requires_grad=True)
v4 = (b2.nanmean()).dtype
v5 = torch.where(z1>0, x3, x3)
v6 = all(x > 0 for x in x3)
z1 = torch.isclose(b2, b2)
with torch.inference_mode():
    v7 = (v5.repeat_interleave(2, dim=0)).square()
    v8 = torch.full((2, 2), 0.5)
try:
    x3 = torch.addbmm(v7, v7, v7)
except IndexError as e:
    print(type(e).__name__, e)
v9 = torch.logaddexp(v5, (v5.double()))
v10 = v8[:1]
v5.sum().backward()
print(b2.grad)
print(x3.grad)
