import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(186)
w1 = torch.tensor([0.82, 1.0], requires_grad=True)
x2 = torch.tensor([[0.5, 1.833], [-0.0, -0.98]], requires_grad=True)
v3 = w1 * 1
for k4 in w1:
    v3 = torch.heaviside(x2, (v3.new_zeros(2)))
    v5 = torch.einsum('ij->', x2)
v6 = v3/2
print('%.4f' % k4, v5.item() > 0)
print(round(k4.item(), 4))
b7 = torch.tensor([[-0.011, 0.0, -0.51]], requires_grad=True)
v8 = x2[(0, 1)]
print(v5.tolist())
v13 = nn.NLLLoss()(v3.log_softmax(1), v3.argmax(1))
v14 = v5.detach().numpy()
v16 = b7[:1]
v17 = v5*v5*v6
torch.autograd.backward([k4, v5])
v18 = v6.detach()
v18.select(0,0).add_(v6.mean())
v21 = torch.acosh((F.softmin(v17, dim=1)))
v16.sum().backward()
print(w1.grad)
print(x2.grad)
print(b7.grad)
