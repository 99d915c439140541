import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(751)
b1 = torch.tensor([[-0.84, -1.44], [-0.04, -1.188]], requires_grad=True)
w2 = torch.randn(2, 3, requires_grad=True)
w3 = torch.randn(3, 1, requires_grad=True)
v4 = torch.div(w3, 0.5, rounding_mode='floor')
v5 = torch.where(v4<v4, (-0.5), w3)
x6 = torch.tensor([[-1.01], [0.27], [1.9]], requires_grad=True)
v7 = torch.autograd.grad(v4, w3, grad_outputs=torch.ones_like(v4))
try:
    v8 = v4+v4
    v9 = float(v5)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
def f10(p, q):
    p = q/q
    return q>(q.repeat_interleave(3, dim=-1))
v11 = f10(x6, v4)
v12 = torch.renorm(v4, 2, 0, 1.)
def f13(p, q=2):
    q = F.binary_cross_entropy(torch.sigmoid(q), (q>0).float())
    return p[::2]
v14 = f13(w3, x6)
v15 = torch.randn(1).mul(0.1).requires_grad_()
with torch.no_grad():
    v11[0]=True
w16 = torch.tensor([[0.038, -0.93], [-3.0, -0.56], [1.08, 1.515]], requires_grad=True)
v19 = torch.full((2, 4), 0.5)
z21 = torch.tensor([[-1.0], [0.32], [0.24]], requires_grad=True)
v22 = w16.eq(w16)
v23 = divmod(2, 2), abs((-1.5)), pow(1, 3)
b24 = torch.tensor([0.671, -0.48, 0.655], requires_grad=True)
v25 = torch.count_nonzero((torch.hypot(z21, v12)))
b29 = torch.tensor([[-1.56], [4.0], [-1.1]])
v30 = torch.lerp((torch.trunc(v12)), v15, v15)
b33 = torch.tensor([0.1, -1.5, 0.87], requires_grad=True)
v34 = v4/b29.norm()
v35 = F.soft_margin_loss(z21, (z21>0).float()*2-1)
v35.backward()
print(b1.grad)
print(w2.grad)
print(w3.grad)
print(x6.grad)
