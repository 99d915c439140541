import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(821)
b1 = torch.tensor([1.0, -0.968, 1.7, -2.0], requires_grad=True)
x2 = torch.tensor([-0.515, 1.386, 0.4], requires_grad=True)
with torch.no_grad():
    x2.div_(0.25)
v3 = x2
for k4 in (1, 2):
    print(b1)
    if k4 == 1:
        continue
v5 = nn.Parameter(torch.randn(2))
v6 = torch.tanh(b1)
v7 = torch.cdist((v5.argmin(-1, keepdim=True)), b1)
