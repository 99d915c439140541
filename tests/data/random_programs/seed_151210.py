import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(971)
z1 = torch.tensor([[-1.92, -0.274, 0.2]], requires_grad=True)
z2 = torch.tensor(0.891, requires_grad=True)
w3 = torch.tensor([[[-0.2, 1.5, -1.0]], [[2.0, -0.15, 0.859]]], dtype=torch.bool)
v5 = F.l1_loss(z1, z2)
v6 = torch.eye(2)
v7 = (F.huber_loss(v5, z1, delta=2.0))==z1
with torch.no_grad():
    v6.transpose_(0,1)
v8 = F.batch_norm(v6, None, None, training=True)
with torch.no_grad():
    z1.transpose_(0,1)
with torch.no_grad():
    z1.squeeze_()
z2 = F.gaussian_nll_loss((torch.tan(z2)), v8, v5.abs()+1)
z2.normal_()
v11 = v5-z2
v12 = (v5.pow((-0.59))).clamp_max(0.25)
v14 = torch.as_tensor(np.ones((2, 1)))
v15 = torch.logaddexp(v5, v14)
v16 = v15+v15*v15-v8/(-0.5)
try:
    v11.backward(retain_graph=True)
except RuntimeError as e:
    print(type(e).__name__, e)
v19 = v6 * 1
v19.clamp_(-1,1)
print(z1.grad)
