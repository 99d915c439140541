import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(568)
a1 = torch.tensor([-1.4, 1.9], requires_grad=True)
b2 = torch.tensor([-0.82, 3.0, -1.0, -3.0], requires_grad=True)
z3 = torch.tensor([[-2.0], [-0.75], [-1.23]], requires_grad=True)
print(str(z3))
-a1
print(b2.grad)
v5 = b2.expand(4, -1)
v5.sum().backward()
v5.backward(torch.randn_like(v5), retain_graph=True)
with torch.no_grad():
    b2[[0,1]]=0.001
with torch.no_grad():
    b2.zero_()
v9 = F.nll_loss(v5, v5.argmax(1), reduction='sum')
v10 = z3.log1p()
v9.backward()
print(a1.grad)
print(b2.grad)
print(z3.grad)
