import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(565)
z1 = torch.tensor([-1.01, -1.77, -0.83], requires_grad=True)
a2 = torch.tensor([[-0.8, 1.08], [-0.036, -1.7]], requires_grad=True)
b3 = torch.tensor([[1.74, -0.599], [-1.58, -0.23]], requires_grad=True)
v4 = a2.var()
with torch.no_grad():
    b3-=b3
print(v4.grad_fn.name())
print(f"{z1}")
v5 = b3
for k6 in [0.5, 1, 2]:
    v5 = torch.logit(b3.sigmoid())
    v5 = nn.HuberLoss()((v4.sqrt()), z1)
print('%.4f' % v4, v4.item() > 0)
def f7(p):
    total = [0]
    def inner(q):
        total[0] += 1
        v8 = torch.logical_or(p, q)
        return torch.cat([(F.leaky_relu(q, 0.1)), p])
    print(total)
    return inner
v9 = f7(b3)(a2)
v10 = a2.clone()
v13 = np.array(b3.tolist())
v4.backward(torch.ones_like(v4))
with torch.no_grad():
    b3.sqrt_()
v15 = (b3.nonzero(as_tuple=True)[0]).reshape(3, -1)
try:
    v4 = torch.diff((v9.index_add(1, torch.tensor([0, 1]), v5)))
except RuntimeError as e:
    print(type(e).__name__, e)
print(f"{v4!r:>5}")
print('%.4f' % v5, v5.item() > 0)
print(v10.grad_fn.next_functions)
v5.backward(inputs=[z1])
torch.autograd.backward(v10.sum(), retain_graph=True)
print(v13)
print(v13)
v10 = torch.ones_like(v4)
print(z1.grad)
print(a2.grad)
print(b3.grad)
