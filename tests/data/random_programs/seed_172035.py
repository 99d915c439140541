import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(326)
a1 = torch.tensor([[[1.3, 0.0], [-0.2, -0.87]], [[-0.6, 2.0], [3.0, 4.0]]], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([-3.0, 0.22, 1.342], dtype=torch.float64, requires_grad=True)
x3 = torch.tensor(1.73, dtype=torch.float64, requires_grad=True)
a1.grad
def f4(p, q=2):
    q = (q.sin()).maximum(q)
    return F.logsigmoid(p)
v5 = f4(a1, x3)
v6 = x3.expand_as(x3)
v7 = torch.zeros_like(v5)
v8 = a1+(-0.5)
a2 = torch.isfinite(a2)
a9 = torch.tensor([[0.06], [-1.94], [1.26]], dtype=torch.float64, requires_grad=True)
v5.fill_(3.0)
with torch.inference_mode():
    v6.backward(retain_graph=True)
    v11 = x3.new_zeros(2)
v6.backward()
v5.sum().backward()
print(a1.grad)
print(x3.grad)
print(a9.grad)
