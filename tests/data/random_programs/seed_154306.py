import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(89)
a1 = torch.tensor(-0.64, dtype=torch.float64, requires_grad=True)
w2 = torch.tensor(-0.25)
x3 = torch.tensor([[-3.0, 0.44, 1.0]], dtype=torch.float32)
v5 = torch.fmod((torch.log1p(x3)), x3)
v6 = x3==v5
class C7(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(0.25))
    def forward(self, u):
        return self.w * ((u.tanh())**4)
v8 = C7()
print(v8)
v8r = v8(a1).sum()
v8r.backward()
print(v8.w.grad)
try:
    v9 = a1*torch.log(v5.abs()+1)
    v10 = x3.view(7, 7)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v9.backward(gradient=v5)
try:
    v11 = torch.meshgrid(w2, (F.softplus(v5)), indexing='ij')[0]
except Exception as e:
    print(type(e).__name__, e)
v12 = a1, a1
def f13(p, q=2):
    p = (torch.cov(p)).pow(2)
    v15 = torch.is_tensor(p)
    return q*q.unsqueeze(-1), p
v16 = f13(v5, w2)[0]
v17 = (v16/2)[1:2]
v16
print(f'{v5.sum().item():+.2e} {3:03d}')
def f19(p, q=2):
    q = q.diag()
    if p.sum() > 0:
        return nn.NLLLoss()(p.log_softmax(1), (p.new_full((2, ), 2.0)).argmax(1))
    return q
v20 = f19(x3, v17)
v21 = a1.register_hook(lambda q: q.clamp(-1, 1))
print(a1.grad)
