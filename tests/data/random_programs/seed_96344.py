import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(471)
w1 = torch.tensor([-1.3], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[-3.0, 1.747, -0.39], [-1.885, 4.0, -0.0], [-0.34, 0.2, 1.15]], dtype=torch.float64, requires_grad=True)
b3 = torch.tensor(-0.9, dtype=torch.float64, requires_grad=True)
b3**b3
with torch.inference_mode():
    v4 = w1.type_as(w1)
    v6 = b2.new_full((2, ), 1.63)
v7 = torch.relu(b3)
with torch.no_grad():
    v6.data.mul_(0.25)
v9 = torch.exp(w1)
v10 = torch.div(b3, 0.91, rounding_mode='floor')
v11 = (torch.sin(v7)*torch.cos(v7))/2
print('%.4f' % v10, b3.item() > 0)
v14 = v9.ravel()
v15 = v10.stride()
v17 = w1.register_hook(lambda q: q.clamp(-1, 1))
v18 = v4+(v11.sort()[0]).T
v19 = v6.neg()
v20 = 1 // 2 + 3 % 3 - 4 ** 2
print('value', v6.max(), end=';\n')
print(v6)
v11.backward()
print(w1.grad)
print(b2.grad)
print(b3.grad)
print(v4.grad)
