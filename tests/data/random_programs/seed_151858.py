import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(857)
w1 = torch.tensor([-1.76, 1.14])
w2 = torch.tensor([[0.91, 1.17, -1.0], [-1.0, 0.1, -0.72], [-1.0, -2.0, 1.0]], requires_grad=True)
w3 = torch.tensor(0)
x4 = torch.tensor(1.13, requires_grad=True)
v5 = [e.item() * 2 for e in w1 if e > 0]
v6 = w3.sum(dtype=torch.float32)
v7 = v6.pow(2)
a8 = torch.tensor([-1.281, 0.8], requires_grad=True)
print(a8.grad)
v9 = w1.index_add(0, torch.tensor([0, 1]), x4)
