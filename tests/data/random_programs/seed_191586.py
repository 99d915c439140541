import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(848)
b1 = torch.tensor([1.5, 0.9, -1.38, -0.38], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([[[1.78, 3.0, 1.389]], [[-1.0, 0.11, 1.08]]], dtype=torch.float64, requires_grad=True)
v3 = torch.randn(2).mul(0.76).requires_grad_()
v4 = v3 * 1
for k5 in range(3):
    v6 = torch.empty(0)
    v4 = v4.cos()
v7 = torch.block_diag(v6, v3)
try:
    v9 = w2.stride()
    v10 = undefined_name
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
b12 = torch.tensor([[-0.95], [-1.5], [0.74]], dtype=torch.float64, requires_grad=True)
v13 = torch.equal(v6, v6)
v14 = (b12-b12)**2
v14.grad_fn
class C16:
    def __init__(self, w):
        self.w = w
    def __call__(self, u):
        return self.w * (u.expm1())
    def __repr__(self):
        return f'C16({self.w})'
v17 = C16(3.0)
print(v17)
v17r = v17(b12)
v19 = torch.norm((torch.dstack([v3, v3])))
a20 = torch.tensor([[1.21, 0.41, -0.89], [4.0, 1.92, -1.376], [1.24, 0.9, 0.562]], dtype=torch.float64, requires_grad=True)
b12 = a20.int()
v21 = torch.tensor(2., requires_grad=True)
v22 = v4.register_hook(lambda q: print('hook', q))
torch.autograd.backward(v14.sum(), retain_graph=True)
v19.tanh_()
v24 = v6.dot(v6)
z25 = torch.tensor(-1.4, dtype=torch.float64, requires_grad=True)
def f26(p):
    total = [0]
    def inner(q):
        total[0] += 1
        pass
        return q.reciprocal()
    print(total)
    return inner
v27 = f26(v24)(v24)
print([a20, v21])
v7.sum().backward()
print(b1.grad)
print(w2.grad)
print(v3.grad)
print(a20.grad)
