import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(157)
b1 = torch.tensor([[0.0, -1.34], [1.9, 0.488]], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([[0.71, 1.3, -0.35], [0.0, 0.0, 1.15]], dtype=torch.float64, requires_grad=True)
z3 = torch.randn((), requires_grad=True)
(torch.neg(w2)).mean()
print('%.4f' % z3, z3.item() > 0)
try:
    v4 = (b1.dtype).flip((2, 0))
except AttributeError as e:
    print(type(e).__name__, e)
v5 = z3.new_ones(2, 3)
v7 = torch.heaviside((z3+z3.sum()), z3)
print(b1.grad)
print(w2.grad)
print(z3.grad)
