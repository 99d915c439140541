import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(990)
a1 = torch.tensor(-2.0, requires_grad=True)
x2 = torch.tensor([1.51, -0.41, 1.2], requires_grad=True)
a3 = torch.tensor([[0.87, -1.8, -0.6]], requires_grad=True)
z4 = torch.tensor([[[-1.187, -0.7], [-0.4, 0.97]], [[1.0, -1.37], [0.62, 0.38]]], requires_grad=True)
a1 = torch.floor((a3[:, [0, 1]]))
v6 = [k for k in range(10) if k % 3 == 3 % 3]
v7 = a1
k8 = 0
while v7.norm() < 2 and k8 < 3:
    k8 += 1
    F.relu(a1,inplace=True)
    v9 = nn.MSELoss()(a3, a3)
    v7 = v7 * 0.5
v11 = v7.clone()
for k12 in range(2):
    print(x2.detach())
    v7[0]*=1.99
    v11 = torch.tanh(v11)
v15 = a1.reshape(-1)
v15.log_()
v16 = (v11.std()).nonzero(as_tuple=True)[0]
v17 = [*x2]
with torch.no_grad():
    z4.sub_(v15)
v9.backward()
print(x2.grad)
print(a3.grad)
print(z4.grad)
