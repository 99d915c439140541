import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(232)
x1 = torch.tensor([[[-0.12, 2.0, 1.62]], [[2.0, 0.3, -0.69]]], dtype=torch.int32)
a2 = torch.tensor([[-1.1, 0.4], [2.0, 1.4], [3.0, -1.7]], requires_grad=True)
with torch.no_grad():
    a2.sqrt_()
a2 = torch.tril(a2, -1)
a2 = x1.repeat(1, 2, 1)
v3 = [i * 3 for i in range(4)]
print(f"{a2}")
v11 = 1 // 2 + 4 % 3 - 2 ** 2
x13 = torch.tensor(0.6, requires_grad=True)
print('value', x1.max(), end=';\n')
print(x13.grad)
