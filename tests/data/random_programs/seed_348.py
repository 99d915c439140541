import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(187)
w1 = torch.tensor([[3, -6], [4, -1]])
z2 = torch.tensor([[-1.119, -1.288], [0.27, 0.22], [2.0, -0.3]], requires_grad=True)
v3 = torch.round((z2**z2))
v6 = z2[0]
v8 = np.array(z2.tolist())
print(z2.tolist())
v6.data[0]=1.0
v3.swapaxes_(0,1)
try:
    v11 = F.log_softmax((1/v6), dim=-1)
    v12 = v11[99]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v6 = z2[torch.arange(2), [0, 1]]
v13 = torch.sinc(v3)
v14 = v13>v3
print(v3.is_leaf, v3.requires_grad, v6._version)
v15 = F.kl_div(F.log_softmax(v3, -1), F.softmax(v3, -1), reduction='batchmean')
v17 = F.gelu(v11)
with torch.no_grad():
    v13[...,0]=1
z2.grad
torch.manual_seed(87)
net23 = nn.Sequential(nn.Linear(1, 3), nn.GELU(), nn.Linear(3, 2))
v24x, v24y = torch.randn(4, 1), torch.zeros(4, 2)
v24o = torch.optim.RMSprop(net23.parameters(), lr=0.01)
v24c = F.l1_loss
for k in range(4):
    v24l = v24c(net23(v24x), v24y)
    v24o.zero_grad()
    v24l.backward()
    torch.nn.utils.clip_grad_norm_(net23.parameters(), 0.5)
    v24o.step()
    print(f'{k}: {v24l.item():.5f}')
with torch.no_grad():
    print(net23(v24x))
print(k)
v13.sum().backward(retain_graph=True)
print(type(v11), v17.type())
v25 = v14.sum()
v15.backward()
v6.sum().backward()
print(z2.grad)
