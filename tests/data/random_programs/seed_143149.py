import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(728)
w1 = torch.tensor([[1.7, 0.0], [1.09, 0.1], [1.0, 1.384]], requires_grad=True)
b2 = torch.tensor([[0.62, -0.92], [-1.67, 3.0], [1.86, -1.0]], requires_grad=True)
w3 = torch.tensor([[1.9, -0.79], [-0.277, -0.4], [1.76, -1.6]], requires_grad=True)
b4 = torch.randn((), requires_grad=True)
v6 = torch.cumprod(w1, -1)
v10 = torch.histc((F.gelu(b4)).detach(), 4)
v11 = F.mse_loss(b2, v6, reduction='sum')
w1 = (b4.mean(dim=-1, keepdim=True)).sort()[0]
v12 = v6/v6
torch.manual_seed(69)
net14 = nn.Linear(3, 1, bias=False)
v15x, v15y = torch.randn(4, 3), torch.randn(4, 1)
v15o = torch.optim.AdamW(net14.parameters(), lr=0.01)
v15c = nn.MSELoss(reduction='sum')
for k in range(2):
    v15l = v15c(net14(v15x), v15y)
    v15o.zero_grad()
    v15l.backward()
    v15o.step()
net14.eval()
print(net14(v15x).mean())
v16 = (lambda a, b=2: a * b)(v12)
v17 = v12[-1]
torch.autograd.backward(v11.sum(), retain_graph=True)
v17/=0.001
with torch.no_grad():
    v12.t().mul_(0.001)
w1==0
v16.backward(gradient=b2)
w19 = torch.tensor([-3, -1])
w20 = torch.tensor([[0.6, -2.0], [3.0, 0.86]], requires_grad=True)
print(w20.detach().numpy())
v21 = torch.autograd.Variable(v6, requires_grad=True)
v12.grad_fn
v22 = torch.cov(v11)
print(w1.item())
print('%.4f' % b4, b4.item() > 0)
print(b2.grad)
print(w3.grad)
print(b4.grad)
print(w20.grad)
