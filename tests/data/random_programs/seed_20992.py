import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(500)
b1 = torch.tensor([[[-0.1, 0.801], [1.7, 0.764]], [[-0.276, -0.89], [-0.151, 0.843]]], requires_grad=True)
a2 = torch.tensor([1.48, 1.658, 1.3], requires_grad=True)
a3 = torch.tensor(-1.037, requires_grad=True)
w4 = torch.tensor([[-0.42, 0.34, -1.91], [0.16, 0.59, -1.672], [-1.5, -1.72, 0.85]], requires_grad=True)
torch.log2(w4)
v5 = np.array(b1.tolist())
v6 = dict(zip('abc', a2.tolist()))
try:
    a3.swapaxes_(0,1)
except Exception as e:
    print(type(e).__name__, e)
print(type(w4), a2.type())
v7 = a3.nelement()
v8 = a2>a2
print(b1.grad)
print(a2.grad)
print(a3.grad)
print(w4.grad)
