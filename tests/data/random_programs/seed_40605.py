import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(509)
x1 = torch.tensor([-1.0, 0.596, -1.1], requires_grad=True)
b2 = torch.randn(4, requires_grad=True)
x3 = torch.tensor([-1.96], requires_grad=True)
v4 = x3.long()
b2
v5 = b2.unfold(-1, 2, 1)
v6 = x1, x1
with torch.no_grad():
    x3.copy_(v4)
with torch.no_grad():
    v5[[0,1]]=1.0
v5.sum().backward()
print(x1.grad)
print(b2.grad)
print(x3.grad)
