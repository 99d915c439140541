import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(478)
b1 = torch.tensor([[4.0, -0.027, 0.185], [0.91, 4.0, -1.536]], requires_grad=True)
x2 = torch.tensor([[-0.245, -0.49, -1.36], [-1.4, 0.09, -3.0], [0.718, -0.1, 0.0]])
a3 = torch.tensor([[[-1, 3, 8]], [[-3, -4, -2]]])
v5 = b1.register_hook(lambda q: q.clamp(-1, 1))
b1 = F.celu(b1)
v6 = torch.arange(3)
v7 = b1.unsqueeze(0)
v7[0]=b1[1]
v8 = torch.autograd.Variable(b1, requires_grad=True)
x2.fill_(1.0)
x9 = torch.tensor([[-1.0, -0.447, 3.0]], requires_grad=True)
v10 = a3<<1
v11 = v10.storage_offset()
x9.grad
print(v5)
v12 = x2.unflatten(0, (1, -1))
v13 = (a3.cumsum(0)).round()
v14 = F.leaky_relu((torch.tril(v8, -1)), 0.1)
b1.log_()
v19 = torch.max(b1, 0)[0]
v21 = torch.randperm(3)
v22 = torch.addcmul(v19, v19, x2, value=0.001)
with torch.no_grad():
    x9.remainder_((-0.5))
b1.sum().backward()
print(v8.grad)
print(x9.grad)
