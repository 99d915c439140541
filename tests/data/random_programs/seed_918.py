import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(732)
w1 = torch.tensor([-0.466, -1.0, 1.46])
a2 = torch.tensor([[-1.807, -1.7, -1.07], [3.0, 3.0, -0.79], [4.0, 2.0, 0.0]], requires_grad=True)
v3 = torch.float_power((a2.argmax()), 2)
print(a2.shape, w1.dtype)
v4 = torch.dist((w1+w1.T), v3, 1)
v5 = v4.sigmoid()
print(v4.grad)
v7 = torch.zeros_like(v4)
v8 = v3.detach().numpy()
print(v8)
v10 = torch.special.expit((torch.atan(v4)))
v11 = torch.linalg.cross(a2, a2)
print(v11.norm())
v12 = w1.unbind()[0]
v11.mean().backward()
v14 = a2.register_hook(lambda q: q.clamp(-1, 1))
v5 = 0.001-(F.smooth_l1_loss(v4, v10))
print(str(v7))
with torch.no_grad():
    a2.square_()
print(a2.grad)
