import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(151)
b1 = torch.tensor(1.4, requires_grad=True)
x2 = torch.tensor([-1.65, 1.0], requires_grad=True)
z3 = torch.tensor([-0.437, 1.1, 1.0, -1.06], requires_grad=True)
a4 = torch.tensor([1]) > 0
v5 = z3.grad_fn
print(z3.detach())
w6 = torch.tensor([[[0.76, 1.94], [-0.91, -0.734]], [[1.0, -1.6], [0.5, 1.61]]], requires_grad=True)
v8 = w6.bool()
v9 = (w6.std(unbiased=False)).flatten()
v10 = [i * 2 for i in range(4)]
v11 = x2//v9
b1 = F.softplus((F.softshrink(w6)), beta=2)
print(v11.shape, v9.dtype)
v14 = v11.register_hook(lambda q: print('hook', q))
v15 = z3.fmod(0.5)
b1.grad_fn
v16 = torch.var_mean(v9)[0]
v17 = -v11
f19 = lambda p, q=3.0: torch.std_mean((q*torch.log(q.abs()+1)), -1)[1]
v20 = f19(v16, v16)
print(v10)
print(v16)
v23 = torch.tensor(np.linspace(0, 1, 3))
v9.backward()
print(x2.grad)
print(z3.grad)
print(w6.grad)
