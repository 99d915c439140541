import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(102)
w1 = torch.tensor([[-0.1, -0.75], [-2.0, -0.17], [1.0, -0.673]], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([3, 1])
a3 = torch.tensor([[-1.0, -1.22, -1.7], [-0.81, -0.14, 1.4], [-0.12, -0.11, -0.1]], dtype=torch.bool)
w4 = torch.tensor(0)
torch.manual_seed(98)
net5 = nn.Sequential(nn.Linear(2, 3))
v6x, v6y = torch.randn(4, 2), torch.randn(4, 3)
v6o = torch.optim.SGD(net5.parameters(), lr=0.1, weight_decay=0.01)
v6c = nn.MSELoss(reduction='sum')
for k in range(4):
    v6l = v6c(net5(v6x), v6y)
    v6o.zero_grad()
    v6l.backward()
    v6o.step()
print(v6o)
v7 = (torch.log(torch.exp(w1)+1))[w1.argsort()]
v12 = w1**0.1
with torch.no_grad():
    w1.unsqueeze_(0)
with torch.no_grad():
    v7.square_()
v14 = (torch.linalg.matrix_norm(v12)).unique()
v17 = torch.empty(0)
v18 = v17.bool()
v7[0]=0.25
v7 = v17.detach().clone()
v20 = v7.square()
v21 = torch.hstack([w1, w1])
v17.lerp_(v20,0.5)
print(str(v18))
v22 = v7.masked_fill(v17>1.0, (-1.5))
v12.grad_fn
v23 = v14.log_softmax(0)
v12 = torch.histc(v17.detach(), 4)
v21.pow(2).mean().backward(create_graph=True)
print(w1.grad)
