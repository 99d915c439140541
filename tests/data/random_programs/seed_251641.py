import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(882)
x1 = torch.tensor([-0.86, 4.0, 1.659, 1.9], requires_grad=True)
b2 = torch.tensor([[-1, 2], [3, 0]]) > 0
x3 = torch.tensor([[0.309, 1.286, 4.0], [0.997, -1.6, -1.0]], requires_grad=True)
v4 = torch.rad2deg(x3)
print(x1.grad)
v6 = b2^b2
with torch.inference_mode():
    v7 = torch.exp(x3)
    v9 = v4.squeeze()
v10 = (x3.float())[0][0]
print(v10.grad_fn.name())
v11 = torch.reciprocal((v9.cos()))
x12 = torch.tensor(-1.4, requires_grad=True)
print(f'{x12:.3f}')
v10.backward(inputs=[v9])
with torch.no_grad():
    v9.requires_grad_(False)
try:
    print(v9.grad)
    v15 = [1.0][2]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
x16 = torch.tensor([1.23, 0.57, -1.34])
v17 = type(x16).__name__
v10.backward()
w18 = torch.tensor([1.11, 1.0, -1.96], requires_grad=True)
v19 = torch.autograd.grad(v10, [v9, v9], allow_unused=True)
v10.backward()
v11.sum().backward()
print(x1.grad)
print(x3.grad)
print(v9.grad)
print(x12.grad)
