import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(279)
a1 = torch.tensor([[[1.9, -1.39], [-0.011, 1.0]], [[0.932, -0.0], [3.0, -0.15]]], requires_grad=True)
a2 = torch.tensor([-1.41], requires_grad=True)
a2 = (torch.sqrt(a1*a1+a2*a1)).sort(0, descending=True)[1]
try:
    v3 = a1-a1.mean(0)
    v4 = raise_me
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
with torch.no_grad():
    v3.data[0]=3.0
v5 = F.elu(v3, alpha=2.0)
v6 = torch.tensor(3., requires_grad=True)
v3.sum().backward()
v8 = v3.register_hook(lambda q: print('hook', q))
v3.sum().backward(retain_graph=True)
