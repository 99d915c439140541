import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(328)
w1 = torch.tensor([0, -3])
a2 = torch.tensor([[[-0.94, 0.1, 0.56]], [[-1.335, -1.0, -1.15]]], requires_grad=True)
b3 = torch.tensor([-0.62, -1.59, 2.0], requires_grad=True)
x4 = torch.tensor(0.3, requires_grad=True)
for k in range(3):
    y5 = x4**2
    y5.backward()
    print(k, x4.data, y5.item(), x4.grad)
    with torch.no_grad():
        x4 = x4 - 0.1 * x4.grad
    x4.requires_grad_()
v6 = x4.clone()
v6.scatter_(0,w1,0.1)
