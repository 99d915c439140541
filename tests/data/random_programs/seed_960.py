import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(910)
b1 = torch.tensor([[[6, 0, 2]], [[3, 0, 3]]])
w2 = torch.tensor([[1.09, -2.0], [-1.13, -0.095], [1.18, -0.05]], dtype=torch.float64, requires_grad=True)
w2 = w2//w2
b3 = torch.tensor([[1.17], [0.212], [-1.6]], dtype=torch.float64, requires_grad=True)
with torch.no_grad():
    b3.clamp_(-1,1)
print(b3, b1, sep=' | ')
v4 = w2.sign()
v5 = v4[0]
v6 = v4.type(torch.float64)
v7 = torch.equal(v6, w2)
v8 = torch.triu(v4)
v9 = w2.movedim(0, -1)
v10 = b1-b1
try:
    b3.squeeze_()
except Exception as e:
    print(type(e).__name__, e)
print(b3.grad)
