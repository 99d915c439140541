import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(554)
x1 = torch.tensor([1.4, 0.3, 1.0, 1.76], requires_grad=True)
w2 = torch.tensor([-0.34], dtype=torch.float64)
w3 = torch.tensor([[0.05, 1.69, 1.171]], requires_grad=True)
x1.detach().add_(1)
x4 = torch.tensor([1.0, -1.0], requires_grad=True)
for k in range(2):
    y5 = (x4 * torch.tensor([1., 2.])).pow(2).sum()
    y5.backward()
    print(k, x4.tolist(), y5.item(), x4.grad)
    x4.data -= 0.1 * x4.grad.data
    x4.grad.data.zero_()
v6 = y5.unsqueeze(0)
v6.tanh_()
print(f"{w3}")
y5.exp_()
y5.pow(2).mean().backward(create_graph=True)
