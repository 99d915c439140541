import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(918)
a1 = torch.tensor([1.12], requires_grad=True)
x2 = torch.tensor([[[-3.0, -1.155], [-1.59, 1.88]], [[-3.0, 1.68], [-0.7, 0.0]]], requires_grad=True)
a3 = torch.tensor([0, 1]) > 0
v4 = torch.remainder(a1, x2)
a5 = torch.tensor([[-3.0, -1.284, 1.48], [1.99, -3.0, 0.7]])
v6 = a1.detach()
v6.abs_()
with torch.no_grad():
    a1.square_()
v7 = x2.unique()
v8 = F.logsigmoid((torch.floor_divide(a5, (-0.5))))
v9 = torch.cosh((torch.flip(a5, [0])))
v10 = a1.mean(dim=0, keepdim=True)
v11 = v9 * 1
v11[a3]=2.0
print(v11.tolist())
v16 = v7.exp()
v10.backward()
v18 = sorted(v6.tolist(), reverse=True)
print(a1.grad)
print(x2.grad)
