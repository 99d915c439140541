import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(351)
w1 = torch.tensor([-2.0])
b2 = torch.tensor([[-1.067, 1.86], [-0.98, -1.662], [1.703, -1.41]], requires_grad=True)
print(f"{w1!r:>5}")
v5 = torch.linalg.svdvals(b2)
def f7(p, q, k=3, *args):
    v8 = q.add(q)
    p = v8.new_full((2, ), 0.1)
    return (F.softplus(v8, beta=2)).amax(0)
v9 = f7(v5, b2)
v10 = torch.frac(v9)
v11 = v5.register_hook(lambda q: print('hook', q))
x12 = torch.tensor(1.5, requires_grad=True)
for k in range(3):
    y13 = (x12**2).sum()
    y13.backward()
    print(k, x12, y13.item(), x12.grad)
    with torch.no_grad():
        x12 = x12 - 0.1 * x12.grad
    x12.requires_grad_()
print(k)
class C14:
    def __init__(self, w):
        self.w = w
    def __call__(self, u):
        return self.w * (u.element_size())
    def __repr__(self):
        return f'C14({self.w})'
v15 = C14(0.5)
print(v15)
v15r = v15(b2)
v16 = torch.as_tensor(np.ones((2, 2)))
v18 = torch.inner(v5, v5)
v20 = torch.ones_like(y13)
v9.clamp_max_(3.0)
print(y13)
v21 = {'a': v18, 'b': 3}
v22 = (x12.neg()).sigmoid()
v24 = torch.randint(0, 5, (2, 2))
v25 = torch.lerp(v20, y13, 1.87)
v18.backward()
v22.sum().backward()
print(b2.grad)
print(x12.grad)
