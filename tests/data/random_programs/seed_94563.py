import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(133)
b1 = torch.tensor([[-0.3, 0.93, 1.0]], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[[-2.0, 1.13, -3.0]], [[-0.023, 0.4, -1.32]]], dtype=torch.float64, requires_grad=True)
z3 = torch.tensor([[1.1], [-1.93], [-0.24]], dtype=torch.float64, requires_grad=True)
print(z3.is_leaf, b2.requires_grad, b1._version)
b5 = torch.tensor(0.159)
v8 = torch.erf((torch.ceil(b1)))
v9 = F.softsign(v8)
x11 = torch.tensor([[2.0], [-1.133], [-1.29]], dtype=torch.float64, requires_grad=True)
v9
v12 = list(enumerate('xyz', 3))
b13 = torch.tensor(-0.27, dtype=torch.float64, requires_grad=True)
with torch.no_grad():
    v8.pow(2).mean().backward(create_graph=True)
    v15 = (v8.mean(-1))*3
