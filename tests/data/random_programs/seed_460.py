import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(764)
a1 = torch.tensor([[1.552, 2.0], [0.84, -1.52], [3.0, -3.0]])
b2 = torch.tensor([[0.0, 3.0, 1.0], [-0.57, 1.973, -0.1], [1.0, -0.72, -1.28]], dtype=torch.float64)
v3 = b2.element_size()
v4 = torch.heaviside(b2, b2)
try:
    v5 = (a1.masked_fill(b2>0.1, 0.1)).max()
except RuntimeError as e:
    print(type(e).__name__, e)
with torch.no_grad():
    v4[0]*=(-0.08)
w6 = torch.tensor([[1.361, 1.0], [1.0, 1.88], [-1.17, -1.5]], requires_grad=True)
print(w6.grad)
