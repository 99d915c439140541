import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(357)
z1 = torch.tensor([0.15, -0.14, 0.0], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[0], [-3], [1]])
try:
    v3 = (b2.mT).new_ones(2, 3)
    v4 = z1.view(7, 7)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v5 = z1 + 0
v5**=2
v6 = v3//b2
