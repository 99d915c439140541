import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(880)
w1 = torch.tensor([[[1.07, 0.795], [-2.0, -1.772]], [[-0.0, -0.79], [-0.0, -1.61]]], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([[-1.967, 1.12, 0.977]], dtype=torch.float64, requires_grad=True)
w1 = w1.neg()
v4 = torch.tensor([True, False, True])
print(f"{v4}")
v5 = w1.float()
w1.backward(torch.ones_like(w1))
v7 = v5[:1]
try:
    v7.copy_(v5)
except Exception as e:
    print(type(e).__name__, e)
try:
    v9 = torch.sqrt(a2*w1+v5*v7)
except Exception as e:
    print(type(e).__name__, e)
v10 = np.array(w1.tolist())
v12 = torch.logspace(0, 1, 3)
v13 = torch.maximum(v5, w1)
v13.sum().backward()
print(a2.grad)
