import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(344)
w1 = torch.tensor([2.0, 1.73, -1.4], requires_grad=True)
x2 = torch.tensor([-0.471, 0.1, 1.6], requires_grad=True)
b3 = torch.tensor([[1.34], [0.83], [2.0]], requires_grad=True)
v5 = sum(e ** 2 for e in x2)
x2
v6 = x2.grad
a7 = torch.tensor([[[1.51, 0.554, 1.3]], [[0.22, 1.009, 0.0]]], requires_grad=True)
(v5 * v5).sum().backward()
print(round(v5.item(), 4))
v9 = x2**w1
v11 = v5!=b3
w13 = torch.tensor(3.0, requires_grad=True)
v15 = torch.tensor(a7)
v9.sum().backward()
w17 = torch.tensor([[1.8, -0.412], [-1.0, -0.89], [4.0, 0.65]], requires_grad=True)
v18 = torch.div(w17, v5)
v19 = min(x2)
v19.backward()
print(w1.grad)
print(x2.grad)
print(b3.grad)
print(a7.grad)
