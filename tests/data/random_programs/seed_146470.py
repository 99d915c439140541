import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(732)
b1 = torch.tensor([[-3, -3], [3, -3]])
b2 = torch.tensor([[[1.237, -1.0], [2.0, -1.59]], [[-0.63, -0.86], [-0.4, 1.74]]], requires_grad=True)
w3 = torch.tensor([[2.0, -0.1, -0.022], [4.0, 0.0, -0.9]], requires_grad=True)
v5 = np.mean(b2.tolist())
v6 = b2.var()
v7 = w3.unsqueeze(0)
v7.data=v6.data*2
with torch.no_grad():
    w3.add_(v6,alpha=0.25)
b2 = torch.sinc(v6)
with torch.no_grad():
    w3.data.mul_(0.5)
print(v6.grad_fn.next_functions)
v6.backward()
v7.sum().backward()
print(w3.grad)
