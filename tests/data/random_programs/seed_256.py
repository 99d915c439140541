import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(384)
a1 = torch.tensor([[-1.0], [-0.73], [-2.0]], requires_grad=True)
z2 = torch.tensor([-1.8, 3.0, 0.0], requires_grad=True)
print(z2)
v4 = (torch.trunc(a1))[torch.tensor(0)]
try:
    v4**=2
    v5 = torch.tensor([1, 2]).backward()
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v6 = [i * 3 for i in range(4)]
print(done)
a1.grad = None
w7 = torch.tensor(1.8, requires_grad=True)
v8 = a1.clamp(max=0.1)
v9 = z2.T
v4.backward()
print(a1.grad)
print(z2.grad)
print(w7.grad)
