import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(559)
w1 = torch.tensor([2, 2, 0]) > 0
x2 = torch.tensor([[-0.07, 0.7, -3.0], [1.325, 0.013, -0.9]])
b3 = torch.tensor([[2.0], [1.2], [-1.139]], requires_grad=True)
torch.manual_seed(22)
net4 = nn.Linear(2, 1)
print(net4)
v5x, v5y = torch.randn(4, 2), torch.rand(4, 1)
v5o = torch.optim.RMSprop(net4.parameters(), lr=0.01)
v5c = nn.BCEWithLogitsLoss()
for k in range(2):
    v5l = v5c(net4(v5x), v5y)
    v5o.zero_grad()
    v5l.backward()
    v5o.step()
print(net4.state_dict())
v6 = b3 * 1
v6.atan_()
v7 = w1.reshape(-1)
v7&=w1
z8 = torch.tensor([-0.81, -0.959], requires_grad=True)
v9 = list(map(lambda q: q * 3, [1, 2, 3]))
v10 = torch.autograd.grad(v6.sum(), b3, create_graph=True)[0]
print(b3.grad)
with torch.no_grad():
    b3.addcmul_(b3,v10)
v16 = z8
k17 = 0
while v16.norm() < 5 and k17 < 5:
    k17 += 1
    v16 = x2.square()
try:
    v18 = v6/v6.norm()
    v19 = 1 / 0
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v20 = list(enumerate('xyz', 3))
with torch.no_grad():
    b3.exp_()
v21 = F.tanhshrink(v16)
v22 = x2.masked_fill(v7, 0.)
try:
    v23 = torch.tril(v21, -1)
    v24 = v23.view(7, 7)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v10.sum().backward()
print(b3.grad)
print(z8.grad)
