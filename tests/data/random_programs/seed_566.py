import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(943)
w1 = torch.tensor([1.98, -1.61, -2.0, -0.17], requires_grad=True)
w2 = torch.tensor([1.22, 0.7], requires_grad=True)
w3 = torch.tensor([[-2.0, 0.48, 0.06], [-2.0, -0.5, -2.0]], requires_grad=True)
v5 = F.cosine_similarity(w1, w1, dim=-1)
v5.uniform_(-1,1)
w3.requires_grad_(False)
def f6(p, q, k=3, *args):
    v7 = (F.hardsigmoid(p)).to(p.dtype)
    return p.reshape(3, -1), p
v8 = f6(w3, w2)[0]
b11 = torch.tensor([[-0.46], [-1.4], [-0.77]], requires_grad=True)
print([w1, w3])
v13 = F.selu(v5)
v14 = 3/v13
v15 = torch.div(v14, v5)
v16 = (torch.div(v15, v14)).sum()
v17 = v13.clamp_min(0.5)
v16.backward()
print(w1.grad)
print(w2.grad)
print(b11.grad)
