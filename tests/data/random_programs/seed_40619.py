import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(676)
b1 = torch.tensor(-3.0, requires_grad=True)
a2 = torch.tensor([1.0, 1.535, 0.05])
b3 = torch.tensor([-0.9, 1.67, 0.49, -0.8], requires_grad=True)
z4 = torch.tensor([[1.5, -0.89], [-1.0, -1.0], [-0.2, 0.0]], requires_grad=True)
try:
    b1 = (a2.norm(1)).squeeze(-2)
except IndexError as e:
    print(type(e).__name__, e)
try:
    v6 = b1.sign()
    v7 = undefined_name
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
b8 = torch.tensor([[1.296, -0.2, 0.0], [1.0, 1.5, -1.19]], requires_grad=True)
print(b8)
print(v6.grad_fn)
print(v6.grad_fn.name())
v9 = (torch.sqrt(b3*b3+b1*b1)).softmax(-1)
print(v6, v9, sep=' | ')
with torch.no_grad():
    b1.unsqueeze_(0)
v6.backward()
v6.sum().backward()
print(b1.grad)
print(b3.grad)
print(z4.grad)
print(b8.grad)
