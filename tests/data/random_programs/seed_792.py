import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(771)
z1 = torch.tensor([[3.0, -1.0, 0.27]], requires_grad=True)
z2 = torch.tensor([[[-0.1, 0.014], [-2.0, -0.18]], [[1.09, -0.17], [-0.17, 0.72]]], requires_grad=True)
b3 = torch.tensor([-1.729], requires_grad=True)
print(f"{z2!r:>5}")
v4 = z2*z2.unsqueeze(-1)
v4 = v4.exp()
with torch.no_grad():
    v7 = torch.mul(z2, v4)
    v9 = [round(x, 3) for x in b3.tolist()]
f10 = lambda p, q=-0.5: ((q.relu())*p).sum()+0.001*p
v11 = f10(z2, v4)
v12 = v11.type(torch.float64)
v13 = torch.isnan(v11)
v14 = v7.index_add(0, torch.tensor([0, 1]), v7)
torch.autograd.backward(v11.sum(), retain_graph=True)
v15 = (v11.to(z1.dtype))[[-1, -2]]
w17 = torch.tensor([[0.2, -3.0], [1.38, -1.867]], requires_grad=True)
print(v7.detach().numpy())
v15.tanh_()
v19 = np.sin(w17.detach().numpy())
v20 = z1
for k21, ek21 in enumerate(b3):
    v22 = torch.histc((F.nll_loss(F.log_softmax(v11, 1), v11.argmax(1))).detach(), 4)
print(v22, w17, sep=' | ')
v24 = v15[range(2)]
v25 = v22.clone()
v25.detach().add_(1)
ek21.backward()
v15.sum().backward()
print(z1.grad)
print(z2.grad)
print(b3.grad)
print(w17.grad)
