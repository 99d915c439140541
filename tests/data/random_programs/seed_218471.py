import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(277)
x1 = torch.tensor([[1.22], [-1.68], [1.54]], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([-0.787, -0.98, -1.32, 1.17])
z3 = torch.tensor([[-1.64, 0.49], [-1.0, 1.2]], dtype=torch.float64, requires_grad=True)
v6 = F.softmin(z3, dim=-2)
try:
    v7 = torch.quantile(v6, 0.5)
    v8 = v7.view(7, 7)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v7.squeeze_()
v10 = torch.relu(a2)
v11 = math.sqrt(abs(v7.item()))
v7.sum().backward()
try:
    v13 = torch.zeros(2, 2)
    v14 = [1.0][2]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
if v7 > -1.5:
    v15 = torch.remainder(x1, x1)
    v16 = torch.cos(z3)
    v15 = (v7[-1]).repeat(2)
else:
    print(type(v10), v6.type())
    v15 = v10[:, None]*v15[None]
