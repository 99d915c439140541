import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(13)
x1 = torch.tensor([[[2, 0], [2, 0]], [[1, 1], [2, -1]]])
z2 = torch.tensor([[-1.61, -0.22], [1.44, 1.2]], requires_grad=True)
x3 = torch.tensor([-2.0], requires_grad=True)
v4 = x1[None]
v6 = v4.squeeze(0)
b7 = torch.tensor([-0.25, -3.0, 1.257, -1.06], requires_grad=True)
v9 = torch.div((x3.long()), b7, rounding_mode='trunc')
v10 = b7.aminmax()[0]
v12 = (z2==z2)[0]
v14 = torch.log10((z2<3.0))
w15 = torch.tensor([[-0.3, 1.14], [0.77, -1.91], [0.1, -0.77]], dtype=torch.float32)
v16 = torch.copysign(v10, v14)
b7.grad = None
v10
v17 = torch.stack([e * 2 for e in v9])
v16.grad_fn
x18 = torch.tensor([[1.927, 2.0, 0.0], [1.14, 1.32, 2.0]], requires_grad=True)
print(z2.grad)
print(x3.grad)
print(b7.grad)
print(x18.grad)
