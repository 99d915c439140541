import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(868)
z1 = torch.tensor([[1.65], [-1.757], [-3.0]], dtype=torch.float64, requires_grad=True)
z2 = torch.tensor(-1.0, dtype=torch.float64, requires_grad=True)
a3 = torch.randn(2, 1, 3, requires_grad=True)
v4 = torch.cummin(z2, 1).values
v5 = torch.normal(0., 1., size=(1,))
v4.sum().backward(retain_graph=True)
