import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(241)
a1 = torch.randn(3, 2, requires_grad=True)
a2 = torch.tensor([[0.977], [-3.0], [3.0]], requires_grad=True)
x3 = torch.tensor([1.48, 1.14, -0.36], requires_grad=True)
b4 = torch.randn(3, requires_grad=True)
v6 = b4.view(-1)
v7 = v6.unique()
v8 = torch.detach()
