import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(923)
x1 = torch.tensor(2)
x2 = torch.tensor([-0.5], requires_grad=True)
print(type(x1), x1.type())
x2 = x2.norm()
print([x1, x1])
v3 = torch.positive(x2)
v4 = torch.mul(v3, v3)
v6 = v4.unsqueeze(0)
v6[:]=v4
v3.relu_()
v7 = v3!=v4
v8 = 3/v4
