import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(100)
a1 = torch.tensor([[1.7, 0.0], [-1.17, -1.68], [1.413, 1.0]], requires_grad=True)
b2 = torch.tensor([[-0.79, -0.163, -2.0]], dtype=torch.int64)
a1 = torch.rot90(a1)
a1.retain_grad()
a1.grad_fn
a1.sum().backward()
print(str(b2))
a1.t_()
a1.sum().backward()
